"""What people decided: which entries are one, which are two, which developments do not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from cellwire.errors import ContradictoryJudgement
from cellwire.model import Judgement, Verdict

Thing = TypeVar("Thing")

_OPPOSITES = {
    Verdict.SAME: Verdict.DIFFERENT,
    Verdict.DIFFERENT: Verdict.SAME,
    Verdict.ACCEPT: Verdict.REJECT,
    Verdict.REJECT: Verdict.ACCEPT,
}


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that hold: an author's later word on a thing replaces the earlier one, so every step can be undone.

    Two authors who say opposite things of the same thing raise.
    """
    last: dict[tuple[str, frozenset[str]], Judgement] = {}
    for judgement in sorted(judgements, key=_order):
        last[judgement.author, _things(judgement)] = judgement
    kept = sorted(last.values(), key=_order)
    for one, other in combinations(kept, 2):
        if _things(one) == _things(other) and _OPPOSITES.get(one.verdict) is other.verdict:
            raise _contradiction(one, other)
    return kept


def rejected(judgements: Iterable[Judgement]) -> set[str]:
    return {judgement.subject for judgement in judgements if judgement.verdict is Verdict.REJECT}


def groups_of_same(judgements: Sequence[Judgement]) -> list[set[str]]:
    """Ids that are one thing by what people said, directly or over others; a "different" within a group raises."""
    groups: list[set[str]] = []
    for judgement in judgements:
        if judgement.verdict is Verdict.SAME and judgement.other:
            pair = {judgement.subject, judgement.other}
            met = [group for group in groups if group & pair]
            groups = [group for group in groups if not group & pair] + [pair.union(*met)]
    for judgement in judgements:
        if judgement.verdict is Verdict.DIFFERENT and judgement.other:
            for group in groups:
                if {judgement.subject, judgement.other} <= group:
                    raise _contradiction(judgement, _joining(judgements, group))
    return groups


def merged(things: Sequence[Thing], groups: Sequence[set[str]], *, name: Callable[[Thing], str]) -> list[list[Thing]]:
    """Things in their order, those of one group together at the place of the first."""
    found: dict[str, list[Thing]] = {}
    for thing in things:
        group = next((group for group in groups if name(thing) in group), {name(thing)})
        found.setdefault(min(group), []).append(thing)
    return list(found.values())


def _things(judgement: Judgement) -> frozenset[str]:
    return frozenset(filter(None, (judgement.subject, judgement.other)))


def _order(judgement: Judgement) -> tuple[str, str, str, str]:
    return judgement.moment.isoformat(), judgement.subject, judgement.author, judgement.verdict


def _joining(judgements: Iterable[Judgement], group: set[str]) -> Judgement:
    return next(one for one in judgements if one.verdict is Verdict.SAME and one.subject in group)


def _contradiction(one: Judgement, other: Judgement) -> ContradictoryJudgement:
    return ContradictoryJudgement(
        f"{_said(one)} and {_said(other)}", "they cannot both hold", "withdraw one of them with `cellwire judge`"
    )


def _said(judgement: Judgement) -> str:
    of = f"{judgement.subject} and {judgement.other}" if judgement.other else judgement.subject
    return f"{judgement.author}'s “{judgement.verdict}” of {of} ({judgement.reason})"
