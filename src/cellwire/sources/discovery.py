"""From an address somebody types to a source that can be followed: a feed, a sitemap, a listing, or a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urlsplit

from cellwire.errors import BadOption, FetchFailed
from cellwire.model import Source, SourceKind
from cellwire.sources.asking import PAGES, Answer, Transport, checked_address, joined
from cellwire.sources.mailboxes import folder_of, is_mailbox, latest
from cellwire.sources.pointing import Link, announced_feeds, links_of, page_links, page_title

_BEFORE = rb"<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*"
_FEED_HEAD = re.compile(rb"(?:" + _BEFORE + rb")*<(rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.DOTALL)
_FEED_LINK = re.compile(r"/(?:rss|feed|atom)(?:[./]|$)|\.(?:rss|atom)$|rss\.xml|feed\.xml", re.IGNORECASE)
_USUAL = ("/feed/", "/rss.xml", "/feed.xml", "/atom.xml")  # where a site's feed lies that its front page does not name
_FEW = 5  # links that make a page a listing
_TRIED = 4  # feeds of a page that are looked at
_SITEMAPS = 2  # of those that robots.txt names


@dataclass(frozen=True, slots=True)
class Found:
    """A source and what it points at now."""

    source: Source
    links: tuple[Link, ...]


def discover(url: str, transport: Transport) -> list[Found]:
    """What could be followed at an address, the best first: feeds with entries, sitemaps of news, then the page."""
    if is_mailbox(url):
        with _as_given():
            folder_of(url)
        return [_mailbox(url.strip(), transport)]
    with _as_given():
        address = checked_address(url if "://" in url else f"https://{url}")
    answer = transport.get(address)
    kind = kind_of(answer)
    if kind is not None:
        return [_found(kind, answer, _title(answer))]
    if answer.media_type not in ("", *PAGES):
        return [Found(_source(SourceKind.PAGE, answer.url, _file_name(answer.url)), ())]
    feeds = list(_feeds(answer, transport)) or list(_hidden_feeds(answer, transport))
    sitemaps = [] if feeds else list(_sitemaps(answer, transport))
    of_news = [each for each in sitemaps if any(link.title for link in each.links)]
    return [*feeds, *of_news, _page(answer), *(each for each in sitemaps if each not in of_news)]


@contextmanager
def _as_given() -> Iterator[None]:
    """What somebody wrote and cannot mean is no fault of a server's."""
    try:
        yield
    except FetchFailed as problem:
        raise BadOption(problem.thing, problem.problem, problem.way_out) from problem


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


def _page(answer: Answer) -> Found:
    """A page of links to articles, or one that is followed for its own sake."""
    links = tuple(links_of(SourceKind.LISTING, answer))
    if len(links) >= _FEW:
        return Found(_source(SourceKind.LISTING, answer.url, page_title(answer)), links)
    return Found(_source(SourceKind.PAGE, answer.url, page_title(answer)), ())


def _feeds(answer: Answer, transport: Transport) -> Iterator[Found]:
    """The feeds that a page names or links to; those of readers' comments come last."""
    named = dict(announced_feeds(answer))
    linked = {url: "" for url, _ in page_links(answer) if _FEED_LINK.search(urlsplit(url).path)}
    feeds = sorted((named | linked | named).items(), key=lambda feed: "comment" in "".join(feed).lower())
    yield from _with_entries(feeds[:_TRIED], transport)


def _hidden_feeds(answer: Answer, transport: Transport) -> Iterator[Found]:
    """The feed of a site that does not name it, looked for from its front page only."""
    if _is_front(answer.url):
        yield from islice(_with_entries([(joined(answer.url, each), "") for each in _USUAL], transport), 1)


def _is_front(url: str) -> bool:
    return urlsplit(url).path in ("", "/")


def _with_entries(feeds: Iterable[tuple[str, str]], transport: Transport) -> Iterator[Found]:
    for url, title in feeds:
        try:
            feed = transport.get(url)
            if kind_of(feed) is SourceKind.FEED and (found := _found(SourceKind.FEED, feed, title)).links:
                yield found
        except FetchFailed:  # one feed less to choose from
            continue


def _sitemaps(answer: Answer, transport: Transport) -> Iterator[Found]:
    """Those that a site's robots.txt names, of news first."""
    named = transport.sitemaps(answer.url) if _is_front(answer.url) else []
    for url in sorted(named, key=lambda url: "news" not in url.lower())[:_SITEMAPS]:
        try:
            sitemap = transport.get(url)
            if kind_of(sitemap) is SourceKind.SITEMAP or sitemap.content.startswith(b"\x1f\x8b"):
                yield _found(SourceKind.SITEMAP, sitemap, page_title(answer))
        except FetchFailed:  # one less to choose from
            continue


def _found(kind: SourceKind, answer: Answer, title: str) -> Found:
    return Found(_source(kind, answer.url, title or _title(answer)), tuple(links_of(kind, answer)))


def _title(answer: Answer) -> str:
    matched = re.search(rb"<title[^>]*>(?:<!\[CDATA\[)?([^<\]]{1,200})", answer.content[:65536], re.IGNORECASE)
    return " ".join(matched[1].decode("utf-8", "replace").split()) if matched else ""


def _file_name(url: str) -> str:
    return unquote(urlsplit(url).path.rpartition("/")[2])


def _source(kind: SourceKind, url: str, title: str) -> Source:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    named = host if host.rpartition(".")[2].isdigit() else host.rpartition(".")[0] or host  # an address has no ending
    id = re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-") or "source"
    return Source(id, title or host, url, kind)
