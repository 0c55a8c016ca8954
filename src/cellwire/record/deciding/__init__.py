"""What people decide: which judgements hold, what they are about, and what the record leaves open."""

from cellwire.record.deciding.judgements import check_judgements, merged, standing
from cellwire.record.deciding.judging import Judgeable, Said, propose
from cellwire.record.deciding.questions import open_questions
from cellwire.record.deciding.rulings import (
    NO_RULINGS,
    Apart,
    Rulings,
    find_rulings,
    judged_two,
    with_companies_joined,
)
from cellwire.record.deciding.settling import settle

__all__ = [
    "NO_RULINGS",
    "Apart",
    "Judgeable",
    "Rulings",
    "Said",
    "check_judgements",
    "find_rulings",
    "judged_two",
    "merged",
    "open_questions",
    "propose",
    "settle",
    "standing",
    "with_companies_joined",
]
