"""What a fold looks at: new documents, and the blocks that they may change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.db import copies
from cellwire.folding.judged import Judged
from cellwire.folding.parts import Part, Unit, kept_unit, make_unit, meet
from cellwire.model import Development, Document, Known, Origin
from cellwire.record import Presence
from cellwire.stories import (
    COMMON,
    Sketch,
    Telling,
    are_joined,
    days_told,
    frequent_among,
    join_sketches,
    may_carry,
    met_by,
    neighbourhoods,
    sketch,
    tell,
)


class Looked:
    """What a fold has looked at so far: documents without their texts, tellings, and the blocks they are of."""

    def __init__(self, connection: Connection, known: Known, judged: Judged) -> None:
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
        read = kept.documents_by_id(self._connection, new)
        fresh = copies.keep_sketches(self._connection, ([sketch(document) for document in some] for some in read))
        near, frequent = ([], frequent_among(fresh)) if alone else self._near(fresh)
        every = {one.document.id: one for one in (*near, *fresh)}
        self._documents = {id: one.document for id, one in every.items()}
        origins = join_sketches(every.values(), frequent=frequent)
        self._origins = {document: origin for origin in origins for document in origin.documents}
        if alone:
            copies.keep_origins(self._connection, origins)
            return set(new)
        before = copies.origins_of(self._connection, every)
        changed = [origin for origin in origins if any(before.get(id) != origin for id in origin.documents)]
        copies.keep_origins(self._connection, changed)
        articles = {one.document.article for one in fresh if one.document.article}
        versions = {id for id, one in self._documents.items() if one.article in articles}
        return {id for origin in changed for id in origin.documents} | versions | set(new)

    def _near(self, fresh: Sequence[Sketch]) -> tuple[list[Sketch], set[int]]:
        """Kept sketches of what fresh texts carry or are versions of, with all of their origins; keys too frequent.

        A key that just became too frequent parts texts that only it had brought together: they are near as well.
        """
        counts = Counter(key for one in fresh for key in one.key_numbers)
        held = copies.key_counts(self._connection, counts)
        frequent = {key for key, count in held.items() if count > COMMON}
        found = self._carriers(fresh, held.keys() - frequent, frequent)
        parting = {key for key in frequent if held[key] - counts[key] <= COMMON}
        parted = {id for some in copies.sketched_under(self._connection, parting).values() for id, _ in some}
        origins = copies.origins_of(self._connection, parted)
        found |= {id for id, origin in origins.items() if len(origin.documents) > 1}
        ids = {one.document.id for one in fresh}
        articles = {one.document.article for one in fresh if one.document.article}
        found = (found | kept.documents_of_articles(self._connection, articles)) - ids
        found |= {id for origin in copies.origins_of(self._connection, found).values() for id in origin.documents}
        return copies.load_sketches(self._connection, found - ids, Sketch), frequent

    def _carriers(self, fresh: Sequence[Sketch], keys: Collection[int], frequent: Collection[int]) -> set[str]:
        """Documents that each carry the text of a fresh one, or its teaser, or what it is a teaser for."""
        holders = copies.sketched_under(self._connection, keys)
        near = {one.document.id: may_carry(one, holders) for one in fresh}
        others = set().union(*near.values()) - near.keys()
        kept_ones = {one.document.id: one for one in copies.load_sketches(self._connection, others, Sketch)}
        return {
            id
            for one in fresh
            for id in near[one.document.id] & others
            if are_joined(one, kept_ones[id], frequent=frequent)
        }

    def around(self, affected: Collection[str], *, alone: bool) -> list[Unit]:
        """Everything that the developments of these documents may be joined to or weighed against.

        Where they are told `alone`, those are one another.
        """
        fresh = self._tell(kept.developments_of(self._connection, affected))
        self._fresh = {telling.development.id for telling in fresh}
        if alone:
            return self.units(fresh)
        touched = kept.blocks_of(self._connection, self._fresh)
        held = self.take(touched)
        near = kept.meeting_blocks(self._connection, days_told(fresh)) - self._blocks.keys()
        held += self._take_met(fresh, near)
        ids = self._fresh | {id for number in touched for id in self._blocks[number]}
        units = self.units([*fresh, *(telling for telling in held if telling.development.id not in self._fresh)])
        asked: dict[int, bool] = {}
        for unit in units:
            if not ids.isdisjoint(unit.developments):
                for point, side in unit.points.items():
                    asked[point] = asked.get(point, True) and side is Presence.GUEST
        return units + self._as_kept(kept.blocks_at(self._connection, asked))

    def take(self, numbers: Iterable[int]) -> list[Telling]:
        """The tellings of blocks that were not looked at yet."""
        return self._tell(kept.developments_by_id(self._connection, self._ids(self._take(numbers))))

    def _take(self, numbers: Iterable[int]) -> dict[int, list[str]]:
        found = kept.members(self._connection, set(numbers) - self._blocks.keys())
        self._blocks |= found
        self._block_of |= {id: number for number, ids in found.items() for id in ids}
        return found

    def _as_kept(self, numbers: Iterable[int]) -> list[Unit]:
        """Blocks not looked at yet in which nothing fresh is told: what they hold belongs together still."""
        blocks = kept.kept_blocks(self._connection, self._take(numbers))
        ids = {story.developments[0] for block in blocks for story in block.stories}
        firsts = {one.id: one for some in kept.developments_by_id(self._connection, ids) for one in some}
        return [kept_unit(block, firsts) for block in blocks]

    def _take_met(self, fresh: Sequence[Telling], numbers: Collection[int]) -> list[Telling]:
        """The tellings of those blocks of which one is told of in a fresh telling, too; the others are left alone."""
        told = {telling.development.id: telling for telling in self.take(numbers)}
        of_block = {number: [told[id] for id in self._blocks[number]] for number in numbers}
        met = met_by(fresh, of_block, self._judged.compared)
        for number in set(numbers) - met:
            for id in self._blocks.pop(number):
                del self._block_of[id]
        return [telling for number in sorted(met) for telling in of_block[number]]

    def _ids(self, blocks: Mapping[int, Sequence[str]]) -> list[str]:
        return [id for ids in blocks.values() for id in ids]

    def units(self, tellings: list[Telling]) -> list[Unit]:
        """What belongs together of the tellings, which are taken from the list: a whole fold holds them but once."""
        groups = neighbourhoods(tellings, self._judged.compared)
        tellings.clear()
        groups.reverse()
        units = []
        while groups:
            units.append(make_unit(groups.pop(), self._origins, self._judged))
        return units

    def changed(self, units: Sequence[Unit]) -> list[Part]:
        """Units that belong together; those that make up a block as it was are left alone."""
        parts = []
        for together in meet(units):
            ids = [id for unit in together for id in unit.developments]
            replaces = frozenset(self._block_of[id] for id in ids if id in self._block_of)
            whole = len(replaces) == 1 and len(self._blocks[min(replaces)]) == len(ids)
            if not whole or not self._fresh.isdisjoint(ids):
                parts.append(Part(tuple(together), replaces))
        return parts

    def _tell(self, developments: Iterable[Sequence[Development]]) -> list[Telling]:
        told: list[Telling] = []
        for some in developments:
            documents = {one.document for one in some}
            for light in kept.documents_by_id(self._connection, documents - self._documents.keys()):
                self._documents |= {one.id: replace(one, text="", blocks=()) for one in light}
            self._origins |= copies.origins_of(self._connection, documents - self._origins.keys())
            origins = {self._origins[id].id: self._origins[id] for id in documents}
            told += tell(some, [self._documents[id] for id in documents], origins.values(), known=self._known)
        return told
