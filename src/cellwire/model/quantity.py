"""Amounts, sums and partial dates, as precise as the text and no more."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from cellwire.model.span import Span


class Qualifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up to"
    AT_LEAST = "at least"  # "more than", "over", "at least"
    UNDER = "under"  # "less than", "nearly"


class Scope(StrEnum):
    NEW = "new"
    PHASE = "phase"
    TOTAL = "total"
    EXISTING = "existing"


class Capacity(Struct, frozen=True, gc=False):
    value: float
    unit: str
    scope: Scope
    qualifier: Qualifier
    span: Span
    per_year_said: bool = True  # False: the text says "GWh" and the thing (a plant's capacity) makes it a year's

    @property
    def text(self) -> str:
        return _words_of(self.qualifier) + self.figure

    @property
    def figure(self) -> str:
        """The same for "about 12 GWh/yr" and "12 GWh/yr"."""
        return f"{print_number(self.value)} {self.unit}"


class Money(Struct, frozen=True, gc=False):
    amount: float  # in units of the currency
    currency: str  # ISO 4217
    qualifier: Qualifier
    span: Span

    @property
    def text(self) -> str:
        """`GBP 450 million`, `EUR 1.2 billion`, `about USD 25,000`."""
        return _words_of(self.qualifier) + self.figure

    @property
    def figure(self) -> str:
        """As a capacity has it."""
        for size, word in ((1e9, " billion"), (1e6, " million")):
            if abs(self.amount) >= size:
                return f"{self.currency} {print_number(self.amount / size)}{word}"
        return f"{self.currency} {print_number(self.amount)}"


class Jobs(Struct, frozen=True, gc=False):
    value: int
    qualifier: Qualifier
    span: Span

    @property
    def text(self) -> str:
        return f"{_words_of(self.qualifier)}{print_number(self.value)}"


_PARTIAL = re.compile(r"(\d{4})(?:-(?:(H[12])|(Q[1-4])|(\d\d)(?:-(\d\d))?))?")


class PartialDate(Struct, frozen=True, order=True, gc=False):
    """2025, 2025-H1, 2025-Q3, 2025-06 or 2025-06-30: what is not written is not known."""

    iso: str

    def __post_init__(self) -> None:
        _bounds(self.iso)  # a month 13 or a 31 June is refused here

    @property
    def year(self) -> int:
        return int(self.iso[:4])

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return _bounds(self.iso)[0]

    @property
    def last(self) -> date:
        """The last day it can mean."""
        return _bounds(self.iso)[1]

    @property
    def to_the_day(self) -> bool:
        return len(self.iso) == len("2025-06-30")

    def agrees(self, other: PartialDate) -> bool:
        """Whether one can be a coarser telling of the other: 2025 and 2025-Q3 agree, 2025-Q3 and 2025-11 do not."""
        return self.first <= other.last and other.first <= self.last  # two such stretches never overlap by halves

    def __str__(self) -> str:
        return self.iso


@lru_cache(maxsize=4096)
def _bounds(iso: str) -> tuple[date, date]:
    """The first and the last day that a partial date can mean; each is asked for again and again."""
    matched = _PARTIAL.fullmatch(iso)
    if matched is None:
        raise ValueError(f"{iso!r} is no partial date; known forms: 2025, 2025-H1, 2025-Q3, 2025-06, 2025-06-30")
    year, half, quarter, month, day = matched.groups()
    if day:
        exact = date(int(year), int(month), int(day))
        return exact, exact
    if month:
        months = (int(month), int(month))
    elif quarter:
        months = (3 * int(quarter[1]) - 2, 3 * int(quarter[1]))
    elif half:
        months = (6 * int(half[1]) - 5, 6 * int(half[1]))
    else:
        months = (1, 12)
    return date(int(year), months[0], 1), date(int(year), months[1], monthrange(int(year), months[1])[1])


class DateWhat(StrEnum):
    EVENT = "event"
    CONSTRUCTION_START = "construction_start"
    PRODUCTION_START = "production_start"
    FULL_CAPACITY = "full_capacity"
    COMPLETION = "completion"
    DELIVERY_START = "delivery_start"
    TERM = "term"


# the date that dates a stage itself, where a text gives no day of the event
STEP_DATES = {
    "construction": DateWhat.CONSTRUCTION_START,
    "operating": DateWhat.PRODUCTION_START,
    "expanded": DateWhat.FULL_CAPACITY,
    "completed": DateWhat.COMPLETION,
}


class Dated(Struct, frozen=True, gc=False):
    """A date with what it dates. `part` keeps "early", "mid", "late" or "end" where the text says so."""

    what: DateWhat
    date: PartialDate
    span: Span
    part: str | None = None

    @property
    def text(self) -> str:
        return f"{self.part} {self.date}" if self.part else str(self.date)


@lru_cache(maxsize=65_536)
def print_number(value: float) -> str:
    """As short as it can be without changing the value: 12, 0.5, 1,234.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10f}".rstrip("0")


def _words_of(qualifier: Qualifier) -> str:
    return "" if qualifier is Qualifier.EXACT else f"{qualifier} "
