"""What changed in the record this week: for each plant and deal the field, what it was, what it is, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cellwire.model import Citation, Entry, Facility, Fact, Support
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.edition import Change, Part
from cellwire.publish.brief.quoting import note_of
from cellwire.publish.brief.shelf import Shelf
from cellwire.publish.brief.telling.phrases import bare_date, cautious, money, number, quantity

NOTHING = Part("—")
_FIELDS = {
    "capacity.phase": "Capacity of the phase",
    "capacity.total": "Total capacity",
    "capacity.new": "New capacity",
    "capacity.existing": "Present capacity",
    "capacity": "Capacity",
    "money": "Sum",
    "jobs": "Jobs",
    "production_start": "Start of production",
    "construction_start": "Start of construction",
    "full_capacity": "Full capacity",
    "completion": "Completion",
    "delivery_start": "First deliveries",
    "term": "Term",
    "chemistry": "Chemistry",
}
_STAGES = {"mou": "memorandum", "operating": "in operation", "construction": "under construction"}


def changes_of(shelf: Shelf) -> list[Change]:
    """Plants before deals, each in the order of names; changes of state before values."""
    rows: list[Change] = []
    for plant in sorted(shelf.record.facilities, key=lambda plant: plant.name):
        rows.extend(_of_plant(plant, shelf))
    for deal in sorted(shelf.record.deals, key=lambda deal: deal.name):
        rows.extend(_status(deal.name, deal.timeline, shelf))
        rows.extend(_values(deal.name, deal.facts, shelf))
    return list(dict.fromkeys(rows))


def _of_plant(plant: Facility, shelf: Shelf) -> Iterator[Change]:
    for phase in plant.phases:
        name = f"{plant.name}, {phase.label}" if phase.label and phase.label not in plant.name else plant.name
        yield from _status(name, phase.timeline, shelf)
        yield from _values(name, phase.facts, shelf)
    yield from _values(plant.name, plant.facts, shelf)


def _status(name: str, timeline: tuple[Entry, ...], shelf: Shelf) -> Iterator[Change]:
    told = sorted((entry for entry in timeline if entry.milestone), key=lambda entry: entry.said)
    earlier = [entry for entry in told if entry.said < shelf.first]
    fresh = [entry for entry in told if shelf.in_week(entry.said)]
    if fresh and (not earlier or earlier[-1].what != fresh[-1].what):
        before = _stage(earlier[-1], shelf) if earlier else Part("new in the record")
        yield Change(name, "Status", before, _stage(fresh[-1], shelf))


def _stage(entry: Entry, shelf: Shelf) -> Part:
    return Part(_STAGES.get(entry.what, entry.what), note_of(entry.citation, shelf.documents), "stage", entry.what)


def _values(name: str, facts: tuple[Fact, ...], shelf: Shelf) -> Iterator[Change]:
    """A value first told this week, of a thing that the record knew before or that got a new value."""
    for fact in facts:
        field = _FIELDS.get(fact.attribute)
        fresh = [support for support in fact.supports if _first_told_in_week(support, shelf)]
        known = [support for support in fact.supports if support not in fresh and _told_before(support, shelf)]
        if not field or not fresh:
            continue
        after = _value(fresh[0], shelf)
        before = _value(known[0], shelf) if known else NOTHING
        if after and before and after.text != before.text:
            yield Change(name, field, before, after)


def _told_before(support: Support, shelf: Shelf) -> bool:
    return any(_said(citation) < shelf.first for citation in support.citations)


def _first_told_in_week(support: Support, shelf: Shelf) -> bool:
    return bool(support.citations) and shelf.in_week(min(_said(citation) for citation in support.citations))


def _said(citation: Citation) -> date:
    return citation.published or citation.captured


def _value(support: Support, shelf: Shelf) -> Part | None:
    """The value in print with the first of its citations that bears it out; None where none does."""
    for citation in support.citations:
        part = _part(support, citation, shelf)
        if part and not borne_out(part):
            return part
    return None


def _part(support: Support, citation: Citation, shelf: Shelf) -> Part | None:
    value, note = support.value, note_of(citation, shelf.documents)
    if value.when:
        printed = bare_date(value.when, value.part, now=shelf.last.year)
        return Part(printed, note, "date", f"{value.when.iso} {value.part or ''}".strip())
    if value.number is not None and value.unit:
        sum_ = len(value.unit) == 3 and value.unit.isupper()
        printed = money(value.number, value.unit) if sum_ else quantity(value.number, value.unit)
        canonical = f"{value.unit} {value.number!r}" if sum_ else f"{value.number!r} {value.unit}"
        printed = cautious(printed, value.qualifier, note.quote)
        return Part(printed, note, "money" if sum_ else "amount", canonical)
    if value.number is not None:
        return Part(cautious(number(value.number), value.qualifier, note.quote), note, "jobs", str(value.number))
    return Part(value.text, note, "stage", value.text) if value.text else None
