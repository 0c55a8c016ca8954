"""Stories and record as they stood at a moment, worked out from those blocks alone that tell something else today.

What nobody told, judged or left unsaid for long since then stands in the store as it stood.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.db import copies, moments
from cellwire.folding.judged import find_judged, judged_otherwise
from cellwire.folding.parts import Consolidated, batches, consolidate, make_unit, waiting
from cellwire.model import (
    Company,
    Deal,
    Development,
    Document,
    Facility,
    Judgement,
    Known,
    Origin,
    Record,
    Rumour,
    Story,
)
from cellwire.record import last_words, list_companies, name_of, standing
from cellwire.stories import COMMON, Joined, Sketch, Telling, gather_near, join_sketches, neighbourhoods, tell

T = TypeVar("T")
Stands = Callable[[Connection, type[Any]], Iterable[Any]]
BLOCKS_AT_ONCE = 200


class Past:
    """What blocks told at a moment."""

    def __init__(self, connection: Connection, moment: datetime, judgements: Sequence[Judgement], known: Known) -> None:
        self.moment, self.known = moment, known
        self.heard = moments.last_told(connection, moment)
        self.said = standing([one for one in judgements if one.moment <= moment])
        self._connection = connection
        self._judged = find_judged(connection, self.said, known)
        self._joined = self._judged_apart(judged_otherwise(self.said, standing(judgements)) or ())

    def with_joined(self, numbers: Collection[int]) -> set[int]:
        """With all that belonged together with one of them then."""
        return set(numbers).union(*(group for group in self._joined if not group.isdisjoint(numbers)))

    def of_blocks(self, numbers: Collection[int]) -> tuple[list[Story], Record, dict[str, Counter[str]]]:
        """Stories, plants, deals and rumours of these blocks, and the names that companies had there."""
        stories: list[Story] = []
        records: list[Record] = []
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for some in batches(self._told(numbers), len):
            texts = self._texts(one.document for told in some for one in told)
            for told in some:
                for party in (party for one in self._judged.counted(told) for party in one.parties):
                    names[party.id][party.name] += 1
                built = self._built(told, *texts)
                stories += built.stories
                records.append(built.record)
        return stories, _together(self.moment, records), names

    def _told(self, numbers: Collection[int]) -> Iterator[list[Development]]:
        """What had been told in blocks that belonged together then, whether they do today or not."""
        groups = self._groups(numbers)
        for start in range(0, len(groups), BLOCKS_AT_ONCE):
            some = groups[start : start + BLOCKS_AT_ONCE]
            told = moments.told_by(self._connection, {block for group in some for block in group}, self.moment)
            for group in some:
                if found := [one for block in group for one in told.get(block, ())]:
                    yield found

    def _judged_apart(self, captures: Collection[str]) -> list[set[int]]:
        """Blocks that belonged together then: somebody said so, or what brought them together counted still."""
        found = []
        for named, things in self._judged.joins():
            held = kept.blocks_with(self._connection, things).values()
            found.append({*held, *kept.blocks_of_captures(self._connection, named)})
        at: dict[int, dict[int, bool]] = defaultdict(dict)
        for block in sorted(kept.blocks_of_captures(self._connection, captures)):
            points: dict[int, bool] = {}
            for told in moments.told_by(self._connection, [block], self.moment).values():
                points |= self._points(told)
            found.append({block} | kept.blocks_at(self._connection, points))
            for point, waits in points.items():
                at[point][block] = waits
        return found + [set(blocks) for blocks in at.values() if not all(blocks.values())]

    def _points(self, told: Sequence[Development]) -> dict[int, bool]:
        """The points at which a block's stories met others then, and whether they waited there."""
        versions, origins = self._texts(one.document for one in told)
        _, tellings = self._tellings(told, versions, origins)
        groups = neighbourhoods(tellings, self._judged.compared)
        return waiting([make_unit(group, origins, self._judged) for group in groups])

    def _groups(self, numbers: Collection[int]) -> list[list[int]]:
        joined: Joined[int] = Joined()
        for number in sorted(numbers):
            joined.add(number)
        for group in self._joined:
            together = sorted(group & set(numbers))
            for other in together[1:]:
                joined.join(together[0], other)
        return joined.groups()

    def _texts(self, ids: Iterable[str]) -> tuple[dict[str, list[Document]], dict[str, Origin]]:
        """Each document with its versions, and the origins of all of them, as far as they had been captured."""
        versions = kept.versions_of(self._connection, set(ids))
        every = {one.id for same in versions.values() for one in same}
        early = moments.captured_by(self._connection, every, self.moment)
        found = {id: [one for one in same if one.id in early] for id, same in versions.items()}
        return found, self._origins(early)

    def _origins(self, documents: Collection[str]) -> dict[str, Origin]:
        """Texts that only a later one brings together are two."""
        origins = copies.origins_of(self._connection, documents)
        carriers = {id for origin in origins.values() for id in origin.documents}
        early = moments.captured_by(self._connection, carriers, self.moment)
        changed = {
            id for origin in origins.values() if not early.issuperset(origin.documents) for id in origin.documents
        }
        sketches = copies.load_sketches(self._connection, changed & early, Sketch)
        counts = copies.key_counts(
            self._connection, {key for one in sketches for key in one.key_numbers}, most=COMMON + 1
        )
        frequent = {key for key, count in counts.items() if count > COMMON}
        again = {id: one for one in join_sketches(sketches, frequent=frequent) for id in one.documents}
        return origins | {id: again[id] for id in origins if id in again}

    def _built(
        self, told: Sequence[Development], versions: Mapping[str, list[Document]], origins: Mapping[str, Origin]
    ) -> Consolidated:
        documents, tellings = self._tellings(told, versions, origins)
        compared = self._judged.compared
        groups = neighbourhoods(tellings, compared)
        gathered = [one for group in groups for one in gather_near(group, origins, compared)[0]]
        return consolidate(gathered, told, (documents, origins), self._judged, heard=self.heard)

    def _tellings(
        self, told: Sequence[Development], versions: Mapping[str, list[Document]], origins: Mapping[str, Origin]
    ) -> tuple[list[Document], list[Telling]]:
        documents = list({one.id: one for each in told for one in versions[each.document]}.values())
        own = {origins[one.id].id: origins[one.id] for one in documents}
        return documents, tell(told, documents, own.values(), known=self._judged.known)


class State:
    """Stories and record as they stood at a moment; what still stands is read for those kinds only that are asked for.

    `stands` has all entries of a kind as the store holds them now, where somebody has read them already.
    """

    def __init__(self, connection: Connection, past: Past, blocks: Collection[int], stands: Stands | None) -> None:
        self._connection = connection
        self._moment, self._known = past.moment, past.known
        self._blocks = blocks
        self._stands = stands
        stories, record, self._names = past.of_blocks(blocks)
        self._then: dict[type, Sequence[Any]] = {
            Story: stories,
            Facility: record.facilities,
            Deal: record.deals,
            Rumour: record.rumours,
        }
        self._found: dict[type, tuple[Any, ...]] = {}

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Plants, deals, rumours, companies or stories, in the order of their lists."""
        if kind not in self._found:
            self._found[kind] = self._companies() if kind is Company else self._with_rest(kind)
        return self._found[kind]

    def whole(self) -> tuple[list[Story], Record]:
        things = self.of(Facility), self.of(Deal), self.of(Rumour), self.of(Company)
        return list(self.of(Story)), Record(self._moment, *things)

    def changed(self) -> tuple[list[Story], set[str]]:
        """Stories of blocks that told something else then, and the ids of those that they tell now."""
        return list(self._then[Story]), moments.told_in(self._connection, Story, self._blocks)

    def _with_rest(self, kind: type[T]) -> tuple[T, ...]:
        gone = moments.told_in(self._connection, kind, self._blocks)
        if self._stands:
            stays = [one for one in self._stands(self._connection, kind) if one.id not in gone]
        else:
            stays = moments.entries_stand(self._connection, kind, gone)
        order = "first_report" if kind is Rumour else "first_told"
        return tuple(sorted([*stays, *self._then[kind]], key=attrgetter(order, "id")))

    def _companies(self) -> tuple[Company, ...]:
        written = {id: Counter(names) for id, names in self._names.items()}
        for company, name, times in moments.names_without(self._connection, self._blocks):
            written.setdefault(company, Counter())[name] += times
        names = {id: name_of(id, told, self._known) for id, told in written.items()}
        stories, plants, deals = self.of(Story), self.of(Facility), self.of(Deal)
        return list_companies(names, stories=stories, facilities=plants, deals=deals, known=self._known)


def state_at(
    connection: Connection,
    moment: datetime,
    judgements: Sequence[Judgement],
    known: Known,
    *,
    stands: Stands | None = None,
) -> State | None:
    """Stories and record as they would have been believed at a moment; `None` where only all texts can say."""
    past = Past(connection, moment, judgements, known)
    judged = judged_otherwise(past.said, standing(judgements))
    if judged is None:
        return None
    late = moments.captured_between(connection, moment, None)
    turned = kept.blocks_turned(connection, past.heard, kept.heard_before(connection))
    blocks = _blocks_touched(connection, late, judged) | turned
    return State(connection, past, past.with_joined(blocks), stands)


def states_between(
    connection: Connection, ends: tuple[datetime, datetime], judgements: Sequence[Judgement], known: Known
) -> tuple[Record, Record] | None:
    """Those plants, deals and rumours that can have been told otherwise at the later of two moments, at both.

    `None` where only all texts can say.
    """
    before, after = (Past(connection, moment, judgements, known) for moment in ends)
    holds = standing(judgements)
    judged = judged_otherwise(before.said, after.said)
    if judged is None or judged_otherwise(after.said, holds) is None:
        return None
    between = moments.captured_between(connection, before.moment, after.moment)
    blocks = _blocks_touched(connection, between, judged) | kept.blocks_turned(connection, before.heard, after.heard)
    newest = moments.last_captured(connection)
    if newest and newest > after.moment:
        blocks |= _silent(connection, before.heard, after.heard)
    blocks = after.with_joined(before.with_joined(blocks))
    return before.of_blocks(blocks)[1], after.of_blocks(blocks)[1]


def _blocks_touched(connection: Connection, documents: Collection[str], captures: Collection[str]) -> set[int]:
    """Blocks told of by these documents, by copies and versions of them, or by these captures."""
    return moments.blocks_told_by(connection, documents) | kept.blocks_of_captures(connection, captures)


def _silent(connection: Connection, after: date | None, until: date | None) -> set[int]:
    """Blocks whose plans may have been silent for long when they were told of less than today."""
    days = last_words(after or date.min, until) if until else []
    return {block for first, last in days for block in moments.blocks_told_between(connection, first, last)}


def _together(moment: datetime, records: Iterable[Record]) -> Record:
    facilities, deals, rumours = list[Facility](), list[Deal](), list[Rumour]()
    for record in records:
        facilities += record.facilities
        deals += record.deals
        rumours += record.rumours
    return Record(moment, tuple(facilities), tuple(deals), tuple(rumours))
