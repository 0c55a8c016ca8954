"""The outlines of the land, as one path of an SVG: the ground on which maps are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

Projection = Callable[[float, float], tuple[float, float]]  # latitude and longitude in degrees to a place on the map


@cache
def rings() -> tuple[tuple[tuple[float, float], ...], ...]:
    lines = files("cellwire.publish").joinpath("land.txt").read_text("utf-8").splitlines()
    return tuple(tuple(_points(line)) for line in lines if not line.startswith("#"))


def _points(line: str) -> Iterator[tuple[float, float]]:
    """Latitude and longitude of each corner."""
    numbers = [int(number) / 10 for number in line.split()]
    return zip(numbers[1::2], numbers[::2], strict=True)


def land_path(project: Projection) -> str:
    """The `d` of an SVG path: a closed ring for each stretch of land."""
    return "".join(_ring([project(lat, lon) for lat, lon in ring]) for ring in rings())


def _ring(places: list[tuple[float, float]]) -> str:
    (x, y), *rest = [(round(x), round(y)) for x, y in places]
    steps = []
    for next_x, next_y in rest:
        if (next_x, next_y) != (x, y):
            steps.append(f"l{next_x - x} {next_y - y}")
            x, y = next_x, next_y
    (x, y) = (round(places[0][0]), round(places[0][1]))
    return f"M{x} {y}{''.join(steps)}z" if len(steps) > 1 else ""
