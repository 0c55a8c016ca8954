"""How exact a number is told: "up to", "more than", "nearly", "about", before or behind it."""

from __future__ import annotations

import re
from functools import cache

from cellwire.claims.units import hedge_fillers, hedges
from cellwire.model import Qualifier

_REACH = 44  # the longest hedge with its fillers


def hedge_before(low: str, position: int) -> tuple[Qualifier, int]:
    """The hedge that ends at `position` of a lower-case text and where it starts; `position` itself if there is none.

    Walks back over at most three filler words: "up to an additional |12 GWh".
    """
    end = position
    for _ in range(4):
        stop = end
        while stop and low[stop - 1] in " \u00a0-":
            stop -= 1
            if position - stop > _REACH:
                return Qualifier.EXACT, position
        if found := _ending_at(low, stop):
            return found
        start = _word_start(low, stop)
        if start == stop or low[start:stop] not in hedge_fillers():
            break
        end = start
    return Qualifier.EXACT, position


def hedge_after(low: str, position: int) -> tuple[Qualifier, int]:
    """The hedge that starts at `position`: "12 GWh| or more"."""
    if low[position : position + 1] == "+":
        return Qualifier.AT_LEAST, position + 1
    if matched := _after().match(low, position):
        return hedges("after")[matched[1]], matched.end()
    return Qualifier.EXACT, position


def _ending_at(low: str, stop: int) -> tuple[Qualifier, int] | None:
    for hedge in _by_last_letter().get(low[stop - 1 : stop], ()):
        start = stop - len(hedge)
        if low.endswith(hedge, 0, stop) and (
            start == 0 or not (low[start - 1].isalnum() and hedge[0].isascii() and hedge[0].isalpha())
        ):
            return hedges("before")[hedge], start
    return None


def _word_start(low: str, stop: int) -> int:
    start = stop
    while start and low[start - 1].isalpha() and stop - start < _REACH:
        start -= 1
    return start


@cache
def _by_last_letter() -> dict[str, list[str]]:
    ending: dict[str, list[str]] = {}
    for hedge in sorted(hedges("before"), key=len, reverse=True):
        ending.setdefault(hedge[-1], []).append(hedge)
    return ending


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(hedges("after"), key=len, reverse=True))
    return re.compile(rf"[ \u00a0-]?({words})(?![a-z])")
