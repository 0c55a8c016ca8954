"""The public JSON of a development: what stands in it, what is left out, and that its schema says the same."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec import structs

import factories as made
from cellwire.model import STAGES, Development, Document, Kind, Qualifier
from cellwire.publish.contract import contract_line

SCHEMA = json.loads(files("cellwire.publish").joinpath("contract.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA)
SPANS = {"span", "trigger", "country_span", "product_span"}

PLANT = made.document(
    "AESC broke ground in Sunderland on a 12 GWh plant for LFP cells. It costs up to £450 million, employs "
    "1,000 people and starts in 2025. Ford said that nothing is decided.",
    url="https://wire.example/aesc",
)


def plant() -> Development:
    told = made.development(
        PLANT,
        "facility",
        "construction",
        parties=[made.party(PLANT, "AESC")],
        where="Sunderland",
        product=made.named(PLANT, "cells", "cell"),
        chemistry=[made.named(PLANT, "LFP", "LFP")],
        capacities=[structs.replace(made.capacity(PLANT, "12 GWh", 12.0), per_year_said=False)],
        sums=[structs.replace(made.money(PLANT, "up to £450 million", 450e6), qualifier=Qualifier.UP_TO)],
        work=made.jobs(PLANT, "1,000 people", 1000),
        dates=[made.dated(PLANT, "2025", "production_start", "2025")],
        speaker=made.party(PLANT, "Ford", "partner"),
        responses=[made.response(PLANT, "Ford", "undecided", "Ford said that nothing is decided.")],
    )
    return replace(told, rule="facility/begun", trigger=made.span(PLANT, "broke ground"), confidence=0.87654)


def bare() -> tuple[Document, Development]:
    document = replace(made.document("Talks go on.", published=None), path="news/week 1/talks.txt")
    return document, made.development(document, "partnership", "considered", certainty="reported")


def spans(thing: Any) -> list[list[int]]:
    if isinstance(thing, dict):
        own = [value for name, value in thing.items() if name in SPANS]
        return own + [span for value in thing.values() for span in spans(value)]
    return [span for value in thing for span in spans(value)] if isinstance(thing, list) else []


def test_a_line_says_all_that_the_development_says() -> None:
    line = contract_line(PLANT, plant(), id="seed")

    assert line["article"] == {
        "id": "seed",
        "url": "https://wire.example/aesc",
        "title": "News of the day",
        "published": "2022-12-09",
        "language": "en",
    }
    assert [party["name"] + "/" + party["role"] for party in line["parties"]] == ["AESC/operator"]
    assert (line["country"], line["place"]["name"], line["product"], line["chemistry"]) == (
        "GB",
        "Sunderland",
        "cell",
        ["LFP"],
    )
    [answer] = line["responses"]
    assert (answer["party"]["name"], answer["modality"]) == ("Ford", "undecided")
    assert line["confidence"] == 0.877


def test_a_slot_of_which_the_text_is_silent_is_left_out() -> None:
    line = contract_line(*bare())

    assert set(line) == {
        "schema", "article", "kind", "stage", "certainty", "modality", "background", "evidence", "confidence",
        "exactness", "id",
    }  # fmt: skip
    assert line["article"]["id"] == "talks"
    assert line["article"]["path"] == "news/week 1/talks.txt"
    assert "published" not in line["article"]


def test_what_is_not_exact_says_so() -> None:
    line = contract_line(PLANT, plant())

    assert line["money"][0]["qualifier"] == "up to"
    assert line["capacity"][0]["per_year_said"] is False
    assert "qualifier" not in line["jobs"]


@pytest.mark.parametrize(("value", "printed"), [(12.0, "12"), (4.5, "4.5"), (450e6, "450000000")])
def test_numbers_are_plain(value: float, printed: str) -> None:
    told = replace(plant(), capacity=(made.capacity(PLANT, "12 GWh", value),))

    assert json.dumps(contract_line(PLANT, told)["capacity"][0]["value"]) == printed


def test_the_rule_is_told_when_asked_for() -> None:
    plain, explained = contract_line(PLANT, plant()), contract_line(PLANT, plant(), explain=True)

    assert "rule" not in plain
    assert explained["rule"] == "facility/begun"
    assert {name: explained[name] for name in plain} == plain


def test_the_evidence_is_the_text_at_its_span() -> None:
    line = contract_line(PLANT, plant(), explain=True)

    assert PLANT.text[line["evidence"]["start"] : line["evidence"]["end"]] == line["evidence"]["text"]
    assert all(0 <= start < end <= len(PLANT.text) for start, end in spans(line))
    assert len(spans(line)) == 12


@pytest.mark.parametrize("explain", [False, True])
def test_the_schema_takes_what_is_printed(explain: bool) -> None:
    for document, told in [(PLANT, plant()), bare()]:
        VALID.validate(json.loads(json.dumps(contract_line(document, told, explain=explain))))


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("kind", "factory"),
        ("stage", "signed"),  # of a deal, not of a plant
        ("certainty", "certain"),
        ("schema", 2),
        ("country", "UK of GB"),
        ("parties", []),
        ("dates", [{"what": "event", "date": "2025-6", "span": [1, 2]}]),
        ("capacity", [{"value": "12", "unit": "GWh", "scope": "new", "qualifier": "exact", "span": [1, 2]}]),
        ("money", [{"amount": 1, "currency": "pound", "span": [1, 2]}]),
        ("place", {"name": "Sunderland"}),
        ("mood", "good"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(slot: str, value: object) -> None:
    assert not VALID.is_valid(contract_line(PLANT, plant()) | {slot: value})


@pytest.mark.parametrize("kind", Kind)
def test_the_schema_knows_the_stages_of_every_kind(kind: Kind) -> None:
    line = contract_line(PLANT, plant()) | {"kind": str(kind)}
    stages = {stage for every in STAGES.values() for stage in every}

    assert {stage for stage in stages if VALID.is_valid(line | {"stage": stage})} == set(STAGES[kind])
