"""What people decided holds, can be undone by its author, and may not contradict itself."""

from datetime import UTC, datetime, timedelta

import pytest

from cellwire.errors import ContradictoryJudgement
from cellwire.model import Judgement, Verdict
from cellwire.record.deciding.judgements import groups_of_same, standing
from cellwire.record.deciding.rulings import find_rulings


def judged(verdict, subject, other=None, *, author="ann", minute=0):
    moment = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    return Judgement(Verdict(verdict), subject, other, author, "seen on site", moment)


def test_same_reaches_over_others():
    assert groups_of_same([judged("same", "a", "b"), judged("same", "c", "d"), judged("same", "b", "c")]) == [
        {"a", "b", "c", "d"}
    ]


def test_a_difference_within_one_group_names_both_judgements():
    judgements = [judged("same", "a", "b"), judged("same", "b", "c"), judged("different", "c", "a", author="bob")]

    with pytest.raises(ContradictoryJudgement, match=r"ann's “same” of a and b .* and bob's “different”"):
        groups_of_same(standing(judgements))


@pytest.mark.parametrize(("one", "other"), [("same", "different"), ("accept", "reject")])
def test_two_authors_may_not_say_opposite_things(one, other):
    pair = ("a", "b") if one == "same" else ("a", None)

    with pytest.raises(ContradictoryJudgement, match=r"ann.*bob"):
        standing([judged(one, *pair), judged(other, *pair, author="bob", minute=1)])


def test_an_author_can_change_their_mind():
    judgements = [
        judged("same", "a", "b"),
        judged("different", "b", "a", minute=1),
        judged("reject", "c"),
        judged("accept", "c", minute=1),
    ]

    kept = standing(reversed(judgements))

    assert groups_of_same(kept) == []
    assert find_rulings(kept, [], []).rejected == set()
