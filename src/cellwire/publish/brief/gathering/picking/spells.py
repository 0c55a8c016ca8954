"""Times between two dates: "in late 2026 to early 2027" is one that a text leaves open, "from 2027 to 2030" a term."""

from __future__ import annotations

import re

from cellwire.model import Dated, DateWhat, Development, Kind

_BETWEEN = re.compile(r"\s?(?:to|or|and|until|[-–—])\s?(?:(?:in|by|the) ){0,2}", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between|over|during)\s(?:the\s)?$", re.IGNORECASE)
_TO = re.compile(r"\s?(?:to|and|until|till|through|[-–—])\s?(?:the end of )?", re.IGNORECASE)
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


def is_of_a_term(dated: Dated, development: Development, text: str) -> bool:
    """Whether it begins or ends the term of a supply, in the sentence that tells it: "between 2027 and 2030"."""
    if development.kind is not Kind.SUPPLY or not development.evidence.holds(dated.span):
        return False
    starts, ends = (
        [each for each in development.dates if each.what is what] for what in (DateWhat.DELIVERY_START, DateWhat.TERM)
    )
    return any(
        dated in (start, end)
        and _TO.fullmatch(text[start.span.end : end.span.start]) is not None
        and _FROM.search(text[max(0, start.span.start - _GAP) : start.span.start]) is not None
        for start in starts
        for end in ends
    )
