"""`cellwire week`: the week's brief from the record, as files and as a summary on the terminal."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.console import out as terminal
from cellwire.cli.options import DEFAULT_DATABASE, Database, day
from cellwire.errors import FileUnreadable, NothingFound

if TYPE_CHECKING:
    from cellwire.db import Store
    from cellwire.publish import BriefSettings, Edition

EXAMPLES = (
    "cellwire week",
    "cellwire week --ending 2022-12-17 --out briefs",
    "cellwire week --ending 2022-12-17 --format markdown --out -",
    "cellwire week --explain",
    'cellwire week --sponsor "Solvents by the tonne: Example Chemicals"',
)
PIPE = Path("-")


class Form(StrEnum):
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"
    TEXT = "text"


SUFFIXES = {Form.HTML: ".html", Form.MARKDOWN: ".md", Form.JSON: ".json", Form.TEXT: ".txt"}


def week(
    ending: Annotated[
        date | None,
        typer.Option("--ending", metavar="DATE", parser=day, help="The week's last day. Without: the latest day told."),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder it writes to, or - for standard output.")
    ] = Path("brief"),
    form: Annotated[
        list[Form] | None,
        typer.Option("--format", metavar="html|markdown|json|text", help="Twice for two. Without: html, markdown."),
    ] = None,
    sponsor: Annotated[
        str | None, typer.Option("--sponsor", metavar="TEXT", help="A line that is marked as the sponsor's.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print why each story stands where it does; write nothing.")
    ] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the week's brief from the record; each value in it leads to its quote and source."""
    from cellwire.db import open_store
    from cellwire.publish import BriefSettings, Sponsor, render_explained

    settings = BriefSettings(sponsor=Sponsor(sponsor) if sponsor else None)
    with open_store(db) as store:
        brief = compose(store, db, ending, settings)
    forms = form or [Form.HTML, Form.MARKDOWN]
    if explain:
        print(render_explained(brief, width=min(terminal().width, 100)))
    elif out == PIPE:
        for each in forms:
            print(render(brief, each), end="")
    else:
        written = [write(brief, each, out) for each in forms]
        print_summary(brief)
        print("\n".join(f"written: {path}" for path in written))


def compose(store: Store, db: str, ending: date | None, settings: BriefSettings) -> Edition:
    from cellwire.db import load_developments, load_documents
    from cellwire.pipeline import record_as_of, stories_as_of
    from cellwire.publish import edition

    stories = stories_as_of(store, None)
    if not stories:
        raise NothingFound(db, "there is no news yet to write of", "import something: cellwire import news/")
    last = ending or max(story.last_told for story in stories)
    documents, developments = load_documents(store), load_developments(store)
    return edition(record_as_of(store, None), stories, documents, developments, week_ending=last, settings=settings)


def render(brief: Edition, form: Form) -> str:
    from cellwire.publish import render_html, render_json, render_markdown, render_text

    renderers = {
        Form.HTML: render_html,
        Form.MARKDOWN: render_markdown,
        Form.JSON: render_json,
        Form.TEXT: render_text,
    }
    return renderers[form](brief)


def write(brief: Edition, form: Form, folder: Path) -> Path:
    path = folder / f"brief-{brief.last}{SUFFIXES[form]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(render(brief, form), "utf-8")
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise FileUnreadable(str(path), f"cannot be written: {reason}", "name another folder with --out") from problem
    return path


def print_summary(brief: Edition) -> None:
    """The title, the week in figures, and a headline a story."""
    from cellwire.publish import render_text

    print(render_text(brief, width=min(terminal().width, 100)))
