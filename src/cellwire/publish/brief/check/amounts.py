"""Whether a quote says an amount as it is printed: the number, its unit or currency, its word of caution."""

from __future__ import annotations

import re

from cellwire.publish.brief.check.numbers import one_number, readings, same
from cellwire.publish.brief.check.tables import currency_pattern, tables

_REACH = 48  # characters behind a number in which its unit or currency is looked for
_BEFORE = 12  # characters before a sum in which its currency is looked for


def says_amount(value: float, unit: str, quote: str) -> str:
    """What of a quantity the quote does not say; `unit` is a canonical one ("GWh/yr", "t", "m2/yr", "%")."""
    base, _, yearly = unit.partition("/")
    written = {"t": "tonnes", "m2": "square"}.get(base, base)
    patterns: dict[str, float] = tables()["units"].get(written, {re.escape(base): 1.0})
    if yearly and not re.search(tables()["yearly"]["pattern"], quote):
        return "the quote does not say that it is a year's"
    if not any(_counted(value, pattern, factor, quote) for pattern, factor in patterns.items()):
        return f"the quote does not say {_written(value)} {unit}"
    return ""


def _counted(value: float, pattern: str, factor: float, quote: str) -> bool:
    """Whether the number stands before its unit, with no other number between them."""
    for reading in readings(quote):
        if same(reading.value * factor, value):
            behind = quote[reading.end : reading.end + _REACH]
            unit = re.search(_ignoring_case(pattern), behind)
            if unit and one_number(behind[: unit.start()]):
                return True
    return False


def says_money(amount: float, currency: str, quote: str) -> str:
    """The currency stands close before the sum or close behind it."""
    pattern = _ignoring_case(currency_pattern(currency))
    for reading in readings(quote):
        if same(reading.value, amount):
            before, behind = (
                quote[max(0, reading.start - _BEFORE) : reading.start],
                quote[reading.end : reading.end + _REACH],
            )
            found = re.search(pattern, behind)
            # a symbol that a digit follows belongs to the next number
            own = found and one_number(behind[: found.start()]) and not re.match(r"\s*\d", behind[found.end() :])
            if re.search(pattern, before) or own:
                return ""
    return f"the quote does not say {_written(amount)} {currency}"


def says_count(value: float, quote: str) -> str:
    fine = any(same(reading.value, value) for reading in readings(quote))
    return "" if fine else f"the quote does not say {_written(value)}"


def _written(value: float) -> str:
    """In digits, however large: nobody reads 6.329e+12."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def says_caution(printed: str, quote: str) -> str:
    """A printed word of caution ("up to", "more than") must stand in the quote in one form or another."""
    for words, pattern in tables()["qualifiers"].items():
        if printed.startswith(words + " "):
            return "" if re.search(pattern, quote) else f"the quote does not say {words!r}"
    return ""


def _ignoring_case(pattern: str) -> str:
    """Python wants a flag at the start; a table's line may begin with symbols that have no case anyway."""
    return "(?i)" + pattern.replace("(?i)", "") if "(?i)" in pattern else pattern
