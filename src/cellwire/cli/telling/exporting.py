"""`cellwire export`: the record as files for a spreadsheet, a notebook or a map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, AsOf, Database, Since
from cellwire.cli.laying import state_of
from cellwire.cli.printing import counted, progress, say_plainly
from cellwire.errors import BadOption, NothingFound

EXAMPLES = (
    "cellwire export data",
    "cellwire export data --format csv --format parquet",
    "cellwire export changes --since 2022-12-11",
    "cellwire export then --as-of 2022-12-10",
)


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder it writes to; made if it is not there.")],
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="csv|jsonl|parquet|geojson", help="Twice for two. Without: csv, jsonl, geojson."
        ),
    ] = None,
    since: Since = None,
    as_of: AsOf = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the record as tables: a row an entry, and a row a value with its source; with a dictionary."""
    from cellwire.publish import ExportForm, export_record

    known = [str(each) for each in ExportForm]
    asked = list(dict.fromkeys(form or ["csv", "jsonl", "geojson"]))
    for each in asked:
        if each not in known:
            raise BadOption(f"--format {each}", "is no form of an export", f"known: {', '.join(known)}")
    record, stories = state_of(db, as_of)
    if not stories:
        if as_of:
            raise NothingFound(db, f"nothing had been captured by {as_of}", "name a later day with --as-of")
        raise NothingFound(db, "there is nothing to export yet", "import something: cellwire import news/")
    with progress() as advance:
        rows = export_record(
            record, stories, folder, forms=[ExportForm(each) for each in asked], since=since, progress=advance
        )
    if since and not any(rows.values()):
        print(f"Nothing changed since {since}: the tables are empty.")
    else:
        print(", ".join(f"{table} {number:,}" for table, number in rows.items()))
    print(f"written: {folder} ({', '.join(asked)}); its datapackage.json says what every field means")
    others = [f"{table}.{each}" for table in rows for each in known if each not in asked]
    if left := [name for name in others if (folder / name).exists()]:
        say_plainly(f"{folder} also holds {counted(len(left), 'file')} of an earlier export: {', '.join(left)}")
