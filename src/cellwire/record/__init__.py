"""The record: facilities, deals, rumours and companies as the sources tell them, every value with its support."""

from cellwire.record.building import build_entries, build_record, link_stories
from cellwire.record.changes import changes_between
from cellwire.record.companies import build_company, list_companies
from cellwire.record.judgements import check_judgements, standing
from cellwire.record.judging import Judgeable, Said, propose
from cellwire.record.parties import name_of
from cellwire.record.points import Presence, Seen, meeting_points
from cellwire.record.questions import open_questions
from cellwire.record.rulings import Rulings, find_rulings, with_companies_joined
from cellwire.record.status import last_words

__all__ = [
    "Judgeable",
    "Presence",
    "Rulings",
    "Said",
    "Seen",
    "build_company",
    "build_entries",
    "build_record",
    "changes_between",
    "check_judgements",
    "find_rulings",
    "last_words",
    "link_stories",
    "list_companies",
    "meeting_points",
    "name_of",
    "open_questions",
    "propose",
    "standing",
    "with_companies_joined",
]
