"""Laws, tariffs, credits and controls that touch batteries."""

from cellwire.claims.kinds.policy.deeds import DEED
from cellwire.claims.kinds.policy.reading import read

__all__ = ["DEED", "read"]
