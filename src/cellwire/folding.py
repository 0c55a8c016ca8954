"""Stories and record brought up to date: a new document touches its neighbourhood, and nothing else is read or written.

The result is the same however the documents came, one by one or all at once, in whatever order: neighbourhoods are
made of what tellings share, and each is consolidated from itself alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.model import Development, Document, Judgement, Kind, Known, Origin, Record, Story, Verdict
from cellwire.record import (
    Presence,
    Rulings,
    Seen,
    build_company,
    build_record,
    find_rulings,
    link_stories,
    meeting_points,
    standing,
    with_companies_joined,
)
from cellwire.stories import (
    COMMON,
    Gathered,
    Joined,
    Sketch,
    Telling,
    enough_of,
    frequent_among,
    gather_near,
    join_sketches,
    meetings,
    met_by,
    neighbourhoods,
    number_stories,
    rarest,
    sketch,
    tell,
)

AT_ONCE = 4000  # developments whose texts are in memory together


@dataclass(frozen=True, slots=True)
class _Unit:
    """Developments that gathering looks at together, with their stories and the points where the record meets them."""

    developments: tuple[str, ...]
    meetings: Mapping[str, tuple[int, int]]
    points: Mapping[str, Presence]
    stories: tuple[Gathered, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What becomes one block, in place of older ones."""

    units: tuple[_Unit, ...]
    replaces: frozenset[int]

    @property
    def developments(self) -> tuple[str, ...]:
        return tuple(id for unit in self.units for id in unit.developments)


def fold(connection: Connection, judgements: Sequence[Judgement], known: Known) -> None:
    """Takes in what was read since the last fold; what it touches is gathered and consolidated anew."""
    touched = _judged_since(judgements, kept.judged_before(connection))
    new = kept.begin_fold(connection, judged=len(judgements), anew=touched is None)
    judged = _judged(connection, standing(judgements), known)
    looked = _Looked(connection, known, judged)
    spoken_of = {one.id for one in kept.documents_of_captures(connection, touched or ())}
    units = looked.around(looked.find_copies(new, alone=touched is None) | spoken_of)
    companies = _replace(connection, looked.changed(units), judged)
    for captures, things in judged.joins():
        apart = {*kept.blocks_with(connection, things).values(), *kept.blocks_of_captures(connection, captures)}
        if len(apart) > 1:
            alone = _Looked(connection, known, judged)
            together = _Part(tuple(alone.units(alone.take(apart))), frozenset(apart))
            companies |= _replace(connection, [together], judged)
    kept.renew_companies(connection, companies, lambda *told: build_company(*told, known=known))
    kept.end_fold(connection)


def _judged_since(judgements: Sequence[Judgement], before: int | None) -> set[str] | None:
    """Captures that are spoken of by what holds now and did not, or did and no longer does.

    `None` where that may be anything: no fold was made, or companies were judged, which are named everywhere.
    """
    if before is None or before > len(judgements):
        return None
    held, holds = standing(judgements[:before]), standing(judgements)
    changed = [one for one in (*held, *holds) if (one in held) != (one in holds)]
    if any(not _captures(one) for one in changed):
        return None
    return {capture for one in changed for capture in _captures(one)}


@dataclass(frozen=True, slots=True)
class _Judged:
    """The judgements that stand, with the developments that their words are found in."""

    said: Sequence[Judgement]
    rulings: Rulings
    rejected: frozenset[str]
    known: Known

    def joins(self) -> list[tuple[set[str], set[str]]]:
        """Captures and ids of what somebody said to be one."""
        same = [one for one in self.said if one.verdict is Verdict.SAME]
        return [(_captures(one), {one.subject, one.other or one.subject}) for one in same]

    def of(self, captures: Collection[str]) -> list[Judgement]:
        """Those that speak of one of the captures, and those that name none."""
        return [one for one in self.said if not (named := _captures(one)) or not named.isdisjoint(captures)]

    def counted(self, developments: Iterable[Development]) -> list[Development]:
        """Those that nobody rejects, with the companies that are one under one id."""
        kept_ones = [one for one in developments if one.id not in self.rejected]
        return list(with_companies_joined(kept_ones, self.rulings, self.known))


def _judged(connection: Connection, said: Sequence[Judgement], known: Known) -> _Judged:
    documents = kept.documents_of_captures(connection, {capture for one in said for capture in _captures(one)})
    developments = [one for some in kept.developments_of(connection, (one.id for one in documents)) for one in some]
    rulings = find_rulings(said, developments, documents)
    return _Judged(said, rulings, frozenset(rulings.rejected), known)


def _captures(judgement: Judgement) -> set[str]:
    return {anchor.capture for anchor in (*judgement.anchors, *judgement.other_anchors)}


class _Looked:
    """What a fold has looked at so far: documents without their texts, tellings, and the blocks they are of."""

    def __init__(self, connection: Connection, known: Known, judged: _Judged) -> None:
        self._judged = judged
        self._connection = connection
        self._known = known
        self._documents: dict[str, Document] = {}
        self._origins: dict[str, Origin] = {}
        self._block_of: dict[str, int] = {}
        self._blocks: dict[int, list[str]] = {}
        self._fresh: set[str] = set()

    def find_copies(self, new: Collection[str], *, alone: bool) -> set[str]:
        """Documents to look at: the new ones, those whose text's carriers change by them, other versions of them.

        New ones that are `alone` are all there are, and nothing has to be looked for beside them.
        """
        fresh: list[Sketch] = []
        for documents in kept.documents_by_id(self._connection, new):
            some = [sketch(document) for document in documents]
            kept.keep_sketches(self._connection, some)
            fresh += some
        near, frequent = ([], frequent_among(fresh)) if alone else self._near(fresh)
        every = {one.document.id: one for one in (*near, *fresh)}
        self._documents = {id: one.document for id, one in every.items()}
        before = kept.origins_of(self._connection, every)
        origins = join_sketches(every.values(), frequent=frequent)
        self._origins = {document: origin for origin in origins for document in origin.documents}
        changed = [origin for origin in origins if any(before.get(id) != origin for id in origin.documents)]
        kept.keep_origins(self._connection, changed)
        articles = {one.document.article for one in fresh if one.document.article}
        versions = {id for id, one in self._documents.items() if one.article in articles}
        return {id for origin in changed for id in origin.documents} | versions | set(new)

    def _near(self, fresh: Sequence[Sketch]) -> tuple[list[Sketch], set[int]]:
        """Kept sketches that share keys or an article with fresh ones, with all of their origins; keys too frequent.

        A key that just became too frequent parted texts that only it had brought together: they are near as well.
        """
        counts = Counter(key for one in fresh for key in one.key_numbers)
        held = kept.key_counts(self._connection, counts)
        frequent = {key for key, count in held.items() if count > COMMON}
        usable = held.keys() - frequent
        looked = {key for key in frequent if held[key] - counts[key] <= COMMON}
        for one in fresh:
            looked.update(rarest(one.key_numbers & usable, held, enough_of(one.key_numbers)))
        ids = {one.document.id for one in fresh}
        found = kept.sketched_under(self._connection, looked) | kept.sketched_under(self._connection, usable, few=True)
        articles = {one.document.article for one in fresh if one.document.article}
        found = (found | kept.documents_of_articles(self._connection, articles)) - ids
        found |= {id for origin in kept.origins_of(self._connection, found).values() for id in origin.documents}
        return kept.load_sketches(self._connection, found - ids, Sketch), frequent

    def around(self, affected: Collection[str]) -> list[_Unit]:
        """Everything that the developments of these documents may be joined to or weighed against."""
        fresh = self._tell(kept.developments_of(self._connection, affected))
        self._fresh = {telling.development.id for telling in fresh}
        touched = kept.blocks_of(self._connection, self._fresh)
        held = self.take(touched)
        near = kept.meeting_blocks(self._connection, meetings(fresh)) - self._blocks.keys()
        held += self._take_met(fresh, near)
        ids = self._fresh | {id for number in touched for id in self._blocks[number]}
        units = self.units([*fresh, *(telling for telling in held if telling.development.id not in self._fresh)])
        asked: dict[str, bool] = {}
        for unit in units:
            if not ids.isdisjoint(unit.developments):
                for point, side in unit.points.items():
                    asked[point] = asked.get(point, True) and side is Presence.GUEST
        return units + self.units(self.take(kept.blocks_at(self._connection, asked)))

    def take(self, numbers: Iterable[int]) -> list[Telling]:
        """The tellings of blocks that were not looked at yet."""
        found = kept.members(self._connection, set(numbers) - self._blocks.keys())
        self._blocks |= found
        self._block_of |= {id: number for number, ids in found.items() for id in ids}
        return self._tell(kept.developments_by_id(self._connection, self._ids(found)))

    def _take_met(self, fresh: Sequence[Telling], numbers: Collection[int]) -> list[Telling]:
        """The tellings of those blocks of which one is told of in a fresh telling, too; the others are left alone."""
        told = {telling.development.id: telling for telling in self.take(numbers)}
        of_block = {number: [told[id] for id in self._blocks[number]] for number in numbers}
        met = met_by(fresh, of_block, self._known)
        for number in set(numbers) - met:
            for id in self._blocks.pop(number):
                del self._block_of[id]
        return [telling for number in sorted(met) for telling in of_block[number]]

    def _ids(self, blocks: Mapping[int, Sequence[str]]) -> list[str]:
        return [id for ids in blocks.values() for id in ids]

    def units(self, tellings: Sequence[Telling]) -> list[_Unit]:
        return [self._unit(group) for group in neighbourhoods(tellings, self._known)]

    def changed(self, units: Sequence[_Unit]) -> list[_Part]:
        """Units that belong together; those that make up a block as it was are left alone."""
        parts = []
        for together in _meet(units):
            ids = [id for unit in together for id in unit.developments]
            replaces = frozenset(self._block_of[id] for id in ids if id in self._block_of)
            whole = len(replaces) == 1 and len(self._blocks[min(replaces)]) == len(ids)
            if not whole or not self._fresh.isdisjoint(ids):
                parts.append(_Part(tuple(together), replaces))
        return parts

    def _tell(self, developments: Iterable[Sequence[Development]]) -> list[Telling]:
        told: list[Telling] = []
        for some in developments:
            documents = {one.document for one in some}
            for light in kept.documents_by_id(self._connection, documents - self._documents.keys()):
                self._documents |= {one.id: replace(one, text="", blocks=()) for one in light}
            self._origins |= kept.origins_of(self._connection, documents - self._origins.keys())
            origins = {self._origins[id].id: self._origins[id] for id in documents}
            told += tell(some, [self._documents[id] for id in documents], origins.values(), known=self._known)
        return told

    def _unit(self, group: Sequence[Telling]) -> _Unit:
        stories, alone = gather_near(group, self._origins, self._known)
        counted = {one.id: one for one in self._judged.counted(telling.development for telling in group)}
        seen = {
            id: Seen(counted[id], telling.told, telling.origin)
            for telling in group
            if (id := telling.development.id) in counted
        }
        points: dict[str, Presence] = {f"story {one.key}": Presence.HOST for one in stories}
        for ids in (*(one.story.developments for one in stories), *((telling.development.id,) for telling in alone)):
            for point, side in meeting_points([seen[id] for id in ids if id in seen], self._known).items():
                points[point] = side if points.get(point) is not Presence.HOST else Presence.HOST
        return _Unit(tuple(telling.development.id for telling in group), meetings(group), points, tuple(stories))


def _meet(units: Sequence[_Unit]) -> list[list[_Unit]]:
    """Units that share a point at which at least one of them is at home."""
    joined: Joined[int] = Joined()
    hosts: dict[str, int] = {}
    guests: dict[str, list[int]] = defaultdict(list)
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


def _replace(connection: Connection, parts: Sequence[_Part], judged: _Judged) -> set[str]:
    """Builds the parts in place of the blocks they replace; says which companies are told of otherwise."""
    companies = kept.drop_blocks(connection, {number for part in parts for number in part.replaces})
    first = kept.next_number(connection)
    for block in kept.insert_blocks(connection, _build(connection, parts, judged, first)):
        companies |= {company for company, _ in block.names}
    return companies


def _build(connection: Connection, parts: Sequence[_Part], judged: _Judged, first: int) -> Iterator[kept.Block]:
    number = first
    for some in _batches(parts):
        ids = {id for part in some for id in part.developments}
        developments = {one.id: one for batch in kept.developments_by_id(connection, ids) for one in batch}
        versions = kept.versions_of(connection, {one.document for one in developments.values()})
        origins = kept.origins_of(connection, {one.id for same in versions.values() for one in same})
        for part in some:
            told = [developments[id] for id in part.developments]
            documents = {one.id: one for each in told for one in versions[each.document]}
            record = _record(part, told, list(documents.values()), origins, judged)
            yield _block(number, part, judged.counted(told), record)
            number += 1


def _record(
    part: _Part,
    told: Sequence[Development],
    documents: Sequence[Document],
    origins: Mapping[str, Origin],
    judged: _Judged,
) -> tuple[list[Story], Record]:
    said = judged.of({one.capture for one in documents})
    stories = number_stories([one for unit in part.units for one in unit.stories])
    elsewhere = [_without_news(origins[one.id]) for one in documents]
    record = build_record([*stories, *elsewhere], told, documents=documents, judgements=said, known=judged.known)
    return link_stories(stories, record), record


def _without_news(origin: Origin) -> Story:
    """Says of texts that they are copies, where the stories that say so are other blocks'."""
    return Story("", Kind.MARKET, "reported", "", date.min, date.min, (), (origin,), ())


def _batches(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    batch, size = list[_Part](), 0
    for part in parts:
        batch.append(part)
        size += len(part.developments)
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _block(
    number: int,
    part: _Part,
    counted: Iterable[Development],
    built: tuple[list[Story], Record],
) -> kept.Block:
    stories, record = built
    return kept.Block(
        number=number,
        developments=part.developments,
        meetings=_spanned(unit.meetings for unit in part.units),
        points=_waiting(part.units),
        names=Counter((party.id, party.name) for one in counted for party in one.parties),
        stories=tuple(stories),
        facilities=record.facilities,
        deals=record.deals,
        rumours=record.rumours,
    )


def _spanned(told: Iterable[Mapping[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    spanned: dict[str, tuple[int, int]] = {}
    for one in told:
        for key, (first, last) in one.items():
            low, high = spanned.get(key, (first, last))
            spanned[key] = min(low, first), max(high, last)
    return spanned


def _waiting(units: Iterable[_Unit]) -> dict[str, bool]:
    waiting: dict[str, bool] = {}
    for unit in units:
        for point, side in unit.points.items():
            waiting[point] = waiting.get(point, True) and side is Presence.GUEST
    return waiting
