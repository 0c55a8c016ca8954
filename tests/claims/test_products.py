"""What a plant makes and a deal is about: the goods themselves, not what they are for."""

import pytest

from claims.telling import only, read, shown

GOODS = [
    ("facility", "anode", "Sila has opened a plant in Moses Lake that makes silicon anodes for EV batteries."),
    ("facility", "anode", "Sila has opened a plant for a silicon anode for EV batteries in Moses Lake."),
    (
        "facility",
        "electrolyte",
        "Capchem is to expand its plant in Lublin to make electrolyte materials for EV batteries.",
    ),
    (
        "facility",
        "recycling",
        "Li-Cycle has paused its hub in Rochester, which is to recover nickel from old batteries.",
    ),
    ("facility", "pack", "Arrival will build a battery plant in Charlotte. The plant will assemble battery modules."),
    ("facility", "cell", "Arrival will build a battery plant in Charlotte. It will make cells and assemble modules."),
    ("supply", "anode", "Syrah Resources will supply Tesla with graphite anode material for its batteries."),
    (
        "supply",
        "cathode",
        "LG Chem has signed an agreement to supply materials for batteries to General Motors. LG Chem will supply "
        "at least 500,000 tons of cathode materials to General Motors.",
    ),
    ("supply", "equipment", "Manz will supply machines for making battery cells to Volvo Cars."),
    ("supply", "equipment", "Volvo Cars has placed an order for battery-making machines with Manz."),
    ("supply", "equipment", "Manz has won an order for electrode coating lines for the cell plant of Volvo Cars."),
    ("supply", "storage", "Alder Energy will supply the 200 MW/400 MWh Melbrook battery to Engie."),
    ("facility", "vehicle", "Volvo Cars will build an electric car factory with a battery hall in Kecskemet."),
    ("facility", "cell", "Farrow Cells has started construction of its second factory in Leipzig."),
    ("investment", "anode", "Cenate, a maker of silicon anode materials for batteries, has raised $20 million."),
]


@pytest.mark.parametrize(("kind", "product", "text"), GOODS)
def test_goods_are_told_and_not_what_they_are_for(kind: str, product: str, text: str) -> None:
    assert shown(only(kind, read(text)), "product") == product


FOR_BATTERIES = [
    "Posco Future M will supply Scania with components for EV batteries.",
    "Posco Future M will supply Scania with materials used in battery cells.",
]


@pytest.mark.parametrize("text", FOR_BATTERIES)
def test_materials_for_batteries_are_no_batteries(text: str) -> None:
    assert only("supply", read(text)).product is None


def test_a_cell_that_has_silicon_anodes_is_a_cell() -> None:
    told = only("supply", read("CATL will supply Scania with battery cells with silicon anodes."))

    assert shown(told, "product") == "cell"


TICKERS = ["Nemaska Lithium (NMX.TO)", "Nemaska Lithium (TSX: NMX)"]


@pytest.mark.parametrize("firm", TICKERS)
def test_the_name_of_a_share_is_no_chemistry(firm: str) -> None:
    told = only("investment", read(f"SoftBank is to take a 9.9 percent stake in {firm} for C$99 million."))

    assert told.chemistry == ()


OF_CARMAKERS = [
    ("Tesla will build a Gigafactory in Monterrey.", None),
    ("Tesla will build a Gigafactory in Monterrey. The Gigafactory will make battery packs.", "pack"),
    ("Tesla has opened its Gigafactory in Monterrey. The first truck has a battery pack of 500 kWh.", None),
    ("Northvolt will build a gigafactory in Borlange.", "cell"),
]


@pytest.mark.parametrize(("text", "product"), OF_CARMAKERS)
def test_a_carmakers_gigafactory_makes_batteries_where_its_text_says_so(text: str, product: str | None) -> None:
    told = only("facility", read(text))

    assert (told.product.name if told.product else None) == product


NO_GOODS_OF_THE_PLANT = [
    "Euro Manganese has received a permit for its plant in Chvaletice, whose metal is essential for EV batteries.",
    "Audi has halted production at its plant in Brussels because of a battery supply bottleneck.",
    "Rivian is to open a plant in Normal that runs on recycled EV batteries.",
    "Kestrel plans to invest $90 million in its lithium battery precision structural components project in Jiangsu.",
]


@pytest.mark.parametrize("text", NO_GOODS_OF_THE_PLANT)
def test_what_goods_are_for_or_what_is_lacking_is_not_what_a_plant_makes(text: str) -> None:
    assert only("facility", read(text)).product is None


@pytest.mark.parametrize(
    "text",
    [
        "Syrah Resources is to build a solar plant to power its graphite mine in Balama.",
        "Origin Energy will close its coal power plant in Eraring, where it builds a battery.",
        "RWE runs nine PV plants, four of them with batteries.",
    ],
)
def test_a_plant_of_another_industry_is_none_of_the_chain(text: str) -> None:
    assert [told for told in read(text) if told.kind == "facility"] == []


@pytest.mark.parametrize(
    ("buyer", "goods"),
    [("the utility-scale battery storage developer Keliva Energy", "storage"), ("the bus maker Keliva", "pack")],
)
def test_battery_systems_are_what_the_buyer_uses(buyer: str, goods: str) -> None:
    told = only("supply", read(f"Voltaryn signed a deal to supply battery systems to {buyer}."))

    assert shown(told, "product") == goods


STORES = [
    "Utilitas has started construction of a wind and battery project in Targale.",
    "Alder opens a solar plus battery hub.",
    "Alder builds Norway's largest battery park.",
    "Alder gets green light for ‘Norway’s largest’ battery project in Bergen.",
]


@pytest.mark.parametrize("text", STORES)
def test_a_battery_beside_solar_or_wind_stores_their_power(text: str) -> None:
    assert shown(only("facility", read(text)), "product") == "storage"


def test_recycling_of_other_waste_is_no_battery_recycling() -> None:
    assert read("Comstock Metals is building a solar panel recycling hub in Ohio.") == []


def test_what_cars_run_on_is_no_chemistry_of_their_plant() -> None:
    told = only("facility", read("BYD is building a plant in Lancaster for lithium iron phosphate-powered forklifts."))

    assert told.chemistry == ()


@pytest.mark.parametrize(
    ("sentence", "chemistries"),
    [
        (
            "Flow battery company Voltaryn has signed a letter of intent with Alder Cells to buy 2 GWh of sodium-ion cells.",
            ["sodium-ion"],
        ),
        ("Flow battery company Voltaryn has raised $40 million from Birk Capital.", ["flow"]),
        ("Voltaryn has agreed to supply Birk Power with 2 GWh of flow batteries and LFP cells.", ["LFP", "flow"]),
    ],
)
def test_what_a_firm_is_called_after_is_no_chemistry_of_other_goods(sentence: str, chemistries: list[str]) -> None:
    (told,) = read(sentence)

    assert sorted(each.name for each in told.chemistry) == chemistries


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Tesla is in talks with CATL on the supply of battery cells that use no cobalt.", "cell"),
        ("Tesla is in talks with CATL on the supply of battery cells without any cobalt.", "cell"),
        ("Tesla is in talks with CATL on the supply of battery cells and of cobalt.", "cobalt"),
    ],
)
def test_what_goods_lack_is_not_what_is_supplied(text: str, product: str) -> None:
    told = only("supply", read(text))

    assert told.product is not None
    assert told.product.name == product


def test_a_headlines_car_plant_is_what_the_sentence_below_it_has() -> None:
    title = "Ford scales back EV plant"
    batteries = read("Ford is scaling back its plans for an electric vehicle battery plant in Michigan.", title=title)
    cars = read("Ford has scaled back its EV plant in Michigan, as demand for batteries falls.", title=title)

    assert shown(only("facility", batteries), "product") == "cell"
    assert shown(only("facility", cars), "product") == "vehicle"


@pytest.mark.parametrize(
    ("project", "told"),
    [
        ("to set up a Tokyo base to expand its battery presence", False),
        ("plans a data centre project in Tokyo with flow batteries", False),
        ("to set up a battery production base in Tokyo to expand its presence", True),
    ],
)
def test_an_office_or_a_data_centre_makes_no_batteries(project: str, told: bool) -> None:
    found = [each for each in read("", title=f"SK On {project}") if each.kind == "facility" and not each.by_words]

    assert bool(found) is told


@pytest.mark.parametrize(
    ("run", "told"),
    [
        ("has been chosen by Alder Energy to optimise its new 40 MW Larch battery site", False),
        ("has started building its new 40 MW Larch battery site", True),
    ],
)
def test_who_is_chosen_to_run_a_store_builds_none(run: str, told: bool) -> None:
    found = read(f"Norrvik Power {run}.")

    assert any(each.kind == "facility" and not each.by_words for each in found) is told
