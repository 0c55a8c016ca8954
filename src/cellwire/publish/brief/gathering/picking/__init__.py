"""A story's values, each picked from its tellings with the quote that bears it out."""

from cellwire.publish.brief.gathering.picking.choosing import Choice, Fresh, choose
from cellwire.publish.brief.gathering.picking.citing import Cited, Citer, citer_of, is_country
from cellwire.publish.brief.gathering.picking.noticing import (
    OF_A_DELAY,
    by_half,
    counted_as_theirs,
    cue_in,
    cue_in_lead,
    in_any,
    only_cue_in_lead,
    site_span,
    thing_of,
    told_near,
)
from cellwire.publish.brief.gathering.picking.spells import whole_spells

__all__ = [
    "OF_A_DELAY",
    "Choice",
    "Cited",
    "Citer",
    "Fresh",
    "by_half",
    "choose",
    "citer_of",
    "counted_as_theirs",
    "cue_in",
    "cue_in_lead",
    "in_any",
    "is_country",
    "only_cue_in_lead",
    "site_span",
    "thing_of",
    "told_near",
    "whole_spells",
]
