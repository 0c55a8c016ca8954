"""Where things stand in drawings: the pages' templates put lines, dots and words there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from cellwire.model import Company, Facility, PartialDate, Slip, Value, slip_chart
from cellwire.publish.land import land_path
from cellwire.publish.view import Box

TIMELINE_ROWS = 60
MAP = (960, 470)
GRAPH = (520, 340)
APART, CELL = 150, 26  # plants that are drawn one by one; the side of a square where there are more
NEAREST = 12.0  # of the map's 960: some 4° of longitude
AROUND = 150.0  # how much is shown around what was filtered: enough to know the coasts by


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places; one value alone stands in the middle."""

    least: float
    most: float
    low: float
    high: float

    def __call__(self, value: float) -> float:
        if self.most == self.least:
            return (self.low + self.high) / 2
        return round(self.low + (value - self.least) / (self.most - self.least) * (self.high - self.low), 1)


@dataclass(frozen=True, slots=True)
class Dot:
    """A plant, or several that stand too close to be told apart; `box` is what to look at to tell them."""

    plants: tuple[Facility, ...]
    x: float
    y: float
    radius: float
    box: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """Equirectangular, from 75° north to 56° south: where plants are, the shapes stay familiar."""

    dots: tuple[Dot, ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def land(self) -> str:
        return land_path(_on_map)

    @property
    def count(self) -> int:
        return sum(len(dot.plants) for dot in self.dots)

    def named(self, most: int) -> Sequence[Facility]:
        """The first so many plants, those that stand closest together first."""
        return list(islice(chain.from_iterable(dot.plants for dot in self.dots), most))

    @property
    def scale(self) -> float:
        """Of what is drawn, so that lines and letters stay as large however near one looks."""
        return self.width / MAP[0]


def _on_map(lat: float, lon: float) -> tuple[float, float]:
    return (lon + 180) / 360 * MAP[0], (75 - lat) / 131 * MAP[1]


def world_map(plants: Sequence[Facility], box: Box | None = None, *, near: bool = False) -> WorldMap:
    """A dot a plant whose place is known; where there are many, one for those in each small square.

    `near` looks at the part of the world in which they stand, where no box says at which.
    """
    places = [
        (plant, *_on_map(plant.lat, plant.lon)) for plant in plants if plant.lat is not None and plant.lon is not None
    ]
    left, top, width = _view(_box_of(plants), AROUND) if near and places and not box else _view(box, NEAREST)
    scale = width / MAP[0]
    cell = CELL * scale if len(places) > APART else 0.01
    squares: dict[tuple[int, int], list[tuple[Facility, float, float]]] = {}
    for place in places:
        squares.setdefault((int(place[1] / cell), int(place[2] / cell)), []).append(place)
    dots = [_dot(together, scale) for together in squares.values()]
    dots.sort(key=lambda dot: (-len(dot.plants), dot.x, dot.y))
    return WorldMap(tuple(dots), left, top, width, width * MAP[1] / MAP[0])


def _dot(together: Sequence[tuple[Facility, float, float]], scale: float) -> Dot:
    plants = tuple(plant for plant, _, _ in together)
    x = round(sum(x for _, x, _ in together) / len(together), 2)
    y = round(sum(y for _, _, y in together) / len(together), 2)
    radius = 5 if len(plants) == 1 else min(6 + 0.8 * math.sqrt(len(plants)), CELL / 2)  # next to its like
    box = _box_of(plants)
    around = f"{box.south - 0.5:.1f},{box.west - 0.5:.1f},{box.north + 0.5:.1f},{box.east + 0.5:.1f}"
    return Dot(plants, x, y, round(radius * scale, 2), around)


def _box_of(plants: Sequence[Facility]) -> Box:
    """The smallest that holds those of them whose place is known."""
    lats = [plant.lat for plant in plants if plant.lat is not None]
    lons = [plant.lon for plant in plants if plant.lon is not None]
    return Box(min(lats), min(lons), max(lats), max(lons))


def _view(box: Box | None, least: float) -> tuple[float, float, float]:
    """Left, top and width of what is looked at, `least` or more, as wide for its height as the whole map."""
    if box is None:
        return 0.0, 0.0, float(MAP[0])
    left, top = _on_map(box.north, box.west)
    right, bottom = _on_map(box.south, box.east)
    width = max((right - left) * 1.3, (bottom - top) * 1.3 * MAP[0] / MAP[1], least)
    width = min(width, float(MAP[0]))
    height = width * MAP[1] / MAP[0]
    return round((left + right - width) / 2, 2), round((top + bottom - height) / 2, 2), round(width, 2)


@dataclass(frozen=True, slots=True)
class Slips:
    """One attribute of a phase as it was told over time: to the right the day it was said, upwards what it said."""

    attribute: str
    phase: str
    said: tuple[Slip, ...]
    width: int = 520
    height: int = 150

    @property
    def places(self) -> list[tuple[float, float, Slip]]:
        days, levels = [each.said.toordinal() for each in self.said], [_level(each.value) for each in self.said]
        across = Scale(min(days), max(days), 44, self.width - 90)
        upward = Scale(min(levels), max(levels), self.height - 24, 24)
        return [(across(each.said.toordinal()), upward(_level(each.value)), each) for each in self.said]

    @property
    def path(self) -> str:
        """A step at each telling."""
        (x, y, _), *rest = self.places
        return f"M{x} {y}" + "".join(f"H{x}V{y}" for x, y, _ in rest)


def slips_of(plant: Facility) -> list[Slips]:
    """The slip charts of what was told to be more than one thing on more than one day.

    Sums in two currencies have no common height: each unit is drawn by itself, or not at all.
    """
    charts: dict[tuple[str, str, str | None], list[Slip]] = {}
    for slip in slip_chart(plant):
        charts.setdefault((slip.attribute, slip.phase, slip.value.unit), []).append(slip)
    return [
        Slips(attribute, phase, tuple(slips))
        for (attribute, phase, _), slips in charts.items()
        if len({each.value for each in slips}) > 1 and len({each.said for each in slips}) > 1
    ]


def _level(value: Value) -> float:
    """The middle of the time a date can mean, or the amount."""
    if value.when:
        return (value.when.first.toordinal() + value.when.last.toordinal()) / 2
    return value.number or 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    plant: Facility
    when: PartialDate
    x: float
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Starts:
    """A bar a plant over the time in which it is told to start: a year is a long bar, a month a short one."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]
    width: int
    height: int


def starts_of(started: Sequence[tuple[Facility, PartialDate]]) -> Starts:
    first = min(when.first.year for _, when in started)
    last = max(when.last.year for _, when in started) + 1
    row, left, width = 20, 300, 960
    across = Scale(date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal(), left, width - 10)
    bars = []
    for number, (plant, when) in enumerate(started):
        x, end = across(when.first.toordinal()), across(when.last.toordinal())
        bars.append(Bar(plant, when, x, 26 + number * row, max(round(end - x, 1), 3)))
    years = tuple((year, across(date(year, 1, 1).toordinal())) for year in range(first, last))
    return Starts(tuple(bars), years, width, row * len(bars) + 26)


@dataclass(frozen=True, slots=True)
class Graph:
    """A company in the middle, those it has plants or deals with around it."""

    company: Company
    spots: tuple[tuple[Company, float, float], ...]
    width: int = GRAPH[0]
    height: int = GRAPH[1]


def partners_of(company: Company, partners: Sequence[Company]) -> Graph:
    def spot(number: int) -> tuple[float, float]:
        turn = 2 * math.pi * number / len(partners) - math.pi / 2
        return round(GRAPH[0] / 2 + 180 * math.cos(turn), 1), round(GRAPH[1] / 2 + 125 * math.sin(turn), 1)

    return Graph(company, tuple((each, *spot(number)) for number, each in enumerate(partners)))
