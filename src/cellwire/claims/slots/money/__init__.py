"""Whose a sum is: the plant's, the deal's, a firm's own, a former one's, or somebody else's."""

from cellwire.claims.slots.money.dollars import currency_of, home_dollar, is_no_dollars
from cellwire.claims.slots.money.firms_money import AS_OF, MANY_TOTAL
from cellwire.claims.slots.money.makers_own import is_its_makers_own
from cellwire.claims.slots.money.sums import figures_of, sums_of
from cellwire.claims.slots.money.whose_sum import is_others_sum, is_unfounded_sum

__all__ = [
    "AS_OF",
    "MANY_TOTAL",
    "currency_of",
    "figures_of",
    "home_dollar",
    "is_its_makers_own",
    "is_no_dollars",
    "is_others_sum",
    "is_unfounded_sum",
    "sums_of",
]
