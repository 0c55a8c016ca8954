"""`cellwire import` and `cellwire rebuild`: what goes into the record, and how it is derived anew."""

from __future__ import annotations

from typing import Annotated

import typer

from cellwire.cli.console import counted, out, progress, say_issues, say_plainly
from cellwire.cli.intake import asked, captures
from cellwire.cli.options import DEFAULT_DATABASE, Database, Meta, Published
from cellwire.model import Capture, Issue

IMPORT_EXAMPLES = (
    "cellwire import article.html",
    "cellwire import roundup.txt --published 2022-12-17",
    "cellwire import news/ letters.mbox --meta news.jsonl",
)
REBUILD_EXAMPLES = ("cellwire rebuild", "cellwire rebuild --db team.db")


def import_(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, mailboxes, or - for a pipe.")],
    published: Published = None,
    meta: Meta = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Read files, folders and mailboxes into the record. The same file twice changes nothing."""
    from cellwire.db import open_store
    from cellwire.pipeline import import_captures

    named = list(captures_of := captures(asked(paths, published=published, meta=meta)))
    del captures_of
    issues = [each for each in named if isinstance(each, Issue)]
    found = [each for each in named if isinstance(each, Capture)]
    if not found:
        say_issues(issues)
        say_plainly("cellwire: nothing could be read; the record is as it was")
        raise typer.Exit(1)
    raise NotImplementedError(open_store, import_captures, counted, out, progress, db)


def rebuild(db: Database = DEFAULT_DATABASE) -> None:
    """Derive everything anew from what was captured and judged; the result is the same, byte for byte."""
    raise NotImplementedError(db)
