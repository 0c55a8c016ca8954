"""New captures, from files or from sources, read and kept before the record is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from cellwire.db import (
    Readings,
    Run,
    Store,
    add_readings,
    add_visit,
    follow,
    last_capture,
    last_document,
    last_of_recent,
    load_followed,
    load_visits,
)
from cellwire.model import Capture, Health, Issue, Outcome, Source, Visit, tells_the_same
from cellwire.pipeline.deriving import derive
from cellwire.pipeline.reading import AT_ONCE, batches, read_new
from cellwire.pipeline.report import Progress, Report, added, counted, silent
from cellwire.sources import Fetched, Past, Transport, fetch, health_of

FETCHED_AT_ONCE = 10  # those that somebody else's server had to give


def import_captures(store: Store, captures: Iterable[Capture], *, now: datetime, progress: Progress = silent) -> Report:
    """Reads what is new, keeps it, and builds stories and record again; the same input twice changes nothing.

    Nothing is written before something could be read. A run that is cut off is taken up by the next: captures are
    kept together with what was read from them, and a record that lags behind is known to.
    """
    taken = _take_in(store, captures, progress)
    return derive(store, taken, Run("import", now, {}), progress)


def update(
    store: Store, sources: Iterable[Source], transport: Transport, *, now: datetime, progress: Progress = silent
) -> Report:
    """Looks at each source, keeps what is new there, and builds stories and record again.

    The visit is kept after its captures: a run that is cut off asks again for what it had not kept, and nothing is
    kept twice. A source that fails is an issue and stops no other; one that moved for good is followed where it went.
    """
    taken = Report()
    for source in sources:
        issues: list[Issue] = []
        visit: list[Visit] = []
        fetched = fetch(source, transport, _past(store, source), now=now)
        brought = _take_in(store, _captures(fetched, issues, visit), progress, fetched=True)
        if visit[0].moved:
            follow(store, replace(source, url=visit[0].moved))
        taken = added(taken, replace(brought, issues=(*brought.issues, *issues)))
        add_visit(store, replace(visit[0], new=brought.new - brought.unread, unread=brought.unread))
        progress("sources", 1)
    return derive(store, taken, Run("update", now, {}), progress)


def health_of_sources(store: Store, *, now: datetime) -> list[tuple[Source, Health]]:
    """How each source that is followed did by a moment; later visits do not count."""
    return [
        (source, health_of(source, [each for each in load_visits(store, source.id) if each.moment <= now], now=now))
        for source in load_followed(store)
    ]


def _past(store: Store, source: Source) -> Past:
    good = [visit for visit in load_visits(store, source.id) if visit.outcome in (Outcome.OK, Outcome.UNCHANGED)]
    return Past(
        good[-1] if good else None,
        lambda url: last_capture(store, url),
        lambda since: last_of_recent(store, source.id, since),
    )


def _captures(fetched: Fetched, issues: list[Issue], visit: list[Visit]) -> Iterator[Capture]:
    """The captures alone; issues and the visit that ends them are put aside."""
    while True:
        try:
            each = next(fetched)
        except StopIteration as end:
            visit.append(end.value)
            return
        if isinstance(each, Issue):
            issues.append(each)
        else:
            yield each


def _take_in(store: Store, captures: Iterable[Capture], progress: Progress, *, fetched: bool = False) -> Report:
    """Reads what is new and keeps it with what it tells.

    Of files nothing is kept before something could be read; what was `fetched` is kept, so that it is not asked for
    again.
    """
    taken, waiting, kept = Report(), list[Readings](), fetched
    for batch in batches(captures, FETCHED_AT_ONCE if fetched else AT_ONCE):
        fresh = [one for one in read_new(store, batch, progress) if not (fetched and _says_the_same(store, one))]
        taken = counted(taken, len(batch), fresh)
        waiting += fresh
        if waiting and (kept or any(one.documents for one in waiting)):
            add_readings(store, waiting)
            waiting, kept = [], True
    return taken


def _says_the_same(store: Store, one: Readings) -> bool:
    """A page that is watched comes with other bytes at each look (a token, an advert): a version is another text."""
    if not one.documents or not one.capture.url:
        return False
    last = last_document(store, one.capture.source, one.capture.url)
    return last is not None and tells_the_same(last, one.documents[0])
