"""Stories and record, derived from what was read and judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cellwire.db import (
    Fold,
    Run,
    Store,
    count_entries,
    is_outdated,
    load_captures,
    load_judgements,
    record_is_behind,
    refold,
    replace_derived,
)
from cellwire.folding import fold
from cellwire.lexicon import load_lexicon
from cellwire.model import Known
from cellwire.pipeline.reading import read
from cellwire.pipeline.report import Progress, Report, counts, silent


def rebuild(store: Store, *, progress: Progress = silent) -> None:
    """Everything derived anew from captures and judgements, in one transaction; equal to the first build."""
    lexicon = load_lexicon()
    replace_derived(store, (read(capture, lexicon, progress) for capture in load_captures(store)), folding(store))


def derive(store: Store, taken: Report, run: Run, progress: Progress) -> Report:
    """Stories and record anew, where they lag behind what was read; says what is held then.

    Another run may have folded what this one read: what is held is there all the same.
    """
    if is_outdated(store):
        rebuild(store, progress=progress)
    if record_is_behind(store):
        progress("record", 0)
        refold(store, folding(store), lambda held: replace(run, counts=counts(_with_held(taken, held))))
        progress("record", 1)
    return _with_held(taken, count_entries(store)) if taken.new else taken


def _with_held(taken: Report, held: Mapping[str, int]) -> Report:
    return replace(taken, stories=held["stories"], facilities=held["facilities"], deals=held["deals"])


def folding(store: Store) -> Fold:
    """What is judged is looked up when the fold has its turn."""
    return lambda connection: fold(connection, load_judgements(store), known_names())


def known_names() -> Known:
    lexicon = load_lexicon()
    return Known(lexicon.organisations, lexicon.localities)
