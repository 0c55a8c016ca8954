"""Who is named and does nothing: a backer, a picture's owner, a speaker and where he teaches, a holder of shares."""

import pytest

from cellwire.model import Kind
from claims.telling import only, read, shown


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Cells, the Volkswagen-backed Chinese battery giant, will build a battery plant in Kenitra, Morocco.",
        "Kestrel Cells, a Bosch-funded battery developer, will build a battery plant in Kenitra, Morocco.",
        "Volkswagen-backed Kestrel Cells will build a battery plant in Kenitra, Morocco.",
        "Volkswagen-owned battery maker Kestrel Cells will build a battery plant in Kenitra, Morocco.",
    ],
)
def test_who_backs_a_maker_does_not_build_its_plant(text: str) -> None:
    assert shown(only("facility", read(text)), "parties") == "Kestrel Cells owner"


def test_whose_plant_is_hyphenated_owns_it() -> None:
    told = only("facility", read("The LG-owned battery plant in Wroclaw will be expanded to 90 GWh."))

    assert "LG" in shown(told, "parties")


def test_whose_a_picture_is_builds_nothing() -> None:
    text = (
        "Kestrel Cells broke ground for a battery factory in Mississippi.\n\n"
        "Officials at the groundbreaking for a battery plant in Marshall County. (Image: Accelera by Cummins)\n\n"
        "The build, helmed by contractors, required a more than $2 billion investment.\n\n"
        "At the 500-acre site will be a facility with an annual capacity of 21 GWh."
    )
    told = only("facility", read(text))

    assert shown(told, "parties") == "Kestrel Cells owner"
    assert (shown(told, "capacity"), [money.amount for money in told.money]) == ("21 GWh/yr", [2e9])


def test_a_speaker_and_his_university_have_no_fire() -> None:
    text = (
        "A fire broke out at Kestrel Cells' lithium battery factory in Hwaseong on Monday. Lee Min-ho, fire safety"
        " professor at Alderton University, said the fire had spread too quickly for workers to escape."
    )

    assert shown(only("incident", read(text)), "parties") == "Kestrel Cells owner"


def test_who_holds_shares_buys_none_today() -> None:
    text = "Alder Lithium opened a mine in Quebec. Birch Motors holds a 15% stake in Alder Lithium, a lithium miner."

    assert all(each.background for each in read(text) if each.kind is Kind.INVESTMENT)


def test_a_share_of_what_is_sold_is_no_stake() -> None:
    text = "BYD's battery installations reached 14.17 GWh in April, securing a 26.35 percent share."

    assert [each for each in read(text, title="Batteries in China") if each.kind is Kind.INVESTMENT] == []


def test_where_a_chairman_is_asked_is_no_site() -> None:
    text = (
        "Kestrel Metals' factory in Shaoxing already produces 15,000 tonnes of cobalt sulphate for batteries a year but"
        " the rate will rise to 30,000 tonnes, its chairman told reporters in an interview in Shanghai."
    )

    assert shown(only("facility", read(text)), "place") == "Shaoxing"


def test_projects_that_a_factory_is_to_build_are_not_the_factory() -> None:
    text = (
        "Alder Energy began production at its battery manufacturing facility in Weirton in March. The company has"
        " announced 14 GWh of long-duration storage projects to date."
    )
    plants = [each for each in read(text) if each.kind is Kind.FACILITY and each.place]

    assert plants
    assert not any(each.capacity for each in plants)


def test_fuel_cells_are_no_batteries() -> None:
    text = "Alder Power was awarded $30 million to scale up fuel cell manufacturing at its site in Rochester, New York."

    assert read(text) == []
