"""The record: facilities, deals, rumours and companies as the sources tell them, every value with its support."""

from cellwire.record.building import build_record, link_stories
from cellwire.record.changes import changes_between
from cellwire.record.judgements import check_judgements, standing
from cellwire.record.judging import Judgeable, Said, propose
from cellwire.record.questions import Question, Side, open_questions

__all__ = [
    "Judgeable",
    "Question",
    "Said",
    "Side",
    "build_record",
    "changes_between",
    "check_judgements",
    "link_stories",
    "open_questions",
    "propose",
    "standing",
]
