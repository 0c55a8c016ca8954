"""What products are called when people speak of a plant, of goods or of a device."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _nouns() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("cellwire.publish.brief.wording") / "nouns.toml").read_text("utf-8"))


def product_noun(product: str, use: str = "goods") -> str:
    """The product itself where the table does not hold it."""
    return _nouns()[use].get(product, product)
