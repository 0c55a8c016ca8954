"""Rows as a table for people, CSV for spreadsheets or JSON lines for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from cellwire.cli.asking import Layout
from cellwire.cli.printing import out

T = TypeVar("T")
_GAP = 2
_LONG_WORD = 24  # what is longer is an address, and may be parted


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    title: str
    cell: Callable[[T], str]
    right: bool = False
    listed: bool = True  # False: in CSV alone, where width costs nothing
    roomy: bool = False  # left out of a table that would have no room for its words


def print_rows(things: Sequence[T], columns: Sequence[Column[T]], *, layout: Layout, empty: str) -> None:
    """All three forms go to standard output; a table without rows says what to do instead."""
    match layout:
        case Layout.TABLE:
            _print_table(things, columns) if things else out().print(empty, markup=False)
        case Layout.CSV:
            print(_csv(things, columns), end="")
        case Layout.JSONL:
            from cellwire.publish import jsonable

            for thing in things:
                told = jsonable(thing)
                row = {key: value for noun in told for key, value in noun.items()} if isinstance(told, list) else told
                print(json.dumps(row, ensure_ascii=False))  # of a row of two nouns one object, too


def _print_table(things: Sequence[T], columns: Sequence[Column[T]]) -> None:
    """With all its columns; where there is no room for their words, without those that only a wide screen has."""
    listed = [column for column in columns if column.listed]
    for shown in (listed, [column for column in listed if not column.roomy]):
        rows = [tuple(column.cell(thing) for column in shown) for thing in things]
        heads = [column.title for column in shown]
        if _widths([heads, *rows], out().width - _GAP * (len(heads) - 1)):
            break
    print_laid(rows, heads=heads, right=[column.right for column in shown])


def print_laid(
    rows: Sequence[Sequence[str]], *, heads: Sequence[str], right: Sequence[bool] = (), indent: int = 0
) -> None:
    """Rows in columns whose words stay whole; where the screen is too narrow for that, each row as a few lines.

    The first column is an id, which is never parted: it is there to be copied.
    """
    console = out()
    widths = _widths([*([heads] if any(heads) else []), *rows], console.width - indent - _GAP * (len(heads) - 1))
    if widths is None:
        for row in rows:
            console.print(_stacked(row, heads, indent), soft_wrap=True)
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_header=any(heads), padding=(0, _GAP, 0, 0))
    for number, (head, width) in enumerate(zip(heads, widths, strict=True)):
        justify: JustifyMethod = "right" if right and right[number] else "left"
        table.add_column(head, justify=justify, width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    print_ragged(console, table, indent=indent)


def print_ragged(console: Console, table: Table, *, indent: int) -> None:
    """A table further right, without the blanks that fill its last column up."""
    with console.capture() as laid:
        console.print(table, width=max(console.width - indent, 1))
    for line in laid.get().splitlines():
        console.file.write(f"{' ' * indent}{line.rstrip()}\n")


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """How wide each column is: the widest gives way first, none below its longest word. `None`: there is no room."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(cell_len, column)) for column in columns]
    least = [max(cell_len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    least[1:] = [min(width, _LONG_WORD) for width in least[1:]]
    if sum(least) > room:
        return None
    while sum(widths) > room:
        wider = [number for number, width in enumerate(widths) if width > least[number]]
        widths[max(wider, key=widths.__getitem__)] -= 1
    return widths


def _stacked(row: Sequence[str], heads: Sequence[str], indent: int) -> Text:
    first, *others = [(head, cell) for head, cell in zip(heads, row, strict=True) if cell]
    lines = [" " * (indent + 2) + (f"{head}: " if head else "") + cell for head, cell in others]
    return Text.assemble(" " * indent, (first[1], "bold"), *(f"\n{line}" for line in lines))


def _csv(things: Sequence[T], columns: Sequence[Column[T]]) -> str:
    from cellwire.publish import harmless

    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([column.title for column in columns])
    writer.writerows([harmless(column.cell(thing)) for column in columns] for thing in things)
    return written.getvalue()
