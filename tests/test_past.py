"""What stood at a moment is worked out from few blocks, and is what all texts of then together would tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection

from cellwire.db import Store, add_judgements, load_developments, load_documents, moments, open_store, search_among
from cellwire.errors import ContradictoryJudgement
from cellwire.folding import past, state_at, states_between
from cellwire.model import Facility, Judgement, Record, Story
from cellwire.record import build_entries, build_record, changes_between, check_judgements, heard_until, link_stories
from cellwire.record.turning import months_after
from cellwire.stories import gather
from test_folding import KNOWN, plans, proposed, readings, take_in

FIRST = datetime(2013, 1, 1, tzinfo=UTC)  # of the made-up years


def from_all(store: Store, moment: datetime, judgements: Sequence[Judgement]) -> tuple[list[Story], Record]:
    documents = load_documents(store, until=moment)
    developments = load_developments(store, of=documents)
    stories = gather(developments, documents, known=KNOWN)
    said = [one for one in judgements if one.moment <= moment]
    record = build_record(
        stories,
        developments,
        documents=documents,
        judgements=said,
        known=KNOWN,
        as_of=moment,
        heard=heard_until(documents, developments),
    )
    return link_stories(stories, record), record


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("days", "span"),
    [(30, 200), (120, 200), (190, 200), (215, 200), (1000, 200), (900, 3600), (1700, 3600), (2500, 3600)],
)
def test_a_moment_from_few_blocks_is_that_from_all_texts(tmp_path: Path, seed: int, days: int, span: int) -> None:
    moment = FIRST + timedelta(days)
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(seed) if span == 200 else plans(seed))
        expected = from_all(store, moment, [])
        with store.engine.begin() as connection:
            assert state_at(connection, moment, [], KNOWN).whole() == expected
            before, after = states_between(connection, (moment - timedelta(40), moment), [], KNOWN)
        earlier = from_all(store, moment - timedelta(40), [])[1]

    assert changes_between(before, after) == changes_between(earlier, expected[1])


@pytest.mark.parametrize("seed", range(3))
def test_what_was_judged_later_is_not_believed_earlier(tmp_path: Path, seed: int) -> None:
    random, held = Random(seed), list[Judgement]()
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(seed, 500))
        for _ in range(8):
            judgement = proposed(store, random, held)
            try:
                add_judgements(store, [judgement], check=check_judgements)
            except ContradictoryJudgement:
                continue
            held.append(judgement)
            take_in(store, [], held)
        for one in held:
            with store.engine.begin() as connection:
                assert state_at(connection, one.moment, held, KNOWN).whole() == from_all(store, one.moment, held)


@pytest.mark.parametrize("seed", range(3))
def test_a_search_in_the_past_finds_what_was_told_then(tmp_path: Path, seed: int) -> None:
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(seed))
        for days in (120, 190, 215):
            moment = FIRST + timedelta(days)
            stories = from_all(store, moment, [])[0]
            with store.engine.begin() as connection:
                changed = state_at(connection, moment, [], KNOWN).changed()
            for words in ("cathode plant", "company3", "considers"):
                found = search_among(store, words, *changed, until=moment)
                assert found == search_among(store, words, stories, until=moment)


def test_of_the_past_only_the_kinds_asked_for_are_read(tmp_path: Path) -> None:
    asked: list[type] = []

    def stands(connection: Connection, kind: type) -> Sequence[object]:
        asked.append(kind)
        return moments.entries_stand(connection, kind, ())

    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(3, 900))
        with store.engine.begin() as connection:
            state_at(connection, FIRST + timedelta(200), [], KNOWN, stands=stands).of(Facility)

    assert asked == [Facility]


def test_changes_of_a_week_look_at_few_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    of_blocks = past.Past.of_blocks
    monkeypatch.setattr(
        past.Past, "of_blocks", lambda self, blocks: looked.append(len(blocks)) or of_blocks(self, blocks)
    )
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(3, 900))
        with store.engine.begin() as connection:
            blocks = connection.exec_driver_sql("SELECT COUNT(DISTINCT block) FROM blocks").scalar()
            states_between(connection, (FIRST + timedelta(193), FIRST + timedelta(220)), [], KNOWN)

    assert 0 < max(looked) < blocks / 2


@pytest.mark.parametrize(
    ("last", "months", "turn"),
    [
        ("2020-03-15", 24, "2022-03-15"),
        ("2020-01-31", 1, "2020-03-01"),
        ("2020-02-29", 24, "2022-03-01"),
        ("2019-12-31", 48, "2023-12-31"),
        ("2020-10-31", 1, "2020-12-01"),
    ],
)
def test_a_month_without_that_day_is_over_before_its_silence_counts(last: str, months: int, turn: str) -> None:
    assert months_after(date.fromisoformat(last), months) == date.fromisoformat(turn)


@pytest.mark.parametrize("seed", range(3))
def test_between_two_turning_days_silence_says_nothing_new(tmp_path: Path, seed: int) -> None:
    """What only the passing of days changes is the same on each day from one that turns it to the next."""
    with open_store(tmp_path / "a.db") as store:
        take_in(store, readings(seed))
        documents, developments = load_documents(store), load_developments(store)
    stories = gather(developments, documents, known=KNOWN)

    def inferred(day: date) -> set[str]:
        record = build_record(stories, developments, documents=documents, known=KNOWN, heard=day)
        return {f"{phase.id} {phase.status}" for plant in record.facilities for phase in plant.phases if phase.inferred}

    turns = sorted(build_entries(stories, developments, documents=documents, known=KNOWN).turns)
    assert turns
    for early, late in pairwise(turns):
        if (late - early).days > 1:
            assert inferred(early) == inferred(late - timedelta(1))
