"""`cellwire demo`: the main job on the bundled weeks, offline, in a folder of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cellwire.cli.printing import say_issues
from cellwire.cli.taking import summary, take_in
from cellwire.cli.telling import Form, compose, print_summary, write
from cellwire.errors import FileUnwritable, reason_of

EXAMPLES = ("cellwire demo", "cellwire demo --out /tmp/weeks")


def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder it writes to.")] = Path("cellwire-demo"),
) -> None:
    """Read four bundled weeks of news, build the record and write the last week's brief. Needs no network."""
    from cellwire.db import open_store
    from cellwire.demo import LAST_DAY, demo_captures
    from cellwire.publish import BriefSettings

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FileUnwritable(str(out), f"cannot be made: {reason_of(problem)}", "name another with --out") from problem
    db = out / "cellwire.db"
    with open_store(db) as store:
        report = take_in(store, demo_captures())
        print(summary(report, str(db)) + "\n")
        brief = compose(store, str(db), LAST_DAY, BriefSettings())
    markdown, html = (write(brief, form, out) for form in (Form.MARKDOWN, Form.HTML))
    print_summary(brief)
    say_issues(report.issues)
    print(f"the brief:   {html}\nas text:     {markdown}")
    print(f"the record:  cellwire facilities --db {db}\nthe desk:    cellwire serve --db {db}")
