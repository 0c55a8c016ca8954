"""How sure and how near to the head of its text a story has to be told."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def floor(name: str) -> float:
    table = tomllib.loads((files("cellwire.publish.brief.doubting") / "floors.toml").read_text("utf-8"))
    return float(table[name])
