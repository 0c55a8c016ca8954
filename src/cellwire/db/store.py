"""The store: one database, opened without harm, made only when there is something to keep."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from cellwire.db.schema import VERSION, metadata, state
from cellwire.errors import StoreError


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database; `path` is its file, where it is one."""

    name: str
    engine: Engine
    path: Path | None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.dispose()

    @property
    def exists(self) -> bool:
        return self.path is None or (self.path.exists() and self.path.stat().st_size > 0)


def open_store(place: str | Path) -> Store:
    """A SQLite file by its path, or a database by its URL. A file that is not there yet is made by the first write."""
    url = make_url_of(place)
    path = Path(url.database) if url.drivername.startswith("sqlite") and url.database else None
    try:
        engine = create_engine(url, poolclass=NullPool) if path else create_engine(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(str(place), f"not a database this program can open ({error})", "name a file") from error
    if url.drivername.startswith("sqlite"):
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
    store = Store(str(place), engine, path)
    if store.exists:
        with reading(store) as connection:
            older = 0 < _version(connection) < VERSION
        if older:
            with writing(store):
                pass
    return store


def make_url_of(place: str | Path) -> Any:
    written = str(place)
    if "://" not in written:
        return make_url("sqlite://").set(database=written)
    try:
        return make_url(written)
    except ArgumentError as error:
        raise StoreError(
            written, "not the address of a database", "name a file, or a URL like sqlite:///a.db"
        ) from error


@contextmanager
def reading(store: Store) -> Iterator[Connection]:
    """A look at the store as it is now; a store that holds nothing yet reads as an empty one."""
    if store.exists:
        with _told_apart(store), store.engine.begin() as connection:
            if _is_ours(store, connection):
                yield connection
                return
    empty = create_engine("sqlite://")
    with empty.begin() as connection:
        metadata.create_all(connection)
        yield connection
    empty.dispose()


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """One transaction: all of it is kept, or nothing."""
    if store.path and not store.exists:
        _make(store.path)
    with _told_apart(store), store.engine.execution_options(writes=True).begin() as connection:
        if not _is_ours(store, connection):
            metadata.create_all(connection)
        if _version(connection) < VERSION:
            _bring_up(connection)
        yield connection


def _bring_up(connection: Connection) -> None:
    """Every version so far only adds tables: those that are missing are made."""
    metadata.create_all(connection)
    connection.execute(state.delete().where(state.c.key == "version"))
    connection.execute(state.insert(), [{"key": "version", "value": str(VERSION)}])


def _version(connection: Connection) -> int:
    """0 for a store that holds nothing yet."""
    return int(connection.execute(select(state.c.value).where(state.c.key == "version")).scalar() or 0)


def _is_ours(store: Store, connection: Connection) -> bool:
    """Whether it holds our tables, or nothing yet; refuses what others made, or a newer version of this program."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return False
    if "state" not in tables or "captures" not in tables:
        raise StoreError(store.name, "a database, but not one of cellwire's", "name another file with --db")
    version = _version(connection)
    if version > VERSION:
        raise StoreError(
            store.name, f"written by a newer cellwire (schema {version}, this one knows {VERSION})", "update cellwire"
        )
    return True


@contextmanager
def _told_apart(store: Store) -> Iterator[None]:
    """What the database says when it cannot be used, in words with a way out."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig)
        if "not a database" in said or "malformed" in said:
            raise StoreError(
                store.name, "not a database", "name another file with --db, or move this one away"
            ) from error
        if "locked" in said:
            raise StoreError(store.name, "in use by another run", "wait for it to end, and try again") from error
        if "readonly" in said or "unable to open" in said:
            raise StoreError(store.name, f"cannot be opened or written ({said})", "see who owns the file") from error
        raise


def _make(path: Path) -> None:
    """A new file that can be read while it is written; the file remembers, so no other file is ever changed for it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
    except (OSError, sqlite3.Error) as error:
        raise StoreError(str(path), f"cannot be made ({error})", "name another file with --db") from error


def _settle(connection: sqlite3.Connection, _: object) -> None:
    """Transactions begin where this program says so, and wait for another's end."""
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=10000")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: one that reads first and writes later would be refused, not kept waiting.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
