"""Killed at random points, and two at once: nothing that was kept is lost, nothing is kept twice, all can go on.

`CELLWIRE_KILLS=100 pytest tests/test_killed.py` kills a hundred times each.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cellwire.cli import run
from cellwire.db import dump_derived, load_captures, load_judgements, load_record, open_store

KILLS = int(os.environ.get("CELLWIRE_KILLS", "5"))
NEWS = [
    ("CATL", "Debrecen", "Hungary", 100),
    ("AESC", "Sunderland", "UK", 12),
    ("ACC", "Douvrin", "France", 13),
    ("Volta Cells", "Kaunas", "Lithuania", 9),
    ("Samsung SDI", "Göd", "Hungary", 30),
    ("SK On", "Iváncsa", "Hungary", 9),
    ("Verkor", "Dunkirk", "France", 16),
    ("Northvolt", "Heide", "Germany", 60),
    ("CALB", "Sines", "Portugal", 15),
    ("Gotion", "Manteno", "Illinois", 40),
    ("PowerCo", "Sagunto", "Spain", 40),
    ("InoBat", "Voderady", "Slovakia", 4),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    for number, (company, town, country, size) in enumerate(NEWS):
        text = (
            f"{company} builds in {town}\n\n{company} has started construction of its battery plant in {town}, "
            f"{country}. The plant will have an annual capacity of {size} GWh.\n"
        )
        (news / f"{number}.txt").write_text(text, "utf-8")
    # What is read once for all is read here, so that the children are killed at their work and not at loading.
    assert run(["import", str(news), "--db", str(tmp_path / "warm.db")]) == 0
    return news


def started(words: list[str], log: Path) -> int:
    """A command in a process of its own; the id of that process."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        with log.open("a") as sink:
            os.dup2(sink.fileno(), 1)
            os.dup2(sink.fileno(), 2)
        code = run(words)
    finally:
        os._exit(code)  # whatever went wrong, the child runs no test


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(words: list[str], delay: float, log: Path) -> None:
    child = started(words, log)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    ended(child)


def lasting(words: Callable[[], list[str]], log: Path) -> float:
    begun = time.perf_counter()
    assert ended(started(words(), log)) == 0, log.read_text()
    return time.perf_counter() - begun


def is_whole(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def kept(database: Path) -> tuple[list[str], bytes]:
    """The captures by name, and everything derived without the moment at which it was captured."""
    with open_store(database) as store:
        names = sorted(capture.path or "" for capture in load_captures(store))
        record = load_record(store)
    plants = sorted(f"{plant.id} {plant.name} {plant.status} {plant.facts}".encode() for plant in record.facilities)
    return names, b"\n".join(plants)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork here")


def test_an_import_that_is_killed_anywhere_loses_and_doubles_nothing(folder: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    whole = tmp_path / "whole.db"
    words = ["import", str(folder)]
    length = lasting(lambda: [*words, "--db", str(whole)], log)
    expected, _ = kept(whole)
    rng = random.Random(5)

    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        killed_at([*words, "--db", str(database)], rng.uniform(0, length), log)
        before: list[str] = []
        if database.exists() and database.stat().st_size:
            assert is_whole(database)
            before = kept(database)[0]
            assert len(before) == len(set(before))
        assert ended(started([*words, "--db", str(database)], log)) == 0, log.read_text()
        after = kept(database)
        assert set(before) <= set(after[0])
        assert after[0] == expected
        with open_store(database) as store, open_store(whole) as reference:
            assert len(load_record(store).facilities) == len(load_record(reference).facilities) == len(NEWS)


def test_a_judgement_that_is_killed_anywhere_is_kept_whole_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    log, database = tmp_path / "log", tmp_path / "a.db"
    assert ended(started(["import", str(folder), "--db", str(database)], log)) == 0
    with open_store(database) as store:
        plants = [plant.id for plant in load_record(store).facilities]

    def words(number: int) -> list[str]:
        # Every value is another one, so that each of them is a judgement of its own.
        plant, value = plants[number % len(plants)], f"{number + 1} GWh/yr"
        return ["judge", "correct", plant, "capacity", value, "--why", "x", "--author", "ann", "--db", str(database)]

    length = lasting(lambda: words(0), log)
    rng = random.Random(7)
    said = 1
    for number in range(1, KILLS + 1):
        killed_at(words(number), rng.uniform(0, length), log)
        assert is_whole(database)
        with open_store(database) as store:
            found = len(load_judgements(store))
        assert found in {said, said + 1}

        assert ended(started(words(number), log)) == 0, log.read_text()

        with open_store(database) as store:
            judgements = load_judgements(store)
            said += 1
            assert len(judgements) == said  # said again after the kill, it is not said twice
            assert judgements[-1].value == f"{number + 1} GWh/yr"
            plant = next(plant for plant in load_record(store).facilities if plant.id == judgements[-1].subject)
            told = [fact.value.text for phase in plant.phases for fact in phase.facts] + [
                f.value.text for f in plant.facts
            ]
            assert f"{number + 1} GWh/yr" in told


def test_two_at_once_both_succeed(folder: Path, tmp_path: Path) -> None:
    """Two imports and two judgements at the same time: as if one had waited for the other."""
    log, once, both = tmp_path / "log", tmp_path / "once.db", tmp_path / "both.db"
    other = tmp_path / "other"
    other.mkdir()
    for path in sorted(folder.iterdir())[::2]:
        path.rename(other / path.name)
    for number in range(max(2, KILLS // 20)):
        for database in (once, both):
            for path in database.parent.glob(f"{database.name}*"):
                path.unlink()
        assert ended(started(["import", str(folder), str(other), "--db", str(once)], log)) == 0
        writers = [started(["import", str(place), "--db", str(both)], log) for place in (folder, other)]
        assert [ended(writer) for writer in writers] == [0, 0], log.read_text()
        assert is_whole(both)
        assert kept(both)[0] == kept(once)[0]
        with open_store(both) as store:
            record = load_record(store)
            assert len(record.facilities) == len(NEWS)
            one, two = (plant.id for plant in record.facilities[:2])
        said = [
            [
                "judge",
                "correct",
                id,
                "capacity",
                f"{number + 50} GWh/yr",
                "--why",
                "x",
                "--author",
                id,
                "--db",
                str(both),
            ]
            for id in (one, two)
        ]
        assert [ended(writer) for writer in [started(words, log) for words in said]] == [0, 0], log.read_text()
        with open_store(both) as store:
            assert len(load_judgements(store)) == 2
            before = dump_derived(store)
        assert ended(started(["rebuild", "--db", str(both)], log)) == 0
        with open_store(both) as store:
            assert dump_derived(store) == before
