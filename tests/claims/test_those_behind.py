"""Who takes part in news as the sentences behind it say: who develops a store, who made what is recalled."""

from dataclasses import replace

import pytest

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from cellwire.model import Block, BlockKind
from claims.telling import document, only, read, shown

DEVELOPED = [
    "The project is being developed by Able Grid and MAP Energy.",
    "The facility is owned and operated by Able Grid and MAP Energy.",
    "This project was developed and owned by Able Grid and MAP Energy.",
]


@pytest.mark.parametrize("behind", DEVELOPED)
def test_who_develops_a_store_owns_it(behind: str) -> None:
    store = "The 100 MW Chisholm battery storage system began construction in Fort Worth this week."
    told = only("facility", read(f"{store} {behind}"))

    assert shown(told, "parties") == "Able Grid owner; MAP Energy owner"


FAULTY = [
    "General Motors will recall 70,000 Chevy Bolts with batteries from LG Energy Solution over fire risks.",
    "General Motors will recall electric cars equipped with supplier LG Energy Solution's batteries over fire risks.",
    "General Motors will recall electric cars over battery fires. The cells were made by LG Energy Solution.",
    "General Motors will recall electric cars over battery fires. LG Energy Solution supplied the batteries.",
    "General Motors will recall electric cars over battery fires. The battery supplier is LG Energy Solution.",
    "General Motors will recall electric cars over battery fires. It blamed its battery supplier LG Energy Solution.",
]


@pytest.mark.parametrize("text", FAULTY)
def test_who_made_the_batteries_that_are_recalled_supplied_them(text: str) -> None:
    told = only("incident", read(text))

    assert shown(told, "parties") == "General Motors owner; LG Energy Solution supplier"


def test_who_makes_no_batteries_supplied_none_that_are_recalled() -> None:
    told = only(
        "incident", read("General Motors will recall electric cars over battery fires. Ford's batteries are safe.")
    )

    assert shown(told, "parties") == "General Motors owner"


def test_whose_partner_a_firm_is_says_only_which_firm() -> None:
    told = only("investment", read("Glencore will invest $200 million in Tesla battery recycling partner Li-Cycle."))

    assert shown(told, "parties") == "Glencore investor; Li-Cycle target"


def test_what_only_headlines_tell_of_is_read() -> None:
    told = document(
        "Northvolt builds battery plant in Gdansk\n\nIt has rained.",
        title="Northvolt to build battery plant in Gdansk",
    )
    title, heading, *rest = told.blocks
    headed = replace(told, blocks=(title, Block(BlockKind.HEADING, heading.span), *rest))

    [plant] = read_developments(headed, load_lexicon())
    assert shown(plant, "parties") == "Northvolt owner"


ITS_OWN = [
    ("incident", "General Motors will lay off 550 workers at its Ultium Cells battery plant in Ohio."),
    ("facility", "General Motors will retool its Ultium Cells plant in Spring Hill to make LFP batteries."),
    ("facility", "General Motors will build a battery plant in Ohio through its joint venture Ultium Cells."),
]


@pytest.mark.parametrize(("kind", "text"), ITS_OWN)
def test_the_unit_that_an_owner_calls_its_own_owns_the_plant_beside_it(kind: str, text: str) -> None:
    told = only(kind, read(text))

    assert {"General Motors", "Ultium Cells"} <= {party.name for party in told.parties if party.role == "owner"}


def test_a_plant_that_is_called_after_its_place_has_one_owner() -> None:
    told = only("facility", read("General Motors has delayed the expansion of its Spring Hill battery plant."))

    assert shown(told, "parties") == "General Motors owner"
