"""Which stories of the week stand: how much each matters, what its titles bear out, and what speaks against it."""

from cellwire.publish.brief.doubting.doubts import tells_more
from cellwire.publish.brief.doubting.floors import floor
from cellwire.publish.brief.doubting.heading import opening_of, told_early
from cellwire.publish.brief.doubting.industries import (
    asks,
    below_title,
    is_of_batteries,
    is_paid_for,
    is_research,
    lives_on_batteries,
    makes_batteries,
    names_a_page,
    of_cars,
    plainness,
    speaks_of_batteries,
    speaks_of_trade,
    without_common_words,
)
from cellwire.publish.brief.doubting.likelihood import unlikely
from cellwire.publish.brief.doubting.ranking import dollars, rank, roughly
from cellwire.publish.brief.doubting.standing import Standing, sound, standing_of
from cellwire.publish.brief.doubting.titles import names_kind, says_of, step_untold

__all__ = [
    "Standing",
    "asks",
    "below_title",
    "dollars",
    "floor",
    "is_of_batteries",
    "is_paid_for",
    "is_research",
    "lives_on_batteries",
    "makes_batteries",
    "names_a_page",
    "names_kind",
    "of_cars",
    "opening_of",
    "plainness",
    "rank",
    "roughly",
    "says_of",
    "sound",
    "speaks_of_batteries",
    "speaks_of_trade",
    "standing_of",
    "step_untold",
    "tells_more",
    "told_early",
    "unlikely",
    "without_common_words",
]
