"""A quote in its context: as much around it as a reader needs, and no more of somebody else's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cellwire.errors import BadOption
from cellwire.model import Document

AROUND = 600  # characters on either side


@dataclass(frozen=True, slots=True)
class Window:
    """`before`, `words` and `after` are the text as it was captured; `cut` tells whether there is more of it."""

    document: str
    title: str
    outlet: str
    url: str
    published: str
    captured: str
    before: str
    words: str
    after: str
    cut: bool


def window_of(document: Document, start: int, end: int) -> Window:
    """Raises `BadOption` for a stretch that the text does not have."""
    if not 0 <= start < end <= len(document.text):
        raise BadOption("start and end", f"{start} to {end} is no stretch of this text", "take them from the citation")
    first = _edge(document.text, max(0, start - AROUND), start)
    last = min(len(document.text), end + AROUND)
    return Window(
        document=document.id,
        title=document.title,
        outlet=document.outlet or "",
        url=document.url or "",
        published=document.published.isoformat() if document.published else "",
        captured=document.captured.isoformat() if document.captured else "",
        before=document.text[first:start],
        words=document.text[start:end],
        after=document.text[end:last],
        cut=first > 0 or last < len(document.text),
    )


def stretch_of(document: Document, words: str) -> tuple[int, int]:
    """Where these words first stand, however the text breaks its lines. Raises `BadOption` where they do not."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, document.text) if pattern else None
    if found is None:
        raise BadOption("words", "do not stand in this text", "take them from a quote of it")
    return found.span()


def _edge(text: str, place: int, before: int) -> int:
    """The beginning of a word, so that the context does not start in the middle of one."""
    if place == 0:
        return 0
    blank = text.find(" ", place, before)
    return place if blank < 0 else blank + 1
