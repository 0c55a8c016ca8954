"""Who only builds for somebody else: contractors, by how the text speaks of them anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cellwire.claims.scene import Name
from cellwire.lexicon import regex

CONTRACTOR = "contractor"  # the kind of a name that owns no plant
_REACH = 90  # characters
_BEFORE = regex(
    r"\b(?:(?:general |main |principal |building |civil |EPC |construction )?contractors?"
    r"|construction (?:company|firm|group|giant)|(?<!engine )(?<!boat )(?<!ship)(?<!bus )(?<!car )(?<!truck )"
    r"(?<!machine )builders?)"
    r"(?:,| like| such as)?\s$"
)
# "has picked |Alder| to build its plant"
_PICKED = regex(
    r"\b(?:pick|choos|chose|chosen|select|hir|appoint|tap|engag|contract|commission|task)\w*\s(?:[a-z][\w-]*\s){0,5}$"
)
_TO_BUILD = regex(r"\sto\s(?:design and\s)?(?:build|construct|erect)\s(?:its|their|the|an?)\b")
_WORK = r"(?:site|construction|building|ground|enabling|civil|steel)\s?works?"
_AFTER = regex(
    r"(?:,\s(?:an?|the|its)\s(?:[\w'-]+\s){0,4}?(?:contractor|construction (?:company|firm|group|giant)|builder)\b"
    r"|(?:\steam)?,?\s(?:(?:which|who|has|have|had|is|was|are|were|been|also)\s){0,3}"
    rf"(?:overseeing|supervising|managing|carrying out|undertaking)\s(?:the\s|all\s)?{_WORK}"
    r"|(?:\steam)?\s(?:(?:has|have|had|is|was|are|were|been|also)\s){0,3}"
    r"(?:awarded|won|wins|selected for|hired)\s(?:[\w$€£.-]+\s){0,4}?"
    r"(?:contracts?\s)?to\s(?:design and\s)?(?:build|construct)\b"
    r"|\s(?:has\s|have\s)?delivered\s(?:an?|the|its)\s(?:[\w-]+\s){0,4}?(?:study|studies|report|assessment)\b[^.;]{0,120}\sto\s"
    r"|[^.;]{0,60}\bwill serve as (?:the |an? )?(?:[\w-]+\s){0,3}(?:contractor|design-build team|builder)\b)"
)


def with_contractors(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names; who is said to be the contractor of a site anywhere is of that kind everywhere."""
    if not any(word in text for word in _WORDS):
        return list(names)
    found = {name.id for name in names if name.kind == "company" and not name.known and _is_one(text, name)}
    return [replace(name, kind=CONTRACTOR) if name.id in found else name for name in names]


_WORDS = ("ontractor", "onstruction", "uilder", "work", "contract to", "to build", "to construct", "delivered")


def _is_one(text: str, name: Name) -> bool:
    before, after = (
        text[max(0, name.span.start - _REACH) : name.span.start],
        text[name.span.end : name.span.end + _REACH],
    )
    picked = _TO_BUILD.match(after) and _PICKED.search(before)
    return bool(picked or _BEFORE.search(before) or _AFTER.match(after))
