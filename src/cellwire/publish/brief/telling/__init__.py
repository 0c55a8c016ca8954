"""Telling a matter in sentences of our own: what happened, then how much and from when, then money and jobs."""

from cellwire.publish.brief.telling.story import Told as ToldStory
from cellwire.publish.brief.telling.story import tell_matter

__all__ = ["ToldStory", "tell_matter"]
