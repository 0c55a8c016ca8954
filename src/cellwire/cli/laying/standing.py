"""The record as a command sees it: opened, derived, and looked up by id or by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TypeVar

from cellwire.cli.asking import end_of
from cellwire.model import (
    Development,
    Document,
    Entity,
    Judgement,
    Record,
    Story,
    Verdict,
    plain_letters,
    taken_back,
    versions_of,
)

T = TypeVar("T")
Telling = tuple[Document, Development]


def state_of(db: str, as_of: date | None) -> tuple[Record, tuple[Story, ...]]:
    """The record with its stories; what stood on a day is worked out once for both."""
    from cellwire.db import load_stories, open_store
    from cellwire.pipeline import record_as_of, state_as_of

    moment = end_of(as_of)
    with open_store(db) as store:
        if moment is None:
            return record_as_of(store, None), tuple(load_stories(store))
        stories, record = state_as_of(store, moment)
        return record, tuple(stories)


def entries_named(db: str, asked: str) -> list[Entity]:
    """Those entries of the record as it stands that have this in their names; stories are not looked at."""
    from cellwire.db import find_named, open_store

    with open_store(db) as store:
        return find_named(store, asked)


def rejected(db: str, id: str) -> Judgement | None:
    """By whom an entry was rejected last, where that holds."""
    from cellwire.db import load_judgements, open_store

    with open_store(db) as store:
        judgements = load_judgements(store)
    undone = taken_back(judgements)
    said = (each for each in reversed(judgements) if each.verdict is Verdict.REJECT and each.subject == id)
    return next((each for each in said if each.id not in undone), None)


def merged_into(db: str, asked: str) -> tuple[Judgement, list[Entity]] | None:
    """By whom an id, or a company's name, was last said to be one with another, where that holds; and the one it is."""
    from cellwire.db import load_judgements, open_store
    from cellwire.lexicon import fold_name, load_lexicon

    with open_store(db) as store:
        judgements = load_judgements(store)
    undone = taken_back(judgements)
    same = [one for one in judgements if one.verdict is Verdict.SAME and one.other and one.id not in undone]
    ids = {asked, load_lexicon().resolve_name(asked), f"x-{fold_name(asked)}"}
    joining = next((one for one in reversed(same) if not ids.isdisjoint(_two(one))), None)
    if joining is None:
        return None
    together = set(_two(joining))
    for _ in same:
        together.update(*(_two(one) for one in same if not together.isdisjoint(_two(one))))
    return joining, list(entries_by_id(db, sorted(together)).values())


def _two(judgement: Judgement) -> tuple[str, str]:
    return judgement.subject, judgement.other or judgement.subject


def entries_of(db: str, as_of: date | None, kind: type[T]) -> tuple[T, ...]:
    """Plants, deals, rumours, companies or stories alone."""
    from cellwire.db import open_store
    from cellwire.pipeline import entries_as_of

    with open_store(db) as store:
        return entries_as_of(store, kind, end_of(as_of))


def entries_by_id(db: str, ids: Iterable[str]) -> dict[str, Entity]:
    """Those entries of the record as it stands that have one of the ids."""
    from cellwire.db import find_entries, open_store

    with open_store(db) as store:
        return {entry.id: entry for entry in find_entries(store, ids)}


def tellings_of(db: str, story: Story) -> list[Telling]:
    """What each document tells of a story, in the order in which it was told."""
    from cellwire.db import find_developments, find_documents, open_store

    with open_store(db) as store:
        told = find_developments(store, story.developments).values()
        documents = find_documents(store, (each.document for each in told))
    return [(documents[each.document], each) for each in told if each.document in documents]


def also_told_of(db: str, story: Story, as_of: date | None) -> list[tuple[Document, str]]:
    """Texts that the story does not hold and that open as its own do, each with the reason."""
    from cellwire.db import open_store
    from cellwire.pipeline import also_told

    with open_store(db) as store:
        return also_told(store, story, end_of(as_of))


def versions_told(db: str, story: Story) -> list[tuple[Document, Document]]:
    """Versions of the articles that tell a story, each beside the one before it."""
    from cellwire.db import find_versions, open_store

    told = {document for origin in story.origins for document in origin.documents}
    with open_store(db) as store:
        found = versions_of(find_versions(store, told))
    return [
        pair for versions in found if not told.isdisjoint(each.id for each in versions) for pair in pairwise(versions)
    ]


def tells_of(company: str | None, names: Iterable[str]) -> bool:
    """Whether a name holds what is asked for in any spelling; all do where nothing is asked for."""
    return company is None or any(plain_letters(company) in plain_letters(name) for name in names)


def named(asked: str, id: str, name: str) -> bool:
    """By id, or by a part of the name."""
    return asked == id or plain_letters(asked) in plain_letters(name)
