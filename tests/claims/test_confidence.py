"""A reading's confidence is the sum of its signs, and every sign that readings show was learned."""

import json
from pathlib import Path

import pytest
from msgspec import structs

from cellwire.claims import evidence
from cellwire.claims.developments import read_all, read_developments
from cellwire.claims.evidence.confidence import confidence, reasons, weights
from cellwire.claims.evidence.signs import Signs
from cellwire.lexicon import load_lexicon
from cellwire.model import Kind
from claims.telling import document

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "texts").glob("*.txt"))
JUDGED = [json.loads(line) for line in (HERE / "judged.jsonl").read_text("utf-8").splitlines()]

BARE = frozenset({"kind facility", "stage facility.announced", "rule facility.build"})
PLANT = "Northvolt will build a battery cell plant in Heide that makes 60 GWh a year."


def shown() -> set[str]:
    """The signs of all texts at hand."""
    lexicon = load_lexicon()
    read = [read_all(document(path.read_text("utf-8")), lexicon) for path in TEXTS]
    signs = {sign for reads in read for _, signs in reads for sign in signs}
    return signs | {sign for row in JUDGED for sign in row["signs"]}


def by_rule(sign: str) -> bool:
    """Rules, stages and pairs of kinds are many: those seldom seen weigh nothing."""
    return sign.startswith(("rule ", "stage ")) or " beside " in sign


def test_every_sign_that_readings_show_has_a_weight_and_no_weight_is_dead() -> None:
    signs, learned = shown(), set(weights().signs)

    assert {sign for sign in signs if not by_rule(sign)} <= learned
    assert {sign for sign in learned if not by_rule(sign)} <= signs


@pytest.mark.parametrize(
    "sign", ["a place", "a capacity", "a sum", "jobs", "a date", "a chemistry", "told more than once"]
)
def test_what_is_told_in_more_detail_is_surer(sign: str) -> None:
    assert confidence(BARE | {sign}) > confidence(BARE)


@pytest.mark.parametrize(
    "sign", ["only unknown names", "quoted speech", "a long sentence", "a title about something else"]
)
def test_what_is_told_by_the_way_is_less_sure(sign: str) -> None:
    assert confidence(BARE | {sign}) < confidence(BARE)


def test_a_plant_with_place_and_size_is_surer_than_one_without() -> None:
    (full,) = read_developments(document(PLANT), load_lexicon())
    (bare,) = read_developments(document("Northvolt will build a battery cell plant."), load_lexicon())

    assert bare.confidence < full.confidence < 1


def test_a_sign_that_was_never_learned_weighs_nothing() -> None:
    assert confidence(BARE | {"rule facility.unheard-of"}) == confidence(BARE)


def test_confidence_does_not_hang_on_the_order_of_signs() -> None:
    signs = sorted(weights().signs)

    assert confidence(frozenset(signs)) == confidence(frozenset(reversed(signs)))


def test_what_is_less_sure_than_its_kinds_floor_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    opened, lexicon = document(PLANT), load_lexicon()
    ((told, _),) = read_all(opened, lexicon)
    for floor, least in ((told.confidence, [told]), (told.confidence + 0.001, [])):
        for floors in ({"floor": floor, "floors": {}}, {"floors": {"facility": floor}}):
            monkeypatch.setattr(
                "cellwire.claims.developments.weights", lambda floors=floors: structs.replace(weights(), **floors)
            )
            assert read_developments(opened, lexicon) == least


def test_floors_are_those_of_kinds_and_above_the_floor_of_all() -> None:
    learned = weights()

    assert set(learned.floors) <= set(Kind)
    assert all(learned.background < learned.floor < floor for floor in learned.floors.values())


def test_an_explanation_names_the_strongest_signs_of_either_side() -> None:
    signs: Signs = BARE | {"a place", "a capacity", "a sum", "a long sentence", "only unknown names"}
    told = reasons(signs)

    assert told[0].startswith("for: a ")
    assert [each for each in told if each.startswith("against: a long sentence -")]
    assert all(f"{weights().signs[each.partition(': ')[2].rpartition(' ')[0]]:+.2f}" in each for each in told)


def test_of_held_out_readings_as_many_are_right_as_their_confidence_says() -> None:
    kept = json.loads(Path(evidence.__file__).with_name("confidence.json").read_text("utf-8"))

    for each in kept["reliability"]:
        sampling = 2 * (each["said"] * (1 - each["said"]) / each["readings"]) ** 0.5
        assert abs(each["said"] - each["right"]) <= sampling + 0.02
