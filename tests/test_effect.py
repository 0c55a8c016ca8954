"""What a decision is said to change is what changes, and nothing else."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from cellwire import pipeline
from cellwire.db import Store, open_store
from cellwire.errors import CellwireError
from cellwire.model import Record, RecordChange, Verdict
from cellwire.pipeline import Said
from cellwire.record import changes_between

NOW = datetime(2022, 12, 18, tzinfo=UTC)
Seen = tuple[set[RecordChange], list[str], list[str]]


def test_an_effect_is_what_is_seen_in_the_record_afterwards(demo: Path, tmp_path: Path) -> None:
    """A decision about entries that were derived last once told of entries that have nothing to do with it."""
    with open_store(shutil.copy(demo / "cellwire.db", tmp_path / "own.db")) as store:
        sides = [side for question in pipeline.questions(store) for side in question.sides]
        decided = [seen for side in sides if (seen := decided_and_undone(store, side.command))]

    assert len(decided) >= 6
    for told, found in decided:
        assert told == found


def decided_and_undone(store: Store, command: tuple[str, ...]) -> tuple[Seen, Seen] | None:
    """What is said beforehand, and what differs afterwards; `None` for what contradicts what was said before."""
    said = [Said(Verdict(command[0]), command[1:], "ann", "the words shown")]
    try:
        told = pipeline.effect_of(store, said, now=NOW)
    except CellwireError:
        return None
    before = pipeline.record_as_of(store, None)
    (judgement,) = pipeline.judge(store, said, now=NOW)
    after = pipeline.record_as_of(store, None)
    pipeline.judge(store, [Said(Verdict.UNDO, (judgement.id,), "ann", "looked again")], now=NOW)
    was, there = names_of(before), names_of(after)
    gone = sorted(was[id] for id in was.keys() - there.keys())
    come = sorted(there[id] for id in there.keys() - was.keys())
    return (set(told.changes), list(told.gone), list(told.come)), (set(changes_between(before, after)), gone, come)


def names_of(record: Record) -> dict[str, str]:
    return {entry.id: entry.name for entry in (*record.facilities, *record.deals, *record.rumours)}
