"""What feeds, sitemaps and pages of links point at: addresses of articles, with what is said of them there."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from cellwire.errors import FetchFailed
from cellwire.model import SourceKind
from cellwire.sources.addresses import joined
from cellwire.sources.transport import Answer

LONGEST = 500  # links taken from one feed, sitemap or page
_WHOLE = 250  # words from which an entry's own text is the article
_GOOGLE = "news.google."
_HEADLINE = 4  # words that the text of a link to an article has at least
_NO_ARTICLE = re.compile(
    r"/(?:tag|tags|category|author|search|page|login|register|contact|about|privacy|terms|imprint|impressum|cookie\w*|"
    r"subscribe|newsletter|jobs|events?)(?:/|$)|\.(?:jpe?g|png|gif|svg|zip|mp[34]|docx?|xlsx?|css|js)$",
    re.IGNORECASE,
)
_PACKED = b"\x1f\x8b"
_SITEMAP_BYTES = 52_428_800  # the most that the sitemap protocol allows, unpacked


@dataclass(frozen=True, slots=True)
class Link:
    """An article as a source points at it. `entry` is a feed's whole entry, one JSON Feed of one item."""

    url: str
    title: str = ""
    published: date | None = None
    outlet: str | None = None
    entry: bytes = b""
    whole: bool = False  # the entry holds the article, its page need not be asked for
    wrapped: bool = False  # the address leads through somebody's redirecting page
    sitemap: bool = False  # no article: another sitemap, named by an index of them


def links_of(kind: SourceKind, answer: Answer) -> list[Link]:
    """In the order in which they stand there, each address once."""
    readers = {SourceKind.FEED: _feed, SourceKind.SITEMAP: _sitemap, SourceKind.LISTING: _listing}
    found: dict[str, Link] = {}
    for link in readers[kind](answer):
        if urlsplit(link.url).scheme in ("http", "https"):
            found.setdefault(link.url, link)
        if len(found) == LONGEST:
            break
    return list(found.values())


def _feed(answer: Answer) -> Iterator[Link]:
    if answer.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_feed(answer)
        return
    import feedparser  # costly to import

    headers = {"content-type": answer.header("content-type") or "", "content-location": answer.url}
    feed = feedparser.parse(BytesIO(_beginning(answer.content)), response_headers=headers, sanitize_html=False)
    for entry in feed.entries[:LONGEST]:
        url = joined(answer.url, str(entry.get("link") or ""))
        contents = [each.get("value") or "" for each in entry.get("content", [])]
        text, summary = max(contents, key=len, default=""), entry.get("summary") or ""
        day = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
        published = date(day.tm_year, day.tm_mon, day.tm_mday) if day and day.tm_year > 0 else None
        link = Link(url, _one_line(entry.get("title")), published, entry.get("source", {}).get("title"))
        yield _with_entry(link, _about(feed.feed, home="link"), text, summary)


def _beginning(content: bytes) -> bytes:
    """A feed without the entries behind the last that is taken: parsing costs ten times their size."""
    for closing in (b"</item>", b"</entry>"):
        parts = content.split(closing, LONGEST)
        if len(parts) > LONGEST and closing in parts[-1]:
            return closing.join((*parts[:LONGEST], parts[-1].rpartition(closing)[2]))
    return content


def _about(feed: Any, *, home: str) -> dict[str, Any]:
    about = {"title": feed.get("title"), "home_page_url": feed.get(home), "language": feed.get("language")}
    return {name: value for name, value in about.items() if value}


def _json_feed(answer: Answer) -> Iterator[Link]:
    try:
        feed = json.loads(answer.content)
    except (ValueError, RecursionError) as problem:
        raise FetchFailed(answer.url, "begins like a JSON Feed and is none") from problem
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            url = joined(answer.url, str(item.get("url") or item.get("external_url") or ""))
            whole = _text(item.get("content_html")) or _text(item.get("content_text"))
            link = Link(url, _one_line(item.get("title")), _day(_text(item.get("date_published"))))
            yield _with_entry(link, _about(feed, home="home_page_url"), whole, _text(item.get("summary")))


def _with_entry(link: Link, about: dict[str, Any], text: str, summary: str) -> Link:
    """With the entry by itself: what the feed says of one article, in a form that holds one article."""
    body = {"content_html": text} if text else {"summary": summary}
    item = {"id": link.url, "url": link.url, "title": link.title, **body}
    if link.published:
        item["date_published"] = link.published.isoformat()
    entry = json.dumps({"version": "https://jsonfeed.org/version/1.1", **about, "items": [item]}, ensure_ascii=False)
    wrapped = _GOOGLE in (urlsplit(link.url).hostname or "")
    outlet = link.outlet or (link.title.rpartition(" - ")[2] if wrapped else None) or None
    whole = len(re.sub(r"<[^>]*>", " ", text).split()) >= _WHOLE
    return replace(link, outlet=outlet, entry=entry.encode(), whole=whole, wrapped=wrapped)


def _sitemap(answer: Answer) -> Iterator[Link]:
    """Pages, the newest first; of an index of sitemaps the sitemaps, marked as such."""
    content = _unpacked(answer)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(content or b" ", parser)
    except etree.XMLSyntaxError as problem:
        raise FetchFailed(answer.url, "is no XML") from problem
    if root is None:
        raise FetchFailed(answer.url, "is no XML")
    told = [_sitemap_entry(node, answer.url) for node in root.iter("{*}url", "{*}sitemap")]
    yield from sorted(told, key=lambda link: link.published or date.min, reverse=True)


def _unpacked(answer: Answer) -> bytes:
    """A sitemap may be a gzip file of its own; one that unpacks to more than a sitemap may hold is refused."""
    if not answer.content.startswith(_PACKED):
        return answer.content
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = inflate.decompress(answer.content, _SITEMAP_BYTES)
    except zlib.error as problem:
        raise FetchFailed(answer.url, "is packed wrongly") from problem
    if inflate.unconsumed_tail:
        raise FetchFailed(answer.url, f"unpacks to more than {_SITEMAP_BYTES / 1e6:.0f} MB")
    return content


def _sitemap_entry(node: Any, base: str) -> Link:
    said = {etree.QName(each).localname: (each.text or "").strip() for each in node.iter() if isinstance(each.tag, str)}
    day = _day(said.get("publication_date", "")) or _day(said.get("lastmod", ""))
    sitemap = etree.QName(node).localname == "sitemap"
    address, title = joined(base, said.get("loc", "")), _one_line(said.get("title"))
    return Link(address, title, day, said.get("name") or None, sitemap=sitemap)


def _listing(answer: Answer) -> Iterator[Link]:
    """Links of the same site whose words are a headline."""
    for url, words in page_links(answer):
        told = len(words.split()) >= _HEADLINE and not _NO_ARTICLE.search(urlsplit(url).path)
        if told and _site(url) == _site(answer.url) and url != answer.url:
            yield Link(url, words)


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def page_links(answer: Answer) -> Iterator[tuple[str, str]]:
    """Every link of a page with its words; nothing is followed."""
    for node in _tree(answer).iter("a"):
        href = (node.get("href") or "").strip()
        url = joined(answer.url, href).split("#")[0]
        if href and urlsplit(url).scheme in ("http", "https"):
            yield url, " ".join(node.text_content().split())


def announced_feeds(answer: Answer) -> Iterator[tuple[str, str]]:
    """The feeds a page names in its head, with their titles."""
    for node in _tree(answer).iter("link"):
        kind, rel = (node.get("type") or "").lower(), (node.get("rel") or "").lower()
        if "alternate" in rel and node.get("href") and re.search(r"rss|atom|feed\+json|rdf", kind):
            yield joined(answer.url, node.get("href")), _one_line(node.get("title"))


def _tree(answer: Answer) -> Any:
    parser = html.HTMLParser(encoding=None, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(answer.content or b"<html/>", parser=parser, base_url=answer.url)
    except etree.ParserError as problem:
        raise FetchFailed(answer.url, "holds no page") from problem
    return tree


def _one_line(value: object) -> str:
    return " ".join(html.fromstring(f"<p>{value}</p>").text_content().split()) if value else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written.strip().replace("Z", "+00:00")).date()
    except ValueError:
        return None
