"""Deals for goods that no word calls a supply, several deals in one sentence, and interests that miners deal in."""

from typing import Any

import pytest

from cellwire.model import Development
from claims.telling import brief, only, read, row, wrong

SUPPLIES = [
    row(
        "Velmora Auto has struck a five-year deal with Quarzin Energy for battery cells.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Auto customer",
        product="cell",
    ),
    row(
        "Velmora Auto signed a similar deal with Quarzin Lithium for 81,000–99,000 mt of lithium hydroxide.",
        "signed",
        parties="Quarzin Lithium supplier; Velmora Auto customer",
        product="lithium",
    ),
    row("Quarzin's flow battery has won the tender of a utility in Spain.", "signed", parties="Quarzin supplier"),
    row(
        "Quarzin Energy will supply a flow battery system to enable grid integration in Tasmania.",
        "signed",
        parties="Quarzin Energy supplier",
    ),
    row(
        "Quarzin Energy said it has won a major battery cathode supply deal from the United States.",
        "signed",
        parties="Quarzin Energy supplier",
        product="cathode",
    ),
    row(
        "Quarzin Energy said it has been commissioned by the investment firm Velmora Holding to construct the largest "
        "off-grid energy storage project of the kingdom.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Holding customer",
        product="storage",
    ),
    row(
        "Quarzin Energy recently won a contract for the design of a 2 GWh flow battery project that is being developed "
        "by the Swiss company Velmora Grid.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Grid customer",
    ),
    row(
        "The deal comes three months after Quarzin Energy signed a 40 trillion won contract to make cathodes for the "
        "battery giant Velmora Cells.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Cells customer",
    ),
    row(
        "Quarzin Energy has signed a 3 GWh energy storage contract with the solar and storage developer Velmora Power.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Power customer",
    ),
    row(
        "Quarzin Energy has been chosen as the battery supplier for the electric ferries of Velmora Shipping.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Shipping customer",
    ),
    row(
        "Velmora Aerospace has signed on Quarzin Energy to design and supply the batteries for its air taxis.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Aerospace customer",
    ),
    row(
        "Quarzin Energy was nominated by a major commercial truck OEM to supply battery packs for heavy-duty vehicles.",
        "signed",
        parties="Quarzin Energy supplier",
    ),
    row(
        "Quarzin Energy signed a deal to provide battery packs to the electric vehicles of Velmora Motors.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Motors customer",
    ),
    row(
        "Shares in Quarzin Energy jumped after the battery maker won an order from Velmora Motors for cells.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Motors customer",
        product="cell",
    ),
    row(
        "Quarzin Recycling signed a memorandum of understanding with Velmora Lithium to supply recycled lithium from "
        "Quarzin's Ontario operations.",
        "mou",
        parties="Quarzin Recycling supplier; Velmora Lithium customer",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SUPPLIES)
def test_goods_go_to_somebody_by_whatever_word_they_are_dealt(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("supply", read(sentence)), expected) == {}


def test_the_battery_of_a_project_goes_to_whose_it_is() -> None:
    text = "Velmora Power will own the battery. Quarzin Energy will supply the battery, while Brandal will provide inverters."

    told = only("supply", read(text, title="Velmora Power to build 250 MWh storage project in Hobart"))

    assert wrong(told, {"parties": "Quarzin Energy supplier; Velmora Power customer"}) == {}


def test_who_gives_other_goods_by_the_same_verb_supplies_as_well() -> None:
    told = read("Quarzin Energy is to deliver the cells and Brandal Systems the packs for 300 buses of Velmora Auto.")

    assert [sides(each) for each in told] == [
        "Quarzin Energy supplier; Velmora Auto customer",
        "Brandal Systems supplier; Velmora Auto customer",
    ]


SEVERAL = [
    (
        "Quarzin Energy has signed a supply agreement with Velmora Auto for battery cells and a memorandum of "
        "understanding with Brandal Packs on recycling.",
        ["supply signed Velmora Auto", "partnership mou Brandal Packs"],
    ),
    (
        "Quarzin Energy has signed a supply agreement with Velmora Auto for 5 GWh of battery cells and a 3 GWh supply "
        "deal with Brandal Motors.",
        ["supply signed Velmora Auto", "supply signed Brandal Motors"],
    ),
    (
        "Quarzin Lithium has announced a binding offtake agreement with Velmora Auto for 10,000 tonnes a year and a "
        "non-binding memorandum of understanding with Brandal Cells for 5,000 tonnes.",
        ["supply signed Velmora Auto", "supply mou Brandal Cells"],
    ),
    (
        "The agreement with Velmora Auto is the second binding offtake agreement for Quarzin Lithium, following an "
        "offtake agreement with Brandal Cells.",
        ["supply signed Velmora Auto", "supply signed Brandal Cells"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL)
def test_deals_of_one_sentence_have_each_its_partner(sentence: str, expected: list[str]) -> None:
    assert [f"{each.kind} {each.stage} {each.parties[1].name}" for each in read(sentence)] == expected


def test_a_volume_is_its_own_deals() -> None:
    ours, theirs = read(SEVERAL[1][0])

    assert wrong(ours, {"capacity": "5 GWh"}) == wrong(theirs, {"capacity": "3 GWh"}) == {}


MONEY = [
    (
        "Velmora Metals has entered into a term sheet with Quarzin Lithium. Under the terms, Quarzin Lithium can earn "
        "up to a 75% interest in Velmora Metals' Manitoba lithium project.",
        "Quarzin Lithium investor; Velmora Metals owner",
    ),
    (
        "Velmora Lithium has signed a binding agreement with Quarzin Metals for the sale of its remaining 30% interest "
        "in the Lake Orla lithium project.",
        "Quarzin Metals investor; Velmora Lithium owner",
    ),
    (
        "Velmora Lithium said on Thursday it had agreed to a takeover offer from the Chilean mining giant Quarzin Mining.",
        "Quarzin Mining investor; Velmora Lithium target",
    ),
    (
        "The board of Velmora Lithium has accepted a $400 million takeover by Quarzin Mining.",
        "Quarzin Mining investor; Velmora Lithium target",
    ),
    (
        "Quarzin Materials will take a 9.9% stake in Velmora Lithium via a 4.9 million dollar placement.",
        "Quarzin Materials investor; Velmora Lithium target",
    ),
    (
        "Velmora Resources has entered into a binding share purchase agreement to sell its lithium carbonate plant to "
        "Quarzin Lithium.",
        "Quarzin Lithium investor; Velmora Resources owner",
    ),
]


@pytest.mark.parametrize(("text", "parties"), MONEY)
def test_who_gets_a_firm_or_a_part_of_a_mine_invests(text: str, parties: str) -> None:
    told = only("investment", read(text))

    assert wrong(told, {"parties": parties, "stage": "announced"}) == {}
    assert not any(each.kind == "supply" for each in read(text))


def test_who_gets_money_back_from_a_plant_plans_none() -> None:
    assert read("Velmora Auto expects to recoup its $1 billion investment in the battery factory.") == []


def test_who_lends_raises_nothing() -> None:
    text = "The European Investment Bank is investing 350 million euros to support the financing of Quarzin Cells' factory."

    assert [sides(each) for each in read(text) if "Bank target" in sides(each)] == []


def sides(told: Development) -> str:
    return brief(told).partition("[")[2].rstrip("]")


BESIDE = [
    (
        "Halden Bank and the storage developer Velmora Power have signed a $78 million loan facility to finance a 330 MWh "
        "battery storage project in California.",
        "Halden Bank investor; Velmora Power target",
    ),
    (
        "Velmora Motors and Brandal Auto had last month participated in Quarzin Cells' $135 million financing round.",
        "Velmora Motors investor; Brandal Auto investor; Quarzin Cells target",
    ),
]


@pytest.mark.parametrize(("sentence", "parties"), BESIDE)
def test_who_signs_or_joins_beside_others_gives_or_gets_by_what_it_is(sentence: str, parties: str) -> None:
    assert wrong(only("investment", read(sentence)), {"parties": parties}) == {}


def test_what_two_develop_is_told_beside_the_goods_that_one_sells() -> None:
    text = (
        "Velmora Motors and Quarzin Cells have formed a partnership to develop next-generation batteries. Velmora Motors "
        "will source battery modules from Quarzin Cells."
    )

    assert [each.kind for each in read(text)] == ["partnership", "supply"]


MORE = [
    row(
        "Velmora Trucks plans to equip all its electric trucks with Quarzin batteries.",
        "signed",
        parties="Quarzin supplier; Velmora Trucks customer",
    ),
    row(
        "Velmora Cells has named the battery separator group Quarzin as its preferred battery separator partner.",
        "signed",
        parties="Quarzin supplier; Velmora Cells customer",
        product="separator",
    ),
    row(
        "Quarzin Energy has entered into an agreement with Velmora Power (VP) to supply the company with 500 MWh of "
        "battery storage systems.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Power customer",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), MORE)
def test_who_equips_names_or_is_supplied_back_buys(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("supply", read(sentence)), expected) == {}


NO_GOODS = [
    "Velmora Holdings agreed to sell its consumer battery business for $401 million.",
    "Velmora and Brandal entered into a definitive agreement for the sale of Velmora's battery business.",
    "Velmora Partners and Brandal Fund buy automotive battery business from Quarzin Controls for $13 billion.",
]


@pytest.mark.parametrize("sentence", NO_GOODS)
def test_a_business_that_is_sold_is_no_goods(sentence: str) -> None:
    assert {each.kind for each in read(sentence)} <= {"investment"}


def test_who_builds_the_plant_that_money_goes_into_does_not_give_it() -> None:
    text = (
        "Velmora Trucks has pledged an investment of 10 million euros into the battery cell plant that will be built by "
        "Quarzin Cells in northern Sweden."
    )

    assert not any("Quarzin Cells investor" in sides(each) for each in read(text))


def test_what_else_two_explore_makes_no_rumour_of_what_they_agreed() -> None:
    text = (
        "Velmora Motors on Thursday said it has signed a battery supply deal with Quarzin Cells. The companies are also "
        "exploring a setup where Quarzin Cells would make cells and ship them to Velmora Motors, a spokesman said."
    )

    assert next(each.certainty for each in read(text) if each.kind == "supply") == "confirmed"


ORDERED = [
    row(
        "Quarzin Energy, the largest battery manufacturer of the country, inked another ESS deal Wednesday with "
        "Velmora Electronics in a pact worth up to 1 trillion won.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Electronics customer",
    ),
    row(
        "The previous day, Quarzin Energy had announced an ESS deal with Velmora Power to supply almost 1 GWh of grid-scale "
        "ESS batteries.",
        "signed",
        parties="Quarzin Energy supplier; Velmora Power customer",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERED)
def test_deals_for_stores_of_power_are_supplies(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("supply", read(sentence)), expected) == {}


OFFERS = [
    (
        "Shareholders of the lithium explorer Velmora Metals have turned down a $92 million buyout proposal from a joint "
        "venture (JV) of Quarzin Lithium and Brandal Mining.",
        "considered",
        "Quarzin Lithium investor; Brandal Mining investor; Velmora Metals target",
    ),
    (
        "Investors in lithium producer Velmora Metals voted on Tuesday to accept a $10 billion merger offer from U.S. giant "
        "Quarzin Lithium.",
        "announced",
        "Quarzin Lithium investor; Velmora Metals target",
    ),
]


@pytest.mark.parametrize(("sentence", "stage", "parties"), OFFERS)
def test_whose_owners_vote_on_an_offer_is_its_target(sentence: str, stage: str, parties: str) -> None:
    assert wrong(only("investment", read(sentence)), {"stage": stage, "parties": parties}) == {}


def test_who_has_stakes_in_what_will_supply_it_supplies_nobody() -> None:
    text = "Velmora Auto is taking equity stakes in lithium projects that will supply it with battery metals."

    assert not any(each.kind == "supply" for each in read(text))


def test_the_firm_that_provides_a_loan_is_the_investor() -> None:
    told = only("investment", read("Velmora Motors will provide Quarzin Lithium with an $85 million loan."))

    assert wrong(told, {"parties": "Velmora Motors investor; Quarzin Lithium target"}) == {}


def test_the_cornerstone_investors_of_a_listing_put_money_in() -> None:
    text = (
        "Quarzin Cells is seeking to raise $1.7 billion in its initial public offering. Velmora Lithium and Brandal "
        "Motors are among the 15 cornerstone investors that agreed to purchase around $735 million worth of stock."
    )

    told = only("investment", read(text))

    assert wrong(told, {"parties": "Quarzin Cells target; Velmora Lithium investor; Brandal Motors investor"}) == {}


def test_who_files_for_a_listing_does_not_fail() -> None:
    told = read("Quarzin Lithium has filed for a stock market listing in Hong Kong.")

    assert [each.kind for each in told] == ["investment"]


def test_a_round_before_a_listing_is_money_of_its_own() -> None:
    text = (
        "The battery start-up Quarzin Cells will become a publicly traded company through a merger with a special purpose "
        "acquisition company. In May, the firm completed a $130 million series B funding round led by Ford and BMW."
    )

    listing, before = (each for each in read(text) if each.kind == "investment")

    assert wrong(listing, {"stage": "announced", "parties": "Quarzin Cells target"}) == {}
    assert wrong(before, {"parties": "Quarzin Cells target; Ford investor; BMW investor"}) == {}


def test_who_founds_a_company_alongside_others_is_their_partner() -> None:
    text = (
        "Velmora Trading announced the establishment of a battery storage company alongside Quarzin Energy and Brandal "
        "Power."
    )

    told = only("partnership", read(text))

    assert wrong(told, {"parties": "Velmora Trading partner; Quarzin Energy partner; Brandal Power partner"}) == {}


def test_orders_that_are_to_be_closed_close_no_plant() -> None:
    text = (
        "Quarzin Energy has secured an order from Velmora Power for 300 MWh of battery storage, and expects to close "
        "two more by June."
    )

    assert not any(each.stage == "closed" for each in read(text))
