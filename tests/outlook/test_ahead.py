"""From plants to tranches: what counts, once, from when, and how firm."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from cellwire.model import Doubt, Known, Organisation, PartialDate, Stake
from cellwire.outlook import Band, By, load_assumptions, look_ahead, needs, pipeline_by
from outlook.plants import phase, plant

DAY = date(2026, 2, 1)
ASSUMED = load_assumptions()


def ahead(*plants, day=DAY, known=Known()):  # noqa: B008  frozen
    return look_ahead(plants, ASSUMED, day=day, known=known)


def told(*plants):
    """What each tranche adds, with its part and status."""
    return [
        (each.part, str(each.status), (each.gwh.low, each.gwh.middle, each.gwh.high))
        for each in ahead(*plants).tranches
    ]


def exact(gwh):
    return (gwh, gwh, gwh)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # one plant, one figure
        (plant(phase(capacity_new="40 GWh/yr")), [("", "announced", exact(40))]),
        (plant(phase(capacity_new="40,000 MWh/yr")), [("", "announced", exact(40))]),
        # the same figure told of the plant and of the whole is one figure
        (plant(phase(capacity_new="40 GWh/yr"), capacity_total="40 GWh/yr"), [("", "announced", exact(40))]),
        # only the whole is told
        (plant(phase(status="construction"), capacity_total="40 GWh/yr"), [("", "construction", exact(40))]),
        # phases and the whole: the whole holds its phases
        (
            plant(phase("first phase", "construction", capacity_phase="12 GWh/yr"), capacity_total="38 GWh/yr"),
            [("first phase", "construction", exact(12)), ("up to the whole", "announced", exact(26))],
        ),
        # what the first phase leaves is the second's, where one is told
        (
            plant(
                phase("first phase", "operating", capacity_phase="12 GWh/yr"),
                phase("second phase", "construction"),
                capacity_total="38 GWh/yr",
            ),
            [("first phase", "operating", exact(12)), ("second phase", "construction", exact(26))],
        ),
        # "6 of 36 GWh": a step and the plan it belongs to
        (
            plant(phase("", "construction", capacity_phase="6 GWh/yr", capacity_new="36 GWh/yr")),
            [("", "construction", exact(6)), ("up to the whole", "announced", exact(30))],
        ),
        # what runs already is the phase's that runs
        (
            plant(phase("", "operating"), phase("expansion", capacity_new="10 GWh/yr"), capacity_existing="30 GWh/yr"),
            [("", "operating", exact(30)), ("expansion", "announced", exact(10))],
        ),
        # and is counted once where that phase has the figure too
        (
            plant(phase("", "operating", capacity_new="30 GWh/yr"), capacity_existing="30 GWh/yr"),
            [("", "operating", exact(30))],
        ),
        # or another one of it
        (
            plant(phase("", "operating", capacity_new="30 GWh/yr"), capacity_existing="25 GWh/yr"),
            [("", "operating", exact(30))],
        ),
        # what is there runs, whatever is planned beside it
        (
            plant(phase("second phase", capacity_phase="30 GWh/yr"), capacity_existing="25 GWh/yr"),
            [("existing", "operating", exact(25)), ("second phase", "announced", exact(30))],
        ),
        # a phase that is given up makes the others no less firm
        (
            plant(phase("first phase", "construction"), phase("second phase", "cancelled"), capacity_total="9 GWh/yr"),
            [("first phase", "construction", exact(9))],
        ),
        # phases without figures share a whole that is as firm as the least firm of them
        (
            plant(phase("first phase", "construction"), phase("second phase"), capacity_total="50 GWh/yr"),
            [("all phases", "announced", exact(50))],
        ),
        # phases that come to more than the whole: the low ends come to the whole
        (
            plant(
                phase("first phase", capacity_phase="20 GWh/yr"),
                phase("second phase", capacity_phase="20 GWh/yr"),
                capacity_total="20 GWh/yr",
            ),
            [("first phase", "announced", (10, 20, 20)), ("second phase", "announced", (10, 20, 20))],
        ),
    ],
)
def test_phases_and_the_whole_are_counted_once(made, expected):
    assert told(made) == expected


def test_conflicting_figures_are_a_span_with_the_chosen_one_in_the_middle():
    (tranche,) = ahead(plant(phase(capacity_new=["26.8 GWh/yr", "36 GWh/yr", "24 GWh/yr"]))).tranches

    assert tranche.gwh == Band(24, 26.8, 36)
    assert tranche.notes == ("disputed",)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("up to 40 GWh/yr", Band(0, 40, 40)),
        ("under 40 GWh/yr", Band(0, 40, 40)),
        ("at least 40 GWh/yr", Band(40, 40, 40)),
        ("about 40 GWh/yr", Band(40, 40, 40)),
    ],
)
def test_a_qualifier_stays_beside_its_figure(words, expected):
    (tranche,) = ahead(plant(phase(capacity_new=words))).tranches

    assert tranche.gwh == expected
    assert tranche.notes == (words.removesuffix(" 40 GWh/yr"),)


@pytest.mark.parametrize("status", ["paused", "shelved", "cancelled", "mothballed", "closed"])
def test_what_is_stopped_is_left_out_with_its_figure(status):
    seen = ahead(plant(phase(status=status, capacity_new="40 GWh/yr")))

    assert not seen.tranches
    assert [(left.reason, left.amount) for left in seen.left_out] == [(f"told to be {status}", Band(40, 40, 40))]


def test_a_phase_that_is_given_up_is_no_part_of_what_is_left_of_the_whole():
    made = plant(
        phase("first phase", "operating", capacity_phase="10 GWh/yr"),
        phase("second phase", "cancelled"),
        capacity_total="40 GWh/yr",
    )

    assert told(made) == [("first phase", "operating", exact(10))]
    assert [left.amount for left in ahead(made).left_out] == [Band(30, 30, 30)]


@pytest.mark.parametrize(
    ("product", "told", "reason"),
    [
        ("cell", "300,000 vehicles/yr", "no capacity told"),
        ("pack", "20 GWh/yr", "makes no cells: pack"),
        ("storage", "2 GWh", "makes no cells: storage"),
        ("vehicle", "20 GWh/yr", "makes no cells: vehicle"),
        ("cathode", "120,000 t/yr", "makes no cells: cathode"),
        ("recycling", "100 GWh/yr", "makes no cells: recycling"),
    ],
)
def test_what_makes_no_cells_is_counted_apart(product, told, reason):
    seen = ahead(plant(phase(capacity_new=told), product=product))

    assert not seen.tranches
    assert [left.reason for left in seen.left_out] == [reason]


def test_a_cathode_plant_keeps_its_tonnes():
    (left,) = ahead(plant(phase(capacity_new="120,000 t/yr"), product="cathode")).left_out

    assert (left.amount, left.unit) == (Band(120_000, 120_000, 120_000), "t/yr")


@pytest.mark.parametrize(("product", "told", "unit"), [("storage", "2 GWh", "GWh"), ("pack", "20 GWh/yr", "GWh/yr")])
def test_a_store_holds_what_a_factory_makes_in_a_year(product, told, unit):
    (left,) = ahead(plant(phase(capacity_new=told), product=product)).left_out

    assert left.unit == unit


def test_a_plant_whose_product_nobody_tells_counts_and_says_so():
    (tranche,) = ahead(plant(phase(capacity_new="29 GWh/yr"), product=None)).tranches

    assert tranche.notes == ("product not told",)


def test_a_plant_that_may_be_another_entry_says_so():
    (tranche,) = ahead(plant(phase(capacity_new="29 GWh/yr"), doubts=(Doubt("fac_9", "same town"),))).tranches

    assert tranche.notes == ("may be fac_9",)


@pytest.mark.parametrize(
    ("made", "year", "told"),
    [
        (plant(phase(capacity_new="9 GWh/yr", production_start="2028-Q3")), 2028, True),
        (plant(phase(capacity_new="9 GWh/yr", completion="2027")), 2027, False),
        (plant(phase(capacity_new="9 GWh/yr"), country="CN"), 2028, False),
        (plant(phase(capacity_new="9 GWh/yr"), country="HU"), 2029, False),
        (plant(phase(capacity_new="9 GWh/yr"), country=None), 2029, False),
        (plant(phase(capacity_new="9 GWh/yr", production_start="2024")), 2026, False),  # gone by, and it does not run
        (plant(phase(status="operating", capacity_new="9 GWh/yr", production_start="2024")), 2024, True),
        (plant(phase(status="operating", capacity_new="9 GWh/yr")), 2026, False),  # runs, nobody says since when
    ],
)
def test_a_start_is_told_or_carries_its_mark(made, year, told):
    (tranche,) = ahead(made).tranches

    assert (tranche.start.year, tranche.start.told) == (year, told)
    assert tranche.start.because


def test_what_is_left_of_a_whole_starts_no_earlier_than_what_was_told():
    made = plant(phase("first phase", capacity_phase="9 GWh/yr", production_start="2033"), capacity_total="40 GWh/yr")
    first, rest = ahead(made).tranches

    assert (first.start.year, rest.start.year, rest.start.told) == (2033, 2033, False)


def test_disputed_starts_are_a_stretch():
    (tranche,) = ahead(plant(phase(capacity_new="9 GWh/yr", production_start=["2028", "2030-H1"]))).tranches

    assert (tranche.start.year, tranche.start.first, tranche.start.last) == (2028, date(2028, 1, 1), date(2030, 6, 30))


@pytest.mark.parametrize(
    ("status", "weighted"),
    [("operating", 40), ("construction", 34), ("permitted", 26), ("announced", 10), ("rumoured", 2)],
)
def test_a_plant_counts_by_how_firm_it_is(status, weighted):
    (tranche,) = ahead(plant(phase(status=status, capacity_new="40 GWh/yr"))).tranches

    assert tranche.weighted.middle == pytest.approx(weighted)


def test_a_company_is_its_group_on_the_day_and_partners_stand_together():
    owned = Organisation("cells", "Cells", "company", "KR", (), parents=("group",))
    bought = Organisation(
        "bought",
        "Bought",
        "company",
        "SE",
        (),
        parents=("buyer",),
        stakes=(Stake("buyer", 100.0, PartialDate("2030")),),
    )
    known = Known(
        {
            "cells": owned,
            "bought": bought,
            "group": Organisation("group", "Group", "company", "KR", ()),
            "buyer": Organisation("buyer", "Buyer", "company", "US", ()),
        }
    )
    made = plant(phase(capacity_new="9 GWh/yr"))
    names = (("cells", "Cells"), ("ford", "Ford"), ("bought", "Bought"))
    parties = [structs.replace(made.parties[0], id=id, name=name) for id, name in names]

    (tranche,) = ahead(replace(made, parties=tuple(parties)), known=known).tranches

    assert tranche.company == "Bought / Ford / Group"


def test_a_venture_s_owners_are_not_counted_beside_it():
    venture = Organisation("venture", "Venture", "venture", "US", (), parents=("gm", "lg"))
    known = Known({"venture": venture})
    made = plant(phase(capacity_new="9 GWh/yr"))
    parties = [structs.replace(made.parties[0], id=id, name=id.title()) for id in ("gm", "lg", "venture")]

    (tranche,) = ahead(replace(made, parties=tuple(parties)), known=known).tranches

    assert tranche.company == "Venture"


def test_a_customer_owns_no_plant():
    made = plant(phase(capacity_new="9 GWh/yr"))
    customer = structs.replace(made.parties[0], id="ford", name="Ford", role="customer")

    (tranche,) = ahead(replace(made, parties=(*made.parties, customer))).tranches

    assert tranche.company == "Volta Cells"


def test_the_sum_of_years_is_the_sum_of_everything():
    made = [
        plant(phase(capacity_new="40 GWh/yr"), id="fac_1"),
        plant(phase(status="construction", capacity_new="up to 9 GWh/yr", production_start="2027"), id="fac_2"),
    ]
    tranches = ahead(*made).tranches

    for by in By:
        sums = pipeline_by(tranches, by)
        assert sum(each.announced.middle for each in sums) == 49
        assert sum(each.announced.low for each in sums) == 40
        assert sum(each.weighted.middle for each in sums) == pytest.approx(40 * 0.25 + 9 * 0.85)


STATUSES = st.sampled_from(["rumoured", "announced", "permitted", "construction", "operating", "paused", "cancelled"])
FIGURES = st.builds(
    lambda qualifier, number: f"{qualifier}{number} GWh/yr",
    st.sampled_from(["", "up to ", "at least ", "about "]),
    st.sampled_from([6, 12, 12.5, 20, 38, 100]),
)
PLANTS = st.builds(
    lambda phases, facts, country: (phases, facts, country),
    st.lists(
        st.tuples(
            STATUSES,
            st.dictionaries(st.sampled_from(["capacity_phase", "capacity_new"]), st.lists(FIGURES, min_size=1)),
        ),
        min_size=1,
        max_size=3,
    ),
    st.dictionaries(st.sampled_from(["capacity_total", "capacity_existing"]), st.lists(FIGURES, min_size=1)),
    st.sampled_from(["HU", "CN", None]),
)
LABELS = ("first phase", "second phase", "third phase")


def made_of(number, told):
    phases, facts, country = told
    return plant(
        *(phase(label, status, **given) for label, (status, given) in zip(LABELS, phases, strict=False)),
        id=f"fac_{number}",
        country=country,
        **facts,
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(PLANTS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_plants_changes_nothing(told, random):
    made = [made_of(number, each) for number, each in enumerate(told)]
    mixed = random.sample(made, len(made))
    one, other = ahead(*made), ahead(*mixed)

    assert one == other
    assert pipeline_by(one.tranches, By.COUNTRY) == pipeline_by(
        random.sample(one.tranches, len(one.tranches)), By.COUNTRY
    )
    materials = list(ASSUMED.materials)
    assert needs(one.tranches, ASSUMED, years=[2030], materials=materials) == needs(
        random.sample(one.tranches, len(one.tranches)), ASSUMED, years=[2030], materials=materials
    )


@settings(max_examples=300, deadline=None)
@given(PLANTS)
def test_a_band_goes_from_its_low_end_to_its_high_end(told):
    seen = ahead(made_of(1, told))

    for tranche in seen.tranches:
        assert 0 <= tranche.gwh.low <= tranche.gwh.middle <= tranche.gwh.high
    for need in needs(seen.tranches, ASSUMED, years=range(2024, 2034), materials=ASSUMED.materials):
        assert 0 <= need.amount.low <= need.amount.middle <= need.amount.high


@settings(max_examples=300, deadline=None)
@given(PLANTS)
def test_a_plant_is_no_more_than_its_phases_or_its_whole(told):
    """Whatever is told of it: the sum is the whole, or the phases where they come to more."""
    made = made_of(1, told)
    seen = ahead(made)
    counted = [*(each.gwh for each in seen.tranches), *(each.amount for each in seen.left_out if each.amount)]
    phases = sum(
        max((fact.value.number or 0 for fact in each.facts), default=0) for each in made.phases
    )  # a phase of two figures: the larger is the plan it belongs to
    facts = {fact.attribute: fact.value.number or 0 for fact in made.facts}
    most = max(phases + facts.get("capacity.existing", 0), facts.get("capacity.total", 0))

    assert sum(band.middle for band in counted) <= most * 1.0001
