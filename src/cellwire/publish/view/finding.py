"""What words are found in: stories by their headlines and quotes, with the words marked where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from cellwire.db import Hit, asked_words
from cellwire.model import Development, Document, Story, fold
from cellwire.publish.view.standing import Standing

QUOTES = 3  # that are shown of a story
BEFORE, AFTER = 90, 180  # characters of a quote around its first marked word
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e|ly)$")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text; `found` where it is what was searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class QuoteFound:
    document: Document
    told: Development
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class StoryFound:
    """A story with the quotes that fit best; `story` is `None` for background that joins no story."""

    story: Story | None
    headline: tuple[Part, ...]
    quotes: tuple[QuoteFound, ...]
    more: int  # quotes that fit as well


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for, and when: with `as_of` only what had been captured by then is found."""

    words: str
    as_of: datetime | None
    limit: int

    @property
    def most(self) -> int:
        """Quotes and headlines to look at: some share a story, and some are younger than the day that is asked for."""
        return self.limit * (2 if self.as_of is None else 8)


def stories_found(hits: Sequence[Hit], asked: Search, standing: Standing) -> tuple[list[StoryFound], int]:
    """Best first, under the stories of the day that is asked for; and how many there are beyond the limit."""
    words = [_stems(each) for each in asked_words(asked.words)]
    found = hits if asked.as_of is None else list(_known_by(hits, standing, asked.as_of))
    shown = [
        StoryFound(
            hit.story,
            marked(hit.story.headline, words) if hit.story else (),
            tuple(QuoteFound(document, told, clipped(told.quote, words)) for document, told in hit.quotes[:QUOTES]),
            max(0, len(hit.quotes) - QUOTES),
        )
        for hit in found[: asked.limit]
    ]
    return shown, len(found) - len(shown)


def _known_by(hits: Iterable[Hit], standing: Standing, moment: datetime) -> Iterator[Hit]:
    story_of: Mapping[str, Story] = standing.once(
        "story_of", lambda: {id: story for story in standing.stories for id in story.developments}
    )
    for hit in hits:
        known = tuple(quote for quote in hit.quotes if quote[0].captured and quote[0].captured <= moment)
        story = story_of.get(known[0][1].id) if known else standing.by_id.get(hit.story.id) if hit.story else None
        if known or story:
            yield Hit(story if isinstance(story, Story) else None, hit.fit, known)


def marked(text: str, words: Sequence[Sequence[str]]) -> tuple[Part, ...]:
    """The text in parts; each of the words, or the phrases, is marked in whatever form it stands."""
    parts, last = list[Part](), 0
    for start, end in _found_in(text, words):
        if start >= last:
            parts += [Part(text[last:start], False), Part(text[start:end], True)]
            last = end
    return tuple(part for part in (*parts, Part(text[last:], False)) if part.text)


def _found_in(text: str, words: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    tokens = list(_TOKEN.finditer(text))
    stems = tuple(_compared(token[0]) for token in tokens)
    begins: dict[str, list[tuple[str, ...]]] = {}
    for word in words:
        if word:
            begins.setdefault(word[0], []).append(tuple(word))
    for at, stem in enumerate(stems):
        for word in begins.get(stem, ()):
            if stems[at : at + len(word)] == word:
                yield tokens[at].start(), tokens[at + len(word) - 1].end()


def clipped(text: str, words: Sequence[Sequence[str]]) -> tuple[Part, ...]:
    """The stretch around the first of the words; what is left out is shown as such."""
    flat = " ".join(text.split())
    before, _ = next(_found_in(flat, words), (0, 0))
    start, end = max(0, before - BEFORE), before + AFTER
    start = flat.find(" ", start) + 1 if start else 0
    end = len(flat) if end >= len(flat) else max(flat.rfind(" ", before, end), before)
    shown = ("… " if start else "") + flat[start:end] + (" …" if end < len(flat) else "")
    return marked(shown, words)


def _stems(word: str) -> tuple[str, ...]:
    return tuple(_stem(token[0]) for token in _TOKEN.finditer(word))


@lru_cache(50_000)
def _compared(token: str) -> str:
    return _stem(fold(token))


def _stem(word: str) -> str:
    """Roughly the form that both databases compare."""
    return _ENDING.sub("", word)
