"""What people say of the record, what it would change, and what the record leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cellwire.db import (
    Run,
    Store,
    add_judgements,
    find_developments,
    find_documents,
    find_entries,
    load_judgements,
    load_open,
    rehearse,
)
from cellwire.folding import fold
from cellwire.model import (
    Company,
    Deal,
    Facility,
    Judgement,
    Question,
    Record,
    RecordChange,
    Rumour,
    Story,
    citations_of,
    taken_back,
)
from cellwire.pipeline.deriving import derive, known_names
from cellwire.pipeline.report import Report, silent
from cellwire.record import Judgeable, Said, changes_between, check_judgements, open_questions, propose, standing


@dataclass(frozen=True, slots=True)
class Effect:
    """What judgements do to the record: values that become others, entries that are gone, and new ones."""

    changes: tuple[RecordChange, ...]
    gone: tuple[str, ...] = ()  # names
    come: tuple[str, ...] = ()


def judge(store: Store, said: Sequence[Said], *, now: datetime) -> list[Judgement]:
    """What somebody says of the record, kept and taken into it, all or nothing.

    What cannot hold beside what was said before is refused. Said again after a run that was cut off, it is not said
    twice.
    """
    judgements = _proposed(store, said, now)
    kept = load_judgements(store)
    held = [*standing(kept), *taken_back(kept).values()]
    already = {one: before for one in judgements for before in held if before.says_as(one)}
    add_judgements(store, [one for one in judgements if one not in already], check=check_judgements)
    derive(store, Report(), Run("judge", now, {}), silent)
    return [already.get(one, one) for one in judgements]


def effect_of(store: Store, said: Sequence[Said], *, now: datetime) -> Effect:
    """What it would change, were it said now. Refuses what `judge` would refuse; nothing is kept."""
    judgements = [*load_judgements(store), *_proposed(store, said, now)]
    check_judgements(judgements)
    before, after = rehearse(store, lambda connection: fold(connection, judgements, known_names()))
    was, now_there = _names(before), _names(after)
    return Effect(
        changes_between(before, after),
        tuple(sorted(was[id] for id in was.keys() - now_there.keys())),
        tuple(sorted(now_there[id] for id in now_there.keys() - was.keys())),
    )


def _names(record: Record) -> dict[str, str]:
    entries: list[Facility | Deal | Rumour] = [*record.facilities, *record.deals, *record.rumours]
    return {entry.id: entry.name for entry in entries}


def questions(store: Store, record: Record | None = None) -> tuple[Question, ...]:
    """What the record leaves open, heaviest first; whoever has the store's record at hand gives it."""
    return open_questions(record or load_open(store), standing(load_judgements(store)))


def _proposed(store: Store, said: Sequence[Said], now: datetime) -> list[Judgement]:
    known = _judgeable(store, {word for one in said for word in one.words})
    return [propose(one, known, moment=now) for one in said]


def _judgeable(store: Store, words: set[str]) -> Judgeable:
    """Those of the words that are ids, with all that tells of them."""
    entries = find_entries(store, words)
    stories = [entry for entry in entries if isinstance(entry, Story)]
    told = {id for story in stories for id in story.developments}
    told |= {citation.development for entry in entries for citation in citations_of(entry)}
    developments = find_developments(store, words | told)
    return Judgeable(
        record=Record(
            as_of=None,
            facilities=tuple(entry for entry in entries if isinstance(entry, Facility)),
            deals=tuple(entry for entry in entries if isinstance(entry, Deal)),
            rumours=tuple(entry for entry in entries if isinstance(entry, Rumour)),
            companies=tuple(entry for entry in entries if isinstance(entry, Company)),
        ),
        stories=stories,
        developments=list(developments.values()),
        documents=list(find_documents(store, {one.document for one in developments.values()}).values()),
        judgements=load_judgements(store),
    )
