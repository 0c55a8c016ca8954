"""What a story that was told before has to say that is new, and what a corrected article takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cellwire.model import STAGES, STEP_DATES, Capacity, Dated, DateWhat, Development
from cellwire.publish.brief.edition import Part, Sentence, cut
from cellwire.publish.brief.gathering import citer_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode, Told
from cellwire.publish.brief.wording import day, listed

_MANY = 3  # independent texts of a week that tell a thing: then it is the week's news
_DATES = {
    DateWhat.CONSTRUCTION_START: "the start of construction",
    DateWhat.PRODUCTION_START: "the start of production",
    DateWhat.FULL_CAPACITY: "the date of full capacity",
    DateWhat.COMPLETION: "the date of completion",
    DateWhat.DELIVERY_START: "the first deliveries",
    DateWhat.TERM: "the term",
}
_STEPS = {
    "considered": "that it is considered",
    "announced": "the decision",
    "permitted": "the approval",
    "construction": "the start of building",
    "operating": "the start of production",
    "signed": "the signature",
    "completed": "that it is done",
}


_PROPOSES = re.compile(r"\bpropos(?:es|ed|al|ing)\b", re.IGNORECASE)  # nobody has decided yet


def news_of(matter: Matter, shelf: Shelf) -> tuple[Sentence, ...]:
    """One sentence for an update, one for each figure that a corrected version puts in another's place."""
    if matter.mark == "correction":
        return tuple(_corrections(matter, shelf))
    before = _before(matter, shelf)
    if matter.mark != "update" or not before:
        return ()
    since = _last_told(before, shelf)
    fresh = list(dict.fromkeys(_fresh(matter, before)))
    if not fresh:
        return ()
    told_since = Part("New since the report of ") if since.note else Part("New since ")
    return (Sentence((told_since, since, Part(": "), *listed([Part(what) for what in fresh]), Part("."))),)


def is_stale(matter: Matter, shelf: Shelf) -> bool:
    """Whether an update of few texts tells no step, figure, date or answer that was not told before."""
    before = _before(matter, shelf)
    if matter.mark != "update" or not before or matter.replies or matter.conflicts or matter.origins >= _MANY:
        return False
    return next(_fresh(matter, before), None) is None


def told_before(matter: Matter, shelf: Shelf) -> frozenset[tuple[str, float]]:
    """The capacities and sums that earlier weeks told of the story's plants, with their units."""
    before = _before(matter, shelf)
    capacities = {(known.unit, known.value) for dev in before for known in dev.capacity}
    return frozenset(capacities | {(known.currency, known.amount) for dev in before for known in dev.money})


def _before(matter: Matter, shelf: Shelf) -> list[Development]:
    told = shelf.of_things(matter.story)
    return [dev for dev in told if shelf.told_of(dev) < shelf.first and not dev.background]


def _last_told(before: Sequence[Development], shelf: Shelf) -> Part:
    """ "9 December", with the text of that day."""
    last = max(before, key=lambda dev: (shelf.told_of(dev), dev.id))
    document = shelf.documents[last.document]
    if document.published is None:
        return Part("it was last told")
    note = cut(document, last.told_at, also=shelf.also(document)).note
    printed = day(document.published, now=shelf.last.year)
    return Part(printed, note, "published", document.published.isoformat())


def _fresh(matter: Matter, before: Sequence[Development]) -> Iterator[str]:
    """The slots that hold something no earlier telling had."""
    stages, dated = STAGES[matter.kind], [told for told in matter.dates if told.value.what not in matter.disputed]
    same = [stages.index(dev.stage) for dev in before if dev.kind is matter.kind]
    untold = matter.mode is Mode.PLANNED and matter.stage in {"permitted", "construction"}  # it is told as a plan
    if same and stages.index(matter.stage) > max(same) and not untold:
        proposed = matter.stage == "announced" and _PROPOSES.search(matter.lead.quote)
        yield "the proposal" if proposed else _STEPS.get(matter.stage, "the step")
        if matter.stage == "construction":
            dated = [told for told in dated if told.value.what is not DateWhat.CONSTRUCTION_START]
    if matter.place and not any(dev.place for dev in before):
        yield "the place"
    capacity = {(known.value, known.unit) for dev in before for known in dev.capacity}
    if any((told.value.value, told.value.unit) not in capacity for told in matter.capacity):
        yield "the capacity"
    for told in dated:
        if told.value.what in _DATES and not any(_same_date(told.value, dev) for dev in before):
            yield _DATES[told.value.what]
    sums = {(known.amount, known.currency) for dev in before for known in dev.money}
    if any((told.value.amount, told.value.currency) not in sums for told in matter.money):
        yield "the sum"
    if matter.jobs and not any(dev.jobs and dev.jobs.value == matter.jobs.value.value for dev in before):
        yield "the number of jobs"


def _same_date(dated: Dated, dev: Development) -> bool:
    """Whether it was told before, if only as the day of the event: that of "began to build" is the building's start."""
    alike = {dated.what} | ({DateWhat.EVENT} if STEP_DATES.get(dev.stage) is dated.what else set())
    return any(known.what in alike and known.date.agrees(dated.date) for known in dev.dates)


def _corrections(matter: Matter, shelf: Shelf) -> Iterator[Sentence]:
    """ "Corrected: 16 GWh, where the article first had 5 GWh." """
    taken_back = {dev.document for dev in shelf.of_things(matter.story) if dev.document in shelf.replaced}
    for dev in shelf.of_things(matter.story):
        if dev.document not in taken_back or dev.kind is not matter.kind:
            continue
        newer = [told for told in matter.capacity if _note_of(told) == shelf.replaced[dev.document]]
        for was in dev.capacity:
            cited = citer_of(shelf, dev).capacity(was)
            now = _instead(was, newer, dev)
            if now and not cited.problem:
                first_had = Part(", where the article first had ")
                yield Sentence((Part("Corrected: "), now.part, first_had, cited.part, Part(".")))
                return


def _note_of(told: Told[Capacity]) -> str:
    assert told.part.note
    return told.part.note.document


def _instead(was: Capacity, newer: Sequence[Told[Capacity]], dev: Development) -> Told[Capacity] | None:
    """The corrected version's figure of that unit, if it has none that is equal to the old one."""
    of_unit = [told for told in newer if told.value.unit == was.unit]
    first_had = {known.value for known in dev.capacity}
    if any(told.value.value == was.value for told in of_unit):
        return None
    return next((told for told in of_unit if told.value.value not in first_had), None)
