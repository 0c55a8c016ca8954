"""What changed between two states of the record: the field, what it was, what it is, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from cellwire.model import (
    Citation,
    Deal,
    Entry,
    Facility,
    Fact,
    Record,
    RecordChange,
    Rumour,
    Support,
    same_reading,
    size_of,
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
    known = {entry.id: entry for entry in earlier}
    for entry in entries:
        if entry.id in known:
            yield from _of_entry(known[entry.id], entry)
        elif cited := _first_citation(entry):
            yield _change(entry, "status", None, _status(entry), cited)
    answered = {rumour.id: rumour for rumour in before.rumours}
    for rumour in after.rumours:
        yield from _of_rumour(answered.get(rumour.id), rumour)


def _of_entry(was: Facility | Deal, now: Facility | Deal) -> Iterator[RecordChange]:
    step = _last_step(was, now)
    if _status(was) != _status(now) and step:
        yield _change(now, "status", _status(was), _status(now), step.citation)
    earlier = _chosen(was)
    for key, fact in _chosen(now).items():
        old = earlier.get(key)
        if old is None or not same_reading(old.value, fact.value):
            yield _of_value(now, key, old, fact)


def _of_value(entry: Facility | Deal, key: Key, old: Fact | None, fact: Fact) -> RecordChange:
    label, attribute = key
    field = f"{attribute} ({label})" if label else attribute
    told = _newest(fact.supports[0])
    if old is None:
        return _change(entry, field, None, fact.value.text, told)
    return _change(entry, field, old.value.text, fact.value.text, told, size=size_of(old.value, fact.value))


def _chosen(entry: Facility | Deal) -> Mapping[Key, Fact]:
    phases = entry.phases if isinstance(entry, Facility) else ()
    of_phases = (((phase.label, fact.attribute), fact) for phase in phases for fact in phase.facts)
    return dict(chain(of_phases, ((("", fact.attribute), fact) for fact in entry.facts)))


def _last_step(was: Facility | Deal, now: Facility | Deal) -> Entry | None:
    """The newest step that was not told before, else the newest of all: a status may follow from a judgement."""
    told = {(entry.what, entry.said) for entry in _steps(was)}
    steps = sorted(_steps(now), key=lambda entry: entry.said)
    fresh = [entry for entry in steps if (entry.what, entry.said) not in told]
    return next(reversed(fresh or steps), None)


def _steps(entry: Facility | Deal) -> list[Entry]:
    timelines = [phase.timeline for phase in entry.phases] if isinstance(entry, Facility) else [entry.timeline]
    return [step for timeline in timelines for step in timeline if step.milestone]


def _first_citation(entry: Facility | Deal) -> Citation | None:
    steps = sorted(_steps(entry), key=lambda step: step.said)
    cited = (citation for party in entry.parties for citation in party.citations)
    return steps[0].citation if steps else next(cited, None)


def _newest(support: Support) -> Citation:
    return max(support.citations, key=lambda citation: (citation.published or citation.captured, citation.document))


def _of_rumour(was: Rumour | None, now: Rumour) -> Iterator[RecordChange]:
    if was and was.outcome == now.outcome:
        return
    told = now.answers[-1].citation if was and now.answers else now.carriers[0]
    before = was.outcome if was else None
    yield RecordChange("rumour", now.id, now.name, "outcome", before, now.outcome, "", _said(told), told)


def _status(entry: Facility | Deal) -> str:
    return str(entry.status if isinstance(entry, Facility) else entry.rung)


def _change(
    entry: Facility | Deal, field: str, before: str | None, after: str, citation: Citation, *, size: str = ""
) -> RecordChange:
    kind = "facility" if isinstance(entry, Facility) else "deal"
    return RecordChange(kind, entry.id, entry.name, field, before, after, size, _said(citation), citation)


def _said(citation: Citation) -> date:
    return citation.said
