"""What a record of four weeks told wrong: whose a size, a day, a place and a grant is, found by reading each value."""

import pytest

from cellwire.model import Development, Kind
from claims.telling import TUESDAY, only, read, shown

_PLANT = "Alder Energy is building a battery plant in Szolnok, Hungary."


def _plants(text: str) -> list[Development]:
    return [each for each in read(text) if each.kind is Kind.FACILITY]


@pytest.mark.parametrize(
    "more",
    [
        "With it, its European capacity is to exceed 70 GWh a year.",
        "Its American output stood at 30 GWh last year.",
        "At the time the company spoke of 40 GWh of cell capacity in North America from 2027.",
    ],
)
def test_what_a_company_has_in_a_part_of_the_world_is_no_plants(more: str) -> None:
    told = only("facility", read(f"{_PLANT} {more}"))

    assert not told.capacity
    assert not told.dates


def test_what_a_company_makes_of_other_goods_is_no_plants() -> None:
    text = (
        "Alder Materials is building a cathode plant in Lahti, Finland. The company wants to raise its anode capacity"
        " from 82,000 tonnes a year to 320,000 tonnes in 2030."
    )
    cathodes, anodes = _plants(text)

    assert (shown(cathodes, "capacity"), shown(cathodes, "product")) == ("", "cathode")
    assert anodes.product
    assert anodes.product.name == "anode"
    assert {each.value for each in anodes.capacity} == {82_000, 320_000}


def test_a_line_for_other_goods_keeps_its_size() -> None:
    text = (
        "Alder Energy will build a cell factory with up to 16 GWh a year and a line for battery packs of up to 5 GWh."
    )

    assert shown(only("facility", read(text)), "capacity") == "up to 16 GWh/yr"


def test_a_factory_of_one_is_none_of_the_plants_of_two() -> None:
    text = (
        "Kestrel Cells and Birch Cells are each to build plants in Hungary and Poland. Kestrel Cells, for its part,"
        " announced a €7 billion factory of 100 GWh in Szolnok in August."
    )
    both, one = _plants(text)

    assert not both.capacity
    assert not both.money
    assert (shown(one, "parties"), shown(one, "capacity")) == ("Kestrel Cells owner", "100 GWh/yr")


def test_a_state_and_the_land_give_two_grants() -> None:
    text = (
        "Alder Lithium will build a lithium refinery in Charlotte. North Carolina supports the project with incentives"
        " of $13 million. In March the US Department of Energy awarded Alder Lithium $150 million towards a"
        " concentrator in Kings Mountain."
    )
    sums = [[money.amount for money in each.money] for each in read(text) if each.kind is Kind.INVESTMENT]

    assert sums == [[13e6], [150e6]]


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        ("The minister expects output of the domestic car industry to pass HUF 10 trillion next year.", set()),
        (
            "Halls are to be handed over in October 2025, and a first line of 6 GWh is to be finished by March 2026.",
            {("completion", "2025-10"), ("completion", "2026-03")},
        ),
        (
            "The money comes from banks.\n\nBy the end of 2027 all lines with 36 GWh a year should be complete.",
            {("full_capacity", "2027")},
        ),
    ],
)
def test_a_day_is_of_what_its_own_clause_tells(more: str, dates: set[tuple[str, str]]) -> None:
    told = only("facility", read(f"{_PLANT} {more}"))

    assert {(str(each.what), each.date.iso) for each in told.dates} == dates


def test_a_model_that_is_due_is_no_delivery() -> None:
    text = (
        "Birch Cells has signed an agreement to supply Alder Motors with battery cells. The batteries are for the"
        " Heron, a sport utility vehicle due in 2027."
    )

    assert not only("supply", read(text, published=TUESDAY)).dates


AIDED = (
    "With this support the federal government wants to bring key technologies to the country. "
    "In the Northvolt case it will unlock billions of private investment, a statement says. "
    "Northvolt plans to build a battery plant with 60 GWh a year in Germany."
)


def test_the_town_of_the_plant_that_the_title_names_with_its_company_is_its_place() -> None:
    told = only("facility", read(AIDED, title="Government supports Northvolt's gigafactory in Heide"))
    other = only("facility", read(AIDED, title="Government supports Voltara's gigafactory in Heide"))

    assert told.place is not None
    assert told.place.name == "Heide"
    assert other.place is None


def test_where_a_plant_is_spoken_of_is_not_where_it_stands() -> None:
    text = (
        "SPRING HILL, Tenn. — The battery factory going up beside the Alder Motors plant will be expanded. Its owners"
        " announced Friday in Nashville that they are adding $275 million and 400 jobs."
    )
    told = only("facility", read(text, title="400 more jobs for Spring Hill battery plant"))

    assert shown(told, "place") == "Spring Hill"
    assert told.jobs
    assert told.jobs.value == 400


def test_who_is_far_below_with_another_plant_does_not_own_the_first() -> None:
    text = (
        "SPRING HILL, Tenn. — The battery factory going up beside the Birch Motors plant will be bigger than planned."
        " Its owners announced Friday that they are adding $275 million and 400 jobs.\n\nThe walls stay where they are."
        " Officials said hiring is under way.\n\nIt is the second piece of battery news in two weeks. On May 2 Alder"
        " Energy said it would build a $3.2 billion cathode plant in Clarksville."
    )
    told = [each for each in read(text, title="400 more jobs for Spring Hill battery plant") if each.parties]

    assert [shown(each, "place") for each in told if "Alder Energy" in shown(each, "parties")] == ["Clarksville"]


def test_it_is_somebody_else_than_who_stands_beside_it() -> None:
    text = (
        "Alder Motors is securing cells. With Birch Cells it is to build a 40 GWh battery factory in Ohio for"
        " $4.4 billion."
    )

    assert shown(only("facility", read(text)), "parties") == "Birch Cells partner; Alder Motors owner"


def test_who_builds_a_plant_does_not_work_there() -> None:
    text = f"{_PLANT} The ministry counts 6,000 jobs during construction."

    assert only("facility", read(text)).jobs is None


def test_what_a_material_takes_up_is_no_product() -> None:
    text = (
        "Alder Carbon opened a plant in Lahti with 8,000 tonnes of annual capacity. Synthetic graphite is baked from"
        " coke. It takes up lithium faster than the natural sort."
    )
    told = [each for each in _plants(text) if each.product and each.product.name == "lithium"]

    assert not told


def test_a_broader_base_is_no_site() -> None:
    text = "Managers of Alder Motors said on Monday that they would build a broader base of battery buyers in Ohio."

    assert not _plants(text)
