"""The forms of a table: CSV, JSON lines, Parquet, GeoJSON. The same record gives the same bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from enum import StrEnum
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import msgspec

from cellwire.errors import BadOption
from cellwire.publish.cells import harmless
from cellwire.publish.export.table import Cell, Table

AT_ONCE = 20_000  # rows of a Parquet row group


class Form(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    GEOJSON = "geojson"


def check_forms(forms: Iterable[Form]) -> None:
    """Parquet needs a library that is not always there: said before anything is written."""
    if Form.PARQUET in forms and find_spec("pyarrow") is None:
        raise BadOption("--format parquet", "needs pyarrow", "install it: pip install '.[parquet]'")


Rows = Sequence[list[Cell]]
Append = Callable[[Rows], int]  # writes rows behind those before, and answers with how many


@contextmanager
def _csv(file: TextIO, table: Table[Any]) -> Iterator[Append]:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.names)
    written = [_WRITTEN.get(field.type) for field in table.fields]

    def append(rows: Rows) -> int:
        """Column by column: what a cell needs depends on its column, and most need nothing."""
        columns = zip(*rows, strict=True)
        writer.writerows(
            zip(*(_each(write, column) for write, column in zip(written, columns, strict=True)), strict=True)
        )
        return len(rows)

    yield append


def _each(write: Callable[[Any], Cell] | None, column: Iterable[Cell]) -> Iterable[Cell]:
    return column if write is None else [None if cell is None else write(cell) for cell in column]


def _number(cell: float) -> Cell:
    return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell


_WRITTEN: dict[str, Callable[[Any], Cell]] = {
    "string": harmless,
    "boolean": lambda cell: "true" if cell else "false",
    "number": lambda cell: _number(float(cell)),
}


@contextmanager
def _jsonl(file: TextIO, table: Table[Any]) -> Iterator[Append]:
    """Empty cells are left out."""
    encoder, names = msgspec.json.Encoder(), table.names

    def append(rows: Rows) -> int:
        told = ({name: cell for name, cell in zip(names, row, strict=True) if cell is not None} for row in rows)
        file.write(encoder.encode_lines(told).decode())
        return len(rows)

    yield append


def said_in(table: Table[Any], row: list[Cell]) -> dict[str, Cell]:
    told = zip(table.names, row, strict=True)
    return {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in told if cell is not None}


@contextmanager
def _geojson(file: TextIO, table: Table[Any]) -> Iterator[Append]:
    """Features with the row as properties; a row whose place is not known has no point and is left out."""
    lat, lon = table.names.index("lat"), table.names.index("lon")
    between = "\n"
    file.write('{"type": "FeatureCollection", "features": [')

    def append(rows: Rows) -> int:
        nonlocal between
        placed = [row for row in rows if row[lat] is not None and row[lon] is not None]
        for row in placed:
            point = {"type": "Point", "coordinates": [row[lon], row[lat]]}
            feature = {"type": "Feature", "geometry": point, "properties": said_in(table, row)}
            file.write(between + json.dumps(feature, ensure_ascii=False))
            between = ",\n"
        return len(placed)

    yield append
    file.write("\n]}\n")


@contextmanager
def _parquet(path: Path, table: Table[Any]) -> Iterator[Append]:
    import pyarrow
    from pyarrow import parquet

    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    schema = pyarrow.schema([(field.name, types[field.type]) for field in table.fields])
    with parquet.ParquetWriter(path, schema) as file:

        def append(rows: Rows) -> int:
            columns = zip(zip(*rows, strict=True), schema, strict=True)
            arrays = [pyarrow.array(column, kind.type) for column, kind in columns]
            file.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            return len(rows)

        yield append


Into = Callable[[TextIO, Table[Any]], AbstractContextManager[Append]]
_TEXT: dict[Form, Into] = {Form.CSV: _csv, Form.JSONL: _jsonl, Form.GEOJSON: _geojson}
Put = Callable[[TextIO, Table[Any], Iterable[list[Cell]]], int]


@contextmanager
def opened(form: Form, path: Path, table: Table[Any]) -> Iterator[Append]:
    """A file of that form, to which rows are appended."""
    if form is Form.PARQUET:
        with _parquet(path, table) as append:
            yield append
        return
    with path.open("w", encoding="utf-8", newline="") as file, _TEXT[form](file, table) as append:
        yield append


def _putting(into: Into) -> Put:
    def put(file: TextIO, table: Table[Any], rows: Iterable[list[Cell]]) -> int:
        with into(file, table) as append:
            return sum(append(group) for group in groups(rows))

    return put


PUTS: dict[Form, Put] = {form: _putting(into) for form, into in _TEXT.items()}  # the forms that are text


def groups(rows: Iterable[list[Cell]]) -> Iterator[list[list[Cell]]]:
    """Rows by the thousand: no table is held whole."""
    rest = iter(rows)
    while group := list(islice(rest, AT_ONCE)):
        yield group
