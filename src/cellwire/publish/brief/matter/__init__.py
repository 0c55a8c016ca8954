"""One story of the week with its checked values: whose it is, with whom, and how large."""

from cellwire.publish.brief.matter.matter import (
    IN_DOUBT,
    RAW,
    SURE,
    Aid,
    Backing,
    Failed,
    Matter,
    Mode,
    OwnWords,
    Reply,
    Told,
    mode_of,
)
from cellwire.publish.brief.matter.owners import (
    companies_of,
    family,
    firms_named,
    is_among,
    is_firm,
    is_venture,
    lacks,
    owned_of,
    owners_of,
)
from cellwire.publish.brief.matter.partners import other_partners, owned_with_more, owners_in
from cellwire.publish.brief.matter.sizes import all_figures, figures, gwh_of

__all__ = [
    "IN_DOUBT",
    "RAW",
    "SURE",
    "Aid",
    "Backing",
    "Failed",
    "Matter",
    "Mode",
    "OwnWords",
    "Reply",
    "Told",
    "all_figures",
    "companies_of",
    "family",
    "figures",
    "firms_named",
    "gwh_of",
    "is_among",
    "is_firm",
    "is_venture",
    "lacks",
    "mode_of",
    "other_partners",
    "owned_of",
    "owned_with_more",
    "owners_in",
    "owners_of",
]
