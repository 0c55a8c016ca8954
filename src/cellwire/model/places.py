"""Whether two places can be one: the same, near each other, one within the other, or told for one another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import cos, floor, hypot, radians

from cellwire.model.development import Place
from cellwire.model.likeness import Known, fold, words
from cellwire.model.span import Span

NEAR_KM = 15.0
_DEGREE = 111.2  # kilometres
_NOWHERE = Span(0, 0)  # where a place is written says nothing of where it is


def same_place(one: Place, other: Place, known: Known) -> str | None:
    """Why two places can be one: the same, near each other, or one within the other; `None` where they are two."""
    if one.country and other.country and one.country != other.country and not _is_guessed(one, other):
        return None
    if one.name == other.name or _bare(one.name) == _bare(other.name) or (one.id and one.id == other.id):
        return f"both in {one.name}"
    if _within(one, other, known):
        return f"{one.name} lies in {other.name}"
    if _within(other, one, known):
        return f"{other.name} lies in {one.name}"
    if _spelled_alike(one, other):
        return f"{one.name} and {other.name} are spelled alike"
    if known_as(one, other):
        return f"{one.name} and {other.name} are told for one another"
    if _is_point(one, known) and _is_point(other, known) and kilometres(one, other) <= NEAR_KM:
        return f"{one.name} lies near {other.name}"
    return None


def _is_guessed(one: Place, other: Place) -> bool:
    """Whether both bear a name that the gazetteer lacks: its country is then what else a text names."""
    return one.id is None and other.id is None and one.name == other.name


@lru_cache(maxsize=65_536)
def _bare(name: str) -> str:
    """A place's name without the word for what it is: "Bartow County" is "Bartow"."""
    kinds = words()["place_kinds"]
    return " ".join(word for word in fold(name).split() if word not in kinds) or fold(name)


_LONG = 6  # letters: shorter names are alike by chance


@lru_cache(maxsize=65_536)
def _letters(name: str) -> str:
    """A long name's letters in the alphabet's order, a doubled one once: the same for most slips of the pen."""
    once = re.sub(r"(.)\1+", r"\1", fold(name).replace(" ", ""))
    return "".join(sorted(once)) if len(once) >= _LONG else ""


def _spelled_alike(one: Place, other: Place) -> bool:
    """Two letters changed places or one is doubled, in a name that the gazetteer holds on one side at most."""
    return not (one.id and other.id) and bool(_letters(one.name)) and _letters(one.name) == _letters(other.name)


def _within(inner: Place, outer: Place, known: Known) -> bool:
    """A city's region is the gazetteer's; a place written "Sunderland, UK" lies in "UK"."""
    locality = known.localities.get(inner.id or "")
    if locality and locality.region:
        region = known.localities.get(locality.region)
        if outer.id == locality.region or fold(outer.name) == fold(region.name if region else locality.region):
            return True
    return fold(inner.name).endswith(f" {fold(outer.name)}") and "," in inner.name


@cache
def _told_for() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in words()["told_for_one_another"]["places"])


def known_as(one: Place, other: Place) -> bool:
    """Whether a plant of the one place is told under the other's name."""
    return bool(one.id and other.id) and frozenset((one.id, other.id)) in _told_for()


def _is_point(place: Place, known: Known) -> bool:
    locality = known.localities.get(place.id or "")
    return place.lat is not None and (locality is None or locality.kind in {"city", "park"})


def kilometres(one: Place, other: Place) -> float:
    """Kilometres, good enough for neighbours."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return _DEGREE * hypot(one.lat - other.lat, east)


def place_keys(place: Place, known: Known) -> tuple[str, ...]:
    """Words that two places share wherever `same_place` finds them to be one; sharing one proves nothing."""
    return _place_keys(Place(place.name, place.country, _NOWHERE, place.lat, place.lon, place.id), known)


@lru_cache(maxsize=65_536)
def _place_keys(place: Place, known: Known) -> tuple[str, ...]:
    keys = {fold(place.name), _bare(place.name), f"#{place.id}" if place.id else ""}
    keys |= {f"~{letters}" for letters in [_letters(place.name)] if letters}
    locality = known.localities.get(place.id or "")
    if locality and locality.region:
        region = known.localities.get(locality.region)
        keys |= {f"#{locality.region}", fold(region.name if region else locality.region)}
    keys |= {" ".join(sorted(pair)) for pair in _told_for() if place.id in pair}
    if "," in place.name:
        words_of = fold(place.name).split()
        keys |= {" ".join(words_of[start:]) for start in range(1, len(words_of))}
    if _is_point(place, known):
        keys |= _squares(place)
    return tuple(sorted(filter(None, keys)))


def _squares(place: Place) -> set[str]:
    """Squares of half a degree that the place's surroundings touch: of two near places, at least one is the same."""
    assert place.lat is not None
    if place.lon is None:
        return set()
    high = NEAR_KM / _DEGREE / 2 * 1.05
    wide = high / max(0.2, cos(radians(min(80.0, abs(place.lat) + high))))
    return {
        f"@{floor((place.lat + north) * 2)},{floor((place.lon + east) * 2)}"
        for north in (-high, high)
        for east in (-wide, wide)
    }
