"""Sizes of another sort than what a plant makes: tonnes beside a cell plant's GWh, GWh beside a separator plant's area.

Of 390 labelled plants with a capacity two have both: what a text says beside it is used up, or a country's or a
buyer's. The cars that a cell plant's GWh are enough for, said without a year, were its size in none of four new texts.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from cellwire.claims.slots.sizes import Size

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


def a_years(found: Collection[Size]) -> list[Size]:
    """With "30 GWh" as a year's where the same plant is said to make "60 GWh a year"."""
    yearly = {size.unit for size in found}
    return [replace(size, unit=f"{size.unit}/yr") if f"{size.unit}/yr" in yearly else size for size in found]


def _sort(size: Size) -> str | None:
    unit = size.unit.partition("/")[0]
    if unit in _ENERGY:
        return "energy"
    return "matter" if unit in _MATTER else "cars" if unit == "vehicles" else None
