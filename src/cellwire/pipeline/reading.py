"""What captures tell, read one by one; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from cellwire.claims import read_developments
from cellwire.db import Readings, Store, known_captures
from cellwire.documents import open_capture
from cellwire.lexicon import Lexicon, load_lexicon
from cellwire.model import Capture
from cellwire.pipeline.report import Progress
from cellwire.trackers import MEDIA_TYPE as TRACKER
from cellwire.trackers import read_tracker

AT_ONCE = 200  # captures read and kept in one transaction


def read_capture(capture: Capture, lexicon: Lexicon) -> Readings:
    """What one capture tells; nothing is stored."""
    if capture.media_type == TRACKER:
        tracked = read_tracker(capture, lexicon)
        return Readings(capture, tracked.documents, tracked.developments, tracked.issues)
    opened = open_capture(capture)
    developments = [told for document in opened.documents for told in read_developments(document, lexicon)]
    return Readings(capture, opened.documents, tuple(developments), opened.issues)


def read(capture: Capture, lexicon: Lexicon, progress: Progress) -> Readings:
    readings = read_capture(capture, lexicon)
    progress("captures", 1)
    return readings


def read_new(store: Store, batch: Sequence[Capture], progress: Progress) -> list[Readings]:
    known = known_captures(store, [capture.id for capture in batch])
    fresh = {capture.id: capture for capture in batch if capture.id not in known}
    progress("captures", len(batch) - len(fresh))
    return [read(capture, load_lexicon(), progress) for capture in fresh.values()]


def batches(captures: Iterable[Capture], at_once: int) -> Iterator[list[Capture]]:
    rest = iter(captures)
    while batch := list(islice(rest, at_once)):
        yield batch
