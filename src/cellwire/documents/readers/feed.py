"""Feeds: each entry of an RSS, RDF, Atom or JSON feed is a document of its own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any

from cellwire.documents.blocks import fragment_drafts
from cellwire.documents.decoding import decoded
from cellwire.documents.imprint import (
    Imprint,
    Said,
    how_of,
    names_a_search,
    parse_day,
    plausible,
    without_outlet,
    words_of,
)
from cellwire.documents.layout import Layout, compose, word_count
from cellwire.documents.readers.reading import Article, Read
from cellwire.model import BlockKind, Capture, Form, Found, page_behind, without_nested_entities

_CUT_OFF = re.compile(r"(\[?(…|\.\.\.)\]?|(read|continue) (more|reading)\W*|\[\W*more\W*\])\s*$", re.IGNORECASE)
_WHOLE = 250  # words from which a summary is the article
_FEED_TAIL = re.compile(
    r"\s*[:|»\-–—]+\s*(rss( feed)?|feed|headlines|(latest |all |top )?(news|articles|stories|posts))\s*$", re.IGNORECASE
)
_WRAPPED = re.compile(r"https?://news\.google\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the kinds of feed say in their several ways."""

    key: str
    title: str
    link: str | None
    content: str  # HTML
    full: bool  # given as content, not as summary
    outlet: str | None = None  # of the entry, where it is another's
    byline: str | None = None
    published: date | None = None
    modified: date | None = None


def read_feed(capture: Capture) -> Read:
    """RSS 0.9 to 2.0, RDF and Atom, well-formed or not."""
    import feedparser  # costly to import

    content = BytesIO(without_nested_entities(capture.content))
    feed = feedparser.parse(
        content, response_headers=_headers(capture), sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.entries:
        known = feed.get("version")
        return Read((), ("a feed without entries" if known else "no feed: no entries of RSS, RDF or Atom",))
    about = Imprint(outlet=_outlet(_plain(feed.feed.get("title") or "")), language=feed.feed.get("language"))
    return _articles(capture, about, _line(feed.feed.get("link")), [_xml_entry(entry) for entry in feed.entries])


def read_json_feed(capture: Capture) -> Read:
    """JSON Feed 1 and 1.1."""
    text, problems = decoded(capture)
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as problem:
        return Read((), (*problems, f"no JSON ({str(problem)[:80]})"))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        return Read((), (*problems, "JSON, but no JSON Feed with items"))
    about = Imprint(outlet=_outlet(_line(feed.get("title"))), language=_line(feed.get("language")) or None)
    entries = [_json_entry(item) for item in items if isinstance(item, dict)]
    read = _articles(capture, about, _line(feed.get("home_page_url")), entries)
    return replace(read, problems=(*problems, *read.problems))


def _headers(capture: Capture) -> dict[str, str]:
    """The declared type, so that feedparser decides on the charset as it would over the network."""
    said = [value for name, value in capture.headers if name.lower() == "content-type"]
    return {"content-type": said[0]} if said else {}


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _outlet(title: str) -> str | None:
    """A feed's title without what only says that it is a feed; what a search engine found is of many outlets."""
    if names_a_search(title):
        return None
    return _FEED_TAIL.sub("", title) or title or None


def _xml_entry(entry: Any) -> _Entry:
    contents = [each.get("value") or "" for each in entry.get("content", [])]
    content, summary = max(contents, key=len, default=""), entry.get("summary") or ""
    full = len(content) >= len(summary) and bool(content)
    return _Entry(
        key=_line(entry.get("id") or entry.get("link") or entry.get("title")),
        title=_plain(entry.get("title") or ""),
        link=page_behind(_line(entry.get("link"))) or None,
        content=content if full else summary,
        full=full,
        outlet=_line(entry.get("source", {}).get("title")) or None,
        byline=_line(entry.get("author")) or None,
        published=parse_day(entry.get("published") or "") or _struct_day(entry.get("published_parsed")),
        modified=parse_day(dict.get(entry, "updated") or "") or _struct_day(dict.get(entry, "updated_parsed")),
    )


def _struct_day(parsed: Any) -> date | None:
    return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday) if parsed and parsed.tm_year > 0 else None


def _plain(markup: str) -> str:
    """Titles carry entities and stray tags in many feeds."""
    if "<" not in markup and "&" not in markup:
        return _line(markup)
    return " ".join(draft.text for draft in fragment_drafts(markup))


def _json_entry(item: dict[str, Any]) -> _Entry:
    html, text, summary = (_text(item.get(name)) for name in ("content_html", "content_text", "summary"))
    paragraphs = "".join(f"<p>{_escaped(each)}</p>" for each in re.split(r"\n\s*\n", text or summary))
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_line(author.get("name")) for author in authors if isinstance(author, dict)]
        if isinstance(authors, list)
        else []
    )
    return _Entry(
        key=str(item.get("id") or item.get("url") or item.get("title") or ""),
        title=_line(item.get("title")),
        link=_line(item.get("url") or item.get("external_url")) or None,
        content=html or paragraphs,
        full=bool(html or text),
        byline=", ".join(filter(None, names)) or None,
        published=parse_day(_line(item.get("date_published"))),
        modified=parse_day(_line(item.get("date_modified"))),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _articles(capture: Capture, about: Imprint, home: str, entries: list[_Entry]) -> Read:
    articles = tuple(_article(capture, about, home, entry) for entry in entries if entry.title or entry.content.strip())
    left = len(entries) - len(articles)
    return Read(
        _with_own_keys(articles), (f"{left} of {len(entries)} entries have neither title nor text",) if left else ()
    )


def _with_own_keys(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Two entries that call themselves the same are told apart by their order."""
    seen: dict[str, int] = {}
    own: list[Article] = []
    for article in articles:
        seen[article.key] = number = seen.get(article.key, 0) + 1
        own.append(replace(article, key=f"{article.key}\n{number}") if number > 1 else article)
    return tuple(own)


def _article(capture: Capture, about: Imprint, home: str, entry: _Entry) -> Article:
    title, outlet = _title_and_outlet(entry, about.outlet, home)
    layout = compose(title, [draft for draft in fragment_drafts(entry.content) if draft.text != title])
    day = next((day for day in (entry.published, entry.modified) if plausible(day, capture.moment)), None)
    imprint = Imprint(
        title=title or None,
        url=entry.link,
        outlet=words_of(outlet),
        byline=entry.byline,
        language=about.language,
        published=day or capture.told.published,
        modified=entry.modified if day and entry.modified and entry.modified > day else None,
        form=Form.ARTICLE if _is_whole(layout, entry) else Form.TEASER,
        found=Found(
            title="feed",
            url="wrapper" if _WRAPPED.match(entry.link or "") else "feed",
            outlet=how_of(outlet),
            byline="feed",
            language="feed",
            published="feed" if day else "told",
            modified="feed",
        ),
    )
    # An entry's own date is nearer to it than what was told of the whole feed.
    return Article(layout, replace(imprint.told(replace(capture.told, published=None), title=False)), entry.key)


def _title_and_outlet(entry: _Entry, outlet: str | None, home: str) -> tuple[str, Said | None]:
    """A wrapper's feed carries other outlets' news: their name is in the entry's source or the tail of its title."""
    if _WRAPPED.match(entry.link or home) or entry.outlet:
        head, dash, tail = entry.title.rpartition(" - ")
        named = entry.outlet or tail
        if dash and head and named == tail:
            return head, Said(named, "feed" if entry.outlet else "tail")
        named = entry.outlet or outlet or ""
        return entry.title, Said(named, "feed") if named else None
    return without_outlet(entry.title, outlet), Said(outlet, "feed") if outlet else None


def _is_whole(layout: Layout, entry: _Entry) -> bool:
    words = [layout.words(piece) for piece in layout.pieces if piece.kind is not BlockKind.TITLE]
    count = sum(map(word_count, words))
    if not words or _CUT_OFF.search(words[-1][-60:]):
        return False
    return count >= _WHOLE or (entry.full and count >= 60)
