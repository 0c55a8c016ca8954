"""What is a loan, a store, a conversion or an award is told as that, and what has no batteries is not told."""

from datetime import date

import pytest

from cellwire.model import Record
from cellwire.publish.brief.doubting.doubts import own_doubt
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import Shelf, lay_out
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.telling import tell_matter
from claims.telling import document, read
from publish import factories as make
from publish.week import ENDING

NO_BATTERY = "what stores power there is no battery"
OTHER_GOODS = "its plant makes goods of another industry"
BLEW_UP = "what blew up there has nothing to do with batteries"
UNNAMED = "what is bid for is not named"
NO_RULE = "its texts do not say whose rule it is"


def matter(kind: str, title: str, text: str = "") -> tuple[Matter, Shelf]:
    doc, devs = document(text, title=title), read(text, title=title)
    told = [dev for dev in devs if dev.kind == kind]
    story = make.story("s", told[:1], first=doc.published, last=doc.published)
    shelf = lay_out(Record(None), [story], documents=[doc], developments=devs, week_ending=date(2024, 5, 18))
    found = matter_of(story, shelf)
    assert found
    return found, shelf


def headline(kind: str, title: str, text: str = "") -> str:
    told = tell_matter(matter(kind, title, text)[0])
    return told.headline.text if told else ""


def doubt(kind: str, title: str, text: str = "") -> str:
    return own_doubt(*matter(kind, title, text))


@pytest.mark.parametrize(
    ("kind", "title", "told"),
    [
        (
            "investment",
            "The US Department of Energy announces a $90 million conditional loan for a battery plant in Ohio.",
            "The US Department of Energy offers loan of $90 million for battery plant",
        ),
        (
            "investment",
            "EBRD announces a €30 million loan for a solar and battery storage project in Ghana.",
            "EBRD lends €30 million for solar and storage project",
        ),
        (
            "investment",
            "HSBC has set up a $2 billion credit facility for battery makers.",
            "HSBC offers credit line of $2 billion",
        ),
        (
            "investment",
            "EBRD is investing €30 million in lithium mining.",
            "EBRD invests €30 million in lithium",
        ),
        (
            "supply",
            "Engie agrees offtake deal with developer for 80MWh of Italy BESS",
            "Engie signs agreement on use of battery storage",
        ),
        (
            "supply",
            "Talvera wins 80 MWh Battery Storage Project from Orbik Power",
            "Talvera wins battery storage project",
        ),
        (
            "supply",
            "Talvera and Orbik Power sign $90m battery deal",
            "Talvera and Orbik Power sign agreement on batteries",
        ),
        (
            "supply",
            "Orbik Power signs battery deal with CATL",
            "CATL signs agreement to supply Orbik Power with batteries",
        ),
        (
            "facility",
            "Ford to convert EV battery plants in Kentucky to make battery storage for data centers",
            "Ford plans to convert battery plant in Kentucky to make storage batteries",
        ),
        (
            "facility",
            "Panasonic to convert Kansas EV battery factory for data centers",
            "Panasonic plans to convert battery plant in Kansas",
        ),
        (
            "facility",
            "Talvera builds Norway's largest battery park",
            "Talvera develops battery storage project in Norway",
        ),
        (
            "facility",
            "Talvera gets green light for ‘Norway’s largest’ battery project in Bergen",
            "Talvera gets approval for battery storage project in Bergen",
        ),
        (
            "facility",
            "Talvera switches on 80MW Nevada battery",
            "Talvera starts up battery storage project in Nevada",
        ),
        (
            "facility",
            "EVE Energy plans to build $90 million energy storage battery project in Thailand",
            "EVE Energy plans plant for storage batteries in Thailand",
        ),
        (
            "facility",
            "Talvera plans to build $90 million battery energy storage project in Thailand",
            "Talvera plans battery storage project in Thailand",
        ),
    ],
)
def test_a_deal_or_a_plant_is_told_as_its_kind(kind: str, title: str, told: str) -> None:
    assert headline(kind, title) == told


@pytest.mark.parametrize(
    ("kind", "title", "text", "reason"),
    [
        (
            "facility",
            "Talvera commissions energy storage project in Norway",
            "The 2 MW project is to show that gravity-based energy storage systems work and can be built at low cost.",
            NO_BATTERY,
        ),
        (
            "facility",
            "Talvera commissions battery storage project in Norway",
            "The 2 MW battery is to show that it costs less than gravity-based energy storage systems of its rivals.",
            "",
        ),
        (
            "facility",
            "EVE Energy to invest 90 million yuan in robotics base in Huizhou",
            "EVE Energy plans to invest 90 million yuan in a new production base for humanoid robots in Huizhou.",
            OTHER_GOODS,
        ),
    ],
)
def test_what_has_no_batteries_is_not_told(kind: str, title: str, text: str, reason: str) -> None:
    assert (doubt(kind, title, text) == reason) if reason else (doubt(kind, title, text) != NO_BATTERY)


def test_rules_of_nobody_that_stand_nowhere_are_not_told() -> None:
    assert doubt("policy", "New rules to Asia's battery game") == NO_RULE
    assert doubt("policy", "Norway adopts new rules for energy storage systems") != NO_RULE


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Voltara has had a casting machine explosion at its factory in Gera.", BLEW_UP),
        ("Voltara has had an explosion in the die-casting hall of its battery factory in Gera.", ""),
        ("Voltara has had an explosion at its factory in Gera.", ""),
    ],
)
def test_a_machine_for_cars_that_blows_up_is_no_news_of_batteries(words: str, reason: str) -> None:
    doc = make.document("a", words, title=words)
    sides = (make.party(doc, "Voltara", "supplier"),)
    dev = make.development(doc, "incident", "occurred", rule="incident.fire", parties=sides)
    story = make.story("s", [dev])
    shelf = lay_out(Record(None), [story], documents=[doc], developments=[dev], week_ending=ENDING)
    burst = matter_of(story, shelf)

    assert burst
    assert (own_doubt(burst, shelf) == BLEW_UP) is bool(reason)


def test_a_bid_for_a_firm_that_is_not_named_is_not_told_as_money_for_its_goods() -> None:
    doc = make.document("a", "Voltara lodged a $90 million bid for a lithium miner.", title="Voltara bids for miner")
    dev = make.development(
        doc, "investment", "announced", rule="investment.takeover", parties=(make.party(doc, "Voltara", "investor"),),
        product=make.named(doc, "lithium", "lithium"), money=(make.money(doc, "$90 million", 9e7, "USD"),),
    )  # fmt: skip
    story = make.story("s", [dev])
    shelf = lay_out(Record(None), [story], documents=[doc], developments=[dev], week_ending=ENDING)
    bid = matter_of(story, shelf)

    assert bid
    assert own_doubt(bid, shelf) == UNNAMED
