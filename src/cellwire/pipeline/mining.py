"""Web archives, of which only the pages that tell something are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cellwire.db import Readings, Run, Store, add_readings, add_visit, known_captures, load_visits
from cellwire.documents import glance
from cellwire.errors import FileUnreadable
from cellwire.lexicon import Lexicon, load_lexicon
from cellwire.model import Capture, Issue, Outcome, Visit
from cellwire.pipeline.deriving import derive
from cellwire.pipeline.reading import AT_ONCE, read
from cellwire.pipeline.report import Progress, Report, added, counted, silent
from cellwire.sources import LIMIT, Archived, archive_id, may_tell, read_archive

RECORDS_AT_ONCE = 2000  # of an archive, between two notes of how far it was read


def mine(store: Store, archives: Iterable[Path], *, now: datetime, progress: Progress = silent) -> Report:
    """Keeps those pages of web archives that tell something, and builds stories and record again.

    How far an archive was read is kept with what was found in it up to there: a run that is cut off goes on at that
    place, and an archive that was read to its end is not read again. One that cannot be read stops no other.
    """
    taken = Report()
    for path in archives:
        try:
            for part in _mined(store, path, now, progress):
                taken = added(taken, part)
        except FileUnreadable as refused:
            taken = replace(taken, issues=(*taken.issues, Issue(refused.thing, refused.problem, "sources")))
    return derive(store, taken, Run("mine", now, {}), progress)


def _mined(store: Store, path: Path, now: datetime, progress: Progress) -> Iterator[Report]:
    """What each stretch of an archive gave, after it was kept."""
    id, lexicon = archive_id(path), load_lexicon()
    begun = max((visit.position for visit in load_visits(store, id)), default=0)
    progress("bytes", begun)
    if begun == path.stat().st_size:
        return
    found = read_archive(path, source="archive", limit=LIMIT, start=begun, wanted=may_tell)
    for batch in _stretches(found):
        report, telling = _telling(store, batch, lexicon, progress)
        add_readings(store, telling)
        add_visit(store, Visit(id, now, Outcome.OK, new=report.new, position=batch[-1].position))
        progress("bytes", batch[-1].position - begun)
        begun = batch[-1].position
        yield report
    add_visit(store, Visit(id, now, Outcome.OK, position=path.stat().st_size))


def _stretches(found: Iterable[Archived]) -> Iterator[list[Archived]]:
    """So many records, or so many pages: what waits in memory is bounded by both."""
    batch, pages = list[Archived](), 0
    for each in found:
        batch.append(each)
        pages += bool(each.found)
        if len(batch) == RECORDS_AT_ONCE or pages == AT_ONCE:
            yield batch
            batch, pages = [], 0
    if batch:
        yield batch


def _telling(
    store: Store, batch: Sequence[Archived], lexicon: Lexicon, progress: Progress
) -> tuple[Report, list[Readings]]:
    """The pages of a stretch that tell something, and what was read of all of them."""
    pages = {one.id: one for each in batch for one in each.found if isinstance(one, Capture)}
    known = known_captures(store, list(pages))
    progress("records", len(batch))
    fresh = [read(page, lexicon, progress) for id, page in pages.items() if id not in known and _is_worth(page)]
    telling = [readings for readings in fresh if readings.developments]
    report = counted(Report(), len(pages), telling)
    issues = (one for each in batch for one in each.found if isinstance(one, Issue))
    return replace(report, issues=(*report.issues, *issues)), telling


def _is_worth(page: Capture) -> bool:
    """Whether a word or company of the industry stands in the page's own text, and not only in its menus and links."""
    words = glance(page)
    return words is None or may_tell(words.encode())
