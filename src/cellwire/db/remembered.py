"""The record and its stories as they were read last, so that what did not change is not read again."""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from cellwire.db.plain import from_json
from cellwire.db.rows import LISTS
from cellwire.db.sharing import shared
from cellwire.db.store import Store, derived
from cellwire.model import Company, Deal, Facility, Record, Rumour, Story

T = TypeVar("T")
Told = tuple[Record, tuple[Story, ...]]


class Remembered:
    """For who looks at a store again and again: a decision changes a few entries of thousands."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._kept: dict[type, dict[str, tuple[int, Any]]] = {kind: {} for kind in LISTS}

    def load(self) -> Told:
        """What the store holds now, all of it at one moment."""
        with self._lock, derived(self._store) as connection:
            told = {kind: self._entries(connection, kind) for kind in LISTS}
        record = Record(None, told[Facility], told[Deal], told[Rumour], told[Company])
        return record, told[Story]

    def entries(self, connection: Connection, kind: type[T]) -> tuple[T, ...]:
        """Those of one kind, at the moment that the connection shows."""
        with self._lock:
            return self._entries(connection, kind)

    def _entries(self, connection: Connection, kind: type) -> tuple[Any, ...]:
        table, first_told = LISTS[kind]
        before, now = self._kept[kind], dict[str, tuple[int, Any]]()
        for id, body in connection.execute(select(table.c.id, table.c.body).order_by(table.c.id)):
            mark, known = hash(body), before.get(id)
            now[id] = known if known and known[0] == mark else (mark, shared(from_json(body, kind)))
        self._kept[kind] = now
        entries = [entry for _, entry in now.values()]
        return tuple(sorted(entries, key=lambda one: getattr(one, first_told)) if first_told else entries)
