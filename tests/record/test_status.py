"""How far a plant is when several steps are told on one day."""

from itertools import permutations

import pytest

from cellwire.model import Status
from cellwire.record.facts.status import find_standing
from cellwire.record.facts.tellings import tell
from factories import development, document, party

DAY = "2022-06-01"


def tellings_of(*sentences):
    """One text's sentences with a step each, in the order of the text."""
    text = document(" ".join(words for words, _ in sentences), published=DAY)
    steps = [
        development(text, "facility", stage, evidence=words, parties=[party(text, "CATL")], where="Debrecen")
        for words, stage in sentences
    ]
    return tell([], steps, [text], set())


PAUSED = ("CATL paused work on its plant in Debrecen.", "delayed")
CANCELLED = ("CATL then cancelled its plant in Debrecen.", "cancelled")
BEGUN = ("CATL broke ground for its plant in Debrecen.", "construction")
ANNOUNCED = ("CATL announced its plant in Debrecen.", "announced")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([PAUSED, CANCELLED], Status.CANCELLED),
        ([CANCELLED, PAUSED], Status.PAUSED),
        ([BEGUN, PAUSED], Status.PAUSED),
        ([PAUSED, BEGUN], Status.PAUSED),
        ([BEGUN, ANNOUNCED], Status.CONSTRUCTION),
        ([ANNOUNCED, BEGUN, CANCELLED], Status.CANCELLED),
    ],
)
def test_of_one_day_the_later_words_count_and_a_stop_before_a_step(told, status):
    """Whatever the order in which the tellings are given; a step of the day of a stop is not one after it."""
    for given in permutations(tellings_of(*told)):
        assert find_standing(given, None).status is status
