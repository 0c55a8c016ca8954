"""Which judgements hold: the last word of each author, less what was undone; what contradicts raises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from cellwire.errors import ContradictoryJudgement
from cellwire.model import Judgement, Verdict, in_order, taken_back

Thing = TypeVar("Thing")

_OPPOSITES = {
    Verdict.SAME: Verdict.DIFFERENT,
    Verdict.DIFFERENT: Verdict.SAME,
    Verdict.ACCEPT: Verdict.REJECT,
    Verdict.REJECT: Verdict.ACCEPT,
}
_CHOOSING = frozenset({Verdict.ACCEPT, Verdict.CORRECT})


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that hold: an author's later word on a thing replaces the earlier one, an undone one is gone.

    Two authors who say opposite things of the same thing raise.
    """
    last: dict[tuple[str, frozenset[str], str | None, str | None], Judgement] = {}
    for judgement in _not_undone(judgements):
        # A later choice of a value replaces the earlier; each rejected value is a thing of its own.
        value = judgement.value if judgement.verdict is Verdict.REJECT else None
        last[judgement.author, _things(judgement), judgement.attribute, value] = judgement
    kept = in_order(last.values())
    for one, other in combinations(kept, 2):
        if _contradict(one, other):
            raise contradiction(one, other)
    return kept


def _not_undone(judgements: Iterable[Judgement]) -> list[Judgement]:
    ordered = in_order(judgements)
    undone = taken_back(ordered)
    return [one for one in ordered if one.verdict is not Verdict.UNDO and one.id not in undone]


def _contradict(one: Judgement, other: Judgement) -> bool:
    if _things(one) != _things(other) or one.attribute != other.attribute:
        return False
    if {one.verdict, other.verdict} <= _CHOOSING:
        return one.value != other.value
    if _OPPOSITES.get(one.verdict) is other.verdict or {one.verdict, other.verdict} == {
        Verdict.CORRECT,
        Verdict.REJECT,
    }:
        return one.value == other.value
    return False


def joined(pairs: Iterable[set[str]]) -> list[set[str]]:
    """Groups of ids that the pairs join, directly or over others."""
    groups: list[set[str]] = []
    for pair in pairs:
        met = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [pair.union(*met)]
    return groups


def groups_of_same(judgements: Sequence[Judgement]) -> list[set[str]]:
    """Ids that are one thing by what people said, directly or over others; a "different" within a group raises."""
    groups = joined(
        {judgement.subject, judgement.other}
        for judgement in judgements
        if judgement.verdict is Verdict.SAME and judgement.other
    )
    for judgement in judgements:
        if judgement.verdict is Verdict.DIFFERENT and judgement.other:
            for group in groups:
                if {judgement.subject, judgement.other} <= group:
                    raise contradiction(judgement, _joining(judgements, group))
    return groups


def check_judgements(judgements: Iterable[Judgement]) -> None:
    """Raises where two judgements cannot both hold, with the names of both."""
    groups_of_same(standing(judgements))


def merged(named: Sequence[tuple[str, Thing]], groups: Sequence[set[str]]) -> list[list[tuple[str, Thing]]]:
    """Things with their ids in their order, those of one group together at the place of the first."""
    found: dict[str, list[tuple[str, Thing]]] = {}
    for id, thing in named:
        group = next((group for group in groups if id in group), {id})
        found.setdefault(min(group), []).append((id, thing))
    return list(found.values())


def _things(judgement: Judgement) -> frozenset[str]:
    return frozenset(filter(None, (judgement.subject, judgement.other)))


def _joining(judgements: Iterable[Judgement], group: set[str]) -> Judgement:
    return next(one for one in judgements if one.verdict is Verdict.SAME and one.subject in group)


def contradiction(one: Judgement, other: Judgement) -> ContradictoryJudgement:
    """The later of them may not be kept yet: what can be withdrawn is the earlier."""
    earlier, later = in_order((one, other))
    return ContradictoryJudgement(
        f"{earlier.text} and {later.text}",
        "they cannot both hold",
        f"withdraw the earlier, if the later is right: cellwire judge undo {earlier.id}",
    )
