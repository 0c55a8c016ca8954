"""Companies the lexicon knows, where a text names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cellwire.claims.actors.namesakes import longer_names, persons_so_called
from cellwire.claims.actors.naming import full_name
from cellwire.claims.scene import Name
from cellwire.lexicon import PLANT, Lexicon, fold_name, regex
from cellwire.model import Hit, HitKind, Organisation, Span

# "Alder Ventures" is what Alder invests with
_ARM = regex(r" (?:[A-Z]\w+ )?(?:Ventures|Venture Capital|Capital|Venture Partners|Venture Fund)\b")


_SHORT = regex(r"(?:\((?:[A-Z]+-)?|or )([A-Z]{2,6})[),]")
_PLAIN_WORDS = regex(
    r"(?:[a-z][\w-]*,?\s){2,6}\Z"
    r"|(?:[\w-]+\s){1,5}(?:[Cc]ells?|[Bb]atter(?:y|ies)|[Ss]ystems?|[Vv]ehicles?|[Ss]torage|[Mm]aterials?)\s\Z"
)
_PHRASE = 200  # characters of six words at most


def _terms(text: str) -> Iterator[str]:
    """Capitals that a text gives for plain words: in "advanced chemistry battery cells (|ACC|)" ACC is no company."""
    for short in _SHORT.finditer(text) if "(" in text else ():
        words = _PLAIN_WORDS.search(text, max(0, short.start() - _PHRASE), short.start())
        initials = iter(word[0].upper() for word in words[0].split()) if words else iter(())
        if all(letter in initials for letter in short[1]):
            yield short[1]


_TELLS_FIRST = regex(r" (?:[Ee]xclusive|EXCLUSIVE)\b ?[:|–-]")  # "|SMM| exclusive: …" is an outlet's
_SEATED = ("-based", "-headquartered")  # "the |Freeport|-based company" is in a town of that name
# "an |LG|-backed miner", "a |Tesla|-style plant": not who acts
_LIKENED = regex(
    r"-(?i:style|rival|like|sized|neighbou?r|linked|inspired|backed|led|funded|controlled|supported|invested|affiliated)\b"
    rf"|-[Oo]wned\b(?!\s(?:[\w-]+\s){{0,3}}?(?:{PLANT}|works|complex)\b)"
)
# "the |Volkswagen| partner Gotion": which other firm is meant
_BESIDE = regex(r" (?:partner|rival|ally|backer),? (?=[A-Z][\w&-]*[a-z])")
_SIGNS = frozenset("$€£¥₩₹")  # of "A$3M" 3M is a sum
_MARKET = regex(r"(?<=[A-Z]): ?[A-Z0-9]{2,6}\)")  # "Stellantis (|EPA|:STLA)" is listed there


def _another(text: str, whole: Span, known: Organisation) -> Name:
    """A firm that no list knows, called after a known one."""
    name = whole.cut(text)
    return Name("x-" + fold_name(name), full_name(name), whole, whole, "company", (), known=False, parents=(known.id,))


def _in_a_land(text: str, whole: Span, known: Organisation) -> Name:
    """A known firm's subsidiary, which does in a land what the firm does."""
    name = whole.cut(text)
    return Name(fold_name(name), name, whole, whole, known.kind, known.chain, parents=(known.id,))


def lexicon_names(text: str, hits: Sequence[Hit], lexicon: Lexicon, headlines: Sequence[Span] = ()) -> Iterator[Name]:
    """The known organisations; the arm that carries a company's name and invests is somebody else."""
    terms = frozenset(_terms(text))
    longer = longer_names(text, hits, headlines, lexicon)
    lands = {hit.span for hit in hits if hit.kind is HitKind.PLACE}
    people = persons_so_called(text, hits)
    for hit in hits:
        if (
            hit.kind is HitKind.ORGANISATION
            and hit not in people
            and hit.span.cut(text) not in terms
            and not _MARKET.match(text, hit.span.end)
            and not _TELLS_FIRST.match(text, hit.span.end)
            and not text.startswith(_SEATED, hit.span.end)
            and not _LIKENED.match(text, hit.span.end)
            and not _BESIDE.match(text, hit.span.end)
            and text[hit.span.start - 1 : hit.span.start] not in _SIGNS
        ):
            known = lexicon.organisations[hit.ids[0]]
            if whole := longer.get(hit):
                in_land = Span(hit.span.end + 1, whole.end) in lands
                yield _in_a_land(text, whole, known) if in_land else _another(text, whole, known)
                continue
            if known.kind == "company" and (arm := _ARM.match(text, hit.span.end)):
                span = Span(hit.span.start, arm.end())
                name = span.cut(text)
                yield Name("x-" + fold_name(name), name, span, span, "company", (), known=False)
                continue
            yield Name(
                known.id,
                known.name,
                hit.span,
                hit.span,
                known.kind,
                known.chain,
                country=known.country,
                parents=known.parents,
            )
