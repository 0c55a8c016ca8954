"""An edition of an archive that is at hand whole: what lies before its week is asked of the archive itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from cellwire.db import MOST_TEXTS_BEFORE, STORIES_OF_EACH, WEEKS_BEFORE, Past, Texts, Week
from cellwire.model import Development, Document, Record, Story
from cellwire.publish import BriefSettings, Edition, edition_of
from cellwire.publish.brief.holdings import Shelf, lay_out


def edition(
    record: Record,
    stories: Sequence[Story],
    documents: Iterable[Document],
    developments: Iterable[Development],
    *,
    week_ending: date,
    settings: BriefSettings,
) -> Edition:
    texts, told = tuple(documents), tuple(developments)
    shelf = lay_out(record, stories, documents=texts, developments=told, week_ending=week_ending)
    return edition_of(Week(week_ending, record, tuple(stories), texts, told, _past(shelf)), settings)


def _past(shelf: Shelf) -> Past:
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
    share = tuple(chosen.values())[:: max(1, -(-len(chosen) // MOST_TEXTS_BEFORE))]
    told = (shelf.developments[id] for document in share for id in shelf.told_in.get(document.id, ()))
    return Texts(share, tuple(told), len(chosen))


def _stories(companies: Collection[str], shelf: Shelf) -> list[Story]:
    before = [story for story in shelf.stories if story.last_told < shelf.first]
    before.sort(key=lambda story: (story.last_told, story.id), reverse=True)
    found: dict[str, Story] = {}
    for company in companies:
        own = [story for story in before if company in story.companies]
        found |= {story.id: story for story in own[:STORIES_OF_EACH]}
    return list(found.values())
