"""What lies before a week, of an archive that is read whole."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from cellwire.db import MOST_TEXTS_BEFORE, STORIES_OF_EACH, WEEKS_BEFORE, Past, Texts
from cellwire.model import Document, Story
from cellwire.publish.brief.holdings.shelf import Shelf


def past_at_hand(shelf: Shelf) -> Past:
    """As the store would answer, from what the shelf holds."""
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
