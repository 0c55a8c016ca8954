"""Finds dates as precise as the text: "December 9", "Q3 2021", "the second half of next year", "within 18 months".

What is told against the day of publication ("on Thursday", "this year", "April" alone) yields nothing where that day is
not known. A date without a year is the latest such day up to the publication, or the next one if the sentence looks
ahead.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from cellwire.claims.figures.date_forms import BEFORE_DATE, PARTS, written_dates
from cellwire.claims.figures.date_readers import READERS, Asked, Read
from cellwire.claims.figures.numbers import lowered
from cellwire.model import PartialDate, Span


class When(Struct, frozen=True):
    """A date in text. `part` is early, mid, late or end; `relative` says that it was counted from the publication.

    `future` is the tense the reading rests on, if it does ("in April"): hand it to `find_dates` to read them again.
    `months` is the stretch that "within 18 months" gives.
    """

    span: Span
    date: PartialDate
    part: str | None
    relative: bool
    preposition: str | None
    written: str
    months: int | None = None
    future: bool | None = None


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, published: date | None = None, future: bool | None = None
) -> list[When]:
    """All dates in a stretch of text, in order. `future` overrides what the verbs say about dates without a year."""
    piece = text[start:end]
    low = lowered(piece)
    found: list[When] = []
    for matched in written_dates(low):
        asked = Asked(matched, low, piece, published, future)
        assert matched.lastgroup
        for read in READERS[matched.lastgroup](asked):
            if when := _when(asked, read, start):
                found.append(when)
    return found


def _when(asked: Asked, read: Read, offset: int) -> When | None:
    try:
        partial = PartialDate(read.iso)
    except ValueError:  # "31 June"
        return None
    start = asked.matched.start() if read.start is None else read.start
    end = asked.matched.end() if read.end is None else read.end
    end -= asked.low[end - 1] == "." and end == len(asked.low)
    around = BEFORE_DATE.search(asked.low, max(0, start - 40), start)
    part = PARTS.get((around["part"] or "").split(" ")[0]) if around else None
    if asked.matched.lastgroup == "ownyear" and "end" in asked.matched[0]:
        part = "end"
    if around and around["part"]:
        start = around.start("part")
    return When(
        Span(offset + start, offset + end),
        partial,
        part,
        read.relative,
        around["preposition"] if around else None,
        asked.piece[start:end],
        read.months,
        read.future,
    )
