"""What an edition is made from: a week, all that was told of the same things, and what lies before it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cellwire.db import Texts
from cellwire.model import Development, Document, Record, Story
from cellwire.publish.brief.shelf import Shelf

WEEKS_BEFORE = 8  # in which the week's search terms are counted as well
MOST_TEXTS_BEFORE = 600  # of those weeks: a share of very many says as much of what is talked about
STORIES_OF_EACH = 40  # stories of a company among which those to link are looked for


@dataclass(frozen=True, slots=True)
class Past:
    """What lies before a week, of which an edition wants a little: it is asked for when it is known what is wanted.

    `stories` gives those of each of some companies that were last told before the week, the latest ones.
    """

    texts: Texts
    stories: Callable[[Collection[str]], Sequence[Story]]
    developments: Callable[[Iterable[str]], Mapping[str, Development]]
    documents: Callable[[Iterable[str]], Mapping[str, Document]]


@dataclass(frozen=True, slots=True)
class Week:
    """The days to `last` with what their texts tell, and all that was ever told of the same plants and deals."""

    last: date
    record: Record
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]
    past: Past

    @property
    def first(self) -> date:
        return self.last - timedelta(days=6)


def past_at_hand(shelf: Shelf) -> Past:
    """Of an archive that is read whole."""
    return Past(
        texts=_texts(shelf),
        stories=lambda companies: _stories(companies, shelf),
        developments=lambda ids: {id: shelf.developments[id] for id in ids if id in shelf.developments},
        documents=lambda ids: {id: shelf.documents[id] for id in ids if id in shelf.documents},
    )


def _texts(shelf: Shelf) -> Texts:
    span, chosen = timedelta(weeks=WEEKS_BEFORE), dict[str, Document]()
    for document in shelf.documents.values():
        if timedelta(0) < shelf.first - shelf.told_on(document) <= span:
            chosen.setdefault(shelf.origin(document.id), document)
    share = tuple(chosen.values())[:: step(len(chosen), MOST_TEXTS_BEFORE)]
    told = (shelf.developments[id] for document in share for id in shelf.told_in.get(document.id, ()))
    return Texts(share, tuple(told), len(chosen))


def step(many: int, most: int) -> int:
    """Of very many every second, third or tenth."""
    return max(1, -(-many // most))


def _stories(companies: Collection[str], shelf: Shelf) -> list[Story]:
    before = [story for story in shelf.stories if story.last_told < shelf.first]
    before.sort(key=lambda story: (story.last_told, story.id), reverse=True)
    found: dict[str, Story] = {}
    for company in companies:
        own = [story for story in before if company in story.companies]
        found |= {story.id: story for story in own[:STORIES_OF_EACH]}
    return list(found.values())
