"""Changes between two states: what is new, what moved and by how much, and nothing where nothing did."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from cellwire.model import (
    Citation,
    Entry,
    Facility,
    Fact,
    Kind,
    PartialDate,
    Phase,
    Qualifier,
    Record,
    Rumour,
    Scope,
    Status,
    Support,
    Value,
    size_of,
)
from cellwire.record import changes_between


def cited(day: str) -> Citation:
    told = date.fromisoformat(day)
    return Citation("dev", f"doc {day}", f"said on {day}", 0, 9, "Cell Courier", "News", None, told, told, "ori")


def gwh(number: float, qualifier: Qualifier = Qualifier.EXACT) -> Value:
    return Value(f"{number:g} GWh/yr", f"{number:g} GWh", number, "GWh/yr", qualifier, Scope.TOTAL)


def when(iso: str) -> Value:
    return Value(iso, iso, when=PartialDate(iso))


def fact(attribute: str, value: Value, day: str) -> Fact:
    return Fact(attribute, (Support(value, (cited(day),)),), "newest", False)


def plant(status: Status, *facts: Fact, steps: tuple[tuple[str, str], ...] = (("announced", "2022-01-10"),)) -> Record:
    timeline = tuple(Entry(True, what, None, date.fromisoformat(day), cited(day)) for what, day in steps)
    phase = Phase("fac_1/1", "", status, False, "told so", facts, timeline)
    day = date(2022, 1, 10)
    one = Facility(
        "fac_1", "Volta, Debrecen", (), "Debrecen", "HU", None, None, "cell", status, (phase,), (), (), day, day
    )
    return Record(None, facilities=(one,))


def told(before: Record, after: Record) -> list[tuple[str, str | None, str, str, str]]:
    found = changes_between(before, after)
    return [(change.field, change.before, change.after, change.size, str(change.said)) for change in found]


def test_nothing_changes_between_equal_states() -> None:
    record = plant(Status.ANNOUNCED, fact("capacity.total", gwh(30), "2022-01-10"))

    assert changes_between(record, record) == ()


def test_what_is_new_is_one_change() -> None:
    record = plant(Status.ANNOUNCED, fact("capacity.total", gwh(30), "2022-01-10"))

    assert told(Record(None), record) == [("status", None, "announced", "", "2022-01-10")]


def test_a_pause_is_told_with_the_step_that_says_so() -> None:
    was = plant(Status.CONSTRUCTION, steps=(("construction", "2022-03-01"),))
    now = plant(Status.PAUSED, steps=(("construction", "2022-03-01"), ("delayed", "2022-12-13")))

    assert told(was, now) == [("status", "construction", "paused", "", "2022-12-13")]
    assert changes_between(was, now)[0].citation.quote == "said on 2022-12-13"


def test_a_cut_and_a_slip_say_by_how_much() -> None:
    was = plant(
        Status.ANNOUNCED,
        fact("capacity.total", gwh(30), "2022-01-10"),
        fact("production_start", when("2025-03"), "2022-01-10"),
    )
    now = plant(
        Status.ANNOUNCED,
        fact("capacity.total", gwh(24), "2022-12-12"),
        fact("production_start", when("2025-10"), "2022-12-13"),
        fact("jobs", Value("400", "400", 400.0, "jobs"), "2022-12-11"),
    )

    assert told(was, now) == [
        ("production_start", "2025-03", "2025-10", "7 months later", "2022-12-13"),
        ("capacity.total", "30 GWh/yr", "24 GWh/yr", "-20 %", "2022-12-12"),
        ("jobs", None, "400", "", "2022-12-11"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "size"),
    [
        (gwh(30), gwh(45), "+50 %"),
        (gwh(30, Qualifier.UP_TO), gwh(24), ""),  # both can hold
        (when("2025"), when("2025-Q3"), ""),  # told more precisely, not moved
        (when("2025-H2"), when("2024"), "18 months earlier"),
        (gwh(30), Value("30 t/yr", "30 t", 30.0, "t/yr"), ""),
    ],
)
def test_a_size_is_given_only_where_the_two_cannot_be_the_same(was: Value, now: Value, size: str) -> None:
    assert size_of(was, now) == size


def test_an_answer_to_a_rumour_is_a_change() -> None:
    open_ = Rumour(
        "rum_1", "Volta plant", Kind.FACILITY, date(2022, 12, 1), (cited("2022-12-01"),), (), None, "open", ()
    )
    denied = replace(open_, outcome="denied")

    assert told(Record(None, rumours=(open_,)), Record(None, rumours=(denied,)))[0][:3] == ("outcome", "open", "denied")
    assert told(Record(None, rumours=(open_,)), Record(None, rumours=(open_,))) == []


def of_phases(*phases: tuple[str, Status, str], id: str = "fac_1", inferred: bool = False) -> Record:
    """A plant with named phases, each with its status and the day of its only step."""
    made = tuple(
        Phase(
            f"{id}.{label}",
            label,
            status,
            inferred,
            "told so",
            (),
            (Entry(True, str(status), None, date.fromisoformat(day), cited(day)),),
        )
        for label, status, day in phases
    )
    day = date(2022, 1, 10)
    strongest = max((status for _, status, _ in phases), key=list(Status).index)
    one = Facility(
        id, "Volta, Debrecen", (), "Debrecen", "HU", None, None, "cell", strongest, made, (), ("sto_1",), day, day
    )
    return Record(None, facilities=(one,))


def test_a_new_phase_of_a_running_plant_is_a_change() -> None:
    was = of_phases(("", Status.OPERATING, "2022-01-10"))
    now = of_phases(("", Status.OPERATING, "2022-01-10"), ("expansion", Status.ANNOUNCED, "2022-12-01"))

    assert told(was, now) == [("status (expansion)", None, "announced", "", "2022-12-01")]


def test_a_status_that_silence_gave_carries_its_mark() -> None:
    was = of_phases(("", Status.ANNOUNCED, "2022-01-10"))
    now = of_phases(("", Status.SHELVED, "2022-01-10"), inferred=True)

    assert told(was, now) == [("status", "announced", "shelved (inferred)", "", "2022-01-10")]


def test_a_plant_that_an_older_text_named_anew_is_the_same_plant() -> None:
    was = of_phases(("", Status.ANNOUNCED, "2022-02-10"))
    now = of_phases(("", Status.CONSTRUCTION, "2022-12-01"), id="fac_2")

    assert told(was, now) == [("status", "announced", "construction", "", "2022-12-01")]


def test_a_cut_is_seen_though_the_capacity_goes_by_another_scope() -> None:
    def sized(number: float, scope: Scope, day: str) -> Fact:
        value = structs.replace(gwh(number), scope=scope)
        return Fact(f"capacity.{scope}", (Support(value, (cited(day),)),), "newest", False)

    was = plant(Status.ANNOUNCED, sized(30, Scope.NEW, "2022-01-10"))
    now = plant(Status.ANNOUNCED, sized(30, Scope.NEW, "2022-01-10"), sized(24, Scope.TOTAL, "2022-12-12"))
    part = plant(Status.ANNOUNCED, sized(30, Scope.NEW, "2022-01-10"), sized(10, Scope.PHASE, "2022-12-12"))

    assert told(was, now) == [("capacity.total", "30 GWh/yr", "24 GWh/yr", "-20 %", "2022-12-12")]
    assert told(was, part) == [("capacity.phase", None, "10 GWh/yr", "", "2022-12-12")]


def test_the_evidence_is_who_first_told_the_new_value() -> None:
    was = plant(Status.ANNOUNCED, fact("capacity.total", gwh(30), "2022-01-10"))
    both = Fact("capacity.total", (Support(gwh(24), (cited("2022-12-14"), cited("2022-12-12"))),), "newest", False)

    assert told(was, plant(Status.ANNOUNCED, both))[0][-1] == "2022-12-12"
