"""Stores as titles tell them that say it all: handed in for approval, connected to a grid, allowed by planners."""

from __future__ import annotations

import pytest

from claims.telling import only, read, row, wrong
from claims.test_stores_told import titled


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn submits 600MWh Larkin Hills BESS to Australia's EPBC Act",
        "Voltaryn Energy submits a 900MWh battery storage project to Australia's EPBC Act",
        "Voltaryn Energy refers 400MW battery storage system in Australia to the federal EPBC Act for assessment",
        "Voltaryn Energy sends 300 MWh Larkin BESS in Australia to EPBC as its neighbours object",
    ],
)
def test_what_is_handed_in_for_approval_is_planned(title: str) -> None:
    told = only("facility", titled(title))

    assert (told.rule, told.stage, told.country) == ("facility.applied", "announced", "AU")
    assert [party.name.split()[0] for party in told.parties] == ["Voltaryn"]
    assert [each.kind for each in titled(title)] == ["facility"]  # the law under which it is stays as it is


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn submits 2GW data centre with 9GWh of storage to Australia's EPBC Act",  # something else
        "Voltaryn submits two 900MWh battery storage projects to Australia's EPBC Act",  # each of its own size
        "Voltaryn plans to submit 600MWh Larkin Hills BESS to Australia's EPBC Act",
        "Voltaryn submits report on its battery storage project to the federal government for review",
        "Voltaryn sends battery storage system to a customer in Australia",
    ],
)
def test_what_is_not_handed_in_is_no_application(title: str) -> None:
    assert "facility.applied" not in {told.rule for told in titled(title)}


@pytest.mark.parametrize(
    "title",
    [
        "Hungary: 1.6GWh Larkin BESS submitted for approval by Voltaryn",
        "Voltaryn Energy lodges 300 MWh Ostra battery storage facility for planning approval in Peru",
    ],
)
def test_a_store_submitted_for_approval_is_not_approved(title: str) -> None:
    assert {told.stage for told in titled(title)} <= {"considered", "announced"}


def test_a_stores_own_name_is_neither_a_firm_nor_a_town() -> None:
    told = only("facility", titled("Ausgrid submits 300MWh Berkeley Vale BESS in New South Wales to the EPBC Act"))

    assert [party.name for party in told.parties] == ["Ausgrid"]
    assert told.place is not None
    assert told.place.country == "AU"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        row("Voltaryn Energy's 1,660MWh Larkin BESS reaches commercial operations in Peru", "operating", country="PE"),
        row("Voltaryn Energy's 650MWh Larkin BESS reaches full output in Peru", "operating", capacity="650 MWh"),
        row("Voltaryn Energy connects 500MWh BESS cluster in Peru to the grid", "operating", product="storage"),
        row("Peru connects its largest energy storage station to grid", "operating", parties="Peru government"),
        row("Gore Street energises 80MW battery in Peru", "operating", product="storage"),
        row("Voltaryn Energy starts construction on 900MWh Stage 1 of Ostra Plains Battery", "construction"),
        row("1.6GWh grid-forming Ostra Battery receives environmental approval in Peru", "permitted", parties=""),
        row("Voltaryn's 2.4GWh Larkin North BESS clears EPBC Act assessment in Victoria", "permitted"),
        row("State planners approve 150MWh BESS in Peru; Voltaryn submits 1GWh development", "permitted", parties=""),
        row("Spanish company to build 300 MW of solar, 850 MWh of BESS in Peru", "announced", country="PE"),
        row("Voltaryn Will Build a Peru Battery Factory With Technology From China", "announced", parties="Voltaryn owner"),
        row("Harmony starts building third 200MWh BESS in Peru", "construction", parties="Harmony owner"),
        row("Voltaryn Energy completes construction of 198MWh BESS in Peru", "operating", parties="Voltaryn Energy owner"),
        row("Ganfeng Lithium begins lithium production at Argentina plant", "operating", country="AR"),
    ],
)  # fmt: skip
def test_a_title_tells_how_far_a_store_or_a_plant_is(title: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", titled(title)), expected) == {}


@pytest.mark.parametrize(
    ("title", "stages"),
    [
        ("Voltaryn Energy will connect 500MWh BESS in Peru to the grid", {"announced"}),
        ("Voltaryn reaches commercial close on 76MW BESS in Peru", set()),
        ("Ostra Street closed as blaze erupts at battery plant in Peru", set()),
        ("Voltaryn connects with grid operators over storage projects", set()),
    ],
)
def test_what_is_not_reached_is_not_told_as_reached(title: str, stages: set[str]) -> None:
    assert {told.stage for told in titled(title) if told.kind == "facility"} <= stages


def test_each_part_of_a_title_has_its_own_news() -> None:
    told = only("facility", titled("Planners approve 150MWh BESS in Peru; Voltaryn submits 1GWh development to Peru"))

    assert (told.parties, [capacity.text for capacity in told.capacity]) == ((), ["150 MWh"])


def test_an_owner_of_a_store_stands_where_its_land_is_named() -> None:
    told = only("facility", read("More in the paper.", title="Voltaryn opens Malawi's first grid-scale BESS"))

    assert told.country == "MW"
