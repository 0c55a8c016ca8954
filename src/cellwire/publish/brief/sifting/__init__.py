"""Which stories a week tells, in which order and chapter, which are listed only, and why."""

from cellwire.publish.brief.sifting.grouping import Ranked, chapters_of, spots_of
from cellwire.publish.brief.sifting.settings import BriefSettings
from cellwire.publish.brief.sifting.stories import sift

__all__ = [
    "BriefSettings",
    "Ranked",
    "chapters_of",
    "sift",
    "spots_of",
]
