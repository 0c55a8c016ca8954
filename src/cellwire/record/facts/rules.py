"""The record's rules as data: statuses, rungs, phases, units and days, from `rules.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@cache
def rules() -> Mapping[str, Any]:
    return tomllib.loads(files("cellwire.record.facts").joinpath("rules.toml").read_text("utf-8"))


@cache
def pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


@lru_cache(maxsize=65_536)
def refined(table: str, stage: str, quote: str) -> str:
    """A stage in the record's terms: as its words say more exactly, else as the table has it."""
    for of_stage, meaning, words in rules()[table]["words"]["refine"]:
        if of_stage == stage and pattern(words).search(quote):
            return str(meaning)
    return str(rules()[table]["stages"][stage])
