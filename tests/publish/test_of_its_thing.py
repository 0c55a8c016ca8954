"""A story names the thing that its words are of: a van that has the battery, software for it, a rule for a credit."""

import pytest

from publish import factories as make
from publish.test_doubting import why
from publish.test_goods_told import CELL, SODIUM, told
from publish.test_told_once import brief_of, heads, plant, said

STORE = ("battery storage", "storage")


def works(doc, stage="announced", **slots):
    slots.setdefault("modality", "planned" if stage == "announced" else "considering")
    owner, where = make.party(doc, "Voltara", "owner"), make.place(doc, "Oulu", "FI")
    return make.development(doc, "facility", stage, parties=(owner,), place=where, **slots)


@pytest.mark.parametrize(
    ("words", "trigger", "stage", "head"),
    [
        ("Voltara launches an electric van (EV) with a sodium-ion battery.", "launches", "launched",
         "Voltara launches vehicle with a sodium-ion battery"),
        ("Voltara unveils a sodium-ion electric haul truck and its battery.", "unveils", "announced",
         "Voltara presents vehicle with a sodium-ion battery"),
        ("Voltara launches a sodium-ion electric truck battery.", "launches", "launched",
         "Voltara launches sodium-ion battery"),
        ("Voltara launches a sodium-ion battery for vans with cells of its own.", "launches", "launched",
         "Voltara launches sodium-ion battery"),
        ("Voltara launches materials and a sodium-ion battery.", "launches", "launched",
         "Voltara launches sodium-ion battery"),
        ("Voltara unveils sodium-ion battery materials at a fair.", "unveils", "announced",
         "Voltara presents materials for sodium-ion batteries"),
        ("Voltara unveils a sodium-ion battery materials strategy.", "unveils", "announced", ""),
        ("Voltara adopts a new sodium-ion battery method.", "adopts", "announced", ""),
        ("Voltara is on track to launch vans powered by a sodium-ion battery.", "launch", "announced",
         "Voltara plans to launch a vehicle with a sodium-ion battery"),
    ],
)  # fmt: skip
def test_what_has_the_battery_or_is_for_it_is_told(words: str, trigger: str, stage: str, head: str) -> None:
    assert told(words, trigger, stage, kinds=[SODIUM]) == head


@pytest.mark.parametrize(
    ("words", "trigger", "stage", "head"),
    [
        ("Voltara launches battery storage subscription in two states.", "launches", "launched",
         "Voltara launches subscription for energy storage systems"),
        ("Voltara launches battery storage layout platform.", "launches", "launched",
         "Voltara launches planning platform for energy storage systems"),
        ("Voltara launches software for battery storage.", "launches", "launched",
         "Voltara launches software for energy storage systems"),
        ("Voltara begins a trial of cybersecurity monitoring for battery storage.", "trial", "testing",
         "Voltara tests cybersecurity monitoring for energy storage systems"),
        ("Voltara launches battery storage with monitoring software.", "launches", "launched",
         "Voltara launches energy storage system"),
        ("Voltara launches a battery storage platform for homes.", "launches", "launched",
         "Voltara launches energy storage system"),
    ],
)  # fmt: skip
def test_what_goes_with_a_store_is_no_store(words: str, trigger: str, stage: str, head: str) -> None:
    assert told(words, trigger, stage, made=STORE) == head


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Voltara is developing a next-generation battery.", "Voltara works on next-generation battery"),
        ("Voltara is developing a next-generation hatch based on its battery.", ""),
    ],
)
def test_a_battery_that_a_car_is_based_on_is_not_new(words: str, head: str) -> None:
    assert told(words, "developing", "announced", made=CELL) == head


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("The Treasury adopts rules on which cars with a battery are eligible for a tax credit.",
         "The Treasury adopts tax credit rules covering batteries"),
        ("The Treasury adopts a tax credit for makers of every battery.",
         "The Treasury adopts tax credit covering batteries"),
    ],
)  # fmt: skip
def test_who_limits_a_credit_adopts_none(words: str, head: str) -> None:
    doc = make.document("a", words)
    dev = make.development(
        doc,
        "policy",
        "adopted",
        parties=(make.party(doc, "The Treasury", "government", id="x-treasury"),),
        product=make.named(doc, "battery", "cell"),
    )
    assert heads(brief_of(dev, docs=[doc])) == [head]


@pytest.mark.parametrize(
    ("words", "goods"),
    [
        ("Voltara wins orders for solar and battery storage.", "solar and energy storage systems"),
        ("Voltara wins solar orders with battery storage.", "solar and energy storage systems"),
        ("Voltara wins an order for battery storage from a solar and storage park.", "energy storage systems"),
        ("Voltara wins an order of a solar and battery storage developer.", "energy storage systems"),
    ],
)
def test_an_order_for_both_is_for_both(words: str, goods: str) -> None:
    doc = make.document("a", words)
    dev = make.development(
        doc,
        "supply",
        "signed",
        parties=(make.party(doc, "Voltara", "supplier"),),
        product=make.named(doc, *STORE),
    )
    assert heads(brief_of(dev, docs=[doc])) == [f"Voltara wins order for {goods}"]


@pytest.mark.parametrize(
    ("words", "made", "head"),
    [
        ("Voltara will build a compressed CO2 energy storage system in Oulu.", "energy storage",
         "Voltara plans energy storage project in Oulu"),
        ("Voltara will build a battery energy storage system in Oulu.", "energy storage",
         "Voltara plans battery storage project in Oulu"),
        ("Voltara will build 3 GWh of battery storage projects in Oulu.", "battery storage",
         "Voltara plans several battery storage projects in Oulu"),
        ("Voltara picks Oulu for a manufacturing facility dedicated to battery storage.", "battery storage",
         "Voltara plans plant for storage batteries in Oulu"),
    ],
)  # fmt: skip
def test_a_store_is_called_what_it_is(words: str, made: str, head: str) -> None:
    doc = make.document("a", words)
    dev = works(doc, product=make.named(doc, made, "storage"))
    assert heads(brief_of(dev, docs=[doc])) == [head]


def test_who_halts_the_growth_of_a_plant_does_not_halt_the_plant() -> None:
    doc = make.document(
        "a", "Voltara is suspending plans to expand the capacity of its $4 billion battery plant in Oulu."
    )
    dev = plant(
        doc,
        "delayed",
        parties=("Voltara",),
        place=make.place(doc, "Oulu", "FI"),
        money=[("$4 billion", 4e9)],
        trigger=make.span(doc, "suspending plans"),
    )
    brief = brief_of(dev, docs=[doc])
    assert heads(brief) == ["Voltara halts expansion of battery plant in Oulu"]
    assert "billion" not in said(brief)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Voltara will build three car models at its Oulu plant.", "a plant that stands"),
        ("Voltara is to set up a storage platform in Oulu.", "a platform"),
        ("Voltara is to set up a storage platform with a first project in Oulu.", ""),
    ],
)
def test_no_plant_is_planned_by_it(words: str, reason: str) -> None:
    doc = make.document("a", words)
    made = make.named(doc, "storage", "storage") if "storage" in words else None
    left_out = why(brief_of(works(doc, product=made), docs=[doc]))
    assert reason in left_out
    assert bool(reason) is bool(left_out)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Voltara weighs factory expansion in Oulu", "Voltara considers enlarging battery plant in Oulu"),
        ("Voltara weighs new factory in Oulu", "Voltara considers battery plant in Oulu"),
    ],
)
def test_a_title_tells_that_a_plant_grows(title: str, head: str) -> None:
    doc = make.document("a", f"{title}\nVoltara's plans include a hall for battery cells.")
    battery, below = make.named(doc, "battery", "cell"), "Voltara's plans include a hall for battery cells."
    dev = works(doc, "considered", product=battery, evidence=below)
    assert heads(brief_of(dev, docs=[doc])) == [head]


@pytest.mark.parametrize(
    ("words", "sold"),
    [("Voltara buys solid-state battery business to catch up.", True), ("Voltara buys Norvia's business.", False)],
)
def test_whose_business_is_bought_is_not_bought(words: str, *, sold: bool) -> None:
    doc = make.document("a", f"{words}\nNorvia had run it.")
    dev = make.development(
        doc,
        "investment",
        "announced",
        parties=(make.party(doc, "Voltara", "investor"), make.party(doc, "Norvia", "target")),
        evidence=words,
    )
    assert ("only sells it" in why(brief_of(dev, docs=[doc]))) is sold
