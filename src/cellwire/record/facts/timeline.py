"""A history: what happened and when it was told, and what was scheduled and on which day that was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cellwire.model import STEP_DATES, Dated, DateWhat, Entry, PartialDate
from cellwire.record.facts.tellings import Telling, cite
from cellwire.record.facts.values import Reading


def build_timeline(tellings: Iterable[Telling], told: Iterable[Reading]) -> tuple[Entry, ...]:
    """Each step and each scheduled date once, with the first who told it; a slipped date is another entry.

    A step told without its day gives way to the same step with it, unless it was told of earlier.
    """
    entries: dict[tuple[bool, str, PartialDate | None], Entry] = {}
    for telling in _taken(tellings):
        happened = step_date(telling)
        when = happened.date if happened else None
        if (line := (True, telling.development.stage, when)) not in entries:
            entries[line] = _step(telling, happened)
    for reading in filter(_is_scheduled, told):
        if (line := (False, reading.attribute, reading.value.when)) not in entries:
            entries[line] = Entry(*line, said=reading.telling.told, citation=reading.citation)
    dated: dict[str, date] = {}
    for entry in entries.values():
        if entry.milestone and entry.when:
            dated[entry.what] = min(entry.said, dated.get(entry.what, entry.said))
    kept = [entry for entry in entries.values() if entry.when or entry.said < dated.get(entry.what, date.max)]
    return tuple(sorted(kept, key=_order))


def _taken(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Steps that were taken; what is only reported is one as long as nothing firmer was told."""
    firm = False
    for telling in tellings:
        if telling.denied or (firm and not telling.confirmed):
            continue
        firm = firm or telling.confirmed
        yield telling


def _step(telling: Telling, happened: Dated | None) -> Entry:
    span = happened.span if happened else telling.development.told_at
    return Entry(
        milestone=True,
        what=telling.development.stage,
        when=happened.date if happened else None,
        said=telling.told,
        citation=cite(telling, span),
    )


def _is_scheduled(reading: Reading) -> bool:
    """A date that lies ahead of its telling; a start that the telling itself reports is no plan."""
    when = reading.value.when
    if when is None or when.last < reading.telling.told:
        return False
    happened = step_date(reading.telling)
    return not happened or (happened.what, happened.date) != (reading.attribute, when)


def step_date(telling: Telling) -> Dated | None:
    """The date of the step itself: the event's, or a start that lies behind the telling."""
    return _dated(telling, DateWhat.EVENT) or _dated(telling, STEP_DATES.get(telling.development.stage))


def _dated(telling: Telling, what: DateWhat | None) -> Dated | None:
    past = [dated for dated in telling.development.dates if dated.what is what and dated.date.first <= telling.told]
    return min(past, key=lambda dated: dated.span, default=None)


def _order(entry: Entry) -> tuple[str, bool, str, str]:
    when = (entry.when.last if entry.when else entry.said).isoformat()
    return when, not entry.milestone, entry.said.isoformat(), entry.what
