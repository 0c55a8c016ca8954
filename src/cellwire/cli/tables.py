"""Rows as a table for people, CSV for spreadsheets or JSON lines for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.table import Table
from rich.text import Text

from cellwire.cli.console import out
from cellwire.cli.options import Layout

T = TypeVar("T")
_WIDE = 100  # columns of a terminal that is not narrow


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    title: str
    cell: Callable[[T], str]
    right: bool = False
    listed: bool = True  # False: in CSV alone, where width costs nothing
    roomy: bool = False  # left out of a table where the terminal is narrow


def print_rows(things: Sequence[T], columns: Sequence[Column[T]], *, layout: Layout, empty: str) -> None:
    """All three forms go to standard output; a table without rows says what to do instead."""
    match layout:
        case Layout.TABLE:
            out().print(_table(things, columns) if things else empty, markup=False)
        case Layout.CSV:
            print(_csv(things, columns), end="")
        case Layout.JSONL:
            from cellwire.publish import jsonable

            for thing in things:
                print(json.dumps(jsonable(thing), ensure_ascii=False))


def _table(things: Sequence[T], columns: Sequence[Column[T]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    wide = out().width >= _WIDE
    columns = [column for column in columns if column.listed and (wide or not column.roomy)]
    for column in columns:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=column.title == "id",
            overflow="fold",
        )
    for thing in things:
        table.add_row(*(Text(column.cell(thing)) for column in columns))
    return table


def _csv(things: Sequence[T], columns: Sequence[Column[T]]) -> str:
    from cellwire.publish import harmless

    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([column.title for column in columns])
    writer.writerows([harmless(column.cell(thing)) for column in columns] for thing in things)
    return written.getvalue()
