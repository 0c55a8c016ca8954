"""Whose a plant's owner is, as the text says it: a subsidiary's parent and a venture's founders own the plant too."""

import pytest

from claims.telling import only, read, shown

STARTED = "has begun construction of a battery cell plant in Kaohsiung, Taiwan."


@pytest.mark.parametrize(
    "text",
    [
        f"Kestrel Quantum Energy Corporation, a subsidiary of Norvane Cement Corporation, {STARTED}",
        f"Kestrel Quantum Energy, the battery-making unit of the Taiwanese conglomerate Norvane Cement, {STARTED}",
        f"Norvane Cement's battery subsidiary Kestrel Quantum Energy {STARTED}",
        f"Kestrel Quantum Energy, 70% owned by Norvane Cement, {STARTED}",
        f"Kestrel Quantum Energy {STARTED} Kestrel Quantum Energy is a wholly owned subsidiary of Norvane Cement.",
    ],
)
def test_a_units_plant_is_its_parents_too(text: str) -> None:
    told = only("facility", read(text))

    assert {shown(told, "parties")} <= {
        "Kestrel Quantum Energy owner; Norvane Cement owner",
        "Norvane Cement owner; Kestrel Quantum Energy owner",
    }


@pytest.mark.parametrize(
    "text",
    [
        f"Kestrel Cells, a joint venture between the engine maker Tarmin, Daimler Trucks and Paccar, {STARTED}",
        f"Kestrel Cells – a joint venture of Tarmin (40%), Daimler Trucks (40%) and Paccar (20%) – {STARTED}",
        f"PT Kestrel Cells, in which Tarmin partners with Daimler Trucks and Paccar, {STARTED}",
        "Tarmin, Daimler Trucks and Paccar have completed the formation of a joint venture, Kestrel Cells. "
        f"Kestrel Cells {STARTED}",
        f"Tarmin, Daimler Trucks and Paccar's joint venture Kestrel Cells {STARTED}",
    ],
)
def test_a_ventures_plant_is_its_founders_too(text: str) -> None:
    told = shown(only("facility", read(text)), "parties")

    assert all(f"{name} owner" in told for name in ("Kestrel Cells", "Tarmin", "Daimler Trucks", "Paccar"))


def test_one_step_up_is_told_and_not_the_next() -> None:
    text = f"Kestrel Cells, a subsidiary of Norvane Cement, {STARTED} Norvane Cement is a unit of Aldermoor Group."

    assert "Aldermoor" not in shown(only("facility", read(text)), "parties")


def test_what_once_was_built_stays_its_builders() -> None:
    text = (
        "Kestrel Cells, a subsidiary of Norvane Cement, plans a battery cell plant in Kaohsiung, Taiwan. "
        "Kestrel Cells already runs a cell plant in Tainan, which opened in 2015."
    )
    told = {shown(each, "place"): shown(each, "parties") for each in read(text)}

    assert told["Tainan"] == "Kestrel Cells owner"


def test_a_government_named_twice_is_one_party() -> None:
    text = (
        "The government of Morocco has signed an agreement with Kestrel Cells to build a battery cell plant in Kenitra. "
        "The Moroccan government will give land for the battery cell plant in Kenitra, Kestrel Cells said."
    )

    assert shown(only("facility", read(text)), "parties") == "Kestrel Cells owner; Government of Morocco government"
