"""How sure and how near to the head of its text a story has to be told."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files


@cache
def floor(name: str) -> float:
    table = tomllib.loads((files("cellwire.publish.brief.doubting") / "floors.toml").read_text("utf-8"))
    return float(table[name])


def below(chance: float) -> str:
    """As it is printed beside a floor, never rounded up: .748 is no .75."""
    return f"{math.floor(round(100 * chance, 6)) / 100:.2f}"
