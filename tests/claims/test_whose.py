"""Whose a figure is: what a sentence gives to another thing than the plant or deal it tells of is left out."""

import pytest

from claims.telling import only, read

_PLANT = "Alder Energy will build a battery plant in Szolnok, Hungary."
_DEAL = "Birch Cells will supply Alder Motors with battery cells from 2027."


@pytest.mark.parametrize(
    ("more", "capacities"),
    [
        ("The plant will make 12 GWh a year, giving the company a global capacity of 105 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year, and its three plants have a combined capacity of 40 GWh.", {"12 GWh/yr"}),
        ("The company currently has a capacity of 90 GWh across its six factories.", set()),
        ("The United States’ cell capacity stands at 90 GWh, and the plant will add to it.", set()),
        ("The plant will make 12 GWh a year and will require 19,000 tonnes of copper foil.", {"12 GWh/yr"}),
        ("The plant is also to serve an offtake agreement for 9,000 tonnes a year.", set()),
        ("A second 34 GWh plant is to follow.", set()),
        ("The plant will make 12 GWh a year. Together they will then make 20 GWh a year.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. The group wants to have 40 GWh by 2030.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. Another 4 GWh will follow in 2028.", {"12 GWh/yr", "4 GWh/yr"}),
        ("The plant will make 12 GWh a year, over 3 GWh per line.", {"12 GWh/yr"}),
        ("In May 2022, the company approved another line of 3 GWh in Graz.", set()),
        ("The plant will make 12 GWh a year instead of 30 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. When it was unveiled in 2021 it was to have 9 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. With all three sites the company expects 40 GWh a year.", {"12 GWh/yr"}),
        ("The plant takes spodumene from a mine with a resource of 26.9 Mt at 10.3% Li2O.", set()),
        ("The company is also looking for a site in Austria for a plant of 30 GWh a year.", set()),
        ("The plant is large: one GWh (1,000 MWh) is sufficient for 20,000 cars.", set()),
        ("The plant will make 12 GWh a year, bringing Alder Energy's total battery capacity to 40 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. Each line of the plant has a capacity of 3 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. That is 240 GWh over the life of the plant.", {"12 GWh/yr"}),
        (
            "The plant will make 12 GWh a year. Its only plant so far is in Malaysia with a capacity of 6 GWh.",
            {"12 GWh/yr"},
        ),
        ("The plant is to boost Hungary's annual battery production capacity to 120 GWh.", set()),
        (
            "The plant will make 12 GWh a year. Currently, the largest EU plant can produce 50 GWh a year.",
            {"12 GWh/yr"},
        ),
        ("The plant will make 12 GWh a year. The scheme aims to establish 50 GWh a year of capacity.", {"12 GWh/yr"}),
        ("Once the plant runs, Alder Energy's production capacity in Europe will rise to 47 GWh a year.", set()),
        (
            "The plant will make 12 GWh a year. The company has six other plants in use with 30 GWh a year.",
            {"12 GWh/yr"},
        ),
        ("The plant was set a shipment guidance of 120,000 tonnes a year.", set()),
        (
            "Once it is built, the company will have 40 GWh a year at its three sites, enough for 600,000 cars a year.",
            set(),
        ),
        ("The company plans to build a further 11 GWh a year of capacity abroad.", set()),
        ("The plant will boost the company's annual battery output to 40 GWh.", set()),
        ("The plant will make 12 GWh a year. In Graz, Austria, it added a hall with 6 GWh a year.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year, of 30 GWh a year that went to three beneficiaries.", {"12 GWh/yr"}),
        ("It was among four bidders that were chosen to build a total of 50 GWh a year at the plant.", set()),
        (
            "The plant may recycle 22,000 tonnes a year, with a daily storage of 100 tonnes.",
            {"22,000 t/yr"},
        ),
        ("The plant will make 20,000 tonnes of cathode a year, enough for 15 GWh of cells.", {"20,000 t/yr"}),
        ("The plant will make 12 GWh a year. Annual global production of cells is 900 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. Globally, the company aims to make 28 GWh in 2025.", {"12 GWh/yr"}),
        (
            "The plant will make 12 GWh a year. The company aims to raise battery production to 28 GWh by 2028.",
            {"12 GWh/yr"},
        ),
        ("The plant will make 12 GWh a year. The company had planned to build 9 GWh a year.", {"12 GWh/yr"}),
        ("The plant was initially planned to have 9 GWh a year, later 12 GWh a year.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. To date, the company has a plant with 9 GWh a year.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year, which will add to the 5 GWh a year that it has.", {"12 GWh/yr"}),
        ("The company is working on partnerships to secure 400 GWh a year of battery capacity.", set()),
        ("The plant will make 12 GWh a year, beside the 3 GWh expansion at the Austrian factory.", {"12 GWh/yr"}),
        ("The government distributed 30 GWh a year of capacity for it.", set()),
        ("The plant will make 12 GWh a year out of 50 GWh a year.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. There is a deficit of 90 GWh a year.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year, as capacity of 1 GWh needs $100 million.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. Its ultimate goal is to produce 90 GWh a year by 2030.", {"12 GWh/yr"}),
        ("It weighs plans to expand its plants for a total of 90 GWh a year in Austria, Spain and Japan.", set()),
        ("The plant will make 12 GWh a year. Long term, the company aims to make more than 900 GWh.", {"12 GWh/yr"}),
        ("The plant will make 12 GWh a year. The company has long-term plans to make 90 GWh a year.", {"12 GWh/yr"}),
        (
            "The plant will make 12 GWh a year. A long-term goal is to raise the plant to 30 GWh a year.",
            {"12 GWh/yr", "30 GWh/yr"},
        ),
        ("The plant will make 12 GWh a year. It will have 45,000 tonnes of cathode a year on its way.", {"12 GWh/yr"}),
    ],
    ids=[
        "global",
        "combined",
        "across its plants",
        "a country's",
        "what it uses up",
        "what is bought",
        "a second plant",
        "both together",
        "a group's goal",
        "another step",
        "a line's",
        "long ago",
        "instead of",
        "what was once planned",
        "all sites",
        "in the ground",
        "a site looked for",
        "what a unit is worth",
        "a maker's total",
        "each line's",
        "a whole life's",
        "a plant abroad",
        "a country's, told with the plant",
        "the largest",
        "a scheme's",
        "a maker's in a region",
        "other plants",
        "what is shipped",
        "all its sites and their cars",
        "what is built elsewhere",
        "what a plant brings its owner's output to",
        "a plant in another country",
        "what went to several",
        "what several are to build",
        "what is stored",
        "what its goods are enough for",
        "the whole world's",
        "what is made globally",
        "a goal for all plants",
        "what had been planned",
        "what was planned at first",
        "what was built to date",
        "what it adds to",
        "what partners are to make",
        "a factory of another land",
        "what a state gave out",
        "what it is a part of",
        "what is lacking",
        "what a unit costs",
        "a goal of its owner",
        "what lies in several lands",
        "long term",
        "long-term plans",
        "a long-term goal of the plant",
        "tonnes beside it",
    ],
)
def test_a_whole_and_another_plant_lend_no_capacity(more: str, capacities: set[str]) -> None:
    plant = next(each for each in read(f"{_PLANT} {more}") if each.kind == "facility")
    assert {capacity.text for capacity in plant.capacity} == capacities


@pytest.mark.parametrize(
    ("goods", "more", "capacities"),
    [
        ("separator", "It will make 1.2 billion square metres a year. Capacity in the land is to triple to 150 GWh a year.",
         {"1,200,000,000 m2/yr"}),
        ("cathode", "It is to make material for 160 GWh a year.", {"160 GWh/yr"}),
        ("cathode", "It is to make 90,000 tonnes a year. The buyer has 50 GWh a year.", {"90,000 t/yr"}),
    ],
)  # fmt: skip
def test_a_plant_of_goods_has_no_size_in_gwh_beside_its_own(goods: str, more: str, capacities: set[str]) -> None:
    plant = only("facility", read(f"Alder Energy will build a battery {goods} plant in Szolnok. {more}"))
    assert {capacity.text for capacity in plant.capacity} == capacities


SHARED_OUT = [
    (
        "This year the three battery makers expand their capacities by 135 GWh: 100 GWh for Alder Energy, 23 GWh for "
        "Birch Cells and 12 GWh for Cedar Batteries.",
        {"100 GWh/yr"},
    ),
    (
        "Alder Energy, Birch Cells and Cedar Batteries build battery plants with 45 GWh, 20 GWh for Alder Energy, "
        "15 GWh for Birch Cells and 10 GWh for Cedar Batteries.",
        {"45 GWh/yr", "20 GWh/yr", "15 GWh/yr", "10 GWh/yr"},
    ),
    (
        "Alder Energy will build a battery plant with 30 GWh, 20 GWh for Tesla and 10 GWh for Ford.",
        {"30 GWh/yr", "20 GWh/yr", "10 GWh/yr"},
    ),
]


@pytest.mark.parametrize(("text", "capacities"), SHARED_OUT, ids=["other firms'", "theirs", "for who buys"])
def test_what_other_firms_have_of_a_sum_is_theirs(text: str, capacities: set[str]) -> None:
    told = only("facility", read(text))
    assert {capacity.text for capacity in told.capacity} == capacities


def test_gigawatt_hours_are_no_power_of_a_grids_battery() -> None:
    text = "The battery maker Alder Energy expands its capacity by 35 gigawatt hours (GWh), of which 10 GWh in Spain."
    product = only("facility", read(text)).product
    assert product is not None
    assert product.name == "cell"


def test_the_cars_that_cells_are_enough_for_are_no_size_beside_their_gwh() -> None:
    text = f"{_PLANT} It will make 12 GWh a year, a volume enough to power 200,000 cars."
    assert {capacity.text for capacity in only("facility", read(text)).capacity} == {"12 GWh/yr"}


def test_when_a_companys_whole_is_reached_is_no_date_of_its_plant() -> None:
    plant = only("facility", read(f"{_PLANT} Alder Energy's production capacity in Europe is to reach 47 GWh by 2030."))
    assert not plant.dates


def test_what_several_plants_have_together_is_theirs_where_they_are_the_news() -> None:
    told = only(
        "facility",
        read(
            "Alder Recycling has opened three recycling plants within a year. Together, the three plants have a combined "
            "capacity of 10,000 tonnes of batteries a year."
        ),
    )
    assert {capacity.text for capacity in told.capacity} == {"10,000 t/yr"}


def test_a_companys_own_goal_keeps_its_capacity() -> None:
    told = only("facility", read("Alder Energy plans to double its global battery capacity to 260 GWh by 2030."))
    assert "260 GWh/yr" in {capacity.text for capacity in told.capacity}


@pytest.mark.parametrize(
    ("more", "volumes"),
    [
        ("The agreement covers 9 GWh a year.", {"9 GWh/yr"}),
        ("The company produces some 14 GWh of batteries a year.", set()),
        ("The supplier plans to establish a production capacity of 30 GWh.", set()),
        ("Birch Cells expects production to grow to 30 GWh a year by 2028.", set()),
        ("Birch Cells will supply more to Alder Motors if it expands its capacity beyond 30 GWh a year.", set()),
        ("The supplier shipped 40 GWh of storage systems last year and has an annual capacity of 90 GWh.", set()),
        ("It is to supply cells after expanding the capacity of its plant to 45 GWh a year.", set()),
        ("The deal takes one-third of the plant's production capacity of 30 GWh a year.", set()),
        ("The collaboration is for two storage projects with a combined capacity of 420 MW/2,122 MWh.", {"2,122 MWh"}),
    ],
)
def test_what_a_supplier_makes_is_not_what_a_deal_is_about(more: str, volumes: set[str]) -> None:
    assert {capacity.text for capacity in only("supply", read(f"{_DEAL} {more}")).capacity} == volumes


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Alder Energy will build a $90 million battery plant in Szolnok after raising $40 million in a share sale.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The project adds $30 million in GVA.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The state will contribute $20 million to the plant.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The state offered the plant $30 million in incentives.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The state backs it with incentives of $30 million.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok, part of the $500 million partnership with the city.", {90e6}),
        ("Alder Energy scaled back its battery plant in Szolnok, reducing its investment from $90 million to $50 million.", {50e6}),
        ("Alder Energy will build a battery plant in Szolnok. The project is backed by $30 million in grants.", set()),
        ("Alder Energy will build a $90 million battery plant in Szolnok and gets $30 million in tax breaks for it.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok, more than the initially announced $60 million.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The project includes $5 million for a park.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The first phase of the project takes $40 million.", {90e6, 40e6}),
        ("Alder Energy will build a battery plant in Szolnok. The company plans to invest $90 million over ten years.", {90e6}),
        ("Alder Energy will build a battery plant in Szolnok. It plans to invest $9 billion in EVs by 2030.", set()),
        ("Alder Energy will build a battery plant in Szolnok. The land cost 12 million euros.", set()),
        ("Alder Energy will build a battery plant in Szolnok. It is part of a programme worth $3 billion.", set()),
        ("Alder Energy will build a battery plant in Szolnok. The price tag is $90 million.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok with a bank that lends it $20 million.", {90e6}),
        ("Alder Energy has closed a Series B round of $40 million to build a battery plant in Szolnok.", set()),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The plant will bring $30 million in tax revenue.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. A state fund is to contribute a total of $30 million.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. The plant is to get $30 million in provincial funding.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok. That is more than the company's initial investment ($70 million) in the plant.", {90e6}),
        ("Alder Energy will build a $90 million battery plant in Szolnok, on top of an earlier investment of $70 million.", {90e6}),
    ],
    ids=["a sale of shares", "what a region gains", "what a state gives", "incentives", "incentives of", "a partnership", "what it was to cost", "what backs it", "tax breaks", "announced before", "a part", "a phase", "told behind it", "its cars", "land", "a programme", "a price tag", "what a bank lends", "a round", "tax revenue", "what a fund gives", "what a province gives", "what it began with", "on top of it"],
)  # fmt: skip
def test_another_sort_of_money_is_no_plants_cost(text: str, sums: set[float]) -> None:
    assert {money.amount for money in only("facility", read(text)).money} == sums


@pytest.mark.parametrize(
    "more",
    [
        "The plant will pay average annual salaries of $69,000.",
        "The money for the plant comes from the $2 billion Green Industry Fund.",
    ],
)
def test_salaries_and_whole_funds_are_no_plants_cost(more: str) -> None:
    assert only("facility", read(f"{_PLANT} {more}")).money == ()


def test_what_a_plant_costs_is_not_what_is_lent_for_it() -> None:
    text = (
        "The US Department of Energy has committed a $2 billion loan to Alder Energy for the construction of a "
        "$3.5 billion complex for battery materials in Reno, Nevada."
    )
    assert {money.amount for money in only("investment", read(text)).money} == {2e9}


def test_a_loan_knows_the_size_and_the_jobs_of_the_plant_it_is_for() -> None:
    text = (
        "Battery materials company Alder Graphite received a $700 million US Department of Energy loan for a graphite plant "
        "in Chattanooga, Tennessee.\n\nThe Alder Graphite plant will create 450 jobs and produce 31,000 tonnes of synthetic "
        "graphite a year."
    )
    loan = only("investment", read(text))
    assert {capacity.text for capacity in loan.capacity} == {"31,000 t/yr"}
    assert loan.jobs
    assert loan.jobs.value == 450


_FIRE = "A fire broke out at the battery plant of Alder Energy in Szolnok on Monday."
_ROUND = "Alder Energy, a maker of battery cells, has raised $90 million in a Series B round."


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (f"{_PLANT} The company raised 800 billion won in March.", set()),
        (f"{_PLANT} It will take a charge of $215 million for another project.", set()),
        (f"{_PLANT} The investment comes to $215 million.", {215e6}),
        (f"{_FIRE} The company, which has debts of $5 billion, spent $2 billion on ships last year.", set()),
        (f"{_FIRE} Damage is put at $5 million.", {5e6}),
        (f"{_DEAL} Alder Motors paid a deposit of $83 million for it.", set()),
        (f"{_DEAL} The contract is worth $83 million.", {83e6}),
        (f"{_ROUND} It adds to the $327 million that Alder brought in before.", {90e6}),
    ],
    ids=["raised", "charge", "investment", "debts", "damage", "deposit", "worth", "brought in before"],
)
def test_a_sum_that_only_stands_beside_is_not_taken(text: str, sums: set[float]) -> None:
    assert {each.amount for each in read(text)[0].money} == sums


def test_what_a_company_raises_has_no_plants_size() -> None:
    text = f"{_ROUND} It plans a plant in Szolnok that will make 2 GWh a year, growing to 10 GWh by 2026."
    assert not only("investment", read(text)).capacity


def test_a_deal_has_one_price_and_no_earlier_deals() -> None:
    text = (
        "Birch Cells has won a $400 million contract to supply Alder Motors with battery cells from 2027. The cells are made "
        "in Graz. The company has grown fast. Birch Cells also has a $900 million contract to supply Alder Motors with packs."
    )
    assert {money.amount for money in only("supply", read(text)).money} == {4e8}


def test_what_a_plant_beside_a_deal_costs_is_not_what_the_deal_is_worth() -> None:
    assert (
        only("supply", read(f"{_DEAL} The plant that supplies Alder Motors is a $83 million battery plant.")).money
        == ()
    )


def test_what_a_memorandum_says_of_the_plant_is_the_plants() -> None:
    text = f"{_PLANT} Under a memorandum with the city, it will make 2,500 tonnes of cathode material a year."
    plant = next(each for each in read(text) if each.kind == "facility")
    assert {capacity.text for capacity in plant.capacity} == {"2,500 t/yr"}


@pytest.mark.parametrize(
    "rest",
    [
        "; it previously raised $23 million",
        " and about $27 million in two previous funding rounds",
        ". The startup has raised more than $500 million, to date, from investors",
    ],
)
def test_earlier_rounds_lend_this_one_no_sum(rest: str) -> None:
    text = f"Alder Energy, a maker of battery cells, has raised $90 million in a Series B round{rest}."
    assert {money.amount for money in only("investment", read(text)).money} == {90e6}


def test_of_a_sum_that_rose_the_new_one_counts() -> None:
    text = "Alder Energy will raise its investment in its battery plant in Szolnok to $440 million from its initial $300 million."
    assert {money.amount for money in only("facility", read(text)).money} == {440e6}


@pytest.mark.parametrize(
    "more",
    [
        "The project has a resource of 26.9 million tonnes.",
        "The project holds 26.9 million tonnes at 1.4% lithium oxide.",
    ],
)
def test_what_lies_in_the_ground_is_no_capacity(more: str) -> None:
    text = f"Alder Lithium will build a lithium mine near Perth, Australia, that makes 50,000 tonnes a year. {more}"
    assert {capacity.text for capacity in only("facility", read(text)).capacity} == {"50,000 t/yr"}


def test_what_was_supplied_before_is_no_part_of_a_new_order() -> None:
    text = f"{_DEAL} The company has so far supplied batteries of 3 GWh under the agreement."
    assert only("supply", read(text)).capacity == ()


def test_of_two_sums_the_one_told_before_is_no_afterthought() -> None:
    text = (
        "Alder Energy has submitted plans for a battery plant in Szolnok. The company will invest $450 million as part of the "
        "project. The plant will open in 2026 and pave the way for a second $900 million phase of the battery plant."
    )
    assert 450e6 in {money.amount for money in only("facility", read(text)).money}


@pytest.mark.parametrize(
    ("more", "sums"),
    [
        ("Alder Motors will invest $11 billion through 2030 to electrify its cars.", set()),
        ("The $2 billion contract signed in February has been reduced to $9 million.", {9e6}),
        ("The order has a value of $9 million.", {9e6}),
    ],
    ids=["a buyer's plans", "what it was worth", "its worth"],
)
def test_a_deal_is_worth_what_is_said_of_it(more: str, sums: set[float]) -> None:
    assert {money.amount for money in only("supply", read(f"{_DEAL} {more}")).money} == sums


def test_the_price_of_a_takeover_is_what_the_deal_is_valued_at() -> None:
    text = (
        "Alder Motors has acquired the battery maker Birch Cells for $4.75 per share, valuing the deal at $218 million."
    )
    assert {money.amount for money in only("investment", read(text)).money} == {218e6}


_STORES = "Alder Storage has closed $300 million in financing for three battery storage projects in Texas."


@pytest.mark.parametrize(
    "more",
    [
        "The three projects are expected to be operational in 12 months and to provide 320 MWh of storage capacity.",
        "The three energy storage systems, Lumen I, Lumen II and Radian, will start operating in 2024 with 320 MWh.",
    ],
)
def test_money_for_stores_of_power_knows_their_size(more: str) -> None:
    round_ = next(each for each in read(f"{_STORES} {more}") if each.kind == "investment")
    assert {capacity.text for capacity in round_.capacity} == {"320 MWh"}


def test_who_joins_the_round_has_its_sum() -> None:
    text = (
        "Alder Energy, a maker of battery cells, has raised $90 million in a Series E round. Its plant in Szolnok is to open in "
        "May. The new round was led by Birch Capital and Cedar Ventures."
    )
    told = only("investment", read(text))
    assert {money.amount for money in told.money} == {90e6}
    assert {"Alder Energy", "Birch Capital", "Cedar Ventures"} <= {party.name for party in told.parties}


@pytest.mark.parametrize(
    ("title", "kind", "sums"),
    [
        ("Record $133 million battery contract in Szolnok", "supply", {133e6}),
        ("Record $133 million battery plant in Szolnok", "supply", set()),
    ],
)
def test_a_sum_that_only_a_headline_has_goes_with_its_noun(title: str, kind: str, sums: set[float]) -> None:
    told = next(each for each in read(_DEAL, title=title) if each.kind == kind)
    assert {money.amount for money in told.money} == sums


def test_a_mine_told_of_behind_a_deal_keeps_its_figures() -> None:
    text = (
        "Alder Lithium will build a lithium mine near Perth, Australia. Alder Lithium will supply Birch Motors with lithium "
        "hydroxide. The price follows the market. Construction of the A$473 million mine is set to begin in May."
    )
    told = {each.kind: {money.amount for money in each.money} for each in read(text)}
    assert told["facility"] == {473e6}
    assert told["supply"] == set()


def test_of_jobs_that_are_cut_those_that_stay_count() -> None:
    told = read(f"{_PLANT} Employment at the plant is to fall from 2,500 jobs to 1,700 jobs.")[0]
    assert told.jobs
    assert told.jobs.value == 1700


def test_what_had_been_planned_is_no_plants_cost() -> None:
    text = "Alder Energy will build a $90 million battery plant in Szolnok. It had planned to invest $40 million in it."
    assert {each.amount for each in only("facility", read(text)).money} == {90e6}


@pytest.mark.parametrize(
    "text",
    [
        "Capacity at Alder Energy's factory in Szolnok will go up by 12 GWh. And a new plant with a capacity of 7 GWh will "
        "open in Debrecen.",
        "Alder Energy is also building a 12 GWh battery plant with Birch Motors. By 2027, the company will be operating three "
        "battery production sites in the US, two with Cedar Cars and one with Birch Motors, with a total capacity of 97 GWh.",
        "BYD is increasing the size of its battery plant in Qinghai province. In 2025, it will produce 12 GWh. Globally BYD "
        "aims to churn out 28 GWh in 2025 and will double its output to 60 GWh in 2026.",
    ],
    ids=["a new plant in another town", "all sites with a total", "what is made globally"],
)
def test_of_two_things_told_in_a_row_the_first_keeps_its_own_size(text: str) -> None:
    first = next(each for each in read(text) if each.kind == "facility")
    assert [capacity.value for capacity in first.capacity] == [12]


def test_what_partners_make_is_no_size_of_their_bond() -> None:
    text = "Alder Energy and Birch Lithium have signed a partnership agreement. The partners' mine has 1.2 GWh a year."
    assert only("partnership", read(text)).capacity == ()


@pytest.mark.parametrize(
    "more",
    [
        "The company's facility in Debrecen has a capacity of 30 GWh.",
        "Alder Energy is now capable of making 30 GWh a year through its two European plants.",
        "Its customers have placed 30 GWh of orders.",
        "“I think long term, we may do as much as 30 GWh,” its chief said.",
        "Rivals have cut, and analysts expect 30 GWh less output.",
    ],
    ids=["another town", "through all plants", "orders", "long term", "less"],
)
def test_a_size_of_something_beside_the_plant_is_not_the_plants(more: str) -> None:
    told = only("facility", read(f"Alder Energy has opened a 12 GWh battery plant in Szolnok. {more}"))
    assert [capacity.value for capacity in told.capacity] == [12]


def test_all_that_a_mine_will_ever_yield_is_no_output() -> None:
    text = (
        "Alder Lithium has opened a lithium mine in Szolnok. The mine has a capacity of 506,000 tonnes a year. The mine could"
        " last for more than 23 years, producing 15.6 million tonnes."
    )
    assert [capacity.value for capacity in only("facility", read(text)).capacity] == [506000]


def test_what_is_one_of_the_largest_is_no_first_of_several() -> None:
    text = (
        "Alder Energy is building its second European battery plant in Szolnok. One of the five largest investments of the"
        " decade, the project will create some 9,000 jobs."
    )
    jobs = only("facility", read(text)).jobs
    assert jobs
    assert jobs.value == 9000


def test_what_a_plan_was_announced_as_is_its_name() -> None:
    text = (
        "Alder Energy has abandoned its plans for a battery plant in Szolnok. The project, announced in 2022 as Alder Prime, was"
        " expected to create over 700 jobs."
    )
    told = only("facility", read(text))
    assert told.jobs
    assert ([party.name for party in told.parties], told.jobs.value) == (["Alder Energy"], 700)


def test_who_is_chief_of_a_division_builds_nothing() -> None:
    text = (
        "Alder Energy began construction of a battery plant in Szolnok last Thursday. Yoon Ye-seon, chief of Alder Energy’s"
        " battery division, said mass production at the plant would begin in 2026, when annual capacity will be 7 GWh."
    )
    told = only("facility", read(text))
    assert ([party.name for party in told.parties], [size.value for size in told.capacity]) == (["Alder Energy"], [7])


def test_a_sum_that_says_again_what_was_told_is_taken_whatever_its_money() -> None:
    text = (
        "Larch Cathode clinched a 1.85 trillion won ($1.4 billion) battery materials deal with Alder Motors, it said.\n\n"
        "It is the firm's second this year."
    )

    told = only("supply", read(text, title="Larch Cathode wins $1.4 bn deal to supply Alder Motors"))

    assert {each.currency for each in told.money} == {"USD", "KRW"}


def test_goods_worth_a_sum_in_two_moneys_are_supplied() -> None:
    text = "Larch Chemicals said it will supply 24.750 trillion won ($18.65 billion) worth of cathode materials to Alder Motors."

    assert {each.amount for each in only("supply", read(text)).money} == {24.75e12, 18.65e9}


def test_what_somebody_succeeds_in_raising_is_the_rounds_sum() -> None:
    told = only(
        "investment", read("Battery maker Kestrel Cells has succeeded in raising $2 billion from Ostrand Capital.")
    )

    assert [each.amount for each in told.money] == [2e9]


def test_what_a_body_spends_from_its_programmes_is_no_grant() -> None:
    text = (
        "The US Department of Energy has awarded battery recycler Kestrel Metals a grant of $150 million. "
        "The department expects to give a total of $16 billion from the two programs."
    )

    sums = [{each.amount for each in told.money} for told in read(text) if told.kind == "investment"]

    assert {150e6} in sums


def test_both_figures_of_a_firm_are_told_though_one_is_told_in_two_moneys() -> None:
    text = (
        "Battery maker Kestrel Cells made a net profit of 13.14 billion yuan ($1.85 billion) in the third quarter, "
        "while its revenue fell 12.5% to 92.3 billion yuan."
    )

    assert {each.amount for each in only("market", read(text)).money} == {13.14e9, 1.85e9, 92.3e9}


@pytest.mark.parametrize(
    ("sentence", "capacities"),
    [
        ("Alder Energy, which has 40 GWh of capacity in China, will build a battery plant in Szolnok with 12 GWh.", {12}),
        ("Alder Energy, a maker of 40 GWh of cells a year, will build a 12 GWh battery plant in Szolnok.", {12}),
        ("With 40 GWh in operation in Asia, Alder Energy will now build a 12 GWh battery plant in Szolnok.", {12}),
        ("Alder Energy, whose plants in China make 40 GWh a year, plans a 12 GWh battery plant in Szolnok.", {12}),
        ("Alder Energy plans a battery plant in Szolnok, which has 12 GWh of capacity, and will hire 300.", {12}),
        ("Alder Energy opened a battery plant in Szolnok with 12 lines of 2 GWh each.", set()),
        (
            "Alder Energy plans a plant in Szolnok to recycle 10,000 tonnes of batteries a year, "
            "which will yield 3,000 tonnes of black mass.",
            {10_000},
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_a_plant_is_no_size_of_it(sentence: str, capacities: set[int]) -> None:
    assert {each.value for each in only("facility", read(sentence)).capacity} == capacities


def test_what_a_plant_can_do_makes_it_no_less_certain() -> None:
    plant = only("facility", read("Alder Energy plans a battery plant in Szolnok that can equip 200,000 cars a year."))

    assert (plant.stage, plant.certainty) == ("announced", "confirmed")


def test_what_a_plant_grows_by_is_not_what_it_has() -> None:
    plant = only(
        "facility", read("Alder Energy will raise capacity at its battery plant in Szolnok by 8 GWh to 20 GWh.")
    )

    assert {each.value: each.scope for each in plant.capacity} == {8: "new", 20: "total"}
