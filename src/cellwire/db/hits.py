"""What a search finds: stories by their headlines and quotes, with the quotes that hold the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from cellwire.db import schema
from cellwire.db.many import among
from cellwire.db.plain import from_json
from cellwire.db.searching import asked_words, find_words
from cellwire.db.store import Store, derived
from cellwire.model import Development, Document, Story, fold

T = TypeVar("T")
HEADLINE = 2.0  # a word in a headline says more than one in a quote
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Hit:
    """A story with the quotes that fit, best first; `story` is `None` for background that joins no story."""

    story: Story | None
    fit: float
    quotes: tuple[tuple[Document, Development], ...]


def search(store: Store, asked: str, *, most: int | None = None) -> list[Hit]:
    """Stories that hold all the words in a headline or in one quote, best first.

    `most` looks at so many of the best quotes and headlines, and reads so many of the best stories and no more.
    """
    with derived(store) as connection:
        quotes = find_words(connection, "quote_words", asked, most)
        heads = find_words(connection, "story_words", asked, most)
        story_of = _stories_of(connection, quotes)
        if most:
            quotes, heads = _of_the_best(quotes, story_of, heads, most)
        told = _load(connection, schema.developments, quotes, Development)
        documents = _load(connection, schema.documents, {one.document for one in told}, Document)
        wanted = {*heads, *(story_of[id] for id in quotes if id in story_of)}
        stories = _load(connection, schema.stories, wanted, Story)
    return _hits(_found(told, documents), quotes, story_of, stories, heads)


def _of_the_best(
    quotes: Mapping[str, float], story_of: Mapping[str, str], heads: Mapping[str, float], most: int
) -> tuple[dict[str, float], dict[str, float]]:
    """The quotes and the headlines of the stories that fit best; a quote that joins no story stands for itself."""
    fits: dict[str, float] = {story: HEADLINE * fit for story, fit in heads.items()}
    best: dict[str, float] = {}
    for id, fit in quotes.items():
        story = story_of.get(id, id)
        best[story] = max(best.get(story, 0.0), fit)
    for story, fit in best.items():
        fits[story] = fits.get(story, 0.0) + fit
    kept = set(nsmallest(most, fits, key=lambda story: (-fits[story], story)))
    return (
        {id: fit for id, fit in quotes.items() if story_of.get(id, id) in kept},
        {story: fit for story, fit in heads.items() if story in kept},
    )


def search_among(
    store: Store, asked: str, then: Collection[Story], gone: Collection[str] | None = None, *, until: datetime
) -> list[Hit]:
    """The same at a moment in the past, when `then` was told in place of the stories that are `gone`.

    With no word of what is gone, `then` are all the stories of that day.
    """
    with derived(store) as connection:
        quotes = find_words(connection, "quote_words", asked)
        told = _load(connection, schema.developments, quotes, Development)
        documents = _load(connection, schema.documents, {one.document for one in told}, Document)
        story_of, heads, standing = dict[str, str](), dict[str, float](), list[Story]()
        if gone is not None:
            stays = {one: story for one, story in _stories_of(connection, quotes).items() if story not in gone}
            heads = dict.fromkeys(find_words(connection, "story_words", asked).keys() - gone, HEADLINE)
            standing = _load(connection, schema.stories, {*heads, *stays.values()}, Story)
            story_of |= stays
    story_of |= {development: story.id for story in then for development in story.developments}
    words = [f" {fold(one)} " for one in asked_words(asked)]
    heads |= {
        story.id: HEADLINE for story in then if words and all(word in f" {fold(story.headline)} " for word in words)
    }
    early = [one for one in documents if not one.captured or one.captured <= until]
    return _hits(_found(told, early), quotes, story_of, [*standing, *then], heads)


def _found(told: Iterable[Development], documents: Iterable[Document]) -> list[tuple[Document, Development]]:
    by_id = {document.id: document for document in documents}
    return [(by_id[one.document], one) for one in told if one.document in by_id]


def _hits(
    found: Iterable[tuple[Document, Development]],
    fits: Mapping[str, float],
    story_of: Mapping[str, str],
    stories: Iterable[Story],
    heads: Mapping[str, float],
) -> list[Hit]:
    by_story: dict[str | None, list[tuple[Document, Development]]] = defaultdict(list)
    for document, told in found:
        by_story[story_of.get(told.id)].append((document, told))
    alone = [Hit(None, fits[one[1].id], (one,)) for one in by_story.pop(None, ())]
    hits = [
        Hit(story, HEADLINE * heads.get(story.id, 0.0) + max((fits[one.id] for _, one in quotes), default=0.0), quotes)
        for story in stories
        for quotes in [_best_first(by_story.get(story.id, ()), fits)]
        if story.id in heads or quotes
    ]
    return sorted([*hits, *alone], key=_order)


def _best_first(
    quotes: Iterable[tuple[Document, Development]], fits: Mapping[str, float]
) -> tuple[tuple[Document, Development], ...]:
    return tuple(sorted(quotes, key=lambda one: (-fits[one[1].id], str(one[0].told), one[1].id)))


def _order(hit: Hit) -> tuple[float, int, str]:
    """Best first, newest of equals."""
    day = hit.story.last_told if hit.story else hit.quotes[0][0].told
    return -round(hit.fit, 6), -(day.toordinal() if day else 0), hit.story.id if hit.story else hit.quotes[0][1].id


def _stories_of(connection: Connection, developments: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ids in _some(developments):
        asked = select(schema.told_in).where(among(connection, schema.told_in.c.development, ids))
        found.update((row.development, row.story) for row in connection.execute(asked))
    return found


def _load(connection: Connection, table: Table, ids: Iterable[str], kind: type[T]) -> list[T]:
    return [
        from_json(body, kind)
        for some in _some(ids)
        for body in connection.execute(select(table.c.body).where(among(connection, table.c.id, some))).scalars()
    ]


def _some(ids: Iterable[str]) -> Iterable[list[str]]:
    every = sorted(ids)
    return (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
