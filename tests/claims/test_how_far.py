"""How far a thing is: begun and not done, asked for and not granted, put off and not adopted."""

from __future__ import annotations

import pytest

from cellwire.model import Modality
from claims.telling import only, read


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Voltaryn brings Pine Hollow battery storage project online in Kent", "operating"),
        ("Voltaryn building 80MW/220MWh Kent battery storage project for 2029 completion", "construction"),
        ("Voltaryn completes 300MWh battery storage project in Kent", "operating"),
        ("Voltaryn commissioning 1,000MWh battery storage project in Kent", "construction"),
        ("Voltaryn commissions 1,000MWh battery storage project in Kent", "operating"),
        ("Voltaryn's 300MWh Kent battery storage project enters NGX commissioning", "construction"),
        ("Site works begin at Voltaryn's battery storage project in Kent", "construction"),
        ("Voltaryn asks regulator for approval of battery storage project in Kent", "considered"),
        ("Voltaryn moves commission for approval of 250 MWh battery storage project in Kent", "considered"),
        ("Voltaryn gets approval for battery storage project in Kent", "permitted"),
        ("Voltaryn brings second zinc battery manufacturing line online in Szolnok", "expanded"),
        ("Voltaryn brings zinc battery manufacturing line online in Szolnok", "operating"),
    ],
)
def test_a_headline_says_how_far_a_plant_is(title: str, stage: str) -> None:
    told = only("facility", read("", title=title))
    assert told.stage == stage
    assert told.modality in (Modality.ASSERTED, Modality.CONSIDERING)


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn completes 2,300 MWh battery storage auction across power stations in Kent",
        "Voltaryn: design of 2GWh battery cell production line completed",
        "Voltaryn achieves 100% solar-powered operations at battery plant in Szolnok",
        "Voltaryn cancels battery factory in Szolnok, leaving Birkcell in control",
        "Voltaryn commissions 31 MW solar park in Kent, plans 14 MWh battery storage project",
    ],
)
def test_no_rule_has_a_plant_begun_or_given_up_by_what_else_is(title: str) -> None:
    steps = ("operating", "closed", "cancelled")
    assert [each for each in read("", title=title) if each.stage in steps and (each.rule or "").startswith("fac")] == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Voltaryn has completed the steel frame of its battery plant in Szolnok.", "construction"),
        ("Voltaryn has completed its battery plant in Szolnok.", "operating"),
        (
            "Voltaryn is building a battery cell plant in Szolnok. The maker said that it would start construction of "
            "the plant later this year.",
            "announced",
        ),
        (
            "Voltaryn is building a battery cell plant in Szolnok. The maker said that it started construction of "
            "the plant in May.",
            "construction",
        ),
    ],
)
def test_what_is_only_begun_or_only_meant_is_not_done(text: str, stage: str) -> None:
    assert only("facility", read(text)).stage == stage


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Texas senators advance bill on battery storage", "proposed"),
        ("Oregon law would require battery makers to collect old cells", "proposed"),
        ("Oregon's new battery recycling law aims to curb fires", "adopted"),
        ("China suspends export controls on lithium batteries", "repealed"),
        ("China adopts export controls on lithium batteries", "adopted"),
    ],
)
def test_a_law_that_is_on_its_way_is_not_in_force(title: str, stage: str) -> None:
    assert only("policy", read("", title=title)).stage == stage


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("Voltaryn and Birkcell name Texas battery joint venture", False),
        ("Voltaryn and Birkcell's lithium partnership gets China's green light", False),
        ("Voltaryn and Birkcell form Texas battery joint venture", True),
    ],
)
def test_a_bond_that_stands_is_not_signed_again(title: str, signed: bool) -> None:
    told = [each for each in read("", title=title) if each.rule == "partnership.signed"]
    assert bool(told) is signed


def test_rules_that_are_put_off_are_not_adopted() -> None:
    told = read("", title="Brazil delays energy storage rules again")
    assert [each for each in told if each.rule == "policy.adopted"] == []


def test_mass_produced_goods_of_others_are_only_compared_with() -> None:
    text = "Voltaryn launched an LFP battery that is denser than regular mass-produced cells."
    told = only("technology", read(text))
    assert told.trigger is not None
    assert told.trigger.cut(text) == "launched"
