"""Laws, tariffs, credits and controls that touch batteries."""

from cellwire.claims.kinds.policy.reading import read

__all__ = ["read"]
