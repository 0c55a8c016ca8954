"""The spellings under which the scanner looks for a name."""

import re
from collections.abc import Iterator, Mapping

from cellwire.lexicon.gazetteer import Gazetteer
from cellwire.lexicon.scan import Meaning
from cellwire.lexicon.tables import Term
from cellwire.model import HitKind

_FIRST = re.compile(r"(?<![\w'])[a-z]")
_LONG_CAPITALS = re.compile(r"\b[A-Z]\w{4,}\b")
SHORT = 4  # names up to this length are looked for exactly as written


def name_spellings(name: str) -> Iterator[str]:
    """ "SVOLT" also as "Svolt", "Northvolt" also as "NORTHVOLT"; a short name such as "Ford" or "ACC" only as written."""
    yield name
    if len(name) <= SHORT or not name.isascii():
        return
    yield name.upper()
    yield _LONG_CAPITALS.sub(lambda word: word[0].capitalize(), name)


def term_spellings(term: Term) -> Iterator[str]:
    """ "lithium iron phosphate" also with a capital, with capitals throughout a headline, and in capitals."""
    yield from term.exact
    for spelling in (*term.spellings, *term.broad):
        yield spelling
        yield spelling[0].upper() + spelling[1:]
        yield _FIRST.sub(lambda letter: letter[0].upper(), spelling)
        yield spelling.upper()


def all_meanings(
    names: Mapping[str, list[str]], chemistries: Mapping[str, Term], products: Mapping[str, Term], gazetteer: Gazetteer
) -> dict[str, Meaning]:
    """Spelling → meaning. Later tables do not take a spelling from earlier ones: organisation, chemistry, product, place."""
    found: dict[str, Meaning] = {name: (HitKind.ORGANISATION, tuple(ids)) for name, ids in names.items()}
    for name, ids in names.items():
        for spelling in name_spellings(name):
            found.setdefault(spelling, (HitKind.ORGANISATION, tuple(ids)))
    for kind, terms in ((HitKind.CHEMISTRY, chemistries), (HitKind.PRODUCT, products)):
        for term in terms.values():
            meaning: Meaning = (kind, (term.name,)) if term.name != "none" else (None, ())
            for spelling in term_spellings(term):
                found.setdefault(spelling, meaning)
    _add_places(found, gazetteer)
    return found


def _add_places(found: dict[str, Meaning], gazetteer: Gazetteer) -> None:
    for name, ids in gazetteer.names.items():
        place: Meaning = (HitKind.PLACE, ids)
        found.setdefault(name, place)
        if len(name) > SHORT and name not in gazetteer.wary and name.isascii():
            found.setdefault(name.upper(), place)
