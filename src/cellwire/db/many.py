"""Many rows or values at a time, past the parts of SQLAlchemy that work once for each of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ARRAY, Column, ColumnElement, Connection, MetaData, Table, any_, bindparam, func, select


def among(connection: Connection, column: Column[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column holds one of the values, which travel as one parameter: the question is compiled once."""
    if connection.dialect.name == "sqlite":
        told = func.json_each(bindparam(None, json.dumps(list(values)))).table_valued("value")
        return column.in_(select(told.c.value))
    return column == any_(bindparam(None, list(values), ARRAY(column.type)))


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows with a value for each of the table's columns, in their order."""
    if not rows:
        return
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join(mark for _ in table.columns)
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(rows))


@contextmanager
def in_order(connection: Connection, table: Table) -> Iterator[Callable[[Sequence[tuple[Any, ...]]], None]]:
    """Keeps rows aside and puts them into the table at the end, by its key: until then they are not found there.

    Rows whose keys are numbers without an order touch another page of a large table each, when they are put in as
    they come.
    """
    columns = [Column(column.name, column.type) for column in table.columns]
    aside = Table(f"aside_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
    aside.create(connection)
    yield lambda rows: insert_rows(connection, aside, rows)
    by_key = select(aside).order_by(*(aside.c[column.name] for column in table.primary_key))
    connection.execute(table.insert().from_select(list(table.columns), by_key))
    aside.drop(connection)
