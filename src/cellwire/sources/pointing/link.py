"""An article as a source points at it, before anybody has asked for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lxml import html

ENTRY = "application/feed+json"  # what an entry of a feed is kept as
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # Chinese and Japanese write no spaces


@dataclass(frozen=True, slots=True)
class Link:
    """`entry` is a feed's whole entry, one JSON Feed of one item."""

    url: str
    title: str = ""
    published: date | None = None
    outlet: str | None = None
    entry: bytes = b""
    whole: bool = False  # the entry holds the article, its page need not be asked for
    wrapped: bool = False  # the address leads through somebody's redirecting page
    lone: bool = False  # the entry has no address of its own; `url` names its place in the feed
    sitemap: bool = False  # no article: another sitemap, named by an index of them
    updated: date | None = None  # when it is said to have changed last: a moment, or a day without one


def one_line(value: object) -> str:
    """Titles carry entities and stray tags in many feeds; what is no text is no title."""
    return (
        " ".join(html.fromstring(f"<p>{value}</p>").text_content().split()) if value and isinstance(value, str) else ""
    )


def day_of(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written.strip().replace("Z", "+00:00")).date()
    except ValueError:
        return None


def moment_of(written: str) -> date | None:
    """A moment in world time; a day, where no more is written."""
    try:
        moment = datetime.fromisoformat(written.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    if len(written.strip()) <= len("2022-12-13"):
        return moment.date()
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def words_in(text: str) -> int:
    """How many words a text has; of scripts without spaces about so many as its translation."""
    return max(len(text.split()), len(_UNSPACED.findall(text)) * 2 // 5)
