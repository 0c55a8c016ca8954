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


# "their joint venture, |to be called| Voltakes"
_CALLED = regex(r"\b(?:venture|JV),?\s(?:(?:which|that|to|will|is|be)\s){0,3}(?:called|named|dubbed|known as)\s$")


def _with_founders(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """The same names; a venture that is called by its name is its founders', the two that were named last before."""
    if "venture" not in text:
        return names
    ordered = sorted((name for name in names if name.kind == "company"), key=lambda name: name.span.start)
    founders: dict[str, tuple[str, ...]] = {}
    for at, name in enumerate(ordered):
        if name.id not in founders and _CALLED.search(text, max(0, name.span.start - _REACH), name.span.start):
            before = list(dict.fromkeys(other.id for other in reversed(ordered[:at]) if other.id != name.id))
            if len(before) > 1:
                founders[name.id] = tuple(before[:2])
    return [replace(name, parents=(*name.parents, *founders.get(name.id, ()))) for name in names] if founders else names


def with_parents(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, each mention with the owners that the text names anywhere."""
    names = _with_founders(text, names)
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
