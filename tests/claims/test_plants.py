"""How far a plant is, by ways of telling it that do not name the verb and the plant side by side."""

from __future__ import annotations

import pytest

from cellwire.lexicon import load_lexicon
from claims.telling import only, read, shown


def _stage(text: str, title: str = "") -> str:
    return only("facility", read(text, title=title)).stage


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Seven months after suspending the project, Voltaryn has decided to build its cell plant in Szolnok.",
            "announced",
        ),
        (
            "Four months after stopping work, Voltaryn has resumed construction of its cell plant in Szolnok.",
            "construction",
        ),
        ("Voltaryn has restarted its battery plant in Szolnok after a six-week stop.", "operating"),
        ("Voltaryn's battery plant in Szolnok has reopened after an 18-month pause.", "operating"),
    ],
)
def test_what_a_step_came_after_is_not_the_step(text: str, stage: str) -> None:
    assert _stage(text) == stage


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The start of production at Voltaryn's battery plant in Szolnok has been put back to 2027.", "delayed"),
        ("Voltaryn has put its plan for a cathode plant at Szolnok on ice.", "delayed"),
        ("Voltaryn has fired up its battery cell line in Szolnok.", "operating"),
        ("Production at the Szolnok battery works of Voltaryn Energiespeicher has resumed.", "operating"),
        ("The council has waved through Voltaryn's battery plant in Szolnok.", "permitted"),
    ],
)
def test_what_journalists_say_for_a_step_tells_it(text: str, stage: str) -> None:
    assert _stage(text) == stage


def test_what_can_be_built_in_a_plant_is_its_output() -> None:
    text = "Voltaryn opened a battery plant in Szolnok. Some 300,000 packs a year can be built in the Szolnok plant."

    assert _stage(text) == "operating"


def test_operation_that_began_is_of_the_plant_told_before() -> None:
    text = "Voltaryn will run a demonstration plant for battery anodes in Szolnok. Operation began last Thursday."

    assert _stage(text) == "operating"


def test_the_day_of_an_old_plan_makes_its_end_no_old_news() -> None:
    told = only("facility", read("Voltaryn has decided against the battery plant it announced in 2021 for Szolnok."))

    assert (told.stage, told.background) == ("cancelled", False)


def test_an_old_plan_tells_where_and_how_large_what_is_given_up_was() -> None:
    text = (
        "Voltaryn will not build its own battery plant. Two years ago the company had said it would build a 10 GWh"
        " plant in Szolnok."
    )

    told = only("facility", read(text))

    assert (told.stage, told.place and told.place.name, shown(told, "capacity")) == (
        "cancelled",
        "Szolnok",
        "10 GWh/yr",
    )


def test_a_town_in_no_gazetteer_is_read_behind_the_plant() -> None:
    told = only("facility", read("Voltaryn opened a battery recycling plant at Oudezand on Monday."))

    assert told.place is not None
    assert (told.place.name, told.place.id) == ("Oudezand", None)


def test_who_is_named_to_describe_another_is_no_owner() -> None:
    told = only("facility", read("CATL-backed start-up Voltaryn will build a battery plant in Szolnok."))

    assert [party.name for party in told.parties] == ["Voltaryn"]


def test_the_land_a_fund_is_from_is_not_where_its_plant_opens() -> None:
    told = only("facility", read("A Qatar fund and Voltaryn Energy opened a battery plant in Szolnok."))

    assert told.country == "HU"


def test_a_research_centre_needs_no_goods_beside_it() -> None:
    told = only("facility", read("Voltaryn Battery opened its new R&D centre in Szolnok on Monday."))

    assert told.stage == "operating"


def test_two_nations_joined_are_no_company() -> None:
    told = only("facility", read("Voltaryn, the Polish-Swedish joint venture, opened a battery plant in Szolnok."))

    assert [party.name for party in told.parties] == ["Voltaryn"]


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("Ground has been broken in Szolnok on Voltaryn's battery plant.", "construction"),
        ("The first sod was turned on Monday for Voltaryn's battery plant in Szolnok.", "construction"),
        ("Piling has begun at the site of Voltaryn's cell factory in Szolnok.", "construction"),
        ("Construction of Voltaryn's cell factory in Szolnok is in full swing.", "construction"),
        ("Work is under way on Voltaryn's battery plant in Szolnok.", "construction"),
        ("Voltaryn is in the process of building a battery plant in Szolnok.", "construction"),
        ("Machines have arrived at Voltaryn's battery plant in Szolnok.", "construction"),
        ("Voltaryn has begun installing equipment at its battery plant in Szolnok.", "construction"),
        ("The shell of Voltaryn's battery plant in Szolnok has been completed.", "construction"),
        ("Voltaryn's half-built battery plant in Szolnok is taking shape.", "construction"),
        ("Voltaryn has begun turning out cells at its plant in Szolnok.", "operating"),
        ("The ribbon was cut on Monday at Voltaryn's battery plant in Szolnok.", "operating"),
        ("Voltaryn is now producing cells at its plant in Szolnok.", "operating"),
        ("Voltaryn's battery plant in Szolnok is back in operation.", "operating"),
        ("Trial runs have begun at Voltaryn's battery plant in Szolnok.", "operating"),
        ("Voltaryn's battery plant in Szolnok cleared its last regulatory hurdle.", "permitted"),
        ("Voltaryn has put off its battery plant in Szolnok.", "delayed"),
        ("Work has ground to a halt at Voltaryn's battery plant in Szolnok.", "delayed"),
        ("Voltaryn's battery plant in Szolnok will not open before 2028.", "delayed"),
        ("A delay of two years is expected for Voltaryn's battery plant in Szolnok, the company said.", "delayed"),
        ("Output at Voltaryn's battery plant in Szolnok is being cut by half.", "delayed"),
        ("Voltaryn has mothballed its plans for a battery plant in Szolnok.", "delayed"),
        ("Voltaryn has dropped its plan to build a battery plant in Szolnok.", "cancelled"),
        ("Voltaryn's plans for a battery plant in Szolnok are dead.", "cancelled"),
        ("The battery plant that Voltaryn had planned in Szolnok has been cancelled.", "cancelled"),
        ("Production at Voltaryn's battery plant in Szolnok will end in May.", "closed"),
        ("Voltaryn is to stop making batteries in Szolnok.", "closed"),
        ("The expansion of Voltaryn's battery plant in Szolnok has been completed.", "expanded"),
        ("Voltaryn has moved up the opening of its battery plant in Szolnok to May.", "announced"),
        ("In Szolnok, Voltaryn wants to make 10 GWh of cells a year.", "announced"),
    ],
)
def test_passives_nouns_and_idioms_tell_how_far_a_plant_is(told: str, stage: str) -> None:
    read_as = only("facility", read(told))

    assert (read_as.stage, read_as.background) == (stage, False)


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn said two workers are dead after an accident at its battery plant in Szolnok.",
        "Voltaryn studies restarting its battery plant in Szolnok.",
    ],
)
def test_what_sounds_like_a_step_and_is_none(text: str) -> None:
    assert [each.stage for each in read(text) if each.stage in {"cancelled", "operating"}] == []


def test_a_mayors_wish_is_no_plan() -> None:
    assert read("The mayor of Szolnok, Hungary, wants his town to get a battery factory.") == []


def test_a_sum_in_us_dollars_makes_no_province_a_town_of_that_land() -> None:
    text = "near Oudezand, Ontario, after a pause, thanks to a US$20 million loan"
    hits = list(load_lexicon().find(text))

    meant = load_lexicon().resolve_places(text, hits)

    assert [place.country for hit, place in meant.items() if hit.span.cut(text) == "Ontario"] == ["CA"]


def test_what_had_been_elsewhere_makes_no_plan_old() -> None:
    text = (
        "Voltaryn will build a 40 GWh battery plant in Szolnok, the company said on Monday, after months in which a site"
        " in Spain had been seen as favourite."
    )

    assert only("facility", read(text)).background is False


def test_a_plant_that_runs_at_half_is_slowed() -> None:
    assert _stage("Voltaryn's cathode plant in Szolnok runs at half capacity.") == "delayed"


def test_whose_plant_it_is_may_be_told_by_of_and_begin_with_a_town() -> None:
    told = only("facility", read("The battery plant of Shenzhen Kedahui in Szolnok was opened on Monday."))

    assert [party.name for party in told.parties] == ["Shenzhen Kedahui"]


def test_a_company_called_after_a_town_is_meant_by_the_town_that_speaks() -> None:
    text = (
        "Panther Motors has pulled out of a planned battery plant in Pryor, Oklahoma, leaving its partner Shizuoka Battery"
        " to build alone. Shizuoka said on Wednesday that it remained committed to the $4 billion plant, whose first cells"
        " are due in 2026, and would look for other customers."
    )

    named = {party.name for each in read(text) for party in each.parties}
    places = {each.place.name for each in read(text) if each.place}

    assert "Shizuoka" not in places
    assert named


def test_the_plant_of_a_firm_that_makes_cells_is_in_scope() -> None:
    text = (
        "Voltaryn filed for insolvency on Tuesday and shut its plant in Szolnok the same day.\n\n94 employees were told"
        " not to return.\n\nThe state had backed Voltaryn, which wanted to make solid-state batteries."
    )

    assert "closed" in [each.stage for each in read(text)]


@pytest.mark.parametrize(
    "second",
    [
        '"We will buy cells instead," the chief executive said on Monday.',
        "The decision was made public on Monday.",
    ],
)
def test_the_day_of_a_decision_may_be_told_beside_it_without_a_name(second: str) -> None:
    told = only("facility", read(f"Voltaryn will not build its battery plant in Szolnok. {second}"))

    assert shown(told, "dates") == "event 2024-05-13"


def test_a_phase_that_went_into_operation_runs_whatever_else_is_planned() -> None:
    text = (
        "The second phase of Voltaryn's cell base in Szolnok went into operation on Monday, bringing capacity to 45 GWh."
        " The company plans to add lines to the plant next year."
    )

    assert _stage(text) == "operating"


def test_who_is_forced_to_stop_is_a_company() -> None:
    text = "A faulty dryer has forced Oudezander Zellwerk to suspend production at its battery plant in Szolnok."

    told = only("facility", read(text))

    assert [party.name for party in told.parties] == ["Oudezander Zellwerk"]


def test_where_it_intends_to_build_is_no_question() -> None:
    assert _stage("Voltaryn has bought land in Szolnok, where it intends to build a battery plant.") == "announced"


def test_production_told_behind_a_loan_is_the_plants() -> None:
    text = (
        "Voltaryn will build its graphite mine in Szolnok. A loan of $120 million from the European Investment Bank made"
        " the difference. Production is to start in 2028 with 25,000 tonnes a year."
    )

    told = only("facility", read(text))

    assert (shown(told, "capacity"), shown(told, "dates")) == ("25,000 t/yr", "production_start 2028")


def test_construction_that_goes_on_is_construction() -> None:
    assert _stage("Construction of Voltaryn's battery plant in Szolnok goes on.") == "construction"


def test_a_plant_that_opened_and_one_that_will_are_two() -> None:
    text = "Voltaryn opened a 15 GWh battery plant in Szolnok and will open a 10 GWh plant in Oradea next year."
    told = {each.place.name: each for each in read(text) if each.kind == "facility" and each.place}

    assert {town: (each.stage, [size.value for size in each.capacity]) for town, each in told.items()} == {
        "Szolnok": ("operating", [15]),
        "Oradea": ("announced", [10]),
    }
    assert shown(told["Szolnok"], "dates") == ""


def test_two_plants_that_one_sentence_gives_their_towns_are_two() -> None:
    text = (
        "Voltaryn will build a battery cell plant in Szolnok and a cathode plant in Debrecen, it said on Monday. The plant"
        " in Szolnok will make 10 GWh a year. The plant in Debrecen is to open in 2028."
    )

    told = [(each.stage, each.place and each.place.name) for each in read(text)]

    assert told == [("announced", "Szolnok"), ("announced", "Debrecen")]


def test_a_factory_that_is_to_follow_elsewhere_is_another() -> None:
    text = (
        "Voltaryn has opened a pilot plant for sodium-ion cells in Szolnok. A battery factory of Voltaryn with 5 GWh a"
        " year is to follow in Debrecen in 2028."
    )

    assert [each.stage for each in read(text)] == ["operating", "announced"]


def test_a_venture_called_by_its_name_builds_its_founders_plant() -> None:
    text = (
        "Voltaryn and Kestrel Motors will build a battery plant in Szolnok in a joint venture. The joint venture, called"
        " Voltakes, will invest 2 billion euros in the plant."
    )

    assert len([each for each in read(text) if each.kind == "facility"]) == 1


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Voltaryn's lithium mine near Szolnok has received its final permit.", "permitted"),
        ("Work on Voltaryn's battery plant in Szolnok has stopped.", "delayed"),
    ],
)
def test_what_stands_apart_from_its_verb_is_told_by_both(text: str, stage: str) -> None:
    assert _stage(text) == stage


@pytest.mark.parametrize("more", ["Production starts in 2026.", "Operations begin in April."])
def test_what_starts_on_a_day_has_not_begun_where_nobody_says_when_the_text_is_of(more: str) -> None:
    told = only("facility", read(f"CATL will build a battery cell plant in Debrecen. {more}", published=None))

    assert told.stage == "announced"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Voltaryn Lithium has opened what it calls Europe's first such lithium refinery, a 900-tonne-a-year plant in Kotka.",
            "operating",
        ),
        ("Voltaryn Lithium has opened a lithium refinery in Kotka, aimed at carmakers in Europe.", "operating"),
        ("Voltaryn Power has begun installation of a 5 MW battery storage system in Kaunas.", "construction"),
        ("Councillors in Leeds voted on Monday to approve Voltaryn's battery plant.", "permitted"),
    ],
)
def test_the_verb_of_a_plant_tells_its_step_whatever_stands_beside_it(text: str, stage: str) -> None:
    assert _stage(text) == stage


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn Motors and Brezhaw Cells will build a joint venture battery plant in Lima, Ohio.",
        "Voltaryn Motors and Brezhaw Cells said they will build a new joint venture $3 billion battery plant in Lima.",
    ],
)
def test_the_plant_of_a_venture_is_a_plant(text: str) -> None:
    told = read(text)

    assert [(each.kind, shown(each, "parties")) for each in told] == [
        ("facility", "Voltaryn Motors owner; Brezhaw Cells owner")
    ]


def test_who_is_picked_to_build_a_plant_owns_none() -> None:
    told = only(
        "facility", read("Voltaryn Power has picked Brezhaw to build its 200 MWh battery storage system in Kaunas.")
    )

    assert shown(told, "parties") == "Voltaryn Power owner"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ganfeng Lithium has received the environmental permit for its Pine Valley Project.", "permitted"),
        ("Ganfeng Lithium said the Pine Valley Project remained on hold.", "delayed"),
        (
            "Voltaryn Cells has opened what it says would be Europe's first commercial sodium battery plant in Kaunas.",
            "operating",
        ),
    ],
)
def test_a_project_with_a_name_is_a_plant_of_its_miner(text: str, stage: str) -> None:
    assert _stage(text) == stage


@pytest.mark.parametrize(
    "text",
    [
        "Northvolt has bought 40 hectares of land next to the plant that Volkswagen runs in Salzgitter for a recycling plant.",
        "Umicore has acquired a site in Loyalist, Ontario, for a cathode plant.",
    ],
)
def test_who_has_got_the_land_plans_a_plant(text: str) -> None:
    [told] = read(text)

    assert (told.kind, told.stage) == ("facility", "announced")
    assert shown(told, "parties") in {"Northvolt owner", "Umicore owner"}


def test_a_date_that_starts_from_then_starts_no_works() -> None:
    text = "In a second step, starting from 2027, Verkor aims to build a gigafactory in Dunkirk with 10 GWh a year."

    assert _stage(text) == "announced"
