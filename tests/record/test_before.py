"""An entry is as it was where the very same tellings tell it, and count as they did."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from cellwire.model import Deal, Kind, Rung
from cellwire.record.facts import Telling, as_before, tell, told_as
from factories import development, document, party

DEAL = Deal("deal_1", "A deal", Kind.SUPPLY, Rung.MOU, (), (), (), (), date(2022, 12, 9), date(2022, 12, 9))


def told(words: str) -> Telling:
    one = document(words)
    [telling] = tell([], [development(one, parties=[party(one, "CATL")])], [one], set())
    return telling


FIRST, SECOND = told("CATL builds a plant."), told("CATL plans a plant.")


@pytest.mark.parametrize("counts", [{"origin": "ori_other"}, {"replaced": True}, {"stated_by": "catl"}])
def test_a_telling_that_counts_otherwise_is_another(counts: dict[str, Any]) -> None:
    assert told_as([FIRST]) != told_as([replace(FIRST, **counts)])


@pytest.mark.parametrize(("tellings", "same"), [([FIRST], True), ([FIRST, SECOND], False), ([SECOND], False)])
def test_an_entry_is_as_it_was_for_the_same_tellings_alone(tellings: list[Telling], same: bool) -> None:
    assert as_before({DEAL.id: (told_as([FIRST]), DEAL)}, DEAL.id, tellings) == (DEAL if same else None)
    assert as_before({}, DEAL.id, tellings) is None
