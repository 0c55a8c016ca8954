"""Where news comes from: files, folders and mailboxes on this machine; feeds, sitemaps and pages on the web."""

from cellwire.sources.abreast import fetch_abreast
from cellwire.sources.answers import Answer
from cellwire.sources.archive import Archived, archive_id, read_archive
from cellwire.sources.catalogue import load_catalogue
from cellwire.sources.discovery import Found, discover
from cellwire.sources.folder import LIMIT, read_path
from cellwire.sources.following import Fetched, fetch
from cellwire.sources.health import health_of
from cellwire.sources.link import Link
from cellwire.sources.meta import read_meta
from cellwire.sources.past import Past
from cellwire.sources.sifting import may_tell
from cellwire.sources.transport import Manners, Transport

__all__ = [
    "LIMIT",
    "Answer",
    "Archived",
    "Fetched",
    "Found",
    "Link",
    "Manners",
    "Past",
    "Transport",
    "archive_id",
    "discover",
    "fetch",
    "fetch_abreast",
    "health_of",
    "load_catalogue",
    "may_tell",
    "read_archive",
    "read_meta",
    "read_path",
]
