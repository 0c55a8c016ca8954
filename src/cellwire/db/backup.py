"""What is kept, in one file that either database can be filled from again."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, select

from cellwire.db.schema import KEPT
from cellwire.db.store import Store, mark, reading, writing
from cellwire.errors import FileUnreadable, FileUnwritable, StoreError, reason_of

FORM = 1
_AT_ONCE = 200


def write_backup(store: Store, path: Path) -> dict[str, int]:
    """Every kept row as a line of JSON, packed; the same store gives the same bytes. Says how many rows of each table.

    The file takes its name when it is whole: one that is cut off is never found under it.
    """
    counts: dict[str, int] = {}
    part = path.with_name(f".{path.name}.part")
    digest = sha256()
    try:
        with part.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as packed:
            with reading(store) as connection:
                for line in _lines(connection, counts):
                    digest.update(line)
                    packed.write(line)
            packed.write(_line({"end": counts, "sha256": digest.hexdigest()}))
        part.replace(path)
    except OSError as error:
        with suppress(OSError):  # where nothing may be written, nothing is there to be taken away
            part.unlink(missing_ok=True)
        raise FileUnwritable(str(path), f"cannot be written: {reason_of(error)}", "name another file") from error
    return counts


def restore_backup(store: Store, path: Path) -> dict[str, int]:
    """Fills an empty store with the kept rows of a backup, in one transaction: all of them, or none.

    What is derived is still to be derived: the store says so until it was rebuilt.
    """
    counts: dict[str, int] = {}
    with writing(store) as connection:
        if any(connection.execute(select(func.count()).select_from(table)).scalar() for table in KEPT):
            raise StoreError(store.name, "holds something already", "name a database that is not there yet with --db")
        for name, rows in _batches(path):
            connection.execute(_table(path, name).insert(), rows)
            counts[name] = counts.get(name, 0) + len(rows)
        mark(connection, "outdated", on=True)
        _go_on_counting(connection)
    return counts


def _lines(connection: Connection, counts: dict[str, int]) -> Iterator[bytes]:
    yield _line({"cellwire": "backup", "form": FORM})
    for table in KEPT:
        counts[table.name] = 0
        asked = select(table).order_by(*table.primary_key.columns)
        for row in connection.execution_options(yield_per=100).execute(asked).mappings():
            counts[table.name] += 1
            yield _line({"table": table.name, "row": {key: _plain(value) for key, value in row.items()}})


def _plain(value: Any) -> Any:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _line(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _batches(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows by table, in their order; refuses a file that is no backup, of a newer form, cut off or changed."""
    name, rows = "", list[dict[str, Any]]()
    for told in _told(path):
        if told["table"] != name or len(rows) == _AT_ONCE:
            if rows:
                yield name, rows
            name, rows = told["table"], []
        rows.append({key: _bytes(value) for key, value in told["row"].items()})
    if rows:
        yield name, rows


def _told(path: Path) -> Iterator[dict[str, Any]]:
    digest, counts = sha256(), dict[str, int]()
    try:
        with gzip.open(path, "rb") as packed:
            first = packed.readline()
            head = json.loads(first)
            if not isinstance(head, dict) or head.get("cellwire") != "backup":
                raise _unreadable(path, "is no backup of cellwire's")
            if head["form"] > FORM:
                raise _unreadable(path, f"was written by a newer cellwire (form {head['form']})", "update cellwire")
            digest.update(first)
            for line in packed:
                told = json.loads(line)
                if "end" in told:
                    if told["sha256"] != digest.hexdigest():
                        raise _unreadable(path, "was changed since it was written")
                    return
                digest.update(line)
                counts[told["table"]] = counts.get(told["table"], 0) + 1
                yield told
    except FileNotFoundError as error:
        raise _unreadable(path, "no such file") from error
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise _unreadable(path, f"is no backup, or a part of one ({error})") from error
    raise _unreadable(path, "is cut off: its last line is missing")


def _unreadable(path: Path, problem: str, way_out: str = "name a file that `cellwire backup` wrote") -> FileUnreadable:
    return FileUnreadable(str(path), problem, way_out)


def _table(path: Path, name: str) -> Table:
    found = {table.name: table for table in KEPT}.get(name)
    if found is None:
        raise _unreadable(path, f"holds a table “{name}” that this cellwire does not know", "update cellwire")
    return found


def _bytes(value: Any) -> Any:
    return b64decode(value["base64"]) if isinstance(value, dict) else value


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL numbers new rows by a counter of its own, which knows nothing of rows that brought their number."""
    if connection.dialect.name != "postgresql":
        return
    for table in KEPT:
        if "number" in table.columns:
            top = select(func.coalesce(func.max(table.c.number), 0) + 1).scalar_subquery()
            counter = func.pg_get_serial_sequence(table.name, "number")
            connection.execute(select(func.setval(counter, top, False)))
