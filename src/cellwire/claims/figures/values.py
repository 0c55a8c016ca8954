"""What a stretch of text holds in figures: amounts, jobs, sums and dates."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from cellwire.claims.figures.asked import When
from cellwire.claims.figures.dates import find_dates
from cellwire.claims.figures.money import Sum, find_money
from cellwire.claims.figures.numbers import find_numbers, lowered
from cellwire.claims.figures.quantities import Measure, find_amounts, find_jobs
from cellwire.model import Span


class Reading(Struct, frozen=True):
    """What a stretch of text holds, in the plain text's spans."""

    amounts: tuple[Measure, ...] = ()
    jobs: tuple[Measure, ...] = ()
    sums: tuple[Sum, ...] = ()
    dates: tuple[When, ...] = ()


def read_stretch(text: str, span: Span, *, published: date | None) -> Reading:
    """All figures of a stretch; without a number only dates can be told ("in May")."""
    start, end = span.start, span.end
    dates = tuple(find_dates(text, start, end, published=published))
    if not find_numbers(lowered(text[start:end])):
        return Reading(dates=dates)
    return Reading(
        tuple(find_amounts(text, start, end)),
        tuple(find_jobs(text, start, end)),
        tuple(find_money(text, start, end)),
        dates,
    )
