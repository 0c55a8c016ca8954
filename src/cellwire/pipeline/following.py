"""Sources that are followed: looked at, and how they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from cellwire.db import (
    Run,
    Store,
    add_visit,
    follow,
    last_capture,
    last_number,
    last_of_recent,
    load_followed,
    load_visits,
)
from cellwire.model import Capture, Health, Issue, Outcome, Source, SourceKind, Visit
from cellwire.pipeline.deriving import derive
from cellwire.pipeline.intake import take_in
from cellwire.pipeline.report import Progress, Report, added, silent
from cellwire.sources import Fetched, Past, Transport, fetch_abreast, health_of


def update(
    store: Store, sources: Sequence[Source], transport: Transport, *, now: datetime, progress: Progress = silent
) -> Report:
    """Looks at the sources, keeps what is new there, and builds stories and record again.

    Many are looked at at once; what they bring is kept in their order, each address once. The visit is kept after its
    captures: a run that is cut off asks again for what it had not kept, and nothing is kept twice. A source that
    fails is an issue and stops no other; one that moved for good is followed where it went.
    """
    taken, kept = Report(), last_number(store)
    before: set[str] = set()  # addresses that earlier sources brought
    for source, fetched in fetch_abreast(sources, transport, lambda each: _past(store, each, kept), now=now):
        issues: list[Issue] = []
        visit: list[Visit] = []
        found = _first_brought(_captures(fetched, issues, visit), source, before)
        brought = take_in(store, found, progress, fetched=True)
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


def _past(store: Store, source: Source, kept: int) -> Past:
    """As it was when the update began, whatever others bring meanwhile."""
    good = [visit for visit in load_visits(store, source.id) if visit.outcome in (Outcome.OK, Outcome.UNCHANGED)]
    return Past(
        good[-1] if good else None,
        lambda url: last_capture(store, url, until=kept),
        lambda since: last_of_recent(store, source.id, since),
    )


def _first_brought(captures: Iterable[Capture], source: Source, before: set[str]) -> Iterator[Capture]:
    """Without articles that another source brought first; a page that is watched is no article."""
    own: set[str] = set()
    for capture in captures:
        if source.kind is SourceKind.PAGE or capture.url not in before:
            own |= {capture.url} if capture.url else set()
            yield capture
    before |= own


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
