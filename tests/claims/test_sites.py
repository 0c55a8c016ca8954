"""Where a plant stands: which of the places of a text are its site, in a gazetteer or not."""

import pytest

from claims.telling import only, read, shown

PLANT = "Alder Energy will build a battery plant"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        (f"{PLANT} in Zwolfheim am Wald, a town in Bavaria.", "Zwolfheim am Wald", "DE"),
        (f"{PLANT} at Oudezand, a small port near Ghent.", "Oudezand", "BE"),
        ("Alder Energy halted work at its Tarrowby site in 2024. The battery plant would be Britain's largest.",
         "Tarrowby", "GB"),
        (f"{PLANT} in Oudezand, near Ghent.", "Oudezand", "BE"),
        (f"{PLANT} at Oudezand in Belgium.", "Oudezand", "BE"),
        (f"{PLANT} in Zwolfheim, twenty kilometres from Graz.", "Zwolfheim", "AT"),
        (f"{PLANT} in Zwolfheim, on Austria's western border.", "Zwolfheim", "AT"),
        (f"{PLANT} for lithium-ion cells in Łapczyca. It will be Poland's largest.", "Łapczyca", "PL"),
        (f"{PLANT} in Phase Two.", "", None),
        (f"{PLANT} on the outskirts of Graz.", "Graz", "AT"),
        ("Alder Energy has chosen Steyr as the site of its battery plant.", "Steyr", "AT"),
        ("Alder Energy will build its second battery plant after Linz in Szolnok.", "Szolnok", "HU"),
        ("Graz's Alder Energy will build a battery plant in Linz for cars from Szolnok.", "Linz", "AT"),
        ("Alder Energy will build a battery plant in the Austrian town of Zwolfheim with cells from China.",
         "Zwolfheim", "AT"),
        ("Alder Energy will build a battery plant in Mich. The county welcomed it.", "", None),
        (f"{PLANT} somewhere in Europe.", "", None),
        (f"{PLANT} somewhere in eastern Europe.", "Europe", None),
        ("Alder Energy will invest in battery plants in Michigan, Kentucky, Tennessee, and Washington.", "", None),
        (f"Alder Energy has a lab in Graz and a shop in Linz. {PLANT} to make cells for the cars of Birch Motors and "
         "those of its other customers in the whole of the region, says a report from Salzburg.", "", None),
        (f"{PLANT} to make cells for the cars of Birch Motors and those of its other customers in the whole of the "
         "region, the plant to stand in Salzburg.", "Salzburg", "AT"),
        (f"{PLANT} in Ohio, in the US. The location of the plant has yet to be decided.", "", "US"),
        (f"{PLANT} in Ohio. The exact site has not been decided.", "Ohio", "US"),
        (f"{PLANT} and is looking at Michigan, Kentucky, Tennessee and Georgia.", "", None),
        (f"{PLANT} for Birch Motors, which has factories in China, Hungary and the United States.", "", None),
        (f"{PLANT} in Austria to meet Europe's demand.", "", "AT"),
        (f"{PLANT} in Austria, director Anna Holm said in Melbourne.", "", "AT"),
        (f"{PLANT} in Austria, beside its existing Graz plant.", "", "AT"),
        (f"{PLANT}. Szolnok County Council welcomed it.", "", None),
        (f"{PLANT} for 10,000 tonnes a year, the Dallas, Texas headquartered firm said.", "", None),
        (f"New Delhi: {PLANT}.", "", None),
        (f"{PLANT}, Indiana Governor Dana Cole said.", "", None),
        (f"{PLANT}, Ontario Premier Dana Cole said.", "", None),
        ("Alder Energy received approval for its Debrecen-based battery factory.", "Debrecen", "HU"),
        ("Tokyo, June 16 (Wire)--Japan's Alder Energy will build a battery plant in Austria.", "", "AT"),
        ("OSAKA (Wire) -Panasonic will build a battery plant in Austria.", "", "AT"),
        (f"{PLANT} in the village of Zwolfheim, Suffolk.", "Zwolfheim", "GB"),
        (f"{PLANT} on the outskirts of Zwolfheim, a village in the Swedish county of Oster.", "Zwolfheim", "SE"),
        (f"{PLANT} in the port of Oudezand in Portugal.", "Oudezand", "PT"),
        (f"{PLANT} at Oudezand in the Hunter Valley of New South Wales.", "Oudezand", "AU"),
        ("The board of Tarrow Township in Michigan's Mecosta County approved a battery plant of Alder Energy.",
         "Tarrow Township", "US"),
        ("Alder Energy is expanding its Hungarian battery plant.", "", "HU"),
        ("Alder Energy is expanding a Hungarian battery maker's plant.", "", None),
        (f"{PLANT} on a field five times the size of Paris.", "", None),
        (f"{PLANT} in Paris on a field five times the size of Linz.", "Paris", "FR"),
        ("Alder Energy will expand its Tarvandu graphite project in Tanzania.", "Tarvandu", "TZ"),
        ("Alder Energy will expand its Tarvandu graphite plant in Dodoma.", "Dodoma", "TZ"),
        ("Alder Energy will expand the Kenyan-funded battery plant.", "", None),
        (f"{PLANT} in Search of Low-Grade Nickel in Ohio.", "Ohio", "US"),
        ("Alder Energy has commissioned Senegal's first battery storage project.", "", "SN"),
        ("Alder Energy has commissioned a plant for Senegal's first battery storage system maker.", "", None),
        ("Alder Energy postpones Canadian battery materials project.", "", "CA"),
        (f"{PLANT} in Guam.", "", "GU"),
        (f"{PLANT} in N. Carolina.", "N. Carolina", "US"),
    ],
    ids=["a town, told as one", "a port, told as one", "a town near another", "a town in a land", "so far from a town",
         "on a land's border", "a plant's town that no list has", "a phase", "the outskirts", "what is chosen", "what came before", "whose company", "a nation's town",
         "a state cut short", "a site by its name", "a continent", "a part of one",
         "a list that ends with a town's name", "far behind, in a text of many towns", "far behind, the only town", "a site that is open", "open within its region", "a choice", "a list of lands",
         "a market",
         "where it was said", "another plant", "a council", "whose seat", "before a colon", "whose governor", "whose premier", "a plant based there", "where it was filed",
         "where it was filed, its dash at the first word", "a village in a county", "a village in a nation's county", "a port by its word", "in a valley", "a township",
         "by its land's people", "a nation's maker", "how large it is", "how large, beside where", "a site in a land", "a site in a town", "whose money", "words before a state", "a land's first", "a land's first maker", "a nation's project", "a territory", "a state in short"],
)  # fmt: skip
def test_a_plants_place_is_where_it_stands(text: str, place: str, country: str | None) -> None:
    told = only("facility", read(text))
    assert (told.place.name if told.place else "", told.country) == (place, country)


def test_a_minister_is_no_town() -> None:
    for minister in ("Ken Saito, Minister of Economy,", "The Minister, Simon Saito,"):
        told = only("facility", read(f"{PLANT} in Japan. {minister} praised the plant."))
        assert (told.place, told.country) == (None, "JP")


def test_one_town_is_one_wherever_its_land_is_told() -> None:
    title = "Alder Energy plans battery plant in Tarrow County"
    plans = read(f"{PLANT} in Tarrow County, about 40 miles south of Nashville, Tennessee.", title=title)
    assert [(told.place.name, told.country) for told in plans if told.place] == [("Tarrow County", "US")]


def test_what_a_text_calls_a_town_is_no_company_in_its_title() -> None:
    text = f"{PLANT} in Oltenberg, a small town in the Austrian state of Styria."
    told = only("facility", read(text, title="Alder Energy picks Oltenberg for battery plant"))
    assert (told.place and told.place.name, [party.name for party in told.parties]) == ("Oltenberg", ["Alder Energy"])


STORED = "Alder Energy will supply a 120 MWh battery storage system to Birch Power"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        (f"{STORED} for a solar park in Bikaner, Rajasthan.", "Bikaner", "IN"),
        (f"{STORED} for projects in Chile.", "", "CL"),
        (f"{STORED} from its factory in Wuxi.", "", None),
        (f"{STORED} of Germany.", "", None),
    ],
    ids=["a site", "a land", "where it is made", "a seat"],
)
def test_storage_that_is_supplied_stands_somewhere(text: str, place: str, country: str | None) -> None:
    told = only("supply", read(text))
    assert (told.place.name if told.place else "", told.country) == (place, country)


def test_goods_have_no_country_of_their_own() -> None:
    told = only("supply", read("Alder Energy signed a contract to supply battery cells to Volvo Cars in China."))
    assert told.country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Battery maker Kestrel Cells has raised $90 million in Hong Kong.", None),
        ("Battery maker Kestrel Cells has raised $90 million for a plant in Hungary.", "HU"),
    ],
)
def test_money_for_a_company_has_the_country_of_what_it_pays_for(text: str, country: str | None) -> None:
    assert only("investment", read(text)).country == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Battery maker Kestrel Cells has filed for an IPO in Hong Kong.", "Hong Kong"),
        ("Battery maker Kestrel Cells has filed for a Singapore listing.", "Singapore"),
        ("Battery maker Kestrel Cells of Singapore has filed for an IPO in Shanghai.", ""),
    ],
)
def test_shares_are_listed_in_a_town_that_is_a_land(text: str, place: str) -> None:
    told = only("investment", read(text))
    assert told.country != "SG" if not place else shown(told, "place") == place


def test_a_town_lies_in_the_land_of_the_district_behind_it() -> None:
    kendal, other = (only("facility", read(f"{PLANT} in {town}, Cumbria.")).place for town in ("Kendal", "Zwolham"))
    assert kendal is not None
    assert (kendal.country, round(kendal.lat or 0)) == ("GB", 54)
    assert other is not None
    assert (other.country, other.lat) == ("GB", None)


@pytest.mark.parametrize(
    "line",
    [
        "TOKYO (Reuters) -Japan's",
        "TOKYO (Reuters) - Japan's",
        "TOKYO (Reuters): Japan's",
        "TOKYO : Japan's",
        "TOKYO: Japan's",
    ],
)
def test_where_a_story_is_filed_is_no_site(line: str) -> None:
    told = only("facility", read(f"{line} Panasonic will build a battery plant, the Nikkei newspaper reported."))

    assert told.place is None


def test_a_weekday_is_no_town() -> None:
    told = only(
        "facility", read("The council of Dayton, Ohio, approved a battery plant of Alder Energy at Monday's meeting.")
    )
    assert told.place is not None
    assert told.place.name == "Dayton"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Voltaryn signed a memorandum of understanding with the Karnataka government at the state secretariat in "
            "Bengaluru on Monday. The company will invest Rs 4,200 crore in a lithium-ion cell factory in the state.",
            "",
        ),
        ("The agreement was signed at Gandhinagar. Voltaryn aims to set up a 10 GWh cell plant in Gujarat.", "Gujarat"),
        ("Voltaryn signed an agreement with the town to build a battery plant in Leipzig.", "Leipzig"),
    ],
)
def test_where_a_paper_is_signed_nothing_is_built(text: str, place: str) -> None:
    told = only("facility", read(text)).place

    assert (told.name if told else "") == place


def test_where_a_ceremony_is_held_for_a_paper_nothing_is_built() -> None:
    text = (
        "At a ceremony in Berlin, Corvane and the state of Saxony signed a letter of intent on a cell plant in Saxony."
    )
    told = only("facility", read(text, title="Corvane to build battery plant in Saxony")).place

    assert told is not None
    assert told.name == "Saxony"


def test_whom_a_mayor_writes_to_has_no_plant() -> None:
    told = only(
        "facility",
        read("Near Heide, where Voltaryn wants to build its cell factory, the mayor is writing letters to Brussels."),
    )

    assert shown(told, "place") == "Heide"


def test_a_place_that_is_somebodys_last_name_is_none() -> None:
    text = "Northfield Cells has filed for bankruptcy protection. Ann Lansing, Northfield's CEO, told its battery workers so."
    assert [each.place for each in read(text) if each.kind == "incident"] == [None]


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Croatia tenders solar-storage project", "HR"),
        ("Croatia's storage boom", None),
        ("Solar-storage project is tendered", None),
    ],
)
def test_who_tenders_a_plant_in_a_title_is_its_land(title: str, country: str | None) -> None:
    text = "The power company Harlow Grid is seeking a developer to build a battery storage project of up to 200 MWh."
    told = only("facility", read(text, title=title))
    assert told.country == country
