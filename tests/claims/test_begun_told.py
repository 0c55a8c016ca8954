"""What is announced as begun has begun, a pause is a delay, and where a plant will stand."""

import pytest

from claims.telling import only, read, shown


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Kestrel Cells announced the start of production at its cell plant in Reno.", "operating"),
        ("Kestrel Cells announced the opening of its new battery plant in Reno.", "operating"),
        ("Kestrel Cells confirmed the start of construction of its cell plant in Reno.", "construction"),
        ("Kestrel Cells announced the start of production in 2027 at its cell plant in Reno.", "announced"),
        ("Kestrel Cells announced the planned start of production at its cell plant in Reno.", "announced"),
        ("Kestrel Cells announced the opening of a battery plant in Reno next year.", "announced"),
        ("Kestrel Cells has announced a pause on the construction of a proposed cathode plant in Loyalist.", "delayed"),
        ("Kestrel Cells has announced a halt to work on its lithium refinery in Kwinana.", "delayed"),
        ("Szeged will be the site of Kestrel's first European battery plant.", "announced"),
        ("Kestrel said Reno will be the site of its first battery cell plant.", "announced"),
    ],
)
def test_how_far_a_plant_is_that_is_announced(text: str, stage: str) -> None:
    assert only("facility", read(text)).stage == stage


def test_a_lands_board_is_a_government_and_a_companys_is_none() -> None:
    text = "Thailand's Board of Investment has approved Kestrel's plan to build a battery cell factory in Rayong."

    assert "Board of Investment, Thailand government" in shown(only("facility", read(text)), "parties")
    text = "Norvane's Supervisory Board has approved the plan to build a battery cell factory in Rayong."
    assert "government" not in shown(only("facility", read(text)), "parties")


def test_a_fund_named_battery_is_no_battery_news() -> None:
    assert not read("Battery Ventures, a technology investor, has raised $2 billion in two new funds.")
