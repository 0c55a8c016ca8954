"""What changed in the record this week: for each plant and deal the field, what it was, what it is, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from cellwire.model import Citation, Entry, Facility, Fact, Rung, Status, Support
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.edition import Change, Note, Part
from cellwire.publish.brief.quoting import note_of
from cellwire.publish.brief.shelf import Shelf
from cellwire.publish.brief.telling.phrases import bare_date, cautious, money, number, quantity

NOTHING = Part("not told before")
_FIELDS = {
    "capacity.phase": "Capacity of one phase",
    "capacity.total": "Total capacity",
    "capacity.new": "Capacity",
    "capacity.existing": "Present capacity",
    "capacity": "Capacity",
    "money": "Investment",
    "jobs": "Jobs",
    "production_start": "Start of production",
    "construction_start": "Start of construction",
    "full_capacity": "Full capacity",
    "completion": "Completion",
    "delivery_start": "First deliveries",
    "term": "Term",
    "chemistry": "Chemistry",
}
# A text that tells of an earlier step again takes nothing back; these do.
_STEPS = (
    *("considered", "mou", "announced", "signed", "permitted", "construction"),
    *("operating", "completed", "expanded"),
)
_STAGES = {"mou": "memorandum", "operating": "in operation", "construction": "under construction"}


def changes_of(shelf: Shelf) -> list[Change]:
    """Plants before deals, each in the order of names; changes of state before values.

    What nobody told of before is one line, with how far it is; its values stand in its story.
    """
    rows: list[Change] = []
    for plant in sorted(shelf.record.facilities, key=lambda plant: plant.name):
        rows.extend(_of_plant(plant, shelf))
    for deal in sorted(shelf.record.deals, key=lambda deal: deal.name):
        rows.extend(_status(deal.name, deal.timeline, shelf, only="talks" if deal.rung is Rung.TALKS else ""))
        if _known_before(deal.timeline, shelf):
            rows.extend(_values(deal.name, deal.facts, shelf))
    return list(dict.fromkeys(rows))


def _of_plant(plant: Facility, shelf: Shelf) -> Iterator[Change]:
    known = any(_known_before(phase.timeline, shelf) for phase in plant.phases)
    if not known:
        timeline = tuple(entry for phase in plant.phases for entry in phase.timeline)
        yield from _status(plant.name, timeline, shelf, only="rumoured" if plant.status is Status.RUMOURED else "")
        return
    for phase in plant.phases:
        name = f"{plant.name}, {phase.label}" if phase.label and phase.label not in plant.name else plant.name
        yield from _status(name, phase.timeline, shelf)
        yield from _values(name, phase.facts, shelf)
    yield from _values(plant.name, plant.facts, shelf)


def _known_before(timeline: tuple[Entry, ...], shelf: Shelf) -> bool:
    return any(entry.said < shelf.first for entry in timeline)


def _status(name: str, timeline: tuple[Entry, ...], shelf: Shelf, *, only: str = "") -> Iterator[Change]:
    """The step told this week where it goes further; `only` is what it is called as long as nobody has confirmed it."""
    told = sorted((entry for entry in timeline if entry.milestone), key=lambda entry: entry.said)
    earlier = [entry for entry in told if entry.said < shelf.first]
    fresh = [entry for entry in told if shelf.in_week(entry.said)]
    if not fresh:
        return
    was, now = (_furthest(earlier) if earlier else None), _furthest(fresh)
    if was is None:
        after = _stage(now, shelf)
        after = Part(only, after.note, "stage", now.what) if only else after
        yield Change(name, "Status", Part("new in the record"), after)
    elif now.what not in {was.what, earlier[-1].what} and _goes_on(was, now):
        yield Change(name, "Status", _stage(was, shelf), _stage(now, shelf))


def _furthest(entries: Sequence[Entry]) -> Entry:
    """The last stop, or else the furthest step."""
    if entries[-1].what not in _STEPS:
        return entries[-1]
    return max((entry for entry in entries if entry.what in _STEPS), key=lambda entry: _STEPS.index(entry.what))


def _goes_on(was: Entry, now: Entry) -> bool:
    both = was.what in _STEPS and now.what in _STEPS
    return not both or _STEPS.index(now.what) > _STEPS.index(was.what)


def _stage(entry: Entry, shelf: Shelf) -> Part:
    return Part(_STAGES.get(entry.what, entry.what), _note(entry.citation, shelf), "stage", entry.what)


def _note(citation: Citation, shelf: Shelf) -> Note:
    document = shelf.documents.get(citation.document)
    return note_of(citation, shelf.documents, also=shelf.also(document) if document else ())


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
    value, note = support.value, _note(citation, shelf)
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
