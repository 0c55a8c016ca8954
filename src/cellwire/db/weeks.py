"""What some days tell, read without the rest of the archive: their texts, stories and things, and texts to compare."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, and_, func, or_, select

from cellwire.db import schema
from cellwire.db.blocks import (
    blocks_with,
    developments_by_id,
    developments_of,
    documents_by_id,
    entries_of,
    loaded,
    versions_of,
)
from cellwire.db.many import among
from cellwire.db.store import Store, derived
from cellwire.model import Deal, Development, Document, Facility, Record, Rumour, Story

T = TypeVar("T")
Thing = TypeVar("Thing", Facility, Deal, Rumour)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What some days tell, with all that was ever told of the same plants, deals and rumours."""

    record: Record
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of some days, one of each origin, and what they tell; of very many a share. `many` counts all."""

    documents: tuple[Document, ...]
    developments: tuple[Development, ...]
    many: int


def last_told(store: Store) -> date | None:
    """The last day that any story was told; none where there is no story."""
    with derived(store) as connection:
        last = connection.execute(select(func.max(schema.stories.c.last_told))).scalar()
    return date.fromisoformat(last) if last else None


def load_around(store: Store, first: date, last: date) -> Neighbourhood:
    with derived(store) as connection:
        table = schema.stories.c
        asked = select(table.id).where(table.first_told <= last.isoformat(), table.last_told >= first.isoformat())
        told = set(connection.execute(asked).scalars())
        record = _things_of(connection, told)
        linked = (one.stories for group in (record.facilities, record.deals, record.rumours) for one in group)
        stories = _all(loaded(connection, schema.stories, "id", told.union(*linked), Story))
        fresh = set(connection.execute(select(schema.documents.c.id).where(_within(first, last))).scalars())
        ids = {id for story in stories for id in story.developments}
        known = {one.id: one for one in _all(developments_by_id(connection, ids))}
        known |= {one.id: one for one in _all(developments_of(connection, fresh))}
        carriers = {id for story in stories for id in story.documents}
        documents = _with_versions(connection, fresh | carriers | {one.document for one in known.values()})
    ordered = sorted(stories, key=lambda story: (story.first_told, story.id))
    return Neighbourhood(record, tuple(ordered), documents, tuple(known[id] for id in sorted(known)))


def texts_between(store: Store, first: date, last: date, *, most: int) -> Texts:
    """Of each origin the text whose id comes first; of more than `most` every second, third or tenth."""
    documents, origins = schema.documents.c, schema.origins.c
    asked = (
        select(documents.id, func.coalesce(origins.origin, documents.id))
        .join_from(schema.documents, schema.origins, origins.document == documents.id, isouter=True)
        .where(_within(first, last))
        .order_by(documents.id)
    )
    with derived(store) as connection:
        chosen: dict[str, str] = {}
        for id, origin in connection.execute(asked):
            chosen.setdefault(origin, id)
        share = list(chosen.values())[:: max(1, -(-len(chosen) // most))]
        read, told = _all(documents_by_id(connection, share)), _all(developments_of(connection, share))
    return Texts(tuple(read), tuple(told), len(chosen))


def stories_before(store: Store, companies: Collection[str], day: date, *, each: int) -> list[Story]:
    """Of each company the stories that were last told before a day, the latest so many."""
    tags, stories = schema.tags.c, schema.stories.c
    rank = func.row_number().over(partition_by=tags.tag, order_by=(stories.last_told.desc(), stories.id.desc()))
    with derived(store) as connection:
        ranked = (
            select(stories.id.label("id"), rank.label("place"))
            .join_from(schema.tags, schema.stories, tags.entry == stories.id)
            .where(
                tags.listed == schema.stories.name,
                among(connection, tags.tag, [f"company:{id}" for id in sorted(companies)]),
                stories.last_told < day.isoformat(),
            )
            .subquery()
        )
        ids = set(connection.execute(select(ranked.c.id).where(ranked.c.place <= each)).scalars())
        return _all(loaded(connection, schema.stories, "id", ids, Story))


def _within(first: date, last: date) -> Any:
    """Published on one of the days, or, where no day is known, captured on one."""
    table, behind = schema.documents.c, last + timedelta(days=1) if last < date.max else last
    published = and_(table.published >= first.isoformat(), table.published <= last.isoformat())
    captured = and_(table.captured >= first.isoformat(), table.captured < behind.isoformat())
    return or_(published, and_(table.published.is_(None), captured))


def _things_of(connection: Connection, stories: Collection[str]) -> Record:
    """The plants, deals and rumours that the stories are about: they stand in the stories' own blocks."""
    beside = entries_of(connection, set(blocks_with(connection, stories).values()))
    return Record(
        None,
        _about(connection, schema.facilities, Facility, beside, stories),
        _about(connection, schema.deals, Deal, beside, stories),
        _about(connection, schema.rumours, Rumour, beside, stories),
        (),
    )


def _about(
    connection: Connection, table: Table, kind: type[Thing], beside: Mapping[str, list[str]], stories: Collection[str]
) -> tuple[Thing, ...]:
    asked = set(stories)
    found = _all(loaded(connection, table, "id", beside.get(table.name, ()), kind))
    about = [one for one in found if not asked.isdisjoint(one.stories)]
    first = "first_report" if kind is Rumour else "first_told"
    return tuple(sorted(about, key=lambda one: (getattr(one, first), one.id)))


def _with_versions(connection: Connection, ids: Collection[str]) -> tuple[Document, ...]:
    """Documents with all others of the same articles."""
    known = {one.id: one for one in _all(versions_of(connection, set(ids)).values())}
    return tuple(known[id] for id in sorted(known))


def _all(some: Iterable[list[T]]) -> list[T]:
    return [one for batch in some for one in batch]
