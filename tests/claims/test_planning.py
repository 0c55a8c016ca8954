"""A plan is told where a word of intent has the plant as its object, and not where the plant only stands beside it."""

from __future__ import annotations

import pytest

from claims.telling import only, read


def stages(text: str, title: str = "") -> list[str]:
    return [
        told.stage
        for told in read(text, title=title)
        if told.kind == "facility" and not (told.background or told.by_words)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn plans to sell its first cars to people who work at its battery plant in Szolnok.",
        "Voltaryn has begun to paint its planned solar roof on the battery plant in Szolnok.",
        "A video from the air reveals the size of the first hall of Voltaryn's battery plant in Szolnok.",
        "The battery plant of Voltaryn in Szolnok plans to work in two shifts.",
        "Hundreds of electricians are expected to work at Voltaryn's battery plant in Szolnok.",
        "Residents are fighting Voltaryn's proposed battery plant in Szolnok.",
        "There is anger in Szolnok about Voltaryn's planned battery plant.",
        "The governor is blocking a Voltaryn battery plant in Szolnok that would have created 900 jobs.",
        "Voltaryn's battery plant in Szolnok spent months trying to fill its orders.",
        "Voltaryn invests to keep up cathode output at a battery plant in Szolnok that it leases.",
    ],
)
def test_what_only_stands_beside_a_plant_plans_none(sentence: str) -> None:
    assert stages(sentence) == []


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn's Szolnok battery plant will run on used packs",
        "Voltaryn confirms Szolnok battery plant to employ hundreds from abroad",
    ],
)
def test_what_a_plant_that_stands_will_do_is_no_plan_for_it(title: str) -> None:
    assert stages("The company said so on Monday.", title) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn plans a battery plant in Szolnok.",
        "Voltaryn has decided on a battery plant in Szolnok.",
        "Voltaryn will use the funds for the construction of its battery plant in Szolnok.",
        "Voltaryn, whose battery plants in Poland make 40 GWh a year, plans a battery factory in Szolnok.",
        "Voltaryn's battery plant in Szolnok will cost €900 million.",
        "A battery plant of Voltaryn is planned in Szolnok.",
    ],
)
def test_a_plant_that_is_the_object_is_planned(sentence: str) -> None:
    assert stages(sentence) == ["announced"]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Voltaryn will invest €300 million in its battery plant in Szolnok.", "facility.invest"),
        ("Voltaryn will invest €300 million in a new battery plant in Szolnok.", "facility.plan"),
    ],
)
def test_money_for_a_plant_that_is_there_builds_no_second(sentence: str, rule: str) -> None:
    assert only("facility", read(sentence)).rule == rule


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn's battery plant in Szolnok is waiting for its building permit.",
        "Voltaryn is ready to work at its battery plant in Szolnok once the final approval is given.",
        "The battery plant of Voltaryn in Szolnok goes through an approval procedure.",
        "A court gave Voltaryn the green light to resume clearing the forest for its battery plant in Szolnok.",
        "Voltaryn opened talks with neighbours about its battery plant in Szolnok.",
        "Voltaryn answers critics of its battery plant in Szolnok by opening a community office.",
        "Voltaryn completes delivery of 400 containers to a battery plant in Szolnok.",
        "Voltaryn starts the deforestation process at its battery plant in Szolnok.",
        "Voltaryn sees the potential to raise cell production at its battery plant in Szolnok.",
        "Rare bats could delay Voltaryn's battery plant in Szolnok.",
        "Voltaryn withdraws its staff from the battery plant in Szolnok because of the virus.",
        "Voltaryn has reached financial close for its battery plant in Szolnok.",
    ],
)
def test_what_is_done_at_a_plant_or_awaited_is_no_step_of_it(sentence: str) -> None:
    assert not {"permitted", "operating", "delayed", "cancelled", "closed"} & set(stages(sentence))


def test_who_is_forced_to_pause_a_plant_has_paused_it() -> None:
    told = only("facility", read("Voltaryn was forced to pause its battery plant in Szolnok after a lawsuit."))

    assert (told.stage, told.modality) == ("delayed", "asserted")


def test_a_plant_that_shuts_for_a_disease_is_not_closed() -> None:
    assert stages("Voltaryn shuts its battery plant in Szolnok because of the coronavirus.") == ["delayed"]
