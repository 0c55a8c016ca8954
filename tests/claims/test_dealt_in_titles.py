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
