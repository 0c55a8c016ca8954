"""The record as a command sees it: opened, derived, and looked up by id or by name."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise

from cellwire.cli.options import end_of
from cellwire.model import Development, Document, Record, Story, versions_of

Telling = tuple[Document, Development]


def record_of(db: str, as_of: date | None) -> Record:
    from cellwire.db import open_store
    from cellwire.pipeline import record_as_of

    with open_store(db) as store:
        return record_as_of(store, end_of(as_of))


def stories_of(db: str, as_of: date | None) -> tuple[Story, ...]:
    from cellwire.db import open_store
    from cellwire.pipeline import stories_as_of

    with open_store(db) as store:
        return stories_as_of(store, end_of(as_of))


def tellings_of(db: str, story: Story) -> list[Telling]:
    """What each document tells of a story, in the order in which it was told."""
    from cellwire.db import load_developments, load_documents, open_store

    with open_store(db) as store:
        documents = {document.id: document for document in load_documents(store)}
        developments = {told.id: told for told in load_developments(store)}
    told = [developments[id] for id in story.developments if id in developments]
    return [(documents[each.document], each) for each in told if each.document in documents]


def versions_told(db: str, story: Story) -> list[tuple[Document, Document]]:
    """Versions of the articles that tell a story, each beside the one before it."""
    from cellwire.db import load_documents, open_store

    with open_store(db) as store:
        found = versions_of(load_documents(store))
    told = {document for origin in story.origins for document in origin.documents}
    return [
        pair for versions in found if not told.isdisjoint(each.id for each in versions) for pair in pairwise(versions)
    ]


def folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def named(asked: str, id: str, name: str) -> bool:
    """By id, or by a part of the name."""
    return asked == id or folded(asked) in folded(name)
