"""Web archives: the pages of WARC and ARC files, read with patience, and those that may tell of the industry."""

from cellwire.sources.archives.archive import Archived, archive_id, read_archive
from cellwire.sources.archives.sifting import may_tell

__all__ = [
    "Archived",
    "archive_id",
    "may_tell",
    "read_archive",
]
