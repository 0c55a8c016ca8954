"""What is derived: documents, developments and issues of each capture; stories and the record of all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select

from cellwire.db import moments, schema
from cellwire.db.blocks import blocks_held, blocks_with, entries_of, judged_before, loaded
from cellwire.db.kept import Run, insert_captures, insert_run
from cellwire.db.plain import from_json, to_json
from cellwire.db.rows import LISTS, batches, insert_developments, insert_things
from cellwire.db.searching import clear_search
from cellwire.db.store import Store, derived, is_set, mark, set_state, writing
from cellwire.model import (
    Capture,
    Company,
    Deal,
    Development,
    Document,
    Facility,
    Issue,
    Record,
    Rumour,
    RumourOutcome,
    Story,
)

T = TypeVar("T")
Fold = Callable[[Connection], None]  # brings stories and record up to date with what was read


@dataclass(frozen=True, slots=True)
class Readings:
    """What one capture yields."""

    capture: Capture
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]
    issues: tuple[Issue, ...] = ()


def add_readings(store: Store, readings: Iterable[Readings]) -> int:
    """Captures with what was read from them, in one transaction; a capture that is known adds nothing."""
    with writing(store) as connection:
        return _insert_readings(connection, readings)


def replace_record(store: Store, stories: Iterable[Story], record: Record, *, run: Run | None = None) -> None:
    """The stories and the record anew, in one transaction, and the run that made them."""
    with writing(store) as connection:
        _replace_record(connection, stories, record)
        if run:
            insert_run(connection, run)


def refold(store: Store, fold: Fold, describe: Callable[[Mapping[str, int]], Run]) -> None:
    """Stories and record brought up to date where they lag behind, and the run that did it, in one transaction.

    Whoever else writes waits, so that nothing is consolidated without what another run brought meanwhile. `describe`
    makes the run from the number of rows that each table then holds.
    """
    with writing(store) as connection:
        if is_set(connection, "behind"):
            fold(connection)
            insert_run(connection, describe(_count(connection)))


def count_entries(store: Store) -> dict[str, int]:
    """How many stories, plants, deals, rumours and companies are held, by the names of their tables."""
    with derived(store) as connection:
        return _count(connection)


def _count(connection: Connection) -> dict[str, int]:
    count = select(func.count())
    return {t.name: connection.execute(count.select_from(t)).scalar() or 0 for t in schema.CONSOLIDATED}


def rehearse(store: Store, fold: Fold) -> tuple[Record, Record]:
    """The entries that a fold would change, as they are and as they would be; nothing of it is kept.

    Whoever writes waits meanwhile, whoever looks sees the state before.
    """
    with writing(store) as connection:
        held = blocks_held(connection)
        fold(connection)
        holds = blocks_held(connection)
        after = _record_of(connection, entries_of(connection, holds - held))
        connection.rollback()
    with derived(store) as connection:
        return _record_of(connection, entries_of(connection, held - holds)), after


def _record_of(connection: Connection, ids: Mapping[str, Sequence[str]]) -> Record:
    def of(table: Table, kind: type[T]) -> tuple[T, ...]:
        found = loaded(connection, table, "id", ids.get(table.name, ()), kind)
        return tuple(one for some in found for one in some)

    return Record(None, of(schema.facilities, Facility), of(schema.deals, Deal), of(schema.rumours, Rumour), ())


def replace_derived(store: Store, readings: Iterable[Readings], fold: Fold) -> None:
    """Everything derived anew, in one transaction: whoever looks meanwhile sees the old state, a kill leaves it."""
    with writing(store) as connection:
        for table in (*schema.READ, schema.tags, schema.unfolded):
            connection.execute(table.delete())
        clear_search(connection, "quote_words")
        set_state(connection, "folded", "anew")
        for some in batches(readings, 200):
            _insert_read(connection, some)
        fold(connection)
        mark(connection, "outdated", on=False)


def record_is_behind(store: Store) -> bool:
    """Whether a run ended between reading new captures and building the record."""
    with derived(store) as connection:
        return is_set(connection, "behind")


def consult(store: Store, ask: Callable[[Connection], T]) -> T | None:
    """What is asked of a state that was folded, at one moment; `None` where the store lags behind or was made whole."""
    with derived(store) as connection:
        folded = judged_before(connection) is not None and not is_set(connection, "behind")
        return ask(connection) if folded else None


def knows_its_past(store: Store) -> bool:
    """Whether a past day can be worked out from what a fold kept; else it takes every text."""
    return consult(store, lambda _: True) is not None or last_captured(store) is None


def last_captured(store: Store) -> datetime | None:
    """When the newest document was captured."""
    with derived(store) as connection:
        return moments.last_captured(connection)


def load_documents(store: Store, *, until: datetime | None = None) -> list[Document]:
    """Documents by id; `until` leaves out what had not been captured by then."""
    documents = _load(store, schema.documents, Document)
    return [document for document in documents if until is None or not document.captured or document.captured <= until]


def load_developments(store: Store, *, of: Iterable[Document] | None = None) -> list[Development]:
    developments = _load(store, schema.developments, Development)
    if of is None:
        return developments
    ids = {document.id for document in of}
    return [development for development in developments if development.document in ids]


def load_stories(store: Store) -> list[Story]:
    """Stories, first told first."""
    return list(load_entries(store, Story))


def load_entries(store: Store, kind: type[T]) -> tuple[T, ...]:
    """All plants, deals, rumours, companies or stories: first told first, companies by id."""
    table, first_told = LISTS[kind]
    entries = _load(store, table, kind)
    return tuple(sorted(entries, key=lambda one: getattr(one, first_told)) if first_told else entries)


def load_record(store: Store) -> Record:
    return Record(
        as_of=None,
        facilities=load_entries(store, Facility),
        deals=load_entries(store, Deal),
        rumours=load_entries(store, Rumour),
        companies=load_entries(store, Company),
    )


def load_open(store: Store) -> Record:
    """Of the record, what leaves something open: conflicts, doubts with their other side, rumours with their things."""
    with derived(store) as connection:
        rumours, plants = schema.rumours, schema.facilities
        asked = select(rumours.c.body).where(rumours.c.outcome.in_([RumourOutcome.OPEN, RumourOutcome.UNDECIDED]))
        talked = [from_json(body, Rumour) for body in connection.execute(asked).scalars()]
        beside = entries_of(connection, blocks_with(connection, (rumour.id for rumour in talked)).values())
        doubted = select(plants.c.body).where(plants.c.body.not_like('%"doubts":[]%'))
        doubting = [from_json(body, Facility) for body in connection.execute(doubted).scalars()]
        others = {id for plant in doubting for id in (plant.id, *(doubt.other for doubt in plant.doubts))}
        return Record(
            as_of=None,
            facilities=_in_conflict(connection, Facility, others | set(beside[plants.name])),
            deals=_in_conflict(connection, Deal, set(beside[schema.deals.name])),
            rumours=tuple(sorted(talked, key=lambda rumour: (rumour.first_report, rumour.id))),
        )


def _in_conflict(connection: Connection, kind: type[T], more: set[str]) -> tuple[T, ...]:
    """Entries with a value that another contradicts, and some more."""
    table, first_told = LISTS[kind]
    conflicts = select(table.c.id).where(table.c.body.contains('"conflict":true', autoescape=True))
    ids = more.union(connection.execute(conflicts).scalars())
    found = [one for some in loaded(connection, table, "id", ids, kind) for one in some]
    return tuple(sorted(found, key=attrgetter(first_told, "id")))


def load_issues(store: Store) -> list[Issue]:
    return _load(store, schema.issues, Issue)


def dump_derived(store: Store) -> bytes:
    """Everything derived as lines of JSON in one order: two stores that say the same are the same bytes."""
    lines = []
    with derived(store) as connection:
        for table in (*schema.READ, *schema.CONSOLIDATED):
            bodies = sorted(connection.execute(select(table.c.body)).scalars())
            lines += [json.dumps([table.name, json.loads(body)], ensure_ascii=False, sort_keys=True) for body in bodies]
    return "\n".join(lines).encode()


def _load(store: Store, table: Table, kind: type[T]) -> list[T]:
    with derived(store) as connection:
        return _bodies(connection, table, kind)


def _bodies(connection: Connection, table: Table, kind: type[T]) -> list[T]:
    bodies = connection.execute(select(table.c.body).order_by(table.c.id)).scalars()
    return [from_json(body, kind) for body in bodies]


def _insert_readings(connection: Connection, readings: Iterable[Readings]) -> int:
    new = []
    for one in {one.capture.id: one for one in readings}.values():
        if insert_captures(connection, [one.capture]):
            new.append(one)
    if new:
        _insert_read(connection, new)
        mark(connection, "behind", on=True)
    return len(new)


def _insert_read(connection: Connection, readings: Sequence[Readings]) -> None:
    documents = [document for one in readings for document in one.documents]
    developments = [development for one in readings for development in one.developments]
    insert_things(connection, schema.documents, documents)
    if documents:
        connection.execute(schema.unfolded.insert(), [{"document": document.id} for document in documents])
    insert_developments(connection, developments, {document.id: document for document in documents})
    issues = {(one.capture.id, to_json(issue)): issue for one in readings for issue in one.issues}
    rows = [
        {"capture": capture, "thing": issue.thing, "stage": issue.stage, "body": body}
        for (capture, body), issue in issues.items()
    ]
    if rows:
        connection.execute(schema.issues.insert(), rows)


def _replace_record(connection: Connection, stories: Iterable[Story], record: Record) -> None:
    for table in schema.CONSOLIDATED:
        connection.execute(table.delete())
        connection.execute(schema.tags.delete().where(schema.tags.c.listed == table.name))
    connection.execute(schema.told_in.delete())
    clear_search(connection, "story_words")
    stories = list(stories)
    told_of = {story.id: story.companies for story in stories}
    insert_things(connection, schema.stories, stories)
    insert_things(connection, schema.facilities, record.facilities)
    insert_things(connection, schema.deals, record.deals)
    insert_things(connection, schema.rumours, record.rumours, told_of=told_of)
    insert_things(connection, schema.companies, record.companies)
    set_state(connection, "folded", "otherwise")
    mark(connection, "behind", on=False)
