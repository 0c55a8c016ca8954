"""Finds dates as precise as the text: "December 9", "Q3 2021", "the second half of next year", "within 18 months".

What is told against the day of publication ("on Thursday", "this year", "April" alone) yields nothing where that day is
not known. A date without a year is the latest such day up to the publication, or the next one if the sentence looks
ahead.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from cellwire.claims.figures.asked import Asked, Read, When
from cellwire.claims.figures.date_forms import BEFORE_DATE, PARTS, written_dates
from cellwire.claims.figures.date_readers import READERS
from cellwire.claims.figures.numbers import lowered
from cellwire.model import PartialDate, Span

_NEAR = 120  # characters


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, published: date | None = None, future: bool | None = None
) -> list[When]:
    """All dates in a stretch of text, in order. `future` overrides what the verbs say about dates without a year."""
    piece = text[start:end]
    low = lowered(piece)
    found: list[When] = []
    for matched in written_dates(low):
        near = found and start + matched.start() - found[-1].span.end < _NEAR
        before = found[-1] if near else None
        asked = Asked(matched, low, piece, start, published, future, before)
        assert matched.lastgroup
        for read in READERS[matched.lastgroup](asked):
            if when := _when(asked, read):
                found.append(replace(when, since=_since(before, text)) if before and read.counted else when)
    return found


def _since(before: When, text: str) -> int:
    """Where the words begin that a date is counted on from: with "in", without which "April" is a name."""
    leading = f"{before.preposition} " if before.preposition else ""
    at = before.words.start - len(leading)
    return at if leading and text[at : before.words.start].lower() == leading else before.words.start


def _when(asked: Asked, read: Read) -> When | None:
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
        Span(asked.offset + start, asked.offset + end),
        partial,
        part,
        read.relative,
        around["preposition"] if around else None,
        asked.piece[start:end],
        read.months,
        read.future,
    )
