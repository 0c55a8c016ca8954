"""The record as it is looked up: one view for the web app, the API and the assistant's tools."""

from cellwire.publish.view.asking import (
    LIMIT,
    MOST_ROWS,
    Asking,
    Filter,
    Order,
    Page,
    Shelf,
    ask,
    check_limit,
    day_of,
    end_of,
)
from cellwire.publish.view.context import Window, stretch_of, window_of
from cellwire.publish.view.finding import Search, StoryFound, stories_found
from cellwire.publish.view.holdings import (
    Decided,
    Decision,
    DeskSettings,
    Effect,
    Holdings,
    SourceTold,
)
from cellwire.publish.view.reviewing import SEPARATOR, judgements_by, key_of, questions_about
from cellwire.publish.view.shelves import SHELVES, Box, shelf_named
from cellwire.publish.view.shelving import Shelving
from cellwire.publish.view.standing import KINDS, Standing

__all__ = [
    "KINDS",
    "LIMIT",
    "MOST_ROWS",
    "SEPARATOR",
    "SHELVES",
    "Asking",
    "Box",
    "Decided",
    "Decision",
    "DeskSettings",
    "Effect",
    "Filter",
    "Holdings",
    "Order",
    "Page",
    "Search",
    "Shelf",
    "Shelving",
    "SourceTold",
    "Standing",
    "StoryFound",
    "Window",
    "ask",
    "check_limit",
    "day_of",
    "end_of",
    "judgements_by",
    "key_of",
    "questions_about",
    "shelf_named",
    "stories_found",
    "stretch_of",
    "window_of",
]
