"""Which values of a sentence belong to the development it tells."""

from dataclasses import replace
from datetime import date

import pytest

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from claims.telling import document, only, read


@pytest.mark.parametrize(
    ("text", "sums", "dates"),
    [
        ("Alder Energy to build battery plant\n\n"
         "Alder Energy, which bought Birch Cells for $90 million in May 2023, will build a battery plant in Szolnok, Hungary.",
         set(), set()),
        ("Alder Energy will build a $90 million battery plant in Szolnok, Hungary.", {90e6}, set()),
    ],
    ids=["bought before", "the plant's own"],
)  # fmt: skip
def test_what_a_company_did_before_lends_the_plant_no_sum_and_no_date(
    text: str, sums: set[float], dates: set[str]
) -> None:
    plants = [each for each in read(text) if each.kind == "facility"]
    assert len(plants) == 1
    assert {money.amount for money in plants[0].money} == sums
    assert {dated.date.iso for dated in plants[0].dates} == dates


@pytest.mark.parametrize(
    ("told", "jobs", "words"),
    [
        ("employ 300 people at first, and 900 later", 900, "employ 300 people at first, and 900 later"),
        ("employ 300 people, and 900 construction jobs", 300, "employ 300 people"),
    ],
)
def test_the_jobs_of_a_plant_are_those_it_has_in_the_end(told: str, jobs: int, words: str) -> None:
    text = f"Voltaryn will build a battery plant in Szolnok, Hungary, that will {told}."
    (plant,) = read(text)

    assert plant.jobs
    assert (plant.jobs.value, plant.jobs.span.cut(text)) == (jobs, words)


def test_a_nation_before_a_company_is_no_part_of_its_name() -> None:
    (plant,) = read("Bulgarian Ostrava Cells will build a battery plant in Szolnok, Hungary.")
    assert [party.name for party in plant.parties] == ["Ostrava Cells"]


@pytest.mark.parametrize(
    ("sentence", "place", "country"),
    [
        ("Norway-based Voltaryn will build a battery plant in South Africa.", "", "ZA"),
        (
            "Voltaryn, based in Worcester, Massachusetts, will build a battery plant in Covington, Georgia.",
            "Covington",
            "US",
        ),
        ("A Taiwan firm, Voltaryn, will build a battery plant in Sines, Portugal.", "Sines", "PT"),
        ("Batteries from Szolnok go to the Debrecen plant that Voltaryn is building.", "Debrecen", "HU"),
        ("Voltaryn will build a battery plant in Quillby Falls, Washington.", "Quillby Falls", "US"),
        ("Voltaryn is building its Quillby Falls, Washington plant for battery cells.", "Quillby Falls", "US"),
        ("Voltaryn will build a battery plant in Orrin County, Ohio.", "Orrin County", "US"),
        ("Headquartered in Toronto, Voltaryn will build a battery plant in Hungary.", "", "HU"),
        ("Voltaryn, a startup in a suburb of Detroit, will build a battery plant in Hungary.", "", "HU"),
        (
            "Voltaryn will build a battery plant in Cheongju, the capital of North Chungcheong Province.",
            "Cheongju",
            "KR",
        ),
        ("Budapest (Agency): Voltaryn will build a battery plant in Debrecen.", "Debrecen", "HU"),
        (
            "Seoul [South Korea], July 11 (Agency/Wire): Voltaryn has begun to build a battery plant in Poland.",
            "",
            "PL",
        ),
        ("Voltaryn and Quellstrom Energy of Japan will build a battery plant in India.", "", "IN"),
        ("Voltaryn is building a battery plant in Germany for investor Ostrand Capital.", "", "DE"),
        (
            "Voltaryn won planning approval for its 500MW/2,000MWh Collie Battery Energy Storage System in Western Australia.",
            "Collie",
            "AU",
        ),
        ("In Michigan, Voltaryn is building its Trenton Channel battery plant.", "Trenton", "US"),
    ],
)
def test_where_a_company_is_from_is_not_where_its_plant_stands(sentence: str, place: str, country: str) -> None:
    told = only("facility", read(sentence))
    assert (told.place.name if told.place else "", told.country) == (place, country)


@pytest.mark.parametrize(
    ("text", "capacities"),
    [
        ("Alder Energy will build a plant in Szolnok for 3 to 5 GWh of cells a year.", {"up to 5 GWh/yr"}),
        (
            "Alder Energy will build a cathode plant in Szolnok for 50,000 tonnes a year, enough for 2.2 million electric cars.",
            {"50,000 t/yr", "2,200,000 vehicles/yr"},
        ),
        (
            "Alder Energy will build a cathode plant in Szolnok. Its output would be enough for batteries of 1.3 million electric cars.",
            {"1,300,000 vehicles/yr"},
        ),
        (
            "Alder Energy will build a recycling plant in Szolnok for 50,000 tonnes of batteries a year, corresponding to 200,000 electric cars.",
            {"50,000 t/yr", "200,000 vehicles/yr"},
        ),
        ("Alder Energy will build a battery plant in Szolnok. The town has 30,000 electric cars.", set()),
        ("Alder Energy will build a cathode plant in Szolnok for 9,500 tonnes (10,500 tonnes) a year.", {"9,500 t/yr"}),
    ],
    ids=[
        "a range is told by its upper end",
        "cars measure an output",
        "cars measure an output told before",
        "cars that correspond to an output",
        "cars on the road are no output",
        "a conversion",
    ],
)
def test_a_capacity_is_told_as_the_text_means_it(text: str, capacities: set[str]) -> None:
    assert {capacity.text for capacity in only("facility", read(text)).capacity} == capacities


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Alder Energy is building a $5-billion battery plant in Windsor, Ontario.", "CAD"),
        ("Alder Energy is building a $5 billion battery plant in Windsor, Ontario.", "USD"),
        ("Alder Energy is building a US$5-billion battery plant in Windsor, Ontario.", "USD"),
        ("Alder Energy is building a $5-billion battery plant in Toledo, Ohio.", "USD"),
        ("Alder Energy is building a $5 billion battery plant in Windsor, Ont.", "CAD"),
        ("A $5-billion battery plant is being built by Alder Energy in Windsor, Ontario.", "CAD"),
        (
            "Alder Energy is building a $5 billion battery plant in Windsor, Canada. The Government of Canada "
            "welcomed the plant in Windsor, as rules in the United States draw plants there.",
            "CAD",
        ),
    ],
)
def test_a_bare_dollar_is_another_lands_only_where_the_text_is_at_home_there(text: str, currency: str) -> None:
    assert {money.currency for money in only("facility", read(text)).money} == {currency}


@pytest.mark.parametrize(
    ("address", "currency"),
    [
        ("https://news.example.com.au/1", "AUD"),
        ("https://news.example.com/1", "USD"),
        ("https://news.example.de/1", "USD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_land_where_the_text_was_published(address: str, currency: str) -> None:
    text = "Alder Energy will build a $5 billion battery plant in Geelong, Australia."
    told = read_developments(replace(document(text), url=address), load_lexicon())
    assert {money.currency for money in only("facility", told).money} == {currency}


@pytest.mark.parametrize(
    ("text", "capacities"),
    [
        (
            "Alder Energy will build a battery plant in Szolnok, Hungary. The town was chosen for its railway.\n\n"
            "Mayor Jane Miller was glad.\n\nShe thanked the council.\n\nHer party did too.\n\n"
            "The plant in Szolnok will turn out 12 GWh a year.",
            {"12 GWh/yr"},
        ),
        (
            "Alder Energy will build a battery plant in Szolnok, Hungary. Each of the two halls is to house 6 GWh a year.",
            {"6 GWh/yr"},
        ),
        (
            "Alder Energy will build a battery plant in Szolnok, Hungary. A prototype of 1 MWh goes on running in Graz.",
            set(),
        ),
        (
            "Alder Energy will build a battery plant in Szolnok, Hungary. The market needs 900 GWh a year.",
            set(),
        ),
    ],
    ids=["a later sentence returns to the plant", "the next sentence", "a thing elsewhere", "the market"],
)
def test_sentences_that_tell_nothing_new_add_their_figures(text: str, capacities: set[str]) -> None:
    assert {capacity.text for capacity in only("facility", read(text)).capacity} == capacities


def test_a_buyers_later_sentence_gives_the_deal_its_volume() -> None:
    text = (
        "Birch Cells signed an offtake agreement with miner Alder Lithium for spodumene from Kalgoorlie, Australia.\n\n"
        "Pricing follows a formula.\n\nThe board met twice.\n\nBirch Cells plans to purchase 8,000 tonnes a year from 2027."
    )
    deal = only("supply", read(text))
    assert {capacity.text for capacity in deal.capacity} == {"8,000 t/yr"}
    assert {(dated.what, dated.date.iso) for dated in deal.dates} == {("delivery_start", "2027")}


@pytest.mark.parametrize(
    ("kind", "text", "dates"),
    [
        (
            "facility",
            "Alder Energy, which opened a first hall in May 2021, will build a battery plant in Szolnok.",
            set(),
        ),
        ("facility", "Alder Energy will build a battery plant in Szolnok and sign the papers next week.", set()),
        (
            "investment",
            "Battery maker Alder Energy has raised $90 million in a funding round for a cell line announced for 2030.",
            set(),
        ),
        ("supply", "Birch Cells will supply Alder Motors with cells from 2030.", {("delivery_start", "2030")}),
        ("supply", "Birch Cells, which began to deliver cells in 2019, will supply Alder Motors with cells.", set()),
        (
            "supply",
            "Birch Cells will supply Alder Motors with cells. The two have an option to extend the deal from 2031.",
            set(),
        ),
        (
            "supply",
            "Birch Cells will supply Alder Motors with cells between 2025 and 2030.",
            {("delivery_start", "2025"), ("term", "2030")},
        ),
        (
            "facility",
            "Alder Energy will build a battery plant in Szolnok. Site work was due to start in January 2024, and production "
            "is to start in 2027 rather than 2026.",
            {("production_start", "2027")},
        ),
        ("facility", "SEOUL, May 13 (Agency) -- Alder Energy will build a battery plant in Szolnok.", set()),
        (
            "facility",
            "Alder Energy will build a battery plant in Szolnok. Production was originally to start in 2025, and is now to "
            "start in 2027.",
            {("production_start", "2027")},
        ),
        (
            "facility",
            "Alder Energy will build a battery plant in Szolnok. Site work will begin in the second half of this year, with "
            "the aim of completing construction in 2026.",
            {("construction_start", "2024-H2"), ("completion", "2026")},
        ),
        (
            "facility",
            "Alder Energy will recycle batteries at a plant in Szolnok beginning in 2026.",
            {("production_start", "2026")},
        ),
        (
            "facility",
            "Alder Energy will build a battery plant in Szolnok. Alder Energy said so in a statement on Monday.",
            {("event", "2024-05-13")},
        ),
        (
            "facility",
            "Alder Energy will build a battery plant in Szolnok. Birch Motors said on Monday that it builds cars there.",
            set(),
        ),
    ],
)
def test_a_date_belongs_to_what_is_news(kind: str, text: str, dates: set[tuple[str, str]]) -> None:
    told = only(kind, read(text))
    assert {(str(dated.what), dated.date.iso) for dated in told.dates} == dates


@pytest.mark.parametrize(
    "sentence",
    [
        "The state is also home to a $260 million battery plant by Birch Cells in Debrecen.",
        "The company has already invested $37 million in planning the plant.",
        "The company raised its operating earnings by $16 million.",
        "The plant is to reach an annual production value of €2 billion ($2.1 billion).",
        "The plant is to build cars from $37,000.",
        "The plant needs a salt for 200,000 yuan ($29,500) per tonne.",
    ],
)
def test_sums_of_something_else_are_not_the_plants(sentence: str) -> None:
    plants = read(f"Alder Energy will build a battery plant in Szolnok, Hungary. {sentence}")
    assert {money.amount for each in plants if "alder-energy" in each.parties[0].id for money in each.money} == set()


@pytest.mark.parametrize(
    ("goods", "chemistry"),
    [
        ("high-nickel cathodes", set()),
        ("silicon anode material", set()),
        ("LFP cathodes", {"LFP"}),
        ("nickel, cobalt and manganese cathodes", {"NMC"}),
    ],
)
def test_a_kind_of_electrode_is_no_chemistry(goods: str, chemistry: set[str]) -> None:
    told = only("facility", read(f"Alder Materials will build a plant for {goods} in Szolnok, Hungary."))
    assert {each.name for each in told.chemistry} == chemistry


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        (
            "The start of production has moved from the end of 2026 to the middle of 2027.",
            {("production_start", "2027")},
        ),
        ("The plant would make 9,000 tons a year once it is running flat out in 2027.", {("full_capacity", "2027")}),
        (
            "The first staff are to move in by early 2026; the campus should be complete by late 2027.",
            {("completion", "2027")},
        ),
    ],
)
def test_a_date_is_of_its_own_half_of_the_sentence(more: str, dates: set[tuple[str, str]]) -> None:
    plant = only("facility", read(f"Alder Energy plans to build a cathode plant in Szolnok. {more}"))
    assert {(dated.what.value, dated.date.iso) for dated in plant.dates} == dates


@pytest.mark.parametrize(
    ("more", "sums"),
    [
        ("The government has kept its promise of £100 million but keeps £30 million of it back.", set()),
        ("The plant will cost £3.8 billion.", {3.8e9}),
    ],
)
def test_what_is_promised_to_a_plant_is_not_what_it_costs(more: str, sums: set[float]) -> None:
    plant = only("facility", read(f"Alder Energy plans to build a battery plant in Blyth. {more}"))
    assert {money.amount for money in plant.money} == sums


def test_what_a_figure_is_not_makes_it_no_phase() -> None:
    plant = only(
        "facility", read("Alder Energy plans a battery plant in Szolnok. It is planned for up to 16 GWh, not 5 GWh.")
    )
    assert [(capacity.value, capacity.scope.value) for capacity in plant.capacity] == [(16.0, "new")]


def test_the_finer_of_two_dates_of_one_step_is_told() -> None:
    text = (
        "Alder Energy is making battery cells in Arnstadt. The first of them came off a line in the plant in the middle of "
        "December, in keeping with the promise to begin before the end of the year."
    )
    told = only("facility", read(text, title="First cells from Alder Energy's plant", published=date(2022, 12, 17)))
    assert [(dated.what, dated.date.iso) for dated in told.dates] == [("production_start", "2022-12")]


def test_the_outlet_that_says_so_does_not_make_it_another_plant() -> None:
    text = (
        "Voltaryn will postpone its battery plant in Ohio. The new target date to reach full production of 30 GWh at the "
        "$4 billion plant has yet to be fixed, the Nikkei said."
    )
    plant = only("facility", read(text))
    assert {capacity.text for capacity in plant.capacity} == {"30 GWh/yr"}
    assert {money.amount for money in plant.money} == {4e9}


def test_a_headlines_dollar_is_the_texts() -> None:
    raised = read(
        "Alder Energy will invest $52 million in a battery plant in Graz.", title="Alder to put A$52m into plant"
    )
    assert {(each.amount, each.currency) for each in only("facility", raised).money} == {(52_000_000, "AUD")}


def test_a_silicon_anode_plant_makes_anodes() -> None:
    told = only("facility", read("Alder Energy will build a silicon anode plant in Szolnok, Hungary."))
    assert told.product is not None
    assert told.product.name == "anode"


@pytest.mark.parametrize(
    ("more", "jobs"),
    [
        ("The plant will need a staff of 300.", 300),
        ("The workforce will grow to 300.", 300),
        ("Up to 1,000 workers will be on site during construction, and 300 later.", 300),
        ("The company employs 4,000 people.", None),
        ("The company employs 4,000 people at the plant.", 4000),
        ("A further 900 jobs will be created at suppliers.", None),
        ("The plant will bring 300 direct and 900 indirect jobs.", 300),
        ("The town lost 2,000 jobs when the steelworks closed.", None),
    ],
)
def test_the_jobs_of_a_plant_are_its_own(more: str, jobs: int | None) -> None:
    told = only("facility", read(f"Alder Energy will build a battery plant in Szolnok, Hungary. {more}"))
    assert (told.jobs and told.jobs.value) == jobs


@pytest.mark.parametrize(
    ("who", "goods"),
    [
        ("Pack maker Alder", "pack"),
        ("Alder, a maker of separators,", "separator"),
        ("Alder, which makes cathodes,", "cathode"),
        ("Alder", None),
    ],
)
def test_money_is_for_the_goods_of_who_gets_it(who: str, goods: str | None) -> None:
    told = only("investment", read(f"{who} has raised 20 million euros from investors for its battery business."))
    assert (told.product and told.product.name) == goods
