"""Numbers by themselves or two by two: "20-30 GWh" is one range, "from 15 to 45 GWh" one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from cellwire.claims.figures.numbers import Number

T = TypeVar("T")


def alone_or_paired(
    numbers: Sequence[Number],
    alone: Callable[[Number], T | None],
    paired: Callable[[Number, T | None, Number], list[T] | None],
) -> list[T]:
    """What each number is worth by itself, unless it makes a pair with the one after it, which then is spent."""
    found: list[T] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        first = alone(number)
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        index += 1
        if following and (pair := paired(number, first, following)):
            found += pair
            index += 1
        elif first is not None:
            found.append(first)
    return found
