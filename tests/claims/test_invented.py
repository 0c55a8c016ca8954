"""What reads like news of the battery industry and is none: words with another meaning, others' acts, other trades."""

import pytest

from claims.telling import read

ANOTHER_WORD = [
    ("facility", "Alder Energy secured project finance for its 80 MWh storage system in Leeds."),
    ("facility", "Kestrel Cells and Birch are partners in a government-backed project to make EV batteries safer, worth $2 million."),
    ("technology", "Rumours emerge of a new partnership of Tesla with Australian lithium-ion battery testing equipment supplier Novonix."),
    ("supply", "When Alder Motors needed a supply chain for the ceramics of its batteries, Birch Ceramics was a natural fit."),
    ("investment", "Kestrel Cells is rated a strong buy after Alder raised its buy rating on batteries."),
    ("market", "Visit Settings of Kestrel and see battery usage, down 20% from a year ago."),
    ("policy", "Battery ventures with Chinese partners could fall foul of US legislation."),
    ("incident", "Alder and Kestrel are to tackle thermal runaway in battery packs."),
    ("incident", "Ford warns of job losses at its battery plant in Marshall."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), ANOTHER_WORD)
def test_a_word_of_another_meaning_tells_nothing(kind: str, text: str) -> None:
    assert kind not in {each.kind for each in read(text)}


@pytest.mark.parametrize(
    "title",
    [
        "BMW spin-off Malta raises $50m for energy storage",
        "A key Tesla supplier is slashing jobs at a battery plant",
    ],
)
def test_whose_owner_or_supplier_acts_does_not_act(title: str) -> None:
    told = read("More in the paper.", title=title)

    assert not {"BMW", "Tesla"} & {party.name for each in told for party in each.parties}


def test_a_supplier_with_a_name_acts_itself() -> None:
    (told,) = (each for each in read("Tesla supplier Panasonic is slashing 500 jobs at its battery plant in Kansas."))

    assert [party.name for party in told.parties] == ["Panasonic"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Alder X8 will feature a new silicon-carbon battery.", "Alder launches X8 phone with 256GB of storage"),
        ("Lithium Chain has raised $1 million, a milestone.", "Lithium Chain raises $1 million for its blockchain"),
        ("Alder Neuro signed a partnership with Birch Hospital for a clinical trial of its lithium carbonate.", ""),
        ("The government approved Alder's project for the production of copper cathode in Samsun.", ""),
    ],
)
def test_what_is_called_so_in_other_trades_is_none_of_ours(text: str, title: str) -> None:
    assert read(text, title=title) == []


def test_a_recall_of_a_gadget_is_about_its_battery() -> None:
    told = read("Alder recalls 40,000 lithium-ion batteries that catch fire.", title="Alder recalls power banks")

    assert {each.kind for each in told} == {"incident"}


@pytest.mark.parametrize(
    "text",
    [
        "The ties date back a decade when Daimler acquired a stake in battery maker Kestrel Cells.",
        "In the past, Daimler acquired a stake in battery maker Kestrel Cells.",
    ],
)
def test_what_was_done_in_the_past_is_background(text: str) -> None:
    assert {each.background for each in read(text)} == {True}


def test_what_was_delayed_long_ago_is_not_put_back_now() -> None:
    text = "Tesla made the first truck on its new line at its battery factory in Reno, a milestone for its long-delayed truck."

    assert "delayed" not in {each.stage for each in read(text)}


DESCRIBED = [
    ("technology", "In Toyota's design, a new solid lithium metal anode sits in contact with the solid electrolyte."),
    ("technology", "The BYD blade battery uses flat LFP cells for more range compared to older designs."),
    ("technology", "The Alder One uses a new 74 kWh LFP battery pack, available with front- or all-wheel drive."),
    ("facility", "Tesla plans to start shipping cars made at its battery plant in Shanghai."),
    ("facility", "Tesla and Panasonic renew their bond, but no gigafactory expansion yet."),
]


@pytest.mark.parametrize(("kind", "text"), DESCRIBED)
def test_what_only_describes_or_is_asked_for_is_no_step(kind: str, text: str) -> None:
    assert kind not in {each.kind for each in read(text)}


def test_a_halt_that_is_demanded_halts_nothing() -> None:
    told = read("More in the paper.", title="Village demands halt to Tesla lithium refinery")
    assert all(each.by_words for each in told)
