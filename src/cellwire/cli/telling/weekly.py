"""`cellwire week`: the week's brief from the record, as files and as a summary on the terminal."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, Base, Database, WatchesFile, base_address, day, read_text, write_whole
from cellwire.cli.printing import out as terminal
from cellwire.cli.telling.watching import watch_named
from cellwire.errors import BadOption, NothingFound

if TYPE_CHECKING:
    from cellwire.db import Store
    from cellwire.publish import BriefSettings, Edition, Edits, Watch

EXAMPLES = (
    "cellwire week",
    "cellwire week --ending 2022-12-17 --out briefs",
    "cellwire week --ending 2022-12-17 --format markdown --out -",
    "cellwire week --format html --format pdf --format mail --publish",
    "cellwire week --explain",
    "cellwire week --watch solvents",
    "cellwire week --publish --base https://example.org/brief",
    'cellwire week --sponsor "Solvents by the tonne: Example Chemicals"',
)
PIPE = Path("-")
YEARS = 1900, 2999


class Form(StrEnum):
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"
    TEXT = "text"
    MAIL = "mail"
    PDF = "pdf"


SUFFIXES = {
    Form.HTML: ".html",
    Form.MARKDOWN: ".md",
    Form.JSON: ".json",
    Form.TEXT: ".txt",
    Form.MAIL: ".eml",
    Form.PDF: ".pdf",
}

_ELSEWHERE = "name another folder with --out"


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
        typer.Option(
            "--format",
            metavar="html|markdown|json|text|mail|pdf",
            help="Twice for two; text: the headlines alone. Without: html, markdown; with --out -: markdown.",
        ),
    ] = None,
    sponsor: Annotated[
        str | None, typer.Option("--sponsor", metavar="TEXT", help="A line that is marked as the sponsor's.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print why each story stands where it does; write nothing.")
    ] = False,
    watch: Annotated[
        str | None, typer.Option("--watch", metavar="NAME", help="Only what this watch list is for.")
    ] = None,
    watches: WatchesFile = Path("watches.toml"),
    edits: Annotated[
        Path | None,
        typer.Option(
            "--edits", metavar="FILE.toml", help="What the editor changes. Without: brief-DATE.toml in the folder."
        ),
    ] = None,
    publish: Annotated[
        bool, typer.Option("--publish", help="Readers get it: what is changed later is listed as a correction.")
    ] = False,
    base: Base = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the week's brief from the record; each value in it leads to its quote and source."""
    from cellwire.db import open_store
    from cellwire.publish import render_explained

    address = base_address(base)
    settings = _settings(sponsor, watch_named(watch, watches) if watch else None, address)
    folder = out if out != PIPE else Path("brief")
    with open_store(db) as store:
        last = last_day(store, db, ending)
        changes = edits_of(folder, last, edits)
        brief = compose(store, db, last, replace(settings, dropped=frozenset(changes.dropped)))
    brief = finished(brief, folder, changes, publish=publish)
    if explain:
        print(render_explained(brief, width=min(terminal().width, 100)))
    elif out == PIPE:
        _pour(brief, form or [Form.MARKDOWN])
    else:
        written = write_all(brief, form or [Form.HTML, Form.MARKDOWN], out, address)
        print_summary(brief)
        print("\n".join(f"written: {path}" for path in written))


def _pour(brief: Edition, forms: list[Form]) -> None:
    """To standard output, which two documents one behind the other would be no use to."""
    if len(forms) > 1:
        raise BadOption("--out -", "takes one form", "name one with --format, or a folder for several")
    sys.stdout.buffer.write(render(brief, forms[0]))
    sys.stdout.flush()


def _settings(sponsor: str | None, watch: Watch | None, base: str | None) -> BriefSettings:
    from cellwire.publish import BriefSettings, Sponsor

    return BriefSettings(
        sponsor=Sponsor(sponsor) if sponsor else None,
        watch=watch,
        feed=f"{base}/feed.atom" if base else None,
        page=f"{base}/index.html" if base else None,
    )


def last_day(store: Store, db: str, ending: date | None) -> date:
    from cellwire.db import last_told

    latest = last_told(store)
    if latest is None:
        raise NothingFound(db, "there is no news yet to write of", "import something: cellwire import news/")
    last = ending or latest
    if not YEARS[0] <= last.year <= YEARS[1]:
        raise BadOption(f"week ending {last}", "is in no year of news", f"name a day from {YEARS[0]} to {YEARS[1]}")
    return last


def edits_of(folder: Path, last: date, named: Path | None = None) -> Edits:
    """The editor's file, named or lying beside the edition; none where there is none."""
    from cellwire.publish import Edits, read_edits

    path = named or folder / f"brief-{last}.toml"
    return read_edits(read_text(path, "name another file"), name=str(path)) if named or path.exists() else Edits()


def compose(store: Store, db: str, ending: date | None, settings: BriefSettings) -> Edition:
    from cellwire.pipeline import changes_told, health_of_sources, load_week
    from cellwire.publish import edition_of, with_changes, with_health

    last = last_day(store, db, ending)
    week = load_week(store, last)
    brief = edition_of(week, settings)
    brief = with_changes(
        brief,
        changes_told(store, week),
        week.documents,
        week.developments,
        most=settings.changes,
        told_only=settings.watch is not None,
    )
    return with_health(brief, health_of_sources(store, now=datetime.combine(last, datetime.max.time(), UTC)))


def finished(brief: Edition, folder: Path, edits: Edits, *, publish: bool = False) -> Edition:
    """With the editor's changes, and with what is corrected in what readers have."""
    from cellwire.publish import corrected, edited, fit_to_publish, read_published

    today = datetime.now(UTC).date()
    brief = fit_to_publish(edited(brief, edits))
    kept = folder / f"brief-{brief.last}.json"
    if kept.exists() and (published := read_published(read_text(kept, "name another file"), name=str(kept))):
        if published["name"] != brief.name:
            raise BadOption(str(kept), f"is an edition of {published['name']} that readers have", _ELSEWHERE)
        return corrected(brief, published, today=today)
    return replace(brief, published=today) if publish else brief


def render(brief: Edition, form: Form) -> bytes:
    from cellwire.publish import (
        render_html,
        render_json,
        render_mail,
        render_markdown,
        render_pdf,
        render_text,
    )

    match form:
        case Form.PDF:
            return render_pdf(brief)
        case Form.MAIL:
            return render_mail(brief).as_bytes()
        case Form.HTML:
            told = render_html(brief)
        case Form.MARKDOWN:
            told = render_markdown(brief)
        case Form.JSON:
            told = render_json(brief)
        case Form.TEXT:
            told = render_text(brief)
    return told.encode("utf-8", "replace")


def write_all(brief: Edition, forms: list[Form], folder: Path, base: str | None = None) -> list[Path]:
    """The forms asked for; the JSON, by which the next run knows what readers have; the page of all editions."""
    from cellwire.publish import FeedForm, feed_of_editions, kept_editions, render_archive, render_feed

    written = [write(brief, form, folder) for form in dict.fromkeys([*forms, Form.JSON])]
    editions = kept_editions(folder)
    feed = feed_of_editions([kept for kept in editions if kept.published], name=brief.name, base=base)
    write_whole(folder / "index.html", render_archive(editions, name=brief.name).encode(), _ELSEWHERE)
    for form in FeedForm:
        told = replace(feed, url=f"{base}/feed.{form}" if base else None)
        write_whole(folder / f"feed.{form}", render_feed(told, form).encode(), _ELSEWHERE)
    return [path for path in written if Form.JSON in forms or path.suffix != ".json"] + [folder / "index.html"]


def write(brief: Edition, form: Form, folder: Path) -> Path:
    path = folder / f"brief-{brief.last}{SUFFIXES[form]}"
    write_whole(path, render(brief, form), _ELSEWHERE)
    return path


def print_summary(brief: Edition) -> None:
    """The title, the week in figures, and a headline a story."""
    from cellwire.publish import render_text

    print(render_text(brief, width=min(terminal().width, 100)))
