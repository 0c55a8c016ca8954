"""Figures that a text tells as a change: what a plan or a deal was to be before is no size of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from cellwire.model import Scope, Value, amount
from cellwire.record.facts.values import BREAK, Reading


def as_revised(told: Sequence[Reading], *, runs: date = date.max) -> list[Reading]:
    """Of "from 60 to 40 GWh" 40 GWh instead of 60, where an earlier text told the 60 as planned or agreed.

    From the day on which it `runs` a plant grows from what it makes; what is planned or agreed never was what it was
    to be.
    """
    if not any(_scope(reading) is Scope.EXISTING for reading in told):
        return list(told)
    found = []
    for reading in told:
        if reading.telling.told >= runs:
            found.append(reading)
            continue
        was = None if _scope(reading) is not Scope.TOTAL else _before(reading, told)
        if was is not None:
            value = replace(reading.value, scope=was.value.scope)
            found.append(replace(reading, attribute=was.attribute, value=value, instead_of=was.value))
        elif not _is_before(reading, told):
            found.append(reading)
    return found


def _before(reading: Reading, told: Iterable[Reading]) -> Reading | None:
    """What an earlier text told that by this one was to be."""
    beside = _beside(reading, told)
    return next((was for one in beside if _scope(one) is Scope.EXISTING and (was := _planned(one, told))), None)


def _beside(reading: Reading, told: Iterable[Reading]) -> Iterator[Reading]:
    """What the same text tells of the same figure, itself among it."""
    return (one for one in told if one.telling is reading.telling and _family(one) == _family(reading))


def _is_before(reading: Reading, told: Iterable[Reading]) -> bool:
    changed = any(_scope(one) is Scope.TOTAL for one in _beside(reading, told))
    return changed and _scope(reading) is Scope.EXISTING and _planned(reading, told) is not None


def _planned(reading: Reading, told: Iterable[Reading]) -> Reading | None:
    """The last text before that told this amount."""
    earlier = [
        one
        for one in told
        if one.telling.told < reading.telling.told
        and _family(one) == _family(reading)
        and _scope(one) is not Scope.EXISTING
        and is_same_amount(one.value, reading.value)
    ]
    return max(earlier, key=lambda one: one.telling.order, default=None)


def with_former(told: Sequence[Reading]) -> list[Reading]:
    """Readings of one attribute: "1.7 billion, up from 1.4 billion" tells another in place of the 1.4 told before."""
    told = list(told)
    for at, reading in enumerate(told):
        if reading.instead_of is None and (was := _named_former(reading, told)):
            told[at] = replace(reading, instead_of=was)
    return told


def _named_former(reading: Reading, told: Iterable[Reading]) -> Value | None:
    """The value of an earlier text that this one's sentence calls the former."""
    earlier = [
        one.value
        for one in told
        if one.telling.told < reading.telling.told and one.value.number and one.value.number != reading.value.number
    ]
    if not earlier or not reading.value.number:
        return None
    formers = _FORMER.findall(_sentence(reading))
    return next((value for value in earlier if (said := _NUMBER.search(value.written)) and said[0] in formers), None)


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_FORMER = re.compile(
    r"\b(?:from|instead of|rather than|and not)\s(?:[^\s\d]+\s){0,3}?[^\s\d]?(\d[\d.,]*\d|\d)", re.IGNORECASE
)


def _sentence(reading: Reading) -> str:
    text, at = reading.telling.document.text, reading.citation
    start = max((found.end() for found in BREAK.finditer(text, 0, at.start)), default=0)
    ending = BREAK.search(text, at.end)
    return text[start : ending.start() if ending else len(text)]


def is_outdated(reading: Reading, told: Iterable[Reading]) -> bool:
    """Whether a later text tells another value in place of this one."""
    return any(
        one.instead_of is not None
        and one.telling.told > reading.telling.told
        and is_same_amount(one.instead_of, reading.value)
        for one in told
    )


def is_same_amount(one: Value, other: Value) -> bool:
    here = amount(one)
    return here is not None and here == amount(other)


def _scope(reading: Reading) -> Scope | None:
    return reading.value.scope


def _family(reading: Reading) -> str:
    return reading.attribute.split(".")[0]
