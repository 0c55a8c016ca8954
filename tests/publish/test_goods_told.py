"""Goods that are shown, developed or tried, told by the word that tells it; what is no news of them is not told."""

import pytest

from publish import factories as make
from publish.test_told_once import brief_of, heads

CELL, SODIUM, SOLID = ("battery", "cell"), ("sodium-ion", "sodium-ion"), ("solid-state", "solid-state")


def told(words: str, trigger: str, stage: str, *, made=CELL, kinds=(), mode="asserted") -> str:
    doc = make.document("a", words)
    dev = make.development(
        doc,
        "technology",
        stage,
        parties=(make.party(doc, "Voltara", "developer"),),
        product=make.named(doc, *made),
        chemistry=tuple(make.named(doc, *kind) for kind in kinds),
        modality=mode,
        trigger=make.span(doc, trigger),
    )
    return " ".join(heads(brief_of(dev, docs=[doc])))


@pytest.mark.parametrize(
    ("words", "trigger", "head"),
    [
        ("Voltara unveils a sodium-ion battery.", "unveils", "Voltara presents sodium-ion battery"),
        ("Voltara claims a sodium-ion battery is ready.", "claims", "Voltara claims to have sodium-ion battery"),
        ("Voltara has developed a sodium-ion battery.", "developed", "Voltara develops sodium-ion battery"),
        ("Voltara announces a sodium-ion battery.", "announces", "Voltara announces sodium-ion battery"),
        ("Voltara nears mass production of a sodium-ion battery.", "mass production",
         "Voltara prepares mass production of sodium-ion battery"),
        ("A sodium-ion battery will be available from Voltara.", "available",
         "Voltara plans to launch a sodium-ion battery"),
        ("Voltara teases a sodium-ion battery.", "teases", "Voltara announces sodium-ion battery"),
        ("Voltara outpaces rivals with its new sodium-ion battery.", "outpaces", "Voltara has new sodium-ion battery"),
        ("Voltara says new sodium-ion battery is safer.", "safer", "Voltara claims to have new sodium-ion battery"),
        ("Voltara says its new sodium-ion battery will be safer.", "safer", ""),
        ("Voltara outpaces rivals with its new sodium-ion battery plant.", "outpaces", ""),
        ("Voltara targets markets for its sodium-ion battery.", "targets", ""),
        ("A report on the sodium-ion battery features Voltara.", "features", ""),
    ],
)  # fmt: skip
def test_goods_are_told_by_the_word_that_tells_them(words: str, trigger: str, head: str) -> None:
    assert told(words, trigger, "announced", kinds=[SODIUM]) == head


@pytest.mark.parametrize(
    ("words", "trigger", "stage", "made", "kinds", "head"),
    [
        ("Voltara produces a sodium-ion battery.", "produces", "launched", CELL, [SODIUM], ""),
        ("Voltara shows prototypes of a sodium-ion battery.", "prototypes", "testing", CELL, [SODIUM], ""),
        ("Voltara unveils a battery with less cobalt.", "unveils", "announced", ("cobalt", "cobalt"), [], ""),
        ("Voltara unveils a cobalt process.", "unveils", "announced", ("cobalt", "cobalt"), [],
         "Voltara presents cobalt process"),
        ("Voltara unveils a van with a new battery pack.", "unveils", "announced", ("battery pack", "pack"), [], ""),
        ("Voltara unveils a new 90 kWh battery.", "unveils", "announced", ("kWh battery", "pack"), [],
         "Voltara presents new battery"),
        ("Voltara unveils a solid-state sodium-ion battery.", "unveils", "announced", CELL, [SOLID, SODIUM],
         "Voltara presents solid-state battery"),
    ],
)  # fmt: skip
def test_no_more_is_told_of_goods_than_the_words_say(words, trigger, stage, made, kinds, head) -> None:
    assert told(words, trigger, stage, made=made, kinds=kinds) == head


@pytest.mark.parametrize(
    ("words", "trigger", "stage", "head"),
    [
        ("Voltara launches an AC-coupled battery for roofs.", "launches", "launched", "Voltara launches battery"),
        ("Voltara launches software for battery tests.", "launches", "launched", ""),
        ("Voltara launches a battery subscription.", "launches", "launched", ""),
        ("Voltara unveils a new electric vehicle battery.", "unveils", "announced", "Voltara presents new battery"),
        ("Voltara's new EV Battery is a battery that fills fast.", "fills", "announced", "Voltara has new battery"),
        ("Voltara unveils a new electric vehicle and its battery.", "unveils", "announced", ""),
        ("A patent of Voltara reveals a new battery.", "reveals", "announced", ""),
    ],
)  # fmt: skip
def test_a_battery_is_news_where_it_is_what_is_shown(words: str, trigger: str, stage: str, head: str) -> None:
    assert told(words, trigger, stage) == head


def test_what_is_developed_is_no_plan_to_develop_it() -> None:
    words = "Voltara is developing a sodium-ion battery."
    assert (
        told(words, "developing", "announced", kinds=[SODIUM], mode="planned") == "Voltara works on sodium-ion battery"
    )
    later = "Voltara plans to develop a sodium-ion battery."
    head = "Voltara plans to develop a sodium-ion battery"
    assert told(later, "develop", "announced", kinds=[SODIUM], mode="planned") == head


@pytest.mark.parametrize(
    ("words", "stories"),
    [
        ("Voltara and Larch unveil a solid-state battery.", 1),
        ("Larch is to unveil a solid-state battery by Voltara.", 1),
        ("Nordcell and Larch unveil a solid-state battery.", 2),
        ("Larch is to unveil a solid-state battery to take on Voltara.", 2),
        ("Larch is to unveil a solid-state battery, days after Voltara did.", 2),
        ("Larch is to unveil a solid-state battery to compete with Voltara.", 2),
    ],
)
def test_a_product_of_two_is_told_once(words: str, stories: int) -> None:
    docs = [make.document("a", "Voltara unveils a solid-state battery."), make.document("b", words)]
    devs = [
        make.development(
            doc,
            "technology",
            "announced",
            parties=(make.party(doc, name, "developer"),),
            product=make.named(doc, *CELL),
            chemistry=(make.named(doc, *SOLID),),
            trigger=make.span(doc, "unveil"),
        )
        for doc, name in zip(docs, ("Voltara", "Larch"), strict=True)
    ]

    assert len(heads(brief_of(*devs, docs=docs))) == stories


def test_what_is_to_be_tested_is_not_being_tested() -> None:
    words = "Voltara is to {} a sodium-ion battery."
    tells = [("pilot", "testing"), ("test", "announced")]
    assert {told(words.format(verb), verb, stage, kinds=[SODIUM], mode="planned") for verb, stage in tells} == {
        "Voltara plans to test a sodium-ion battery"
    }
    assert told("Voltara tests a sodium-ion battery.", "tests", "testing", kinds=[SODIUM]) == (
        "Voltara tests sodium-ion battery"
    )
