"""Many rows or values at a time, past the parts of SQLAlchemy that work once for each of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    TableValuedAlias,
    any_,
    bindparam,
    cast,
    func,
    literal,
    select,
    true,
)

Keep = Callable[[Sequence[tuple[Any, ...]]], None]


def among(connection: Connection, column: Column[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column holds one of the values, which travel as one parameter: the question is compiled once."""
    if connection.dialect.name == "sqlite":
        return column.in_(select(_each(connection, column, values).c.value))
    return column == any_(bindparam(None, list(values), ARRAY(column.type)))


def count_rows(
    connection: Connection, column: Column[Any], values: Collection[Any], *, most: int
) -> list[tuple[Any, int]]:
    """Each of the values with the number of rows that hold it, counted no further than to `most`."""
    each = _each(connection, column, values)
    some = select(literal(1)).where(column == each.c.value).limit(most).correlate(each).subquery()
    counted = select(func.count()).select_from(some).scalar_subquery()
    return [(value, count) for value, count in connection.execute(select(each.c.value, counted))]


def _each(connection: Connection, column: Column[Any], values: Collection[Any]) -> TableValuedAlias:
    """The values as a table of one column."""
    if connection.dialect.name == "sqlite":
        return func.json_each(bindparam(None, json.dumps(list(values)))).table_valued("value")
    told = func.unnest(bindparam(None, list(values), ARRAY(column.type)))
    return told.table_valued(Column("value", column.type)).render_derived()


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows with a value for each of the table's columns, in their order."""
    if not rows:
        return
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join(mark for _ in table.columns)
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(rows))


@contextmanager
def in_order(connection: Connection, table: Table) -> Iterator[Keep]:
    """Keeps rows aside and puts them into the table at the end, by its key: until then they are not found there.

    Rows whose keys are numbers without an order touch another page of a large table each, when they are put in as
    they come.
    """
    with _aside(connection, table, table.columns) as aside:
        yield lambda rows: insert_rows(connection, aside, rows)
        _put_in(connection, table, select(aside))


@contextmanager
def each_in_order(connection: Connection, table: Table) -> Iterator[Keep]:
    """The same for rows that differ in their first value alone: all of these, numbers, are kept aside as one list."""
    first, *others = table.columns
    with _aside(connection, table, [Column("numbers", JSON), *others]) as aside:
        yield lambda rows: insert_rows(connection, aside, [(json.dumps([*told]), *rest) for told, *rest in rows])
        each = _EACH[connection.dialect.name](aside.c.numbers).table_valued("value")
        number = cast(each.c.value, first.type).label(first.name)
        rows = select(number, *(aside.c[column.name] for column in others)).select_from(aside).join(each, true())
        _put_in(connection, table, rows)


_EACH = {"sqlite": func.json_each, "postgresql": func.json_array_elements_text}


@contextmanager
def _aside(connection: Connection, table: Table, columns: Iterable[Column[Any]]) -> Iterator[Table]:
    own = [Column(column.name, column.type) for column in columns]
    aside = Table(f"aside_{table.name}", MetaData(), *own, prefixes=["TEMPORARY"])
    aside.create(connection)
    yield aside
    aside.drop(connection)


def _put_in(connection: Connection, table: Table, rows: Select[Any]) -> None:
    by_key = rows.order_by(*(rows.selected_columns[column.name] for column in table.primary_key))
    connection.execute(table.insert().from_select(list(table.columns), by_key))
