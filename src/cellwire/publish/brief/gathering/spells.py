"""Times that a text leaves open between two dates: "in late 2026 to early 2027" is one time, and neither of them."""

from __future__ import annotations

import re

from cellwire.model import Dated, DateWhat, Development

_BETWEEN = re.compile(r"\s?(?:to|or|and|until|[-–—])\s?(?:(?:in|by|the) ){0,2}", re.IGNORECASE)
_GAP = 16  # characters between two dates
_NO_SPELL = {DateWhat.EVENT, DateWhat.TERM}


def other_end(dated: Dated, development: Development, text: str) -> Dated | None:
    """The later date of the same step that stands right behind this one."""
    if dated.what in _NO_SPELL:
        return None
    later = (
        other
        for other in development.dates
        if other.what is dated.what
        and 0 <= other.span.start - dated.span.end < _GAP
        and dated.date.last < other.date.last
    )
    return next((other for other in later if _BETWEEN.fullmatch(text[dated.span.end : other.span.start])), None)


def whole_spells(development: Development, text: str) -> list[Dated]:
    """The dates without those that end a spell: they are told with its start."""
    ends = [other_end(dated, development, text) for dated in development.dates]
    return [dated for dated in development.dates if dated not in ends]
