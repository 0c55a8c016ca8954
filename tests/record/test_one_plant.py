"""Tellings as news tells them, read from their words: which of them are of one plant."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cellwire.claims import read_developments
from cellwire.db.plain import from_json, to_json
from cellwire.lexicon import load_lexicon
from cellwire.model import Facility, Known
from cellwire.record import build_record
from cellwire.stories import gather
from claims.telling import document

PLANS = "Stellantis and LG Energy Solution will build a 40 GWh battery plant in the United States."


def plants(*texts, days=(0, 30, 60)):
    lexicon = load_lexicon()
    known = Known(lexicon.organisations, lexicon.localities)
    told = [
        replace(
            document(text, title="Battery news", published=date(2023, 1, 9) + timedelta(days[at])),
            id=f"doc_{at}",
            capture=f"cap_{at}",
            outlet=f"outlet {at}",
        )
        for at, text in enumerate(texts)
    ]
    read = [development for one in told for development in read_developments(one, lexicon)]
    return build_record(gather(read, told, known=known), read, documents=told, known=known).facilities


ONE = [
    (
        "Honda and LG will build a battery plant in Ohio.",
        "LG Energy Solution and Honda began building their battery plant in Ohio.",
    ),
    (
        "General Motors and LG plan a battery plant in Spring Hill, Tennessee.",
        "Ultium Cells began building its battery plant in Spring Hill, Tennessee.",
    ),
    (
        "Umicore will build a battery plant in Loyalist Township, Ontario, for 1.5 billion euros. It creates 600 jobs.",
        "Umicore will build a cathode plant in Kingston, Ontario, for 1.5 billion euros. It creates 600 jobs.",
    ),
    (
        "Umicore will build a battery plant in Loyalist Township, Ontario, for 1.5 billion euros. It creates 600 jobs.",
        "Umicore plans a battery plant in Kingston, Ontario, for about 1.5 billion euros. It creates up to 600 jobs.",
    ),
    (  # what the third adds to the second makes it as dear and as full of jobs as the first
        "Umicore will build a battery plant in Kingston, Ontario, for 1.5 billion euros. It creates 600 jobs.",
        "Umicore will build a battery plant in Loyalist Township, Ontario, for 1.5 billion euros.",
        "Umicore will build a battery plant in Loyalist Township, Ontario. It creates 600 jobs.",
    ),
    (  # who makes graphite for batteries builds no battery plant
        "Novonix will make synthetic graphite at its plant in Chattanooga, Tennessee.",
        "Novonix is to build a battery plant in Chattanooga, Tennessee.",
    ),
    (
        "Hyundai began building its electric vehicle plant in Bryan County, Georgia.",
        "Hyundai will open its electric vehicle plant near Savannah, Georgia.",
    ),
    (
        "BlueOval SK will build a battery plant in Glendale, Kentucky, for $5.8 billion. It creates 5,000 jobs.",
        "Ford will build a battery plant in Glendale, Kentucky, for $5.8 billion. It creates 5,000 jobs.",
    ),
]
TWO = [
    (
        "CATL and Ford will build a battery plant in Texas.",
        "CATL and Tesla began building a battery plant in Texas.",
    ),
    (
        "Northvolt will build a battery plant in Loyalist Township, Ontario, for €1.5 billion. It creates 600 jobs.",
        "Northvolt will build a cathode plant in Loyalist Township, Ontario, for €1.5 billion. It creates 900 jobs.",
    ),
    (
        "Ultium Cells opened its battery plant in Lordstown, Ohio.",
        "Ultium Cells has cancelled plans for a battery plant in Ohio.",
    ),
    (
        "BlueOval SK will build a battery plant in Glendale, Kentucky, for $5.8 billion. It creates 5,000 jobs.",
        "Ford will build a battery plant in Glendale, Kentucky, for $5.8 billion. It creates 2,500 jobs.",
    ),
    (PLANS, "Stellantis and Samsung SDI will build a 40 GWh battery plant in the United States."),
]


@pytest.mark.parametrize("texts", ONE, ids=lambda texts: texts[1][:50])
def test_one_plant_told_twice_is_one(texts):
    assert len(plants(*texts)) == 1


@pytest.mark.parametrize("texts", TWO, ids=lambda texts: texts[1][:50])
def test_look_alikes_are_two(texts):
    assert len(plants(*texts)) == 2


def test_what_is_put_into_one_town_at_once_is_one_plant_whatever_it_makes():
    packs = "BMW will invest $1.7 billion in its battery pack plant in Spartanburg, South Carolina."
    cars = "BMW will invest $1.7 billion in its electric vehicle plant in Greer, South Carolina."
    assert len(plants(packs, cars, days=(0, 1))) == 1
    assert len(plants(packs, cars, days=(0, 30))) == 2
    assert len(plants(packs, cars.replace("1.7", "1.2"), days=(0, 1))) == 2


def test_an_entry_read_from_its_row_is_what_it_was_written_from():
    [plant] = plants(
        "Umicore will build a battery plant in Kingston, Ontario, for 1.5 billion euros. It creates 600 jobs."
    )
    assert to_json(from_json(to_json(plant), Facility)) == to_json(plant)


def test_plants_without_a_town_that_are_told_years_apart_are_left_open():
    texts = "LG Chem will build a battery plant in Poland.", "LG Chem began building a battery plant in Poland."

    early, late = plants(*texts, days=(0, 700))

    assert [doubt.other for doubt in late.doubts] == [early.id]
    assert len(plants(*texts, days=(0, 300))) == 1


def test_a_deal_with_another_partner_is_no_news_of_the_plant():
    plant = (
        "Batteries from LG Energy Solution's planned plant in the United States, with 40 GWh a year, go to Stellantis."
    )
    deal = "Stellantis and Samsung SDI signed an agreement for a joint venture in the US that makes 40 GWh a year."

    [found] = plants(plant, deal, days=(0, 1))

    assert "samsung-sdi" not in {party.id for party in found.parties}
