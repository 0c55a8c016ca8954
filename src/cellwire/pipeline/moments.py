"""Stories and record as they stand, or as they stood at a moment in the past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from cellwire.db import (
    Hit,
    Remembered,
    Store,
    consult,
    last_captured,
    load_developments,
    load_documents,
    load_entries,
    load_judgements,
    load_record,
    search_among,
)
from cellwire.db import search as search_store
from cellwire.folding import State, state_at, states_between
from cellwire.model import Record, RecordChange, Story
from cellwire.pipeline.deriving import known_names
from cellwire.record import build_record, changes_between, heard_until, link_stories
from cellwire.stories import gather, without_collector

T = TypeVar("T")


def record_as_of(store: Store, as_of: datetime | None) -> Record:
    """The record as it stands, or as it would have been believed at a moment in the past."""
    return load_record(store) if as_of is None else state_as_of(store, as_of)[1]


def entries_as_of(store: Store, kind: type[T], as_of: datetime | None) -> tuple[T, ...]:
    """Plants, deals, rumours, companies or stories; of the record as it stands nothing else is read."""
    if as_of is None:
        return load_entries(store, kind)
    found = _ask(store, as_of, lambda state: state.of(kind))
    if found is not None:
        return found
    stories, record = _from_all(store, as_of)
    told = (*record.facilities, *record.deals, *record.rumours, *record.companies, *stories)
    return tuple(one for one in told if isinstance(one, kind))


def search(store: Store, asked: str, as_of: datetime | None) -> list[Hit]:
    """Stories that hold all the words, as they stand or as they would have been told at a moment in the past."""
    if as_of is None:
        return search_store(store, asked)
    changed = _ask(store, as_of, lambda state: state.changed())
    if changed is None:
        return search_among(store, asked, _from_all(store, as_of)[0], until=as_of)
    return search_among(store, asked, *changed, until=as_of)


def changes_since(store: Store, since: datetime, as_of: datetime | None) -> tuple[RecordChange, ...]:
    """What the record tells otherwise than it would have at a moment in the past.

    Both states are those of a moment: what silence says is said in both as far as news was heard by then, and no
    change is made by the clock alone.
    """
    judgements, known = load_judgements(store), known_names()
    captured = last_captured(store)
    last = max([*([captured] if captured else []), *(judgement.moment for judgement in judgements)], default=since)
    before, after = min(since, last), min(as_of or last, last)
    with without_collector():
        found = consult(store, lambda connection: states_between(connection, (before, after), judgements, known))
    return changes_between(*(found or (_from_all(store, before)[1], _from_all(store, after)[1])))


def state_as_of(store: Store, as_of: datetime, *, remembered: Remembered | None = None) -> tuple[list[Story], Record]:
    """Stories and record from what had been captured and judged by then; what is `remembered` is not read again."""
    return _ask(store, as_of, lambda state: state.whole(), remembered) or _from_all(store, as_of)


def _ask(store: Store, as_of: datetime, ask: Callable[[State], T], remembered: Remembered | None = None) -> T | None:
    """What is asked of the state at a moment; `None` where only all texts can say."""
    judgements, known = load_judgements(store), known_names()
    stands = remembered.entries if remembered else None

    def asked(connection: Connection) -> T | None:
        with without_collector():
            state = state_at(connection, as_of, judgements, known, stands=stands)
            return ask(state) if state else None

    return consult(store, asked)


def _from_all(store: Store, as_of: datetime) -> tuple[list[Story], Record]:
    """The same from every text, for a store that no fold keeps up to date."""
    documents, known = load_documents(store, until=as_of), known_names()
    developments = load_developments(store, of=documents)
    judgements = load_judgements(store, until=as_of)
    stories = gather(developments, documents, known=known)
    record = build_record(
        stories,
        developments,
        documents=documents,
        judgements=judgements,
        known=known,
        as_of=as_of,
        heard=heard_until(documents, developments),
    )
    return link_stories(stories, record), record
