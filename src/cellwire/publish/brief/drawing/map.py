"""The map of the week: a numbered dot for each place, on the outlines of the land."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cellwire.publish.brief.drawing.picture import Dot, Label, Picture, Points, Polygon, Shape
from cellwire.publish.brief.edition import Spot
from cellwire.publish.land import rings

WIDTH = 640
_SQUEEZE = math.cos(math.radians(35))  # degrees of longitude are drawn shorter, as they are at 35° north
_MARGIN = 8.0  # degrees around the outermost places
_LEAST = 50.0  # degrees of longitude: closer in, the outlines are too coarse
_HIGHEST = 0.62  # of its width: one place in the north and one in the south shall not push the news off the page
_RADIUS = 9.0
_NORTH, _SOUTH = 80.0, -58.0


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    east: float
    south: float
    north: float

    @property
    def scale(self) -> float:
        return WIDTH / ((self.east - self.west) * _SQUEEZE)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * _SQUEEZE * self.scale, (self.north - lat) * self.scale


def map_of(spots: Sequence[Spot]) -> Picture | None:
    """None where fewer than two stories have a place: a single dot says less than the sentence."""
    if len(spots) < 2:
        return None
    frame = _frame(spots)
    places = [frame.at(spot.lon, spot.lat) for spot in spots]
    shapes: list[Shape] = [Polygon(points, "land") for points in _land(frame)]
    for members in _near(places):
        x, y = (sum(places[one][axis] for one in members) / len(members) for axis in (0, 1))
        numbers = _listed([one + 1 for one in members])
        shapes.append(Dot(round(x, 1), round(y, 1), _RADIUS + 2.2 * max(0, len(numbers) - 2), "spot"))
        shapes.append(Label(round(x, 1), round(y, 1), numbers, "number", "middle"))
    told = "; ".join(f"{number} {spot.place}: {spot.headline}" for number, spot in enumerate(spots, 1))
    return Picture(WIDTH, frame.height, "Where the week’s news happens", told, tuple(shapes))


def _frame(spots: Sequence[Spot]) -> _Frame:
    west, east = min(spot.lon for spot in spots) - _MARGIN, max(spot.lon for spot in spots) + _MARGIN
    if (missing := _LEAST - (east - west)) > 0:
        west, east = west - missing / 2, east + missing / 2
    west, east = max(-180.0, west), min(180.0, east)
    south, north = min(spot.lat for spot in spots) - _MARGIN, max(spot.lat for spot in spots) + _MARGIN
    low = (east - west) * _SQUEEZE * 0.38  # no letterbox
    if (missing := low - (north - south)) > 0:
        south, north = south - missing / 2, north + missing / 2
    if (missing := (north - south) / _SQUEEZE / _HIGHEST - (east - west)) > 0:
        west, east = _within(west - missing / 2, east + missing / 2)
    return _Frame(west, east, max(_SOUTH, south), min(_NORTH, north))


def _within(west: float, east: float) -> tuple[float, float]:
    """Moved to where there is land to draw: nothing is drawn across the line of dates."""
    moved = max(0.0, -180.0 - west) - max(0.0, east - 180.0)
    return max(-180.0, west + moved), min(180.0, east + moved)


def _land(frame: _Frame) -> list[Points]:
    """The rings that reach into the frame, in whole pixels, a point a pixel; what lies outside is cut straight."""
    drawn = []
    for ring in rings():
        if max(lon for _, lon in ring) < frame.west or min(lon for _, lon in ring) > frame.east:
            continue
        if max(lat for lat, _ in ring) < frame.south or min(lat for lat, _ in ring) > frame.north:
            continue
        points = dict.fromkeys(_cut(frame.at(lon, lat), frame.height) for lat, lon in ring)
        if len(points) > 2:
            drawn.append(tuple(points))
    return drawn


def _cut(point: tuple[float, float], height: int) -> tuple[float, float]:
    x, y = point
    return float(round(min(max(x, -20.0), WIDTH + 20.0))), float(round(min(max(y, -20.0), height + 20.0)))


def _near(places: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Dots that would cover each other are one dot with their numbers."""
    groups: list[list[int]] = []
    for one, place in enumerate(places):
        group = next((group for group in groups if math.dist(places[group[0]], place) < 2.2 * _RADIUS), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _listed(numbers: Sequence[int]) -> str:
    """ "3", "1, 4", "2–4"."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))
