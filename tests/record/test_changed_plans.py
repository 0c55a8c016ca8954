"""Plans and deals that change: cut, raised, sold, begun in phases, to be closed; in any order and in any steps."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from cellwire.db import dump_derived, load_record, open_store
from cellwire.model import standing_of
from cellwire.pipeline import import_captures
from record.test_deals_told import CLOSED, ENDED, MEMORANDUM, OFFERED, SIGNED
from record.test_two_plants import (
    BEGUN,
    BOTH,
    FIRST,
    LATER,
    PARK,
    PAUSED,
    PLAN,
    SECOND,
    captured,
    plants_of,
    record_of,
    said,
)

NOW = datetime(2027, 3, 1, tzinfo=UTC)
BEXLEY = "Bexley Batteries will build a gigafactory in Coventry, England, with a capacity of 30 GWh."
CUT = (
    "Bexley Batteries has cut the planned capacity of its Coventry gigafactory from 30 GWh to 20 GWh, the company said."
)
RUNS = "Bexley Batteries opened its gigafactory in Coventry, England."
BOUGHT = "Vantage Power agreed to acquire battery maker Bexley Batteries for 85 million pounds."
OFFER = "Vantage Power will buy a 20 percent stake in battery maker Bexley Batteries for 85 million pounds."
VANTAGE = "Vantage Power has begun building its battery gigafactory in Coventry, England."
SOLD = "Meridian Motors signed an agreement with Tarn Cells for the supply of 60 GWh of battery cells."
REDUCED = "Meridian Motors and Tarn Cells reduced their supply agreement from 60 GWh to 40 GWh of battery cells."
PHASES = (
    "Orrin Graphite will build an anode material plant in Luleå, Sweden, with a capacity of 50,000 tonnes a year. The "
    "first phase, with 10,000 tonnes a year, is to open in 2025."
)
CELLS = "Tarn Cells began construction of its battery cell plant in Subotica, Serbia."
PACKS = (
    "Tarn Cells plans to build a second plant in Subotica, Serbia, for battery packs. It will cost 90 million euros "
    "and employ 250 people."
)
DROPPED = "Tarn Cells has dropped its plan for a battery pack plant in Subotica, Serbia."
TOLEDO = "Salient Energy opened its battery plant in Toledo, Ohio. It makes 8 GWh a year."
CLOSING = "Salient Energy will close its battery plant in Toledo, Ohio, in March 2026."


@pytest.mark.parametrize("seed", [None, *range(4)])
@pytest.mark.parametrize("last", [(), (RUNS,)])
def test_what_a_plan_was_to_be_before_gives_way_to_what_it_is_to_be(last, seed):
    """Also once it runs; what a running plant makes is no old plan."""
    [plant] = plants_of(BEXLEY, BEXLEY, CUT, *last, seed=seed)
    [fact] = [fact for fact in plant.phases[0].facts if fact.attribute == "capacity.new"]

    assert said(plant) == {"capacity.new": "20 GWh/yr"}
    assert fact.rule == "told in place of the earlier value"


def test_a_deal_is_of_the_volume_to_which_it_was_cut():
    [deal] = record_of(SOLD, SOLD, REDUCED).deals
    [fact] = [fact for fact in deal.facts if fact.attribute == "volume"]

    assert [support.value.text for support in fact.supports] == ["40 GWh", "60 GWh"]
    assert not fact.conflict


@pytest.mark.parametrize("seed", [None, *range(4)])
def test_a_plant_is_its_buyers_from_then_on(seed):
    [plant] = plants_of(BEXLEY, BOUGHT, VANTAGE, seed=seed)

    assert (plant.name, str(plant.status)) == ("Vantage Power, Coventry", "construction")
    assert plant.because == ("vantage-power bought bexley-batteries; both in Coventry",)


@pytest.mark.parametrize("texts", [(BEXLEY, OFFER, VANTAGE), (BEXLEY, VANTAGE, BOUGHT)])
def test_a_stake_or_a_later_purchase_makes_no_two_plants_one(texts):
    assert len(plants_of(*texts)) == 2


def test_what_a_text_gives_beside_a_smaller_phase_is_the_whole():
    [plant] = plants_of(PHASES)

    assert [
        (phase.label, [fact.value.text for fact in phase.facts if "capacity" in fact.attribute])
        for phase in plant.phases
    ] == [("first phase", ["10,000 t/yr"])]
    assert said(plant)["capacity.total"] == "50,000 t/yr"


KIRKENES = (
    "Sable Energy will build a battery cell plant in Kirkenes, Norway. The first phase will have an annual capacity of "
    "8 GWh, and the plant is to reach 32 GWh in 2030."
)
GROWN = "Sable Energy has raised the planned capacity of its battery plant in Kirkenes, Norway, from 32 GWh to 40 GWh."
MOVES = "Sable Energy could give up its battery plant in Kirkenes and build in Finland instead, a broadcaster reported."
CATHODES = (
    "Lowell Materials will build a cathode plant in Baton Rouge, Louisiana, with a capacity of 60,000 tonnes a year."
)
OPENS = "Lowell Materials opened a cathode plant in Baton Rouge, Louisiana. It makes 20,000 tonnes a year."


def test_a_whole_that_is_raised_is_a_whole():
    [plant] = plants_of(KIRKENES, GROWN)

    assert said(plant) == {"first phase capacity.phase": "8 GWh/yr", "capacity.total": "40 GWh/yr"}


def test_what_a_second_phase_adds_is_its_own():
    begun = "Marlow Cells broke ground on the first phase of its battery cell plant in Galați, Romania."
    added = (
        "Marlow Cells will build a second phase of its battery cell plant in Galați, Romania. It will add 12 GWh to "
        "the 18 GWh of the first phase."
    )
    [plant] = plants_of(begun, added)

    assert said(plant) == {"first phase capacity.phase": "18 GWh/yr", "second phase capacity.phase": "12 GWh/yr"}


def test_an_expansion_that_is_finished_runs_and_says_what_the_plant_makes():
    opened = "Zenith Anode opened its anode plant in Galați, Romania. The plant makes 15,000 tonnes a year."
    grows = "Zenith Anode will expand its anode plant in Galați, Romania, from 15,000 to 30,000 tonnes a year."
    grown = "Zenith Anode completed the expansion of its anode plant in Galați. It can now make 30,000 tonnes a year."
    [plant] = plants_of(opened, grows, grown)

    assert [(phase.label, str(phase.status)) for phase in plant.phases] == [
        ("", "operating"),
        ("expansion", "operating"),
    ]
    assert said(plant)["capacity.total"] == "30,000 t/yr"


@pytest.mark.parametrize("days", [30, 400])
def test_an_order_that_is_cut_is_the_one_that_was_placed_however_long_ago(days):
    [deal] = record_of(SOLD, REDUCED, days=days).deals

    assert [fact.value.text for fact in deal.facts if fact.attribute == "volume"] == ["40 GWh"]


TALKS = (
    "Corran Motors is considering a takeover of Marlow Cells, a battery maker, people familiar with the matter said."
)
DENIED = "Corran Motors denied that it is considering a takeover of Marlow Cells, a battery maker."
STAKE = "Corran Motors bought a 20 percent stake in battery maker Marlow Cells for 250 million euros."


@pytest.mark.parametrize("seed", [None, *range(4)])
def test_a_denial_answers_the_talks_and_a_later_stake_is_no_takeover(seed):
    record = record_of(TALKS, DENIED, STAKE, seed=seed)

    assert [rumour.outcome for rumour in record.rumours] == ["denied"]
    assert [str(deal.rung) for deal in record.deals] == ["talks", "completed"]


def test_a_town_in_no_gazetteer_is_one_though_a_text_names_another_country():
    assert [plant.name for plant in plants_of(KIRKENES, MOVES)] == ["Sable Energy, Kirkenes"]


@pytest.mark.parametrize(("days", "count"), [(30, 2), (400, 1)])
def test_what_opens_soon_after_a_plan_with_another_size_was_not_planned_then(days, count):
    assert len(record_of(CATHODES, OPENS, days=days).facilities) == count


def test_who_turns_an_offer_down_is_not_the_buyer():
    refused = "Bexley Batteries rejected the takeover offer of Vantage Power as too low."

    assert [plant.name for plant in plants_of(BEXLEY, BOUGHT, refused, BOUGHT, VANTAGE)] == ["Vantage Power, Coventry"]


def test_of_two_plants_the_one_whose_goods_are_told_is_meant():
    plants = plants_of(CELLS, PACKS, DROPPED)

    assert {plant.name: str(plant.status) for plant in plants} == {
        "Tarn Cells, Subotica": "construction",
        "Tarn Cells, Subotica (second plant, pack)": "cancelled",
    }


@pytest.mark.parametrize(("days", "status"), [(0, "operating"), (900, "closed")])
def test_a_plant_that_is_to_close_runs_until_then(tmp_path, days, status):
    other = captured(FIRST + timedelta(200 + days), "outlet", f"News\n\n{BOUGHT}")
    told = [
        captured(FIRST + timedelta(100 * at), f"outlet {at}", f"News\n\n{text}")
        for at, text in enumerate((TOLEDO, CLOSING))
    ]
    with open_store(tmp_path / "store.db") as store:
        import_captures(store, told, now=NOW)
        import_captures(store, [other], now=NOW)
        [plant] = load_record(store).facilities

    assert str(plant.status) == status


EVERY = (
    *(PLAN, BEGUN, SECOND, BOTH, LATER, PARK, PAUSED, OFFERED, CLOSED, MEMORANDUM, SIGNED, ENDED),
    *(
        TALKS,
        DENIED,
        STAKE,
        BEXLEY,
        CUT,
        BOUGHT,
        VANTAGE,
        SOLD,
        REDUCED,
        PHASES,
        CELLS,
        PACKS,
        DROPPED,
        TOLEDO,
        CLOSING,
    ),
)


def in_brief(record):
    deals = [(deal.id, deal.name, [fact.value.text for fact in deal.facts]) for deal in record.deals]
    return [(plant.id, plant.name, standing_of(plant), said(plant)) for plant in record.facilities] + deals


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_steps_the_store_holds_what_all_together_tell(tmp_path, seed):
    told = [captured(FIRST + timedelta(40 * at), f"outlet {at}", f"News\n\n{text}") for at, text in enumerate(EVERY)]
    shuffled = Random(seed).sample(told, len(told))
    with open_store(tmp_path / "once.db") as once, open_store(tmp_path / "steps.db") as steps:
        import_captures(once, told, now=NOW)
        for start in range(0, len(shuffled), 5):
            import_captures(steps, shuffled[start : start + 5], now=NOW)
        assert dump_derived(steps) == dump_derived(once)
        assert in_brief(load_record(steps)) == in_brief(record_of(*EVERY, days=40))


def test_a_sum_that_a_text_calls_the_former_gives_way_whoever_told_it():
    plan = "Harrow Energy said it will build a battery cell plant in Zamość, Poland, for 1.4 billion euros."
    raised = (
        "Harrow Energy will invest 1.7 billion euros in its battery plant in Zamość, Poland, up from 1.4 billion euros."
    )
    [plant] = plants_of(plan, plan, raised)
    [fact] = [fact for fact in plant.facts if fact.attribute == "money"]

    assert ([support.value.text for support in fact.supports], fact.conflict) == (
        ["EUR 1.7 billion", "EUR 1.4 billion"],
        False,
    )
    assert fact.rule == "told in place of the earlier value"
