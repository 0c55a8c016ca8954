"""From an address somebody types to a source that can be followed: a feed, a sitemap, a listing, or a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from cellwire.errors import FetchFailed
from cellwire.model import Source, SourceKind
from cellwire.sources.addresses import checked_address
from cellwire.sources.imap import folder_of, is_mailbox, latest
from cellwire.sources.links import Link, announced_feeds, links_of, page_links
from cellwire.sources.transport import Answer, Transport

_BEFORE = rb"<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*"
_FEED_HEAD = re.compile(rb"(?:" + _BEFORE + rb")*<(rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.DOTALL)
_FEED_LINK = re.compile(r"/(?:rss|feed|atom)(?:[./]|$)|\.(?:rss|atom)$|rss\.xml|feed\.xml", re.IGNORECASE)
_FEW = 5  # links that make a page a listing
_TRIED = 4  # feeds of a page that are looked at


@dataclass(frozen=True, slots=True)
class Found:
    """A source and what it points at now."""

    source: Source
    links: tuple[Link, ...]


def discover(url: str, transport: Transport) -> list[Found]:
    """What could be followed at an address, the best first: feeds with entries, then the page."""
    if is_mailbox(url):
        return [_mailbox(url.strip(), transport)]
    answer = transport.get(checked_address(url if "://" in url else f"https://{url}"))
    kind = kind_of(answer)
    if kind is not None:
        return [_found(kind, answer, "")]
    feeds = list(_feeds(answer, transport))
    links = tuple(links_of(SourceKind.LISTING, answer))
    page = SourceKind.LISTING if len(links) >= _FEW else SourceKind.PAGE
    return [*feeds, Found(_source(page, answer.url, _title(answer)), links if page is SourceKind.LISTING else ())]


def _mailbox(url: str, transport: Transport) -> Found:
    folder = folder_of(url)
    found = latest(url, transport.manners.allowed, _FEW)
    id = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "mail"
    title = f"{folder.name} of {folder.account}"
    return Found(Source(id, title, url, SourceKind.MAILBOX, tier="newsletter", every_hours=1.0), tuple(found))


def kind_of(answer: Answer) -> SourceKind | None:
    """A feed or sitemap by its first element; None: a page."""
    head = answer.content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{") and b"jsonfeed.org" in head:
        return SourceKind.FEED
    matched = _FEED_HEAD.match(head)
    if not matched:
        return None
    return SourceKind.SITEMAP if matched[1] in (b"urlset", b"sitemapindex") else SourceKind.FEED


def _feeds(answer: Answer, transport: Transport) -> Iterator[Found]:
    named = dict(announced_feeds(answer))
    linked = {url: "" for url, _ in page_links(answer) if _FEED_LINK.search(urlsplit(url).path)}
    for url, title in list((named | linked | named).items())[:_TRIED]:
        try:
            feed = transport.get(url)
            if kind_of(feed) is SourceKind.FEED and (found := _found(SourceKind.FEED, feed, title)).links:
                yield found
        except FetchFailed:  # one feed less to choose from
            continue


def _found(kind: SourceKind, answer: Answer, title: str) -> Found:
    return Found(_source(kind, answer.url, title or _title(answer)), tuple(links_of(kind, answer)))


def _title(answer: Answer) -> str:
    matched = re.search(rb"<title[^>]*>([^<]{1,200})", answer.content[:65536], re.IGNORECASE)
    return " ".join(matched[1].decode("utf-8", "replace").split()) if matched else ""


def _source(kind: SourceKind, url: str, title: str) -> Source:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    named = host if host.rpartition(".")[2].isdigit() else host.rpartition(".")[0] or host  # an address has no ending
    id = re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-") or "source"
    return Source(id, title or host, url, kind)
