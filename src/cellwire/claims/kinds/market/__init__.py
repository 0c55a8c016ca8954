"""Figures and moves of the market."""

from cellwire.claims.kinds.market.moves import is_advert
from cellwire.claims.kinds.market.reading import MOVED, read

__all__ = ["MOVED", "is_advert", "read"]
