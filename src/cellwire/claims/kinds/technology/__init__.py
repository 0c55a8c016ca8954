"""Products and chemistries: announced, tested, on the market, proved."""

from cellwire.claims.kinds.technology.reading import read

__all__ = ["read"]
