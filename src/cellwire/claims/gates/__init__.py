"""Patterns that run only where a text has one of the words they need: `gated(pattern)`."""

from cellwire.claims.gates.patterns import Gated, begun, gated, openings

__all__ = [
    "Gated",
    "begun",
    "gated",
    "openings",
]
