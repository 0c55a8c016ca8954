"""Plants side by side, and a second one in the same town: what each has, what both have, what is neither's."""

from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from cellwire.lexicon import load_lexicon
from cellwire.model import Capture, Known
from cellwire.pipeline import read_capture
from cellwire.record import build_record, heard_until
from cellwire.stories import gather
from record.test_year import captured

FIRST = date(2024, 1, 15)
PLAN = "Halden Power will build a 20 GWh battery cell plant in Kokkola, Finland. The plant will employ 550 people."
BEGUN = "Halden Power broke ground on its battery cell plant in Kokkola, Finland. The plant will make 24 GWh a year."
SECOND = (
    "Halden Power will build a second battery cell plant in Kokkola, Finland. The second plant will have an annual "
    "capacity of 30 GWh and employ 1,200 people."
)
LATER = "The 30 GWh battery cell plant of Halden Power in Kokkola, Finland, is to start production in 2029."
BOTH = (
    "Together the two battery cell plants that Halden Power is building in Kokkola, Finland, will make 54 GWh a year "
    "and employ 1,750 people."
)
PARK = (
    "Kestrel Power will build two battery cell plants side by side in Macon, Georgia, each with an annual capacity of "
    "40 GWh. Together they will make 80 GWh of cells a year and employ 3,000 people. The cost is $5 billion."
)
PAUSED = "Kestrel Power has paused construction of its second battery cell plant in Macon, Georgia."
STARTED = "Kestrel Power broke ground on its two battery cell plants in Macon, Georgia."
PACKS = "Corvane Motors and Kestrel Power will build a battery pack plant in Macon, Georgia, for $400 million."
CUTS = "Kestrel Power will cut 300 jobs at its battery cell plant in Macon, Georgia."


@cache
def read(capture: Capture):
    return read_capture(capture, load_lexicon())


def record_of(*texts, seed=None, days=100):
    """What texts tell that are so many days apart, taken in in any order."""
    captures = [
        captured(FIRST + timedelta(days * at), f"outlet {at}", f"News\n\n{text}") for at, text in enumerate(texts)
    ]
    if seed is not None:
        Random(seed).shuffle(captures)
    readings = [read(capture) for capture in captures]
    documents = [document for reading in readings for document in reading.documents]
    developments = [told for reading in readings for told in reading.developments]
    known = Known(load_lexicon().organisations, load_lexicon().localities)
    stories = gather(developments, documents, known=known)
    heard = heard_until(documents, developments)
    return build_record(stories, developments, documents=documents, known=known, heard=heard)


def plants_of(*texts, seed=None):
    return record_of(*texts, seed=seed).facilities


def said(plant):
    """Each figure of a plant and of its parts; a conflict has a mark."""
    parts = [(phase.label, fact) for phase in plant.phases for fact in phase.facts]
    told = [*parts, *(("", fact) for fact in plant.facts)]
    figures = ("capacity", "jobs", "money")
    return {
        " ".join(filter(None, (label, fact.attribute))): fact.value.text + ("!" if fact.conflict else "")
        for label, fact in told
        if fact.attribute.startswith(figures)
    }


KOKKOLA = {
    "Halden Power, Kokkola": {"capacity.new": "24 GWh/yr", "jobs": "550"},
    "Halden Power, Kokkola (second plant)": {"capacity.new": "30 GWh/yr", "jobs": "1,200"},
}


@pytest.mark.parametrize("seed", [None, *range(6)])
@pytest.mark.parametrize("more", [(), (BOTH,), (LATER,), (BOTH, LATER)])
def test_a_second_plant_planned_while_the_first_is_built_is_another(seed, more):
    """A later text that counts none is of the one whose figure it tells; what both have together is neither's."""
    plants = plants_of(PLAN, BEGUN, SECOND, *more, seed=seed)

    assert {plant.name: said(plant) for plant in plants} == KOKKOLA


def test_a_second_plant_with_another_size_and_other_jobs_is_another_before_the_first_is_begun():
    assert [plant.name for plant in plants_of(PLAN, SECOND)] == list(KOKKOLA)


def test_a_plant_that_one_text_calls_the_second_is_one_with_the_same_figures():
    [plant] = plants_of(PLAN.replace("a 20 GWh", "a 30 GWh").replace("550", "1,200"), SECOND)

    assert plant.name == "Halden Power, Kokkola (second plant)"


@pytest.mark.parametrize("seed", [None, *range(6)])
def test_plants_side_by_side_are_one_entry_that_says_so(seed):
    """What each has is a part's and what both have is the whole's; one of them alone is a part with its own status."""
    [plant] = plants_of(PARK, STARTED, PAUSED, CUTS, seed=seed)

    assert plant.name == "Kestrel Power, Macon (two plants)"
    assert [(phase.label, str(phase.status)) for phase in plant.phases] == [
        ("", "construction"),
        ("second plant", "paused"),
    ]
    assert said(plant) == {
        "capacity.phase": "40 GWh/yr",
        "capacity.total": "80 GWh/yr",
        "jobs": "3,000",
        "money": "USD 5 billion",
    }


@pytest.mark.parametrize("seed", [None, *range(3)])
def test_what_a_partner_builds_of_other_goods_in_the_same_town_is_another_plant(seed):
    plants = plants_of(PARK, PACKS, seed=seed)

    assert {plant.name: said(plant)["money"] for plant in plants} == {
        "Kestrel Power, Macon (two plants)": "USD 5 billion",
        "Corvane Motors / Kestrel Power, Macon (pack)": "USD 400 million",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Halden Power broke ground on two battery plants on 1,500 acres in Kokkola, Finland.",
            "Halden Power, Kokkola (two plants)",
        ),
        (
            "Halden Power is building two battery plants with partners in Kokkola and Tampere, Finland.",
            "Halden Power, Kokkola",
        ),
        (
            "Halden Power said on June 4 that it will build a battery plant in Kokkola.",
            "Halden Power, Kokkola",
        ),
    ],
)
def test_plants_of_several_towns_are_not_counted_in_one(text, name):
    assert name in [plant.name for plant in plants_of(text)]


OPENED = "Quillon Battery opened its battery cell plant in Lublin, Poland, on April 4."
GROWS = "Quillon Battery will expand its battery cell plant in Lublin, Poland, by 5 GWh. It makes 10 GWh a year today."
RAISED = "Quillon Battery will build a battery cell plant in Lublin, Poland, for 15 GWh instead of 10 GWh as planned."


def test_a_start_that_was_made_stands_before_any_that_was_planned():
    planned = "Quillon Battery said it will build a battery cell plant in Lublin, Poland. Production starts in 2026."
    [plant] = plants_of(planned, OPENED)
    [start] = [fact for fact in plant.phases[0].facts if fact.attribute == "production_start"]

    assert (start.value.text, start.conflict) == ("2024-04-04", False)
    assert start.rule == "the start that was made, the others were planned"


@pytest.mark.parametrize(
    ("text", "phases"),
    [(GROWS, [("", "operating"), ("expansion", "announced")]), (RAISED, [("", "announced")])],
)
def test_what_makes_something_today_runs_though_only_its_growth_is_told(text, phases):
    [plant] = plants_of(text)

    assert [(phase.label, str(phase.status)) for phase in plant.phases] == phases
