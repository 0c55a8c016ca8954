"""Production that is put off or brought forward, with or without a plant's noun."""

from __future__ import annotations

from typing import Any

import pytest

from claims.telling import only, read, row, wrong

_MOVED = [
    row(
        "Voltaryn Metals said production of lithium carbonate would be delayed by about a year.",
        "delayed",
        parties="Voltaryn Metals owner",
        product="lithium",
    ),
    row(
        "First output of nickel sulphate in Kotka is now planned for the second half of 2027, nine months later than"
        " it had promised, Voltaryn Metals said.",
        "delayed",
        place="Kotka",
        dates="production_start 2027-H2",
    ),
    row(
        "Voltaryn Graphite said output of anode material in Vidalia would not begin until 2028.",
        "delayed",
        dates="production_start 2028",
    ),
    row(
        "The ramp-up of cathode production in Gwangyang has slipped to the second half of 2027, Voltaryn Materials said.",
        "delayed",
        dates="production_start 2027-H2",
    ),
    row(
        "Voltaryn Nickel said that nickel sulphate output in Kotka was now due in 2027 rather than 2026.",
        "delayed",
        dates="production_start 2027",
    ),
    row(
        "Voltaryn Lithium has brought forward first lithium production in Cornwall to 2026.",
        "announced",
        place="Cornwall",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), _MOVED)
def test_production_that_is_moved_is_a_plants(sentence: str, expected: dict[str, Any]) -> None:
    told = only("facility", read(sentence))

    assert wrong(told, expected) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mass production of its 46-series cells has been put off until 2027, Voltaryn Energy said.",
        "Voltaryn said production of its electric truck would be delayed by six months.",
    ],
)
def test_a_product_that_is_moved_is_no_plant(sentence: str) -> None:
    assert not [told for told in read(sentence) if told.kind == "facility"]
