"""Figures of a whole, of others or of another thing, in the sentence that tells a plant or a deal."""

import pytest

from claims.telling import read


@pytest.mark.parametrize(
    ("kind", "sentence", "sums"),
    [
        ("facility", "Alder Energy to build battery plant in Szolnok with €15 million RRF funding", set()),
        ("facility", "Alder Energy to build battery plant in Szolnok with €90 million of bank financing", set()),
        ("facility", "Alder Energy charges up plans for a battery plant in Szolnok with €90 million investment boost", set()),
        ("facility", "Alder Energy will build a €900 million battery project in Szolnok with EU funding.", {9e8}),
        ("facility", "Alder Energy will build a €15 million battery plant in Szolnok.", {15e6}),
        ("investment", "Battery maker Alder Energy has raised €55 million in a funding round.", {55e6}),
        ("investment", "Battery optimisers Birchgrid, Alder Energy raise €55 million", set()),
        ("investment", "Alder Energy acquires Birch Motors' stake in the €3.5 billion Szolnok battery plant.", set()),
        ("investment", "Alder Energy acquires Birch Motors' stake in Cedar Cells for €3.5 billion.", {3.5e9}),
        ("investment", "Alder Energy invests $500 million in solid-state batteries", {5e8}),
        (
            "investment",
            "Alder Energy has secured half of the financing for a C$450 million battery component plant in Szolnok.",
            set(),
        ),
    ],
)  # fmt: skip
def test_a_whole_or_anothers_sum_is_not_the_deals(kind: str, sentence: str, sums: set[float]) -> None:
    title, text = ("", sentence) if sentence.endswith(".") else (sentence, "It was told on Monday.")
    told = [each for each in read(text, title=title) if each.kind == kind]
    assert {money.amount for each in told for money in each.money} == sums


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("Alder Energy put 500 million yuan into the cells.", {"CNY"}),
        ("Alder Energy put money into the cells.", {"USD"}),
    ],
)
def test_a_headlines_dollars_may_be_yuan_in_its_text(text: str, currencies: set[str]) -> None:
    told = read(text, title="Alder Energy invests $500 million in solid-state batteries")
    assert {money.currency for each in told for money in each.money} <= currencies


@pytest.mark.parametrize(
    ("sentence", "capacities"),
    [
        ("Alder Motors unveiled a car with a battery made with 188 prismatic cells from Birch Cells.", set()),
        ("Birch Cells signed a supply agreement with Alder Motors for 2 million prismatic cells.", {2e6}),
        ("Alder Energy signs 1 TWh PPA for 3.5 GWh battery storage in Chile.", {1.0}),
        ("Alder Energy 'to deliver 50 GWh of storage projects in 2026,' signs Birch Power deal.", set()),
        ("Alder Energy is to deliver 50 GWh of battery storage to Birch Power.", {50.0}),
    ],
)  # fmt: skip
def test_what_is_not_dealt_over_is_no_volume_of_a_deal(sentence: str, capacities: set[float]) -> None:
    told = [each for each in read(sentence) if each.kind == "supply"]
    assert told
    assert {size.value for each in told for size in each.capacity} == capacities


@pytest.mark.parametrize(
    ("sentence", "capacities"),
    [
        ("Alder Energy has started production at its lithium refinery in Szolnok. It is to produce about 3,500 tonnes in February.", set()),
        ("Alder Energy has started production at its lithium refinery in Szolnok. It is to produce about 3,500 tonnes a year.", {3500.0}),
        ("Alder Energy plans a battery storage project in Szolnok and is at RTB stage for 200 MWh.", {200.0}),
    ],
)  # fmt: skip
def test_a_months_output_is_no_capacity_and_a_stage_of_planning_no_phase(sentence: str, capacities: set[float]) -> None:
    told = [each for each in read(sentence) if each.kind == "facility"]
    assert {size.value for each in told for size in each.capacity} == capacities
    assert {size.scope.value for each in told for size in each.capacity} <= {"new"}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Alder Energy is exploring a lithium project in Szolnok. Alder Energy announced the commencement of the 2024 exploration campaign there.", set()),
        (
            "Alder Energy plans a battery plant in Szolnok, as it said in Szolnok on May 10, 2024. (Narvia Press/Jo Birch)",
            set(),
        ),
        (
            "Alder Energy's new battery could go into mass production now, and its launch is expected in August.",
            set(),
        ),
        ("Alder Energy's new battery is expected to go into mass production in August.", {"production_start"}),
    ],
)  # fmt: skip
def test_the_time_of_a_campaign_a_picture_or_a_show_starts_nothing(text: str, dates: set[str]) -> None:
    assert {date.what.value for each in read(text) for date in each.dates} == dates
