"""Dates that are counted on from the one told before them: "to start in 2026 and |the following year|"."""

from __future__ import annotations

from datetime import timedelta

from cellwire.claims.figures.asked import Asked, Read, count_of, month_iso
from cellwire.lexicon import regex
from cellwire.model import PartialDate

_NO_DATE_BEHIND = regex(r" (?:than|of|on|after|before)\b")
_MONTH = len("2025-06")


def counted_on(asked: Asked) -> list[Read]:
    """A year as a year, months only from a month or a day; what came "earlier" only of what is to come."""
    how = asked["co_how"]
    if asked.before is None or _NO_DATE_BEHIND.match(asked.low, asked.matched.end()):
        return []
    before = asked.before.date
    if how is None:
        return [_counted(str(before.year + _years_on(asked.matched[0])))]
    if how == "earlier" and not asked.looks_ahead():
        return []  # "up from 12% a year earlier" compares
    shift = count_of(asked["co_count"]) * (-1 if how == "earlier" else 1)
    if asked["co_unit"] == "year":
        return [_counted(str(before.year + shift))]
    return _months_on(before, shift, asked["co_unit"] or "")


def _counted(iso: str) -> Read:
    return Read(iso, counted=True)


def _years_on(words: str) -> int:
    return int(words.startswith(("the following", "the year after")))


def _months_on(before: PartialDate, shift: int, unit: str) -> list[Read]:
    if unit == "month":
        return (
            [_counted(month_iso(before.first, shift))] if len(before.iso) >= _MONTH and "-Q" not in before.iso else []
        )
    days = {"week": 7, "day": 1}[unit] * shift
    return [_counted((before.first + timedelta(days=days)).isoformat())] if before.to_the_day else []
