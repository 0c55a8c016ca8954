"""Products and chemistries: announced, tested, on the market, proved."""

from cellwire.claims.kinds.technology.reading import OFFERS, read

__all__ = ["OFFERS", "read"]
