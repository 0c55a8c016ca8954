"""A story told in sentences: what happened, how much and when, what is new in it, and what earlier weeks tell of it."""

from cellwire.publish.brief.telling.lead import Told as ToldStory
from cellwire.publish.brief.telling.lead import tell_matter
from cellwire.publish.brief.telling.news import is_stale, told_before
from cellwire.publish.brief.telling.slots import is_enlarged
from cellwire.publish.brief.telling.story import telling_of, unprinted

__all__ = [
    "ToldStory",
    "is_enlarged",
    "is_stale",
    "tell_matter",
    "telling_of",
    "told_before",
    "unprinted",
]
