"""What people decide about the record; appended, never edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a judgement is about and the capture they stand in: what a better reader of texts keeps.

    `names` are the place and the parties as the words have them; they tell apart two things of one sentence.
    """

    capture: str
    kind: str  # of the development: "facility", "supply", …
    words: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody says, for a reason: same, different, accept, reject, correct, or that an earlier judgement is undone.

    `subject` and `other` are ids as they were that day; where there are anchors, these find the things again.
    """

    verdict: Verdict
    subject: str
    other: str | None
    author: str
    reason: str
    moment: datetime
    anchors: tuple[Anchor, ...] = ()
    other_anchors: tuple[Anchor, ...] = ()
    attribute: str | None = None  # "production_start", "capacity.new (first phase)", "status"
    value: str | None = None  # as the author writes it

    @property
    def id(self) -> str:
        said = (
            self.verdict,
            self.subject,
            self.other,
            self.attribute,
            self.value,
            self.author,
            self.moment.isoformat(),
        )
        return "jdg_" + sha256("\n".join(map(str, said)).encode()).hexdigest()[:8]

    @property
    def text(self) -> str:
        """ "ann's “same” of fac_1 and fac_2 (the town's new name)"."""
        things = f"{self.subject} and {self.other}" if self.other else self.subject
        of = " ".join(filter(None, (things, self.attribute, self.value)))
        return f"{self.author}'s “{self.verdict}” of {of} ({self.reason})"

    def says_as(self, other: Judgement) -> bool:
        """The same author says the same of the same, for the same reason, at whatever moment."""
        return replace(self, moment=other.moment, anchors=other.anchors, other_anchors=other.other_anchors) == other


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """As they were said; those of one moment in an order that is always the same."""
    return sorted(judgements, key=lambda one: (one.moment.isoformat(), one.subject, one.author, one.verdict))


def taken_back(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """What was undone, by id, with the judgement that undoes it; an undo that is itself undone undoes nothing."""
    undone: dict[str, Judgement] = {}
    for judgement in reversed(in_order(judgements)):
        if judgement.verdict is Verdict.UNDO and judgement.id not in undone:
            undone[judgement.subject] = judgement
    return undone
