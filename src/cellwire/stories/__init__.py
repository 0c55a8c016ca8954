"""Developments of many documents gathered into stories: copies count once, the same news is one."""

from cellwire.stories.copies import find_origins
from cellwire.stories.gathering import gather
from cellwire.stories.headline import headline

__all__ = ["find_origins", "gather", "headline"]
