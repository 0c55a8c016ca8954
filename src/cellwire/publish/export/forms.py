"""The forms of a table: CSV, JSON lines, Parquet, GeoJSON. The same record gives the same bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

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
        raise BadOption("--format parquet", "needs pyarrow", "install it: pip install 'cellwire[parquet]'")


def put_csv(file: TextIO, table: Table[Any], rows: Iterable[list[Cell]]) -> int:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.names)
    return _counted(rows, lambda row: writer.writerow([_written(cell) for cell in row]))


def _written(cell: Cell) -> Cell:
    match cell:
        case str():
            return harmless(cell)
        case bool():
            return "true" if cell else "false"
        case float():
            return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    return cell


def put_jsonl(file: TextIO, table: Table[Any], rows: Iterable[list[Cell]]) -> int:
    """Empty cells are left out."""
    return _counted(rows, lambda row: file.write(json.dumps(said_in(table, row), ensure_ascii=False) + "\n"))


def said_in(table: Table[Any], row: list[Cell]) -> dict[str, Cell]:
    told = zip(table.names, row, strict=True)
    return {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in told if cell is not None}


def write_parquet(path: Path, table: Table[Any], rows: Iterable[list[Cell]]) -> int:
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
    written = 0
    with parquet.ParquetWriter(path, schema) as file:
        for group in _groups(rows):
            columns = [
                pyarrow.array(column, kind.type) for column, kind in zip(zip(*group, strict=True), schema, strict=True)
            ]
            file.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
            written += len(group)
    return written


def put_geojson(file: TextIO, table: Table[Any], rows: Iterable[list[Cell]]) -> int:
    """Features with the row as properties; a row whose place is not known has no point and is left out."""
    lat, lon = table.names.index("lat"), table.names.index("lon")
    placed = (row for row in rows if row[lat] is not None and row[lon] is not None)
    file.write('{"type": "FeatureCollection", "features": [')
    written = 0
    for row in placed:
        feature = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row[lon], row[lat]]},
            "properties": said_in(table, row),
        }
        file.write((",\n" if written else "\n") + json.dumps(feature, ensure_ascii=False))
        written += 1
    file.write("\n]}\n")
    return written


Writer = Callable[[Path, Table[Any], Iterable[list[Cell]]], int]
Put = Callable[[TextIO, Table[Any], Iterable[list[Cell]]], int]
PUTS: dict[Form, Put] = {Form.CSV: put_csv, Form.JSONL: put_jsonl, Form.GEOJSON: put_geojson}  # the forms that are text


def _to_file(put: Put) -> Writer:
    def write(path: Path, table: Table[Any], rows: Iterable[list[Cell]]) -> int:
        with path.open("w", encoding="utf-8", newline="") as file:
            return put(file, table, rows)

    return write


WRITERS: dict[Form, Writer] = {**{form: _to_file(put) for form, put in PUTS.items()}, Form.PARQUET: write_parquet}


def _counted(rows: Iterable[list[Cell]], write: Callable[[list[Cell]], object]) -> int:
    written = 0
    for row in rows:
        write(row)
        written += 1
    return written


def _groups(rows: Iterable[list[Cell]]) -> Iterator[list[list[Cell]]]:
    rest = iter(rows)
    while group := list(islice(rest, AT_ONCE)):
        yield group
