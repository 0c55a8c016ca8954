"""The check's word tables, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, Any]:
    return tomllib.loads((files("cellwire.publish.brief.check") / "words.toml").read_text("utf-8"))
