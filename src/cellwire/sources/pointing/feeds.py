"""Feeds: RSS, RDF, Atom and JSON Feed, well-formed or not; each entry with all that the feed says of it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from time import struct_time
from typing import Any
from urllib.parse import quote, urlsplit

from cellwire.errors import FetchFailed
from cellwire.model import without_nested_entities
from cellwire.sources.asking import Answer, joined
from cellwire.sources.pointing.link import Link, day_of, moment_of, one_line, words_in

_WHOLE = 250  # words from which an entry's own text is the article
_GOOGLE = "news.google."


def feed_links(answer: Answer, longest: int) -> Iterator[Link]:
    """The first entries; of a longer feed the others are not even parsed."""
    if answer.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_feed(answer)
        return
    import feedparser  # costly to import

    headers = {"content-type": answer.header("content-type") or "", "content-location": answer.url}
    content = BytesIO(_beginning(without_nested_entities(answer.content), longest))
    feed = feedparser.parse(content, response_headers=headers, sanitize_html=False)
    for entry in feed.entries[:longest]:
        contents = [each.get("value") or "" for each in entry.get("content", [])]
        day = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
        told = _Entry(
            key=str(entry.get("id") or entry.get("title") or ""),
            address=str(
                entry.get("link") or next((each.get("href") for each in entry.get("enclosures", [])), "") or ""
            ),
            title=one_line(entry.get("title")),
            text=max(contents, key=len, default=""),
            summary=_plain(entry.get("summary") or ""),
            published=date(day.tm_year, day.tm_mon, day.tm_mday) if day and day.tm_year > 0 else None,
            authors=one_line(entry.get("author")),
            outlet=one_line(entry.get("source", {}).get("title")),
            updated=_moment(dict.get(entry, "updated_parsed")),
        )
        yield from _link(told, answer.url, _about(feed.feed, home="link"))


def _beginning(content: bytes, longest: int) -> bytes:
    """A feed without the entries behind the last that is taken: parsing costs ten times their size."""
    for closing in (b"</item>", b"</entry>"):
        parts = content.split(closing, longest)
        if len(parts) > longest and closing in parts[-1]:
            return closing.join((*parts[:longest], parts[-1].rpartition(closing)[2]))
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
            told = {name: _text(value) for name, value in item.items()}.get
            authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
            entry = _Entry(
                key=told("id") or told("title") or "",
                address=told("url") or told("external_url") or "",
                title=one_line(told("title")),
                text=told("content_html") or _marked_up(told("content_text") or ""),
                summary=told("summary") or "",
                published=day_of(told("date_published") or "") or day_of(told("date_modified") or ""),
                authors=", ".join(one_line(each.get("name")) for each in authors or () if isinstance(each, dict)),
                updated=moment_of(told("date_modified") or ""),
            )
            yield from _link(entry, answer.url, _about(feed, home="home_page_url"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the kinds of feed say of an article; `text` is HTML, `summary` plain."""

    key: str
    address: str
    title: str
    text: str
    summary: str
    published: date | None
    authors: str
    outlet: str = ""
    updated: date | None = None


def _link(entry: _Entry, feed: str, about: dict[str, Any]) -> Iterator[Link]:
    """With the entry by itself: what the feed says of one article, in a form that holds one article.

    None of an entry that neither leads somewhere nor says anything.
    """
    lone = not entry.address
    if lone and not (entry.key and (entry.text or entry.summary)):
        return
    url = joined(feed, f"#{quote(entry.key, errors='replace')}") if lone else joined(feed, entry.address)
    body = {"content_html": entry.text} if entry.text else {"summary": entry.summary}
    item: dict[str, Any] = {"id": url, "title": entry.title, **body}
    if not lone:
        item["url"] = url
    if entry.published:
        item["date_published"] = entry.published.isoformat()
    if entry.authors:
        item["authors"] = [{"name": entry.authors}]
    alone = json.dumps({"version": "https://jsonfeed.org/version/1.1", **about, "items": [item]}, ensure_ascii=False)
    wrapped = _GOOGLE in (urlsplit(url).hostname or "")
    yield Link(
        url,
        entry.title,
        entry.published,
        entry.outlet or (entry.title.rpartition(" - ")[2] if wrapped else None) or None,
        alone.encode("utf-8", "replace"),
        whole=lone or words_in(_plain(entry.text)) >= _WHOLE,
        wrapped=wrapped,
        lone=lone,
        updated=entry.updated,
    )


def _moment(told: struct_time | None) -> datetime | None:
    """None too for a moment that no calendar has (31 February, the year 0), which feeds tell."""
    try:
        return datetime(*told[:6], tzinfo=UTC) if told else None
    except ValueError:
        return None


def _plain(markup: str) -> str:
    """Without tags; what stands on lines of its own stays so."""
    words = html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<(?:br|/?(?:p|div|li|h\d|tr|ul))\b[^>]*>", "\n\n", markup)))
    return "\n\n".join(" ".join(part.split()) for part in words.split("\n\n") if part.strip())


def _marked_up(text: str) -> str:
    return "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
