"""A figure with its low end, its middle and its high end, and how such figures are added, multiplied and divided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, fsum, log10

from cellwire.model import print_number


@dataclass(frozen=True, slots=True)
class Band:
    """Interval arithmetic of what is never negative: low ends meet low ends, high ends high ends.

    So a band is as wide as if all its parts were wrong to the same side, which what they share (a recipe, a yield) is.
    """

    low: float
    middle: float
    high: float

    def __mul__(self, other: Band | float) -> Band:
        factor = other if isinstance(other, Band) else exactly(other)
        return Band(self.low * factor.low, self.middle * factor.middle, self.high * factor.high)

    def __truediv__(self, other: Band) -> Band:
        return Band(self.low / other.high, self.middle / other.middle, self.high / other.low)

    def beyond(self, other: Band) -> Band:
        """What of a whole is not in a part of it; where they are told of differently, the widest that is left."""
        middle = max(0.0, self.middle - other.middle)
        ends = (max(0.0, self.low - other.low), middle, max(0.0, self.high - other.high))
        return Band(min(ends), middle, max(ends))

    @property
    def text(self) -> str:
        """Its ends with two significant figures each, or the one figure that both are."""
        low, high = two_figures(self.low), two_figures(self.high)
        return low if low == high else f"{low}–{high}"


def exactly(value: float) -> Band:
    return Band(value, value, value)


def total(bands: Iterable[Band]) -> Band:
    """The same in whatever order they come."""
    bands = list(bands)
    return Band(
        fsum(band.low for band in bands), fsum(band.middle for band in bands), fsum(band.high for band in bands)
    )


def across(bands: Iterable[Band]) -> Band:
    """One of these, nobody knows which: from the lowest to the highest, with the mean of their middles."""
    bands = list(bands)
    middle = fsum(band.middle for band in bands) / len(bands)
    return Band(min(band.low for band in bands), middle, max(band.high for band in bands))


def two_figures(value: float) -> str:
    """No more precise than what it was made of: 1,600 and 0.072."""
    return print_number(round(value, 1 - floor(log10(value)))) if value > 0 else "0"
