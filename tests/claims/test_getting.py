"""What somebody gets, and what is given to nobody who is named: sums, financing, backing, grants."""

from typing import Any

import pytest

from cellwire.model import Kind
from claims.telling import only, read, row, wrong

HEADLINES = [
    row("Kelda Power lands financing for battery storage", "announced", parties="Kelda Power target"),
    row("Kelda Power lands Kyuden equity investment for two battery projects", "announced", parties="Kyuden investor; Kelda Power target"),
    row("Cornish Lithium secures investment from UK Infrastructure Bank", "announced",
        parties="Cornish Lithium target; UK Infrastructure Bank government"),
    row("Ionvale Batteries secures €24m EIB venture debt", "announced", parties="Ionvale Batteries target; EIB investor",
        money="EUR 24 million"),
    row("Rock Tech Lithium receives provincial grant for its lithium converter", "announced", parties="Rock Tech Lithium target"),
    row("Britishvolt: battery plant gets millions in funding", "announced", parties="Britishvolt target"),
    row("Kelda Power secures $1.5 billion for energy storage projects", "announced", parties="Kelda Power target",
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
    row("Ottawa Pledges $300 Million for GM Battery Plant", "announced", parties="Government of Canada government; GM target"),
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
        "Germany sets aside €300 million for a home battery subsidy scheme",
    ],
)
def test_consent_work_costs_and_schemes_are_no_money_that_is_got(headline: str) -> None:
    assert [told for told in read("", title=headline) if told.kind is Kind.INVESTMENT and not told.by_words] == []
