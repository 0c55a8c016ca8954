"""Markup becomes blocks in reading order: bold words, links and tables as they stand."""

from cellwire.documents.blocks.fragment import element_drafts, fragment_drafts
from cellwire.documents.blocks.inline import drafts, entry, fragments
from cellwire.documents.blocks.tables import see_through, table_rows

__all__ = [
    "drafts",
    "element_drafts",
    "entry",
    "fragment_drafts",
    "fragments",
    "see_through",
    "table_rows",
]
