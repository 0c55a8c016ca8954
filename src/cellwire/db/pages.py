"""Reads of one page at a time: filtered and ordered by the database, with a cursor that leads to the next page."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, func, or_, select, tuple_

from cellwire.db import schema
from cellwire.db.plain import from_json
from cellwire.db.store import Store, derived
from cellwire.errors import BadOption
from cellwire.model import Company, Deal, Development, Facility, Rumour, Story, fold

T = TypeVar("T")
MOST = 1000  # entries of one page


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; what is left empty is not asked. `company` is an id or a part of a name."""

    company: str | None = None
    country: str | None = None
    kind: str | None = None
    status: str | None = None  # a status or its group, a rung, an outcome, a stage
    product: str | None = None
    since: date | None = None
    name: str | None = None  # a part of it


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`total` counts all that fits; `after` leads to the next page and is `None` on the last."""

    rows: tuple[T, ...]
    total: int
    after: str | None


def list_facilities(
    store: Store, asked: Filter = EVERYTHING, *, after: str | None = None, limit: int = 50
) -> Page[Facility]:
    """Plants, last told first."""
    return _page(store, _FACILITIES, asked, after, limit)


def list_deals(store: Store, asked: Filter = EVERYTHING, *, after: str | None = None, limit: int = 50) -> Page[Deal]:
    """Deals, last told first."""
    return _page(store, _DEALS, asked, after, limit)


def list_stories(store: Store, asked: Filter = EVERYTHING, *, after: str | None = None, limit: int = 50) -> Page[Story]:
    """Stories, last told first."""
    return _page(store, _STORIES, asked, after, limit)


def list_rumours(
    store: Store, asked: Filter = EVERYTHING, *, after: str | None = None, limit: int = 50
) -> Page[Rumour]:
    """Rumours, last reported first."""
    return _page(store, _RUMOURS, asked, after, limit)


def list_companies(
    store: Store, asked: Filter = EVERYTHING, *, after: str | None = None, limit: int = 50
) -> Page[Company]:
    """Companies, those with most stories first."""
    return _page(store, _COMPANIES, asked, after, limit)


def list_claims(
    store: Store, asked: Filter = EVERYTHING, *, after: str | None = None, limit: int = 50
) -> Page[Development]:
    """What single documents tell, last told first."""
    return _page(store, _CLAIMS, asked, after, limit)


@dataclass(frozen=True, slots=True)
class _List(Generic[T]):
    """A table with the column it is ordered by and the columns that a filter asks for."""

    table: Table
    kind: type[T]
    order: str
    asks: dict[str, str]  # a filter's field → column, or "tag" for what an entry has several of


_FACILITIES = _List(
    schema.facilities, Facility, "last_told", {"country": "country", "product": "product", "status": "tag"}
)
_DEALS = _List(schema.deals, Deal, "last_told", {"kind": "kind", "status": "rung"})
_STORIES = _List(schema.stories, Story, "last_told", {"kind": "kind", "status": "stage"})
_RUMOURS = _List(schema.rumours, Rumour, "first_report", {"kind": "kind", "status": "outcome"})
_COMPANIES = _List(schema.companies, Company, "weight", {"country": "country"})
_CLAIMS = _List(schema.developments, Development, "told", {"kind": "kind", "status": "stage"})


def _page(store: Store, listed: _List[T], asked: Filter, after: str | None, limit: int) -> Page[T]:
    if not 1 <= limit <= MOST:
        raise BadOption(f"limit {limit}", "is no size of a page", f"1 to {MOST}")
    table, order = listed.table, listed.table.c[listed.order]
    with derived(store) as connection:
        fitting = _fitting(connection, listed, asked)
        total = connection.execute(fitting(select(func.count()).select_from(table))).scalar() or 0
        wanted = fitting(select(order, table.c.id, table.c.body))
        if after is not None:
            wanted = wanted.where(tuple_(order, table.c.id) < tuple_(*_place(after, order.type.python_type)))
        found = connection.execute(wanted.order_by(order.desc(), table.c.id.desc()).limit(limit + 1)).all()
    rows = tuple(from_json(body, listed.kind) for _, _, body in found[:limit])
    return Page(rows, total, _cursor(found[limit - 1]) if len(found) > limit else None)


def _fitting(connection: Connection, listed: _List[T], asked: Filter) -> Callable[[Select[Any]], Select[Any]]:
    """The conditions, put on a question."""
    table, conditions = listed.table, list[Any]()
    for name, column in listed.asks.items():
        value = getattr(asked, name)
        if value is not None:
            conditions.append(
                table.c.id.in_(_tagged(table, [f"{name}:{value}"])) if column == "tag" else table.c[column] == value
            )
    unasked = {"country", "kind", "status", "product"} - set(listed.asks)
    if impossible := sorted(name for name in unasked if getattr(asked, name) is not None):
        raise BadOption(impossible[0], f"is nothing that {table.name} are asked by", "leave it out")
    if asked.since is not None and listed.order != "weight":
        conditions.append(table.c[listed.order] >= asked.since.isoformat())
    if asked.name is not None:
        conditions.append(table.c.folded.contains(fold(asked.name), autoescape=True))
    if asked.company is not None:
        companies = _companies(connection, asked.company)
        if table is schema.companies:
            conditions.append(table.c.id.in_(companies))
        else:
            conditions.append(table.c.id.in_(_tagged(table, [f"company:{id}" for id in companies])))
    return lambda question: question.where(*conditions)


def _tagged(table: Table, tags: Sequence[str]) -> Select[Any]:
    """Ids of entries that bear one of the tags."""
    return select(schema.tags.c.entry).where(schema.tags.c.listed == table.name, schema.tags.c.tag.in_(tags))


def _companies(connection: Connection, asked: str) -> list[str]:
    """The company of this id, else those with this in their name."""
    companies = schema.companies.c
    if connection.execute(select(companies.id).where(companies.id == asked)).first():
        return [asked]
    named = companies.folded.contains(fold(asked), autoescape=True)
    return list(connection.execute(select(companies.id).where(or_(named, companies.id == asked))).scalars())


def _cursor(row: Any) -> str:
    return urlsafe_b64encode(f"{row[0]}|{row[1]}".encode()).decode()


def _place(after: str, kind: type) -> tuple[Any, str]:
    try:
        written, id = urlsafe_b64decode(after.encode()).decode().split("|", 1)
        return kind(written), id
    except ValueError as error:
        raise BadOption(f"after {after}", "is no cursor", "take it from the page before") from error
