"""Stores of power as titles tell them: beside the sun, by their power alone, by the land that builds, by a tender."""

from __future__ import annotations

import pytest

from cellwire.model import Development
from claims.telling import only, read, row, wrong


def titled(title: str) -> list[Development]:
    """What rules read in a title that stands over a text which says nothing."""
    return [told for told in read("More in the paper.", title=title) if not told.by_words]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        row("Oman switches on its largest off-grid solar-plus-storage park", "operating", parties="Oman government"),
        row("Voltaryn Energy begins work on solar and battery project in Szolnok", "construction", place="Szolnok"),
        row("Botswana breaks ground on 500 MW solar-plus-storage project", "construction", product="storage"),
        row(
            "Keliva Energy turns sod on 140 MW solar project with BESS in Peru",
            "construction",
            parties="Keliva Energy owner",
        ),
        row("Voltaryn turns on 500 MWh battery project in Szolnok", "operating", capacity="500 MWh"),
        row(
            "Keliva Energy activates 200 MW / 400 MWh of energy storage in Peru",
            "operating",
            parties="Keliva Energy owner",
        ),
        row("Voltaryn to build 19 MW battery system in Szolnok", "announced", product="storage"),
        row("Construction to begin on 90MW Szolnok Battery Park in Hungary", "construction", product="storage"),
        row("Voltaryn plans Szolnok Battery Park for cells", "announced", product="cell"),
        row("Voltaryn is building the world's largest battery system in Peru", "construction", product="storage"),
        row("Oman builds 70 MW battery backup to steady its grid", "construction", parties="Oman government"),
        row("Peru's First Utility Battery Project Goes Online", "operating", parties="", product="storage"),
        row("Voltaryn's battery storage project in Szolnok is now live", "operating", parties="Voltaryn owner"),
        row("Construction starts on 420 MW solar and BESS facility in Mexico", "construction", parties=""),
        row("Voltaryn and Keliva Cells launch battery storage at Szolnok plant", "operating", place="Szolnok"),
    ],
)
def test_a_title_tells_of_a_store(title: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", titled(title)), expected) == {}


@pytest.mark.parametrize(
    "title",
    [
        "Peru adds 4.6 GWh of battery storage in Q1",  # a figure of the market
        "US installs record 18.9 GW of energy storage in 2025",
        "Voltaryn deploys 9.4 GWh of energy storage in Q2",
        "Oman to host Voltaryn's talks on solar and battery costs",
        "Northern Sun opens battery park in Lithuania",  # whose it is no list knows
        "Solar and battery market grows in Peru",
    ],
)
def test_what_stands_beside_a_store_tells_of_none(title: str) -> None:
    assert [told.rule for told in titled(title) if told.kind == "facility"] == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        row("Tripura issues tender for 50 MW/200 MWh of battery energy storage", "announced", capacity="200 MWh"),
        row("Senegal launches 500 MW solar tender with battery storage", "announced", parties="Senegal government"),
        row("Oman opens a tender for two battery storage projects near Sohar", "announced", place="Sohar"),
    ],
)
def test_a_store_that_bids_are_asked_for_is_planned(title: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", titled(title)), expected) == {}


def test_a_tender_that_is_won_or_for_a_builder_plans_nothing() -> None:
    for title in ("Voltaryn wins tender for battery storage", "Zzyzx Power invites EPC bids for 20 MWh BESS project"):
        assert [told for told in titled(title) if told.rule == "facility.tender"] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row("Voltaryn Metals begins maiden drilling at the Pine Valley lithium project.", "considered"),
        row(
            "Voltaryn Metals unveils a lithium resource of 1.07 million tonnes near Kittilä.",
            "considered",
            product="lithium",
        ),
        row("Keliva Resources confirms a nickel-cobalt deposit near Kittilä.", "considered", product="nickel"),
    ],
)
def test_a_mine_that_is_drilled_or_measured_is_considered(sentence: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn Metals begins drilling at the Pine Valley gold project, and buys a lithium battery for its drill.",
        "Researchers report lithium deposits in the batteries of old cars.",
    ],
)
def test_other_ores_and_deposits_are_no_mine(sentence: str) -> None:
    assert [told for told in read(sentence) if told.rule == "facility.explore"] == []


def test_goods_to_be_made_in_a_land_are_a_plant_in_a_title_alone() -> None:
    told = only("facility", titled("Keliva Cells to make zinc battery cells in Japan for data centers"))
    assert (told.stage, told.country) == ("announced", "JP")
    told = only("facility", titled("Keliva Cells and Voltaryn are planning US sodium-ion battery manufacturing"))
    assert (told.stage, told.country) == ("announced", "US")


def test_a_plant_to_start_is_announced_and_one_ready_for_business_runs() -> None:
    told = only("facility", titled("Voltaryn to start 4 GWh cell manufacturing facility in Szolnok"))
    assert (told.stage, told.place and told.place.name) == ("announced", "Szolnok")
    assert only("facility", read("Voltaryn's first cell plant in Szolnok is ready for business.")).stage == "operating"
