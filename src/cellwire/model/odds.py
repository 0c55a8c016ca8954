"""From signs to a chance: what logistic regression learned, in log odds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import exp


def chance(base: float, weights: Mapping[str, float], signs: Collection[str]) -> float:
    """Of log odds that are added up, in one order whatever the order of the signs."""
    return 1 / (1 + exp(-base - sum([weights[sign] for sign in sorted(signs) if sign in weights])))
