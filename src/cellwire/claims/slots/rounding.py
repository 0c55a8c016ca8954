"""Figures that a headline rounds and the text tells exactly: "2 GWh" over "2.05 GWh" is one figure."""

from __future__ import annotations

from collections.abc import Collection

Figure = tuple[float, str]  # how much, of which unit or currency

_CLOSE = 0.05
_CANCELS = 1e-9


def rounded(headed: Collection[Figure], told: Collection[Figure]) -> set[Figure]:
    """Those of headlines that say a figure of the text with fewer digits."""
    return {
        short
        for short in headed
        for full in told
        if full[1] == short[1]
        and _CANCELS < abs(full[0] - short[0]) <= _CLOSE * full[0]
        and _digits(short[0]) < _digits(full[0])
    }


def _digits(value: float) -> int:
    """How many digits tell it, without zeros at its ends."""
    return len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("0"))
