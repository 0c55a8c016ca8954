"""What a week's brief is written from, and what the week changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cellwire.db import Store, load_developments, load_documents, load_judgements, load_record, load_stories
from cellwire.model import Development, Document, Record, RecordChange, Story
from cellwire.pipeline.deriving import known_names
from cellwire.record import build_record, changes_between
from cellwire.stories import gather


@dataclass(frozen=True, slots=True)
class State:
    """Everything a week's brief is written from."""

    record: Record
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]


def load_state(store: Store) -> State:
    stories, record = load_stories(store), load_record(store)
    return State(record, tuple(stories), tuple(load_documents(store)), tuple(load_developments(store)))


def changes_told(store: Store, state: State, first: date, last: date) -> tuple[RecordChange, ...]:
    """What the texts published from `first` to `last` changed in the record.

    Both sides are built anew from the texts of the entries that the week tells of, the earlier one without the week's:
    an entry depends on no other, so the rest of an archive need not be read.
    """
    days = {document.id: document.published or _captured(document) for document in state.documents}
    fresh = {id for id, day in days.items() if first <= day <= last}
    told = {story.id for story in state.stories if not fresh.isdisjoint(story.documents)}
    record = state.record
    linked = [entry.stories for group in (record.facilities, record.deals, record.rumours) for entry in group]
    members = told.union(*(stories for stories in linked if not told.isdisjoint(stories)))
    ids = {id for story in state.stories if story.id in members for id in story.documents}
    documents = [document for document in state.documents if document.id in ids and days[document.id] <= last]
    earlier = [document for document in documents if days[document.id] < first]
    judgements, known = load_judgements(store), known_names()

    def consolidated(texts: Sequence[Document]) -> Record:
        developments = _told_in(state, texts)
        stories = gather(developments, texts, known=known)
        return build_record(stories, developments, documents=texts, judgements=judgements, known=known)

    return changes_between(consolidated(earlier), consolidated(documents))


def _captured(document: Document) -> date:
    return document.captured.date() if document.captured else date.max


def _told_in(state: State, documents: Sequence[Document]) -> list[Development]:
    ids = {document.id for document in documents}
    return [development for development in state.developments if development.document in ids]
