"""Figures and moves of the market."""

from cellwire.claims.kinds.market.reading import MOVED, read

__all__ = ["MOVED", "read"]
