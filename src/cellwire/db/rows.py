"""What a value's row holds besides the value: the columns that it is found and ordered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from cellwire.db import schema
from cellwire.db.many import insert_rows
from cellwire.db.plain import to_json
from cellwire.db.searching import add_words
from cellwire.model import Company, Deal, Development, Document, Facility, Rumour, Story, fold

_AT_ONCE = 1000
NO_STORIES: Mapping[str, tuple[str, ...]] = {}
LISTS: Mapping[type, tuple[Table, str]] = {  # with the slot of the day by which they are ordered, then by id
    Facility: (schema.facilities, "first_told"),
    Deal: (schema.deals, "first_told"),
    Rumour: (schema.rumours, "first_report"),
    Company: (schema.companies, ""),
    Story: (schema.stories, "first_told"),
}


def insert_things(
    connection: Connection,
    table: Table,
    things: Iterable[object],
    *,
    told_of: Mapping[str, tuple[str, ...]] = NO_STORIES,
) -> None:
    """Values as rows, with their tags and, for stories, the words they are found by.

    A rumour is of the companies that its stories tell of: `told_of` has them by story.
    """
    for some in batches(things, _AT_ONCE):
        _insert(connection, table, some)
        _insert_tags(connection, table, some, told_of)
        if table is schema.stories:
            add_words(connection, "story_words", [(story.id, story.headline) for story in some])
            told = [(id, story.id) for story in some for id in story.developments]
            insert_rows(connection, schema.told_in, told)


def insert_developments(
    connection: Connection, developments: Iterable[Development], documents: Mapping[str, Document]
) -> None:
    """With the day their documents tell them, and the words of their quotes."""
    table = schema.developments
    for some in batches(developments, _AT_ONCE):
        _insert(connection, table, some, told=[str(documents[told.document].told or "") for told in some])
        _insert_tags(connection, table, some, NO_STORIES)
        add_words(connection, "quote_words", [(told.id, told.quote) for told in some])


def batches(things: Iterable[Any], size: int) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for thing in things:
        batch.append(thing)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _insert(connection: Connection, table: Table, things: Sequence[object], **given: Sequence[str]) -> None:
    """The columns that are asked for, as text, those that are `given` beside the things, and each thing as JSON."""
    columns = [
        given[key]
        if (key := column.name) in given
        else [to_json(thing) for thing in things]
        if key == "body"
        else [_own(thing, key) for thing in things]
        for column in table.columns
    ]
    insert_rows(connection, table, list(zip(*columns, strict=True)))


def _own(thing: Any, key: str) -> str | None:
    value = fold(thing.name) if key == "folded" else getattr(thing, key)
    if value is None:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _insert_tags(
    connection: Connection, table: Table, things: Iterable[object], told_of: Mapping[str, tuple[str, ...]]
) -> None:
    rows = [
        (table.name, tag, thing.id)  # type: ignore[attr-defined]
        for thing in things
        for tag in dict.fromkeys(_tags(thing, told_of))
    ]
    insert_rows(connection, schema.tags, rows)


def _tags(thing: object, told_of: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    match thing:
        case Facility() | Deal() | Development():
            yield from (f"company:{party.id}" for party in thing.parties)
        case Story():
            yield from (f"company:{id}" for id in thing.companies)
        case Rumour():
            told = (id for story in thing.stories for id in told_of.get(story, ()))
            yield from (f"company:{id}" for id in (*told, *(answer.party.id for answer in thing.answers)))
        case Company() | _:
            return
