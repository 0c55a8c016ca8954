"""Supply of whole stores of power: sold by their makers, and let by their owners."""

from cellwire.claims.kinds.supply.stores.letting import let
from cellwire.claims.kinds.supply.stores.store_deals import store_deals

__all__ = [
    "let",
    "store_deals",
]
