"""One plant's year, told by thirty documents: the same record in any order, right at every step, no value lost."""

import tomllib
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from random import Random

import pytest
from msgspec import Struct
from msgspec.structs import replace as replace_of_struct

from cellwire.db import dump_derived, open_store
from cellwire.lexicon import load_lexicon
from cellwire.model import Capture, Citation, Known, Told, slip_chart, slots_of
from cellwire.pipeline import import_captures, read_capture
from cellwire.record import build_record, changes_between
from cellwire.stories import gather

YEAR = Path(__file__).with_name("year.toml")
NOW = datetime(2025, 3, 1, tzinfo=UTC)


def captured(day, outlet, words):
    """A text taken in on the evening of its day."""
    moment = datetime.combine(day, time(18), tzinfo=UTC)
    told = Told(published=day, outlet=outlet)
    return Capture("file", None, f"{day} {outlet}.txt", moment, "text/plain", words.strip().encode(), told)


@cache
def captures():
    texts = tomllib.loads(YEAR.read_text("utf-8"))["text"]
    return [captured(day, outlet, text["words"]) for text in texts for outlet, day in text["carried"].items()]


@cache
def known():
    return Known(load_lexicon().organisations, load_lexicon().localities)


@cache
def read(capture):
    return read_capture(capture, load_lexicon())


def record_of(given, as_of=None):
    """What the given captures make, in the order in which they are given."""
    readings = [read(capture) for capture in given]
    documents = [document for reading in readings for document in reading.documents]
    developments = [told for reading in readings for told in reading.developments]
    stories = gather(developments, documents, known=known())
    return build_record(stories, developments, documents=documents, known=known(), as_of=as_of)


def believed(day):
    """The record on the evening of a day, and the plant the year is about."""
    moment = datetime.combine(date.fromisoformat(day), time.max, tzinfo=UTC)
    record = record_of([capture for capture in captures() if capture.moment <= moment], moment)
    return record, next(plant for plant in record.facilities if plant.name == "Ardent Cells, Kaunas")


def chosen(plant, family):
    facts = [*(fact for phase in plant.phases for fact in phase.facts), *plant.facts]
    return [(fact.value.text, fact.conflict) for fact in facts if fact.attribute.split(".")[0] == family]


def test_thirty_documents_tell_of_it():
    assert len({capture.id for capture in captures()}) == 30


@pytest.mark.parametrize("seed", range(40))
def test_the_record_is_the_same_in_any_order(seed):
    shuffled = Random(seed).sample(captures(), len(captures()))

    assert record_of(shuffled) == record_of(captures())


@pytest.mark.parametrize("seed", range(3))
def test_the_store_is_the_same_in_any_order_of_arrival(tmp_path, seed):
    shuffled = Random(seed).sample(captures(), len(captures()))

    with open_store(tmp_path / "once.db") as once, open_store(tmp_path / "bit by bit.db") as by_bits:
        import_captures(once, captures(), now=NOW)
        for start in range(0, len(shuffled), 7):
            import_captures(by_bits, shuffled[start : start + 7], now=NOW)
        assert dump_derived(by_bits) == dump_derived(once)


def forgetful(value):
    """A value without the days of capture, and without the name that copies have from the first captured."""
    if isinstance(value, Citation):
        return replace_of_struct(value, captured=date.min, origin="")
    if isinstance(value, tuple):
        return tuple(map(forgetful, value))
    if isinstance(value, Struct):
        return replace_of_struct(value, **{name: forgetful(getattr(value, name)) for name in slots_of(type(value))})
    if is_dataclass(value):
        return replace(value, **{field.name: forgetful(getattr(value, field.name)) for field in fields(value)})
    return value


@pytest.mark.parametrize("seed", range(10))
def test_what_is_captured_late_is_told_on_its_own_day(seed):
    moments = Random(seed).sample([capture.moment for capture in captures()], len(captures()))
    late = [replace(capture, moment=moment) for capture, moment in zip(captures(), moments, strict=True)]

    there, here = record_of(late), record_of(captures())
    assert forgetful(there) == forgetful(here)
    assert [slip.texts for plant in there.facilities for slip in slip_chart(plant)] == [
        slip.texts for plant in here.facilities for slip in slip_chart(plant)
    ]


@pytest.mark.parametrize(
    ("day", "status", "capacity", "start", "rumours"),
    [
        ("2024-01-10", "announced", "15 GWh/yr", "2024-10", []),
        ("2024-02-05", "announced", "15 GWh/yr", "2024-10", []),
        ("2024-02-07", "announced", "20 GWh/yr", "2024-10", []),
        ("2024-03-13", "construction", "20 GWh/yr", "2024-10", []),
        ("2024-05-15", "construction", "20 GWh/yr", "2024-12", []),
        ("2024-07-11", "construction", "20 GWh/yr", "2025-02", []),
        ("2024-08-22", "construction", "16 GWh/yr", "2025-02", []),
        ("2024-09-17", "construction", "16 GWh/yr", "2025-02", ["open"]),
        ("2024-09-18", "construction", "16 GWh/yr", "2025-02", ["denied"]),
        ("2024-12-31", "construction", "16 GWh/yr", "2025-02", ["denied"]),
        ("2025-02-19", "operating", "16 GWh/yr", "2025-02-18", ["denied"]),
    ],
)
def test_on_each_day_the_record_says_what_was_known(day, status, capacity, start, rumours):
    record, plant = believed(day)

    assert plant.status == status
    assert chosen(plant, "capacity") == [(capacity, False)]
    assert chosen(plant, "production_start") == [(start, False)]
    assert [(rumour.name, rumour.outcome) for rumour in record.rumours] == [
        ("Ardent Cells, Kaunas: said to end", outcome) for outcome in rumours
    ]


def test_the_slip_chart_is_complete():
    _, plant = believed("2025-02-19")

    rows = [
        (slip.attribute, slip.value.text, str(slip.said), slip.citation.by, slip.change, slip.texts)
        for slip in slip_chart(plant)
    ]

    assert rows == [
        ("capacity.new", "15 GWh/yr", "2024-01-10", "Ardent Cells", "", 2),
        ("capacity.new", "20 GWh/yr", "2024-02-06", "Ardent Cells", "+33 %", 4),
        ("capacity.new", "16 GWh/yr", "2024-08-20", "Ardent Cells", "-20 %", 3),
        ("construction_start", "2024-03-12", "2024-03-12", "Ardent Cells", "", 2),
        ("production_start", "2024-10", "2024-01-10", "Ardent Cells", "", 5),
        ("production_start", "2024-12", "2024-05-14", "Ardent Cells", "2 months later", 2),
        ("production_start", "2025-02", "2024-07-09", "Ardent Cells", "2 months later", 2),
        ("production_start", "2025-02-18", "2025-02-18", "Ardent Cells", "", 1),
        ("jobs", "800", "2024-01-10", "Ardent Cells", "", 3),
        ("jobs", "650", "2025-02-18", "Ardent Cells", "-19 %", 1),
        ("money", "EUR 600 million", "2024-01-10", "Ardent Cells", "", 2),
        ("money", "EUR 750 million", "2024-02-06", "Ardent Cells", "+25 %", 1),
    ]


def test_another_town_and_another_company_are_other_plants():
    record, _ = believed("2025-02-19")

    assert [plant.name for plant in record.facilities] == [
        "Ardent Cells, Kaunas",
        "Ardent Cells, Gdańsk",
        "Borea Storage, Kaunas (pack)",
    ]


def test_a_rumoured_end_is_no_step():
    _, plant = believed("2025-02-19")

    steps = [(entry.what, str(entry.said)) for entry in plant.phases[0].timeline if entry.milestone]
    assert ("considered", "2024-09-16") not in steps
    assert [what for what, _ in steps if what in {"construction", "operating"}] == ["construction", "operating"]


@pytest.mark.parametrize(
    ("since", "until", "changes"),
    [
        ("2024-02-05", "2024-02-07", [("capacity.new", "+33 %"), ("money", "+25 %")]),
        ("2024-02-07", "2024-03-13", [("construction_start", ""), ("status", "")]),
        ("2024-03-13", "2024-05-15", [("production_start", "2 months later")]),
        ("2024-05-15", "2024-07-11", [("production_start", "2 months later")]),
        ("2024-07-11", "2024-08-22", [("capacity.new", "-20 %")]),
        ("2024-08-22", "2024-09-17", [("outcome", "")]),
        ("2024-09-17", "2024-09-18", [("outcome", "")]),
        ("2024-09-18", "2025-02-19", [("jobs", "-19 %"), ("production_start", ""), ("status", "")]),
    ],
)
def test_each_step_is_a_change_with_its_words(since, until, changes):
    before, plant = believed(since)
    after, _ = believed(until)

    told = [change for change in changes_between(before, after) if change.id == plant.id or change.entry == "rumour"]

    assert sorted((change.field, change.size) for change in told) == changes
    assert all(since < str(change.said) <= until for change in told)
    assert all(change.citation.quote for change in told)
