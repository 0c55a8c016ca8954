"""`cellwire mine`: the pages of web archives that tell of the battery industry, into the record."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, NewDatabase
from cellwire.cli.printing import counted, progress, say_issues, say_plainly
from cellwire.cli.taking.storing import summary
from cellwire.errors import FileUnreadable

EXAMPLES = ("cellwire mine news-2022-12.warc.gz", "cellwire mine archive/ --db past.db")
ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")


def mine(
    archives: Annotated[list[Path], typer.Argument(metavar="WARC", help="Web archives, or folders of them.")],
    db: NewDatabase = DEFAULT_DATABASE,
) -> None:
    """Find what tells of the battery industry in web archives. A run that is cut off goes on where it was."""
    from cellwire.db import open_store
    from cellwire.pipeline import mine as dig

    files = [file for path in archives for file in _archives(path)]
    with open_store(db) as store, progress(bytes=sum(file.stat().st_size for file in files)) as advance:
        report = dig(store, files, now=datetime.now(UTC), progress=advance)
    refused = [issue for issue in report.issues if issue.thing in {str(file) for file in files}]
    print(f"{counted(len(files) - len(refused), 'archive')} read, {counted(report.captures, 'page')} looked at closely")
    print(summary(report, db) if report.new else f"nothing new in {db}")
    say_issues(report.issues)
    if len(refused) == len(files):
        say_plainly("cellwire: no archive could be read")
        raise typer.Exit(1)


def _archives(path: Path) -> list[Path]:
    """A file as it is named; of a folder those below it that end like an archive."""
    if not path.exists():
        raise FileUnreadable(str(path), "no such file or folder")
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.name.lower().endswith(ENDINGS) and file.is_file())
    if not found:
        raise FileUnreadable(str(path), "holds no web archive", f"their names end in {', '.join(ENDINGS)}")
    return found
