"""`cellwire backup` and `cellwire restore`: what is kept, in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, Database, NewDatabase
from cellwire.cli.printing import counted, progress
from cellwire.errors import BadOption, NothingFound

BACKUP_EXAMPLES = ("cellwire backup monday.cellwire", "cellwire backup team.cellwire --db postgresql://host/news")
RESTORE_EXAMPLES = ("cellwire restore monday.cellwire --db new.db",)

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]


def backup(
    file: File,
    force: Annotated[bool, typer.Option("--force", help="Replace the file where it is there already.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write what was captured, judged and followed into one file; everything else can be derived from it."""
    from cellwire.db import open_store, write_backup

    if file.exists() and not force:
        raise BadOption(str(file), "is there already", "name another file, or say --force")
    with open_store(db) as store:
        if not store.exists:
            raise NothingFound(db, "no such database", "name one with --db")
        counts = write_backup(store, file)
    print(f"{file} holds {_told(counts)}, {_size(file.stat().st_size)}")


def restore(file: File, db: NewDatabase = DEFAULT_DATABASE) -> None:
    """Fill an empty database from a backup, and derive everything anew; SQLite and PostgreSQL take each other's."""
    from cellwire.db import open_store, restore_backup
    from cellwire.pipeline import rebuild

    with open_store(db) as store:
        counts = restore_backup(store, file)
        with progress() as advance:
            rebuild(store, progress=advance)
    print(f"{db} holds {_told(counts)}")


def _told(counts: dict[str, int]) -> str:
    return (
        f"{counted(counts.get('captures', 0), 'capture')}, {counted(counts.get('judgements', 0), 'judgement')}, "
        f"{counted(counts.get('followed', 0), 'followed source')}"
    )


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:,.1f} kB"
