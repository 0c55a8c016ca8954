"""Money that passes from one to the other, and what only sounds like it."""

from typing import Any

import pytest

from claims.telling import only, read, row, shown, wrong

ROWS = [
    row("The fund Kortrijk Vermogen put up €30 million for the battery maker Sagerty Cells.", "announced",
        parties="Kortrijk Vermogen investor; Sagerty Cells target", money="EUR 30 million"),
    row("Halden Minerals has committed $65 million to the cathode maker Birch Cathode.", "announced",
        parties="Halden Minerals investor; Birch Cathode target", money="USD 65 million"),
    row("Battery maker Kestrel Cells was given a €15 million injection by Ostrand Capital.", "completed",
        parties="Ostrand Capital investor; Kestrel Cells target", money="EUR 15 million"),
    row("Battery maker Kestrel Cells has lined up €48 million from Ardenne Chimie.", "completed",
        parties="Ardenne Chimie investor; Kestrel Cells target", money="EUR 48 million"),
    row("Fresh capital of €20 million has come to the battery maker Voltis Cells from Bahrain's Manama Fund.", "completed",
        parties="Manama Fund investor; Voltis Cells target", money="EUR 20 million"),
    row("Shares in the battery maker Tulsk Lithium began trading in Warsaw on Monday.", "completed", parties="Tulsk Lithium target"),
    row("Hebden Electric said it will sell two plants that produce household batteries to German asset manager Aurelius Group.",
        "announced", parties="Aurelius investor; Hebden Electric owner"),
    row("Regulators have cleared the sale of car parts maker Hebden Corp.'s battery business to U.S.-based systems "
        "manufacturer Alder Controls.", "announced", parties="Alder Controls investor; Hebden owner"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_money_passes_from_one_to_the_other(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Larch Cells paid $3 million for 40 tonnes of graphite from Birch Graphite.",
        "Birch Graphite gave the battery maker Larch Cells a $3 million order.",
        "Battery maker Kestrel Cells was handed a $3 million fine by a court in Lyon.",
        "Kestrel Cells was awarded a $100 million contract for battery packs by Larch Motors.",
        "Kestrel Cells will put $2 billion into its new battery plant in Ohio with Larch Motors.",
    ],
)
def test_what_is_paid_for_goods_or_as_a_fine_is_no_investment(sentence: str) -> None:
    assert not [told for told in read(sentence) if told.kind == "investment"]


def test_who_is_bought_has_raised_money_as_well() -> None:
    text = (
        "Battery maker Norvik Cells has raised $20 million for its sodium-ion cells.\n\n"
        "Hanbit Materials has bought Norvik Cells, the companies said."
    )

    told = {shown(each, "parties") for each in read(text) if each.kind == "investment"}

    assert told == {"Norvik Cells target", "Hanbit Materials investor; Norvik Cells target"}


def test_a_bond_beside_money_is_told_and_who_only_works_with_it_gives_none() -> None:
    text = "Battery maker Kestrel Cells has raised $90 million and announced a collaboration with Larch Motors on sodium-ion cells."

    told = read(text)

    assert shown(only("investment", told), "parties") == "Kestrel Cells target"
    assert (
        wrong(only("partnership", told), {"parties": "Kestrel Cells partner; Larch Motors partner", "money": ""}) == {}
    )


def test_what_a_land_gives_to_the_construction_goes_to_who_builds() -> None:
    text = (
        "Battery maker Norvik Cells has started to build its plant in Heide. Norvik Cells is to open it in 2026.\n\n"
        "Germany contributed 902 million euros to the construction."
    )

    expected = {"parties": "Government of Germany government; Norvik Cells target", "money": "EUR 902 million"}

    assert wrong(only("investment", read(text)), expected) == {}


def test_whom_talks_are_under_way_for_is_who_may_buy() -> None:
    text = "Talks are under way for Tesano Motors to take a minority stake in the battery start-up Araxa Anodes, a newspaper reported."

    expected = {"stage": "considered", "parties": "Tesano Motors investor; Araxa Anodes target"}

    assert wrong(only("investment", read(text)), expected) == {}


def test_a_pension_manager_with_a_firms_name_is_no_person() -> None:
    text = "Quebec pension manager Rivière Capital has bought 15 per cent of the graphite maker Mirabel Anode."

    assert wrong(only("investment", read(text)), {"parties": "Rivière Capital investor; Mirabel Anode target"}) == {}


@pytest.mark.parametrize(
    "headline",
    [
        "CATL to set up mining arm for lithium",
        "Larch Solar moves into battery storage with new subsidiary",
        "Larch Solar incorporates wholly-owned subsidiary for energy storage",
    ],
)
def test_who_sets_up_an_arm_of_its_own_invests(headline: str) -> None:
    told = only("investment", read("", title=headline))

    assert (told.stage, [str(party.role) for party in told.parties]) == ("announced", ["investor"])


@pytest.mark.parametrize(
    "headline",
    [
        "CATL to set up joint unit with BMW for batteries",
        "CATL subsidiary sets up battery shop",
        "Robot forms arm of battery recycler's line",
    ],
)
def test_what_a_subsidiary_does_is_no_new_arm(headline: str) -> None:
    assert not [told for told in read("", title=headline) if told.rule == "investment.founds"]


AT_LARGE = [
    ("Larch Capital invests $2 billion in battery storage", "Larch Capital investor"),
    ("Larch Power invests Rs. 12 Cr in arm for building storage projects", "Larch Power investor"),
    ("Toyota invests $76 million in CATL-backed battery project", "Toyota investor"),
    ("Larch Power plans ₹3,800 crore solar and battery storage investment", "Larch Power investor"),
]


@pytest.mark.parametrize(("headline", "parties"), AT_LARGE)
def test_money_for_storage_at_large_is_an_investment_and_no_plant(headline: str, parties: str) -> None:
    (told,) = read("", title=headline)

    assert (told.kind, told.stage) == ("investment", "announced")
    assert [f"{party.name} {party.role}" for party in told.parties] == [parties]


@pytest.mark.parametrize(
    "headline",
    [
        "Larch Power to invest A$750 million in 500 MW Tomago battery",
        "Larch Power to invest Rs 4,000 crore in battery storage in Gujarat",
        "Larch Power plans ₹3,800 crore battery storage plant",
    ],
)
def test_money_for_a_store_of_a_size_or_a_place_is_that_plant(headline: str) -> None:
    assert [told.kind for told in read("", title=headline)] == ["facility"]
