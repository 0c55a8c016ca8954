"""Whether what two texts tell can be of the same company or plant: comparisons that stories and record share."""

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
from typing import Any

from cellwire.model.development import Development, Kind, Party, Place, Role
from cellwire.model.lexical import Locality, Organisation


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What the lexicon knows of companies and places, by id. Answers are remembered for one, not for its equals."""

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    localities: Mapping[str, Locality] = field(default_factory=dict)

    def group(self, party: str) -> frozenset[str]:
        """A company with its parents, and whoever owns one of these alone: each can be told of for the others."""
        return _group(self, party)

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


@lru_cache(maxsize=65_536)
def _group(known: Known, party: str) -> frozenset[str]:
    organisation = known.organisations.get(party)
    found = dict.fromkeys((party, *(organisation.parents if organisation else ())))
    rising = list(found)[1:]
    while rising:
        above = known.organisations.get(rising.pop())
        if above and len(above.parents) == 1 and above.parents[0] not in found:
            rising += above.parents
            found |= dict.fromkeys(above.parents)
    return frozenset(found)


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
    named = [party for party in development.parties if party.role in roles]
    return tuple(named) if named else development.parties


def builders(development: Development) -> tuple[Party, ...]:
    """Those whose plant it is; where no role says so, whoever is named but the government and who only supplies it."""
    roles = words()["plant_roles"]
    parties = principals(development)
    others = {Role.GOVERNMENT, Role.SUPPLIER} if development.kind is Kind.FACILITY else {Role.GOVERNMENT}
    return tuple(party for party in parties if party.role in roles) or tuple(
        party for party in parties if party.role not in others
    )


def without_owners(parties: Iterable[Party], known: Known) -> tuple[Party, ...]:
    """A venture or a subsidiary stands for its owners where it is named beside them; each party once.

    What is bought or funded stands for nobody: who buys it is the other side, and its owner from then on.
    """
    once = {party.id: party for party in reversed(list(parties))}
    told = [party.id for party in once.values() if party.role is not Role.TARGET]
    owners = {owner for id in told for owner in known.group(id) if owner != id}
    return tuple([party for party in reversed(once.values()) if party.id not in owners])


def groups(parties: Iterable[Party], known: Known) -> frozenset[str]:
    """The parties with their parents."""
    return frozenset().union(*[known.group(party.id) for party in parties])


def same_family(one: str | None, other: str | None) -> bool:
    """Whether two products can be those of one plant; silence can be anything."""
    return one is None or other is None or one == other or _family(one) == _family(other)


def told_product(product: str | None, parties: Iterable[str], known: Known) -> str | None:
    """What a plant is told to make; a "battery plant" of companies that make no batteries leaves it open."""
    return None if product == "cell" and _make_no_batteries(frozenset(parties), known) else product


@lru_cache(maxsize=65_536)
def _make_no_batteries(parties: frozenset[str], known: Known) -> bool:
    """Only what is known of all of them says so."""
    made = words()["for_batteries"]
    chains = [known.organisations[id].chain if id in known.organisations else () for id in parties]
    return bool(chains) and all(chain and set(chain) <= set(made) for chain in chains)


@cache
def _family(product: str) -> int | str:
    return next((number for number, family in enumerate(words()["families"]) if product in family), product)


def plant_words() -> tuple[str, ...]:
    """What a plant is called, as patterns have it."""
    return tuple(words()["plant_words"])


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
