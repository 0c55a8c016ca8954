"""What is no battery and no mishap of one is not told as such: a system that manages power, a car's data, an engine."""

import pytest

from publish import factories as make
from publish.test_doubting import why
from publish.test_goods_told import told
from publish.test_told_once import brief_of, heads

STORE = ("battery storage", "storage")
STORES = "energy storage systems"
MANAGING = f"energy management system for {STORES}"
CONNECTING = f"connectivity platform for {STORES}"
SEMI = ("semi-solid-state", "semi-solid-state")


@pytest.mark.parametrize(
    ("words", "trigger", "goods"),
    [
        ("Voltara launches EMS that ties solar panels, battery storage and cars.", "launches", MANAGING),
        ("Voltara unveils an energy management system for battery storage.", "unveils", MANAGING),
        ("Voltara is introducing a connectivity platform for battery storage.", "introducing", CONNECTING),
        ("Voltara launches a monitoring platform for battery storage.", "launches", f"digital platform for {STORES}"),
        ("Voltara launches battery storage with an EMS.", "launches", "energy storage system"),
        ("Voltara launches a battery storage platform for homes.", "launches", "energy storage system"),
    ],
)  # fmt: skip
def test_what_manages_stores_is_no_store(words: str, trigger: str, goods: str) -> None:
    assert told(words, trigger, "announced", made=STORE) == f"Voltara presents {goods}"


@pytest.mark.parametrize(
    ("words", "trigger", "stage"),
    [
        ("Voltara opened pre-orders for vans with a semi-solid-state battery.", "opened pre-orders", "announced"),
        ("Voltara opens orders for an electric van with a semi-solid-state battery.", "opens orders", "launched"),
    ],
)  # fmt: skip
def test_a_car_that_can_be_ordered_is_told_as_that(words: str, trigger: str, stage: str) -> None:
    head = "Voltara opens orders for vehicle with a semi-solid-state battery"
    assert told(words, trigger, stage, kinds=[SEMI]) == head


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Voltara Lumo 4 reveals a 90 kWh battery pack with 600 km range.", ""),
        ("Voltara's Lumo reveals a 90 kWh battery pack for 400 miles of range.", ""),
        ("Voltara reveals a 90 kWh battery pack with 600 km range.", "Voltara presents battery pack"),
        ("Voltara Lumo 4 reveals a 90 kWh battery pack.", "Voltara presents battery pack"),
    ],
)
def test_the_data_of_a_car_present_no_battery(words: str, head: str) -> None:
    assert told(words, "reveals", "announced", made=("battery pack", "pack")) == head


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Voltara fuel cell trials open a way to energy storage on ships.", ""),
        ("Voltara fuel cell and battery trials lead to energy storage.", "Voltara tests energy storage system"),
    ],
)  # fmt: skip
def test_a_fuel_cell_stores_nothing(words: str, head: str) -> None:
    assert told(words, "trials", "testing", made=("energy storage", "storage")) == head


@pytest.mark.parametrize(
    ("title", "words", "is_told"),
    [
        ("Voltara recalls vans, not because of the battery", "Voltara recalls 4,000 hybrids over a fire risk.", False),
        ("Voltara recalls vans", "Voltara recalls 4,000 hybrids over a fire risk in their fuel pump.", False),
        ("Voltara recalls vans", "Voltara recalls hybrids over a fire risk in their battery, not the starter.", True),
        ("Voltara recalls vans", "Voltara recalls 4,000 hybrids over a fire risk.", True),
    ],
)  # fmt: skip
def test_what_is_recalled_for_its_engine_is_no_battery_news(title: str, words: str, *, is_told: bool) -> None:
    assert bool(heads(_mishap(words, "recall", title=title))) is is_told


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("A van caught fire on a lot near Voltara's battery factory.", False),
        ("A fire broke out at Voltara's battery factory near the old harbour works.", True),
        ("A fire broke out at Voltara's battery factory near Oulu.", True),
    ],
)
def test_what_burns_near_works_does_not_burn_there(words: str, *, is_told: bool) -> None:
    assert bool(heads(_mishap(words, "fire"))) is is_told


def _mishap(words: str, rule: str, *, title: str = " "):
    doc = make.document("a", words, title=title)
    who = (make.party(doc, "Voltara", "owner"),)
    return brief_of(make.development(doc, "incident", "occurred", parties=who, rule=f"incident.{rule}"), docs=[doc])


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("The Treasury announced which vans meet its battery standards.", False),
        ("The Treasury announced battery standards.", True),
    ],
)
def test_who_says_what_meets_a_rule_adopts_none(words: str, *, is_told: bool) -> None:
    doc = make.document("a", words)
    who = (make.party(doc, "The Treasury", "government", id="x-treasury"),)
    goods, trigger = make.named(doc, "battery", "cell"), make.span(doc, "announced")
    brief = brief_of(
        make.development(doc, "policy", "adopted", parties=who, product=goods, trigger=trigger), docs=[doc]
    )

    assert bool(heads(brief)) is is_told
    assert ("adopts no rule" in why(brief)) is not is_told


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Korvelle introduces Voltara's battery pack.", ""),
        ("Voltara introduces Korvelle's battery pack.", "Voltara presents battery pack"),
        ("Voltara introduces a battery pack.", "Voltara presents battery pack"),
    ],
)
def test_who_brings_a_battery_to_market_has_not_made_it(words: str, head: str) -> None:
    assert told(words, "introduces", "announced", made=("battery pack", "pack")) == head


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Voltara launches the Model X LR with an LFP battery.", "vehicle with an LFP battery"),
        ("Voltara launches an LFP battery for the Model X with cells of its own.", "LFP battery"),
    ],
)
def test_a_model_that_has_the_battery_is_a_car(words: str, thing: str) -> None:
    assert told(words, "launches", "launched", kinds=[("LFP", "LFP")]) == f"Voltara launches {thing}"
