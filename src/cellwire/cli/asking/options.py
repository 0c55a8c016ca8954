"""Options that several commands share: each is named, parsed and explained once."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from cellwire.errors import BadOption

DEFAULT_DATABASE = "cellwire.db"


class Layout(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def day(written: str | date) -> date:
    """A day as 2022-12-17; nothing else is guessed."""
    if isinstance(written, date):
        return written
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()
    except ValueError as problem:
        raise typer.BadParameter(f"{written!r} is no day; write it as 2022-12-17") from problem


_ALSO_WRITTEN = {"UK": "GB", "EL": "GR"}  # in the statistics of the EU; ISO gives neither to another country


def country_code(written: str) -> str:
    """Two letters, as the tables print them; a name of a country is in no table, and would fit nothing."""
    if len(written) != 2 or not written.isalpha():
        raise typer.BadParameter(f"{written!r} is no code of a country; write its two letters: HU for Hungary")
    code = written.upper()
    return _ALSO_WRITTEN.get(code, code)


def end_of(told: date | None) -> datetime | None:
    """The last moment of a day: what was captured on it counts."""
    return datetime.combine(told, time.max, tzinfo=UTC) if told else None


def _is_named(place: str) -> str:
    if not place.strip():
        raise BadOption("--db", "is empty", "name a file, or leave it out")
    return place


def _is_there(place: str) -> str:
    """A file that is named and not there is a slip of the pen; the one that is always meant is an empty record."""
    _is_named(place)
    if (
        place not in (DEFAULT_DATABASE, os.environ.get("CELLWIRE_DB"))
        and "://" not in place
        and not Path(place).exists()
    ):
        raise BadOption(f"--db {place}", "no such file", "name one that is there; `cellwire import` makes a new one")
    return place


def _database(check: Callable[[str], str]) -> Any:
    told = "The database: an SQLite file, or a PostgreSQL address."
    return typer.Option("--db", envvar="CELLWIRE_DB", metavar="DB", help=told, callback=check)


Database = Annotated[str, _database(_is_there)]
NewDatabase = Annotated[str, _database(_is_named)]  # of commands that make it where it is not there yet
Published = Annotated[
    date | None,
    typer.Option("--published", metavar="DATE", parser=day, help="The day of one text that does not say its year."),
]
Meta = Annotated[
    Path | None,
    typer.Option(
        "--meta",
        metavar="FILE.jsonl",
        help='Days, titles, addresses of many texts: a line each, {"id": "file stem", "published": "2022-12-17"}.',
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="NUMBER",
        min=0.0,
        max=1.0,
        help="Leave out developments that are less sure than this.",
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DATE", parser=day, help="Answer with what had been captured by that day."),
]
Format = Annotated[
    Layout, typer.Option("--format", metavar="table|csv|jsonl", help="A table for people, or rows for programs.")
]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", parser=country_code, help="Only of this country: GB, US, HU, …"),
]
CompanyName = Annotated[
    str | None, typer.Option("--company", metavar="NAME", help="Only with this company: an id or a part of its name.")
]
Since = Annotated[
    date | None, typer.Option("--since", metavar="DATE", parser=day, help="Only what was told on this day or later.")
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="URL", help="Where what is written will be found: feeds link to it in full."),
]
WatchesFile = Annotated[Path, typer.Option("--watches", metavar="FILE.toml", help="The file of watch lists.")]
MailServer = Annotated[
    str | None,
    typer.Option(
        "--server",
        envvar="CELLWIRE_MAIL_SERVER",
        metavar="[USER@]HOST[:PORT]",
        help="The mail server, spoken to encrypted (STARTTLS); CELLWIRE_MAIL_PASSWORD holds the password.",
    ),
]
Sender = Annotated[
    str | None,
    typer.Option("--from", envvar="CELLWIRE_MAIL_FROM", metavar="ADDRESS", help="The address it is sent from."),
]
SendLog = Annotated[Path, typer.Option("--log", metavar="FILE.jsonl", help="The log of who got what.")]


def base_address(base: str | None) -> str | None:
    """Without its last slash; what is no address of the web is refused."""
    from cellwire.publish import safe_url

    if base is None:
        return None
    if safe_url(base) is None:
        raise BadOption(f"--base {base}", "is no address of the web", "write it in full: https://example.org/brief")
    return base.rstrip("/")
