"""One story told beside what was told before: what is new in it, and what earlier weeks tell of its plant or deal."""

from cellwire.publish.brief.retelling.news import is_stale, told_before
from cellwire.publish.brief.retelling.story import telling_of, unprinted

__all__ = [
    "is_stale",
    "telling_of",
    "told_before",
    "unprinted",
]
