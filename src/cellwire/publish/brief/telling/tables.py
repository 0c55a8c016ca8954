"""The tables of sentence patterns, a file for each kind and one for how firm a telling is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("cellwire.publish.brief.telling") / f"{name}.toml").read_text("utf-8"))
