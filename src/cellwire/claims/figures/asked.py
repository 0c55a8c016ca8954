"""What is asked of a reader of dates, and what it answers."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from cellwire.claims.figures.date_forms import MONTHS
from cellwire.claims.figures.numbers import find_numbers
from cellwire.claims.figures.tense import is_future
from cellwire.lexicon import regex
from cellwire.model import PartialDate, Span


class When(Struct, frozen=True):
    """A date in text. `part` is early, mid, late or end; `relative` says that it was counted from the publication.

    `future` is the tense the reading rests on, if it does ("in April"): hand it to `find_dates` to read them again.
    `months` is the stretch that "within 18 months" gives. `words` are those that tell it: the span, and where it is
    counted on from the date before ("2026 and the following year") that date too.
    """

    span: Span
    date: PartialDate
    part: str | None
    relative: bool
    preposition: str | None
    written: str
    months: int | None = None
    future: bool | None = None
    since: int | None = None  # where the words begin that it is counted from

    @property
    def words(self) -> Span:
        return self.span if self.since is None else Span(self.since, self.span.end)


class Asked(Struct, frozen=True):
    """A match with what it may be read against."""

    matched: re.Match[str]
    low: str
    piece: str
    offset: int  # of the piece in its text
    published: date | None
    future: bool | None
    before: When | None = None  # the date told last before it

    def __getitem__(self, group: str) -> str | None:
        return self.matched[group]

    def looks_ahead(self) -> bool | None:
        if self.future is not None:
            return self.future
        return is_future(self.low, self.matched.start(), self.matched.end())

    def year_after(self, month: int) -> int | None:
        """The year of such a month behind a date to come: "in March 2028 and deliveries in |September|".

        Not where what comes first is told behind what follows it.
        """
        before, published = self.before, self.published
        if before is None or published is None or before.date.first <= published:
            return None
        between = self.low[before.span.end - self.offset : self.matched.start()]
        if not (_FINER.search(before.date.iso) or _SEASON.search(before.written)) or _COMES_FIRST.search(between):
            return None
        return before.date.year + (month < before.date.first.month)


_FINER = regex(r"-")
_SEASON = regex(r"spring|summer|autumn|fall")
_COMES_FIRST = regex(r"\b(?:construct|ground|buil[dt]|work|after|once|when|decision|permit|approv|follow)")


class Read(Struct, frozen=True):
    """A reading: the date as written in `PartialDate`, and what it rests on."""

    iso: str
    relative: bool = False
    future: bool | None = None
    months: int | None = None
    start: int | None = None  # where it differs from the match
    end: int | None = None
    counted: bool = False  # on from the date before it


def month_iso(day: date, shift: int) -> str:
    months = day.year * 12 + day.month - 1 + shift
    return f"{months // 12:04}-{months % 12 + 1:02}"


def count_of(written: str | None) -> int:
    if written in ("a", "an"):
        return 1
    numbers = find_numbers(written or "")
    return int(numbers[0].value) if numbers else 0


def year_of(written: str | None, published: date | None) -> tuple[int | None, bool]:
    """The year a reference names, and whether it was counted from the publication."""
    if not written:
        return None, False
    if digits := re.search(r"[0-9]{2,4}", written):
        year = int(digits[0])
        return (year if year > 99 else 2000 + year), False
    if published is None:
        return None, True
    return published.year + {"next": 1, "last": -1}.get(written.split()[0], 0), True


def month_number(written: str | None) -> int:
    return MONTHS[(written or "").rstrip(".")]
