"""What a picture shows, not how it is drawn: shapes with a role each, and words for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass

# By role; a page's style may say otherwise.
COLOURS = {
    "land": "#e4e0d4",
    "bar": "#0a5a48",
    "spot": "#0a5a48",
    "number": "#ffffff",
    "name": "#1d1c1a",
    "amount": "#1d1c1a",
}
SIZES = {"number": 11, "name": 13, "amount": 13}

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Polygon:
    points: Points
    role: str  # "land", "bar": what it stands for decides how it looks


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float
    role: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `anchor` is "start", "middle" or "end" of them, `y` their middle."""

    x: float
    y: float
    text: str
    role: str
    anchor: str = "start"


Shape = Polygon | Dot | Label


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: int
    title: str
    description: str
    shapes: tuple[Shape, ...]
