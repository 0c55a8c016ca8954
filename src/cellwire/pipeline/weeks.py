"""What a week's brief is written from, and what the week changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from cellwire.db import (
    MOST_TEXTS_BEFORE,
    STORIES_OF_EACH,
    WEEKS_BEFORE,
    Past,
    Store,
    Week,
    find_developments,
    find_documents,
    load_around,
    load_judgements,
    stories_before,
    texts_between,
)
from cellwire.model import Document, Record, RecordChange
from cellwire.pipeline.deriving import known_names
from cellwire.record import build_record, changes_between
from cellwire.stories import gather


def load_week(store: Store, last: date) -> Week:
    """The seven days that end on `last`, read without the rest of the archive."""
    first = last - timedelta(days=6)
    near = load_around(store, first, last)
    past = Past(
        texts=texts_between(
            store, first - timedelta(weeks=WEEKS_BEFORE), first - timedelta(days=1), most=MOST_TEXTS_BEFORE
        ),
        stories=lambda companies: stories_before(store, companies, first, each=STORIES_OF_EACH),
        developments=lambda ids: find_developments(store, ids),
        documents=lambda ids: find_documents(store, ids),
    )
    return Week(last, near.record, near.stories, near.documents, near.developments, past)


def changes_told(store: Store, week: Week) -> tuple[RecordChange, ...]:
    """What the week's texts changed in the record.

    Both sides are built anew from the texts of the entries that the week tells of, the earlier one without the week's:
    an entry depends on no other, so the rest of an archive need not be read.
    """
    days = {document.id: document.published or _captured(document) for document in week.documents}
    fresh = {id for id, day in days.items() if week.first <= day <= week.last}
    told = {story.id for story in week.stories if not fresh.isdisjoint(story.documents)}
    record = week.record
    linked = [entry.stories for group in (record.facilities, record.deals, record.rumours) for entry in group]
    members = told.union(*(stories for stories in linked if not told.isdisjoint(stories)))
    ids = {id for story in week.stories if story.id in members for id in story.documents}
    documents = [document for document in week.documents if document.id in ids and days[document.id] <= week.last]
    earlier = [document for document in documents if days[document.id] < week.first]
    judgements, known = load_judgements(store), known_names()

    def consolidated(texts: Sequence[Document]) -> Record:
        ids = {document.id for document in texts}
        developments = [development for development in week.developments if development.document in ids]
        stories = gather(developments, texts, known=known)
        return build_record(stories, developments, documents=texts, judgements=judgements, known=known)

    return changes_between(consolidated(earlier), consolidated(documents))


def _captured(document: Document) -> date:
    return document.captured.date() if document.captured else date.max
