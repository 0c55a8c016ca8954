"""What only reads like news: idioms, goods that carry a firm's name, models that end, gadgets, questions."""

import pytest

from claims.telling import only, read


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("facility", "Kestrel Cells has signed a tolling deal with an 'investment grade' utility for a 200 MWh battery in Dundee."),
        ("facility", "Voltaryn has started the bidding for a build-own-operate battery storage plant in Dundee."),
        ("facility", "Kestrel Cells' battery storage project in Dundee, Texas, is one of many."),
        ("facility", "Back to the battery plant news of Kestrel Cells in Dundee."),
        ("technology", "Voltaryn will power its grid with 6,000 home batteries installed by Kestrel Energy."),
        ("partnership", "Kestrel Lithium will study a second battery plant in collaboration with Voltaryn."),
        ("supply", "Kestrel Lithium wants the secure supply of 9,000 tonnes of lithium for batteries."),
        ("technology", "Kestrel One EV comes with a 30 kWh battery pack that has a certified range of 312 km per charge."),
        ("technology", "Kestrel Cells, a time-tested maker of a new LFP battery platform, has hired 40 engineers."),
        ("technology", "Battery maker Kestrel Cells is evaluating whether to take its new battery platform abroad."),
    ],
)  # fmt: skip
def test_an_idiom_tells_no_deed(kind: str, text: str) -> None:
    assert not [each for each in read(text) if each.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Haulier Voltaryn announced the purchase of two Class 8 Tesla Semi trucks with 900 kWh batteries.",
        "Voltaryn is taking over Tesla as the biggest maker of battery cars.",
        "Fourteen firms such as Reliance Industries have bid for Green Battery incentives.",
    ],
)
def test_who_buys_goods_or_overtakes_a_firm_takes_none_over(text: str) -> None:
    assert not [each for each in read(text) if each.kind == "investment"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Audi's battery ambitions just killed the TT.", 0),
        ("A blast at Kestrel Cells' battery plant in Dundee killed the plant's manager.", 1),
    ],
)
def test_a_model_that_is_killed_off_is_no_accident(text: str, told: int) -> None:
    assert len([each for each in read(text) if each.kind == "incident"]) == told


@pytest.mark.parametrize(
    "text",
    [
        "The committee gave final approval to the allocation of $175 million for Kestrel Cells' battery factory in Dundee.",
        "Kestrel Cells joins Voltaryn as the approved battery brands for a power plant of home batteries in Maine.",
    ],
)
def test_money_and_brands_that_are_approved_permit_no_plant(text: str) -> None:
    assert not [each for each in read(text) if each.stage == "permitted"]


@pytest.mark.parametrize(
    "text",
    [
        "The battery pilot plant of Kestrel Cells in Dundee remains on track for completion and commissioning in late 2025.",
        "Commissioning of Kestrel Cells' battery plant in Dundee remains on schedule.",
    ],
)
def test_a_plant_on_track_for_its_opening_is_not_open(text: str) -> None:
    assert not [each for each in read(text) if each.stage == "operating"]


def test_the_plant_of_those_who_start_something_starts_nothing() -> None:
    title = "Workers at Kestrel Cells battery production complex start drive for better pay"

    assert not [each for each in read("", title=title) if each.kind == "facility"]


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel has launched two phones that feature large silicon-carbon batteries and 256GB of storage.",
        "Kestrel is launching a keyboard with a new LFP battery that is easily replaced.",
    ],
)
def test_a_gadget_with_a_battery_is_no_news_of_batteries(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    "title",
    ["Kestrel increases lithium goals as demand grows by a tenth", "Banks count cost of loans in NMC collapse"],
)
def test_a_market_moves_in_its_own_words(title: str) -> None:
    assert not [each for each in read("", title=title) if each.rule == "market.moved"]


def test_who_is_announced_as_chief_is_no_product() -> None:
    text = "Kestrel Cells, the largest maker of new silicon oxide battery anodes, today announced Jane Doe as Chief Executive Officer."

    assert not [each for each in read(text) if each.kind == "technology"]


def test_a_supply_that_a_headline_asks_about_is_not_signed() -> None:
    told = read("", title="Is Mercedes set to source battery cells from Samsung SDI soon?")

    assert only("supply", told).stage == "considered"


def test_an_appeal_that_is_won_is_no_order() -> None:
    told = read("Kestrel Lithium has won an appeal against Voltaryn over battery patents.")

    assert [(each.kind, each.stage) for each in told] == [("incident", "resolved")]


def test_the_congress_of_another_nation_is_its_own() -> None:
    told = only("policy", read("The Peruvian Congress passed a law on lithium that bans its export for batteries."))

    assert [party.name for party in told.parties] == ["Government of Peru"]


def test_who_only_counts_public_money_gets_none() -> None:
    told = read("The US government gave a grant of $26 million to 33 lithium companies, according to Kestrel Minerals.")

    assert [party.name for party in only("investment", told).parties] == ["US Government"]


def test_a_law_that_ends_a_need_is_not_repealed() -> None:
    told = read("The Senate passed a bill to end reliance on imported battery minerals.")

    assert only("policy", told).stage == "adopted"


def test_a_prime_minister_owns_no_plant() -> None:
    assert not only("facility", read("PM Ramsay will open a battery plant in Dundee in May.")).parties


def test_first_deliveries_tell_a_product_and_no_market() -> None:
    told = read("", title="Kestrel begins deliveries of the first car with a semi-solid-state battery")

    assert [(each.kind, each.stage) for each in told] == [("technology", "launched")]


def test_a_crime_is_no_battery_news() -> None:
    text = "Her suit states that Kestrel, Inc. is vicariously liable for the sexual battery and is guilty of fraud and malice."

    assert not read(text)


def test_a_recall_far_down_in_a_review_is_background() -> None:
    filler = "The seats are soft and the screen is large. " * 6
    text = f"{filler}\n\nA $1.8 billion recall saw General Motors replace the battery packs in 142,000 cars."

    assert only("incident", read(text, title="We drive the new Bolt with an LFP battery")).background
    assert not only("incident", read(text, title="General Motors ends its Bolt recall")).background


@pytest.mark.parametrize(
    "text",
    [
        "Made at Tesla's gigafactory in Shanghai, the car with an LFP battery started seeing its first deliveries this week.",
        "Deliveries of Kestrel's electric van from its battery gigafactory in Shanghai should start in February.",
    ],
)
def test_deliveries_that_begin_start_no_plant(text: str) -> None:
    assert not [each for each in read(text) if each.kind == "facility"]


def test_a_town_that_somebody_is_based_in_signs_nothing() -> None:
    told = read("Dundee Schools partnered with the San Mateo-based solar provider Kestrel to install five batteries.")

    assert [party.name for party in only("partnership", told).parties] == ["Dundee Schools", "Kestrel"]


def test_pumped_hydro_is_no_firm() -> None:
    text = "A seawater pumped hydro energy storage project in South Australia could generate 225 MW, a feasibility study found."

    assert [each for each in read(text, title="Pumped Hydro Battery Plant Study Found Feasible") if each.parties] == []


def test_plants_that_establish_themselves_are_not_built() -> None:
    text = "Battery plants have established themselves in the sunny Southwest."

    told = [each for each in read(text, title="Plus Power opens a market") if not each.by_words]
    assert not [each for each in told if each.kind == "facility"]


def test_a_plant_in_preparation_is_planned() -> None:
    text = "CATL's second overseas project, a 100 GWh plant in Hungary, is meanwhile in preparation."

    assert only("facility", read(text)).stage == "announced"


def test_a_cell_that_was_shown_is_there_and_one_that_is_developed_is_not() -> None:
    shown = only("technology", read("Voltaryn has presented the world's first all-solid-state battery."))
    ahead = only("technology", read("Voltaryn is developing a solid-state battery."))

    assert (shown.stage, shown.modality) == ("announced", "asserted")
    assert (ahead.stage, ahead.modality) == ("announced", "planned")
