"""New captures, read and kept before the record is derived from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cellwire.db import Readings, Run, Store, add_readings, last_document
from cellwire.model import Capture, Document, tells_the_same
from cellwire.pipeline.deriving import derive
from cellwire.pipeline.reading import AT_ONCE, batches, read_new
from cellwire.pipeline.report import Progress, Report, counted, silent

FETCHED_AT_ONCE = 10  # those that somebody else's server had to give


def import_captures(store: Store, captures: Iterable[Capture], *, now: datetime, progress: Progress = silent) -> Report:
    """Reads what is new, keeps it, and builds stories and record again; the same input twice changes nothing.

    Nothing is written before something could be read. A run that is cut off is taken up by the next: captures are
    kept together with what was read from them, and a record that lags behind is known to.
    """
    taken = take_in(store, captures, progress)
    return derive(store, taken, Run("import", now, {}), progress)


def take_in(store: Store, captures: Iterable[Capture], progress: Progress, *, fetched: bool = False) -> Report:
    """Reads what is new and keeps it with what it tells.

    Of files nothing is kept before something could be read; what was `fetched` is kept, so that it is not asked for
    again.
    """
    taken, waiting, kept = Report(), list[Readings](), fetched
    for batch in batches(captures, FETCHED_AT_ONCE if fetched else AT_ONCE):
        found = read_new(store, batch, progress)
        before = [_read_before(store, one) if fetched else None for one in found]
        fresh = [one for one, last in zip(found, before, strict=True) if not _says_the_same(last, one)]
        later = len(fresh) - before.count(None)
        taken = replace(counted(taken, len(batch), fresh), changed=taken.changed + later)
        waiting += fresh
        if waiting and (kept or any(one.documents for one in waiting)):
            add_readings(store, waiting)
            waiting, kept = [], True
    return taken


def _read_before(store: Store, one: Readings) -> Document | None:
    """What was read at the same address of the same source, where something is read there now."""
    if not one.documents or not one.capture.url:
        return None
    return last_document(store, one.capture.source, one.capture.url)


def _says_the_same(last: Document | None, one: Readings) -> bool:
    """A page comes with other bytes at each look (a token, an advert): a version is another text."""
    return last is not None and tells_the_same(last, one.documents[0])
