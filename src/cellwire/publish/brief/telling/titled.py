"""The title of a story's texts that adds most to what is told of it: an editor put there what the news is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cellwire.model import MOST_WORDS, Document, Span
from cellwire.publish.brief.doubting import asks, is_offered, names_a_page, names_any, names_kind
from cellwire.publish.brief.edition import Note, note_on
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.telling.saying import Saying, names_in, saying_of

# What an outlet puts behind its titles
_OUTLET = r"(?:[A-Z][\w.]*\s?){1,3}|[\w-]+(?:\.\w+)*\.(?:com|org|net|co|uk|in)|[A-Z][\w ]+ (?:& |News |Times )\w+"
_TAIL = re.compile(rf"\s(?:\||[-–—](?=\s(?:{_OUTLET})$))\s.*$")
_BROKEN = re.compile(r"\u2026|\.\.\.|\s[|/]\s")
_STUMP = re.compile(r"\s*(?:\u2026|\.\.\.)$")  # a feed breaks long titles off
_SECOND = re.compile(r";\s.*$")  # another thing that it tells as well
_CAPITALS = 0.7  # of a title's longer words: then they say nothing about names


def title_of(matter: Matter, told: set[str], shelf: Shelf) -> tuple[Saying, Document, Span] | None:
    """The one with most facts that are not told yet, or with most that is new; the earliest of those alike."""
    documents = sorted(shelf.texts_of(matter.developments), key=lambda id: (shelf.told_on(shelf.documents[id]), id))
    rows = [row for id in documents for row in _of_one(shelf.documents[id], matter, told)]
    return max(rows, key=lambda row: (row[0].facts, row[0].new), default=None)


def _of_one(document: Document, matter: Matter, told: set[str]) -> Iterator[tuple[Saying, Document, Span]]:
    span = _title_in(document)
    title = document.quote(span) if span else ""
    if span and _tells_it(title, matter):
        names = names_in(document.text[span.end : document.extent.end]) or _capitals(title)
        yield saying_of(title, told, names), document, span


def _title_in(document: Document) -> Span | None:
    """Where a text begins with its title, without the outlet's name behind it; None where it has none there."""
    title, begins = document.title.strip(), document.extent.start
    start = document.text.find(title, begins, document.extent.end)
    ends = (found.start() for each in (_TAIL, _SECOND, _STUMP) if (found := each.search(title)))
    end = start + next(ends, len(title))
    return Span(start, end) if start < end and begins <= start and not document.text[begins:start].strip() else None


def whole_title(document: Document, span: Span, shelf: Shelf) -> Note:
    """What an outlet puts behind its title is no part of it that a quote leaves out."""
    note = note_on(document, span, also=shelf.also(document))
    rest = document.title.strip()[span.end - span.start :]
    return replace(note, left=(False, any(each.match(rest) for each in (_SECOND, _STUMP))))


def _tells_it(title: str, matter: Matter) -> bool:
    """Not one that asks, offers, breaks off, has two things in it, or speaks of something or somebody else."""
    hides = asks(title) or is_offered(title) or names_a_page(title) or _BROKEN.search(title)
    if hides or len(title.split()) > MOST_WORDS:
        return False
    return names_kind(title, matter.kind.value) and (not matter.parties or names_any(matter, title))


def _capitals(title: str) -> set[str]:
    words = [word for word in title.split() if len(word) > 3]
    shout = sum(word[0].isupper() for word in words) > _CAPITALS * len(words)
    return set() if shout else names_in(title)
