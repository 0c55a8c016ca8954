"""What had been captured by a moment, and which blocks that, or silence alone, may make tell something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from cellwire.db import schema
from cellwire.db.blocks import entries_of, some_of
from cellwire.db.many import among
from cellwire.db.plain import from_json
from cellwire.db.rows import LISTS
from cellwire.model import Development

T = TypeVar("T")


def last_captured(connection: Connection) -> datetime | None:
    column = schema.documents.c.captured
    found = connection.execute(select(column).where(column.is_not(None)).order_by(column.desc()).limit(1)).scalar()
    return datetime.fromisoformat(found) if found else None


def last_told(connection: Connection, moment: datetime | None = None) -> date | None:
    """Until when news was heard: the newest day of which anything was told that had been captured by a moment.

    Silence speaks until then and no further, for nothing was listened to since. A day to come is nobody's news.
    """
    developments, documents = schema.developments.c, schema.documents.c
    told = (
        select(developments.told, documents.captured)
        .join_from(schema.developments, schema.documents, documents.id == developments.document)
        .where(developments.told > "", developments.told <= (moment or datetime.max).date().isoformat())
        .order_by(developments.told.desc())
    )
    with connection.execute(told) as found:
        days = (day for day, captured in found if _by(captured, moment) and (not captured or day <= captured[:10]))
        newest = next(days, None)
    return date.fromisoformat(newest) if newest else None


def captured_between(connection: Connection, after: datetime, until: datetime | None) -> set[str]:
    """Documents that were captured after the one moment and, where there is another, not after that."""
    documents = schema.documents.c
    day = after.date()
    before = day if day == date.min else day - timedelta(days=1)  # whatever a clock's zone
    found = connection.execute(select(documents.id, documents.captured).where(documents.captured >= before.isoformat()))
    return {id for id, moment in found if _by(moment, until) and not _by(moment, after)}


def captured_by(connection: Connection, ids: Iterable[str], moment: datetime) -> set[str]:
    """Those of the documents that had been captured by then; one that does not say when always had."""
    documents = schema.documents.c
    return {
        id
        for some in some_of(ids)
        for id, captured in connection.execute(
            select(documents.id, documents.captured).where(among(connection, documents.id, some))
        )
        if _by(captured, moment)
    }


def _by(captured: str | None, moment: datetime | None) -> bool:
    return captured is None or moment is None or datetime.fromisoformat(captured) <= moment


def blocks_told_by(connection: Connection, documents: Collection[str]) -> set[int]:
    """Blocks told of by these documents or by copies and versions of them; no document is read for it."""
    origins, kept, developments = schema.origins.c, schema.documents.c, schema.developments.c
    same = set(documents)
    for some in some_of(documents):
        carried = select(origins.origin).where(among(connection, origins.document, some))
        same.update(connection.execute(select(origins.document).where(origins.origin.in_(carried))).scalars())
        articles = select(kept.article).where(among(connection, kept.id, some), kept.article.is_not(None))
        same.update(connection.execute(select(kept.id).where(kept.article.in_(articles))).scalars())
    asked = (
        select(schema.blocks.c.block)
        .join_from(schema.developments, schema.blocks, schema.blocks.c.development == developments.id)
        .distinct()
    )
    told = (asked.where(among(connection, developments.document, some)) for some in some_of(same))
    return {block for each in told for block in connection.execute(each).scalars()}


def told_by(connection: Connection, numbers: Iterable[int], moment: datetime) -> dict[int, list[Development]]:
    """Developments of blocks, those of documents that had been captured by then."""
    blocks, developments, documents = schema.blocks.c, schema.developments.c, schema.documents.c
    asked = (
        select(blocks.block, developments.body, documents.captured)
        .join_from(schema.blocks, schema.developments, developments.id == blocks.development)
        .join(schema.documents, documents.id == developments.document)
    )
    found: dict[int, list[Development]] = defaultdict(list)
    for some in some_of(numbers):
        for block, body, captured in connection.execute(asked.where(among(connection, blocks.block, some))).all():
            if _by(captured, moment):
                found[block].append(from_json(body, Development))
    return found


def blocks_told_between(connection: Connection, first: date, last: date) -> set[int]:
    """Blocks of which something was told in those days, both included."""
    blocks, developments = schema.blocks.c, schema.developments.c
    asked = select(blocks.block).join_from(schema.developments, schema.blocks, blocks.development == developments.id)
    within = (developments.told >= first.isoformat()) & (developments.told <= last.isoformat())
    return set(connection.execute(asked.where(within).distinct()).scalars())


def entries_stand(connection: Connection, kind: type[T], gone: Collection[str]) -> list[T]:
    """The entries of a kind as they stand, but for some; those are not even read."""
    table = LISTS[kind][0].c
    told = connection.execute(select(table.id, table.body))  # row by row: all of them are a large part of a store
    return [from_json(body, kind) for id, body in told if id not in gone]


def told_in(connection: Connection, kind: type, blocks: Collection[int]) -> set[str]:
    """Ids of the entries of a kind that some blocks tell."""
    return set(entries_of(connection, blocks)[LISTS[kind][0].name])


def names_without(connection: Connection, blocks: Collection[int]) -> Iterator[tuple[str, str, int]]:
    """Companies, the names they are written by and how often, leaving out some blocks."""
    left_out = set(blocks)
    names: Any = schema.names.c
    for block, *named in connection.execute(select(names.block, names.company, names.name, names.times)).all():
        if block not in left_out:
            yield named[0], named[1], named[2]
