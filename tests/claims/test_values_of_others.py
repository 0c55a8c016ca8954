"""Dates, sizes and jobs beside a development that belong to something else: they are not told of it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.telling import TUESDAY, read


def dates_of(kind: str, text: str, published: date | None = TUESDAY) -> set[str]:
    return {
        f"{each.what} {each.date.iso}"
        for told in read(text, published=published)
        if told.kind == kind
        for each in told.dates
    }


def sizes_of(kind: str, text: str) -> set[float]:
    return {size.value for told in read(text) if told.kind == kind for size in told.capacity}


PLANT = "Voltaryn will build a cell factory in Szolnok."


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        (
            "Voltaryn has opened a cell factory in Szolnok. It has grown since production began and today employs 400 people.",
            "production_start",
        ),
        (f"{PLANT} Voltaryn aims to produce 2 million electric vehicles by 2031.", "2031"),
        (f"{PLANT} Production starts in 2027. It will increase to 60 per cent from 2030.", "2030"),
        (f"{PLANT} Production is due to start in Szolnok in 2027 and in the other two plants in 2029.", "2029"),
        (f"{PLANT} The programme, launched in October 2021, supports production of cells.", "2021"),
        ("Since its founding in July 2022, Voltaryn has built a cell factory in Szolnok.", "2022"),
        (f"{PLANT} The study is expected to be completed in 2028.", "2028"),
        (f"{PLANT} With the contract concluded today, the cell factory in Szolnok is financed.", "completion"),
        (
            "Voltaryn will break ground on a cell factory in Szolnok – a leap in its roadmap to 50 GWh battery production "
            "capacity by 2030.",
            "production_start",
        ),
        (f"{PLANT} By mid-2027, the actual production capacity may reach 5 GWh.", "production_start"),
        (f"{PLANT} It aims to use half recycled metals in its production by 2031.", "2031"),
        (f"{PLANT} It aims to cut waste by 2031 and source all power for production from wind by 2040.", "20"),
    ],
)
def test_dates_of_other_things(text: str, strange: str) -> None:
    assert not {told for told in dates_of("facility", text) if strange in told}


def test_a_plan_named_for_a_year_dates_nothing() -> None:
    text = "Voltaryn received a €50 million grant under the France 2030 plan for its cell factory in Dunkirk."

    assert not {told for told in dates_of("investment", text, published=None) if "2030" in told}


def test_what_a_market_is_forecast_to_be_is_no_day_of_its_report() -> None:
    text = "Battery prices fell to $115 per kWh in 2024 and are forecast to fall to $80 per kWh by 2031."

    assert dates_of("market", text) == {"event 2024"}


@pytest.mark.parametrize(
    ("kind", "text", "strange"),
    [
        ("supply", "Voltaryn will supply Keliva Ferries with 40 MWh of batteries, or 10 MWh per vessel.", 10),
        ("facility", f"{PLANT} Instead of the originally planned 32 GWh, the plant will make 35 GWh.", 32),
        ("facility", "The Voltaryn cell plant in Szolnok will make 43 GWh. Keliva intends to buy 24 GWh.", 24),
        ("facility", f"{PLANT} The wind park beside the plant makes 21 GWh of electricity annually.", 21),
    ],
)
def test_sizes_of_other_things(kind: str, text: str, strange: float) -> None:
    assert strange not in sizes_of(kind, text)


@pytest.mark.parametrize(
    "text",
    [
        f"{PLANT} Voltaryn, employing 21,000 people, is one of the largest makers of cells.",
        "Voltaryn opened a cell factory in Szolnok, where 475 workers were detained.",
        f"{PLANT} The economy added 236,000 jobs last month.",
    ],
)
def test_people_who_do_not_work_at_the_plant(text: str) -> None:
    assert all(told.jobs is None for told in read(text))


def test_a_goal_beside_the_start_leaves_the_start() -> None:
    text = f"{PLANT} It aims to start production in 2028."

    assert dates_of("facility", text) == {"production_start 2028"}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Voltaryn found 12 million tonnes of lithium and plans a lithium mine in Jadar, Serbia.", set()),
        ("Voltaryn plans a lithium mine in Jadar, Serbia, on 12 million tonnes of deposits.", set()),
        ("Voltaryn plans a lithium mine in Jadar, Serbia, to make 12,000 tonnes of lithium a year.", {12000.0}),
    ],
)
def test_what_lies_in_the_ground_is_not_what_a_mine_makes(text: str, made: set[float]) -> None:
    assert sizes_of("facility", text) == made


@pytest.mark.parametrize(
    ("seat", "place"), [("based near Szolnok", None), ("headquartered just outside Szolnok", None), ("", "Szolnok")]
)
def test_where_a_firm_is_based_is_not_where_its_plant_stands(seat: str, place: str | None) -> None:
    where = f", {seat}," if seat else ""
    told = read(f"Voltaryn{where} plans to build a cell factory{'' if seat else ' near Szolnok'}.")

    assert [each.place.name if each.place else None for each in told if each.kind == "facility"] == [place]
