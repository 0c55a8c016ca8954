"""Whose unit a company is, as the text says it: "Alder subsidiary Birch", "Birch, a wholly owned unit of Alder"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from cellwire.claims.scene import Name
from cellwire.lexicon import regex

_UNITS = ("subsidiary", "unit", "arm", "affiliate", "division", "brand")
_UNIT = rf"(?:{'|'.join(_UNITS)})"
_REACH = 90  # characters between two names
_UNIT_NEXT = regex(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,5}}?{_UNIT},?\s")
_OWNER_NEXT = regex(
    rf"(?:\s\([^()]{{1,40}}\)|\))?,\s(?:which is\s)?(?:an?|the)\s(?:[\w%-]+\s){{0,4}}?{_UNIT}\s(?:of|owned by)\s"
    r"(?:[\w'’-]+\s){0,4}?"
)


def with_parents(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, each mention with the owners that the text names anywhere."""
    if not any(word in text for word in _UNITS):
        return list(names)
    owners: dict[str, str] = {}
    for first, second in pairwise(sorted(names, key=lambda name: name.span.start)):
        between = text[first.span.end : second.span.start]
        if len(between) > _REACH or first.id == second.id:
            continue
        if _UNIT_NEXT.fullmatch(between):
            owners[second.id] = first.id
        elif _OWNER_NEXT.fullmatch(between):
            owners[first.id] = second.id
    return [
        replace(name, parents=(*name.parents, owner))
        if (owner := owners.get(name.id)) and owner not in name.parents
        else name
        for name in names
    ]
