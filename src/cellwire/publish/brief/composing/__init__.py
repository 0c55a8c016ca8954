"""The edition put together: the stories told, the week in figures, its search terms, what changed in the record."""

from cellwire.publish.brief.composing.ailing import with_health
from cellwire.publish.brief.composing.changes import with_changes
from cellwire.publish.brief.composing.week import edition_of

__all__ = [
    "edition_of",
    "with_changes",
    "with_health",
]
