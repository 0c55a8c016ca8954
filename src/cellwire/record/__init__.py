"""The record: facilities, deals, rumours and companies as the sources tell them, every value with its support."""

from cellwire.record.building import build_entries, build_record, link_stories
from cellwire.record.changes import changes_between
from cellwire.record.companies import build_company, list_companies
from cellwire.record.deciding import (
    Judgeable,
    Rulings,
    Said,
    check_judgements,
    find_rulings,
    open_questions,
    propose,
    standing,
    with_companies_joined,
)
from cellwire.record.facts import NOTHING_BEFORE, Before, last_words, name_of
from cellwire.record.points import Presence, Seen, meeting_points
from cellwire.record.turning import heard_until

__all__ = [
    "NOTHING_BEFORE",
    "Before",
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
    "heard_until",
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
