"""Plants before they run: what they hang on, works that stand for them, when they are built, whose money it is."""

from __future__ import annotations

import pytest

from claims.telling import only, read, row, shown, wrong


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row("Voltaryn will build a cell factory in Szolnok if it gets the subsidies it has asked for.", "considered"),
        row("Subject to a final investment decision, Voltaryn will build a cell factory in Szolnok.", "considered"),
        row("Voltaryn plans a cell factory in Szolnok, provided that the state pays for the road.", "considered"),
        row("Voltaryn will build a cell factory in Szolnok, subject to the usual approvals.", "announced"),
        row("Voltaryn will build a 20 GWh cell factory in Szolnok by 2027.", "announced", dates="completion 2027"),
        row("Voltaryn aims to have built a cell factory in Szolnok by mid-2027.", "announced", dates="completion 2027"),
        row(
            "Voltaryn will start building its cell factory in Szolnok by 2027.",
            "announced",
            dates="construction_start 2027",
        ),
        row(
            "Construction on Voltaryn's cell manufacturing plant in Szolnok is set to start in 2025, with the opening "
            "slated for 2027.",
            "announced",
            dates="construction_start 2025; production_start 2027",
        ),
        row(
            "Construction of Voltaryn's cell plant in Szolnok will begin in 2025 and is expected to conclude in 2026.",
            "announced",
            dates="construction_start 2025; completion 2026",
        ),
        row(
            "Voltaryn will build a battery cell factory in Szolnok next to the engine plant that it shut last year.",
            "announced",
        ),
        row(
            "Voltaryn will run a battery recycling plant in Szolnok at the site of the Keliva Cells factory, which is "
            "now under construction.",
            "announced",
        ),
    ],
)
def test_how_far_a_plant_is_that_does_not_stand(sentence: str, expected: dict[str, str]) -> None:
    told = only("facility", read(sentence))

    assert wrong(told, expected) == {}


def test_works_that_a_firm_begins_are_those_of_the_plant_told_of_before() -> None:
    text = "Jobs are coming to Georgia with a new $2 billion battery plant. Voltaryn will begin construction in March."
    [told] = read(text)

    assert (told.kind, told.stage) == ("facility", "announced")
    assert (shown(told, "parties"), shown(told, "place"), shown(told, "money")) == (
        "Voltaryn owner",
        "Georgia",
        "USD 2 billion",
    )


def test_other_works_are_no_plants() -> None:
    assert read("Ohio needs battery plants. Voltaryn Homes will begin construction of 400 flats this year.") == []


def test_what_a_state_gives_is_not_what_a_plant_costs() -> None:
    text = (
        "Voltaryn has received a $20 million award from the US government to build a lithium refinery in Ohio. The "
        "plant is to start production in 2027. The $250 million project is in Lima."
    )

    assert shown(only("facility", read(text)), "money") == "USD 250 million"


def test_a_refusal_that_an_appeal_overturned_is_over() -> None:
    text = (
        "Voltaryn's battery storage facility near Penford has been allowed on appeal. The plans were refused "
        "permission by the council in March."
    )

    assert [told.stage for told in read(text)] == ["permitted"]


def test_a_county_is_a_place_in_which_a_town_may_lie() -> None:
    text = "Voltaryn will build a cell factory in Vigo County. The plant in Terre Haute will cost $500 million."
    [told] = read(text)

    assert (shown(told, "place"), shown(told, "money")) == ("Terre Haute", "USD 500 million")


def test_who_is_to_develop_what_a_state_allows_owns_it() -> None:
    told = only(
        "facility", read("Nevada has approved the Keliva lithium mine, with Voltaryn Ltd to develop and operate it.")
    )

    assert wrong(told, {"stage": "permitted", "parties": "Voltaryn owner"}) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn said it will build a cell factory in Szolnok, with groundbreaking at the site expected by March.",
        "The ground-breaking for Voltaryn's cell factory in Szolnok is planned for October.",
    ],
)
def test_ground_that_is_to_be_broken_is_unbroken(sentence: str) -> None:
    assert only("facility", read(sentence)).stage == "announced"


def test_what_a_sentence_concedes_is_not_its_news() -> None:
    text = (
        "Although Voltaryn's first €100 million cell plant in Szolnok is still under construction, Voltaryn will build a "
        "second plant in Kokkola for €700 million."
    )

    assert {(told.stage, shown(told, "place"), shown(told, "money")) for told in read(text)} == {
        ("construction", "Szolnok", "EUR 100 million"),
        ("announced", "Kokkola", "EUR 700 million"),
    }


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Voltaryn is likely to choose Szolnok for its battery cell factory.", "considered"),
        ("Voltaryn is set to pick Szolnok for its battery cell factory.", "considered"),
        ("Voltaryn has earmarked two sites in Hungary for a battery cell factory.", "considered"),
        ("Regulators have given the all clear for Voltaryn's lithium mine in Nevada.", "permitted"),
        (
            "It was a busy week for storage, with utility Voltaryn starting construction on an 800 MWh battery in Ohio.",
            "construction",
        ),
    ],
)
def test_where_it_may_come_and_what_is_told_by_the_way(sentence: str, stage: str) -> None:
    told = only("facility", read(sentence))

    assert (told.stage, shown(told, "parties")) == (stage, "Voltaryn owner")


def test_where_somebody_flies_or_a_paper_comes_from_is_no_site() -> None:
    text = (
        "Voltaryn will build a cell factory for $2 billion. Its boss is expected to fly to London to sign the deal, the "
        "Dallas Morning News said."
    )

    assert shown(only("facility", read(text)), "place") == ""


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        (
            "The council has given the green light to Lima-based storage developer Voltaryn to build the planned $123 "
            "million Penford BESS near Dubbo.",
            "permitted",
        ),
        ("Voltaryn's facility in Szolnok will make 24 GWh of cells a year at full capacity.", "announced"),
        ("Voltaryn is already working on the construction of its first cell factory in Szolnok.", "construction"),
    ],
)
def test_what_stands_far_from_its_verb(sentence: str, stage: str) -> None:
    assert only("facility", read(sentence)).stage == stage


def test_a_size_up_to_so_much_enlarges_nothing() -> None:
    text = "Voltaryn will set up a lithium cell gigafactory with a capacity up to 16 giga watt hours and a pack line."
    told = only("facility", read(text))

    assert wrong(told, {"stage": "announced", "capacity": "up to 16 GWh/yr", "product": "cell"}) == {}


def test_what_was_said_last_week_is_news() -> None:
    told = only("facility", read("Voltaryn said last week it will invest $582 million in a cell plant in Szolnok."))

    assert not told.background


def test_a_state_by_its_letters_is_no_firm() -> None:
    text = "NSW gives planning OK to new battery\n\nFirm Power has been granted approval for a 150 MW/300 MWh battery."

    assert shown(only("facility", read(text)), "parties") == "Firm Power owner"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor joined state and local officials to break ground on Voltaryn's cell plant in Szolnok.",
            {"stage": "construction"},
        ),
        (
            "Voltaryn stated that it would be building its new cell plant in the state of Kansas.",
            {"stage": "announced", "place": "Kansas"},
        ),
        (
            "Voltaryn will build an electrolyte plant in Tatabánya, which will supply the Hungarian units of SK On.",
            {"parties": "Voltaryn owner"},
        ),
        (
            "Voltaryn is building a cathode plant in Debrecen. The government is supporting the plant with 30 billion forints.",
            {"money": ""},
        ),
    ],
)
def test_who_does_what_at_a_plant_that_begins(text: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(text)), expected) == {}


def test_a_plant_that_was_announced_before_has_its_place_picked_now() -> None:
    told = only("facility", read("Voltaryn has picked Szolnok as the site for a previously announced cathode plant."))

    assert not told.background


def test_the_government_is_that_of_the_land_and_not_of_where_a_firm_is_from() -> None:
    text = (
        "South Korea's Voltaryn began construction of a cell plant in Komárom. The minister said the government has "
        "awarded a grant of HUF 8.17 bln for the project."
    )
    told = only("investment", read(text))

    assert wrong(told, {"parties": "Government of Hungary government; Voltaryn target"}) == {}


def test_a_headline_s_opening_is_a_plan() -> None:
    text = "The company will make cells in Szolnok."

    assert only("facility", read(text, title="Voltaryn opening battery plant in Szolnok")).stage == "announced"


def test_what_is_made_at_a_plant_puts_its_opening_into_no_future() -> None:
    text = "Voltaryn formally opened a facility to manufacture battery cells in Szolnok on Monday."

    assert wrong(only("facility", read(text)), {"stage": "operating", "dates": "production_start 2024-05-13"}) == {}


def test_an_aside_keeps_no_date_from_its_works() -> None:
    text = (
        "Voltaryn will build a cell plant in Szolnok. Construction of the new building – which spans land in two towns on "
        "both sides of a river that is hardly known – is due to begin in 2025 to support production in 2027."
    )
    told = only("facility", read(text))

    assert wrong(told, {"dates": "construction_start 2025; production_start 2027"}) == {}


def test_a_scaled_up_plant_is_not_yet_enlarged() -> None:
    text = "Voltaryn's new scaled up cell plant in Szolnok is set to make batteries for 100,000 vehicles a year."

    assert only("facility", read(text)).stage == "announced"


def test_what_a_plant_could_grow_to_makes_no_rumour_of_it() -> None:
    text = "Voltaryn will build a cell plant in Szolnok. An expansion could increase capacity to 20 GWh a year."

    assert wrong(only("facility", read(text)), {"stage": "announced", "certainty": "confirmed"}) == {}
