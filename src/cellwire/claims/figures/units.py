"""How units, rates and hedges are written: the lexicon's tables as quick look-ups, built on first use."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from cellwire.lexicon import read_toml
from cellwire.model import Qualifier

# Measured whole: nothing comes in thousandths of a car.
WHOLE = frozenset(
    {"vehicles", "cells", "packs", "modules", "batteries", "stations", "units", "households", "jobs", "people", "count"}
)
# A yearly figure of these is a rate; "annual growth of 5%" is none.
RATED = frozenset({"energy", "power", "mass", "area", "volume", "count"}) | (WHOLE - {"jobs", "people", "households"})
_CANONICAL = {"kt": "t", "Mt": "t", "t LCE": "t", "kt LCE": "t"}
_SCATTERED = frozenset({"jobs"})  # spelled in everyday_units.toml, where people are told from jobs


class Unit(Struct, frozen=True):
    """`factor` turns a value in the written unit into `name`: 12 kt is 12000 t."""

    name: str
    dimension: str
    factor: float = 1.0
    per_year: bool = False

    @property
    def whole(self) -> bool:
        return self.dimension in WHOLE


class Spellings:
    """Finds the longest known spelling at a position."""

    def __init__(self, exact: dict[str, Unit], folded: dict[str, Unit]) -> None:
        self._exact = _by_opening(exact)
        self._folded = _by_opening(folded)
        self.folded = folded

    def match(self, text: str, low: str, position: int) -> tuple[Unit, int] | None:
        """The unit written at `position` of `text` (`low` is its lower case) and where it ends."""
        found = _longest(self._exact, text, position)
        other = _longest(self._folded, low, position)
        if found and (not other or found[1] >= other[1]):
            return found
        return other


Opening = dict[str, list[tuple[str, Unit]]]


def _by_opening(spellings: dict[str, Unit]) -> Opening:
    """By their first two characters, the longest first."""
    opening: Opening = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        opening.setdefault(spelling[:2], []).append((spelling, spellings[spelling]))
    return opening


def _longest(opening: Opening, text: str, position: int) -> tuple[Unit, int] | None:
    for width in (2, 1):  # those of one character are the shortest
        for spelling, unit in opening.get(text[position : position + width], ()):
            if text.startswith(spelling, position):
                end = position + len(spelling)
                if end == len(text) or not _continues(spelling[-1], text[end]):
                    return unit, end
    return None


def _continues(last: str, following: str) -> bool:
    """Whether a word goes on: letters and digits of the same kind of script."""
    if not last.isalnum() or last in "²³":
        return following in "²³"
    return ord(last) < 0x2E80 and (following.isalnum() and ord(following) < 0x2E80)


@cache
def unit_spellings() -> Spellings:
    """Every spelling of every unit."""
    exact: dict[str, Unit] = {}
    folded: dict[str, Unit] = {}
    trade, everyday = read_toml("units.toml"), read_toml("everyday_units.toml")
    factors = {name: entry["factor"] for name, entry in trade["unit"].items()}
    units: dict[str, Unit] = {}
    for name, entry in [*_entries(trade, skip=_SCATTERED), *_entries(everyday)]:
        canonical = _CANONICAL.get(name, name)
        dimension = "mass" if canonical == "t" else entry["dimension"]
        unit = Unit(canonical, dimension, entry["factor"] / factors[canonical] if canonical != name else 1.0)
        units[name] = unit
        exact |= dict.fromkeys(entry.get("exact", ()), unit)
        folded |= {spelling.lower(): unit for spelling in entry.get("spellings", ())}
    for spelling, rated in trade["joined"].items():
        base = units[rated.removesuffix("/yr")]
        exact[spelling] = Unit(base.name, base.dimension, base.factor, per_year=True)
    return Spellings(exact, folded)


def _entries(table: dict[str, Any], skip: frozenset[str] = frozenset()) -> list[tuple[str, dict[str, Any]]]:
    return [(name, entry) for name, entry in table["unit"].items() if name not in skip]


@cache
def phrase_words(kind: str) -> frozenset[str]:
    """The word lists around things counted: "stops", "uncounted", "labels" or "formats"."""
    return frozenset(read_toml("everyday_units.toml")["phrase"][kind])


@cache
def rate_words() -> tuple[str, ...]:
    return tuple(read_toml("units.toml")["yearly"]["after"])


@cache
def hedges(side: str) -> dict[str, Qualifier]:
    """The words that say how exact a number is, standing "before" or "after" it."""
    table = read_toml("hedges.toml")
    return {word: qualifier for qualifier in Qualifier if qualifier in table for word in table[qualifier][side]}


@cache
def hedge_fillers() -> frozenset[str]:
    return frozenset(word.lower() for word in read_toml("hedges.toml")["filler"]["words"])
