"""What materials the tranches take in a year: output by recipe, divided by what of each material ends in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cellwire.outlook.ahead import Tranche
from cellwire.outlook.assumptions import Assumptions, Material
from cellwire.outlook.bands import Band, across, exactly, total
from cellwire.outlook.starts import Start

_DAYS = 365.2425


@dataclass(frozen=True, slots=True)
class Need:
    """Of one material in one year; `gwh` is the output it is for, `without` that of plants whose recipe is unknown."""

    year: int
    key: str
    material: str
    name: str
    unit: str
    amount: Band
    gwh: Band
    without: Band


def needs(
    tranches: Sequence[Tranche],
    assumptions: Assumptions,
    *,
    years: Iterable[int],
    materials: Iterable[str],
    key: Callable[[Tranche], str] = lambda tranche: "",
) -> list[Need]:
    """Year by year and key by key, each material in the order of the data file."""
    found: dict[str, list[Tranche]] = {}
    for tranche in tranches:
        found.setdefault(key(tranche), []).append(tranche)
    asked = [assumptions.materials[id] for id in materials]
    return [
        _need(year, name, material, found[name], assumptions)
        for year in years
        for name in sorted(found)
        for material in asked
    ]


def _need(year: int, key: str, material: Material, tranches: Iterable[Tranche], assumptions: Assumptions) -> Need:
    amounts, counted, without = [], [], []
    for tranche in tranches:
        made = output(tranche, year, assumptions)
        intensity = _intensity(material, tranche, assumptions, ramping=is_ramping(tranche.start, year, assumptions))
        if intensity is None:
            without.append(made)
        else:
            amounts.append(made * intensity)
            counted.append(made)
    return Need(year, key, material.id, material.name, material.unit, total(amounts), total(counted), total(without))


def output(tranche: Tranche, year: int, assumptions: Assumptions) -> Band:
    """GWh of cells made in a year: by how firm it is, how far it has ramped up, and how much of it is used."""
    return (
        tranche.weighted * ramp(tranche.start, year, assumptions.ramp_years) * assumptions.bands["output.utilisation"]
    )


def ramp(start: Start, year: int, years: float) -> Band:
    """The mean share of a year's days; the low end is a start on the last of its days, the high end on the first."""
    first, last = _point(start.first), _point(start.last)
    middle = last if start.first == date.min else (first + last) / 2
    return Band(*(_mean(year - begun, years) for begun in (last, middle, first)))


def _point(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS


def _mean(since: float, years: float) -> float:
    """Of the year that begins `since` years after a start: the S-curve 3t² - 2t³ over the ramp, then all."""
    if since >= years:
        return 1.0
    return years * (_area((since + 1) / years) - _area(since / years))


def _area(t: float) -> float:
    return 0.0 if t <= 0 else t**3 - t**4 / 2 if t < 1 else t - 0.5


def is_ramping(start: Start, year: int, assumptions: Assumptions) -> bool:
    """Whether the middle of the year lies within the ramp."""
    return year + 0.5 < _point(start.last) + assumptions.ramp_years


def _intensity(material: Material, tranche: Tranche, assumptions: Assumptions, *, ramping: bool) -> Band | None:
    """Per GWh of cells. Which of several recipes it is nobody knows: the band goes across them."""
    return _across(_of_recipe(material, recipe, assumptions, ramping) for recipe in tranche.recipes)


def _of_recipe(material: Material, recipe: str, assumptions: Assumptions, ramping: bool) -> Band | None:
    own = _figure(material, recipe, assumptions)
    if own is None:
        within = [each for each in assumptions.chemistries.get(recipe, ()) if each != recipe]
        return _across(_of_recipe(material, each, assumptions, ramping) for each in within)
    if material.of:
        base = _of_recipe(assumptions.materials[material.of], recipe, assumptions, ramping)
        return base * own * _times(material, assumptions) if base else None
    return own / assumptions.yield_of("ramping" if ramping else material.through) if material.through else own


def _figure(material: Material, recipe: str, assumptions: Assumptions) -> Band | None:
    """Its own, its family's, or what holds for any."""
    family = next((name for name, grades in assumptions.grades.items() if recipe in grades.values()), recipe)
    return material.per.get(recipe) or material.per.get(family) or material.per.get("any")


def _across(bands: Iterable[Band | None]) -> Band | None:
    """Nothing where one of them is not known: the others would stand for it."""
    every = list(bands)
    known = [band for band in every if band]
    return across(known) if known and len(known) == len(every) else None


def _times(material: Material, assumptions: Assumptions) -> Band:
    recovery = assumptions.bands["solvent.recovery"]
    match material.times:
        case "recovered":
            return recovery
        case "lost":
            return Band(1 - recovery.high, 1 - recovery.middle, 1 - recovery.low)
        case _:
            return exactly(1.0)
