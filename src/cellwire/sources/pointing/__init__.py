"""What points at articles: feeds, sitemaps and pages of links, each article with what is said of it there."""

from cellwire.sources.pointing.link import ENTRY, Link
from cellwire.sources.pointing.links import links_of
from cellwire.sources.pointing.listings import announced_feeds, page_links, page_title

__all__ = [
    "ENTRY",
    "Link",
    "announced_feeds",
    "links_of",
    "page_links",
    "page_title",
]
