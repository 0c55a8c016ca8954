"""A plant that an agreement is for, and the governments of states and provinces that sign it."""

import pytest

from claims.telling import only, read, shown


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kestrel Cells and Norvane have signed an agreement for a 10 GWh battery plant in Sanand.", "Kestrel Cells owner; Norvane owner"),
        ("Kestrel Cells has signed an accord for a 10 GWh battery plant in Sanand.", "Kestrel Cells owner"),
        ("The Telangana government has signed an MoU with Kestrel Cells for a battery cell plant in Hyderabad.", "Kestrel Cells owner; Government of Telangana government"),
        ("Kestrel Cells signed a memorandum with the state government of Tamil Nadu for a cathode plant in Hosur.", "Kestrel Cells owner; Government of Tamil Nadu government"),
        ("An agreement was signed in Rabat between Morocco and Kestrel Cells for the construction of a battery cell plant in Kenitra.", "Kestrel Cells owner"),
    ],
)  # fmt: skip
def test_a_plant_that_an_agreement_is_for_is_planned(text: str, parties: str) -> None:
    told = only("facility", read(text))

    assert (told.stage, shown(told, "parties")) == ("announced", parties)


def test_a_plant_whose_agreement_only_studies_it_is_considered() -> None:
    text = "Kestrel Cells signed a memorandum with Norvane Power on a possible cathode plant in Vaasa."

    assert only("facility", read(text)).stage == "considered"


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Cells signed an agreement with Norvane Motors for battery plant equipment in Ohio.",
        "Kestrel Cells signed a land lease agreement for its battery plant in Ohio.",
        "Kestrel Cells signed an agreement with Norvane on the sale of its battery plant in Ohio.",
        "Workers at Kestrel Cells reached an agreement with the company for the battery plant in Ohio.",
        "Kestrel Cells signed an agreement with Norvane Motors for the supply of cells from its plant in Ohio.",
        "Kestrel Motors signed an agreement with Norvane Cells for the supply of battery cells for the plant in Ohio.",
        "Kestrel Cells has not signed an agreement for a battery plant in Ohio.",
    ],
)
def test_agreements_on_other_things_plan_no_plant(text: str) -> None:
    assert not [told for told in read(text) if told.kind == "facility"]


def test_who_gets_the_permit_may_stand_in_the_next_sentence() -> None:
    text = (
        "The government of Quebec has given the green light to the Tremblay lithium mine. "
        "The decree allows Kestrel Spodumene Corp. to extract 3,500 tonnes of ore a year."
    )

    assert "Kestrel Spodumene owner" in shown(only("facility", read(text)), "parties")


def test_the_land_of_a_government_tells_which_town_is_meant() -> None:
    text = "Norvane Nickel will build a nickel sulphate plant in Kingston, Ontario's economy minister said."

    assert only("facility", read(text)).country == "CA"


@pytest.mark.parametrize("bank", ["The Export-Import Bank of the United States", "UK Export Finance"])
def test_a_bank_that_is_a_governments_department_is_a_government(bank: str) -> None:
    text = f"{bank} will lend Kestrel Cells $300 million for its battery cell plant."

    assert "government" in {party.role for party in only("investment", read(text)).parties}
