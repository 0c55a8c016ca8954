"""Money that changes hands: takeovers and stakes, loans and grants, what is raised and given up."""

from cellwire.claims.kinds.investment.funding import RAISED_FOR_ALL
from cellwire.claims.kinds.investment.mergers import HANDS_OVER, is_merger
from cellwire.claims.kinds.investment.paid import AFTER_A_DEAL
from cellwire.claims.kinds.investment.reading import read

__all__ = ["AFTER_A_DEAL", "HANDS_OVER", "RAISED_FOR_ALL", "is_merger", "read"]
