"""Goods that go from one to another: orders, offtakes, who is chosen and who is dropped."""

from cellwire.claims.kinds.supply.reading import read

__all__ = ["read"]
