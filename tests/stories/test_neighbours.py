"""What is one piece of news is met, by a key and within its days, whichever of the two was told of before."""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

from cellwire.model import Known
from cellwire.stories import (
    Compared,
    Joined,
    Telling,
    days_told,
    find_origins,
    meetings,
    neighbourhoods,
    tell,
)

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

KNOWN = Known()


def tellings(days: int) -> list[Telling]:
    from made_years import make_years

    documents, developments = zip(*make_years(160, seed=2, days=days, per_plant=20), strict=True)
    return tell([one for some in developments for one in some], documents, find_origins(documents), known=KNOWN)


def test_two_of_one_piece_of_news_meet_under_a_key() -> None:
    compared = Compared(KNOWN)
    joined = 0
    for one, other in combinations(tellings(40), 2):
        if len([*neighbourhoods([one, other], compared)]) == 1:
            joined += 1
            for asking, held in ((one, other), (other, one)):
                where = meetings([held])
                told = days_told([asking])
                assert any(
                    where[key][0] <= last and first <= where[key][1]
                    for key, (first, last) in told.items()
                    if key in where
                )
    assert joined > 100


def test_what_says_little_by_itself_is_met_at_once_only() -> None:
    spans = {last - first for telling in tellings(40) for first, last in meetings([telling]).values()}

    assert spans == {2 * 2, 2 * 120}


def test_a_neighbourhood_holds_whatever_is_joined_within_reach_however_long_it_goes_on() -> None:
    told, compared = tellings(2000), Compared(KNOWN)
    joined: Joined[str] = Joined()
    for telling in told:
        joined.add(telling.development.id)
    for one, other in combinations(told, 2):
        if len([*neighbourhoods([one, other], compared)]) == 1:
            joined.join(one.development.id, other.development.id)

    groups = [[telling.development.id for telling in group] for group in neighbourhoods(told, compared)]

    assert sorted(groups) == sorted(joined.groups())


def test_a_neighbourhood_is_passed_on_when_none_to_come_can_be_joined_to_it() -> None:
    told = tellings(2000)
    read: list[Telling] = []

    first = next(neighbourhoods((read.append(telling) or telling for telling in told), Compared(KNOWN)))

    assert first[0] is told[0]
    assert len(read) < len(told) / 2
