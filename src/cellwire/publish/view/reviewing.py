"""Open questions by what they are about and may be answered with, and judgements by who made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from cellwire.model import Deal, Facility, Judgement, Question, Rumour
from cellwire.publish.view.standing import Standing, folded

SEPARATOR = "\x1f"  # between a verdict and its words, in one field of a form


def key_of(question: Question) -> str:
    """The same question has the same key on the next page, whatever was decided meanwhile."""
    return sha256(SEPARATOR.join(word for side in question.sides for word in side.command).encode()).hexdigest()[:12]


def is_about(question: Question, company: str, standing: Standing) -> bool:
    """Whether it asks about a plant, a deal or a report of the company, named by its id or a part of its name."""
    words, ids = folded(company), [word for side in question.sides for word in side.command[1:]]
    for thing in standing.linked(ids):
        if isinstance(thing, Facility | Deal):
            if any(company == party.id or words in folded(party.name) for party in thing.parties):
                return True
        elif isinstance(thing, Rumour):
            told = standing.linked_stories(thing.stories)
            if words in folded(thing.name) or any(company in story.companies for story in told):
                return True
    return False


def questions_about(every: Iterable[Question], company: str, standing: Standing) -> list[Question]:
    """Those about the company; all, where none is named."""
    return [each for each in every if not company or is_about(each, company, standing)]


def judgements_by(every: Sequence[Judgement], author: str, verdict: str) -> list[Judgement]:
    """Newest first; an author or a verdict that is empty may be any."""
    return [each for each in reversed(every) if author in ("", each.author) and verdict in ("", each.verdict)]
