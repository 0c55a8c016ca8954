"""The files of an export: every table in every form asked for, and a data package that describes them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import Any

from cellwire.errors import FileUnwritable, reason_of
from cellwire.model import Record, Story
from cellwire.publish.export.ahead import OUTLOOK
from cellwire.publish.export.entries import COMPANIES, DEALS, FACILITIES, PHASES, RUMOURS, STORIES
from cellwire.publish.export.forms import Form, check_forms, groups, opened
from cellwire.publish.export.table import Cell, Table
from cellwire.publish.export.told import FACTS, PARTIES, TIMELINE

TABLES: tuple[Table[Any], ...] = (
    FACILITIES,
    PHASES,
    DEALS,
    RUMOURS,
    COMPANIES,
    STORIES,
    OUTLOOK,
    FACTS,
    TIMELINE,
    PARTIES,
)
MEDIA = {  # types, by which a browser and a program know what they get
    Form.CSV: "text/csv",
    Form.JSONL: "application/jsonl",
    Form.PARQUET: "application/vnd.apache.parquet",
    Form.GEOJSON: "application/geo+json",
}
PACKAGE = "datapackage.json"
Advance = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Written:
    """A file of an export."""

    table: Table[Any]
    form: Form
    path: Path


def export_record(
    record: Record,
    stories: Sequence[Story],
    folder: Path,
    *,
    forms: Sequence[Form] = (Form.CSV, Form.JSONL, Form.GEOJSON),
    since: date | None = None,
    progress: Advance = lambda what, steps: None,
) -> dict[str, int]:
    """Writes the tables and their package, and answers with the rows of each table.

    A file is replaced only by a whole one; what else lies in the folder stays.

    `since` leaves the rows that were told of on that day or later. The same record gives the same bytes.
    """
    check_forms(forms)
    written = [
        Written(table, form, folder / f"{table.name}.{form}")
        for table in TABLES
        for form in forms
        if form is not Form.GEOJSON or table is FACILITIES
    ]
    rows: dict[str, int] = {}
    for table in TABLES:
        files = [file for file in written if file.table is table]
        rows[table.name] = _put(files, table.cells(record, stories, since))
        progress("files", len(files))
    package = {
        "profile": "data-package",
        "name": "cellwire-record",
        "title": "The battery industry's plants, deals and companies as its news tells of them",
        **({"as_of": record.as_of.date().isoformat()} if record.as_of else {}),
        **({"since": since.isoformat()} if since else {}),
        "resources": [_resource(file) for file in written],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    with _replacing(folder / PACKAGE) as part:
        part.write_text(text, "utf-8")
    return rows


def _put(files: Sequence[Written], cells: Iterable[list[Cell]]) -> int:
    """One table into its files at once, so that its cells are made once; how many rows it has."""
    with ExitStack() as stack:
        parts = [(file, stack.enter_context(_replacing(file.path))) for file in files]
        appends = [stack.enter_context(opened(file.form, part, file.table)) for file, part in parts]
        written = 0
        for group in groups(cells):
            for append in appends:
                append(group)
            written += len(group)
    return written


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A file beside, put in place when it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        os.replace(part, path)
    except OSError as problem:
        said = f"cannot be written: {reason_of(problem)}"
        raise FileUnwritable(str(path), said, "name another folder") from problem
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _resource(file: Written) -> dict[str, Any]:
    """A resource as the Data Package standard describes it; only CSV is read by a table schema."""
    table, form, path = file.table, file.form, file.path
    with path.open("rb") as opened:
        digest = file_digest(opened, "sha256").hexdigest()
    described = {
        "name": table.name if form is Form.CSV else f"{table.name}-{form}",
        "path": path.name,
        "description": table.meaning,
        "format": str(form),
        "mediatype": MEDIA[form],
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
    }
    if form is not Form.CSV:
        return described
    fields = [{"name": field.name, "type": field.type, "description": field.meaning} for field in table.fields]
    key = {"primaryKey": list(table.key)} if table.key else {}
    schema = {"fields": fields, **key, "missingValues": [""]}
    return {**described, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}
