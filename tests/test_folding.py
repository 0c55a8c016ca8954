"""A fold brings the record to one state, whichever way and in however many steps the documents came."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Table, event, select

from cellwire.db import (
    Readings,
    Run,
    Store,
    add_judgements,
    add_readings,
    dump_derived,
    find_named,
    load_developments,
    load_documents,
    load_open,
    load_record,
    load_stories,
    open_store,
    refold,
    schema,
)
from cellwire.errors import ContradictoryJudgement
from cellwire.folding import fold, state_at
from cellwire.model import Capture, Judgement, Known, Verdict, citations_of, taken_back
from cellwire.model import fold as fold_name
from cellwire.record import (
    Judgeable,
    Said,
    build_record,
    check_judgements,
    heard_until,
    link_stories,
    open_questions,
    propose,
)
from cellwire.record.plants import facilities
from cellwire.stories import gather
from factories import development, document, party

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

NOW = datetime(2022, 12, 18, tzinfo=UTC)
KNOWN = Known()


@cache
def readings(seed: int, developments: int = 260, days: int = 200, per_plant: int = 70) -> tuple[Readings, ...]:
    from made_years import make_years

    made = []
    for one, told in make_years(developments, seed=seed, days=days, per_plant=per_plant):
        capture = Capture("made", one.url, None, one.captured, "text/plain", one.text.encode())
        made.append(Readings(capture, (one,), tuple(told)))
    return tuple(made)


def plans(seed: int) -> list[Readings]:
    """Ten years of news of plants that are planned, permitted or begun, of which nobody tells the end."""
    told = readings(seed, 500, 3600)
    ends = ("operating", "expanded", "considered")
    return [one for one in told if all(each.stage not in ends for each in one.developments)]


def take_in(store: Store, some: Sequence[Readings], judgements: Sequence[Judgement] = ()) -> None:
    add_readings(store, some)
    refold(store, lambda connection: fold(connection, judgements, KNOWN), lambda held: Run("made", NOW, dict(held)))


def test_a_version_under_another_address_is_found_whichever_comes_first(tmp_path: Path) -> None:
    """Corrected elsewhere: only what the addresses have in common brings the two together."""
    given = list(readings(5))
    old = given[0].documents[0]
    new = replace(given[-1].documents[0], url=f"https://m.other.example/{old.id}?utm_source=x", canonical=old.url)
    new = replace(new, title=old.title, published=old.published)
    given[-1] = replace(given[-1], documents=(new,))
    dumps = []
    for name, steps in {"a": [given], "b": [given[:-1], given[-1:]], "c": [given[-1:], given[:-1]]}.items():
        with open_store(tmp_path / f"{name}.db") as store:
            for step in steps:
                take_in(store, step)
            dumps.append(dump_derived(store))

    assert dumps[0] == dumps[1] == dumps[2]


@pytest.mark.parametrize("days", [200, 3600])
@pytest.mark.parametrize("seed", range(4))
def test_documents_in_any_steps_and_order_give_one_record(tmp_path: Path, seed: int, days: int) -> None:
    given, random = list(readings(seed) if days == 200 else plans(seed)), Random(seed)
    with open_store(tmp_path / "a.db") as at_once:
        take_in(at_once, given)
        expected = dump_derived(at_once)
    random.shuffle(given)
    with open_store(tmp_path / "b.db") as in_steps:
        while given:
            step = random.choice((1, 2, 5, 40))
            take_in(in_steps, given[:step])
            given = given[step:]

        assert dump_derived(in_steps) == expected


def found_by(store: Store) -> list[set[tuple[object, ...]]]:
    """What blocks hold and are found by, each block under the first of its developments: numbers tell of history."""
    with store.engine.begin() as connection:
        held = connection.execute(select(schema.blocks)).all()
        name = {block: development for development, block in sorted(held, reverse=True)}
        tables = (schema.blocks, schema.meetings, schema.points, schema.names)
        rows = [connection.execute(select(table)).mappings().all() for table in tables]
    return [{tuple(name[row[key]] if key == "block" else row[key] for key in row) for row in some} for some in rows]


def test_a_recollection_is_of_its_text_although_the_stories_of_that_text_are_other_blocks(tmp_path: Path) -> None:
    """Copies count once also for what no story tells: the origin of a text is the same in all that it tells."""
    text = "CATL builds a plant in Debrecen. AESC and Ford had signed a contract."
    given = []
    for outlet in ("A", "B"):
        one = document(text, outlet=outlet)
        news = development(
            one, parties=[party(one, "CATL")], where="Debrecen", evidence="CATL builds a plant in Debrecen."
        )
        sides = [party(one, "AESC", "supplier"), party(one, "Ford", "customer")]
        past = development(one, "supply", "signed", parties=sides, background=True, evidence="AESC and Ford had signed")
        capture = Capture("made", None, one.id, NOW, "text/plain", one.id.encode())
        given.append(Readings(capture, (one,), (news, past)))
    with open_store(tmp_path / "store.db") as store:
        take_in(store, given)
        [deal], record = load_record(store).deals, load_record(store)

    assert len({one.origin for thing in (deal, *record.facilities) for one in citations_of(thing)}) == 1


def test_no_question_of_a_later_fold_reads_a_whole_table(tmp_path: Path) -> None:
    """What is there already costs nothing where each row is found by an index, as a million are by theirs."""
    given, asked = list(readings(11, 400, 2000)), dict[str, object]()

    def note(_: object, __: object, said: str, values: object, *___: object) -> None:
        asked.setdefault(said, values[0] if isinstance(values, list) else values)

    with open_store(tmp_path / "store.db") as store:
        take_in(store, given[:-20])
        add_readings(store, given[-20:])
        with store.engine.execution_options(writes=True).begin() as connection:
            event.listen(connection, "before_cursor_execute", note)
            fold(connection, [], KNOWN)
            event.remove(connection, "before_cursor_execute", note)
            plans = {
                said: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values).all()
                for said, values in asked.items()
                if "aside" not in said  # what this fold brings, put by for its end
            }
    reads = {(said, line.detail) for said, plan in plans.items() for line in plan}

    assert len(plans) > 30
    assert [one for one in reads if re.match(r"SCAN (?!unfolded|anon_\d+|\w+ VIRTUAL TABLE INDEX)", one[1])] == []


def test_blocks_taken_in_steps_are_found_by_the_same(tmp_path: Path) -> None:
    """In years a plant's next step is told long after the last, whose block is taken up as it is kept."""
    given = list(readings(11, 400, 2000))
    with open_store(tmp_path / "steps.db") as steps, open_store(tmp_path / "whole.db") as whole:
        take_in(whole, given)
        for start in range(0, len(given), 40):
            take_in(steps, given[start : start + 40])

        assert found_by(steps) == found_by(whole)
        assert dump_derived(steps) == dump_derived(whole)


def test_both_databases_fold_alike(place: str, tmp_path: Path) -> None:
    given = list(readings(9))
    with open_store(place) as store, open_store(tmp_path / "other.db") as other:
        take_in(store, given[:30])
        take_in(store, given[30:])
        take_in(other, given)

        assert dump_derived(store) == dump_derived(other)


@pytest.mark.parametrize("seed", range(4))
def test_silence_speaks_as_far_as_news_was_heard(tmp_path: Path, seed: int) -> None:
    """In steps of time as in one, and whether a plan, or only others, were told of in a step."""
    given = plans(seed)
    with open_store(tmp_path / "a.db") as store, open_store(tmp_path / "b.db") as at_once:
        for start in range(0, len(given), 16):
            take_in(store, given[start : start + 16])
        take_in(at_once, given)
        held, now = load_record(store), given[-1].capture.moment
        with store.engine.begin() as connection:
            believed = state_at(connection, now + timedelta(900), [], KNOWN).whole()[1]

        assert dump_derived(store) == dump_derived(at_once)
        assert (believed.facilities, believed.deals) == (held.facilities, held.deals)
    assert any(phase.inferred for plant in held.facilities for phase in plant.phases)


@pytest.mark.parametrize("days", [200, 3600])
@pytest.mark.parametrize("seed", range(3))
def test_block_by_block_is_what_all_together_would_be(tmp_path: Path, seed: int, days: int) -> None:
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(seed) if days == 200 else plans(seed))
        documents, developments = load_documents(store), load_developments(store)
        stories = gather(developments, documents)
        record = build_record(stories, developments, documents=documents, heard=heard_until(documents, developments))

        assert load_stories(store) == link_stories(stories, record)
        assert load_record(store) == record


def test_what_is_judged_later_holds_for_what_was_folded_before(tmp_path: Path) -> None:
    given = readings(1)
    with open_store(tmp_path / "a.db") as store:
        take_in(store, given[:-1])
        one, other, *_ = load_record(store).facilities
        told = load_developments(store)[0]
        judgements = [
            Judgement(Verdict.SAME, one.id, other.id, "ann", "seen", NOW),
            Judgement(Verdict.REJECT, told.id, None, "ann", "an advert", NOW),
        ]
        take_in(store, given[-1:], judgements)
        after = dump_derived(store)

        assert not {one.id, other.id} <= {plant.id for plant in load_record(store).facilities}
    with open_store(tmp_path / "b.db") as anew:
        take_in(anew, given, judgements)

        assert dump_derived(anew) == after


def test_a_phrase_that_became_common_parts_what_it_had_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("stories.origins", "folding.looking", "folding.whole"):
        monkeypatch.setattr(f"cellwire.{module}.COMMON", 3)
    given = readings(2)
    with open_store(tmp_path / "a.db") as at_once, open_store(tmp_path / "b.db") as in_steps:
        take_in(at_once, given)
        for start in range(0, len(given), 7):
            take_in(in_steps, given[start : start + 7])

        assert dump_derived(in_steps) == dump_derived(at_once)


def test_a_new_document_leaves_far_away_rows_as_they_are(tmp_path: Path) -> None:
    """Blocks are numbered when they are made: those of old numbers were not made again."""
    given = readings(3, 900)
    with open_store(tmp_path / "a.db") as store:
        take_in(store, given[:-1])
        before = blocks_of(store)
        take_in(store, given[-1:])
        after = blocks_of(store)

    made_anew = [id for id, block in before.items() if after[id] != block]
    assert len(made_anew) < len(before) / 3, json.dumps(made_anew)


def test_a_plant_that_the_same_texts_tell_is_not_worked_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside one that a new document tells of, whatever is weighed against it is looked at again."""
    made: list[str] = []
    parts = facilities._parts
    monkeypatch.setattr(facilities, "_parts", lambda id, *rest: made.append(id) or parts(id, *rest))
    given = readings(3, 500, 1000, 10)
    worked_out = looked_at = 0
    with open_store(tmp_path / "a.db") as store:
        take_in(store, given[:25])
        for start in range(25, len(given), 25):
            before, held = found_in(store, schema.told_by), found_in(store, schema.blocks)
            made.clear()
            take_in(store, given[start : start + 25])
            plants = load_record(store).facilities
            told, holds = found_in(store, schema.told_by), found_in(store, schema.blocks)

            assert set(made) == {plant.id for plant in plants if told[plant.id] != before.get(plant.id)}
            of = {plant.id: {holds[one.development] for one in citations_of(plant)} for plant in plants}
            looked_at += sum(not of[plant.id] <= set(held.values()) for plant in plants)
            worked_out += len(made)
    assert worked_out < looked_at


def found_in(store: Store, table: Table) -> dict[str, int]:
    with store.engine.begin() as connection:
        return {row[0]: row[1] for row in connection.execute(select(table))}


def test_what_was_judged_is_worked_out_again_when_that_is_taken_back(tmp_path: Path) -> None:
    """A plant that somebody corrected is not kept as what its texts tell."""
    given = readings(1)
    with open_store(tmp_path / "a.db") as store:
        take_in(store, given[:-1])
        plain = dump_derived(store)
        plant = load_record(store).facilities[0]
        known = Judgeable(load_record(store), load_stories(store), load_developments(store), load_documents(store), ())
        said = propose(Said(Verdict.CORRECT, (plant.id, "status", "closed"), "ann", "seen"), known, moment=NOW)
        later = NOW + timedelta(minutes=1)
        add_judgements(store, [said])
        refold(store, lambda connection: fold(connection, [said], KNOWN), lambda held: Run("made", NOW, dict(held)))
        corrected = dump_derived(store)
        undone = [said, Judgement(Verdict.UNDO, said.id, None, "ann", "not so", later)]
        add_judgements(store, undone[1:])
        refold(store, lambda connection: fold(connection, undone, KNOWN), lambda held: Run("made", NOW, dict(held)))

        assert corrected != plain
        assert dump_derived(store) == plain


_OF_TWO = (Verdict.SAME, Verdict.DIFFERENT)


def proposed(store: Store, random: Random, held: list[Judgement]) -> Judgement:
    """Something that somebody may say of what the record holds; now and then that an earlier word is taken back."""
    record, developments = load_record(store), load_developments(store)
    known = Judgeable(record, load_stories(store), developments, load_documents(store), held)
    plants = [plant.id for plant in record.facilities]
    told = random.choice(developments).id
    gone = taken_back(held)
    standing = [one for one in held if one.id not in gone]  # what is taken back is not taken back again
    said = random.choice(
        [
            *((verdict, tuple(random.sample(plants, 2))) for verdict in _OF_TWO if len(plants) > 1),
            (Verdict.REJECT, (told,)),
            (Verdict.REJECT, (random.choice(plants),)),
            (Verdict.CORRECT, (random.choice(plants), "status", "paused")),
            (Verdict.CORRECT, (random.choice(plants), "status", "closed")),
            *([(Verdict.UNDO, (random.choice(standing).id,))] * 3 if standing else []),
        ]
    )
    moment = NOW + timedelta(minutes=len(held))
    return propose(Said(*said, f"author {random.randrange(2)}", "seen"), known, moment=moment)


@pytest.mark.parametrize("seed", range(4))
def test_judged_one_by_one_or_all_at_once_is_one_record(tmp_path: Path, seed: int) -> None:
    random, given, held = Random(seed), list(readings(seed, 400)), list[Judgement]()
    with open_store(tmp_path / "a.db") as in_steps:
        take_in(in_steps, given[:-20])
        for step in range(12):
            judgement = proposed(in_steps, random, held)
            try:
                add_judgements(in_steps, [judgement], check=check_judgements)
            except ContradictoryJudgement:
                continue
            held.append(judgement)
            take_in(in_steps, given[-20:] if step == 6 else [], held)
        assert len(held) > 4
        after = dump_derived(in_steps)
    with open_store(tmp_path / "b.db") as at_once:
        take_in(at_once, given, held)

        assert dump_derived(at_once) == after


def test_a_judgement_touches_its_neighbourhood_only(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(3, 900))
        before = blocks_of(store)
        plant = load_record(store).facilities[0]
        known = Judgeable(load_record(store), load_stories(store), load_developments(store), load_documents(store), [])
        said = Said(Verdict.CORRECT, (plant.id, "status", "paused"), "ann", "asked")
        judgement = propose(said, known, moment=NOW)
        add_judgements(store, [judgement])
        take_in(store, [], [judgement])
        after = blocks_of(store)

        assert next(one for one in load_record(store).facilities if one.id == plant.id).status == "paused"
    assert 0 < sum(after[id] != block for id, block in before.items()) < len(before) / 3


def blocks_of(store: Store) -> dict[str, int]:
    with store.engine.begin() as connection:
        return dict(tuple(row) for row in connection.exec_driver_sql("SELECT development, block FROM blocks"))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_left_open_is_found_without_the_rest_of_the_record(tmp_path: Path, seed: int) -> None:
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(seed, 700))
        asked = open_questions(load_record(store))

        assert asked
        assert open_questions(load_open(store)) == asked


def test_entries_are_found_by_any_part_of_their_names(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(3))
        record = load_record(store)
        plant = record.facilities[0]
        found = find_named(store, plant.name.upper())

        assert plant in found
        assert all(set(fold_name(plant.name).split()) <= set(fold_name(entry.name).split()) for entry in found)
        assert {entry.id for entry in find_named(store, "company")} >= {entry.id for entry in record.companies}
        assert find_named(store, "–") == []
