"""What a fold keeps beside the stories and the record, so that a new document touches its neighbourhood only.

A block is a set of developments that nothing outside of it is joined to or weighed against: its stories and entries are
made from it alone. Rows here are derived, and never part of a comparison: how blocks are numbered depends on history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select

from cellwire.db import schema
from cellwire.db.many import among, in_order, insert_rows
from cellwire.db.plain import from_json
from cellwire.db.rows import batches, insert_things
from cellwire.db.searching import clear_search, drop_words
from cellwire.db.store import mark, read_state, set_state
from cellwire.model import Company, Deal, Development, Document, Facility, Imprint, Rumour, Story

T = TypeVar("T")
_AT_ONCE = 1000  # values of one question
_ROWS = 10_000  # rows of an answer that are fetched together
_JUDGED = " judged, turned by days"  # what a fold leaves; other words than an older version's where it keeps more
_ENTRIES: tuple[Table, ...] = (schema.facilities, schema.deals, schema.stories, schema.rumours)
# from its id, its names with how often each is written, and its facilities, deals, partners and stories
MakeCompany = Callable[[str, Mapping[str, int], Sequence[Sequence[str]]], Company]


@dataclass(frozen=True, slots=True)
class Block:
    """Its developments, how it is found again, and what it tells."""

    number: int
    developments: tuple[str, ...]
    meetings: Mapping[int, tuple[int, int]]  # key → first and last day on which it can be met, as numbers
    points: Mapping[int, bool]  # point → whether it waits there for others; a day as a number: it turns then
    names: Mapping[tuple[str, str], int]  # company and name → how often it is written
    stories: tuple[Story, ...]
    facilities: tuple[Facility, ...]
    deals: tuple[Deal, ...]
    rumours: tuple[Rumour, ...]
    told: Mapping[str, int]  # of plants and deals, by what tellings they were told


@dataclass(frozen=True, slots=True)
class Kept:
    """What a fold reads of a block that it takes as it is."""

    developments: tuple[str, ...]
    meetings: Mapping[int, tuple[int, int]]
    points: Mapping[int, bool]
    stories: tuple[Story, ...]


def judged_before(connection: Connection) -> int | None:
    """How many judgements the last fold knew; `None` where none was made, or one that kept less."""
    state = read_state(connection, "folded") or ""
    return int(state.removesuffix(_JUDGED)) if state.endswith(_JUDGED) else None


def heard_before(connection: Connection) -> date | None:
    """Until when news was heard by the last fold."""
    day = read_state(connection, "heard")
    return date.fromisoformat(day) if day else None


def begin_fold(connection: Connection, *, judged: int, anew: bool) -> None:
    """Says what the fold knows; takes away all that was folded where everything is to be made anew."""
    set_state(connection, "folded", f"{judged}{_JUDGED}")
    if anew:
        for table in (*schema.FOLDED, *schema.CONSOLIDATED, schema.told_in):
            connection.execute(table.delete())
        connection.execute(schema.tags.delete().where(schema.tags.c.listed != schema.developments.name))
        clear_search(connection, "story_words")


def unfolded(connection: Connection) -> set[str]:
    """Documents that no fold has taken in."""
    return set(connection.execute(select(schema.unfolded.c.document)).scalars())


def end_fold(connection: Connection, *, heard: date | None) -> None:
    set_state(connection, "heard", heard.isoformat() if heard else "")
    connection.execute(schema.unfolded.delete())
    mark(connection, "behind", on=False)


def documents_by_id(connection: Connection, ids: Iterable[str]) -> Iterator[list[Document]]:
    return loaded(connection, schema.documents, "id", ids, Document)


def imprints(connection: Connection, documents: Iterable[str]) -> list[Imprint]:
    return [one for some in loaded(connection, schema.documents, "id", documents, Imprint) for one in some]


def developments_by_day(connection: Connection, many: int) -> Iterator[list[Development]]:
    """All developments in order of the days on which they are told, so many at a time or as many as a day has more."""
    table = schema.developments.c
    counts = connection.execute(select(table.told, func.count()).group_by(table.told).order_by(table.told)).all()
    days, held = list[str](), 0
    for day, count in counts:
        days.append(day)
        held += count
        if held >= many or day == counts[-1][0]:
            within = select(table.body).where(table.told >= days[0], table.told <= days[-1])
            yield [from_json(body, Development) for body in connection.execute(within).scalars()]
            days, held = [], 0


def developments_by_id(connection: Connection, ids: Iterable[str]) -> Iterator[list[Development]]:
    return loaded(connection, schema.developments, "id", ids, Development)


def developments_of(connection: Connection, documents: Iterable[str]) -> Iterator[list[Development]]:
    return loaded(connection, schema.developments, "document", documents, Development)


def versions_of(connection: Connection, documents: Set[str]) -> dict[str, list[Document]]:
    """Each document, with all of the same article."""
    others = other_versions(connection, documents)
    every = documents_by_id(connection, chain(documents, *others.values()))
    read = {one.id: one for some in every for one in some}
    return {id: [read[id], *(read[other] for other in others.get(id, ()))] for id in sorted(read.keys() & documents)}


def other_versions(connection: Connection, documents: Iterable[str]) -> dict[str, list[str]]:
    """Of each document whose article others are of, too, these."""
    one, other = schema.documents.alias("one").c, schema.documents.alias("other").c
    pairs = select(one.id, other.id).where(other.article == one.article, other.id != one.id).order_by(other.id)
    found: dict[str, list[str]] = defaultdict(list)
    for some in some_of(documents):
        for id, same in connection.execute(pairs.where(among(connection, one.id, some))).all():
            found[id].append(same)
    return found


def documents_with_versions(connection: Connection) -> set[str]:
    """Documents of whose article there are others."""
    table = schema.documents.c
    several = select(table.article).where(table.article.is_not(None)).group_by(table.article).having(func.count() > 1)
    return set(connection.execute(select(table.id).where(table.article.in_(several))).scalars())


def renew_companies(connection: Connection, ids: Collection[str], make: MakeCompany) -> None:
    """Companies anew from the names and entries of all blocks; one that nothing tells of any more is gone."""
    delete_rows(connection, schema.companies, schema.companies.c.id, ids)
    for some in some_of(ids):
        names = _names(connection, some)
        plants, deals, stories = (_told_of(connection, table, some) for table in _ENTRIES[:3])
        partners = _partners(connection, some)
        companies = [
            make(id, told, (plants[id], deals[id], partners[id], stories[id])) for id, told in sorted(names.items())
        ]
        insert_things(connection, schema.companies, companies)


def _names(connection: Connection, companies: Sequence[str]) -> dict[str, dict[str, int]]:
    """How often each of a company's names is written, in all blocks together."""
    table = schema.names.c
    times = select(table.company, table.name, func.sum(table.times)).group_by(table.company, table.name)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for company, name, count in connection.execute(times.where(among(connection, table.company, companies))).all():
        found[company][name] = int(count)
    return found


def _told_of(connection: Connection, table: Table, companies: Sequence[str]) -> dict[str, list[str]]:
    """Entries of each company, first told first."""
    tags = schema.tags.c
    asked = (
        select(tags.tag, table.c.id)
        .join_from(schema.tags, table, tags.entry == table.c.id)
        .where(tags.listed == table.name, among(connection, tags.tag, [f"company:{id}" for id in companies]))
        .order_by(table.c.first_told, table.c.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for some in connection.execute(asked).partitions(_ROWS):
        for tag, entry in some:
            found[tag.removeprefix("company:")].append(entry)
    return found


def _partners(connection: Connection, companies: Sequence[str]) -> dict[str, list[str]]:
    one, other = schema.tags.alias("one").c, schema.tags.alias("other").c
    asked = select(one.tag, other.tag).where(
        one.listed == schema.deals.name,
        among(connection, one.tag, [f"company:{id}" for id in companies]),
        other.listed == one.listed,
        other.entry == one.entry,
        other.tag != one.tag,
    )
    found: dict[str, set[str]] = defaultdict(set)
    for tag, partner in connection.execute(asked.distinct()):
        found[tag.removeprefix("company:")].add(partner.removeprefix("company:"))
    return defaultdict(list, {id: sorted(partners) for id, partners in found.items()})


def next_number(connection: Connection) -> int:
    return int(connection.execute(select(func.max(schema.blocks.c.block))).scalar() or 0) + 1


def blocks_of(connection: Connection, developments: Iterable[str]) -> set[int]:
    return {block for _, block in rows_with(connection, schema.blocks, schema.blocks.c.development, developments)}


def documents_of_captures(connection: Connection, captures: Iterable[str]) -> list[Document]:
    return [one for some in loaded(connection, schema.documents, "capture", captures, Document) for one in some]


def blocks_of_captures(connection: Connection, captures: Iterable[str]) -> set[int]:
    documents = documents_of_captures(connection, captures)
    told = developments_of(connection, (one.id for one in documents))
    return blocks_of(connection, (one.id for some in told for one in some))


def members(connection: Connection, numbers: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for development, block in rows_with(connection, schema.blocks, schema.blocks.c.block, numbers):
        found[block].append(development)
    return found


def kept_blocks(connection: Connection, developments: Mapping[int, Sequence[str]]) -> list[Kept]:
    """Blocks, whose developments are given by their numbers, with their stories and all they are met by."""
    meetings: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for key, block, first, last in rows_with(connection, schema.meetings, schema.meetings.c.block, developments):
        meetings[block][key] = first, last
    points: dict[int, dict[int, bool]] = defaultdict(dict)
    for point, block, waits in rows_with(connection, schema.points, schema.points.c.block, developments):
        points[block][point] = waits
    entries = rows_with(connection, schema.entries, schema.entries.c.block, developments)
    block_of = {entry: block for block, listed, entry in entries if listed == schema.stories.name}
    stories: dict[int, list[Story]] = defaultdict(list)
    for some in loaded(connection, schema.stories, "id", block_of, Story):
        for story in some:
            stories[block_of[story.id]].append(story)
    return [
        Kept(tuple(ids), meetings[number], points[number], tuple(stories[number]))
        for number, ids in developments.items()
    ]


def meeting_blocks(connection: Connection, asked: Mapping[int, tuple[int, int]]) -> set[int]:
    """Blocks that can be met under one of the keys between its first and last day."""
    return {
        block
        for key, block, first, last in rows_with(connection, schema.meetings, schema.meetings.c.key, asked)
        if first <= asked[key][1] and asked[key][0] <= last
    }


def blocks_at(connection: Connection, asked: Mapping[int, bool]) -> set[int]:
    """Blocks at one of the points; two that both wait do not meet."""
    found = rows_with(connection, schema.points, schema.points.c.point, asked)
    return {block for point, block, waiting in found if not (waiting and asked[point])}


def blocks_turned(connection: Connection, after: date | None, until: date | None) -> set[int]:
    """Blocks that tell something else from a day after the one and not after the other, though nobody says anything.

    Without the first day from whatever day; without the second no news was heard, and nothing turns.
    """
    if until is None:
        return set()
    points = schema.points.c
    within = (points.point > (after or date.min).toordinal()) & (points.point <= until.toordinal())
    return set(connection.execute(select(points.block).where(within).distinct()).scalars())


def blocks_with(connection: Connection, entries: Iterable[str]) -> dict[str, int]:
    return {entry: block for block, _, entry in rows_with(connection, schema.entries, schema.entries.c.entry, entries)}


def blocks_held(connection: Connection) -> set[int]:
    return set(connection.execute(select(schema.entries.c.block).distinct()).scalars())


def entries_of(connection: Connection, numbers: Iterable[int]) -> dict[str, list[str]]:
    """Ids of what blocks tell, by their tables."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, listed, entry in rows_with(connection, schema.entries, schema.entries.c.block, numbers):
        found[listed].append(entry)
    return found


def entries_before(connection: Connection, numbers: Collection[int]) -> dict[str, tuple[int, Facility | Deal]]:
    """The plants and deals of blocks, each with what it was told by where that is known."""
    ids, column = entries_of(connection, numbers), schema.told_by.c.entry
    named = [*ids[schema.facilities.name], *ids[schema.deals.name]]
    told: dict[str, int] = {row.entry: row.tellings for row in rows_with(connection, schema.told_by, column, named)}
    plants = loaded(connection, schema.facilities, "id", told, Facility)
    deals = loaded(connection, schema.deals, "id", told, Deal)
    things: list[Facility | Deal] = [*chain.from_iterable(plants), *chain.from_iterable(deals)]
    return {one.id: (told[one.id], one) for one in things}


def drop_blocks(connection: Connection, numbers: Collection[int]) -> set[str]:
    """Takes blocks away with all they tell; says which companies they told of."""
    gone = entries_of(connection, numbers)
    for table in _ENTRIES:
        delete_rows(connection, table, table.c.id, gone[table.name])
        for some in some_of(gone[table.name]):
            tags = schema.tags.c
            these = among(connection, tags.entry, some)
            connection.execute(schema.tags.delete().where(tags.listed == table.name, these))
    told = (id for ids in members(connection, numbers).values() for id in ids)
    delete_rows(connection, schema.told_in, schema.told_in.c.development, told)
    delete_rows(
        connection, schema.told_by, schema.told_by.c.entry, [*gone[schema.facilities.name], *gone[schema.deals.name]]
    )
    drop_words(connection, "story_words", gone[schema.stories.name])
    companies = {row.company for row in rows_with(connection, schema.names, schema.names.c.block, numbers)}
    for table in (schema.blocks, schema.meetings, schema.points, schema.entries, schema.names):
        delete_rows(connection, table, table.c.block, numbers)
    return companies


def insert_blocks(connection: Connection, blocks: Iterable[Block]) -> Iterator[Block]:
    """Keeps blocks as they come, and passes each on when it is kept; they can be met when all are."""
    with in_order(connection, schema.meetings) as keep_meetings, in_order(connection, schema.points) as keep_points:
        for some in batches(blocks, 500):
            keep_meetings([(key, one.number, *days) for one in some for key, days in one.meetings.items()])
            keep_points([(point, one.number, waits) for one in some for point, waits in one.points.items()])
            _insert_told(connection, some)
            yield from some


def _insert_told(connection: Connection, blocks: Sequence[Block]) -> None:
    """What blocks hold and tell, but for what they are met by."""
    insert_rows(connection, schema.blocks, [(id, one.number) for one in blocks for id in one.developments])
    insert_rows(connection, schema.told_by, [told for one in blocks for told in one.told.items()])
    names = [(one.number, *named, count) for one in blocks for named, count in one.names.items()]
    insert_rows(connection, schema.names, names)
    told_of = {story.id: story.companies for one in blocks for story in one.stories}
    for table in _ENTRIES:
        kept = [(one.number, entry) for one in blocks for entry in getattr(one, table.name)]
        insert_rows(connection, schema.entries, [(number, table.name, entry.id) for number, entry in kept])
        insert_things(connection, table, [entry for _, entry in kept], told_of=told_of)


def delete_rows(connection: Connection, table: Table, column: Any, values: Iterable[Any]) -> None:
    for some in some_of(values):
        connection.execute(table.delete().where(among(connection, column, some)))


def rows_with(connection: Connection, table: Table, column: Any, values: Iterable[Any]) -> Iterator[Any]:
    for some in some_of(values):
        yield from connection.execute(select(table).where(among(connection, column, some))).all()


def loaded(
    connection: Connection, table: Table, column: str, values: Iterable[str], kind: type[T]
) -> Iterator[list[T]]:
    """Values of those rows whose column holds one of these, some at a time."""
    for some in some_of(values):
        asked = select(table.c.body).where(among(connection, table.c[column], some)).order_by(table.c.id)
        yield [from_json(body, kind) for (body,) in connection.execute(asked).all()]


def some_of(values: Iterable[Any]) -> Iterator[list[Any]]:
    return batches(sorted(set(values)), _AT_ONCE)
