"""Steps of plants that verbs of other things tell: years that move, permits to build, halls that lift a capacity."""

import pytest

from claims.telling import only, read, shown


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Voltaryn's battery plant in Glendale will open in 2027 instead of 2026.", "delayed"),
        ("Voltaryn will start production at its cell plant in Glendale in late 2027 rather than 2026.", "delayed"),
        ("Voltaryn has put its cathode project in Quebec on the back burner.", "delayed"),
        (
            "Mexico's environment ministry has cleared Voltaryn to build a lithium carbonate plant in Sonora.",
            "permitted",
        ),
        ("Voltaryn has added a third line at its Yibin battery plant, lifting annual capacity to 100 GWh.", "expanded"),
        ("Voltaryn has ruled out building a battery gigafactory at Coventry.", "cancelled"),
    ],
)
def test_how_far_a_plant_is(text: str, stage: str) -> None:
    told = only("facility", read(text))

    assert (told.stage, shown(told, "parties")) == (stage, "Voltaryn owner")


def test_a_year_that_comes_nearer_is_no_delay() -> None:
    assert only("facility", read("Voltaryn's battery plant in Glendale will open in 2025 instead of 2026.")).stage != "delayed"  # fmt: skip


def test_who_acts_beside_another_is_a_company_whatever_its_land() -> None:
    text = "Japan's Voltaryn and Thailand's Norvane will build a 6 GWh battery cell plant in Chonburi."

    assert shown(only("facility", read(text)), "parties") == "Voltaryn owner; Norvane owner"


def test_a_plant_without_goods_is_for_those_the_text_speaks_of() -> None:
    text = "Voltaryn has halted work at its project near Darwin.\n\nPrices of spodumene have fallen by 85%, the miner said."

    assert shown(only("facility", read(text)), "product") == "lithium"


def test_battery_materials_are_no_cells() -> None:
    text = "Voltaryn has announced a pause on the construction of a battery-materials plant in Loyalist, Ontario."

    assert only("facility", read(text)).product is None
