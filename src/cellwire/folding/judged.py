"""The judgements that stand, and what they are about among what was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.model import Development, Judgement, Known, Verdict
from cellwire.record import Rulings, find_rulings, with_companies_joined
from cellwire.stories import Compared


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements that stand, with the developments that their words are found in, and what was compared by them."""

    said: Sequence[Judgement]
    rulings: Rulings
    rejected: frozenset[str]
    known: Known
    compared: Compared

    def joins(self) -> list[tuple[set[str], set[str]]]:
        """Captures and ids of what somebody said to be one."""
        same = [one for one in self.said if one.verdict is Verdict.SAME]
        return [(captures_of(one), {one.subject, one.other or one.subject}) for one in same]

    def of(self, captures: Collection[str]) -> list[Judgement]:
        """Those that speak of one of the captures, and those that name none."""
        return [one for one in self.said if not (named := captures_of(one)) or not named.isdisjoint(captures)]

    def counted(self, developments: Iterable[Development]) -> list[Development]:
        """Those that nobody rejects, with the companies that are one under one id."""
        kept_ones = [one for one in developments if one.id not in self.rejected]
        return list(with_companies_joined(kept_ones, self.rulings, self.known))


def find_judged(connection: Connection, said: Sequence[Judgement], known: Known) -> Judged:
    documents = kept.documents_of_captures(connection, {capture for one in said for capture in captures_of(one)})
    developments = [one for some in kept.developments_of(connection, (one.id for one in documents)) for one in some]
    rulings = find_rulings(said, developments, documents)
    return Judged(said, rulings, frozenset(rulings.rejected), known, Compared(known))


def captures_of(judgement: Judgement) -> set[str]:
    return {anchor.capture for anchor in (*judgement.anchors, *judgement.other_anchors)}


def judged_otherwise(one: Sequence[Judgement], other: Sequence[Judgement]) -> set[str] | None:
    """Captures that are spoken of by what holds in one of two states only.

    `None` where that may be anything: companies were judged, which are named everywhere.
    """
    changed = [each for each in (*one, *other) if (each in one) != (each in other)]
    if any(not captures_of(each) for each in changed):
        return None
    return {capture for each in changed for capture in captures_of(each)}
