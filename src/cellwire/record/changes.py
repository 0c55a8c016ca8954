"""What changed between two states of the record: the field, what it was, what it is, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from msgspec import structs

from cellwire.model import (
    Citation,
    Deal,
    Entry,
    Facility,
    Fact,
    Phase,
    Record,
    RecordChange,
    Rumour,
    Support,
    Value,
    first_teller,
    same_reading,
    size_of,
    standing_of,
)

Key = tuple[str, str]  # a phase's label and an attribute


def changes_between(before: Record, after: Record) -> tuple[RecordChange, ...]:
    """Latest first. What is new in the record is one change; its values stand in its entry.

    A value counts as changed where another one is chosen now, even if the earlier one is still told by somebody.
    """
    found = sorted(_changes(before, after), key=lambda change: (change.name, change.id, change.field))
    return tuple(sorted(found, key=lambda change: change.said, reverse=True))


def _changes(before: Record, after: Record) -> Iterator[RecordChange]:
    entries: list[Facility | Deal] = [*after.facilities, *after.deals]
    earlier: list[Facility | Deal] = [*before.facilities, *before.deals]
    known = _paired(earlier, entries)
    for entry in entries:
        if entry.id in known:
            yield from _of_entry(known[entry.id], entry)
        elif cited := _first_citation(entry):
            yield _change(entry, "status", None, _status(entry), cited)
    answered = {rumour.id: rumour for rumour in before.rumours}
    for rumour in after.rumours:
        yield from _of_rumour(answered.get(rumour.id), rumour)


def _paired(earlier: Iterable[Facility | Deal], entries: Iterable[Facility | Deal]) -> dict[str, Facility | Deal]:
    """Entries as they were, by the ids they have now: an older text that came late may have named one anew."""
    entries = list(entries)
    found = {entry.id: entry for entry in earlier}
    ids = {entry.id for entry in entries}
    gone = {story: entry for entry in found.values() if entry.id not in ids for story in entry.stories}
    for entry in entries:
        was = next((gone[story] for story in entry.stories if story in gone), None)
        if entry.id not in found and was and type(was) is type(entry):
            found[entry.id] = was
    return found


def _of_entry(was: Facility | Deal, now: Facility | Deal) -> Iterator[RecordChange]:
    if _status(was) != _status(now) and (step := _last_step(_steps(was), _steps(now))):
        yield _change(now, "status", _status(was), _status(now), step.citation)
    if isinstance(was, Facility) and isinstance(now, Facility):
        yield from _of_phases(was, now)
    earlier = _chosen(was)
    for key, fact in _chosen(now).items():
        old = earlier.get(key) or _under_another_scope(key, earlier, _chosen(now))
        if old is None or not same_reading(_scopeless(old.value), _scopeless(fact.value)):
            yield _of_value(now, key, old, fact)


def _of_phases(was: Facility, now: Facility) -> Iterator[RecordChange]:
    """A named part that was begun, stopped or added, where the plant's own status does not say the same."""
    plant = (_status(was), _status(now))
    before = {phase.label: phase for phase in was.phases}
    for phase in now.phases:
        old = before.get(phase.label)
        change = (standing_of(old) if old else None, standing_of(phase))
        if not phase.label or change[0] == change[1] or change == plant or len(now.phases) == 1:
            continue
        step = _last_step(_taken(old), _taken(phase))
        cited = step.citation if step else next((fact.supports[0].citations[0] for fact in phase.facts), None)
        if cited:
            yield _change(now, f"status ({phase.label})", change[0], change[1], cited)


def _under_another_scope(key: Key, earlier: Mapping[Key, Fact], now: Mapping[Key, Fact]) -> Fact | None:
    """A plant's capacity told first as the new plant's and later as its total, or the other way, is one capacity.

    Only where it stood alone before and nothing newer is told of it: a part beside a whole is no change.
    """
    label, attribute = key
    pair = {"capacity.new": "capacity.total", "capacity.total": "capacity.new"}.get(attribute)
    old = earlier.get((label, pair)) if pair else None
    if old is None or sum(name.startswith("capacity.") for _, name in earlier) > 1:
        return None
    still = now.get((label, pair or ""))
    told_since = still is not None and still.supports[0].citations != old.supports[0].citations
    return None if told_since else old


def _scopeless(value: Value) -> Value:
    return structs.replace(value, scope=None)


def _of_value(entry: Facility | Deal, key: Key, old: Fact | None, fact: Fact) -> RecordChange:
    label, attribute = key
    field = f"{attribute} ({label})" if label else attribute
    told = _teller(old, fact)
    if old is None:
        return replace(_change(entry, field, None, fact.value.text, told), new=fact.value)
    size = size_of(_scopeless(old.value), _scopeless(fact.value))
    change = _change(entry, field, old.value.text, fact.value.text, told, size=size)
    return replace(change, old=old.value, new=fact.value, old_citation=_newest(old.supports[0]))


def _teller(old: Fact | None, fact: Fact) -> Citation:
    """Who first told the value that is chosen now; where all of them had told it before, the newest of them."""
    known = {citation.document for support in (old.supports if old else ()) for citation in support.citations}
    chosen = sorted(fact.supports[0].citations, key=lambda each: (*first_teller(each),))
    fresh = [citation for citation in chosen if citation.document not in known]
    return fresh[0] if fresh else _newest(fact.supports[0])


def _chosen(entry: Facility | Deal) -> Mapping[Key, Fact]:
    phases = entry.phases if isinstance(entry, Facility) else ()
    of_phases = (((phase.label, fact.attribute), fact) for phase in phases for fact in phase.facts)
    return dict(chain(of_phases, ((("", fact.attribute), fact) for fact in entry.facts)))


def _last_step(was: Sequence[Entry], now: Sequence[Entry]) -> Entry | None:
    """The newest step that was not told before, else the newest of all: a status may follow from a judgement."""
    told = {(entry.what, entry.said) for entry in was}
    steps = sorted(now, key=lambda entry: entry.said)
    fresh = [entry for entry in steps if (entry.what, entry.said) not in told]
    return next(reversed(fresh or steps), None)


def _steps(entry: Facility | Deal) -> list[Entry]:
    if isinstance(entry, Facility):
        return [step for phase in entry.phases for step in _taken(phase)]
    return [step for step in entry.timeline if step.milestone]


def _taken(phase: Phase | None) -> list[Entry]:
    return [step for step in phase.timeline if step.milestone] if phase else []


def _first_citation(entry: Facility | Deal) -> Citation | None:
    steps = sorted(_steps(entry), key=lambda step: step.said)
    cited = (citation for party in entry.parties for citation in party.citations)
    return steps[0].citation if steps else next(cited, None)


def _newest(support: Support) -> Citation:
    return max(support.citations, key=lambda citation: (citation.said, citation.document))


def _of_rumour(was: Rumour | None, now: Rumour) -> Iterator[RecordChange]:
    if was and was.outcome == now.outcome:
        return
    told = now.answers[-1].citation if was and now.answers else now.carriers[0]
    before = was.outcome if was else None
    yield RecordChange("rumour", now.id, now.name, "outcome", before, now.outcome, "", told.said, told)


def _status(entry: Facility | Deal) -> str:
    return str(entry.rung) if isinstance(entry, Deal) else standing_of(entry)


def _change(
    entry: Facility | Deal, field: str, before: str | None, after: str, citation: Citation, *, size: str = ""
) -> RecordChange:
    kind = "facility" if isinstance(entry, Facility) else "deal"
    return RecordChange(kind, entry.id, entry.name, field, before, after, size, citation.said, citation)
