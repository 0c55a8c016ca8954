"""Slots told in another sentence or clause than the news itself, or by words that seem to be another's."""

from __future__ import annotations

from typing import Any

import pytest

from claims.telling import only, read, row, wrong

_PLANTS = [
    row(
        "A Canadian company that recycles lithium-ion batteries is building a plant in Ohio near the factory where Ford"
        " makes cars. Relivo announced the move on Monday. About 30 jobs will be created.",
        "construction",
        parties="Relivo owner",
        place="Ohio",
        jobs="30",
    ),
    row(
        "Enarvo will sell products to Birkan Innovation, another Korean company that's building a $1.7 billion battery"
        " plant near Leipzig.",
        "construction",
        parties="Birkan Innovation owner",
        place="Leipzig",
    ),
    row(
        "Birkan Innovation signed an agreement to supply Enarvo with lithium. The lithium comes from a refinery that"
        " Birkan Innovation is building in Debrecen, Hungary.",
        "construction",
        parties="Birkan Innovation owner",
        place="Debrecen",
    ),
    row(
        "Birkan Innovation is building a $2.6 billion, 2,600-worker battery plant in Leipzig.",
        "construction",
        jobs="2600",
    ),
    row(
        "Voltaryn Energy will establish a battery plant in Debrecen, Hungary. The project, which is to create 900 jobs,"
        " is valued at around 400 billion forints (1.2 billion euros), with the Hungarian government providing 14"
        " billion forints in support.",
        "announced",
        money="about HUF 400 billion; EUR 1.2 billion",
    ),
    row(
        "Voltaryn Energy has announced the closure of its battery plant in Fennimore, Wisconsin. The plant is to fully"
        " end operations in September 2024. Layoffs are expected to begin on December 1, 2024.",
        "closed",
        dates="event 2024-09",
    ),
    row(
        "Ionaro, a joint venture between Umaro and the Fervolt battery manufacturing subsidiary PowerLine, will build a"
        " cathode plant in Poland.",
        "announced",
        parties="Ionaro owner; Umaro owner; PowerLine owner; Fervolt owner",
    ),
]
_PLANTS += [
    row(
        "Donwha Electrolyte USA Inc. will build a plant in Clarksville, Tennessee.",
        "announced",
        parties="Donwha Electrolyte owner",
        product="electrolyte",
    ),
    row(
        "Applicant Verion wants to build a battery storage system on land at Pashler Farm in Ninfold Road, Ninfold.",
        "announced",
        parties="Verion owner",
        place="Ninfold",
    ),
    row(
        "Verion has broken ground on a battery recycling plant in Florence. The plant, slated for completion in 2027,"
        " is to be operated by Verion's solutions business.",
        "construction",
        dates="completion 2027",
    ),
    row("Under a US-China pact Verion will build a battery plant near Leipzig, Germany.", "announced", country="DE"),
]
_PLANTS += [
    row(
        "Neora and Tamsin will build a 270 MW/540 MWh big battery near Leipzig. The battery is to start up in 2026.",
        "announced",
        product="storage",
    ),
    row(
        "Verion will build a plant in Leipzig, Germany. Founded in 2012, Verion specializes in the development and"
        " manufacturing of electrolytes for rechargeable batteries.",
        "announced",
        product="electrolyte",
    ),
    row(
        "Verion will build a battery cell plant. It will be located just east of New Carlisle, Indiana. The company"
        " announced its plans in April without specifying the location.",
        "announced",
        place="New Carlisle",
    ),
    row(
        "Verion will build a battery plant in Leipzig. About 30 jobs will be created in the region during the project's"
        " construction.",
        "announced",
        jobs="",
    ),
    row(
        "Verion signed an agreement with the Leshan Municipal government to build a cathode plant in Leshan, China.",
        "announced",
        parties="Verion owner",
    ),
]
_PLANTS += [
    row(
        "Verion has picked a site for a new battery cell plant in Leipzig, next to the site of a former car assembly"
        " plant it shut down last year.",
        "announced",
        place="Leipzig",
        dates="",
    ),
    row(
        "Verion will build a battery plant in Clarksville, Tennessee. The Montgomery County facility, which will employ"
        " 350 people, originally was a glass factory that ceased operations in 2009.",
        "announced",
        place="Clarksville",
        jobs="350",
    ),
    row(
        "Verion Lithium has received the final permit to restart the mothballed mine in Quebec, which will process 3,000"
        " tonnes of ore per day.",
        "permitted",
        parties="Verion Lithium owner",
        capacity="",
    ),
]
_PLANTS += [
    row(
        "Verion Carbon will build a battery graphite plant in the town of Oranvale, it said. The Mumbai-based company"
        " plans to start hiring next year and begin operations in 2026.",
        "announced",
        place="Oranvale",
        country="",
        dates="production_start 2026",
    ),
]
_FIRES = [
    row(
        "A fire has erupted at a battery storage plant in northern Germany. The fire began on Monday. The site near"
        " Lohnde is owned by the Texas-based company Verion Energy.",
        "occurred",
        parties="Verion Energy owner",
        dates="event 2024-05-13",
    ),
    row(
        "A battery plant was on fire on Monday in the North Carolina town of Bessemer City, according to Gaston County"
        " Communications. The plant belongs to Verion, a maker of lithium cells.",
        "occurred",
        parties="Verion owner",
        place="Bessemer City",
    ),
]
_FIRES += [
    row(
        "Highway closed as fire erupts at lithium battery plant of Verion in Leipzig.",
        "occurred",
        parties="Verion owner",
        place="Leipzig",
    ),
]
_FIRES += [
    row(
        "Orsa is recalling 1,473 electric cars because of a battery fault. The cars have 86 kWh battery packs from"
        " Verion's factory in South Korea.",
        "occurred",
        product="pack",
        country="",
    ),
]
_SUMS = [
    row(
        "The U.S. Department of Energy on Monday announced a conditional commitment to lend up to $107 million to expand"
        " a graphite plant in Vidalia, Louisiana. The loan would go to Syrox Technologies.",
        "announced",
        parties="US Department of Energy government; Syrox Technologies target",
    ),
    row(
        "Lithium Verano has entered into a definitive agreement to sell its Argentine subsidiary, Salarion Lithium, to"
        " Harrow Union Holdings for $175 million.",
        "announced",
        parties="Harrow Union Holdings investor; Salarion Lithium target; Lithium Verano owner",
    ),
    row(
        "The deal includes a $250 million investment by Fervolt Motors in Lionstone Lithium through notes.",
        "announced",
        parties="Fervolt Motors investor; Lionstone Lithium target",
    ),
    row(
        "Ganfan Lithium said on Tuesday it plans to buy a 14.8% stake in Millenium Lithium Corp's Argentine subsidiary"
        " Proyecto Pastora S.A. for up to $70 million.",
        "announced",
        parties="Ganfan Lithium investor; Millenium Lithium owner; Proyecto Pastora target",
    ),
]


_GOODS = [
    row(
        "Lionstone Lithium has signed an offtake agreement with carmaker Fervolt to provide 15,000 tonnes of the metal"
        " per year. They signed the supply deal on Monday.",
        "signed",
        capacity="15,000 t/yr",
        dates="event 2024-05-13",
    ),
]


@pytest.mark.parametrize(("text", "expected"), _PLANTS)
def test_a_plants_slots_may_stand_beside_it(text: str, expected: dict[str, Any]) -> None:
    assert wrong(only("facility", read(text)), expected) == {}


@pytest.mark.parametrize(("text", "expected"), _FIRES)
def test_whose_works_burn_may_be_told_later(text: str, expected: dict[str, Any]) -> None:
    assert wrong(only("incident", read(text)), expected) == {}


@pytest.mark.parametrize(("text", "expected"), _SUMS)
def test_who_gets_money_may_be_told_later(text: str, expected: dict[str, Any]) -> None:
    assert wrong(only("investment", read(text)), expected) == {}


@pytest.mark.parametrize(("text", "expected"), _GOODS)
def test_goods_are_counted_by_the_year_where_the_text_does(text: str, expected: dict[str, Any]) -> None:
    assert wrong(only("supply", read(text)), expected) == {}


def test_a_firm_may_be_called_by_a_plain_word() -> None:
    text = (
        "Lift Materials will build a recycling plant in Leipzig. Lift announced the news on Monday. At the same time,"
        " Dresden-based Verion announced that the company's first battery plant will be built in Poland."
    )
    owners = [[party.name for party in each.parties] for each in read(text) if each.kind == "facility"]

    assert owners == [["Lift Materials"], ["Verion"]]


def test_a_car_plant_that_is_served_is_no_site() -> None:
    told = only(
        "facility",
        read(
            "Verion will build a battery plant in Valencia, Spain. It will provide batteries to Orsa's Martorell and"
            " Pamplona car production sites."
        ),
    )

    assert wrong(told, {"place": "Valencia"}) == {}


def test_a_headlines_battery_plant_is_what_the_text_says() -> None:
    told = only(
        "facility",
        read(
            "Chemical manufacturer Verion will invest $1.3 billion to establish a lithium hydroxide processing facility in"
            " Leipzig, Germany.",
            title="Verion to build EV battery manufacturing plant in Germany",
        ),
    )

    assert wrong(told, {"product": "lithium"}) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tesla has officially started production of the Model 3 sedan at its Gigafactory in Shanghai.",
        "The first pickups have rolled off the line at Tesla's Gigafactory in Texas.",
    ],
)
def test_cars_alone_start_up_no_battery_plant(sentence: str) -> None:
    assert [told for told in read(sentence) if told.kind == "facility"] == []


def test_semiconductors_are_no_lorries() -> None:
    told = read("The first semiconductors rolled off the line at Voltaryn's gigafactory in Szolnok.")

    assert [each.kind for each in told] == ["facility"]


def test_packs_for_a_car_start_one_up() -> None:
    told = read("Tesla has started production of Model Y battery packs at its Gigafactory in Grünheide.")

    assert [(each.kind, each.stage) for each in told] == [("facility", "operating")]


GRANT = "Larch Anode was awarded a $100 million grant by the US Department of Energy."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", f"{GRANT} The company will build a graphite plant in Kentucky."),
        ("Larch Anode wins $100 million federal grant", "Larch Anode will build a graphite plant in Kentucky."),
    ],
)
def test_what_a_grant_is_for_is_not_told_again_as_a_plant(title: str, text: str) -> None:
    assert [str(told.kind) for told in read(text, title=title)] == ["investment"]


def test_a_plant_that_a_title_tells_stands_beside_its_grant() -> None:
    told = read(
        f"{GRANT} The company will build it in Kentucky.", title="Larch Anode to build graphite plant in Kentucky"
    )

    assert "facility" in {str(each.kind) for each in told}
