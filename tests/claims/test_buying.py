"""What is bought or sold and has no firm's name: plants, projects, some start-up, told by one headline each."""

from typing import Any

import pytest

from cellwire.model import Kind
from claims.telling import only, read, row, wrong

HEADLINES = [
    row("Tarrow Power acquires 300 MWh battery storage project", "completed", parties="Tarrow Power investor"),
    row("Tarrow Power buys largest battery storage portfolio in Oregon", "completed", parties="Tarrow Power investor"),
    row("Tarrow Power acquires 90MW battery storage in Gdynia, Poland", "completed", parties="Tarrow Power investor"),
    row("Tarrow Power goes bigger with purchase of solar and battery project", "announced", parties="Tarrow Power investor"),
    row("Tarrow Power takes full control of Elm Creek lithium mine", "announced", parties="Tarrow Power investor"),
    row("Tarrow Power to buy 200-MW battery in Oregon", "announced", parties="Tarrow Power investor"),
    row("Tarrow Power and EBRD grow after acquiring Larch Wind's solar and BESS portfolio", "completed",
        parties="Tarrow Power investor; EBRD investor"),
    row("Glencore buys into lithium developer Ioneer", "announced", parties="Glencore investor; Ioneer target"),
    row("Battery recycler Redwood Materials sold to Glencore", "announced", parties="Glencore investor; Redwood Materials target"),
    row("Lithium miner Liontown rejects $1.2bn bid from Albemarle", "considered", parties="Albemarle investor; Liontown target"),
    row("Northvolt sells its battery recycling business", "announced", parties="Northvolt owner"),
    row("Northvolt mulls sale of battery unit", "considered", parties="Northvolt owner"),
    row("Northvolt rescue deal values battery maker at £50m", "considered", parties="Northvolt target"),
    row("Norwegian firm launches bid to rescue battery maker Northvolt", "announced", parties="Northvolt target"),
    row("LG Chem acquires stake in Canadian lithium firm", "completed", parties="LG Chem investor"),
    row("Panasonic acquires Swiss battery start-up to learn about dry coating", "announced", parties="Panasonic investor"),
    row("Porsche invests in battery start-up to make cells that charge in the cold", "announced", parties="Porsche investor"),
    row("Glencore builds activist stake in Korean cathode maker", "announced", parties="Glencore investor"),
    row("Glencore eyes stake in Tanzanian nickel mine", "considered", parties="Glencore investor"),
    row("American battery group tops shortlist to buy Northvolt", "considered", parties="Northvolt target"),
    row("Investor agrees to acquire French battery maker Saft", "announced", parties="Saft target"),
    row("Lyten completes Northvolt Dwa battery factory acquisition", "completed", parties="Lyten investor; Northvolt target"),
    row("Albemarle grows in Brazilian lithium with Rio Tinto project acquisition", "completed",
        parties="Albemarle investor; Rio Tinto target"),
    row("Tarrow Power completes sale of 200 MWh battery storage facility", "completed", parties="Tarrow Power owner"),
    row("Trina Solar to sell Spanish battery assets", "announced", parties="Trina Solar owner"),
    row("Kelda Power sells battery storage portfolio", "completed", parties="Kelda Power owner"),
    row("South32 profit jumps, seeks nickel mine sale", "considered", parties="South32 owner"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_tells_what_is_bought_though_it_names_no_firm(headline: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read("", title=headline)), expected) == {}


SENTENCES = [
    row("Tarrow Power has acquired additional mineral claims beside its Elm Creek lithium project.", "completed",
        parties="Tarrow Power investor"),
    row("Google has made a strategic investment in Energy Dome, which stores power in batteries of carbon dioxide.",
        "announced", parties="Google investor; Energy Dome target"),
    row("Anesco has announced a strategic investment from Larch Capital to build battery storage.", "announced",
        parties="Larch Capital investor; Anesco target"),
    row("Battery maker Norvik Cells may go under after talks about a rescue bid from several investors failed.", "terminated",
        parties="Norvik Cells target"),
    row("South32 told investors of a possible sale of its Cerro Matoso nickel operation.", "considered", parties="South32 owner"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_tells_what_is_bought_though_no_sum_is_told(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "headline",
    [
        "Amazon buys power from battery storage project",
        "Tesla acquires land for battery project",
        "SpaceX buys batteries for energy storage project",
        "Tarrow Power to combine newly acquired battery assets",
        "LG Energy Solution to sell battery storage systems",
        "Tesla buys battery cells from Chinese maker",
        "Nissan owner looks to purchase a Tesla Model 3 after battery trouble",
        "NTPC invites EPC bids for battery storage project in Bihar",
        "Amazon buys from battery start-up",
        "Tesla wins battle with lithium firm",
        "How to buy BYD, the battery maker",
        "Glencore keeps stake in nickel mine",
        "Battery cells sold to Glencore",
        "Fire crews rescue two from battery plant of Northvolt",
        "Northvolt gains control of battery temperature",
    ],
)
def test_goods_land_and_what_was_bought_before_are_no_purchase(headline: str) -> None:
    assert [told for told in read("", title=headline) if told.kind is Kind.INVESTMENT and not told.by_words] == []
