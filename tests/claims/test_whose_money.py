"""Whose a sum or a size is that stands beside a plant: what others pay of it, what its owner spends or is worth, what it was."""

import pytest

from claims.telling import only, read


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("Alder Energy will build a €900 million battery plant in Szolnok, with €120 million coming from the state.", {900e6}),
        ("Alder Energy will build a battery plant in Szolnok for €600 million, of which €80 million is provided by the EU.", {600e6}),
        ("Alder Energy will put €700 million into a battery plant in Szolnok, on top of the €1.1 billion it has already spent.", {700e6}),
        ("Alder Energy will build a €700 million battery plant in Szolnok, in addition to its €1.1 billion works in Lublin.", {700e6}),
        ("Alder Energy has delayed its battery plant in Szolnok, wiping $1 billion off its market value.", set()),
        ("Alder Energy, a start-up backed by $2 billion from investors, will build a battery plant in Szolnok.", set()),
        ("Alder Energy slows its battery plant in Szolnok and cuts investment this year to €2 billion from €3 billion.", set()),
        ("As part of a $35 billion electrification plan, Alder Energy will build a $2 billion battery plant in Szolnok.", {2e9}),
        ("Alder Energy's battery plant in Szolnok, first put at €600 million, will now cost €800 million.", {800e6}),
        ("Alder Energy said the cost of its battery plant in Szolnok had risen to €800 million from €600 million.", {800e6}),
        ("Alder Energy scales back its battery plant in Szolnok to 24 GWh, and the investment to €1.4 billion from €2.1 billion.", {1.4e9}),
        ("Alder Energy will build a battery plant in Szolnok, which will cost €900 million in all.", {900e6}),
        ("Alder Energy will build a €900 million plant in Szolnok to supply cells to the European market.", {900e6}),
        ("Alder Energy and Birch Motors, investing €300 million each, will build a battery plant in Szolnok.", {300e6}),
        ("Alder Energy has shelved a battery plant in Szolnok after writing off $650 million.", {650e6}),
        ("Alder Energy will build a battery plant in Szolnok after a $650 million charge for its works in Lublin.", set()),
        ("Alder Energy will build a €900 million battery plant in Szolnok. Car projects in the county total €17 billion in all.", {900e6}),
        ("Alder Energy will build a €900 million battery plant in Szolnok. The park is estimated to be worth about €7 billion.", {900e6}),
        ("Alder Energy will build a battery plant in Szolnok, helped by the new act committing €369 billion to clean energy.", set()),
        ("Alder Energy slows its battery plant in Szolnok. It plans to cut or delay about $12 billion in EV investments.", set()),
        ("Alder Energy will build a $400 million battery plant in Szolnok, bringing $2 billion of new investment into the local economy.", {4e8}),
        ("Alder Energy to spend $6 billion more than expected on its battery plant in Szolnok.", set()),
        ("Alder Energy builds a battery plant in Szolnok with $4 million of seed finance.", set()),
        ("Alder Energy breaks ground on a battery plant in Szolnok with $90 million in EXIM support.", set()),
        ("Alder Energy is building a battery plant in Szolnok, backed by $480 million in development bank (DFI) debt.", set()),
        ("Alder Energy plans a battery plant in Szolnok, backed with up to €90 million by the province.", set()),
        ("Alder Energy builds a battery plant in Szolnok. The county has paid €38 million towards the project.", set()),
        ("Alder Energy plans a battery plant in Szolnok, whose annual output value is expected to exceed $2 billion.", set()),
        ("Alder Energy's battery plant in Szolnok is to go on growing. As of June 2016, $450 million had been invested.", set()),
        ("Alder Motors is to put 180 billion euros ($193 billion) over five years in areas including cells, and build a battery plant in Szolnok.", set()),
        ("Alder Motors to invest $90 billion to hit its EV target and build a battery plant in Szolnok.", set()),
        ("Alder Motors will put $2 billion into its works in Szolnok, and build a battery plant there. That sum includes $700 million for the battery plant.", {7e8}),
    ],
)  # fmt: skip
def test_what_stands_beside_a_plants_cost_is_no_cost(sentence: str, sums: set[float]) -> None:
    assert {money.amount for money in only("facility", read(sentence)).money} == sums


@pytest.mark.parametrize(
    "more",
    [
        "The company has 40 GWh of storage projects in operation.",
        "The company, which runs 35 GWh in Asia, wants to have 100 GWh by 2032.",
        "Battery shipments worldwide were 900 GWh in 2025.",
        "The company plans to sell 2 million EVs a year by 2030.",
        "Together with its plant in Nevada, which makes 41 GWh a year, it will have 53 GWh.",
        "It has factories with an annual capacity of 100 GWh and expects the Hungarian market to grow to 18 GWh.",
        "The plan follows a 39 GWh order from Tern Motors.",
        "A plant for 5 GWh is to follow by 2030.",
        "Its parent, Birch Power, has 34 GWh of storage in the western US.",
        "Hungary wants to have 50 GWh of battery capacity by 2028, and Europe had a capacity of 400 GWh in 2025.",
    ],
)
def test_what_a_company_has_in_all_is_no_size_of_its_plant(more: str) -> None:
    told = only("facility", read(f"Alder Energy will build a 12 GWh battery plant in Szolnok. {more}"))

    assert [size.value for size in told.capacity] == [12]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Spain will grant Alder Energy €155 million from its recovery funds for a battery plant that is to cost €4.5 billion.", [155e6]),
        ("Quebec will provide C$2.7 billion for Alder Energy's C$7 billion battery plant in Montreal.", [2.7e9]),
        ("Alder Energy will receive a tax abatement of $283 million for its $2.36 billion battery plant in Reno, Nevada.", [283e6]),
        ("The US Department of Energy awarded $3 billion to 25 battery projects. Alder Energy gets $67 million for its plant.", [67e6]),
        ("Alder Energy raised $174.6 million in debt financing for six battery storage projects in Texas.", [174.6e6]),
    ],
)  # fmt: skip
def test_what_a_thing_costs_and_what_others_get_is_no_grant(text: str, sums: list[float]) -> None:
    assert [money.amount for money in only("investment", read(text)).money] == sums


@pytest.mark.parametrize(
    ("text", "volumes"),
    [
        ("Alder Energy supplies Birch Motors and aims for an annual capacity of 300 GWh.", []),
        ("Alder Energy will supply Birch Power with 5 GWh of batteries. Birch has a target of 48 GWh and had 26 GWh being built.", [5]),
        ("Alder Energy will supply 7.8 GWh of batteries to Birch Power, on top of 2.2 GWh delivered in 2024.", [7.8]),
        ("Alder Graphite runs a line making 350 tonnes a year and will supply Birch Cells with 8,000 tonnes a year.", [8000]),
    ],
)  # fmt: skip
def test_what_a_supplier_has_or_wants_is_no_volume_of_its_deal(text: str, volumes: list[float]) -> None:
    assert [size.value for each in read(text) if each.kind == "supply" for size in each.capacity] == volumes


def test_what_a_mine_made_is_no_size_beside_what_it_can_make() -> None:
    text = (
        "Alder Resources will restart its graphite mine in Mozambique next month. The mine can produce 350,000 tonnes a"
        " year but made only 64,000 tonnes in 2023."
    )

    assert [size.value for size in only("facility", read(text)).capacity] == [350_000]


def test_steps_of_a_years_output_are_a_years() -> None:
    text = (
        "Alder Energy will build a storage battery plant in Szolnok with an annual capacity of 60 GWh. The plant will be"
        " built in two phases of 30 GWh each."
    )

    assert {size.unit for size in only("facility", read(text)).capacity} == {"GWh/yr"}


def test_a_figure_that_a_headline_rounds_is_told_once() -> None:
    title = "Alder Energy to supply 2 GWh of batteries for $1.2bn"
    deal = only(
        "supply",
        read("Alder Energy will supply Birch Power with 2.05 GWh of batteries for $1.23 billion.", title=title),
    )

    assert ([size.value for size in deal.capacity], [money.amount for money in deal.money]) == ([2.05], [1.23e9])


def test_what_recycling_yields_is_no_size_beside_what_it_takes() -> None:
    text = (
        "Alder Recycling opened a battery recycling plant in Szolnok that can treat 10,000 tonnes a year. The plant will"
        " recover 3,000 tonnes of black mass a year."
    )

    assert [size.value for size in only("facility", read(text)).capacity] == [10_000]


def test_a_deposit_is_no_price_of_goods() -> None:
    deal = read(
        "Birch Motors will buy battery cells worth $1.2 billion from Alder Energy for storage projects, paying a"
        " deposit of $60 million this year."
    )

    assert [money.amount for each in deal for money in each.money] == [1.2e9]


def test_a_plant_whose_cost_rises_does_not_grow() -> None:
    told = only("facility", read("Alder Energy has raised the cost of its battery plant in Szolnok to $1.5 billion."))

    assert (told.stage, {money.amount for money in told.money}) == ("announced", {1.5e9})


def test_the_news_around_an_old_deal_lends_it_no_size() -> None:
    told = read(
        "Alder Energy, which was bought by Birch for $2 billion last year, will build a 12 GWh plant in Szolnok."
    )

    assert [size.value for each in told if each.background for size in each.capacity] == []


@pytest.mark.parametrize(
    ("title", "text", "sizes", "sums"),
    [
        (
            "Alder Energy inaugurates LFP battery plant in Szolnok",
            "The $275m factory, a venture with China's Birch, will make 5 GWh of cells a year.",
            [5],
            [275e6],
        ),
        (
            "Alder Motors scales back battery plant in Szolnok",
            "The carmaker will now invest about $2.2 billion and make 20 GWh a year instead of 35 GWh, cutting 800 jobs.",
            [20],
            [2.2e9],
        ),
    ],
)
def test_a_summary_goes_on_about_the_plant_of_its_headline(
    title: str, text: str, sizes: list[float], sums: list[float]
) -> None:
    told = only("facility", read(text, title=title))

    assert ([size.value for size in told.capacity], [money.amount for money in told.money]) == (sizes, sums)


def test_what_is_discharged_in_a_year_is_no_size_of_a_store() -> None:
    text = "Alder Energy will build a 330 MWh battery storage system in Reno. It will discharge 87,650 MWh per year."

    assert [size.value for size in only("facility", read(text)).capacity] == [330]


def test_people_once_meant_to_be_hired_give_way_to_those_now_meant() -> None:
    text = (
        "Alder Energy shrinks its battery plant in Szolnok. Employment at the plant, due to open in 2026, will now be "
        "1,700. It originally planned to hire 2,500 workers."
    )
    jobs = only("facility", read(text)).jobs

    assert jobs is not None
    assert jobs.value == 1700


def test_the_day_a_plant_was_paused_began_nothing() -> None:
    text = "Alder Energy is resuming construction of its battery plant in Szolnok that was paused two months ago."

    assert [when.what for when in only("facility", read(text)).dates if "start" in when.what] == []


def test_people_of_all_projects_of_a_state_are_not_a_plants() -> None:
    text = (
        "Alder Energy will build a battery plant in Reno. Projects announced in Nevada since 2020 total $17 billion in "
        "investment and more than 22,800 new jobs."
    )

    assert only("facility", read(text)).jobs is None


def test_the_day_a_contract_concludes_starts_no_deliveries() -> None:
    text = (
        "Alder Energy signed a contract to supply cells to Birch Motors. It began on Tuesday and will conclude at the "
        "end of July 2030."
    )

    assert [(when.what, when.date.iso) for when in only("supply", read(text)).dates] == [("term", "2030-07")]


def test_the_day_a_bid_is_due_builds_nothing() -> None:
    text = (
        "Alder Mining may build a graphite mine in Tanzania. It wants a fixed-price bid by mid-2026 to build the mine."
    )

    assert only("facility", read(text)).dates == ()


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        ("by 2035", []),
        ("with the first of them by 2026", [("delivery_start", "2026")]),
        ("from 2026", [("delivery_start", "2026")]),
    ],
)
def test_by_when_all_is_sent_no_deliveries_start(when: str, dates: list[tuple[str, str]]) -> None:
    told = only("supply", read(f"Alder Energy will supply Birch Motors with 5,000 battery packs {when}."))

    assert [(each.what, each.date.iso) for each in told.dates] == dates


@pytest.mark.parametrize(
    ("sentence", "sizes"),
    [
        ("Alder Energy has started production at its planned 16 GWh battery plant in Szolnok.", set()),
        ("Alder Energy runs a battery plant in Szolnok, and could increase its output to 54 GWh.", set()),
        ("Alder Energy plans a 16 GWh battery plant in Szolnok.", {16}),
        ("Alder Energy is to build a battery storage project of 4 GWh in Szolnok, with subsequent phases targeting 8 GWh to 16 GWh.", {4}),
        ("Alder Energy plans a battery materials plant in Szolnok with enough annual output to support 25 GWh of cells.",
         set()),
        ("Alder Energy plans a battery storage project of 0.3 GWh in Szolnok. The project will deliver 85 GWh a year of electricity.", {0.3}),
        ("Alder Lithium plans a lithium mine in Szolnok for 34,000 tonnes a year. This translates to a lithium content of "
         "1.2 million tonnes.", {34_000}),
        ("Alder Motors plans a gigafactory in Szolnok that is to produce up to 500,000 new vehicles a year.", set()),
        ("Alder Motors plans a battery plant in Szolnok with an output that is enough for 500,000 vehicles a year.",
         {500_000}),
    ],
)  # fmt: skip
def test_what_a_plant_could_have_stores_in_a_year_or_turns_out_as_cars_is_no_size(
    sentence: str, sizes: set[float]
) -> None:
    assert {each.value for each in only("facility", read(sentence)).capacity} == sizes


def test_beside_what_a_company_has_in_all_a_plant_is_no_phase() -> None:
    text = "Alder Energy will build a battery plant in Szolnok with 30 GWh, bringing Alder's total capacity to 160 GWh."
    assert [(each.value, each.scope) for each in only("facility", read(text)).capacity] == [(30, "new")]


def test_all_who_work_in_a_trade_are_no_jobs_of_a_plant() -> None:
    text = "With 180,000 workers in the sector, the battery plant that Alder Energy will build in Szolnok is a big win."
    assert only("facility", read(text)).jobs is None


def test_what_goes_before_a_contract_is_none_of_its_volume() -> None:
    beside = "Alder Energy to supply 50 GWh of batteries this year, signs supply contract with Birch Power."
    assert [each.capacity for each in read(beside) if each.kind == "supply"] in ([()], [])
    of_it = "Alder Energy to supply Birch Power with 5 GWh of batteries, signs contract."
    assert [each.value for each in only("supply", read(of_it)).capacity] == [5]


def test_what_a_plant_put_off_was_to_have_is_not_reached_on_the_day_it_broke_off() -> None:
    text = "Alder Energy has delayed its battery plant in Szolnok. The 35 GWh project was broken off in March."
    assert only("facility", read(text)).dates == ()


def test_what_a_budget_gives_is_not_what_a_credit_in_it_comes_to() -> None:
    text = "Canada's budget gives $3.8 billion to a strategy, including a new tax credit for nickel and lithium mining."
    assert [each.money for each in read(text) if each.kind == "policy"] in ([()], [])


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Alder Energy will build a battery plant in Arendal, Norway. The investment is to amount to five billion crowns.", "NOK"),
        ("Alder Energy will build a battery plant in Ostrava, Czech Republic, for five billion crowns.", "CZK"),
    ],
)  # fmt: skip
def test_whose_crowns_are_meant_its_lands_tell(text: str, currency: str) -> None:
    assert only("facility", read(text)).money[0].currency == currency


@pytest.mark.parametrize(
    ("text", "stage", "sums"),
    [
        ("Alder Energy announced the closing of $220 million in new debt facilities for its lithium mine in Lima. "
         "These facilities, consisting of a $50 million and a $170 million credit line, are unsecured.", "completed", {220e6}),
        ("Alder Energy has closed credit facilities of $400 million, made up of $150 million and $250 million, for its "
         "battery storage projects.", "completed", {400e6}),
        ("Alder Energy has secured debt facilities consisting of a $50 million loan and a $170 million credit line for its "
         "battery storage projects.", "completed", {50e6, 170e6}),
        ("Alder Energy expects the closing of $220 million in new debt facilities for its lithium mine in Lima.",
         "announced", {220e6}),
    ],
)  # fmt: skip
def test_what_is_lent_in_parts_is_told_by_the_whole(text: str, stage: str, sums: set[float]) -> None:
    told = only("investment", read(text))

    assert (told.stage, {money.amount for money in told.money}) == (stage, sums)
