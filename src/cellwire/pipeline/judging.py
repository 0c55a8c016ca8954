"""What people say of the record, and what it leaves open."""

from __future__ import annotations

from datetime import datetime

from cellwire.db import (
    Run,
    Store,
    add_judgement,
    load_developments,
    load_documents,
    load_judgements,
    load_record,
    load_stories,
)
from cellwire.model import Judgement, Question
from cellwire.pipeline.deriving import derive
from cellwire.pipeline.moments import record_as_of
from cellwire.pipeline.report import Report, silent
from cellwire.record import Judgeable, Said, check_judgements, open_questions, propose, standing


def judge(store: Store, said: Said, *, now: datetime) -> Judgement:
    """What somebody says of the record, kept and taken into it; what cannot hold beside what was said is refused."""
    known = _judgeable(store)
    judgement = propose(said, known, moment=now)
    # Said again after a run that was cut off, it is not said twice.
    already = [one for one in standing(known.judgements) if one.says_as(judgement)]
    if not already:
        add_judgement(store, judgement, check=check_judgements)
    derive(store, Report(), Run("judge", now, {}), silent)
    return already[0] if already else judgement


def questions(store: Store) -> tuple[Question, ...]:
    """What the record leaves open, heaviest first."""
    return open_questions(record_as_of(store, None), standing(load_judgements(store)))


def _judgeable(store: Store) -> Judgeable:
    return Judgeable(
        record=load_record(store),
        stories=load_stories(store),
        developments=load_developments(store),
        documents=load_documents(store),
        judgements=load_judgements(store),
    )
