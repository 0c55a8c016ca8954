"""Atom and JSON Feed: the same entries in both forms, for editions, plants, companies and watch lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from cellwire.model import MOST_WORDS, Deal, Entry, Facility, Record
from cellwire.publish.taming import one_line, safe_url

MOST_ENTRIES = 100


class FeedForm(StrEnum):
    ATOM = "atom"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """`id` is the same as long as it is the same news; readers are shown an id once."""

    id: str
    title: str
    told: date
    text: str
    url: str | None = None
    quote: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    id: str
    title: str
    entries: tuple[FeedEntry, ...]  # the latest first
    url: str | None = None  # where the feed itself will be found


def feed_of_entry(entry: Facility | Deal) -> Feed:
    """The history of a plant or a deal: what happened, and dates that were told."""
    return Feed(entry.id, entry.name, _latest(_history(entry)))


def feed_of_company(id: str, name: str, record: Record) -> Feed:
    entries: list[Facility | Deal] = [*record.facilities, *record.deals]
    own = [entry for entry in entries if any(party.id == id for party in entry.parties)]
    return Feed(id, name, _latest(told for entry in own for told in _history(entry)))


def _history(entry: Facility | Deal) -> Iterator[FeedEntry]:
    timelines = [phase.timeline for phase in entry.phases] if isinstance(entry, Facility) else [entry.timeline]
    for timeline in timelines:
        yield from (_told(entry, line) for line in timeline)


def _told(entry: Facility | Deal, line: Entry) -> FeedEntry:
    when = f" {line.when}" if line.when else ""
    title = f"{entry.name}: {line.what.replace('_', ' ')}{when}"
    cited = line.citation
    quote = " ".join(cited.quote.split()[:MOST_WORDS])
    return FeedEntry(
        f"{entry.id}:{line.what}{when}:{line.said}", title, line.said, title, cited.url, quote, cited.outlet
    )


def _latest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    once = {entry.id: entry for entry in entries}
    return tuple(sorted(once.values(), key=lambda entry: (entry.told, entry.id), reverse=True)[:MOST_ENTRIES])


def render_feed(feed: Feed, form: FeedForm) -> str:
    """The newest entry gives the feed its date: the same entries give the same bytes."""
    return _atom(feed) if form is FeedForm.ATOM else _json(feed)


def _atom(feed: Feed) -> str:
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_xml(_urn(feed.id))}</id>",
        f"<title>{_xml(feed.title)}</title>",
        f"<updated>{_moment(_newest(feed.entries))}</updated>",
        "<author><name>cellwire</name></author>",
        "<generator>cellwire</generator>",
    ]
    if url := safe_url(feed.url):
        rows.append(f"<link rel={quoteattr('self')} href={quoteattr(url)}/>")
    for entry in feed.entries:
        rows += [
            "<entry>",
            f"<id>{_xml(_urn(entry.id))}</id>",
            f"<title>{_xml(entry.title)}</title>",
            f"<updated>{_moment(entry.told)}</updated>",
            f'<content type="text">{_xml(_words(entry))}</content>',
        ]
        if url := safe_url(entry.url):
            rows.append(f"<link rel={quoteattr('alternate')} href={quoteattr(url)}/>")
        rows.append("</entry>")
    return "\n".join([*rows, "</feed>"]) + "\n"


def _json(feed: Feed) -> str:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(feed.title),
        **({"feed_url": url} if (url := safe_url(feed.url)) else {}),
        "authors": [{"name": "cellwire"}],
        "items": [
            {
                "id": _urn(entry.id),
                "title": one_line(entry.title),
                **({"url": url} if (url := safe_url(entry.url)) else {}),
                "date_published": _moment(entry.told),
                "content_text": _words(entry),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _words(entry: FeedEntry) -> str:
    source = f" “{one_line(entry.quote)}” {one_line(entry.outlet)}".rstrip() if entry.quote else ""
    return one_line(entry.text) + source


def _xml(text: str) -> str:
    return escape(one_line(text))


def _urn(id: str) -> str:
    """What a URN has no room for, a space before a year, is written with its number."""
    return f"urn:cellwire:{quote(id, safe=':')}"


def _moment(day: date) -> str:
    return datetime.combine(day, time(12), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_NO_ENTRY = date(2000, 1, 1)  # of a feed without entries: the form asks for a day, and readers take 1970 for a mistake


def _newest(entries: Sequence[FeedEntry]) -> date:
    return max((entry.told for entry in entries), default=_NO_ENTRY)
