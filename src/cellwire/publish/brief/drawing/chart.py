"""The chart of the week: the yearly capacities that its plants name, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from cellwire.publish.brief.drawing.picture import Label, Picture, Polygon, Shape
from cellwire.publish.brief.edition import Bar

WIDTH = 640
_ROW, _THICK, _NAMES, _AMOUNTS = 26, 14, 250, 130
_LONGEST = 30  # characters of a name
_LEAST = 3


def chart_of(bars: Sequence[Bar]) -> Picture | None:
    """None for fewer than three: a sentence has told them already. The amounts stand in words beside their bars."""
    if len(bars) < _LEAST:
        return None
    most = max(bar.gwh for bar in bars)
    room = WIDTH - _NAMES - _AMOUNTS
    shapes: list[Shape] = []
    for row, bar in enumerate(bars):
        y = row * _ROW + _ROW / 2
        end = _NAMES + max(2.0, round(room * bar.gwh / most, 1))
        top, bottom = y - _THICK / 2, y + _THICK / 2
        shapes.append(Label(_NAMES - 10, y, _short(bar.name), "name", "end"))
        shapes.append(Polygon(((_NAMES, top), (end, top), (end, bottom), (_NAMES, bottom)), "bar"))
        shapes.append(Label(end + 8, y, bar.part.text, "amount"))
    told = "; ".join(f"{bar.name}: {bar.part.text}" for bar in bars)
    return Picture(WIDTH, len(bars) * _ROW, "Capacities named this week", told, tuple(shapes))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip(" ,") + "…"
