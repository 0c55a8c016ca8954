"""The spellings under which the scanner looks for a name."""

from collections.abc import Iterable, Iterator, Mapping

from cellwire.lexicon.regexes import regex
from cellwire.lexicon.scan import Meaning
from cellwire.lexicon.tables import Term
from cellwire.model import HitKind

_FIRST = regex(r"(?<![\w'])[a-z]")
_LONG_CAPITALS = regex(r"\b[A-Z]\w{4,}\b")
_BEHIND_HYPHEN = regex(r"(?<=[a-z]-)[A-Z](?=[a-z])")
SHORT = 4  # names up to this length are looked for exactly as written


def name_spellings(name: str) -> Iterator[str]:
    """ "SVOLT" also as "Svolt", "Northvolt" in capitals, "High-Tech" as "High-tech"; a short one only as written."""
    yield name
    if len(name) <= SHORT or not name.isascii():
        return
    if "-" in name:
        yield _BEHIND_HYPHEN.sub(lambda letter: letter[0].lower(), name)
    yield name.upper()
    yield _LONG_CAPITALS.sub(lambda word: word[0].capitalize(), name)


def term_spellings(term: Term) -> Iterator[str]:
    """ "iron phosphate" also with one capital, with a headline's capitals, and in capitals."""
    yield from term.exact
    for spelling in (*term.spellings, *term.broad):
        yield spelling
        yield spelling[0].upper() + spelling[1:]
        yield _FIRST.sub(lambda letter: letter[0].upper(), spelling)
        yield spelling.upper()


def organisation_meanings(names: Mapping[str, Iterable[str]], everyday: Iterable[str]) -> dict[str, Meaning]:
    """Spelling → meaning; a name as written goes before another's variant, and an everyday name has no variants."""
    found = {name: Meaning(HitKind.ORGANISATION, tuple(ids), len(name)) for name, ids in names.items()}
    words = set(everyday)
    for name, ids in ((name, ids) for name, ids in names.items() if name not in words):
        for spelling in name_spellings(name):
            found.setdefault(spelling, Meaning(HitKind.ORGANISATION, tuple(ids), len(spelling)))
    return found


def add_terms(found: dict[str, Meaning], kind: HitKind, terms: Iterable[Term]) -> None:
    """ "sodium| battery" means sodium where a battery follows, and leaves the battery to be found by itself."""
    for term in terms:
        told, ids = (None, ()) if term.name == "none" else (kind, (term.name,))
        for spelling in term_spellings(term):
            kept = spelling.partition("|")[0]
            found.setdefault(spelling.replace("|", ""), Meaning(told, ids, len(kept)))
