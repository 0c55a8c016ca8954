"""What is derived: documents, developments and issues of each capture; stories and the record of all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from cellwire.db import schema
from cellwire.db.kept import Run, insert_captures, insert_run, mark_behind
from cellwire.db.plain import from_json, to_json
from cellwire.db.store import Store, reading, writing
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
    Story,
)

T = TypeVar("T")
Consolidate = Callable[[list[Document], list[Development]], tuple[list[Story], Record]]


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


def replace_derived(store: Store, readings: Iterable[Readings], consolidate: Consolidate) -> None:
    """Everything derived anew, in one transaction: whoever looks meanwhile sees the old state, a kill leaves it."""
    with writing(store) as connection:
        for table in schema.READ:
            connection.execute(table.delete())
        for some in _batches(readings, 200):
            _insert_read(connection, some)
        documents = _bodies(connection, schema.documents, Document)
        stories, record = consolidate(documents, _bodies(connection, schema.developments, Development))
        _replace_record(connection, stories, record)


def record_is_behind(store: Store) -> bool:
    """Whether a run ended between reading new captures and building the record."""
    with reading(store) as connection:
        asked = select(schema.state.c.value).where(schema.state.c.key == "behind")
        return connection.execute(asked).scalar() == "yes"


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
    return sorted(_load(store, schema.stories, Story), key=lambda story: (story.first_told, story.id))


def load_record(store: Store) -> Record:
    return Record(
        as_of=None,
        facilities=tuple(sorted(_load(store, schema.facilities, Facility), key=lambda one: (one.first_told, one.id))),
        deals=tuple(sorted(_load(store, schema.deals, Deal), key=lambda one: (one.first_told, one.id))),
        rumours=tuple(sorted(_load(store, schema.rumours, Rumour), key=lambda one: (one.first_report, one.id))),
        companies=tuple(_load(store, schema.companies, Company)),
    )


def load_issues(store: Store) -> list[Issue]:
    return _load(store, schema.issues, Issue)


def dump_derived(store: Store) -> bytes:
    """Everything derived as lines of JSON in one order: two stores that say the same are the same bytes."""
    lines = []
    with reading(store) as connection:
        for table in (*schema.READ, *schema.CONSOLIDATED):
            bodies = sorted(connection.execute(select(table.c.body)).scalars())
            lines += [json.dumps([table.name, json.loads(body)], ensure_ascii=False, sort_keys=True) for body in bodies]
    return "\n".join(lines).encode()


def _load(store: Store, table: Table, kind: type[T]) -> list[T]:
    with reading(store) as connection:
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
        mark_behind(connection, behind=True)
    return len(new)


def _insert_read(connection: Connection, readings: Sequence[Readings]) -> None:
    documents = [document for one in readings for document in one.documents]
    developments = [development for one in readings for development in one.developments]
    _insert(connection, schema.documents, documents)
    _insert(connection, schema.developments, developments)
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
    _insert(connection, schema.stories, stories)
    _insert(connection, schema.facilities, record.facilities)
    _insert(connection, schema.deals, record.deals)
    _insert(connection, schema.rumours, record.rumours)
    _insert(connection, schema.companies, record.companies)
    mark_behind(connection, behind=False)


def _insert(connection: Connection, table: Table, things: Iterable[object]) -> None:
    for some in _batches(things, 1000):
        connection.execute(table.insert(), [_row(table, thing) for thing in some])


def _row(table: Table, thing: object) -> Mapping[str, Any]:
    """The columns that are asked for, as text, and the whole thing as JSON."""
    keys = [column.name for column in table.columns if column.name != "body"]
    return {**{key: _text(getattr(thing, key)) for key in keys}, "body": to_json(thing)}


def _text(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    batch: list[T] = []
    for thing in things:
        batch.append(thing)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
