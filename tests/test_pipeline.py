"""From captures to the record: once, twice, in any order, cut off and taken up again."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from cellwire.db import (
    add_judgements,
    add_visit,
    dump_derived,
    follow,
    load_captures,
    load_issues,
    load_runs,
    open_store,
    restore_backup,
    write_backup,
)
from cellwire.errors import StoreError
from cellwire.lexicon import load_lexicon
from cellwire.model import Capture, Judgement, Outcome, Source, SourceKind, State, Story, Told, Verdict, Visit
from cellwire.pipeline import (
    changes_told,
    entries_as_of,
    health_of_sources,
    import_captures,
    load_week,
    read_capture,
    rebuild,
    record_as_of,
    search,
)

NOW = datetime(2022, 12, 18, tzinfo=UTC)

BEGUN = (
    "AESC begins work in Sunderland\n\nOn December 9, Envision AESC broke ground on its second battery "
    "plant in Sunderland, UK. It is to make 12 GWh of cells a year from 2025."
)
BEGUN_ELSEWHERE = (
    "Second gigafactory for Sunderland\n\nEnvision AESC has broken ground on a second battery plant in Sunderland. "
    "It is to make 12 GWh a year from 2025, the company said on Friday."
)
AGREED = "CATL and Chery\n\nCATL signed a strategic cooperation framework agreement with Chery on December 14."


def text(content, *, outlet="Example Wire", published=date(2022, 12, 15), moment=NOW, media_type="text/plain"):
    told = Told(published=published, outlet=outlet)
    return Capture("file", None, f"{outlet}.txt", moment, media_type, content.encode(), told)


CAPTURES = [text(BEGUN), text(BEGUN_ELSEWHERE, outlet="Daily Cell"), text(AGREED, outlet="Volt Weekly")]


@pytest.fixture
def store(place):
    with open_store(place) as opened:
        yield opened


def test_captures_become_stories_plants_and_deals(store):
    report = import_captures(store, CAPTURES, now=NOW)

    record = record_as_of(store, None)
    assert (report.captures, report.new, report.documents, report.issues) == (3, 3, 3, ())
    assert [facility.place for facility in record.facilities] == ["Sunderland"]
    assert [deal.kind for deal in record.deals] == ["partnership"]
    assert len(entries_as_of(store, Story, None)) == report.stories == 2


def test_a_story_knows_its_plant(store):
    import_captures(store, CAPTURES, now=NOW)

    [facility] = record_as_of(store, None).facilities
    linked = [story.id for story in entries_as_of(store, Story, None) if story.facilities == (facility.id,)]

    assert linked == list(facility.stories)


def test_the_same_input_twice_changes_nothing(store):
    import_captures(store, CAPTURES, now=NOW)
    before = dump_derived(store), list(load_captures(store)), load_runs(store)

    again = import_captures(store, CAPTURES, now=datetime(2023, 1, 1, tzinfo=UTC))

    assert (again.new, again.documents) == (0, 0)
    assert not again.empty
    assert (dump_derived(store), list(load_captures(store)), load_runs(store)) == before


def test_a_rebuild_equals_the_first_build(store):
    import_captures(store, CAPTURES, now=NOW)
    before = dump_derived(store)

    rebuild(store)

    assert len(before) > 1000
    assert dump_derived(store) == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_one_by_one_in_any_order_equals_all_at_once(tmp_path, store, order):
    import_captures(store, CAPTURES, now=NOW)

    with open_store(tmp_path / "b.db") as other:
        for place in order:
            import_captures(other, [CAPTURES[place]], now=NOW)
        assert dump_derived(other) == dump_derived(store)


def test_nothing_is_written_where_nothing_could_be_read(store):
    report = import_captures(store, [text("", media_type="image/png")], now=NOW)

    assert report.empty
    assert len(report.issues) == 1
    assert not store.path or not store.exists
    assert list(load_captures(store)) == []


def test_what_could_not_be_read_is_an_issue_beside_what_could(store):
    import_captures(store, [text("pixels", media_type="image/png"), *CAPTURES], now=NOW)

    assert len(load_issues(store)) == 1
    assert len(record_as_of(store, None).facilities) == 1


def test_a_run_that_is_cut_off_is_taken_up_by_the_next(tmp_path, store):
    def cut_off(stage, _):
        if stage == "record":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_captures(store, CAPTURES, now=NOW, progress=cut_off)
    assert record_as_of(store, None).facilities == ()

    import_captures(store, CAPTURES, now=NOW)

    with open_store(tmp_path / "b.db") as other:
        import_captures(other, CAPTURES, now=NOW)
        assert dump_derived(other) == dump_derived(store)


def test_the_past_knows_only_what_had_been_captured(store):
    later = datetime(2023, 1, 5, tzinfo=UTC)
    import_captures(store, [CAPTURES[0], text(AGREED, moment=later)], now=later)

    assert len(record_as_of(store, datetime(2022, 12, 31, tzinfo=UTC)).facilities) == 1
    assert record_as_of(store, datetime(2022, 12, 31, tzinfo=UTC)).deals == ()
    assert entries_as_of(store, Story, datetime(2022, 1, 1, tzinfo=UTC)) == ()
    assert len(record_as_of(store, later).deals) == 1


@pytest.mark.parametrize(("day", "news"), [(9, False), (10, True), (16, True), (17, False)])
def test_a_week_changes_what_its_seven_days_tell(store, day, news):
    import_captures(store, [text(BEGUN, published=date(2022, 12, day))], now=NOW)

    assert bool(changes_told(store, load_week(store, date(2022, 12, 16)))) is news


def test_a_judgement_outlives_a_rebuild(store):
    import_captures(store, [text(AGREED)], now=NOW)
    [told] = read_capture(text(AGREED), load_lexicon()).developments
    add_judgements(store, [Judgement(Verdict.REJECT, told.id, None, "ann", "an old text", NOW)])

    rebuild(store)

    assert record_as_of(store, None).deals == ()


def test_how_sources_did_is_told_as_of_a_moment(store):
    source = Source("courier", "Cell Courier", "https://courier.example/feed", SourceKind.FEED)
    follow(store, source)
    days = [NOW + timedelta(days=day) for day in range(3)]
    for day in days:
        add_visit(store, Visit("courier", day, Outcome.FAILED, problem="is gone"))

    told = [health_of_sources(store, now=moment)[0][1].state for moment in (NOW - timedelta(days=1), days[0], days[2])]
    assert told == [State.NEW, State.FAILING, State.FAILING]


def test_two_that_write_at_once_wait_for_each_other(place, tmp_path):
    def take_in(captures):
        with open_store(place) as one:
            return import_captures(one, captures, now=NOW).new

    shares = [[text(f"{BEGUN} {number}", outlet=f"{name}{number}") for number in range(4)] for name in "ab"]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(take_in, shares)) == [4, 4]

    with open_store(place) as store, open_store(tmp_path / "b.db") as other:
        import_captures(other, [capture for share in shares for capture in share], now=NOW)
        assert dump_derived(other) == dump_derived(store)


def test_what_another_run_folded_is_held_all_the_same(place):
    def folded_by_another(begun, done):
        if (begun, done) == ("record", 0):
            with open_store(place) as other:
                import_captures(other, CAPTURES[2:], now=NOW)

    with open_store(place) as one:
        import_captures(one, CAPTURES[:1], now=NOW)
        report = import_captures(one, CAPTURES[1:2], now=NOW, progress=folded_by_another)

    assert (report.new, report.stories, report.facilities, report.deals) == (1, 2, 1, 1)


def test_a_backup_of_one_database_fills_the_other_with_the_same_bytes(store, tmp_path):
    import_captures(store, CAPTURES, now=NOW)
    write_backup(store, tmp_path / "b.cellwire")

    with open_store(tmp_path / "b.db") as other:
        restore_backup(other, tmp_path / "b.cellwire")
        with pytest.raises(StoreError, match="cellwire rebuild"):
            record_as_of(other, None)
        rebuild(other)
        assert dump_derived(other) == dump_derived(store)


def test_a_search_of_the_past_finds_what_was_known_then(store):
    later = datetime(2023, 1, 5, tzinfo=UTC)
    import_captures(store, [CAPTURES[0], text(AGREED, moment=later)], now=later)

    assert len(search(store, "Chery", None)) == 1
    assert search(store, "Chery", datetime(2022, 12, 31, tzinfo=UTC)) == []
    assert len(search(store, "Sunderland", datetime(2022, 12, 31, tzinfo=UTC))) == 1


def test_what_an_older_version_derived_is_derived_anew_by_the_next_run(place):
    with open_store(place) as store:
        import_captures(store, CAPTURES, now=NOW)
        before = dump_derived(store)
        with store.engine.execution_options(writes=True).begin() as connection:
            connection.exec_driver_sql("UPDATE state SET value = '2' WHERE key = 'version'")
            connection.exec_driver_sql("UPDATE facilities SET body = 'of another form'")
    with open_store(place) as store:
        with pytest.raises(StoreError, match="cellwire rebuild"):
            record_as_of(store, None)
        import_captures(store, CAPTURES[:1], now=NOW)

        assert dump_derived(store) == before
