"""What one clause can tell: sentences cut to clauses, a clause's draft, and drafts bundled to one development."""

from cellwire.claims.clauses.asides import is_a_schemes, is_aside, is_former, is_told_in
from cellwire.claims.clauses.bundles import FULL, LOOKED_BACK, NEAR, Bundle
from cellwire.claims.clauses.cutting import clauses, part
from cellwire.claims.clauses.draft import Actor, Draft
from cellwire.claims.clauses.ordinals import clash, is_the_new, ordinals_in, ordinals_of
from cellwire.claims.clauses.sites import is_county, lands_of, place_of, sites_of, sites_of_plants
from cellwire.claims.clauses.wholes import (
    is_of_a_region,
    is_of_a_whole,
    is_of_one_plant,
    is_of_other_goods,
    is_what_it_holds,
)

__all__ = [
    "FULL",
    "LOOKED_BACK",
    "NEAR",
    "Actor",
    "Bundle",
    "Draft",
    "clash",
    "clauses",
    "is_a_schemes",
    "is_aside",
    "is_county",
    "is_former",
    "is_of_a_region",
    "is_of_a_whole",
    "is_of_one_plant",
    "is_of_other_goods",
    "is_the_new",
    "is_told_in",
    "is_what_it_holds",
    "lands_of",
    "ordinals_in",
    "ordinals_of",
    "part",
    "place_of",
    "sites_of",
    "sites_of_plants",
]
