"""Whether a quote says an amount as it is printed: the number, its unit or currency, its word of caution."""

from __future__ import annotations

import re

from cellwire.publish.brief.check.numbers import says_number
from cellwire.publish.brief.check.tables import tables


def says_amount(value: float, unit: str, quote: str) -> str:
    """What of a quantity the quote does not say; `unit` is a canonical one ("GWh/yr", "t", "m2/yr", "%")."""
    base, _, yearly = unit.partition("/")
    written = {"t": "tonnes", "m2": "square"}.get(base, base)
    patterns: dict[str, float] = tables()["units"].get(written, {re.escape(base): 1.0})
    factors = [factor for pattern, factor in patterns.items() if re.search(_ignoring_case(pattern), quote)]
    if not factors:
        return f"the quote does not say the unit {unit}"
    if yearly and not re.search(tables()["yearly"]["pattern"], quote):
        return "the quote does not say that it is a year's"
    if not any(says_number(quote, value, factor) for factor in factors):
        return f"the quote does not say {value:g} {unit}"
    return ""


def says_money(amount: float, currency: str, quote: str) -> str:
    pattern = tables()["currencies"].get(currency, rf"\b{re.escape(currency)}\b")
    if not re.search(_ignoring_case(pattern), quote):
        return f"the quote does not say the currency {currency}"
    return "" if says_number(quote, amount) else f"the quote does not say {amount:g}"


def says_count(value: float, quote: str) -> str:
    return "" if says_number(quote, value) else f"the quote does not say {value:g}"


def says_caution(printed: str, quote: str) -> str:
    """A printed word of caution ("up to", "more than") must stand in the quote in one form or another."""
    for words, pattern in tables()["qualifiers"].items():
        if printed.startswith(words + " "):
            return "" if re.search(pattern, quote) else f"the quote does not say {words!r}"
    return ""


def _ignoring_case(pattern: str) -> str:
    """Python wants a flag at the start; a table's line may begin with symbols that have no case anyway."""
    return "(?i)" + pattern.replace("(?i)", "") if "(?i)" in pattern else pattern
