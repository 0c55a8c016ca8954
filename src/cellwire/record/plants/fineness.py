"""How exactly a place says where a plant stands."""

from __future__ import annotations

from cellwire.model import Known, Place

TOWN = 2
_FINENESS = {"park": 3, "city": TOWN, "region": 1, "area": 0, "country": 0}


def fineness(place: Place | None, known: Known) -> int:
    """How exactly a place says where: a park, a town, a state or county, a country; a name nobody knows is a town's."""
    if place is None:
        return 0
    locality = known.localities.get(place.id or "")
    return _FINENESS.get(locality.kind, TOWN) if locality else TOWN


def finer(one: Place | None, other: Place | None, known: Known) -> Place | None:
    """The finer of two places, the first of equals unless only the other can be put on a map or has its usual name."""
    here, there = fineness(one, known), fineness(other, known)
    if one is None or here != there:
        return other if one is None or there > here else one
    if other is not None and one.id == other.id and is_usual(other, known) and not is_usual(one, known):
        return other
    return other if one.lat is None and other is not None and other.lat is not None else one


def is_usual(place: Place, known: Known) -> bool:
    """Whether it is written as the gazetteer has it: Sunderland, not Wearside."""
    locality = known.localities.get(place.id or "")
    return locality is not None and locality.name == place.name
