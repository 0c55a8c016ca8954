"""Single things by their ids, and a mark that tells whether anything has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Table, func, select

from cellwire.db import schema
from cellwire.db.blocks import versions_of
from cellwire.db.plain import from_json
from cellwire.db.store import Store, derived, reading
from cellwire.model import Company, Deal, Development, Document, Entity, Facility, Rumour, Story, fold

T = TypeVar("T")
_STAMP = select(
    *(select(func.max(table.c.number)).scalar_subquery() for table in (schema.runs, schema.judgements, schema.visits)),
    select(schema.state.c.value).where(schema.state.c.key == "behind").scalar_subquery(),
)
_ENTRIES: tuple[tuple[Table, type[Any]], ...] = (
    (schema.facilities, Facility),
    (schema.deals, Deal),
    (schema.rumours, Rumour),
    (schema.companies, Company),
    (schema.stories, Story),
)
_AT_ONCE = 500  # ids in one question; SQLite takes 999 parameters at the least


def find_documents(store: Store, ids: Iterable[str]) -> dict[str, Document]:
    """The documents with these ids; one that is not there is not in the answer."""
    return _found(store, schema.documents, Document, ids)


def find_developments(store: Store, ids: Iterable[str]) -> dict[str, Development]:
    return _found(store, schema.developments, Development, ids)


def find_versions(store: Store, ids: Iterable[str]) -> list[Document]:
    """The documents with these ids, and all others of the same articles."""
    with reading(store) as connection:
        found = versions_of(connection, set(ids))
    return list({one.id: one for versions in found.values() for one in versions}.values())


def stamp_of(store: Store) -> str:
    """Other after every run, judgement and visit: what was derived from the store before may be out of date."""
    with reading(store) as connection:
        *last, behind = connection.execute(_STAMP).one()
    return "-".join(map(str, (*(number or 0 for number in last), behind or "no")))


def find_entries(store: Store, ids: Iterable[str]) -> list[Entity]:
    """Plants, deals, rumours, companies and stories with these ids."""
    asked = list(ids)
    found = [_found(store, table, kind, asked) for table, kind in _ENTRIES]
    return [entry for each in found for entry in each.values()]


def find_named(store: Store, asked: str) -> list[Entity]:
    """Plants, deals, rumours and companies with all these words in their names, however those are written."""
    words = fold(asked).split()
    found: list[Entity] = []
    with derived(store) as connection:
        for table, kind in _ENTRIES[:-1] if words else ():
            fitting = select(table.c.body).where(*(table.c.folded.contains(word, autoescape=True) for word in words))
            order = [table.c[day] for day in ("first_told", "first_report") if day in table.c]
            bodies = connection.execute(fitting.order_by(*order, table.c.id)).scalars()
            found += [from_json(body, kind) for body in bodies]
    return found


def _found(store: Store, table: Table, kind: type[T], ids: Iterable[str]) -> dict[str, T]:
    asked, found = list(dict.fromkeys(ids)), dict[str, T]()
    with reading(store) as connection:
        for start in range(0, len(asked), _AT_ONCE):
            some = select(table.c.id, table.c.body).where(table.c.id.in_(asked[start : start + _AT_ONCE]))
            found |= {id: from_json(body, kind) for id, body in connection.execute(some)}
    return {id: found[id] for id in asked if id in found}
