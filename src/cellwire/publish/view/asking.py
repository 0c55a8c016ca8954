"""How a list is asked for: filters, an order, and pages that stay right while the record grows."""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cmp_to_key
from typing import Any, Generic, TypeVar

from cellwire.errors import BadOption
from cellwire.publish.export import Cell, Table
from cellwire.publish.view.standing import Standing

Row = TypeVar("Row")
Test = Callable[[Row], bool]
LIMIT, MOST_ROWS = 100, 1000  # rows of a page: by default, and at the most


@dataclass(frozen=True, slots=True)
class Filter(Generic[Row]):
    """`test` makes of the word that is asked for what rows are tested by, once for all of them.

    `example` is what the descriptions show; `choices` are the only words with a meaning, where there are such; `form`
    is a pattern that every word with a meaning fits.
    """

    name: str
    meaning: str
    test: Callable[[str, Standing], Test[Row]]
    example: str = ""
    choices: tuple[str, ...] = ()
    is_date: bool = False
    form: str = ""

    def check(self, value: str) -> None:
        if self.choices and value not in self.choices:
            raise BadOption(self.name, f"{value!r} has no meaning here", f"known: {', '.join(self.choices)}")
        if self.is_date:
            day_of(self.name, value)


def day_of(name: str, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as problem:
        raise BadOption(name, f"{written!r} is no day", "write it as 2022-12-17") from problem


def end_of(day: date) -> datetime:
    """The last moment of a day: what was captured on it counts."""
    return datetime.combine(day, time.max, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[Row]):
    """A list that can be asked for: the exported table with its rows latest first, and its filters."""

    table: Table[Row]
    filters: tuple[Filter[Row], ...]

    @property
    def name(self) -> str:
        return self.table.name

    def rows(self, standing: Standing) -> Sequence[Row]:
        """The rows in the order in which lists show them, made once for each state of the record."""
        return standing.once(
            self.name, lambda: sorted(self.table.rows(standing.record, standing.stories), key=_key(self, None))
        )

    def cells(self, row: Row, standing: Standing) -> list[Cell]:
        """The row's cells, worked out once for each state of the record."""
        kept: dict[str, list[Cell]] = standing.once(f"cells of {self.name}", dict)
        id = str(self.id_of(row))
        if id not in kept:
            kept[id] = [each.cell(row) for each in self.table.fields]
        return kept[id]

    def told(self, row: Row, standing: Standing) -> dict[str, Cell]:
        """The row's cells by the names of their fields."""
        return dict(zip(self.table.names, self.cells(row, standing), strict=True))

    def id_of(self, row: Row) -> Cell:
        return self.field(self.table.key[0])(row)

    def field(self, name: str) -> Callable[[Row], Cell]:
        for each in self.table.fields:
            if each.name == name:
                return each.cell
        raise BadOption("sort", f"{self.name} have no field {name!r}", f"known: {', '.join(self.table.names)}")

    def ordered(self, standing: Standing, order: Order | None) -> Sequence[Row]:
        """All rows in an order, sorted once for each state of the record; latest first without one."""
        if order is None:
            return self.rows(standing)
        key = _key(self, order)
        return standing.once(f"{self.name} by {order}", lambda: sorted(self.rows(standing), key=key))

    def fitting(self, standing: Standing, filters: Mapping[str, str], order: Order | None = None) -> Sequence[Row]:
        """All rows that pass every filter, in order."""
        rows = self.ordered(standing, order)
        for name, value in filters.items():
            chosen = self.filter(name)
            if chosen is None:
                known = ", ".join(each.name for each in self.filters)
                raise BadOption(name, f"{self.name} have no such filter", f"known: {known}")
            chosen.check(value)
            fits = chosen.test(value, standing)
            rows = [row for row in rows if fits(row)]
        return rows

    def filter(self, name: str) -> Filter[Row] | None:
        return next((each for each in self.filters if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Order:
    """By a field of the table; `descending` puts empty cells last all the same."""

    field: str
    descending: bool = False

    @classmethod
    def of(cls, written: str) -> Order:
        return cls(written.lstrip("-"), written.startswith("-"))


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    rows: tuple[Row, ...]
    total: int  # rows that fit the filters
    after: str | None  # the cursor of the next page


@dataclass(frozen=True, slots=True)
class Asking:
    """`after` is the cursor that the page before ended with."""

    filters: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    limit: int = LIMIT
    after: str | None = None


def ask(shelf: Shelf[Row], standing: Standing, asking: Asking = Asking()) -> Page[Row]:
    """One page of a shelf. A cursor names the last row seen, so that rows that come in between shift nothing.

    Raises `BadOption` for a filter, a field, a limit or a cursor that has no meaning here.
    """
    check_limit(asking.limit)
    rows = shelf.fitting(standing, asking.filters, asking.order)
    key = _key(shelf, asking.order)
    start = _behind(rows, key, asking.after, shelf) if asking.after else 0
    page = tuple(rows[start : start + asking.limit])
    more = start + asking.limit < len(rows)
    return Page(page, len(rows), _cursor(shelf, asking.order, page[-1]) if more else None)


Key = Callable[[Row], Any]


def _key(shelf: Shelf[Row], order: Order | None) -> Key[Row]:
    """Without an order the shelf's own: the day last told, latest first, then the id."""
    id_of = shelf.id_of
    if order is None:
        return lambda row: (-shelf.table.told(row).toordinal(), id_of(row))
    cell, down = shelf.field(order.field), order.descending
    return lambda row: _sorting(cell(row), id_of(row), down)


def _sorting(cell: Cell, id: Cell, down: bool) -> tuple[bool, Any, Cell]:
    return cell is None, (_FALLING if down else _RISING)("" if cell is None else cell), id


def _compared(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)


_RISING = cmp_to_key(_compared)
_FALLING = cmp_to_key(lambda one, other: _compared(other, one))


def check_limit(limit: int, most: int = MOST_ROWS) -> None:
    if not 1 <= limit <= most:
        raise BadOption("limit", f"{limit} rows are not given at once", f"ask for 1 to {most}")


def _cursor(shelf: Shelf[Row], order: Order | None, row: Row) -> str:
    cell = shelf.field(order.field)(row) if order else shelf.table.told(row)
    told = cell.isoformat() if isinstance(cell, date) else cell
    written = json.dumps([order.field if order else "", bool(order and order.descending), told, shelf.id_of(row)])
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _behind(rows: Sequence[Row], key: Key[Row], after: str, shelf: Shelf[Row]) -> int:
    """Where the rows behind the cursor begin."""
    try:
        padded = after + "=" * (-len(after) % 4)
        field, down, told, id = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        mark = _mark(shelf, field, down, told, id)
        return bisect_right(rows, mark, key=key)
    except (ValueError, TypeError, AttributeError, binascii.Error) as problem:
        raise BadOption("after", "no cursor of this list", "take it from the page before, or leave it out") from problem


def _mark(shelf: Shelf[Row], field: str, down: bool, told: Any, id: str) -> Any:
    if not field:
        return (-date.fromisoformat(told).toordinal(), id)
    is_date = any(each.name == field and each.type == "date" for each in shelf.table.fields)
    return _sorting(date.fromisoformat(told) if is_date and told else told, id, down)
