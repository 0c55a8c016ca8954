"""A step is told by what is done: a plant that is set to open is not planned, one that is tried out is not begun."""

from __future__ import annotations

import pytest

from publish import factories as make
from publish.test_doubting import why
from publish.test_told_once import brief_of, heads, plant, said

PLANNED = {"modality": "planned"}


def told(words: str, trigger: str, stage: str, rule: str, *, made=("battery plant", "cell"), **more):
    doc = make.document("a", words)
    more = {"place": make.place(doc, "Windsor", "CA"), **more}
    return brief_of(
        plant(
            doc,
            stage,
            parties=("Nordcell",),
            product=make.named(doc, *made),
            trigger=make.span(doc, trigger),
            rule=f"facility.{rule}",
            **more,
        ),
        docs=[doc],
    )


@pytest.mark.parametrize(
    ("words", "trigger", "rule", "head"),
    [
        ("Nordcell's Windsor battery plant set to open in May.", "set to", "plan",
         "Nordcell plans to open battery plant in Windsor"),
        ("Nordcell's Windsor battery plant is ready to launch.", "launch", "make",
         "Nordcell plans to open battery plant in Windsor"),
        ("Nordcell is set to build a battery plant in Windsor.", "set to", "plan",
         "Nordcell plans battery plant in Windsor"),
        ("Nordcell to ramp up output at its battery plant in Windsor.", "ramp up", "running",
         "Nordcell plans to raise output at battery plant in Windsor"),
        ("Nordcell to spend on a new battery plant to expand production in Windsor.", "spend", "plan",
         "Nordcell plans battery plant in Windsor"),
        ("Nordcell to convert Windsor battery plant for stationary use.", "convert", "make",
         "Nordcell plans to convert battery plant in Windsor"),
        ("Nordcell to convert a former paper mill in Windsor into a battery plant.", "convert", "make",
         "Nordcell plans battery plant in Windsor"),
        ("Nordcell launches its battery plant in Windsor.", "launches", "start-operating",
         "Nordcell launches battery plant in Windsor"),
        ("Nordcell will start making cells at its battery plant in Windsor.", "start", "start-operating",
         "Nordcell plans to start production at battery plant in Windsor"),
    ],
)  # fmt: skip
def test_what_is_meant_of_a_plant_is_not_always_to_build_it(words: str, trigger: str, rule: str, head: str) -> None:
    assert heads(told(words, trigger, "announced", rule, **PLANNED)) == [head]


@pytest.mark.parametrize(
    ("stage", "rule", "modality", "head"),
    [
        ("construction", "commissioning", "asserted", "Nordcell begins commissioning battery plant in Windsor"),
        ("construction", "build", "asserted", "Nordcell builds battery plant in Windsor"),
        ("considered", "applied", "considering", "Nordcell seeks approval for battery plant in Windsor"),
        ("considered", "consider", "considering", "Nordcell considers battery plant in Windsor"),
    ],
)
def test_a_step_is_told_by_the_rule_that_read_it(stage: str, rule: str, modality: str, head: str) -> None:
    words = "Nordcell spoke of its battery plant in Windsor."
    assert heads(told(words, "spoke", stage, rule, modality=modality)) == [head]


def test_a_mine_that_is_looked_at_is_explored() -> None:
    made = ("lithium", "lithium")
    words = "Nordcell found boron at its lithium project in Windsor, and needs no battery plant."
    brief = told(words, "found", "considered", "explore", made=made, modality="considering")
    assert said(brief).startswith("Nordcell is exploring")


@pytest.mark.parametrize(
    ("words", "thing", "quote"),
    [
        ("Nordcell is cutting capacity at its planned battery plant in Windsor.", "cutting", "scaled back"),
        ("Nordcell is cutting production at its battery plant in Windsor.", "cutting", "cut production"),
    ],
)
def test_a_plan_that_is_made_smaller_cuts_no_production(words: str, thing: str, quote: str) -> None:
    doc = make.document("a", words, title="Nordcell slows its battery plant")
    dev = plant(
        doc, "delayed", parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), trigger=make.span(doc, thing)
    )
    assert quote in said(brief_of(dev, docs=[doc]))


def _rule(words: str, trigger: str, stage: str, *, whose: str = "Narvia"):
    doc = make.document("a", words)
    parties = (make.party(doc, whose, "government"),) if whose else ()
    return brief_of(
        make.development(
            doc, "policy", stage, parties=parties, trigger=make.span(doc, trigger), rule=f"policy.{stage}"
        ),
        docs=[doc],
    )


def test_a_ban_that_is_suspended_is_not_repealed() -> None:
    assert heads(_rule("Narvia suspends its export ban on lithium.", "suspends", "repealed"))[0].startswith(
        "Narvia suspends"
    )
    assert heads(_rule("Narvia scraps its export ban on lithium.", "scraps", "repealed"))[0].startswith(
        "Narvia repeals"
    )


def test_a_rule_of_nobody_is_not_told() -> None:
    brief = _rule("New rules on batteries were adopted.", "adopted", "adopted", whose="")
    assert heads(brief) == []
    assert "its texts do not say whose rule it is" in why(brief)


@pytest.mark.parametrize(
    ("words", "trigger", "head"),
    [
        ("Voltara rolls out solid-state A-sample cells.", "A-sample", "Voltara makes samples of solid-state battery"),
        ("Voltara tests A-sample solid-state cells.", "A-sample", "Voltara tests solid-state battery"),
    ],
)
def test_samples_are_made_before_they_are_tried(words: str, trigger: str, head: str) -> None:
    doc = make.document("a", words, title="Voltara samples its battery")
    dev = make.development(
        doc,
        "technology",
        "testing",
        parties=(make.party(doc, "Voltara", "developer"),),
        product=make.named(doc, "cells", "cell"),
        chemistry=(make.named(doc, "solid-state", "solid-state"),),
        trigger=make.span(doc, trigger),
    )
    assert heads(brief_of(dev, docs=[doc])) == [head]


def test_a_claim_that_a_title_refutes_is_not_told() -> None:
    doc = make.document(
        "a", "Voltara claims to have a solid-state battery.", title="Voltara made false claims about its battery"
    )
    dev = make.development(
        doc,
        "technology",
        "announced",
        parties=(make.party(doc, "Voltara", "developer"),),
        product=make.named(doc, "battery", "cell"),
        chemistry=(make.named(doc, "solid-state", "solid-state"),),
        trigger=make.span(doc, "claims"),
    )
    brief = brief_of(dev, docs=[doc])
    assert heads(brief) == []
    assert "false claims" in why(brief)
