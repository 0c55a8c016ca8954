"""Titles whose words only look like a step, a deal or a paper, beside those that tell one."""

from __future__ import annotations

import pytest

from claims.telling import read


def told(title: str) -> set[str]:
    """What rules read: kinds, stages and rules."""
    return {f"{each.kind}.{each.stage} {each.rule}" for each in read("", title=title) if not each.by_words}


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Northvolt building blocks: battery plant in Heide", "facility.announced facility.build"),
        ("Northvolt building a battery plant in Heide", "facility.construction facility.build"),
        ("Zenobe building 300MW battery storage site in Scotland", "facility.construction facility.build"),
        ("Neoen commissioning 300 MWh battery in Finland", "facility.construction facility.commissioning"),
        ("Gotion files for approval of battery plant in Illinois", "facility.considered facility.applied"),
        ("Tesla will start building a lithium refinery in Texas", "facility.announced facility.start-construction"),
        ("Neoen connects 500 MWh battery storage project to the grid", "facility.operating facility.connected"),
        ("Zenobe submits 400 MWh battery storage project for approval", "facility.considered facility.applied"),
        ("Albemarle signs lithium tolling agreement with Ganfeng", "supply.signed supply.deal"),
        ("Tesla signs energy supply contract for Megapacks with PG&E", "supply.signed supply.deal"),
    ],
)
def test_what_a_title_tells(title: str, says: str) -> None:
    assert says in told(title)


@pytest.mark.parametrize(
    "title",
    [
        "Northvolt commissioning contractor for battery plant in Heide",
        "CATL to optimise BYD's battery cells for cold",
        "Neoen connects 200 homes near its storage project to the grid",
        "Neoen connected a solar farm with battery storage to the grid",
        "Northvolt sends battery factory workers to assessment",
    ],
)
def test_what_a_title_does_not_tell(title: str) -> None:
    assert told(title) == set()


def test_a_toll_takes_no_plan_away_that_is_told_behind_it() -> None:
    assert "facility.announced facility.plan" in told(
        "Neoen wins toll agreement and plans 400 MW battery project in Kent"
    )


def test_goods_made_without_a_metal_bring_none() -> None:
    [told] = read("", title="CATL supplies LFP cells without using cobalt to Ford")

    assert told.product is not None
    assert told.product.name == "cell"
