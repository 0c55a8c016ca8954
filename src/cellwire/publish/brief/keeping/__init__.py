"""Editions that are kept: what a person changes in one, what readers have already, and the page of all."""

from cellwire.publish.brief.keeping.archive import feed_of_editions, kept_editions, render_archive
from cellwire.publish.brief.keeping.editing import Edits, edited, read_edits
from cellwire.publish.brief.keeping.published import corrected, read_published

__all__ = [
    "Edits",
    "corrected",
    "edited",
    "feed_of_editions",
    "kept_editions",
    "read_edits",
    "read_published",
    "render_archive",
]
