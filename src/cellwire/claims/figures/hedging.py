"""What the words around a number do to it: "up to", "nearly", "about"; "between", "from"; "to", "by" after a rise."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from cellwire.claims.figures.units import hedge_fillers, hedges
from cellwire.lexicon import regex
from cellwire.model import Qualifier

Change = Literal["to", "from", "by"]

_REACH = 44  # the longest hedge with its fillers

_RANGING = regex(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|priced?|prices|span(?:s|ning)?)\s$")
_RAISING = regex(
    r"\b(?:rais|increas|expand|grow|grew|boost|lift|doubl|tripl|quadrupl|cut|reduc|low?er|slash|rise|rising|rose|fall|fell"
    r"|drop|declin|ris|jump|climb|surg|up|down|scal|ramp|bring|brought|take|took|go|went|shr|slip|edg|soar|plung|tumbl)"
)
_ROSE = regex(
    r"\b(?:rose|rises?|fell|falls?|climb(?:s|ed)?|gain(?:s|ed)?|drop(?:s|ped)?|slid|slides?|jump(?:s|ed)?|surge[sd]?"
    r"|edged|slip(?:s|ped)?|sank|soared|plunged|tumbled|declined|shed|lost|loses?|add(?:s|ed)|up|down|lower|higher)\s$"
)
_CHANGES: tuple[Change, ...] = ("to", "by", "from")


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
    for width in (2, 1):
        for hedge in _by_ending().get(low[max(0, stop - width) : stop], ()):
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
def _by_ending() -> dict[str, list[str]]:
    """By their last two characters, the longest first."""
    ending: dict[str, list[str]] = {}
    for hedge in sorted(hedges("before"), key=len, reverse=True):
        ending.setdefault(hedge[-2:], []).append(hedge)
    return ending


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(hedges("after"), key=len, reverse=True))
    return re.compile(rf"[ \u00a0-]?({words})(?![a-z])")


def hedge_of(low: float | None, qualifier: Qualifier) -> Qualifier:
    """The upper end of a range is "up to" that much."""
    return Qualifier.UP_TO if low is not None and qualifier is Qualifier.EXACT else qualifier


def range_opening(low: str, position: int) -> tuple[str, int]:
    """The word that opens a range or change before the number, and where: "between", "from", or none."""
    _, start = hedge_before(low, position)
    for word in ("between", "from"):
        at = start - len(word) - 1
        if at >= 0 and low.startswith(word, at) and (at == 0 or not low[at - 1].isalnum()):
            ranging = _RANGING.search(low, max(0, at - 12), at) if word == "from" else None
            return ("between", ranging.start()) if ranging else (word, at)  # without "ranging" it is a change
    return "", start


def change_before(low: str, start: int) -> Change | None:
    """ "to 45 GWh" and "by 20%" after a verb of growing or shrinking."""
    for word in _CHANGES:
        if low.endswith(f"{word} ", max(0, start - 5), start) and _RAISING.search(low, max(0, start - 90), start):
            return word
    return None


def rose(low: str, start: int) -> bool:
    """Whether a verb of rising or falling stands right before: "rose |2 points to 305 points" tells no range."""
    _, hedged = hedge_before(low, start)
    return _ROSE.search(low, max(0, hedged - 12), hedged) is not None
