"""The store: one database, opened without harm, made only when there is something to keep."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import NullPool

from cellwire.db.schema import CONSOLIDATED, FOLDED, READ, VERSION, metadata, state
from cellwire.db.searching import make_search
from cellwire.errors import BadOption, StoreError

DERIVED_SINCE = 6  # the version since which derived rows can be read
REBUILD = "run `cellwire rebuild`; nothing that was captured or judged is lost"
_DRIVER = "install cellwire with the extra `postgres`"
_SERVER = "see that the server runs, and that the address is right"
_FILE = "see who owns the file, and that its disk has room; what was stored before is there"
_DAMAGED = "make a new one of a backup: cellwire restore BACKUP --db NEW.db"
_DISK = ("readonly", "unable to open", "disk is full", "disk I/O error")  # words of SQLite
_TURN = 7_235_919_366  # any number that no other program locks by


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database; `path` is its file, where it is one."""

    name: str
    engine: Engine
    path: Path | None
    checked: set[str] = field(default_factory=set, compare=False)  # looks that need no second one

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
    backend = url.get_backend_name()
    name = url.set(drivername=backend).render_as_string(hide_password=True) if "://" in str(place) else str(place)
    path = Path(url.database) if backend == "sqlite" and url.database else None
    if backend not in _BEGIN:
        raise StoreError(name, "neither SQLite nor PostgreSQL", "name a file, or a postgresql:// address")
    if path and path.is_dir():
        raise StoreError(name, "is a folder, and no database", f"name a file in it: {path / 'cellwire.db'}")
    if path and _is_only_to_read(path):
        url = url.set(database=f"file:{quote(str(path.resolve()))}", query={"immutable": "1", "uri": "true"})
    try:
        engine = create_engine(url, poolclass=NullPool) if path else create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(name, f"needs a driver that is not installed ({error.name})", _DRIVER) from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(name, f"not a database this program can open ({error})", "name a file") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _BEGIN[engine.dialect.name])
    store = Store(name, engine, path)
    if store.exists:
        with reading(store) as connection:
            older = 0 < _version(connection) < VERSION
        if older:
            with writing(store):
                pass
    return store


def _is_only_to_read(path: Path) -> bool:
    """A colleague's record, or one on a disk that is mounted so, which nobody writes to just now.

    Beside a file in write-ahead mode SQLite keeps two more, even to read it: where it may not make them, it is told
    that the file stays as it is.
    """
    return path.exists() and not _may_write(path) and not _log_of(path).exists()


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _log_of(path: Path) -> Path:
    """Where a writer puts what is not in the file yet."""
    return path.with_name(f"{path.name}-wal")


def make_url_of(place: str | Path) -> Any:
    written = str(place)
    if "://" not in written:
        return make_url("sqlite://").set(database=written)
    try:
        url = make_url(written)
    except ArgumentError as error:
        raise StoreError(
            written, "not the address of a database", "name a file, or a URL like postgresql://host/name"
        ) from error
    if url.drivername in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    return url


@contextmanager
def reading(store: Store) -> Iterator[Connection]:
    """A look at the store as it is now; a store that holds nothing yet reads as an empty one."""
    if store.exists:
        with _told_apart(store), _unmoved(store), store.engine.begin() as connection:
            if _is_ours(store, connection):
                yield connection
                return
    empty = create_engine("sqlite://")
    with empty.begin() as connection:
        metadata.create_all(connection)
        make_search(connection)
        yield connection
    empty.dispose()


@contextmanager
def derived(store: Store) -> Iterator[Connection]:
    """A look at what was derived; refused where an older version derived it."""
    with reading(store) as connection:
        if is_set(connection, "outdated"):
            raise StoreError(store.name, "its stories and record are not derived yet by this version", REBUILD)
        yield connection


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """One transaction: all of it is kept, or nothing. Writers take turns; who looks meanwhile sees the state before."""
    if store.path and not store.exists:
        _make(store.path)
    with _told_apart(store), store.engine.execution_options(writes=True).begin() as connection:
        ours = _is_ours(store, connection)
        version = _version(connection) if ours else 0
        if version < VERSION:
            _bring_up(connection, version)
        yield connection


def is_set(connection: Connection, flag: str) -> bool:
    return read_state(connection, flag) == "yes"


def read_state(connection: Connection, key: str) -> str | None:
    value: str | None = connection.execute(select(state.c.value).where(state.c.key == key)).scalar()
    return value


def mark(connection: Connection, flag: str, *, on: bool) -> None:
    set_state(connection, flag, "yes" if on else "no")


def is_outdated(store: Store) -> bool:
    """Whether what was derived has to be derived anew before it can be read."""
    with reading(store) as connection:
        return is_set(connection, "outdated")


def _bring_up(connection: Connection, version: int) -> None:
    """From any older version to this one. What is kept only gained tables; what is derived is made anew."""
    if 0 < version < DERIVED_SINCE:
        held = connection.execute(select(READ[0].c.id).limit(1)).first() is not None
        for table in (*READ, *CONSOLIDATED, *FOLDED):
            table.drop(connection, checkfirst=True)
        mark(connection, "outdated", on=held)
    metadata.create_all(connection)
    make_search(connection)
    set_state(connection, "version", str(VERSION))


def set_state(connection: Connection, key: str, value: str) -> None:
    connection.execute(state.delete().where(state.c.key == key))
    connection.execute(state.insert(), [{"key": key, "value": value}])


def _version(connection: Connection) -> int:
    """0 for a store that holds nothing yet."""
    return int(read_state(connection, "version") or 0)


def _is_ours(store: Store, connection: Connection) -> bool:
    """Whether it holds our tables, or nothing yet; refuses what others made, or a newer version of this program."""
    if "ours" in store.checked:
        return True
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return False
    if "state" not in tables or "captures" not in tables:
        raise StoreError(store.name, "a database, but not one of cellwire's", "name another with --db")
    version = _version(connection)
    if version > VERSION:
        raise StoreError(
            store.name, f"written by a newer cellwire (schema {version}, this one knows {VERSION})", "update cellwire"
        )
    if version == VERSION:
        store.checked.add("ours")
    return True


@contextmanager
def _told_apart(store: Store) -> Iterator[None]:
    """What the database says when it cannot be used, in words with a way out."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise BadOption(str(error.object), "holds bytes that are no letters", "write it in UTF-8") from error
    except DatabaseError as error:
        said = " ".join(str(error.orig).split())
        if store.path is None and isinstance(error, OperationalError):
            raise StoreError(store.name, f"cannot be reached ({said})", _SERVER) from error
        if "malformed" in said:
            raise StoreError(store.name, f"is damaged ({said})", _DAMAGED) from error
        if "not a database" in said:
            raise StoreError(
                store.name, "not a database", "name another file with --db, or move this one away"
            ) from error
        if "locked" in said:
            raise StoreError(store.name, "in use by another run", "wait for it to end, and try again") from error
        if any(word in said for word in _DISK):
            raise StoreError(store.name, f"cannot be opened or written ({said})", _FILE) from error
        raise


@contextmanager
def _unmoved(store: Store) -> Iterator[None]:
    """What is read as a file that stays as it is has to have stayed so: nothing kept its writers away."""
    if store.path is None or "immutable" not in store.engine.url.query:
        yield
        return
    before = store.path.stat().st_mtime_ns
    yield
    if store.path.stat().st_mtime_ns != before or _log_of(store.path).exists():
        raise StoreError(store.name, "was written while it was read", "try again")


def _make(path: Path) -> None:
    """A new file that can be read while it is written; the file remembers, so no other file is ever changed for it.

    A first write that fails leaves it: another may have opened it, and what that one writes has to go somewhere.
    """
    until = monotonic() + _PATIENCE
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA journal_mode=WAL")
            return
        except (OSError, sqlite3.Error) as error:
            if "locked" not in str(error) or monotonic() > until:  # SQLite lets nobody wait for this lock
                raise StoreError(str(path), f"cannot be made ({error})", "name another file with --db") from error
        sleep(_PAUSE)  # another run makes the same file


_PATIENCE, _PAUSE = 60.0, 0.02  # seconds


def _settle(connection: sqlite3.Connection, _: object) -> None:
    """Transactions begin where this program says so, and wait for another's end."""
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=600000")
    connection.execute("PRAGMA cache_size=-65536")  # 64 MB: keys without an order touch pages all over the file
    connection.execute("PRAGMA temp_store=MEMORY")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its turn at once: one that reads first and writes later would be refused, not kept waiting.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    # Writers take turns here, too; readers see one moment from their first question to their last.
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


_BEGIN = {"sqlite": _begin_sqlite, "postgresql": _begin_postgresql}
