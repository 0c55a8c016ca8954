"""Quarters and halves of a year, with its year before or behind them or told by the tense."""

from __future__ import annotations

from datetime import date

from cellwire.claims.figures.asked import Asked, Read, month_number, year_of
from cellwire.claims.figures.date_forms import HALVES, ORDINALS
from cellwire.lexicon import regex


def quarter_of(asked: Asked) -> list[Read]:
    number = int(asked["q_mark"] or asked["q_back"] or _quarter_named(asked))
    if asked["q_fiscal"] or asked.low.endswith("fiscal ", 0, asked.matched.start()):
        return []  # a fiscal quarter is some other quarter of the calendar
    year, relative = year_of(asked["q_first"] or asked["q_year"], asked.published)
    if asked["q_first"] or asked["q_year"]:
        return [Read(f"{year}-Q{number}", relative)] if year else []
    if asked.published is None:
        return []
    if asked["q_word"] == "last":
        return [Read(_quarter_before(asked.published), True)]
    current = (asked.published.month + 2) // 3
    if asked.low.endswith(_YEAR_AGO, 0, asked.matched.start()):
        return [Read(f"{asked.published.year - 1 - (number >= current)}-Q{number}", True)]
    ahead = asked.looks_ahead() and not _is_of_results(asked, number, current)
    if ahead and (after := asked.year_after(3 * number)):
        return [Read(f"{after}-Q{number}", True, ahead, counted=True)]
    if ahead:
        return [Read(f"{asked.published.year + (number < current)}-Q{number}", True, ahead)]
    return [Read(f"{asked.published.year - (number > current)}-Q{number}", True, ahead)]


_YEAR_AGO = ("year-earlier ", "year-ago ", "prior-year ", "previous-year ", "year-before ", "year earlier ")
_RESULTS = regex(
    r"\b(?:earnings|profits?|loss(?:es)?|revenues?|results|sales|net|income|dividend|deliveries|figures|gdp|outlook)\b"
)


def _is_of_results(asked: Asked, number: int, current: int) -> bool:
    """Whether it is the quarter that has just ended: "expects to report a profit for the third quarter" in October."""
    if number % 4 != (current - 1) % 4:
        return False
    return _RESULTS.search(asked.low, max(0, asked.matched.start() - 100), asked.matched.end() + 60) is not None


def _quarter_named(asked: Asked) -> int:
    """ "The third quarter", or by the month in which it ends: "the December quarter"."""
    return month_number(asked["q_month"]) // 3 if asked["q_month"] else ORDINALS[asked["q_word"] or ""]


def _quarter_before(day: date) -> str:
    current = (day.month + 2) // 3
    return f"{day.year}-Q{current - 1}" if current > 1 else f"{day.year - 1}-Q4"


def half_of(asked: Asked) -> list[Read]:
    number = int(asked["h_mark"] or asked["h_back"] or HALVES[asked["h_word"] or ""])
    year, relative = year_of(asked["h_first"] or asked["h_year"], asked.published)
    if asked["h_first"] or asked["h_year"]:
        return [Read(f"{year}-H{number}", relative)] if year else []
    if asked.published is None or not asked["h_mark"]:
        return []  # "the second half" alone may be a football match's
    ahead = asked.looks_ahead()
    current = 1 if asked.published.month <= 6 else 2
    shift = int(number < current) if ahead else -int(number > current)
    return [Read(f"{asked.published.year + shift}-H{number}", True, ahead)]


def opening_of(asked: Asked) -> list[Read]:
    """ "The first six months of 2027": half a year; without a year only of those gone by."""
    quarter = asked["op_count"] in ("three", "3")
    part = "Q1" if quarter else "H1"
    year, relative = year_of(asked["op_year"], asked.published)
    if asked["op_year"]:
        return [Read(f"{year}-{part}", relative)] if year else []
    if asked.published is None or asked.looks_ahead():
        return []
    return [Read(f"{asked.published.year - (asked.published.month <= (3 if quarter else 6))}-{part}", True, False)]
