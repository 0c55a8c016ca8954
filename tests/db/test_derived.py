"""Readings and the record: added whole, replaced whole."""

from datetime import UTC, datetime

import pytest

from cellwire.db import (
    Readings,
    Run,
    add_judgements,
    add_readings,
    dump_derived,
    find_versions,
    load_developments,
    load_documents,
    load_issues,
    load_judgements,
    load_record,
    load_runs,
    load_stories,
    open_store,
    record_is_behind,
    refold,
    replace_derived,
    replace_record,
)
from cellwire.folding import fold as bring_up_to_date
from cellwire.model import Capture, Issue, Judgement, Known, Verdict
from cellwire.record import build_record
from cellwire.stories import gather
from factories import development, document, party

NOW = datetime(2022, 12, 18, tzinfo=UTC)


def reading(text, outlet="A", issues=()):
    one = document(text, outlet=outlet)
    told = development(one, parties=[party(one, "CATL")], where="Debrecen")
    capture = Capture("file", None, f"{one.id}.txt", NOW, "text/plain", text.encode())
    return Readings(capture, (one,), (told,), tuple(issues))


def fold(connection):
    bring_up_to_date(connection, [], Known())


def consolidate(documents, developments):
    stories = gather(developments, documents)
    return stories, build_record(stories, developments, documents=documents)


@pytest.fixture
def store(place):
    with open_store(place) as opened:
        yield opened


READINGS = [reading("CATL plans a plant in Debrecen."), reading("In Debrecen, CATL will build.", "B")]


def test_what_was_added_is_what_is_loaded(store):
    issue = Issue("a.txt", "half of it is missing", "documents")
    add_readings(store, [*READINGS, reading("CATL, Debrecen", "C", [issue])])

    assert len(load_documents(store)) == len(load_developments(store)) == 3
    assert READINGS[0].documents[0] in load_documents(store)
    assert load_issues(store) == [issue]


def test_known_captures_add_nothing(store):
    assert add_readings(store, READINGS) == 2
    before = dump_derived(store)

    assert add_readings(store, READINGS) == 0
    assert dump_derived(store) == before


def test_a_new_reading_leaves_the_record_behind_until_it_is_built(store):
    assert not record_is_behind(store)
    add_readings(store, READINGS)
    assert record_is_behind(store)

    stories, record = consolidate(load_documents(store), load_developments(store))
    replace_record(store, stories, record, run=Run("import", NOW, {"new": 2}))

    assert not record_is_behind(store)
    assert load_stories(store) == stories
    assert load_record(store) == record
    assert load_runs(store) == [Run("import", NOW, {"new": 2})]


def test_a_text_is_found_with_all_versions_of_its_article_and_no_others(store):
    address = "https://wire.example/plant"
    told = [
        document("CATL plans a plant.", url=address),
        document("CATL plans a large plant.", url=f"{address}?utm_source=feed"),
        document("CATL plans another.", url="https://wire.example/other"),
        document("CATL plans."),
        document("CATL has a plan."),
    ]
    captures = [Capture("file", None, one.id, NOW, "text/plain", one.id.encode()) for one in told]
    add_readings(store, [Readings(capture, (one,), ()) for capture, one in zip(captures, told, strict=True)])

    found = find_versions(store, [told[1].id, told[3].id, "doc_missing"])

    assert {one.id for one in found} == {told[0].id, told[1].id, told[3].id}
    assert find_versions(store, [told[2].id]) == [told[2]]


def test_rebuilding_gives_the_same_bytes(store):
    add_readings(store, READINGS)
    refold(store, fold, lambda held: Run("import", NOW, dict(held)))
    before = dump_derived(store)

    replace_derived(store, reversed(READINGS), fold)

    assert dump_derived(store) == before


def broken(*_):
    raise KeyboardInterrupt


def test_a_rebuild_that_is_killed_leaves_everything_as_it_was(store):
    add_readings(store, READINGS)
    refold(store, fold, lambda held: Run("import", NOW, dict(held)))
    before = dump_derived(store)

    with pytest.raises(KeyboardInterrupt):
        replace_derived(store, READINGS[:1], broken)

    assert dump_derived(store) == before


def test_an_import_that_is_killed_keeps_whole_captures_only(store):
    def killed():
        yield READINGS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_readings(store, killed())

    assert load_documents(store) == []
    assert add_readings(store, READINGS) == 2


def test_a_store_is_read_while_it_is_written(store):
    add_readings(store, READINGS)

    def look(connection):
        assert load_documents(store) == before
        fold(connection)

    before = load_documents(store)
    replace_derived(store, READINGS, look)

    assert load_documents(store) == before


def test_judgements_are_kept_in_the_order_they_were_made(store):
    made = [Judgement(verdict, "fac_1", "fac_2", "ann", "seen", NOW) for verdict in (Verdict.SAME, Verdict.DIFFERENT)]
    for judgement in made:
        add_judgements(store, [judgement])

    assert load_judgements(store) == made
    assert load_judgements(store, until=datetime(2020, 1, 1, tzinfo=UTC)) == []
