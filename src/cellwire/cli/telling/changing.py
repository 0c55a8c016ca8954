"""`cellwire changes`: what the record tells otherwise than it did before a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, AsOf, CompanyName, Database, Format, Layout, day, end_of
from cellwire.cli.laying import Column, print_rows, tells_of
from cellwire.cli.printing import quoted
from cellwire.errors import BadOption
from cellwire.model import RecordChange

EXAMPLES = (
    "cellwire changes --since 2022-12-11",
    "cellwire changes --since 2022-12-01 --as-of 2022-12-10 --company Volkswagen",
    "cellwire changes --since 2022-12-11 --format csv > changes.csv",
)


def changes(
    since: Annotated[
        date,
        typer.Option("--since", metavar="DATE", parser=day, help="Against what was captured before that day."),
    ],
    company: CompanyName = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """List what changed in the record: a status, a capacity, a date, an answer, with the words that say so."""
    from cellwire.db import open_store
    from cellwire.pipeline import changes_since

    if as_of and as_of < since:
        raise BadOption(f"--as-of {as_of}", f"lies before --since {since}", "name a later day, or leave it out")
    before = end_of(since - timedelta(days=1))
    assert before
    with open_store(db) as store:
        every = changes_since(store, before, end_of(as_of))
    found = [change for change in every if tells_of(company, [change.name])]
    print_rows(found, COLUMNS, layout=layout, empty=f"Nothing changed since {since}.")


COLUMNS: tuple[Column[RecordChange], ...] = (
    Column("id", lambda change: change.id),
    Column("name", lambda change: change.name),
    Column("field", lambda change: change.field),
    Column("from", lambda change: change.before or ""),
    Column("to", lambda change: change.after),
    Column("by", lambda change: change.size, right=True),
    Column("said", lambda change: change.said.isoformat()),
    Column("outlet", lambda change: change.citation.outlet),
    Column("quote", lambda change: quoted(change.citation.quote, words=25), listed=False),
    Column("url", lambda change: change.citation.url or "", listed=False),
)
