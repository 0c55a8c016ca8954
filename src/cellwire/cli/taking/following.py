"""`cellwire add` and `drop`: following places where news is published."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from cellwire import __version__
from cellwire.cli.asking import DEFAULT_DATABASE, Database, NewDatabase
from cellwire.cli.printing import say_plainly
from cellwire.errors import BadOption, NothingFound
from cellwire.model import Source, SourceKind

if TYPE_CHECKING:
    from cellwire.sources import Found, Transport

ADD_EXAMPLES = (
    "cellwire add https://news.example/",
    "cellwire add https://news.example/feed.xml --every 2",
    "cellwire add https://ministry.example/batteries --preview",
    "cellwire add imaps://ann@mail.example/Newsletters",
)
DROP_EXAMPLES = ("cellwire drop news",)
_GIVE = "give an address that begins with https://, or a name of the catalogue"
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
    said = f"{chosen.name} is followed already, now as told here," if again else "followed"
    print(f"{said} as {chosen.id}; next: cellwire update")
    if not contact and chosen.kind is not SourceKind.MAILBOX:
        say_plainly("servers are not told whom to ask: give your address with --contact, or in CELLWIRE_CONTACT")


def _show(found: Found) -> None:
    """What is found, in a few lines."""
    source = found.source
    print(f"{source.name}: {source.kind} at {source.url}, {_often(source.every_hours)}")
    if source.kind is SourceKind.PAGE:
        print("  no feed, sitemap or list of articles is there: each new version of it is kept")
    if source.cited and not source.verified:
        print("  from the catalogue, not tried yet: the first update shows whether it answers")
    if source.kind is SourceKind.FEED and not found.links and not source.cited:
        print("  no article is in it now")
    for link in found.links[:SHOWN]:
        print(f"  {link.published or '          '}  {link.title or link.url}")
    if len(found.links) > SHOWN:
        print(f"  … and {len(found.links) - SHOWN} more")


def _often(hours: float) -> str:
    return "every hour" if hours == 1 else "every day" if hours == 24 else f"every {hours:g} hours"


def _say_others(others: Sequence[Found]) -> None:
    sys.stdout.flush()  # what was found first stands first
    for other in others:
        say_plainly(f"also there: {other.source.kind} {other.source.url}")


def _discovered(url: str, web: Transport) -> list[Found]:
    """What an address offers, the best first; a word that is neither an address nor a known name is refused."""
    from cellwire.sources import discover, load_catalogue

    if "://" not in url and url and Path(url).exists():
        raise BadOption(url, "lies on this machine", f"read it in with: cellwire import {url}")
    if url.startswith(("/", "./", "../", "~")):
        raise BadOption(url, "is no address, and no such file is there", _GIVE)
    if not url.strip():
        raise BadOption("URL|NAME", "is empty", _GIVE)
    if not re.search(r"[.:/]", url):
        near = get_close_matches(url.lower(), load_catalogue(), n=3, cutoff=0.5)
        offered = f"near it: {', '.join(near)}" if near else "see: cellwire sources --catalogue"
        raise NothingFound(url, "is neither an address nor a name of the catalogue", offered)
    return discover(url, web)


def _own_id(source: Source, followed: dict[str, Source]) -> str:
    """The host's name; where another source of the host has it, with the end of the path or a number."""
    last = urlsplit(source.url).path.strip("/").rpartition("/")[2].lower()
    step = re.sub(r"\W+", "-", re.sub(r"\.\w{2,5}$", "", last)).strip("-")
    names = (source.id, *([f"{source.id}-{step[:30]}"] if step else []))
    numbered = (f"{source.id}-{number}" for number in count(2))
    return next(id for id in chain(names, numbered) if id not in followed or followed[id].url == source.url)


def drop(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The source's id, as `cellwire sources` lists it.")],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Follow a source no longer. What was captured stays; `cellwire add` takes it up again."""
    from cellwire.db import load_followed, open_store, unfollow

    with open_store(db) as store:
        (source,) = named(load_followed(store), [name])
        unfollow(store, source.id)
    print(f"no longer followed: {source.name}; to take it up again: cellwire add {source.url}")


def named(every: list[Source], names: list[str]) -> list[Source]:
    """By their ids, or by what they are called where only one is called so."""
    called = Counter(source.name for source in every)
    known = {source.name: source for source in every if called[source.name] == 1}
    known |= {source.id: source for source in every}
    for name in names:
        if name not in known:
            ids = ", ".join(source.id for source in every)
            offered = f"followed: {ids}" if ids else "none is followed yet: cellwire add https://…"
            raise NothingFound(name, "no source is followed by this name", offered)
    return list({known[name].id: known[name] for name in names}.values())


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
