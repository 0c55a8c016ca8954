"""`cellwire import` and `cellwire rebuild`: what goes into the record, and how it is derived anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, Database, Meta, NewDatabase, Published, captures, read_bytes
from cellwire.cli.asking import asked as understood
from cellwire.cli.printing import counted, progress, say_issues, say_plainly
from cellwire.errors import BadOption, NothingFound
from cellwire.model import Capture, Issue

if TYPE_CHECKING:
    from cellwire.db import Store
    from cellwire.pipeline import Report

IMPORT_EXAMPLES = (
    "cellwire import article.html",
    "cellwire import roundup.txt --published 2022-12-17",
    "cellwire import news/ letters.mbox --meta news.jsonl",
    "cellwire import --tracker plants.csv --columns plants.toml",
)
REBUILD_EXAMPLES = ("cellwire rebuild", "cellwire rebuild --db team.db")
_THERE = "name a file that is there"


def import_(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, mailboxes, or - for a pipe.")
    ] = None,
    published: Published = None,
    meta: Meta = None,
    tracker: Annotated[
        Path | None, typer.Option("--tracker", metavar="FILE.csv", help="A list of plants: each row a claim of it.")
    ] = None,
    columns: Annotated[
        Path | None, typer.Option("--columns", metavar="MAP.toml", help="What the tracker's columns mean.")
    ] = None,
    db: NewDatabase = DEFAULT_DATABASE,
) -> None:
    """Read files, folders and mailboxes, or an existing tracker, into the record. The same twice changes nothing."""
    from cellwire.db import open_store

    given = _given(paths or [], tracked(tracker, columns), asked=(published, meta))
    issues: list[Issue] = []
    with open_store(db) as store:
        report = take_in(store, _captures(given, issues))
    if report.empty or not report.captures:
        say_issues(told := [*issues, *report.issues])
        reason = "" if told else ": no file is there"
        say_plainly(f"cellwire: nothing could be read{reason}; the record is as it was")
        raise typer.Exit(1)
    print(summary(report, db))
    say_issues([*issues, *report.issues])


def tracked(tracker: Path | None, columns: Path | None) -> list[Capture]:
    """The tracker with what its columns mean."""
    from cellwire.pipeline import capture_tracker

    if (tracker is None) is not (columns is None):
        missing, given = ("--columns MAP.toml", "--tracker") if tracker else ("--tracker FILE.csv", "--columns")
        raise BadOption(given, f"goes with {missing}", "the map says which columns hold company, place, status, …")
    if tracker is None or columns is None:
        return []
    written = read_bytes(columns, _THERE).decode("utf-8", "replace")
    content = read_bytes(tracker, _THERE)
    return [capture_tracker(content, written, path=tracker.name, mapping=columns.name, moment=datetime.now(UTC))]


def _given(
    paths: list[str], trackers: list[Capture], *, asked: tuple[date | None, Path | None]
) -> Iterable[Capture | Issue]:
    """Everything named on the command line; nothing named is refused."""
    published, meta = asked
    if not paths:
        if not trackers:
            raise BadOption("PATH…", "is missing", "name files or folders, or a list of plants with --tracker")
        if published or meta:
            given = "--published" if published else "--meta"
            raise BadOption(given, "is for texts", "a list of plants says its day in its map: published = 2024-05-01")
        return trackers
    return chain(trackers, captures(understood(paths, published=published, meta=meta)))


def _captures(given: Iterable[Capture | Issue], issues: list[Issue]) -> Iterator[Capture]:
    """The captures alone; what could not be captured is put aside."""
    for each in given:
        if isinstance(each, Issue):
            issues.append(each)
        else:
            yield each


def take_in(store: Store, given: Iterable[Capture]) -> Report:
    from cellwire.pipeline import import_captures

    with progress() as advance:
        return import_captures(store, given, now=datetime.now(UTC), progress=advance)


def summary(report: Report, db: str) -> str:
    """What one import took in, in a line."""
    if not report.new:
        return f"{counted(report.captures, 'capture')}, all known already: nothing changes in {db}"
    read = (
        f"{counted(report.captures, 'capture')} ({report.new:,} new), {counted(report.documents, 'document')}, "
        f"{counted(report.developments, 'development')}"
    )
    record = (
        f"{counted(report.stories, 'story', 'stories')}, {counted(report.facilities, 'facility', 'facilities')}, "
        f"{counted(report.deals, 'deal')}"
    )
    return f"read {read}\n{db} holds {record}"


def rebuild(db: Database = DEFAULT_DATABASE) -> None:
    """Derive everything anew from what was captured and judged; the result is the same, byte for byte."""
    from cellwire.db import open_store
    from cellwire.pipeline import rebuild as derive
    from cellwire.pipeline import record_as_of

    with open_store(db) as store:
        if not store.exists:
            raise NothingFound(db, "no such database", "import something first: cellwire import news/")
        with progress() as advance:
            derive(store, progress=advance)
        record = record_as_of(store, None)
    held = f"{counted(len(record.facilities), 'facility', 'facilities')}, {counted(len(record.deals), 'deal')}"
    print(f"{db} derived anew: {held}, {counted(len(record.rumours), 'rumour')}")
