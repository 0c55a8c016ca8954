"""`cellwire sources` and `update`: how the followed sources do, and a look at what is new there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, Database, Format, Layout
from cellwire.cli.laying import Column, print_rows
from cellwire.cli.printing import counted, progress, say_issues, say_plainly
from cellwire.cli.taking.following import AllowHost, Contact, named, transport
from cellwire.cli.taking.storing import summary
from cellwire.model import Health, Source

SOURCE_EXAMPLES = ("cellwire sources", "cellwire sources --catalogue", "cellwire sources --format csv")
UPDATE_EXAMPLES = ("cellwire update", "cellwire update news ministry", "cellwire update --all")

Followed = tuple[Source, Health]


def sources(
    catalogue: Annotated[
        bool, typer.Option("--catalogue", help="The sources cellwire knows by name, followed or not.")
    ] = False,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List the sources that are followed, and how each does: fine, quiet, failing or changed."""
    from cellwire.sources import load_catalogue

    if catalogue:
        listed = list(load_catalogue().values())
        print_rows(listed, CATALOGUE_COLUMNS, layout=layout, empty="The catalogue is empty.")
        if layout is Layout.TABLE:
            untried = sum(not source.verified for source in listed)
            print(
                f"\n{untried} of {len(listed)} addresses are not tried yet; the addresses themselves, what may be done"
            )
            print("with their texts, and where they stand: --format csv. To follow one: cellwire add electrive")
    else:
        print_rows(_followed(db, datetime.now(UTC)), SOURCE_COLUMNS, layout=layout, empty=NO_SOURCES)


NO_SOURCES = "No sources yet. Follow one: cellwire add https://… or a name of cellwire sources --catalogue"


def _followed(db: str, now: datetime) -> list[Followed]:
    from cellwire.db import open_store
    from cellwire.pipeline import health_of_sources

    with open_store(db) as store:
        return health_of_sources(store, now=now)


def update(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Only these, due or not. Without: what is due."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All sources, due or not.")] = False,
    contact: Contact = None,
    allow_host: AllowHost = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Look at the sources that are due, read what is new there and fold it into the record."""
    from cellwire.db import open_store
    from cellwire.pipeline import update as bring_up

    now = datetime.now(UTC)
    every = _followed(db, now)
    if not every and not names:
        print(NO_SOURCES)
        return
    if names:
        asked = named([source for source, _ in every], names)
    else:
        asked = [source for source, health in every if everything or health.due is None or health.due <= now]
    if not asked:
        due = min(health.due for _, health in every if health.due)
        print(f"nothing is due before {due:%Y-%m-%d %H:%M} UTC; to look all the same: cellwire update --all")
        return
    with open_store(db) as store, transport(contact, allow_host) as web, progress(sources=len(asked)) as advance:
        report = bring_up(store, asked, web, now=now, progress=advance)
    before = {source.id: source.url for source in asked}
    after = [(source, health) for source, health in _followed(db, now) if source.id in before]
    failing = [source for source, health in after if health.problem]
    print(f"looked at {counted(len(asked), 'source')}" + (f", {len(failing)} with a problem" if failing else ""))
    print(f"{summary(report, db)}; next: cellwire week" if report.new else f"nothing new in {db}")
    if report.changed:
        print(f"{counted(report.changed, 'article')} changed since last captured; `cellwire show` of a story tells how")
    for source in [source for source, _ in after if source.url != before[source.id]]:
        print(f"{source.id} has moved and is followed at {source.url} from now on")
    say_issues(report.issues)
    if len(failing) == len(asked):
        say_plainly("cellwire: no source could be read; see: cellwire sources")
        raise typer.Exit(1)


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "never"


SOURCE_COLUMNS: tuple[Column[Followed], ...] = (
    Column("id", lambda row: row[0].id),
    Column("name", lambda row: row[0].name),
    Column("kind", lambda row: row[0].kind),
    Column("state", lambda row: row[1].state),
    Column("last success", lambda row: _day(row[1].last_success)),
    Column("items", lambda row: str(row[1].items), right=True),
    Column("expected", lambda row: f"{row[1].expected:.0f}" if row[0].per_week else "", right=True),
    Column("errors", lambda row: str(row[1].errors_in_row), right=True),
    Column("problem", lambda row: row[1].problem),
    Column("due", lambda row: _day(row[1].due) if row[1].due else "now", listed=False),
    Column("url", lambda row: row[0].url, listed=False),
)
CATALOGUE_COLUMNS: tuple[Column[Source], ...] = (
    Column("id", lambda source: source.id),
    Column("name", lambda source: source.name, roomy=True),
    Column("kind", lambda source: source.kind, listed=False),
    Column("language", lambda source: source.language),
    Column("tier", lambda source: source.tier),
    Column("site", lambda source: (urlsplit(source.url).hostname or "").removeprefix("www.")),
    Column("tried", lambda source: "yes" if source.verified else "no", listed=False),
    Column("url", lambda source: source.url, listed=False),
    Column("licence", lambda source: source.licence, listed=False),
    Column("cited", lambda source: source.cited, listed=False),
)
