"""How a source does: what it brought against what was expected, and whether somebody should look at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from cellwire.model import Health, Outcome, Source, State, Visit

WINDOW = timedelta(weeks=4)  # over which items are counted
_FAILING = 3  # errors in a row
_CHANGED = 2  # looks in a row that found nothing where something used to be
_UNREAD = 3  # pages since the last article, of which none held one
_QUIET = 0.25  # of what is expected


def health_of(source: Source, visits: Sequence[Visit], *, now: datetime) -> Health:
    """From the visits of one source, oldest first."""
    if not visits:
        return Health(State.NEW, None, 0, 0, 0.0, "", None)
    good = [visit for visit in visits if visit.outcome in (Outcome.OK, Outcome.UNCHANGED)]
    errors = _in_row(visits, Outcome.FAILED, Outcome.BARRED)
    watched = min(WINDOW, now - visits[0].moment)
    items = sum(visit.new for visit in visits if now - visit.moment <= WINDOW)
    expected = source.per_week * watched / timedelta(weeks=1)
    unread = _unread(visits)
    problem = visits[-1].problem or (f"of its last {unread} pages none holds an article" if unread >= _UNREAD else "")
    changed = _in_row(visits, Outcome.EMPTY) >= _CHANGED or unread >= _UNREAD
    state = State.FAILING if errors >= _FAILING or (errors and not good) else State.CHANGED if changed else None
    quiet = expected >= 4 and items < _QUIET * expected
    return Health(
        state or (State.QUIET if quiet else State.FINE),
        good[-1].moment if good else None,
        errors,
        items,
        expected,
        problem,
        _due(source, visits[-1], errors),
    )


def _unread(visits: Sequence[Visit]) -> int:
    """Pages since the last article: a site that now shows a wall, or another design, answers all the same."""
    since = list(takewhile(lambda visit: not visit.new, reversed(visits)))
    return sum(visit.unread for visit in since)


def _in_row(visits: Sequence[Visit], *outcomes: Outcome) -> int:
    count = 0
    for visit in reversed(visits):
        if visit.outcome not in outcomes:
            break
        count += 1
    return count


def _due(source: Source, last: Visit, errors: int) -> datetime:
    """After its interval, later each time it fails, and not before it asked to be left alone.

    One that was not asked, since nobody allowed it, is due as before.
    """
    if last.outcome is Outcome.BARRED:
        return last.moment
    interval = timedelta(hours=min(source.every_hours * 2 ** min(errors, 4), max(48.0, source.every_hours)))
    return max(last.moment + interval, last.retry_after or last.moment)
