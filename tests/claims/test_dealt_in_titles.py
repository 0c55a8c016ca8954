"""Deals as titles tell them: of lands, of two that run a thing, and of shops that sell nothing to anybody in particular."""

import pytest

from cellwire.model import Development
from claims.telling import brief, read, row, shown, wrong


def alone(told: list[Development], kind: str) -> Development:
    """The only development of a title that is of that kind, with nothing beside it."""
    assert [each.kind for each in told] == [kind], [brief(each) for each in told]
    return told[0]


NO_SUPPLIES = [
    "Amazon is offering Anker power banks and batteries with 30% off.",
    "Amazon is selling DeWalt batteries for just $79.",
]


@pytest.mark.parametrize("title", NO_SUPPLIES)
def test_a_shop_s_price_supplies_nobody(title: str) -> None:
    assert [each for each in read("", title=title) if each.kind == "supply"] == []


BONDS = [
    row(
        "India and Chile sign strategic partnership on lithium and battery value chains",
        "signed",
        parties="Government of India government; Government of Chile government",
    ),
    row(
        "Japan and Canada sign memorandum on battery supply chains",
        "mou",
        parties="Government of Japan government; Government of Canada government",
    ),
    row(
        "Octopus Energy and Lunar Energy launch battery tariff program",
        "signed",
        parties="Octopus Energy partner; Lunar Energy partner",
    ),
    row("Toyota and Stellantis jointly market home batteries", "signed", parties="Toyota partner; Stellantis partner"),
    row("Umicore links with Volkswagen on battery materials", "signed", parties="Umicore partner; Volkswagen partner"),
    row(
        "Waymo announced a deal with B2U Storage Solutions to repurpose its old batteries",
        "signed",
        parties="Waymo partner; B2U Storage Solutions partner",
    ),
]


@pytest.mark.parametrize(("title", "expected"), BONDS)
def test_a_title_tells_who_works_with_whom(title: str, expected: dict[str, str]) -> None:
    assert wrong(alone(read("", title=title), "partnership"), expected) == {}


NO_BONDS = [
    "Japan and Canada sign trade deal on cars and batteries",
    "Japan signs partnership on batteries for all",
    "Octopus Energy launches battery tariff program",
    "India and Chile may sign strategic partnership on lithium",
    "LG Energy Solution JV Ultium Cells to produce storage batteries in Tennessee",
    "Tesla battery partnership becomes Panasonic's silver lining amid operating profit drop",
]


@pytest.mark.parametrize("title", NO_BONDS)
def test_who_stands_alone_or_agrees_on_trade_has_no_partner(title: str) -> None:
    assert [each for each in read("", title=title) if each.kind == "partnership"] == []


def test_whom_a_company_has_worked_with_is_no_news() -> None:
    told = read("The battery maker Varta has even worked with Google, Samsung and Valve on batteries.")

    assert [each for each in told if each.kind == "partnership"] == []


def test_a_deal_of_the_company_before_is_told_by_what_it_is_for() -> None:
    told = read(
        "The company announced a deal with B2U Storage Solutions to repurpose the packs.",
        title="Waymo's spent batteries will be used as grid storage",
    )

    assert [shown(each, "parties") for each in told if each.kind == "supply"] == []


BUILT = [
    row(
        "Hitachi Energy to build 50 MWh battery for Enel in Chile",
        "signed",
        parties="Hitachi Energy supplier; Enel customer",
    ),
    row(
        "Rolls-Royce to build four BESS facilities for Statkraft in Latvia",
        "signed",
        parties="Rolls-Royce supplier; Statkraft customer",
    ),
    row("Fluence to deploy 200 MWh of storage for Statkraft", "signed", parties="Fluence supplier; Statkraft customer"),
    row(
        "Crusoe to buy 12 gigawatt-hours of Form Energy batteries",
        "signed",
        parties="Form Energy supplier; Crusoe customer",
    ),
]


@pytest.mark.parametrize(("title", "expected"), BUILT)
def test_who_builds_a_store_for_another_or_sells_so_much_supplies(title: str, expected: dict[str, str]) -> None:
    assert wrong(alone(read("", title=title), "supply"), expected) == {}


NOT_BUILT_FOR = [
    "Panasonic to build second battery plant for Tesla in Kansas",
    "Statkraft to build 200 MWh battery for the Irish grid",
]


@pytest.mark.parametrize("title", NOT_BUILT_FOR)
def test_a_plant_for_a_customer_or_a_grid_is_its_builders_own(title: str) -> None:
    assert alone(read("", title=title), "facility").parties[0].role == "owner"


def test_a_memorandum_for_so_much_storage_is_a_bond_and_one_for_tonnes_is_goods() -> None:
    [bond] = read("", title="Ola Electric, Larch Solar sign MoU for 20 GWh of battery storage")
    [goods] = read("", title="Larch Lithium, Panasonic sign MoU for the sale of 20,000 tonnes of lithium hydroxide")

    assert (brief(bond).split(" [")[0], brief(goods).split(" [")[0]) == (
        "partnership mou confirmed",
        "supply mou confirmed",
    )


def test_who_teams_up_for_so_much_storage_builds_no_one_plant() -> None:
    bond = alone(
        read("", title="Enel and Larch Solar partner to build 1 GWh of battery storage in Italy"), "partnership"
    )

    assert shown(bond, "parties") == "Enel partner; Larch Solar partner"
    [plant] = read("", title="Rivian partners with Larch to build 10 MWh battery project at Illinois plant")
    assert plant.kind == "facility"


def test_shares_listed_somewhere_and_a_rating_are_no_deal() -> None:
    title = "Larch Lithium jumps on new mine"

    assert not [
        told
        for text in (
            "Hong Kong-listed shares of battery maker CATL jump 8% to a record high.",
            'UBS upgrades BYD to "buy" from "hold" on its batteries.',
        )
        for told in read(text, title=title)
        if told.kind == "investment" and not told.by_words
    ]
