"""Headlines as they come with a feed: a line without a body, in the short grammar of titles."""

from typing import Any

import pytest

from cellwire.claims.scene.cues import find_cues
from claims.telling import only, read

HEADLINES: list[tuple[str, str, str, dict[str, str]]] = [
    ("Umicore, LG Chem strike cathode deal", "supply", "signed", {"Umicore": "supplier", "LG Chem": "customer"}),
    ("ACC places major cathode order with Umicore", "supply", "signed", {"Umicore": "supplier", "ACC": "customer"}),
    ("China's GEM secures supply deal for battery-grade nickel", "supply", "signed", {"GEM": "customer"}),
    ("Tesla reportedly signs CATL battery deal", "supply", "signed", {"CATL": "supplier", "Tesla": "customer"}),
    ("U.S. startup signs a battery supply deal with China's CATL", "supply", "signed", {"CATL": "supplier"}),
    ("Syrah Resources executes offtake agreement with Tesla", "supply", "signed", {"Syrah Resources": "supplier", "Tesla": "customer"}),
    ("Tesla lands $133 million Megapack contract in Queensland", "supply", "signed", {"Tesla": "supplier"}),
    ("Altura Mining scores two lithium offtake agreements in China", "supply", "signed", {"Altura Mining": "supplier"}),
    ("Ontario lands Volkswagen battery plant", "facility", "announced", {"Volkswagen": "owner"}),
    ("CATL, Stellantis break ground on LFP battery plant in Spain", "facility", "construction", {"CATL": "owner", "Stellantis": "owner"}),
    ("Envision AESC secures permission for UK gigafactory", "facility", "permitted", {"Envision AESC": "owner"}),
    ("Rock Tech receives permit for German lithium converter", "facility", "permitted", {"Rock Tech": "owner"}),
    ("Tesla's new gigafactory in Texas begins to take shape", "facility", "construction", {"Tesla": "owner"}),
    ("LG Chem to invest $922 million in battery material production in Korea", "facility", "announced", {"LG Chem": "owner"}),
    ("IGO, Tianqi produce first lithium hydroxide at Kwinana refinery", "facility", "operating", {"IGO": "owner", "Tianqi": "owner"}),
    ("PT Vale and GEM partner for battery nickel project", "partnership", "signed", {"PT Vale": "partner", "GEM": "partner"}),
    ("Exide collaborates with SVOLT for battery cell manufacturing", "partnership", "signed", {"Exide": "partner", "SVOLT": "partner"}),
    ("Neo Lithium closes equity investment from CATL", "investment", "completed", {"CATL": "investor", "Neo Lithium": "target"}),
    ("Johnson Controls invests in battery recycler Aqua Metals", "investment", "announced",
     {"Johnson Controls": "investor", "Aqua Metals": "target"}),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "kind", "stage", "parties"), HEADLINES)
def test_a_headline_alone_tells_its_development(headline: str, kind: str, stage: str, parties: dict[str, str]) -> None:
    told = only(kind, read("More in the paper.", title=headline))

    assert (told.stage, {party.name: str(party.role) for party in told.parties}) == (stage, parties)


@pytest.mark.parametrize(
    "headline",
    [
        "Land acquisition completed for 40 GWh of battery capacity",
        "Battery Manufacturer Goes Public",
        "Albemarle signs paper in order to explain its lithium strategy",
    ],
)
def test_a_headline_of_something_else_tells_none(headline: str) -> None:
    told: list[Any] = read("More in the paper.", title=headline)

    assert told == []


def test_what_is_named_after_an_act_is_no_company() -> None:
    title = "Tarvik Fast-tracks Anode Production Into European Battery Market with Superior Graphite Joint Venture"

    assert not any("Fast-tracks" in party.name for each in read("It is a step.", title=title) for party in each.parties)


def test_in_order_to_orders_nothing() -> None:
    assert [cue.written for cue in find_cues("in order to supply")] == ["supply"]
    assert [cue.written for cue in find_cues("an order to supply")] == ["order", "supply"]


def test_a_text_says_of_what_its_headline_s_battery_deal_is() -> None:
    title = "LG Chem and Toyota sign battery deal"
    deal = only("supply", read("LG Chem will supply Toyota with cathode materials.", title=title))

    assert deal.product
    assert deal.product.name == "cathode"


@pytest.mark.parametrize(
    ("headline", "kind", "parties"),
    [
        ("Voltaryn, Auris team up on solid-state batteries", "partnership", {"Voltaryn", "Auris"}),
        ("Daeil On, Forge Motors to end battery joint venture", "partnership", {"Daeil On", "Forge Motors"}),
        ("Jinbao Q1 profit jumps 33% on strong battery sales", "market", {"Jinbao"}),
        ("Norrcell to cut 400 jobs at its battery plant", "incident", {"Norrcell"}),
        ("Hanbit swings to profit on battery sales", "market", {"Hanbit"}),
        ("Jinbao sues Qinghe over battery patents", "incident", {"Jinbao", "Qinghe"}),
        ("Daeil On in talks to supply Auris with LFP batteries", "supply", {"Daeil On", "Auris"}),
        ("Ford, Voltaryn sign memorandum on battery recycling", "partnership", {"Ford", "Voltaryn"}),
    ],
)
def test_who_heads_a_headline_and_does_what_firms_do_is_one(headline: str, kind: str, parties: set[str]) -> None:
    assert {party.name for party in only(kind, read("", title=headline)).parties} == parties


@pytest.mark.parametrize(
    "headline",
    [
        "Macron to sign battery law",
        "Prices, Shares widen losses as battery demand slows",
        "Macron, Scholz to discuss battery aid",
    ],
)
def test_who_heads_a_headline_and_does_what_politicians_do_is_no_firm(headline: str) -> None:
    assert [party.name for told in read("", title=headline) for party in told.parties] == []


def test_what_a_headline_locates_for_a_sum_is_a_plant() -> None:
    told = only("facility", read("", title="Voltaryn Cells, Brezhaw Motors to locate $3 billion battery plant in Ohio"))

    assert told.place
    assert told.place.name == "Ohio"


@pytest.mark.parametrize(
    ("headline", "kind", "parties"),
    [
        ("Velmora Commissions 200 MWh Battery Storage Project in Szolnok", "facility", {"Velmora"}),
        ("[Grid Feed] VLMR Secures Order For 300 MWh Of Battery Storage", "supply", {"VLMR"}),
        ("Norway's Velmora Starts Construction Of Battery Plant In Arendal", "facility", {"Velmora"}),
        ("Exclusive: Swiss Storage Developer Velmora Wins Battery Supply Contract", "supply", {"Velmora"}),
        (
            "Velmora Solar And Toskund Launch 1 GW Battery Storage Venture In Spain",
            "partnership",
            {"Velmora Solar", "Toskund"},
        ),
        ("Toskund Bank, Velmora AB Sign MOU On Battery Recycling", "partnership", {"Toskund Bank", "Velmora"}),
        ("Velmora Partners With Toskund To Recycle Batteries", "partnership", {"Velmora", "Toskund"}),
        ("Velmora starts work on battery storage project in Szolnok", "facility", {"Velmora"}),
        ("Exact (EXCT) secures lithium supply deal", "supply", {"Exact"}),
        ("As Demand Surges, VLMR Secures Order For 300 MWh Of Battery Storage", "supply", {"VLMR"}),
        (
            "“A Greener Grid”… Toskund Bank Successfully Arranges $40 Million Battery Loan",
            "investment",
            {"Toskund Bank"},
        ),
        ("Chinese Developer Velmora Weighing $1.6 Billion Battery Unit Sale", "investment", {"Velmora"}),
        ("A new era: Is Velmora Teaming Up with Toskund on Battery Swapping?", "partnership", {"Velmora", "Toskund"}),
        ("Toskund America to Build Battery Plant in Ohio", "facility", {"Toskund America"}),
    ],
)
def test_a_headline_names_who_acts_and_with_whom(headline: str, kind: str, parties: set[str]) -> None:
    assert {party.name for party in only(kind, read("", title=headline)).parties} == parties


@pytest.mark.parametrize(
    "headline",
    [
        "Clean Energy Commissions 200 MWh Battery Storage Project in Szolnok",
        "Battery Makers Start Construction Of Battery Plant In Arendal",
        "Heldqvist Opens Battery Plant In Arendal",  # who may be a minister
        "Giga Arendal Starts Production Of Battery Cells",
        "Heavy Metals Start Production At Battery Plant In Arendal",
    ],
)
def test_goods_plants_and_who_may_be_an_official_are_no_firms_of_a_headline(headline: str) -> None:
    by_rules = [told for told in read("", title=headline) if not told.by_words]

    assert [party.name for told in by_rules for party in told.parties] == []


@pytest.mark.parametrize(
    ("headline", "kind", "party"),
    [
        ("Thimble snaps up battery storage project in Szolnok", "investment", "Thimble"),
        ("Pan Borealis locks in final permit for its lithium project in Chile", "facility", "Pan Borealis"),
    ],
)
def test_everyday_words_that_do_what_only_firms_do_are_a_name(headline: str, kind: str, party: str) -> None:
    assert [each.name for each in only(kind, read("", title=headline)).parties] == [party]


@pytest.mark.parametrize(
    "headline",
    [
        "Army plans battery storage project in Szolnok",
        "Workforce expands battery plant in Szolnok",
        "Thimble boosts battery storage project in Szolnok",  # so may a thing
    ],
)
def test_everyday_words_that_do_what_others_do_too_are_none(headline: str) -> None:
    assert [party.name for told in read("", title=headline) for party in told.parties] == []


@pytest.mark.parametrize(
    ("headline", "party"),
    [
        ("Grid spin-off Arendal raises $40m for battery storage", "Arendal"),
        ("Nordic-backed Arendal eyes stake in Tanzania nickel mine", "Arendal"),
    ],
)
def test_what_is_called_a_firm_is_one_by_the_name_of_a_town(headline: str, party: str) -> None:
    told = only("investment", read("", title=headline))

    assert [each.name for each in told.parties] == [party]
    assert told.country != "NO"


def test_what_a_town_raises_is_no_firms() -> None:
    titles = ["Arendal raises $40m for battery storage", "Top producer Arendal raises $40m for battery storage"]

    assert [party.name for title in titles for told in read("", title=title) for party in told.parties] == []


def test_letters_in_a_title_are_who_the_text_calls_in_full() -> None:
    text = "Global Ostra Resources agreed to buy Toskund Lithium, a developer, for $11 million."

    told = only("investment", read(text, title="GOR to buy Toskund Lithium, add Quebec project"))

    assert {party.name for party in told.parties} == {"Global Ostra Resources", "Toskund Lithium"}


@pytest.mark.parametrize(
    ("headline", "parties"),
    [
        ("Tesla Supplier Laying Off 10,000 Battery Workers", []),
        ("Tesla supplier to lay off 10,000 battery workers", []),
        ("Tesla Laying Off 10,000 Battery Workers", ["Tesla"]),
        ("Tesla Supplier CATL Laying Off 10,000 Battery Workers", ["CATL"]),
    ],
)
def test_whose_supplier_lays_off_workers_does_not(headline: str, parties: list[str]) -> None:
    assert [party.name for told in read("", title=headline) for party in told.parties] == parties


def test_a_plant_outside_a_land_is_not_in_it() -> None:
    told = only("facility", read("", title="SVOLT plans another battery plant outside China"))
    inside = only("facility", read("", title="SVOLT plans another battery plant in China"))

    assert (told.country, inside.country) == (None, "CN")
