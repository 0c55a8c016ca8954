"""What materials the tranches take in a year: output by recipe, divided by what of each material ends in cells."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cellwire.outlook.ahead import Tranche
from cellwire.outlook.assumptions import Assumptions, Material
from cellwire.outlook.bands import Band, across, exactly, total
from cellwire.outlook.starts import Start


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
        need
        for year in years
        for name in sorted(found)
        for need in _needs(year, name, _made(found[name], year, assumptions), asked, assumptions)
    ]


Made = dict[tuple[tuple[str, ...], bool], Band]  # GWh of cells by their recipes, and whether their plants ramp up


def _made(tranches: Iterable[Tranche], year: int, assumptions: Assumptions) -> Made:
    found: dict[tuple[tuple[str, ...], bool], list[Band]] = {}
    for tranche in tranches:
        alike = tranche.recipes, is_ramping(tranche.start, year, assumptions)
        found.setdefault(alike, []).append(output(tranche, year, assumptions))
    return {alike: total(outputs) for alike, outputs in found.items()}


def _needs(year: int, key: str, made: Made, materials: Iterable[Material], assumptions: Assumptions) -> Iterator[Need]:
    for material in materials:
        takes = {(recipes, ramping): _takes(material, recipes, ramping, assumptions) for recipes, ramping in made}
        yield Need(
            year=year,
            key=key,
            material=material.id,
            name=material.name,
            unit=material.unit,
            amount=total(made[alike] * taken for alike, taken in takes.items() if taken),
            gwh=total(made[alike] for alike, taken in takes.items() if taken),
            without=total(made[alike] for alike, taken in takes.items() if not taken),
        )


def output(tranche: Tranche, year: int, assumptions: Assumptions) -> Band:
    """GWh of cells made in a year: by how firm it is, how far it has ramped up, and how much of it is used."""
    return (
        tranche.weighted * ramp(tranche.start, year, assumptions.ramp_years) * assumptions.bands["output.utilisation"]
    )


def ramp(start: Start, year: int, years: float) -> Band:
    """The mean share of a year's days: high for a start on the first of its days, low for one behind the last."""
    last = _point(start.last, 1)
    if start.first is None:
        share = _mean(year - last, years)
        return Band(share, share, 1.0)
    first = _point(start.first)
    return Band(*(_mean(year - begun, years) for begun in (last, (first + last) / 2, first)))


def _point(day: date, later: int = 0) -> float:
    """A day on the line of years; a year's last day ends where the next year begins."""
    begun = date(day.year, 1, 1)
    return day.year + ((day - begun).days + later) / (365 + isleap(day.year))


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


def _takes(material: Material, recipes: Iterable[str], ramping: bool, assumptions: Assumptions) -> Band | None:
    """Per GWh of cells. Which of several recipes it is nobody knows: the band goes across them."""
    return _across(_of_recipe(material, recipe, assumptions, ramping) for recipe in recipes)


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
