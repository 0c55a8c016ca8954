"""Sizes of another sort than what a plant makes: tonnes beside a cell plant's GWh, GWh beside a separator plant's area.

Of 390 labelled plants with a capacity two have both: what a text says beside it is used up, or a country's or a
buyer's. The cars that a cell plant's GWh are enough for, said without a year, were its size in none of four new texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from cellwire.claims.scene import Sentence
from cellwire.claims.slots.sizes import Size
from cellwire.lexicon import regex

_ENERGY = frozenset({"GWh", "MWh", "TWh"})
_MATTER = frozenset({"t", "m2"})
_OF_MATTER = frozenset(
    {"lithium", "nickel", "cobalt", "graphite", "cathode", "anode", "electrolyte", "separator", "foil", "recycling"}
)
_CELLS = frozenset({"cell", "pack"})
_OF_ENERGY = _CELLS | {"storage"}


def of_its_sort(found: Collection[Size], product: str | None) -> Collection[Size]:
    """Those in the product's own sort of unit, where a plant has sizes of both."""
    sorts = {_sort(size) for size in found}
    if "energy" in sorts and product in _CELLS:
        found = [size for size in found if _sort(size) != "cars" or size.per_year_said]
    if not sorts >= {"energy", "matter"}:
        return found
    other = "energy" if product in _OF_MATTER else "matter" if product in _OF_ENERGY else ""
    return [size for size in found if _sort(size) != other]


_OF_BATTERIES = regex(
    r"\b(?:enough|sufficient|equip\w*|equivalent|power(?:s|ing)?|suppl\w+|support\w*|suffice|needs? of|materials?"
    r"|energy|batter\w*|cells?|packs?|cathodes?|anodes?|electrolytes?|separators?|lithium|nickel|cobalt|graphite"
    r"|[GMT]Wh|tonnes|tons)\b",
    re.I,
)


def are_cars_made(size: Size, clause: Sentence, product: str | None) -> bool:
    """Whether so many cars are what a works turns out, and not what its batteries are enough for."""
    if product == "vehicle" or not size.unit.startswith("vehicles"):
        return False
    around = clause.before(size.span.end, _REACH) + clause.after(size.span.end, _REACH // 2)
    return _OF_BATTERIES.search(around) is None


_REACH = 120  # characters


def a_years(found: Collection[Size]) -> list[Size]:
    """With "30 GWh" as a year's where the same plant is said to make "60 GWh a year"."""
    yearly = {size.unit for size in found}
    return [replace(size, unit=f"{size.unit}/yr") if f"{size.unit}/yr" in yearly else size for size in found]


def _sort(size: Size) -> str | None:
    unit = size.unit.partition("/")[0]
    if unit in _ENERGY:
        return "energy"
    return "matter" if unit in _MATTER else "cars" if unit == "vehicles" else None
