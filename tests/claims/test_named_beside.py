"""Firms and goods that stand beside the news: whose a firm is or was, what is near, who lends, what batteries are for."""

import pytest

from claims.telling import only, read, shown

OWNERS = [
    (
        "Alder Cells, whose largest shareholder is Volkswagen, will build a battery cell plant in Szolnok, Hungary.",
        "Alder Cells owner",
    ),
    ("Jaguar Land Rover's owner, Tata, will build a battery cell plant in Somerset.", "Tata owner"),
    (
        "Alder Cells will build a battery plant in Szolnok. The plant will be located close to the factories of BMW, Stellantis and Volkswagen, enabling Alder Cells to meet the growing demand for batteries in Europe.",
        "Alder Cells owner",
    ),
    (
        "The works in Mangualde will be Portugal's first plant to build battery-electric vans for Fiat and Opel.",
        "Fiat customer; Opel customer",
    ),
]


@pytest.mark.parametrize(("text", "parties"), OWNERS)
def test_who_is_only_named_beside_an_owner_owns_no_plant(text: str, parties: str) -> None:
    assert shown(only("facility", read(text)), "parties") == parties


def test_where_somebody_once_worked_is_no_partner() -> None:
    told = only(
        "partnership", read("Lyft is partnering with Alder Metals, a battery recycler founded by a former Tesla chief.")
    )
    assert "Tesla" not in shown(told, "parties")


def test_a_bank_that_finances_gets_no_money() -> None:
    told = read("Verkor is to build a plant. The European Investment Bank is financing €49 million for battery cells.")
    assert not any("Bank target" in shown(each, "parties") for each in told)


GOODS = [
    ("facility", "pack", "Audi is planning an assembly plant for electric car battery packs in Ingolstadt."),
    (
        "facility",
        "recycling",
        "Alder Energy will build a lithium-ion battery resource recovery plant in Monroe County.",
    ),
    ("incident", "", "Workers at Tesla's Gigafactory in Grünheide went on strike on Monday."),
    ("partnership", "", "Schaeffler and CATL are expanding their partnership in battery management."),
]


@pytest.mark.parametrize(("kind", "product", "text"), GOODS)
def test_goods_are_those_that_are_made(kind: str, product: str, text: str) -> None:
    assert shown(only(kind, read(text)), "product") == product


def test_goods_of_a_plant_next_door_are_not_made_in_the_new_one() -> None:
    text = "Alder Energy will build a plant in Texas next to Birch's lithium plant that is to make battery cells."
    assert shown(only("facility", read(text)), "product") == "cell"


def test_a_plants_own_name_and_a_sign_of_shares_are_no_companys() -> None:
    told = only("facility", read("Northvolt will build a battery cell plant in Heide, which is dubbed Northvolt Drei."))
    assert shown(told, "parties") == "Northvolt owner"
    told = only("facility", read("BYD (OTC: BYDDY) will build a battery cell plant in Szolnok, Hungary."))
    assert shown(told, "parties") == "BYD owner"
