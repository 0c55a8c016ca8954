"""Sketches of texts, by which copies are found, and the origins they were found to have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from sqlalchemy import Connection, func, select

from cellwire.db import schema
from cellwire.db.blocks import delete_rows, loaded, rows_with, some_of
from cellwire.db.many import among, count_rows, each_in_order, insert_rows
from cellwire.db.plain import to_json
from cellwire.model import Imprint, Origin

T = TypeVar("T")
_AT_ONCE = 10_000  # rows that are fetched together


class Sketched(Protocol):
    """What is kept of a text so that others like it are found."""

    @property
    def document(self) -> Imprint: ...

    @property
    def key_numbers(self) -> frozenset[int]: ...

    @property
    def has_few_keys(self) -> bool: ...


Kept = TypeVar("Kept", bound=Sketched)


def keep_sketches(connection: Connection, sketches: Iterable[Sequence[Kept]]) -> Iterator[Kept]:
    """Keeps sketches of texts, some at a time, and passes each on; they are found by their keys when all are kept."""
    with each_in_order(connection, schema.sketch_keys) as keep:
        for some in sketches:
            insert_rows(connection, schema.sketches, [(one.document.id, to_json(one)) for one in some])
            keep([(one.key_numbers, one.document.id, one.has_few_keys) for one in some])
            yield from some


def key_counts(connection: Connection, keys: Iterable[int], *, most: int) -> dict[int, int]:
    """How many texts have each key, counted to `most`: a turn of phrase that opens every text is in all of them."""
    column = schema.sketch_keys.c.key
    return {key: count for some in some_of(keys) for key, count in count_rows(connection, column, some, most=most)}


def shared_keys(connection: Connection, most: int) -> dict[str, list[int]]:
    """The keys that several texts have, and not more of them than `most`, by the documents that have them."""
    column = schema.sketch_keys.c.key
    several = select(column).group_by(column).having(func.count().between(2, most))
    found: dict[str, list[int]] = defaultdict(list)
    rows = select(column, schema.sketch_keys.c.document).where(column.in_(several)).order_by(column)
    for some in connection.execute(rows).partitions(_AT_ONCE):
        for key, document in some:
            found[document].append(key)
    return found


def sketched_under(connection: Connection, keys: Iterable[int], *, few: bool = False) -> dict[int, list[str]]:
    """By key, the documents whose texts have it; or those of them alone whose texts have few keys at all."""
    table = schema.sketch_keys.c
    asked = select(table.key, table.document).where(table.few) if few else select(table.key, table.document)
    found: dict[int, list[str]] = defaultdict(list)
    for some in some_of(keys):
        for key, document in connection.execute(asked.where(among(connection, table.key, some))).all():
            found[key].append(document)
    return found


def in_order_of_publication(connection: Connection) -> list[str]:
    """Every document; of one day those captured first come first."""
    table = schema.documents.c
    day = func.coalesce(table.published, func.substr(table.captured, 1, len("2022-12-18")), "")
    asked = select(table.id).order_by(day, func.coalesce(table.captured, ""), table.id)
    return list(connection.execute(asked).scalars())


def load_sketches(connection: Connection, documents: Iterable[str], kind: type[T]) -> list[T]:
    return [one for some in loaded(connection, schema.sketches, "id", documents, kind) for one in some]


def origins_of(connection: Connection, documents: Iterable[str]) -> dict[str, Origin]:
    """The origin of each document that has one."""
    own = {
        row.document: row.origin for row in rows_with(connection, schema.origins, schema.origins.c.document, documents)
    }
    carriers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows_with(connection, schema.origins, schema.origins.c.origin, own.values()):
        carriers[row.origin].append((row.place, row.document))
    made = {id: Origin(id, tuple(document for _, document in sorted(told))) for id, told in carriers.items()}
    return {document: made[origin] for document, origin in own.items()}


def keep_origins(connection: Connection, origins: Iterable[Origin]) -> None:
    told = [(document, one.id, place) for one in origins for place, document in enumerate(one.documents)]
    delete_rows(connection, schema.origins, schema.origins.c.document, (document for document, _, _ in told))
    insert_rows(connection, schema.origins, told)
