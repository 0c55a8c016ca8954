"""Whether what two texts tell can be of the same company, place or plant: comparisons that stories and record share."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from math import cos, floor, hypot, radians
from typing import Any

from cellwire.model.development import Development, Party, Place, Role
from cellwire.model.lexical import Locality, Organisation
from cellwire.model.span import Span

NEAR_KM = 15.0
_NOWHERE = Span(0, 0)  # where a place is written says nothing of where it is


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What the lexicon knows of companies and places, by id. Answers are remembered for one, not for its equals."""

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    localities: Mapping[str, Locality] = field(default_factory=dict)

    def group(self, party: str) -> frozenset[str]:
        """A company with its parents: a joint venture and each of its owners can be told of as one."""
        known = self.organisations.get(party)
        return frozenset((party, *known.parents)) if known else frozenset((party,))

    def owners(self, party: str, on: date | None = None) -> frozenset[str]:
        """Those who own it, on a day where their days are known."""
        known = self.organisations.get(party)
        if not known:
            return frozenset()
        if on is None or not known.stakes:
            return frozenset(known.parents)
        # Before its first stake began, a company is told of with those who are to own it.
        day = max([on, *(stake.since.first for stake in known.stakes[:1] if stake.since)])
        return frozenset(stake.owner for stake in known.stakes if stake.holds(day))

    def name(self, party: str) -> str | None:
        known = self.organisations.get(party)
        return known.name if known else None

    def place(self, place: Place) -> str:
        """As the text writes it; a dateline's capitals are no spelling."""
        if not place.name.isupper() or len(place.name) < 4:
            return place.name
        found = self.localities.get(place.id or "")
        return found.name if found else place.name.title()

    def country(self, code: str) -> str | None:
        """A country's name, where the gazetteer holds it under its code."""
        found = self.localities.get(code) or self.localities.get(code.lower())
        return found.name if found and found.kind == "country" else None


NOTHING_KNOWN = Known()


@cache
def words() -> Mapping[str, Any]:
    return tomllib.loads(files("cellwire.model").joinpath("likeness.toml").read_text("utf-8"))


def plain_letters(words: str) -> str:
    """Without case and accents, so that "Szolnok" and "SZÓLNOK" meet."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", words).casefold() if not unicodedata.combining(mark))


@lru_cache(maxsize=65_536)
def numbered(key: str) -> int:
    """What stands for a key wherever many are held or kept: the same number on every machine."""
    return int.from_bytes(sha256(key.encode()).digest()[:8], "big") >> 1


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Without case, accents and punctuation: how two spellings of one name meet."""
    return " ".join(re.findall(r"\w+", plain_letters(name)))


def principals(development: Development) -> tuple[Party, ...]:
    """Those whose news it is; a government only where nobody else is named."""
    roles = words()["principal_roles"]
    return tuple(party for party in development.parties if party.role in roles) or development.parties


def builders(development: Development) -> tuple[Party, ...]:
    """Those whose plant it is; where no role says so, whoever is named but the government."""
    roles = words()["plant_roles"]
    parties = principals(development)
    return tuple(party for party in parties if party.role in roles) or tuple(
        party for party in parties if party.role is not Role.GOVERNMENT
    )


def without_owners(parties: Iterable[Party], known: Known) -> tuple[Party, ...]:
    """A venture or a subsidiary stands for its owners where it is named beside them; each party once.

    What is bought or funded stands for nobody: who buys it is the other side, and its owner from then on.
    """
    once = {party.id: party for party in reversed(list(parties))}
    stand = [party.id for party in once.values() if party.role is not Role.TARGET]
    owners = {owner for party in stand for owner in known.group(party) - {party}}
    return tuple(party for party in reversed(once.values()) if party.id not in owners)


def groups(development: Development, known: Known) -> frozenset[str]:
    """The principals with their parents."""
    return frozenset(group for party in principals(development) for group in known.group(party.id))


def same_family(one: str | None, other: str | None) -> bool:
    """Whether two products can be those of one plant; silence can be anything."""
    return one is None or other is None or one == other or _family(one) == _family(other)


@cache
def _family(product: str) -> int | str:
    return next((number for number, family in enumerate(words()["families"]) if product in family), product)


@lru_cache(maxsize=65_536)
def ordinal(quote: str) -> int | None:
    """Which of a company's plants the words speak of: 2 for "its second UK plant".

    "Its second European plant" counts over many towns, and says nothing of the one it stands in.
    "The country's first gigafactory, its second plant" and "its second plant after the first plant of 2012" speak of
    the second; two others named leave it open.
    """
    far = set(words()["far_and_wide"])
    counted = [matched for matched in _ordinal_pattern().finditer(quote) if far.isdisjoint(fold(matched[0]).split())]
    found = {words()["ordinals"][matched[1].lower()] for matched in counted}
    if len(found) == 2:
        found.discard(1)
    return found.pop() if len(found) == 1 else None


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    numbers = "|".join(words()["ordinals"])
    plants = "|".join(words()["plant_words"])
    # Up to four words of one noun may stand between ("second power battery plant"), but no phase, line or comma.
    other = r"phases?|stages?|lines?|quarter|half|time|and|at|of|from|in|to|for|with|on|the|a"
    between = rf"(?:[-\s]+(?!(?:{other})\b)[\w'’-]+){{0,4}}?"
    return re.compile(rf"\b({numbers}){between}[-\s]+(?:{plants})\b", re.IGNORECASE)


def same_place(one: Place, other: Place, known: Known) -> str | None:
    """Why two places can be one: the same, near each other, or one within the other; `None` where they are two."""
    if one.country and other.country and one.country != other.country:
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
    if _is_point(one, known) and _is_point(other, known) and _distance(one, other) <= NEAR_KM:
        return f"{one.name} lies near {other.name}"
    return None


def _bare(name: str) -> str:
    """A place's name without the word for what it is: "Bartow County" is "Bartow"."""
    kinds = words()["place_kinds"]
    return " ".join(word for word in fold(name).split() if word not in kinds) or fold(name)


_LONG = 6  # letters: shorter names are alike by chance


def _letters(place: Place) -> str:
    """A long name's letters in the alphabet's order, a doubled one once: the same for most slips of the pen."""
    name = re.sub(r"(.)\1+", r"\1", fold(place.name).replace(" ", ""))
    return "".join(sorted(name)) if len(name) >= _LONG else ""


def _spelled_alike(one: Place, other: Place) -> bool:
    """Two letters changed places or one is doubled, in a name that the gazetteer holds on one side at most."""
    return not (one.id and other.id) and bool(_letters(one)) and _letters(one) == _letters(other)


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


def _distance(one: Place, other: Place) -> float:
    """Kilometres, good enough for neighbours."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return 111.2 * hypot(one.lat - other.lat, east)


def place_keys(place: Place, known: Known) -> tuple[str, ...]:
    """Words that two places share wherever `same_place` finds them to be one; sharing one proves nothing."""
    return _place_keys(Place(place.name, place.country, _NOWHERE, place.lat, place.lon, place.id), known)


@lru_cache(maxsize=65_536)
def _place_keys(place: Place, known: Known) -> tuple[str, ...]:
    keys = {fold(place.name), _bare(place.name), f"#{place.id}" if place.id else ""}
    keys |= {f"~{letters}" for letters in [_letters(place)] if letters}
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
    high = NEAR_KM / 111.2 / 2 * 1.05
    wide = high / max(0.2, cos(radians(min(80.0, abs(place.lat) + high))))
    return {
        f"@{floor((place.lat + north) * 2)},{floor((place.lon + east) * 2)}"
        for north in (-high, high)
        for east in (-wide, wide)
    }
