"""Which chemistry goods are of: none that they are compared with, that a firm is called after, or that only sounds so."""

import pytest

from claims.telling import only, read, shown


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ionvale has developed a new LMFP battery cell that lasts a fifth longer compared to good lithium iron "
         "phosphate (LFP) cells.", "LMFP"),
        ("Ionvale has unveiled a new sodium-ion battery cell, outperforming the energy density of LFP cells.", "sodium-ion"),
        ("Ionvale has unveiled a new LMFP battery cell that does without using NCM material.", "LMFP"),
        ("Ionvale has unveiled new LMFP and LFP battery cells.", "LFP; LMFP"),
    ],
)  # fmt: skip
def test_what_goods_are_compared_with_they_are_not_of(text: str, kinds: str) -> None:
    assert shown(only("technology", read(text)), "chemistry") == kinds


def test_a_title_says_which_of_two_is_to_come() -> None:
    text = (
        "Today LG Chem supplies NCM 811 battery cells to Tesla, but from next month on these will give way to others "
        "of NCMA chemistry."
    )
    told = read(text, title="LG Chem will soon supply NCMA battery cells to Tesla")

    assert {shown(each, "chemistry") for each in told if each.kind == "supply"} == {"NCMA"}


@pytest.mark.parametrize("battery", ["Solid-State Transformer technology", "solid-state transformers"])
def test_what_only_sounds_like_a_battery_has_no_chemistry(battery: str) -> None:
    pact = only("partnership", read(f"CATL and Sungrow have signed a partnership on {battery} for battery storage."))

    assert shown(pact, "chemistry") == ""


def test_a_store_of_second_life_batteries_is_no_recycling() -> None:
    text = (
        "Rivian partners with Redwood Materials to deploy a 10 MWh second-life EV battery storage system in Illinois."
    )

    assert {shown(each, "product") for each in read(text)} == {"storage"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CATL is testing a new sodium-ion battery.", True),
        ("CATL tests a new sodium-ion battery.", True),
        ("CATL has a new sodium-ion battery testing platform.", False),
        ("This is the first large-scale test of whether the new sodium-ion battery of CATL will sell.", False),
        ("CATL bet heavily on mass production of sodium-ion battery cells.", False),
        ("CATL begins mass production of sodium-ion battery cells.", True),
    ],
)
def test_a_place_for_tests_or_a_bet_is_no_news_of_goods(text: str, *, told: bool) -> None:
    assert any(each.kind == "technology" and not each.by_words for each in read(text)) is told
