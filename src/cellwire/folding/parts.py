"""What belongs together and becomes one block, and how its stories and entries are built."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.db import copies, moments
from cellwire.folding.judged import Judged
from cellwire.model import Development, Document, Kind, Origin, Record, Story, numbered
from cellwire.record import NOTHING_BEFORE, Before, Presence, Seen, build_entries, link_stories, meeting_points
from cellwire.stories import Gathered, Joined, Telling, gather_near, gathered_before, meetings, number_stories

Group = TypeVar("Group")
AT_ONCE = 4000  # developments whose texts are in memory together


@dataclass(frozen=True, slots=True)
class Unit:
    """Developments that gathering looks at together, with their stories and the points where the record meets them."""

    developments: tuple[str, ...]
    meetings: Mapping[int, tuple[int, int]]
    points: Mapping[int, Presence]
    stories: tuple[Gathered, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes one block, in place of older ones."""

    units: tuple[Unit, ...]
    replaces: frozenset[int]

    @property
    def developments(self) -> tuple[str, ...]:
        return tuple(id for unit in self.units for id in unit.developments)


def make_unit(group: Sequence[Telling], origins: Mapping[str, Origin], judged: Judged) -> Unit:
    stories, alone = gather_near(group, origins, judged.compared)
    counted = {one.id: one for one in judged.counted(telling.development for telling in group)}
    seen = {
        id: Seen(counted[id], telling.told, telling.origin)
        for telling in group
        if (id := telling.development.id) in counted
    }
    points: dict[int, Presence] = {numbered(f"story {one.key}"): Presence.HOST for one in stories}
    for ids in (*(one.story.developments for one in stories), *((telling.development.id,) for telling in alone)):
        for point, side in meeting_points([seen[id] for id in ids if id in seen], judged.known).items():
            if points.get(number := numbered(point)) is not Presence.HOST:
                points[number] = side
    return Unit(tuple(telling.development.id for telling in group), meetings(group), points, tuple(stories))


def kept_unit(block: kept.Kept, firsts: Mapping[str, Development]) -> Unit:
    """A block that nothing new is told in, as one unit; `firsts` are its stories' earliest developments, by id."""
    points = {
        point: Presence.GUEST if waits else Presence.HOST
        for point, waits in block.points.items()
        if point > date.max.toordinal()  # when it turns is told anew by what the block becomes
    }
    stories = tuple(gathered_before(story, firsts[story.developments[0]]) for story in block.stories)
    return Unit(block.developments, block.meetings, points, stories)


@dataclass(frozen=True, slots=True)
class Consolidated:
    """What a block tells, and the days from which on it would tell something else though nobody says anything."""

    stories: list[Story]
    record: Record
    turns: frozenset[date]
    told: Mapping[str, int]  # of entries, by what tellings they were told


def meet(units: Sequence[Unit]) -> list[list[Unit]]:
    """Units that share a point at which at least one of them is at home."""
    joined: Joined[int] = Joined()
    hosts: dict[int, int] = {}
    guests: dict[int, list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        joined.add(place)
        for point, side in unit.points.items():
            if side is Presence.HOST:
                joined.join(hosts.setdefault(point, place), place)
            else:
                guests[point].append(place)
    for point, waiting in guests.items():
        for place in waiting if point in hosts else ():
            joined.join(hosts[point], place)
    return [[units[place] for place in group] for group in joined.groups()]


def build_blocks(
    connection: Connection, parts: Sequence[Part], judged: Judged, *, first: int, before: Before
) -> Iterator[kept.Block]:
    """Blocks, numbered from `first` on; `before` are the entries of those that they replace."""
    number, heard = first, moments.last_told(connection)
    for some in batches(parts, lambda part: len(part.developments)):
        ids = {id for part in some for id in part.developments}
        developments = {one.id: one for batch in kept.developments_by_id(connection, ids) for one in batch}
        versions = kept.versions_of(connection, {one.document for one in developments.values()})
        origins = copies.origins_of(connection, {one.id for same in versions.values() for one in same})
        for part in some:
            told = [developments[id] for id in part.developments]
            documents = {one.id: one for each in told for one in versions[each.document]}
            gathered = [one for unit in part.units for one in unit.stories]
            texts = list(documents.values()), origins
            built = consolidate(gathered, told, texts, judged, heard=heard, before=before)
            yield _block(number, part, judged.counted(told), built)
            number += 1


def consolidate(
    gathered: Iterable[Gathered],
    told: Sequence[Development],
    texts: tuple[Sequence[Document], Mapping[str, Origin]],
    judged: Judged,
    *,
    heard: date | None,
    before: Before = NOTHING_BEFORE,
) -> Consolidated:
    """Stories and entries of developments that nothing else is weighed against; `texts` are theirs, with origins."""
    documents, origins = texts
    said = judged.of({one.capture for one in documents})
    stories = number_stories(gathered)
    every = [*stories, *(_without_news(origins[one.id]) for one in documents)]
    built = build_entries(
        every,
        told,
        documents=documents,
        judgements=said,
        known=judged.known,
        heard=heard,
        before=before,
    )
    return Consolidated(link_stories(stories, built.record), built.record, built.turns, built.told)


def _without_news(origin: Origin) -> Story:
    """Says of texts that they are copies, where the stories that say so are other blocks'."""
    return Story("", Kind.MARKET, "reported", "", date.min, date.min, (), (origin,), ())


def batches(groups: Iterable[Group], size_of: Callable[[Group], int]) -> Iterator[list[Group]]:
    """Groups of developments, some together: as many as are in memory at once."""
    batch, size = list[Group](), 0
    for group in groups:
        batch.append(group)
        size += size_of(group)
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _block(
    number: int,
    part: Part,
    counted: Iterable[Development],
    built: Consolidated,
) -> kept.Block:
    record = built.record
    return kept.Block(
        number=number,
        developments=part.developments,
        meetings=_spanned(unit.meetings for unit in part.units),
        points=waiting(part.units) | dict.fromkeys((day.toordinal() for day in built.turns), True),
        names=Counter((party.id, party.name) for one in counted for party in one.parties),
        stories=tuple(built.stories),
        facilities=record.facilities,
        deals=record.deals,
        rumours=record.rumours,
        told=built.told,
    )


def _spanned(told: Iterable[Mapping[int, tuple[int, int]]]) -> dict[int, tuple[int, int]]:
    spanned: dict[int, tuple[int, int]] = {}
    for one in told:
        for key, (first, last) in one.items():
            low, high = spanned.get(key, (first, last))
            spanned[key] = min(low, first), max(high, last)
    return spanned


def waiting(units: Iterable[Unit]) -> dict[int, bool]:
    """Every point of some units, and whether all of them only wait there."""
    found: dict[int, bool] = {}
    for unit in units:
        for point, side in unit.points.items():
            found[point] = found.get(point, True) and side is Presence.GUEST
    return found
