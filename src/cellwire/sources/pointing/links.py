"""What feeds, sitemaps and pages of links point at: addresses of articles, with what is said of them there."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from urllib.parse import urlsplit

from cellwire.model import SourceKind
from cellwire.sources.asking import Answer
from cellwire.sources.pointing.feeds import feed_links
from cellwire.sources.pointing.link import Link
from cellwire.sources.pointing.listings import listing_links
from cellwire.sources.pointing.sitemaps import sitemap_links

LONGEST = 500  # links taken from one feed, sitemap or page
_ONE = Lock()  # reading one takes many times its bytes of memory: of those who look at the same time one reads


def links_of(kind: SourceKind, answer: Answer) -> list[Link]:
    """In the order in which they stand there, each address once."""
    found: dict[str, Link] = {}
    with _ONE:
        for link in _read(kind, answer):
            if urlsplit(link.url).scheme in ("http", "https"):
                found.setdefault(link.url, link)
            if len(found) == LONGEST:
                break
    return list(found.values())


def _read(kind: SourceKind, answer: Answer) -> Iterator[Link]:
    if kind is SourceKind.FEED:
        return feed_links(answer, LONGEST)
    return sitemap_links(answer) if kind is SourceKind.SITEMAP else listing_links(answer)
