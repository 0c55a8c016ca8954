"""Papers of a plant: what is handed in for approval, sought, tendered and lost again."""

from cellwire.claims.kinds.facility.papers.filing import filed
from cellwire.claims.kinds.facility.papers.permits_lost import PERMIT_LOST, permit_lost
from cellwire.claims.kinds.facility.papers.seeking import bought_land, seeks_site, turned_into
from cellwire.claims.kinds.facility.papers.tendering import asks_for_bids, tendered

__all__ = [
    "PERMIT_LOST",
    "asks_for_bids",
    "bought_land",
    "filed",
    "permit_lost",
    "seeks_site",
    "tendered",
    "turned_into",
]
