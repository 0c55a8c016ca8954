"""Whether each value of a reading is the thing's own, and not another plant's, deal's or day's."""

from collections.abc import Mapping

import pytest

from cellwire.claims.evidence import values
from cellwire.claims.evidence.exactness import Learned
from cellwire.model import Development, Span
from claims.telling import read

PLANT = (
    "Voltaryn plans a battery plant in Lyon, France, with a capacity of 20 GWh a year. Orbik Motors is to buy cells."
)
TITLE = "Voltaryn plans a battery plant in Lyon"


def plant(monkeypatch: pytest.MonkeyPatch, weights: Mapping[str, float], text: str = PLANT) -> Development:
    monkeypatch.setattr(values, "_learned", lambda: Learned(3.0, weights))
    return next(each for each in read(text, title=TITLE) if each.kind == "facility")


def test_every_value_has_a_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    told = plant(monkeypatch, {"sort capacity": -1.0})

    assert {claim.span for claim in told.claims()} <= {span for span, _ in told.chances}
    [capacity] = told.capacity
    assert told.chance_at(capacity.span) == pytest.approx(0.881, abs=0.001)
    assert told.place is not None
    assert told.chance_at(told.place.span) == pytest.approx(0.953, abs=0.001)
    assert told.chance_at(Span(0, 1)) == 1.0


@pytest.mark.parametrize(
    ("sign", "elsewhere"),
    [
        ("capacity: in the same clause", False),
        ("capacity: in title or lead", False),
        ("capacity: 1 others named", True),
        ("capacity: its place not named", True),
        ("capacity: < make", True),
    ],
)
def test_where_and_beside_whom_a_value_stands_tells_whose_it_is(
    monkeypatch: pytest.MonkeyPatch, sign: str, elsewhere: bool
) -> None:
    """A sign that is there lowers the chance of the value."""
    text = (
        "Voltaryn is building a battery plant in Lyon. The plant will make 20 GWh a year, more than Orbik Motors needs."
    )
    there = plant(monkeypatch, {sign: -1.0}, text if elsewhere else PLANT)
    [capacity] = there.capacity

    assert there.chance_at(capacity.span) < 0.95


def test_the_learned_weights_know_a_groups_goal_from_a_plants_size() -> None:
    [told] = [each for each in read(PLANT, title=TITLE) if each.kind == "facility"]

    [capacity] = told.capacity
    assert told.chance_at(capacity.span) > 0.5
