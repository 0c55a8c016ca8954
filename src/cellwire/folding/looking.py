"""What a fold looks at: new documents, and the blocks that they may change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.db import copies
from cellwire.folding.judged import Judged
from cellwire.folding.parts import Part, Unit, kept_unit, make_unit, meet, waiting
from cellwire.model import Development, Known, Origin
from cellwire.stories import (
    COMMON,
    Sketch,
    Telling,
    are_joined,
    days_told,
    join_sketches,
    may_carry,
    met_by,
    neighbourhoods,
    probes,
    sketch,
    tell,
)


class Looked:
    """What a fold has looked at so far: the origins of documents, and the blocks of what they tell."""

    def __init__(self, connection: Connection, known: Known, judged: Judged) -> None:
        self._judged = judged
        self._connection = connection
        self._known = known
        self._origins: dict[str, Origin] = {}
        self._block_of: dict[str, int] = {}
        self._blocks: dict[int, list[str]] = {}
        self._fresh: set[str] = set()

    def find_copies(self, new: Collection[str]) -> set[str]:
        """Documents to look at: the new ones, those whose text's carriers change by them, other versions of them."""
        read = kept.documents_by_id(self._connection, new)
        sketches = ([sketch(document) for document in some] for some in read)
        fresh = list(copies.keep_sketches(self._connection, sketches))
        versions = kept.other_versions(self._connection, new)
        near, frequent = self._near(fresh, chain.from_iterable(versions.values()))
        every = {one.document.id: one for one in (*near, *fresh)}
        origins = join_sketches(every.values(), frequent=frequent)
        self._origins = {document: origin for origin in origins for document in origin.documents}
        before = copies.origins_of(self._connection, every)
        changed = [origin for origin in origins if any(before.get(id) != origin for id in origin.documents)]
        copies.keep_origins(self._connection, changed)
        return {id for origin in changed for id in origin.documents}.union(new, *versions.values())

    def _near(self, fresh: Sequence[Sketch], versions: Iterable[str]) -> tuple[list[Sketch], set[int]]:
        """Kept sketches of what fresh texts carry and of their versions, with all of their origins; keys too frequent.

        A key that just became too frequent parts texts that only it had brought together: they are near as well.
        """
        counts = Counter(key for one in fresh for key in one.key_numbers)
        held = copies.key_counts(self._connection, counts, most=COMMON + 1 + max(counts.values(), default=0))
        frequent = {key for key, count in held.items() if count > COMMON}
        found = self._carriers(fresh, {key: count for key, count in held.items() if count <= COMMON}, frequent)
        parting = {key for key in frequent if held[key] - counts[key] <= COMMON}
        parted = {id for some in copies.sketched_under(self._connection, parting).values() for id in some}
        origins = copies.origins_of(self._connection, parted)
        found |= {id for id, origin in origins.items() if len(origin.documents) > 1}
        ids = {one.document.id for one in fresh}
        found = found.union(versions) - ids
        found |= {id for origin in copies.origins_of(self._connection, found).values() for id in origin.documents}
        return copies.load_sketches(self._connection, found - ids, Sketch), frequent

    def _carriers(self, fresh: Sequence[Sketch], held: Mapping[int, int], frequent: Collection[int]) -> set[str]:
        """Documents that each carry the text of a fresh one, or its teaser, or what it is a teaser for.

        `held` says how many texts have each key that is not `frequent`.
        """
        probed = {one.document.id: probes(one, held) for one in fresh}
        holders = copies.sketched_under(self._connection, {key for keys in probed.values() for key in keys})
        short = copies.sketched_under(self._connection, held, few=True)
        near = {
            one.document.id: may_carry(one, [holders[key] for key in probed[one.document.id]]).union(
                *(short[key] for key in one.key_numbers & short.keys())
            )
            for one in fresh
        }
        others = set().union(*near.values()) - near.keys()
        kept_ones = {one.document.id: one for one in copies.load_sketches(self._connection, others, Sketch)}
        return {
            id
            for one in fresh
            for id in near[one.document.id] & others
            if are_joined(one, kept_ones[id], frequent=frequent)
        }

    def around(self, affected: Collection[str]) -> list[Unit]:
        """Everything that the developments of these documents may be joined to or weighed against."""
        fresh = self._tell(kept.developments_of(self._connection, affected))
        self._fresh = {telling.development.id for telling in fresh}
        touched = kept.blocks_of(self._connection, self._fresh)
        held = self.take(touched)
        near = kept.meeting_blocks(self._connection, days_told(fresh)) - self._blocks.keys()
        held += self._take_met(fresh, near)
        ids = self._fresh | {id for number in touched for id in self._blocks[number]}
        units = self.units([*fresh, *(telling for telling in held if telling.development.id not in self._fresh)])
        asked = waiting(unit for unit in units if not ids.isdisjoint(unit.developments))
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

    def units(self, tellings: Iterable[Telling]) -> list[Unit]:
        """What belongs together of the tellings."""
        ordered = sorted(tellings, key=lambda telling: telling.order)
        groups = neighbourhoods(ordered, self._judged.compared)
        return [make_unit(group, self._origins, self._judged) for group in groups]

    def as_they_are(self, numbers: Collection[int]) -> list[Part]:
        """Those of the blocks that are still there, to be built anew from what they hold."""
        found = sorted(kept.members(self._connection, numbers))
        return [Part(tuple(self._as_kept([number])), frozenset((number,))) for number in found]

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
            imprints = kept.imprints(self._connection, {one.document for one in some})
            documents = {one.id for one in imprints}
            self._origins |= copies.origins_of(self._connection, documents - self._origins.keys())
            origins = {self._origins[id].id: self._origins[id] for id in documents}
            told += tell(some, imprints, origins.values(), known=self._known)
        return told
