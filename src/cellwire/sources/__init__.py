"""Where news comes from: files, folders and mailboxes on this machine; feeds, sitemaps and pages on the web."""

from cellwire.sources.abreast import fetch_abreast
from cellwire.sources.archives import Archived, archive_id, may_tell, read_archive
from cellwire.sources.asking import Answer, Manners, Transport
from cellwire.sources.catalogue import load_catalogue
from cellwire.sources.discovery import Found, discover
from cellwire.sources.folder import LIMIT, read_path
from cellwire.sources.following import Fetched, fetch
from cellwire.sources.health import health_of
from cellwire.sources.meta import read_meta
from cellwire.sources.past import Past
from cellwire.sources.pointing import Link

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
