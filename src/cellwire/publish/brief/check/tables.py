"""The check's word tables, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from cellwire.lexicon import read_toml


@cache
def tables() -> dict[str, Any]:
    return tomllib.loads((files("cellwire.publish.brief.check") / "words.toml").read_text("utf-8"))


@cache
def currency_pattern(currency: str) -> str:
    """How a currency is written: by the check's own table, of those that it lacks by all that the lexicon knows."""
    if own := tables()["currencies"].get(currency):
        return str(own)
    known = read_toml("currencies.toml").get(currency, {})
    signs = [currency, *(sign for key in ("symbols", "codes", "cjk") for sign in known.get(key, ()))]
    words = "|".join(re.escape(word) for word in known.get("words", ()))
    alone = "|".join(rf"(?<![A-Za-z]){re.escape(sign)}(?![a-z])" for sign in dict.fromkeys(signs))
    return rf"{alone}|\b(?i:{words})\b" if words else alone
