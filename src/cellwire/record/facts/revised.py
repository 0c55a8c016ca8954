"""Figures that a text tells as a change: what a plan or a deal was to be before is no size of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from cellwire.model import Scope, Value, amount
from cellwire.record.facts.values import Reading


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
    beside = (one for one in told if one.telling is reading.telling and _family(one) == _family(reading))
    return next((was for one in beside if _scope(one) is Scope.EXISTING and (was := _planned(one, told))), None)


def _is_before(reading: Reading, told: Iterable[Reading]) -> bool:
    beside = (one for one in told if one.telling is reading.telling and _family(one) == _family(reading))
    changed = any(_scope(one) is Scope.TOTAL for one in beside)
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
