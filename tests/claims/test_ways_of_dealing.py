"""Deals of companies that no list knows, in the ways in which news tells them: who gives and who takes is told by both."""

import pytest

from cellwire.model import Development
from claims.telling import brief, read, unread, wrong

GOODS = [
    ("Halvorsen Auto has signed up Jinhai Energy to supply battery cells for its vans.", "signed"),
    ("Halvorsen Auto has opted for battery cells from Jinhai Energy.", "signed"),
    ("Halvorsen Auto and Jinhai Energy have concluded an agreement on the supply of battery cells.", "signed"),
    ("Halvorsen Auto has increased its order for battery cells with Jinhai Energy to 30 GWh.", "signed"),
    ("Jinhai Energy will be the exclusive supplier of battery cells for Halvorsen Auto's trucks.", "signed"),
    ("Jinhai Energy becomes the second supplier of battery cells to Halvorsen Auto.", "signed"),
    ("Jinhai Energy will supply the batteries for the new buses of Halvorsen Auto.", "signed"),
    ("Halvorsen Auto signed a contract under which Jinhai Energy will deliver 20 GWh of battery cells.", "signed"),
    ("Under a deal worth 2 billion euros, Halvorsen Auto is to receive 20 GWh of cells from Jinhai Energy.", "signed"),
    ("Halvorsen Auto has tapped the battery maker Jinhai Energy for LFP cells.", "signed"),
    ("Halvorsen Auto turned to Jinhai Energy for its battery packs.", "signed"),
    ("Halvorsen Auto goes with Jinhai Energy for its battery packs.", "signed"),
    ("Jinhai Energy is to become Halvorsen Auto's main battery supplier.", "signed"),
    ("Halvorsen Auto has made Jinhai Energy its main battery supplier.", "signed"),
    ("Halvorsen Auto and Jinhai Energy are negotiating a contract for battery cells.", "considered"),
    ("Jinhai Energy signed a memorandum under which Halvorsen Auto would purchase battery cells.", "mou"),
    ("Halvorsen Auto and Jinhai Energy have agreed to end their battery cell supply agreement.", "terminated"),
    ("The carmaker Halvorsen Auto will no longer buy battery cells from Jinhai Energy.", "terminated"),
    ("Halvorsen Auto has stopped purchasing battery cells from Jinhai Energy.", "terminated"),
    ("Halvorsen Auto will not renew its contract for battery packs with Jinhai Energy.", "terminated"),
    ("Halvorsen Auto has dropped Jinhai Energy as its battery supplier.", "terminated"),
    ("Jinhai Energy has lost its contract to supply battery foil to Halvorsen Auto.", "terminated"),
    ("The battery supply deal between Jinhai Energy and Halvorsen Auto is off.", "terminated"),
    ("Talks between Halvorsen Auto and Jinhai Energy about battery cells have collapsed.", "terminated"),
]


@pytest.mark.parametrize(("sentence", "stage"), GOODS)
def test_whose_goods_go_to_whom_is_told_by_what_both_are(sentence: str, stage: str) -> None:
    told = alone(read(sentence), "supply", stage)

    assert wrong(told, {"parties": "Jinhai Energy supplier; Halvorsen Auto customer"}) == {}


MORE_GOODS = [
    "Halvorsen Auto has sealed a framework agreement with Jinhai Energy covering up to 3 GWh of storage systems.",
    "Jinhai Energy was the winner of a tender by Halvorsen Auto for 500 MWh of battery storage.",
    "Jinhai Energy joins the battery programme of Halvorsen Auto. It will supply it with cells from 2027.",
]


@pytest.mark.parametrize("sentence", MORE_GOODS)
def test_frameworks_tenders_and_it_supply_somebody(sentence: str) -> None:
    told = alone([each for each in read(sentence) if each.kind == "supply"], "supply", "signed")

    assert wrong(told, {"parties": "Jinhai Energy supplier; Halvorsen Auto customer"}) == {}


def test_a_plant_that_may_be_sold_and_a_tie_up_on_development_plan_no_plant() -> None:
    sale = "Halvorsen Auto is reviewing options for its battery plant in Odense, including a sale."
    bond = "Halvorsen Auto is exploring a tie-up with Jinhai Energy on battery development."

    assert [(each.kind, each.stage) for each in read(sale)] == [("investment", "considered")]
    assert [(each.kind, each.stage) for each in read(bond)] == [("partnership", "considered")]


HEADLINES = [
    ("Shares of Farasis climb on Volvo battery deal", "signed"),
    ("Farasis in 2 trillion won Volvo battery deal", "signed"),
    ("Truck boom goes on with Volvo and Farasis battery deal", "signed"),
    ("Volvo pays $2B for Farasis truck batteries", "signed"),
    ("Volvo paid Farasis $2 billion for its truck batteries", "signed"),
    ("Volvo, China's Farasis in talks for truck batteries", "considered"),
    ("Volvo, China's Farasis in talks for truck batteries as diesel market flames out", "considered"),
    ("Volvo adds China's Farasis as fourth global EV battery supplier", "signed"),
    ("Volvo signs Farasis as battery supplier for its trucks", "signed"),
    ("Volvo signs with Farasis for truck battery supply", "signed"),
    ("Volvo, Farasis sign deal for 2 GWh of battery deliveries", "signed"),
    ("Farasis batteries to power Volvo's hybrids", "signed"),
    ("Farasis Batteries To Power Volvo's Trucks", "signed"),
    ("Volvo stops use of Farasis batteries over heat", "terminated"),
    ("Volvo awards Farasis a 40 MWh battery storage project", "signed"),
    ("Farasis signs battery storage project with Volvo", "signed"),
    ("Volvo awards contract to Farasis for 40 MWh battery storage", "signed"),
    ("Volvo orders Farasis batteries for its trucks", "signed"),
    ("Volvo taps Farasis to make battery packs", "signed"),
    ("Farasis wins nomination from Volvo for truck batteries", "signed"),
    ("Volvo signs pact with Farasis to buy battery cells", "signed"),
    ("Farasis wins ₹240 crore 40 MWh battery storage project from Volvo", "signed"),
]


@pytest.mark.parametrize(("headline", "stage"), HEADLINES)
def test_headlines_tell_deals_by_few_words(headline: str, stage: str) -> None:
    told = alone(read("", title=headline), "supply", stage)

    assert wrong(told, {"parties": "Farasis supplier; Volvo customer"}) == {}


ALONE = [
    ("Farasis shares leap on new battery deal", "signed", "Farasis supplier"),
    ("Farasis Inks First Deal To Provide Battery Storage", "signed", "Farasis supplier"),
    ("Farasis signs over 12 GWh in battery deals", "signed", "Farasis supplier"),
    ("Volvo strikes cobalt deals in race to secure supplies", "signed", "Volvo customer"),
    ("Volvo signs battery deal", "signed", "Volvo customer"),
    ("Volvo secured enough batteries for a million trucks", "signed", "Volvo customer"),
    ("State of Ohio awards contract to Farasis for 40 MWh battery storage", "signed", "Farasis supplier"),
    ("Volvo to source battery cells made with wind power", "signed", "Volvo customer"),
    ("Volvo in talks with miners to secure nickel supplies", "considered", "Volvo customer"),
    ("Neoen signs PPA for 150 MW solar park with 300 MWh battery storage", "signed", "Neoen supplier"),
]


@pytest.mark.parametrize(("headline", "stage", "parties"), ALONE)
def test_headlines_tell_deals_of_one_side(headline: str, stage: str, parties: str) -> None:
    told = alone(read("", title=headline), "supply", stage)

    assert wrong(told, {"parties": parties}) == {}


NO_DEALS = [
    "Lawmakers question Volvo's Farasis battery deal",
    "Farasis shares slide on risks of new battery deal",
    "Volvo pays $2B for Farasis battery plant",
    "Volvo signs with Farasis for a battery plant",
    "Volvo awards Farasis a grant for battery research",
    "Volvo secures battery technology",
    "Volvo orders Farasis battery plant equipment",
    "Volvo's next van is powered by Nvidia's Orin processor and packs a larger battery",
]


@pytest.mark.parametrize("headline", NO_DEALS)
def test_headlines_about_deals_plants_and_power_tell_no_supply(headline: str) -> None:
    told = read("", title=headline)

    assert [each for each in told if each.kind == "supply" and not each.by_words] == []


def test_who_picks_two_makers_is_supplied_by_both() -> None:
    told = alone(read("", title="Volvo chooses Farasis and CALB for LFP batteries"), "supply", "signed")

    assert wrong(told, {"parties": "Farasis supplier; CALB supplier; Volvo customer"}) == {}


def test_power_alone_is_no_goods() -> None:
    told = read("", title="Farasis signs PPA with Neoen for 150 MW of wind")

    assert [each for each in told if each.kind == "supply" and not each.by_words] == []


TRADES = [
    "Carmaker Velmora and battery maker Quarzin have concluded an agreement on the supply of cells.",
    "Velmora, a maker of buses, has concluded a supply agreement with Quarzin, a producer of battery cells.",
]


@pytest.mark.parametrize("sentence", TRADES)
def test_what_a_company_makes_says_who_supplies(sentence: str) -> None:
    told = alone(read(sentence), "supply", "signed")

    assert wrong(told, {"parties": "Quarzin supplier; Velmora customer"}) == {}


BONDS = [
    ("Halvorsen Auto and Jinhai Energy part ways on solid-state batteries.", "terminated"),
    ("A planned battery joint venture between Halvorsen Auto and Jinhai Energy will not go ahead.", "terminated"),
    ("Halvorsen Auto has withdrawn from its battery joint venture with Jinhai Energy.", "terminated"),
    ("Halvorsen Auto is working with Jinhai Energy on solid-state batteries.", "signed"),
    ("Halvorsen Auto has joined the sodium-ion battery alliance of Jinhai Energy.", "signed"),
    ("A joint venture of Halvorsen Auto and Jinhai Energy for cathode material has been registered.", "signed"),
    ("Halvorsen Auto and Jinhai Energy have set up a joint laboratory for battery cells.", "signed"),
]


@pytest.mark.parametrize(("sentence", "stage"), BONDS)
def test_who_gets_together_and_parts_again_is_told(sentence: str, stage: str) -> None:
    told = alone(read(sentence), "partnership", stage)

    assert wrong(told, {"parties": "Jinhai Energy partner; Halvorsen Auto partner"}) == {}


OWNERSHIP = [
    ("Battery maker Protonix has accepted Halvorsen Auto's $400 million takeover offer.", "announced", ""),
    ("Battery maker Protonix has rejected a takeover bid from Halvorsen Auto.", "considered", ""),
    ("Halvorsen Auto has raised its stake in battery maker Protonix to 30 percent.", "completed", ""),
    ("Halvorsen Auto has bought a fifth of battery maker Protonix.", "completed", ""),
    ("Battery maker Protonix is being bought by Halvorsen Auto.", "announced", ""),
    ("Halvorsen Auto has become the largest shareholder of battery maker Protonix.", "completed", ""),
    ("Halvorsen Auto will own 30 percent of battery maker Protonix after the deal.", "announced", ""),
    ("Halvorsen Auto pays 45 million euros for 30% of battery maker Protonix.", "announced", ""),
    (
        "The sale of battery maker Protonix by Jinhai Energy to Halvorsen Auto has been agreed.",
        "announced",
        "Jinhai Energy owner",
    ),
    (
        "Shareholders of Jinhai Energy approved the sale of the battery maker Protonix to Halvorsen Auto.",
        "announced",
        None,
    ),
]


@pytest.mark.parametrize(("sentence", "stage", "seller"), OWNERSHIP)
def test_who_gets_a_company_or_a_part_of_it_is_told(sentence: str, stage: str, seller: str | None) -> None:
    told = alone(read(sentence), "investment", stage)
    sides = ["Halvorsen Auto investor", "Protonix target", *([seller] if seller else [])]

    assert seller is None or wrong(told, {"parties": "; ".join(sides)}) == {}


SELLERS = [
    "Jinhai Energy has put its battery unit Protonix up for sale.",
    "Jinhai Energy offloads its stake in battery maker Protonix.",
    "Jinhai Energy is looking to sell its stake in battery maker Protonix.",
    "Jinhai Energy plans to spin off its cathode unit as Protonix Materials.",
]


@pytest.mark.parametrize("sentence", SELLERS)
def test_who_gives_a_company_up_is_its_owner(sentence: str) -> None:
    (told,) = read(sentence)

    assert wrong(told, {"parties": "Jinhai Energy owner; Protonix target", "kind": "investment"}) == {}


MONEY = [
    ("Nordkredit Bank lends battery maker Protonix 340 million euros.", "Nordkredit Bank", "announced"),
    ("Halvorsen Auto is lending battery maker Protonix $30 million.", "Halvorsen Auto", "announced"),
    ("Protonix, a battery maker, has received a $9 million loan from Halvorsen Auto.", "Halvorsen Auto", "completed"),
    ("Ostrand Capital has led a $50 million round in battery start-up Protonix.", "Ostrand Capital", "completed"),
    ("Backed by Ostrand Capital, battery start-up Protonix has raised $50 million.", "Ostrand Capital", "completed"),
    ("Halvorsen Auto backs battery start-up Protonix with $50 million.", "Halvorsen Auto", "announced"),
]


@pytest.mark.parametrize(("sentence", "investor", "stage"), MONEY)
def test_who_lends_leads_or_backs_gives(sentence: str, investor: str, stage: str) -> None:
    told = alone(read(sentence), "investment", stage)

    assert wrong(told, {"parties": f"{investor} investor; Protonix target"}) == {}


TOGETHER = [
    "Together with Jinhai Energy, Halvorsen Auto is developing a sodium-ion battery for vans.",
    "In collaboration with Jinhai Energy, Halvorsen Auto will test second-life batteries in Odense.",
    "With Jinhai Energy, Halvorsen Auto has founded a company for battery recycling.",
]


@pytest.mark.parametrize("sentence", TOGETHER)
def test_what_one_does_together_with_another_is_a_partnership(sentence: str) -> None:
    told = alone(read(sentence), "partnership", "signed")

    assert wrong(told, {"parties": "Jinhai Energy partner; Halvorsen Auto partner"}) == {}


def test_the_other_side_of_a_deal_is_known_from_the_sentence_before() -> None:
    text = (
        "Halvorsen Auto has agreed on a partnership for battery metals with Tarvik Lithium. "
        "The carmaker will receive 15,000 tonnes of lithium hydroxide a year from 2028."
    )
    told = alone([each for each in read(text) if each.kind == "supply"], "supply", "signed")

    assert wrong(told, {"parties": "Tarvik Lithium supplier; Halvorsen Auto customer"}) == {}


NOTHING = [
    "The contract of Halvorsen Auto with the trade union for its battery workers has expired.",
    "Whoever signs a battery supply agreement today must trust Protonix.",
    unread("a lease is no supply", "Halvorsen Auto has ended its contract for the battery hall with Jinhai Estates."),
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_contracts_about_work_or_rent_supply_nobody(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "supply"] == []


def alone(told: list[Development], kind: str, stage: str) -> Development:
    """The only development that is told, of that kind and stage."""
    assert [(each.kind, each.stage) for each in told] == [(kind, stage)], [brief(each) for each in told]
    return told[0]


NO_GOODS_FROM_WHO_IS_PICKED = [
    "Halvorsen Auto taps Jinhai Energy for its battery plant.",
    "Halvorsen Auto turned to Jinhai Energy for battery research.",
    "Halvorsen Auto has not turned to Jinhai Energy for battery cells.",
]


@pytest.mark.parametrize("sentence", NO_GOODS_FROM_WHO_IS_PICKED)
def test_who_is_picked_for_a_plant_or_for_research_supplies_no_goods(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "supply"] == []
