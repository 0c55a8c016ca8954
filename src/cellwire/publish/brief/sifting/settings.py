"""What an editor may set about the brief."""

from __future__ import annotations

from dataclasses import dataclass

from cellwire.publish.brief.edition import Sponsor
from cellwire.publish.watching import Watch


@dataclass(frozen=True, slots=True)
class BriefSettings:
    name: str = "The battery week"
    sponsor: Sponsor | None = None
    feed: str | None = None  # address of a feed
    mail: str | None = None  # address to write to
    page: str | None = None  # where editions are kept
    stories: int = 80  # the weightiest; how many more there are is said
    changes: int = 30  # lines of the table of changes
    terms: int = 12
    headlines: int = 12  # of articles whose news is in no story
    watch: Watch | None = None  # only stories that this watch list is for
    dropped: frozenset[str] = frozenset()  # stories that the editor takes out: no figure, bar or map counts them
