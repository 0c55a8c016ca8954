"""What a text tells once is one development, whatever words it tells it in again."""

from __future__ import annotations

import pytest

from cellwire.claims.developments import read_all
from cellwire.lexicon import load_lexicon
from claims.telling import document, read

TOLD = [
    (
        "Start-up Kestrel Cells has raised $200 million to help fund further development of its solid-state battery.",
        ["investment completed: Kestrel Cells target"],
    ),
    (
        "Battery start-up Kestrel Cells has raised $200 million. Stellantis and Daimler's Mercedes-Benz led the round "
        "for Kestrel Cells.",
        ["investment completed: Kestrel Cells target; Mercedes-Benz investor; Stellantis investor"],
    ),
    (
        "The European Investment Bank has agreed to provide €250 million in financing for a lithium project in Spain.",
        ["investment announced: European Investment Bank investor"],
    ),
    (
        "Northvolt delays its battery plant in Heide, Germany. The plant, which was announced in partnership with BMW, "
        "will open in 2027.",
        ["facility delayed: Northvolt owner; BMW partner"],
    ),
    (
        "Volkswagen is in talks with Umicore and BASF about a battery plant in Spain. Umicore and BASF met last week to "
        "discuss a joint venture.",
        ["facility considered: Volkswagen owner; Umicore partner; BASF partner"],
    ),
    (
        "A deal, if completed, would likely involve Ford buying BYD's batteries for its cars, people familiar with it say.",
        ["supply considered: BYD supplier; Ford customer"],
    ),
    (
        "Graphex Mining has signed five letters of intent for the supply of flake graphite to battery makers in China.",
        ["supply mou: Graphex Mining supplier"],
    ),
    (
        "HiNa Battery has opened a sodium-ion battery plant in Fuyang. The factory of Hina Battery makes 1 GWh a year.",
        ["facility operating: HiNa Battery owner"],
    ),
    (
        "Kestrel Cells has started up a battery recycling plant in Atoka, Oklahoma.",
        ["facility operating: Kestrel Cells owner"],
    ),
    (
        "Japan will give Toyota up to $840 million in subsidies to boost domestic production of batteries.",
        ["investment announced: Government of Japan government; Toyota target"],
    ),
    (
        "Talison has cut output at its Greenbushes lithium mine.",
        ["facility delayed: Talison owner"],
    ),
    (
        "Judges revoked the environmental permit for BASF's battery plant in Harjavalta.",
        ["facility delayed: BASF owner"],
    ),
    (
        "SK Innovation will build a separator plant for batteries in Silesia, Poland. SK says the plant will start in 2027.",
        ["facility announced: SK Innovation owner"],
    ),
    (
        "Kestrel Cells will break ground on a battery plant in Dundee this year and start production in 2027.",
        ["facility announced: Kestrel Cells owner"],
    ),
    (
        "Kristen Walters, Panasonic Energy vice president, said a new line of the battery plant in De Soto is in operation.",
        ["facility operating: Panasonic Energy owner"],
    ),
    (
        "The concentrate comes from North American Lithium, a project of Sayona Quebec, a joint venture between Piedmont "
        "Lithium and Sayona Mining, under an agreement with LG Chem.",
        [],
    ),
    ("CATL will supply technology and services for LFP batteries to Ford.", []),
    (
        "Redwood Materials gets a $2 billion loan for a closed-loop battery materials plant in McCarran, Nevada.",
        ["investment completed: Redwood Materials target"],
    ),
    ("Sodium-ion cells of CATL are less prone to thermal runaway and to catching fire than LIBs.", []),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_one_thing_is_told_once(text: str, told: list[str]) -> None:
    found = [each for each, _ in read_all(document(text), load_lexicon()) if not each.background]

    assert [
        f"{each.kind} {each.stage}: {'; '.join(f'{party.name} {party.role}' for party in each.parties)}"
        for each in found
    ] == told


def test_a_headline_s_partnership_is_the_plant_that_the_text_tells() -> None:
    told = read(
        "Kestrel Cells and Umicore will build a battery cell plant in Dundee, Scotland, they said on Monday.",
        title="Kestrel Cells and Umicore forge partnership to make battery cells",
    )

    assert [each.kind for each in told] == ["facility"]


def test_an_earlier_round_adds_nothing_to_the_listing() -> None:
    told = read(
        "Battery start-up Kestrel Cells will go public through a merger with a shell company this year, which adds $650 million. "
        "In January 2024 Kestrel Cells completed a $130 million Series B round led by Ford."
    )

    assert [[money.amount for money in each.money] for each in told if not each.background] == [[650_000_000]]


def test_what_others_recall_is_another_recall() -> None:
    text = (
        "Hyundai announced a recall of 77,000 Kona Electric cars over battery fires. "
        "General Motors is also recalling more than 77,000 Chevy Bolts after battery fires."
    )

    told = [{party.name for party in each.parties} for each in read(text) if each.kind == "incident"]

    assert told == [{"Hyundai"}, {"General Motors"}]


def test_two_lands_have_a_law_each() -> None:
    text = (
        "Zimbabwe has banned exports of lithium ore. Chile has suspended exports of lithium hydroxide for four months."
    )

    assert [each.country for each in read(text) if each.kind == "policy"] == ["ZW", "CL"]
