"""Developments of many documents gathered into stories: copies count once, the same news is one."""

from cellwire.stories.collecting import without_collector
from cellwire.stories.compared import Compared
from cellwire.stories.copies import Sketch, sketch
from cellwire.stories.gathering import Gathered, gather, gather_near, gathered_before, number_stories
from cellwire.stories.headline import headline
from cellwire.stories.joining import Joined
from cellwire.stories.neighbours import days_told, meetings, met_by, neighbourhoods
from cellwire.stories.news import Join, News, days_alike, gather_news, opens_with
from cellwire.stories.origins import (
    COMMON,
    Leads,
    are_joined,
    find_origins,
    join_sketches,
    join_texts,
    may_carry,
    probes,
)
from cellwire.stories.telling import Telling, tell

__all__ = [
    "COMMON",
    "Compared",
    "Gathered",
    "Join",
    "Joined",
    "Leads",
    "News",
    "Sketch",
    "Telling",
    "are_joined",
    "days_alike",
    "days_told",
    "find_origins",
    "gather",
    "gather_near",
    "gather_news",
    "gathered_before",
    "headline",
    "join_sketches",
    "join_texts",
    "may_carry",
    "meetings",
    "met_by",
    "neighbourhoods",
    "number_stories",
    "opens_with",
    "probes",
    "sketch",
    "tell",
    "without_collector",
]
