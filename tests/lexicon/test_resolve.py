"""Which place a name means, and when it means none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.lexicon import load_lexicon

LEXICON = load_lexicon()


def places(text):
    found = LEXICON.resolve_places(text, LEXICON.find(text))
    return {hit.span.cut(text): place.id for hit, place in found.items()}


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("in Birmingham, Alabama", "Birmingham", "us-al-birmingham"),
        ("in Birmingham, UK", "Birmingham", "gb-eng-birmingham"),
        ("in Birmingham", "Birmingham", "gb-eng-birmingham"),
        ("in Birmingham (Alabama)", "Birmingham", "us-al-birmingham"),
        ("Alabama welcomes it. The site in Birmingham is ready.", "Birmingham", "us-al-birmingham"),
        ("in Glendale, Kentucky", "Glendale", "us-ky-glendale"),
        ("in Glendale, Arizona", "Glendale", "us-az-glendale"),
        ("in Kokomo, IN.", "Kokomo", "us-in-kokomo"),
        ("in Warren, Ohio", "Warren", "us-oh-warren"),
        ("in Lansing, Mich., next year", "Lansing", "us-mi-lansing"),
        ("in Bécancour, Quebec, Canada", "Bécancour", "ca-qc-becancour"),
        ("in Göd, Hungary", "Göd", "hu-god"),
        ("LG's Holland plant in Michigan", "Holland", "us-mi-holland"),
        ("a plant in Holland", "Holland", "nl"),
        ("in Nice, France", "Nice", "fr-paca-nice"),
        ("Commerce, Georgia, wins a plant", "Commerce", "us-ga-commerce"),
        ("in Mobile, Alabama", "Mobile", "us-al-mobile"),
        ("a plant in New York", "New York", "us-ny"),
        ("an office in Madrid", "Madrid", "es-madrid"),
        ("Nevada: the site in Sparks", "Sparks", "us-nv-sparks"),
        ("Northvolt's Heide project", "Heide", "de-sh-heide"),
        ("the Georgian city of Tbilisi", "Tbilisi", "ge-tbilisi"),
        ("a plant in Georgia", "Georgia", "us-ga"),
        ("the mine at Thacker Pass", "Thacker Pass", "us-nv-thacker-pass"),
        ("DETROIT (AP)", "DETROIT", "us-mi-detroit"),
        ("in Xi'an", "Xi'an", "cn-sn-xian"),
        ("宁德的工厂", "宁德", "cn-fj-ningde"),
        ("across Southeast Asia", "Southeast Asia", "area-southeast-asia"),
        ("a plant in Thuringia", "Thuringia", "de-th"),
        ("Sagunt, Spain", "Sagunt", "es-vc-sagunto"),
        ("in Kendal, Cumbria", "Kendal", "gb-eng-kendal"),
        ("in Kendal, Indonesia", "Kendal", "id-jt-kendal"),
        ("in Oldtown, Powys", "Powys", "gb-wls-powys"),
        ("in Lincoln, Angus Taylor said", "Lincoln", "us-ne-lincoln"),
        ("a plant in Quebec. It stands in Bécancour, Quebec, by the river", "Quebec", "ca-qc"),
        ("in Clare, Suffolk", "Suffolk", "gb-sfk"),
        ("in Suffolk, Virginia", "Suffolk", "us-va-suffolk"),
        ("the Jinhu Economic Development Zone in Huai'an", "Jinhu", None),
        ("a fire at an NYC bike shop", "NYC", "us-ny-new-york-city"),
        ("a battery in NSW", "NSW", "au-nsw"),
        ("a blaze at Sydney Airport", "Sydney", "au-nsw-sydney"),
        ("Rayleigh: Lorry burns", "Rayleigh", "gb-eng-rayleigh"),
        ("Lorry burns. Rayleigh: the owner of it", "Rayleigh", None),
    ],
)
def test_a_place_is_told_by_what_stands_beside_it(text, name, id):
    assert places(text).get(name) == id


@pytest.mark.parametrize(
    "text",
    [
        "Devon Energy and Angus Taylor",
        "Nice work on the plant",
        "Mobile phones and Orange juice",
        "Reading the report in March",
        "Most of the Union voted",
        "a visit to Jackson Hole in Battery Park",
        "Governor Houston and Mr. Lincoln",
        "Hunan Zhongyuan Lithium Technology",
        "the Paris Agreement",
        "a Porsche Cayenne",
        "Georgia Institute of Technology said",
        "the Mustang Mach-E",
        "its office at 400 N. Aberdeen St. is open",
        "as he told reporters in Adelaide on Monday",
        "the bakery giant Bimbo builds vans",
        "twice the size of the Lathrop factory",
        "a train fell into the Mississippi River",
        "a flat in Cornwall Street",
        "Brits buy batteries",
        "her daughter Sofia Marsh",
    ],
)
def test_a_word_a_person_or_part_of_a_longer_name_is_no_place(text):
    assert places(text) == {}


def test_a_town_that_several_lands_have_lies_in_none_without_a_word_that_says_which():
    assert places("a fire in Newcastle") == {}
    assert places("a fire in Newcastle, Australia")["Newcastle"] == "au-nsw-newcastle"


def test_where_somebody_was_born_is_no_place():
    assert "Grayson" not in places("a native of Grayson, Kentucky, said")


def test_a_month_is_no_town_whatever_country_is_named():
    assert places("In March the UK agreed; in May Croatia will; August 2024") == {"UK": "gb", "Croatia": "hr"}


def test_a_mine_is_not_the_small_town_of_its_name_in_another_land():
    assert "Springdale" not in places("graphite of its Springdale mine will leave Western Australia by ship")
    assert "Springdale" in places("graphite of its Springdale mine will leave Arkansas by rail")


@pytest.mark.parametrize("town", ["Sunderland", "Debrecen", "Salzgitter", "Kaiserslautern", "Ningde", "Termoli"])
def test_battery_towns_are_known(town):
    assert town in places(f"the new plant in {town}")


@pytest.mark.parametrize(
    "mine", ["Greenbushes", "Pilgangoora", "Rhyolite Ridge", "Morowali", "Weda Bay", "Kwinana", "Goulamina"]
)
def test_mines_and_parks_are_known(mine):
    assert mine in places(f"the project at {mine}")


@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    hits = LEXICON.find(text)
    assert set(LEXICON.resolve_places(text, hits)) <= set(hits)
