"""`cellwire add`, `drop`, `sources` and `update`: following places where news is published."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from cellwire import __version__
from cellwire.cli.console import counted, progress, say_issues, say_plainly
from cellwire.cli.options import DEFAULT_DATABASE, Database, Format, Layout, NewDatabase
from cellwire.cli.storing import summary
from cellwire.cli.tables import Column, print_rows
from cellwire.errors import BadOption, NothingFound
from cellwire.model import Health, Source, SourceKind

if TYPE_CHECKING:
    from cellwire.sources import Found, Transport

ADD_EXAMPLES = (
    "cellwire add https://news.example/",
    "cellwire add https://news.example/feed.xml --every 2",
    "cellwire add https://ministry.example/batteries --preview",
    "cellwire add imaps://ann@mail.example/Newsletters",
)
DROP_EXAMPLES = ("cellwire drop news",)
SOURCE_EXAMPLES = ("cellwire sources", "cellwire sources --catalogue", "cellwire sources --format csv")
UPDATE_EXAMPLES = ("cellwire update", "cellwire update news ministry", "cellwire update --all")
SHOWN = 5  # articles of a preview

Contact = Annotated[
    str | None,
    typer.Option(
        "--contact",
        envvar="CELLWIRE_CONTACT",
        metavar="ADDRESS",
        help="A mail address or page that servers are told, so that their keepers can ask you to stop.",
    ),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", envvar="CELLWIRE_ALLOW_HOSTS", metavar="HOST", help="A host that may be in a private network."
    ),
]


def add(
    source: Annotated[str, typer.Argument(metavar="URL|NAME", help="An address, or a name from the catalogue.")],
    preview: Annotated[bool, typer.Option("--preview", help="Show what it would follow; change nothing.")] = False,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="What to call it.")] = None,
    every: Annotated[
        float | None, typer.Option("--every", metavar="HOURS", min=0.25, help="How often it is looked at.")
    ] = None,
    contact: Contact = None,
    allow_host: AllowHost = None,
    db: NewDatabase = DEFAULT_DATABASE,
) -> None:
    """Follow a source: a feed, a sitemap, a page or a mailbox. Of a site's front page the feeds are found.

    The password of a mailbox is taken from the variable CELLWIRE_PASSWORD or from the keyring, and stored nowhere.
    """
    from cellwire.db import follow, load_followed, open_store
    from cellwire.sources import Found, load_catalogue

    with open_store(db) as store:
        followed = {each.id: each for each in load_followed(store)}
        known = load_catalogue().get(source)
        with transport(contact, allow_host) as web:
            found, *others = [Found(known, ())] if known else _discovered(source, web)
        told = replace(found.source, name=name or found.source.name, every_hours=every or found.source.every_hours)
        chosen = told if known else replace(told, id=_own_id(told, followed))
        _show(replace(found, source=chosen))
        _say_others(others)
        if preview:
            return
        again = followed.get(chosen.id)
        follow(store, chosen)
    said = "is followed already, now as told here," if again else "followed"
    print(f"{said} as {chosen.id}; next: cellwire update")


def _show(found: Found) -> None:
    """What is found, in a few lines."""
    source = found.source
    print(f"{source.name}: {source.kind} at {source.url}, every {source.every_hours:g} hours")
    if source.kind is SourceKind.PAGE:
        print("  neither a feed nor a list of articles is there: each new version of the page is kept")
    for link in found.links[:SHOWN]:
        print(f"  {link.published or '          '}  {link.title or link.url}")
    if len(found.links) > SHOWN:
        print(f"  … and {len(found.links) - SHOWN} more")


def _say_others(others: Sequence[Found]) -> None:
    sys.stdout.flush()  # what was found first stands first
    for other in others:
        say_plainly(f"also there: {other.source.kind} {other.source.url}")


def _discovered(url: str, web: Transport) -> list[Found]:
    """What an address offers, the best first; a word that is neither an address nor a known name is refused."""
    from cellwire.sources import discover, load_catalogue

    if not re.search(r"[.:/]", url):
        near = get_close_matches(url.lower(), load_catalogue(), n=3, cutoff=0.5)
        offered = f"near it: {', '.join(near)}" if near else "see: cellwire sources --catalogue"
        raise NothingFound(url, "is neither an address nor a name of the catalogue", offered)
    return discover(url, web)


def _own_id(source: Source, followed: dict[str, Source]) -> str:
    """The host's name; with a number where another source of the host is followed."""
    number, id = 1, source.id
    while id in followed and followed[id].url != source.url:
        number += 1
        id = f"{source.id}-{number}"
    return id


def drop(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The source's id, as `cellwire sources` lists it.")],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Follow a source no longer. What was captured stays; `cellwire add` takes it up again."""
    from cellwire.db import load_followed, open_store, unfollow

    with open_store(db) as store:
        (source,) = _named(load_followed(store), [name])
        unfollow(store, source.id)
    print(f"no longer followed: {source.name}; to take it up again: cellwire add {source.url}")


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
        typer.Argument(metavar="[NAME…]", help="Only these, due or not. Without: what is due."),
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
    if not every:
        print(NO_SOURCES)
        return
    if names:
        asked = _named([source for source, _ in every], names)
    else:
        asked = [source for source, health in every if everything or health.due is None or health.due <= now]
    if not asked:
        due = min(health.due for _, health in every if health.due)
        print(f"nothing is due before {due:%Y-%m-%d %H:%M} UTC; to look all the same: cellwire update --all")
        return
    with open_store(db) as store, transport(contact, allow_host) as web, progress() as advance:
        report = bring_up(store, asked, web, now=now, progress=advance)
    print(f"looked at {counted(len(asked), 'source')}")
    print(summary(report, db) if report.new else f"nothing new in {db}")
    say_issues(report.issues)
    failing = [source for source, health in _followed(db, now) if source in asked and health.problem]
    if len(failing) == len(asked):
        say_plainly("cellwire: no source could be read; see: cellwire sources")
        raise typer.Exit(1)


def _named(every: list[Source], names: list[str]) -> list[Source]:
    known = {source.id: source for source in every}
    for name in names:
        if name not in known:
            offered = f"followed: {', '.join(known)}" if known else "none is followed yet: cellwire add https://…"
            raise NothingFound(name, "no source is followed by this name", offered)
    return [known[name] for name in dict.fromkeys(names)]


@contextmanager
def transport(contact: str | None, allowed: list[str] | None) -> Iterator[Transport]:
    """A connection to the web that says who asks."""
    from cellwire.sources import Manners, Transport

    if contact and not contact.isprintable():
        raise BadOption("--contact", "is no address", "give a mail address or a page")
    agent = f"cellwire/{__version__}" + (f" (+{contact})" if contact else "")
    web = Transport(Manners(agent=agent, allowed=tuple(allowed or ())))
    try:
        yield web
    finally:
        web.close()


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "never"


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
