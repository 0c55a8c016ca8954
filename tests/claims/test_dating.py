"""Which date of a text is one of a development's, and what it dates; read on Tuesday, 14 May 2024."""

from datetime import date

import pytest

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from claims.telling import document, only, read

PLANT = "Alder Energy will build a battery plant in Szolnok, Hungary."


def told(kind: str, text: str) -> set[tuple[str, str]]:
    return {(dated.what.value, dated.date.iso) for dated in only(kind, read(text)).dates}


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        ("The plant will open in 2026.", {("production_start", "2026")}),
        ("A plant there had been due to open in 2025.", set()),
        ("Trial runs will last until September, and output is to follow in 2026.", {("production_start", "2026")}),
        ("From 2028 the plant will supply carmakers.", {("delivery_start", "2028")}),
        ("Building work gets under way in October.", {("construction_start", "2024-10")}),
        ("The foundation stone will be laid on 4 June.", {("construction_start", "2024-06-04")}),
        ("The plant will go live next year.", {("production_start", "2025")}),
        ("The first deliveries are foreseen for 2029.", {("delivery_start", "2029")}),
        ("Ground will be broken in August.", {("construction_start", "2024-08")}),
        ("Work on the plant is to start in 2025.", {("construction_start", "2025")}),
        ("Commercial output is to follow in 2027.", {("production_start", "2027")}),
        ("Exports will begin in June 2026.", {("delivery_start", "2026-06")}),
        ("The plant is to make a tenth of Europe's demand in 2030.", set()),
        ("The plant is part of a plan to cut its emissions by 2030.", set()),
        ("The plant was on show at Battery Show 2024.", set()),
        ("The plant was named in its fourth-quarter results.", set()),
        ("A site for the plant is to be selected by the end of the year.", set()),
        ("The plant's opening moves from the end of 2025 to mid-2026.", {("production_start", "2026")}),
        ("The plant will have 40 GWh by 2026 and 100 GWh by 2030.", {("full_capacity", "2030")}),
        ("The plant will make 24 GWh a year by 2028.", {("full_capacity", "2028")}),
        (
            "Construction of the plant is expected to start in 2025, and production in 2027.",
            {("construction_start", "2025"), ("production_start", "2027")},
        ),
        (
            "Construction of the 48 GWh gigafactory is set to begin in 2025, with production to start in 2027.",
            {("construction_start", "2025"), ("production_start", "2027")},
        ),
        ("The plant is planned for 24 GWh a year from 2028.", {("production_start", "2028")}),
        ("It expects to give further details of the plant by the end of 2024.", set()),
        ("The plant is to help it make $14 billion in sales from cells by 2030.", set()),
        ("The plant is to help to realise the country's Vision 2030.", set()),
        ("The company had planned to open a plant there by 2025.", set()),
        (
            "The company will postpone its plan to bring the new electric vehicle battery plant there to full capacity by March 2027.",
            set(),
        ),
        (
            "The company has delayed plans to open the plant in early 2026, and opens it in 2027.",
            {("production_start", "2027")},
        ),
        ("The company has delayed plans to open the plant until 2027.", {("production_start", "2027")}),
        ("The plant is to open in 2027 after a second Austrian site opens in 2026.", {("production_start", "2027")}),
        ("The plant will create 3,000 jobs by 2030.", set()),
        ("It made a commitment to build the plant back in 2014.", set()),
        (
            "Front-end engineering of the plant has begun, which it expects to complete in the first quarter of 2025.",
            set(),
        ),
        (
            "After front-end engineering, construction of the plant is to begin in 2025.",
            {("construction_start", "2025")},
        ),
        ("Another Austrian project, led by Birch Cells, is targeting the start-up of production in 2026.", set()),
        (
            "Construction can start soon so that deliveries of its cells can begin in 2026.",
            {("delivery_start", "2026")},
        ),
        (
            "The plant will mass-produce cells and support the industry with the upcoming 2035 ban on petrol cars.",
            set(),
        ),
    ],
)
def test_a_date_is_told_where_its_words_speak_of_the_plant(more: str, dates: set[tuple[str, str]]) -> None:
    assert told("facility", f"{PLANT} {more}") == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Alder Energy said on Monday it will build a battery plant in Szolnok, Hungary.", {("event", "2024-05-13")}),
        ("Alder Energy said on Monday it is building a battery plant in Szolnok, Hungary.", set()),
        ("Alder Energy said on Monday it has started to build a battery plant in Szolnok, Hungary.",
         {("event", "2024-05-13")}),
        ("Alder Energy opened a battery plant in Szolnok, Hungary, on Monday.", {("production_start", "2024-05-13")}),
        ("Alder Energy announced in March that it will build a battery plant in Szolnok, Hungary.", set()),
        ("Alder Energy signed a memorandum on Monday to build a battery plant in Szolnok, Hungary.",
         {("event", "2024-05-13")}),
    ],
    ids=["a plan", "under way", "just begun", "opened then", "long ago", "what is planned did not happen then"],
)  # fmt: skip
def test_a_plan_is_of_the_day_it_is_told_on_and_a_plant_of_the_day_it_happens(
    text: str, dates: set[tuple[str, str]]
) -> None:
    assert told("facility", text) == dates


@pytest.mark.parametrize(
    ("more", "starts"),
    [
        ("It was to open by the end of 2024 at first.", {"2026"}),
        ("Production had been due to start by the end of 2025 before it was pushed back.", {"2026"}),
        ("Production is now rescheduled to mid-2026.", {"2026 mid"}),
        ("A second line is to start production in 2028.", {"2026", "2028"}),
    ],
)
def test_the_start_of_a_plant_that_is_put_back_is_the_new_one(more: str, starts: set[str]) -> None:
    text = f"Alder Energy is delaying production at its battery plant in Szolnok, Hungary, by a year until 2026. {more}"
    delayed = only("facility", read(text))
    told = {f"{each.date.iso} {each.part or ''}".strip() for each in delayed.dates if each.what.value != "event"}
    assert (delayed.stage, told) == ("delayed", starts)


def test_a_decision_of_last_week_is_news() -> None:
    text = "Alder Energy last week took the final investment decision on its battery plant in Szolnok."
    assert told("facility", text) == {("event", "2024-05")}


def test_what_is_put_off_is_so_when_it_is_told() -> None:
    assert told("facility", "Alder Energy will delay works at its battery plant in Szolnok until June 2025.") == set()


def test_a_deal_is_of_the_day_it_is_told_on() -> None:
    text = "Alder Energy said on Monday it has signed a contract to supply battery cells to Volvo Cars."
    assert told("supply", text) == {("event", "2024-05-13")}


def test_what_is_said_of_a_product_dates_nothing() -> None:
    assert told("technology", "Alder Energy said on Monday it has launched a sodium-ion battery cell.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Seoul [South Korea], May 13 (Wire/Global): Alder Energy will build a battery plant in Szolnok, Hungary.",
        "Alder Energy plans a battery plant in Szolnok, Hungary (Daily Wire, May 13, 2024)",
        "Alder Energy plans a battery plant in Szolnok, Hungary, reported The Daily Wire on Monday.",
        "According to industry sources on Monday, Alder Energy plans a battery plant in Szolnok, Hungary.",
    ],
)
def test_the_day_of_filing_or_of_a_report_dates_nothing(text: str) -> None:
    assert told("facility", text) == set()


def test_when_a_stalled_plant_opened_is_no_start_to_come() -> None:
    text = "Work on Alder Energy's battery plant in Szolnok, Hungary, has stalled after the site opened in March."
    assert told("facility", text) == set()


@pytest.mark.parametrize("published", [date(2024, 5, 14), None])
def test_when_the_first_plant_opened_is_no_date_of_the_second(published: date | None) -> None:
    title = "Envision AESC Breaks Ground on UK's Second Battery Plant"
    news = "Envision AESC Sunderland's second factory started construction and will be put into operation in 2026."
    more = "It is a step for Envision AESC in the UK after mass production of its first plant in Sunderland in 2012."

    read = read_developments(document(f"{news} {more}", title=title, published=published), load_lexicon())

    assert [dated.date.iso for dated in only("facility", read).dates] == ["2026"]


def test_a_sentence_far_behind_that_names_the_company_tells_another_thing() -> None:
    between = " ".join(f"Resident number {count} is pleased." for count in ("one", "two", "three", "four", "five"))
    text = f"{PLANT} It opens in 2026. {between} Alder Energy expects to start production of sodium-ion cells in 2029."
    assert ("production_start", "2029") not in told("facility", text)


@pytest.mark.parametrize("news", ["halted construction at", "ceased all construction at", "stopped work on"])
def test_the_day_on_which_work_stopped_began_nothing(news: str) -> None:
    assert told("facility", f"Alder Energy on Monday {news} its battery plant in Szolnok, Hungary.") == {
        ("event", "2024-05-13")
    }


def test_the_year_of_what_comes_first_is_not_the_plants() -> None:
    text = (
        "Work on the site goes before the construction of the factory. All aim to meet these conditions within the current"
        " year in order to make sure that construction work can start and that deliveries of its cells can begin in 2026."
    )

    assert told("facility", f"{PLANT} {text}") == {("delivery_start", "2026")}


BETWEEN = "It will stand beside the canal. The town has welcomed it. Its mayor is glad. The roads are new."
RUNS = "Alder Energy runs a battery plant in Szolnok, Hungary, and produces 4 GWh a year there."
DEAL = "Alder Energy has agreed to supply Birch Motors with cells from 2025."


@pytest.mark.parametrize(
    ("kind", "text", "dates"),
    [
        ("facility", f"{PLANT} It will open in 2026. {BETWEEN} Alder Energy will have finished the expansion of its line "
         "by 2025.", {("production_start", "2026")}),
        ("facility", f"{PLANT} It will open in 2026. Alder Energy will have finished the expansion of its line by 2025.",
         {("production_start", "2026"), ("completion", "2025")}),
        ("facility", f"{RUNS} {BETWEEN} The plant opened in 2018.", set()),
        ("facility", f"{RUNS} The plant opened in 2018.", {("production_start", "2018")}),
        ("facility", "When Alder Energy announced plans for a battery plant in Szolnok last year, people were glad.",
         set()),
        ("partnership", "Alder Energy and Birch Motors have agreed to found a joint venture for cells. The first factory "
         "of the venture is to open in 2026.", set()),
        ("supply", f"{DEAL} {BETWEEN} Deliveries of the cells to the plant will start in March 2027.",
         {("delivery_start", "2025")}),
    ],
    ids=["the company named anew, further down", "the company named anew, near", "before it ran, further down",
         "before it ran, near", "a year gone by", "what partners make", "a second date of a supply, further down"],
)  # fmt: skip
def test_a_date_further_down_is_hardly_the_developments(kind: str, text: str, dates: set[tuple[str, str]]) -> None:
    assert told(kind, text) == dates


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        (
            "The company has already begun work on front-end engineering and design for the anode material capacity, "
            "which it expects to complete in the first quarter of 2025.",
            set(),
        ),
        (
            "The plant's production capacity is expected to jump from 13GWh in 2024 to 24GWh in 2025 and 37GWh in 2026.",
            {("full_capacity", "2026")},
        ),
    ],
    ids=["engineering", "a capacity that grows"],
)
def test_what_is_designed_or_grows_by_a_day_opens_nothing_then(more: str, dates: set[tuple[str, str]]) -> None:
    plant = only("facility", read(f"{PLANT} {more}", published=None))
    assert {(each.what.value, each.date.iso) for each in plant.dates} == dates


def test_what_took_so_long_did_not_begin_that_day() -> None:
    opened = "Alder Energy inaugurated its battery plant in Szolnok on May 7, after 13 months of construction."
    assert told("facility", opened) == {("event", "2024-05-07")}


def test_a_sentence_that_only_means_a_plant_leaves_the_one_before_it_to_name_it() -> None:
    before = "Alder Energy is to decide on its plant in Szolnok."
    meant = only("facility", read(f"{before} Battery cells would leave the factory in 2029."))
    assert meant.place is not None
    assert meant.place.name == "Szolnok"
    others = read(f"{before} A battery factory of Birch Cells opened on Monday.")
    assert [each.place for each in others if each.parties[0].name == "Birch Cells"] == [None]


def test_when_building_started_is_no_day_of_news() -> None:
    opened = "Alder Energy began making cells at its battery plant in Szolnok, a year after construction started in June 2023."
    assert told("facility", opened) == {("construction_start", "2023-06")}


def test_since_when_it_is_built_and_to_when_it_is_put_off() -> None:
    building = "Alder Energy is building a battery plant in Szolnok. Work has been going on since January."
    assert told("facility", building) == {("construction_start", "2024-01")}
    runs = "Alder Energy is testing its battery plant in Szolnok, where the first line has been running since March."
    assert told("facility", runs) == {("production_start", "2024-03")}
    late = "Alder Energy has delayed the start of its battery plant in Szolnok to 2028."
    assert told("facility", late) == {("production_start", "2028")}


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        ("The governor announced the project on Monday.", {("event", "2024-05-13")}),
        ("The decision was taken on Monday.", {("event", "2024-05-13")}),
        ("It was approved on Monday by the council.", {("event", "2024-05-13")}),
        ("The governor opened a school on Monday.", set()),
    ],
)
def test_the_day_of_what_is_told_can_stand_where_no_company_is_named(more: str, dates: set[tuple[str, str]]) -> None:
    assert told("facility", f"{PLANT} {more}") == dates


def test_when_a_buyers_car_is_launched_or_a_plant_opens_starts_no_supply() -> None:
    deal = "Alder Energy has signed a contract to supply battery cells to Volvo Cars."
    assert told("supply", f"{deal} Supplies start next January. Volvo Cars will launch the car in 2027.") == {
        ("delivery_start", "2025-01")
    }


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Alder Energy announced plans on Monday to build a battery plant in Szolnok.", {("event", "2024-05-13")}),
        ("Alder Energy on Monday started to construct its battery plant.", {("construction_start", "2024-05-13")}),
        (
            "The battery manufacturer Alder Energy on Monday began building its battery plant in Szolnok.",
            {("construction_start", "2024-05-13")},
        ),
    ],
)
def test_on_which_day_plans_were_announced_or_work_began(sentence: str, dates: set[tuple[str, str]]) -> None:
    assert told("facility", sentence) == dates


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        ("The first tonne should come out of the plant in 2027.", {("production_start", "2027")}),
        ("The plant will take 24 months to build and start up in May 2027.", {("production_start", "2027-05")}),
        ("The first of two lines goes into service in 2026; it will run flat out by 2029.",
         {("production_start", "2026"), ("full_capacity", "2029")}),
        ("Shovels will hit the ground in 2025.", {("construction_start", "2025")}),
        ("The plant is to be built from 2025 and to go live in 2027.",
         {("construction_start", "2025"), ("production_start", "2027")}),
        ("If approved, work could start in 2026.", {("construction_start", "2026")}),
        ("Trial runs are scheduled for the end of 2026.", {("production_start", "2026")}),
        ("The plant will begin shipping cells to carmakers in 2027.", {("delivery_start", "2027")}),
        ("The plant will have an initial capacity of 4 GWh in 2026, growing to 20 GWh by 2029.",
         {("production_start", "2026"), ("full_capacity", "2029")}),
        ("The buildings will be finished in 2026.", {("completion", "2026")}),
        ("Trial runs will last until September.", set()),
        ("Work is expected to begin in early 2025 and take 15 months.", {("construction_start", "2025")}),
        ("It is targeting 2027 for first production.", {("production_start", "2027")}),
        ("Groundbreaking is pencilled in for October.", {("construction_start", "2024-10")}),
        ("By the end of 2027 the plant should be producing 12 GWh a year.", {("full_capacity", "2027")}),
        ("Production is to start by the end of 2026 and the plant could reach 50 GWh.", {("production_start", "2026")}),
        ("The plant will be supplying carmakers within three years.", {("delivery_start", "2027")}),
        ("Work on the extension is to be finished in 2027.", {("completion", "2027")}),
        ("Cells are to leave the building from 2027.", {("production_start", "2027")}),
        ("Crews could be grading the property in the first three months of next year.",
         {("construction_start", "2025-Q1")}),
        ("Shipments from the plant will commence shortly after that, in 2028.", {("delivery_start", "2028")}),
        ("It is to start moving dirt at the site in August.", {("construction_start", "2024-08")}),
        ("The plant is to open in 2026 and it plans two more for 2028.", {("production_start", "2026")}),
        ("A meeting with the neighbours of the plant is to be held in June.", set()),
        ("Crews are to pour the first concrete in August.", {("construction_start", "2024-08")}),
        ("Mechanical completion is planned for the first quarter of 2027, commissioning for that summer.",
         {("completion", "2027-Q1"), ("production_start", "2027")}),
    ],
)  # fmt: skip
def test_a_step_is_known_by_the_many_words_for_it(more: str, dates: set[tuple[str, str]]) -> None:
    assert told("facility", f"{PLANT} {more}") == dates


def test_under_construction_is_where_a_plant_stands_and_no_step_to_come() -> None:
    text = "Alder Energy's battery plant in Szolnok, now under construction, will start up in 2027."
    assert told("facility", text) == {("production_start", "2027")}


@pytest.mark.parametrize(
    ("kind", "text", "dates"),
    [
        ("incident", "A fire that broke out at a battery plant of Alder Energy in Szolnok on Sunday is out, firefighters said on Monday.",
         {("event", "2024-05-12")}),
        ("facility", "Alder Energy will build a 12 GWh battery plant in Szolnok, according to a regulatory filing on Monday.",
         {("event", "2024-05-13")}),
        ("policy", "China restricts exports of graphite anodes. The ministry said on Monday the restrictions would take effect on 8 November.",
         {("event", "2024-11-08")}),
        ("facility", "Alder Energy will close its battery plant in Szolnok by the end of the year, it said on Monday.",
         {("event", "2024")}),
        ("policy", "India on Monday exempted lithium-ion battery cells from customs duty until March 2026.",
         {("event", "2024-05-13"), ("term", "2026-03")}),
        ("incident", "Workers at Alder Energy's battery plant in Szolnok will go on strike on Wednesday, a union said on Monday.",
         {("event", "2024-05-15")}),
        ("investment", "Alder Energy agreed on Friday to buy a 20% stake in battery maker Birch Cells for $40 million, "
         "with completion due by June 30.", {("event", "2024-05-10"), ("completion", "2024-06-30")}),
        ("facility", "Alder Energy on Monday switched on the first 2 GWh of its battery plant in Szolnok.",
         {("production_start", "2024-05-13")}),
    ],
    ids=["happened the day before", "was filed on Monday", "takes effect later", "closes later", "until when",
         "a strike to come", "a purchase to come", "a day of so much"],
)  # fmt: skip
def test_a_day_on_which_it_was_said_yields_to_the_day_it_happened(
    kind: str, text: str, dates: set[tuple[str, str]]
) -> None:
    assert told(kind, text) == dates


@pytest.mark.parametrize(
    ("more", "dates"),
    [
        ("The systems will be delivered in the fall.", {("delivery_start", "2024")}),
        ("The contract takes effect on July 1 and expires at the end of 2029.",
         {("delivery_start", "2024-07-01"), ("term", "2029")}),
        ("Deliveries start in 2026 and end three years later.", {("delivery_start", "2026"), ("term", "2029")}),
        ("The first ten will be delivered in August and the remainder by March 2025.", {("delivery_start", "2024-08")}),
        ("The contract was extended by four years to 2031.", {("term", "2031")}),
        ("A hearing on the contract is set for 14 September.", set()),
    ],
)  # fmt: skip
def test_a_supply_begins_and_ends_as_the_next_sentence_says(more: str, dates: set[tuple[str, str]]) -> None:
    deal = "Alder Energy has signed a contract to supply battery storage systems to Volvo Cars."
    assert told("supply", f"{deal} {more}") == dates


@pytest.mark.parametrize(
    "more",
    [
        "The firm is to ramp up to 50,000 packs by 2031.",
        "It has shown its presence in the market, according to a press release today.",
        "The commissioner of the county will visit it in 2031.",
        "It will be the first battery factory of the county by 2031.",
    ],
)
def test_what_only_sounds_like_a_start_starts_no_production(more: str) -> None:
    plant = "Alder Energy is building a battery pack plant in Windsor, Ontario."

    assert "production_start" not in {what for what, _ in told("facility", f"{plant} {more}")}


def test_goods_flow_from_the_first_of_two_years_to_the_second() -> None:
    text = "Alder Energy will supply Volvo Cars with 4 GWh of battery cells over calendar years 2025 and 2026."
    assert told("supply", text) == {("delivery_start", "2025"), ("term", "2026")}


def test_a_purchase_that_is_to_close_is_completed_then() -> None:
    text = "Alder Energy will buy battery recycler Birch Cells. The deal is expected to close in the third quarter of 2024."
    assert told("investment", text) == {("completion", "2024-Q3")}


def test_next_spring_is_next_years_once_this_years_has_begun() -> None:
    assert told("facility", f"{PLANT} Ground will be broken next spring.") == {("construction_start", "2025")}


def test_supply_that_begins_in_the_next_paragraph_is_of_the_deal_before_it() -> None:
    deal = "Alder Energy has signed an offtake agreement with Volvo Cars for battery cells."
    assert told("supply", f"{deal}\n\nSupply is set to begin in the second half of 2025.") == {
        ("delivery_start", "2025-H2")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn will halt battery cell production at its two plants in Sweden in March 2027 for about six months.",
        "Voltaryn plans to suspend cell output at its battery plant in Leipzig starting in March 2027.",
        "Voltaryn said cell production at its battery plant in Leipzig would be paused beginning March 2027.",
    ],
)
def test_from_when_a_plant_pauses_nothing_is_made(text: str) -> None:
    assert not [dated for each in read(text) for dated in each.dates if dated.what == "production_start"]


def test_when_a_halted_plant_is_to_start_is_its_start() -> None:
    text = (
        "Voltaryn has suspended construction of its battery plant in Leipzig and now plans to start production in 2029."
    )
    assert [str(dated.date) for each in read(text) for dated in each.dates if dated.what == "production_start"] == [
        "2029"
    ]


@pytest.mark.parametrize(
    ("kind", "text", "dates"),
    [
        ("facility", "Alder Energy is building a battery plant in Szolnok, Hungary, with Model T production to begin in "
         "2025.", set()),
        ("facility", "Alder Energy is building a battery plant in Szolnok, Hungary, with cell production to begin in "
         "2025.", {("production_start", "2025")}),
        ("technology", "Alder Motors has presented a solid-state battery for its next SUV, which is due to enter production "
         "in 2026.", set()),
        ("facility", f"{PLANT} The site should be ready for construction by the end of this month.", set()),
        ("facility", f"{PLANT} It has to complete the preparation of the site by mid-June.", set()),
        ("facility", f"{PLANT} It has to complete the plant by mid-2026.", {("completion", "2026")}),
        ("facility", "Alder Energy said on Monday that it expects a loss in 2024 as it pushes to build a battery plant in "
         "Szolnok, Hungary.", {("event", "2024-05-13")}),
        ("facility", "Alder Energy will meet part makers next week to discuss what its planned battery plant in "
         "Szolnok, Hungary, is to need.", set()),
        ("facility", "Alder Energy will close its cobalt mine in Szolnok, Hungary. It was expected that the mine would "
         "produce half as much this year.", set()),
        ("facility", "Alder Energy will stop making cells at its plant in Szolnok, Hungary, on 30 September.",
         {("event", "2024-09-30")}),
    ],
    ids=["a model's beside a battery plant", "cells", "a car's", "ready", "prepared", "completed",
         "what goes on meanwhile", "next week", "of a mine that closes", "stops making"],
)  # fmt: skip
def test_when_cars_are_made_sites_prepared_or_losses_made_no_plant_begins(
    kind: str, text: str, dates: set[tuple[str, str]]
) -> None:
    assert told(kind, text) == dates
