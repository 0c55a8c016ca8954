"""What stands for an article in one line: its title, or its sentence with the news where the title has another."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from cellwire.model import Document, Form, Span
from cellwire.publish.brief.doubting import (
    below_title,
    is_paid_for,
    is_research,
    lives_on_batteries,
    names_a_page,
    speaks_of_batteries,
)
from cellwire.publish.brief.edition import bare_title, is_named, outlet_of, sentence_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter

IN_TITLE, BELOW, NOWHERE = 2, 1, 0  # where an article speaks of batteries
_WORDS = 35  # of a sentence that stands for a title
_WORDS_OF_A_PAGE = 45  # where the title is no article's, and nothing else tells the news
_TAIL = re.compile(r"\s[-–—|]\s[^-–—|]{2,40}$")
_TAILED = 3  # titles of an outlet that end alike, and half of them: the end is no part of any


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    worth: int


class Lines:
    """The lines of a week's articles, without what their outlet puts behind each title."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        documents = shelf.week_documents()
        titles = Counter(map(outlet_of, documents))
        tails = Counter((outlet_of(each), tail[0]) for each in documents if (tail := _TAIL.search(_title(each))))
        self._tails = {key for key, count in tails.items() if count >= _TAILED and 2 * count >= titles[key[0]]}
        pages = (each for each in shelf.week_texts() if each.form is Form.ROUNDUP)
        self._pages = {page.capture: page for page in pages}

    def title(self, document: Document) -> str:
        """An item without a title of its own goes by its page's, or by its first sentence: neither is cut off."""
        if not _is_untitled(document):
            return self._bare(document)
        page = self._pages.get(document.capture)
        if page and speaks_of_batteries(self._bare(page)):
            return self._bare(page)
        return _sentence_at(document, document.extent.start)

    def plain_title(self, document: Document) -> str:
        """The title, where it is one of its own and hides nothing: no column's, no advert's; else empty."""
        title = "" if _is_untitled(document) else self._bare(document)
        return "" if is_paid_for(title, below_title(document)) or names_a_page(title) else title

    def of(self, document: Document, matter: Matter | None = None) -> Line:
        """`matter`: the news that it is to stand for; none where the article is all that is known."""
        title, below = self.title(document), below_title(document)
        told = self._told(document, matter)
        if is_paid_for(title, below) or is_research(title, below):
            return Line(title, NOWHERE)
        if names_a_page(title):
            return _sentence(told, _WORDS_OF_A_PAGE) or Line(
                title, BELOW if speaks_of_batteries(title, below) else NOWHERE
            )
        if speaks_of_batteries(title, named=matter is not None and is_named(title, _makers(matter))):
            return Line(title, IN_TITLE)
        if not speaks_of_batteries(title, f"{below}\n{told}" if matter else below):
            return Line(title, NOWHERE)
        if matter is None or is_named(title, _named(matter)):
            return Line(title, BELOW)
        return _sentence(told) or Line(title, NOWHERE)

    def keys(self, document: Document) -> set[str]:
        """What it is known by: its origin, and the address of the page that items without titles go by."""
        own = document.url if _is_untitled(document) else None
        return {self._shelf.origin(document.id), *([own] if own else [])}

    def _bare(self, document: Document) -> str:
        title = bare_title(document.title, outlet_of(document))
        tail = _TAIL.search(title)
        return title[: tail.start()] if tail and (outlet_of(document), tail[0]) in self._tails else title

    def _told(self, document: Document, matter: Matter | None) -> str:
        """The sentence of the article that tells the news, or any news where none is asked for."""
        ids = self._shelf.told_in.get(document.id, ())
        own = (self._shelf.developments[id] for id in ids if not self._shelf.developments[id].background)
        known = self._shelf.of_week(matter.story) if matter else own
        told = (dev for dev in known if dev.document == document.id)
        first = min(told, key=lambda dev: dev.told_at.start, default=None)
        return _sentence_at(document, first.told_at.start) if first else ""


def _sentence_at(document: Document, start: int) -> str:
    return " ".join(sentence_of(document.text, Span(start, start + 1)).cut(document.text).split())


def _sentence(told: str, most: int = _WORDS) -> Line | None:
    """A sentence stands for an article where it is whole, short enough, and of batteries by itself."""
    whole = len(told.split()) <= most and speaks_of_batteries(told)
    return Line(f"“{told}”", BELOW) if whole else None


def _is_untitled(document: Document) -> bool:
    """An item that is called by the first words of its text."""
    return document.form is Form.ITEM and document.title.endswith("…")


def _makers(matter: Matter) -> list[str]:
    return [told.part.text for told in matter.parties if lives_on_batteries(told.value.id)]


def _named(matter: Matter) -> list[str]:
    names = [text for told in matter.parties for text in (told.part.text, told.value.name)]
    return [*names, *((matter.place.value.name,) if matter.place else ())]


def names_one_of(title: str, matter: Matter) -> bool:
    """Whether a title names a company of a story."""
    return is_named(title, [text for told in matter.parties for text in (told.part.text, told.value.name)])


def _title(document: Document) -> str:
    return " ".join(document.title.split())
