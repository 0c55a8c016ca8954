"""Figures and moves of the market."""

from cellwire.claims.kinds.market.reading import read

__all__ = ["read"]
