"""What somebody gets, and what is given to nobody who is named: sums, financing, backing, grants."""

from typing import Any

import pytest

from cellwire.model import Kind
from claims.telling import only, read, row, shown, wrong

HEADLINES = [
    row("Kelda Power lands financing for battery storage", "completed", parties="Kelda Power target"),
    row("Kelda Power lands Kyuden equity investment for two battery projects", "completed", parties="Kyuden investor; Kelda Power target"),
    row("Cornish Lithium secures investment from UK Infrastructure Bank", "announced",
        parties="Cornish Lithium target; UK Infrastructure Bank government"),
    row("Ionvale Batteries secures €24m EIB venture debt", "completed", parties="Ionvale Batteries target; EIB investor",
        money="EUR 24 million"),
    row("Rock Tech Lithium receives provincial grant for its lithium converter", "announced", parties="Rock Tech Lithium target"),
    row("Britishvolt: battery plant gets millions in funding", "announced", parties="Britishvolt target"),
    row("Kelda Power secures $1.5 billion for energy storage projects", "completed", parties="Kelda Power target",
        money="USD 1.5 billion"),
    row("Kelda Power achieves financial close on battery project", "completed", parties="Kelda Power target"),
    row("Lunar Energy raises millions for home batteries", "completed", parties="Lunar Energy target"),
    row("EU awards 600 million euros to five battery factories", "announced", parties="European Commission government",
        money="EUR 600 million"),
    row("Canada to spend up to $20 billion on wind and energy storage", "announced", parties="Government of Canada government"),
    row("Australian Renewable Energy Agency to fund eight grid batteries", "announced",
        parties="Australian Renewable Energy Agency government"),
    row("Ontario to pay a third of incentives for Stellantis battery plant", "announced",
        parties="Government of Ontario government; Stellantis target"),
    row("Toyota to spend $13.6B in battery development", "announced", parties="Toyota investor", money="USD 13.6 billion"),
    row("CATL sets aside $4.4b to secure lithium", "announced", parties="CATL investor", money="USD 4.4 billion"),
    row("Stellantis demands billions in subsidies for its battery venture", "considered", parties="Stellantis target"),
    row("Project Finance Brief: Quellan Power Secures $1.5 Billion for Energy Storage Projects", "completed",
        parties="Quellan Power target", money="USD 1.5 billion"),
    row("Kelda Power awarded federal grant for battery plant", "completed", parties="Kelda Power target"),
    row("Kelda Power wins DOE loan guarantee for battery plant", "announced",
        parties="Kelda Power target; US Department of Energy government"),
    row("Kelda Power reaches financial closure for battery project", "completed", parties="Kelda Power target"),
    row("QRV Secures Financing for Battery Storage", "completed", parties="QRV target"),
    row("Ottawa Pledges $300 Million for GM Battery Plant", "announced", parties="Government of Canada government; GM target"),
    row("Ironbark Lithium announces upsized private placement", "announced", parties="Ironbark Lithium target"),
    row("Ironbark Lithium announces closing of first tranche of financing", "completed", parties="Ironbark Lithium target"),
    row("Kelda Power secures lifeline for battery business", "announced", parties="Kelda Power target"),
    row("Kelda Power granted €20m for battery recycling", "completed", parties="Kelda Power target", money="EUR 20 million"),
    row("Kelda Power selected for Ministry of Energy's battery storage support project", "announced",
        parties="Ministry of Energy government; Kelda Power target"),
    row("Government subsidies given to Northvolt for battery plant questioned", "announced", parties="Northvolt target"),
    row("Quellan Power secures $117 million for battery plant in Ohio", "completed", parties="Quellan Power target",
        money="USD 117 million"),
    row("Ironbark Lithium obtains $1.17bn for lithium project in Argentina", "completed", parties="Ironbark Lithium target",
        money="USD 1.17 billion"),
    row("Kelda Power to secure $40 million from Birch Capital for battery plant", "announced",
        parties="Birch Capital investor; Kelda Power target"),
    row("DOE closes loan to Northvolt", "completed", parties="US Department of Energy government; Northvolt target"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_tells_of_money_without_a_sum_or_a_giver_or_a_taker(headline: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read("", title=headline)), expected) == {}


SENTENCES = [
    row("Kelda Power recently secured a $25.8 million project finance facility for two battery storage projects.", "completed",
        parties="Kelda Power target", money="USD 25.8 million"),
    row("Ironbark Lithium has secured $1.1 million through flow-through shares.", "completed",
        parties="Ironbark Lithium target", money="USD 1.1 million"),
    row("CATL is raising money in Hong Kong, which gives more people a share in the battery maker.", "announced", parties="CATL target"),
    row("Kelda Power has opened its battery store in Tarrow, backed by a $41 million loan from Larch Bank.", "announced",
        parties="Larch Bank investor; Kelda Power target", money="USD 41 million"),
    row("The Australian government has backed new battery technology with A$1.4 million.", "announced",
        parties="Government of Australia government", money="AUD 1.4 million"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_tells_how_a_sum_was_got(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "headline",
    [
        "Kelda Power wins council backing for battery storage",
        "Kelda Power seeks to secure funding for battery storage",
        "Kelda Power wins ₹900 crore 1 GWh battery storage project from NTPC",
        "Kelda Power awaits financial close on battery project",
        "Lithium plants raise capital costs at Albemarle",
        "Kelda Power awarded contract for battery storage",
        "Australian Government granted Major Project Status to A$560 million lithium project",
        "NTPC floats 100 MW battery storage tender",
        "Albemarle investors float higher on lithium bubble",
        "Svolt goes public with two cobalt-free batteries",
        "Toyota investing $5.6 billion to build EV batteries",
        "Freyr wants to apply for federal loans or grants for battery plants",
        "Drivers demand billions in subsidies for batteries",
        "Exclusive | Energy Startup Raises $750 Million for Rust-Powered Batteries",
        "Kelda Power selected as supplier of batteries for support ships",
        "Kelda Power announces battery placement in new van",
        "Kelda Power's store is backed by $41 million in orders",
        "Germany sets aside €300 million for a home battery subsidy scheme",
    ],
)
def test_consent_work_costs_and_schemes_are_no_money_that_is_got(headline: str) -> None:
    assert [told for told in read("", title=headline) if told.kind is Kind.INVESTMENT and not told.by_words] == []


def test_one_sum_told_in_the_title_and_below_is_one_loan() -> None:
    text = "The European Bank for Reconstruction and Development (EBRD) is considering lending up to EUR 70 million to battery stores."

    told = only("investment", read(text, title="Tarrow Power eyes EUR 70m EBRD loan for battery projects"))

    assert "Tarrow Power target" in shown(told, "parties")


def test_who_joins_a_reporter_joins_no_round() -> None:
    text = (
        "Ironbark Lithium CEO Ann Larch joined Tom Reed from Newswell to announce a private placement of $6 million. "
        "It is led by Kelda Capital."
    )

    told = [each for each in read(text) if each.kind == "investment"]

    assert not any("Ironbark Lithium investor" in shown(each, "parties") for each in told)
