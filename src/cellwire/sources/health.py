"""How a source does: what it brought against what was expected, and whether somebody should look at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from cellwire.model import Health, Outcome, Source, State, Visit

WINDOW = timedelta(weeks=4)  # over which items are counted
_FAILING = 3  # errors in a row
_CHANGED = 2  # looks in a row that found nothing where something used to be
_QUIET = 0.25  # of what is expected


def health_of(source: Source, visits: Sequence[Visit], *, now: datetime) -> Health:
    """From the visits of one source, oldest first."""
    if not visits:
        return Health(State.NEW, None, 0, 0, 0.0, "", None)
    good = [visit for visit in visits if visit.outcome in (Outcome.OK, Outcome.UNCHANGED)]
    errors = _in_row(visits, Outcome.FAILED)
    watched = min(WINDOW, now - visits[0].moment)
    items = sum(visit.new for visit in visits if now - visit.moment <= WINDOW)
    expected = source.per_week * watched / timedelta(weeks=1)
    return Health(
        _state(errors, _in_row(visits, Outcome.EMPTY), items, expected) if good or not errors else State.FAILING,
        good[-1].moment if good else None,
        errors,
        items,
        expected,
        visits[-1].problem,
        _due(source, visits[-1], errors),
    )


def _state(errors: int, empty: int, items: int, expected: float) -> State:
    if errors >= _FAILING:
        return State.FAILING
    if empty >= _CHANGED:
        return State.CHANGED
    return State.QUIET if expected >= 4 and items < _QUIET * expected else State.FINE


def _in_row(visits: Sequence[Visit], outcome: Outcome) -> int:
    count = 0
    for visit in reversed(visits):
        if visit.outcome is not outcome:
            break
        count += 1
    return count


def _due(source: Source, last: Visit, errors: int) -> datetime:
    """After its interval, later each time it fails, and not before it asked to be left alone."""
    interval = timedelta(hours=min(source.every_hours * 2 ** min(errors, 4), max(48.0, source.every_hours)))
    return max(last.moment + interval, last.retry_after or last.moment)
