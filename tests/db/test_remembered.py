"""What is read again equals what is read once, and what did not change is not read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from cellwire.cli import run
from cellwire.db import Remembered, load_record, load_stories, open_store

TEXT = "CATL will build a 12 GWh/yr battery cell plant in {}. Production starts in 2026. It invests $500 million."


def tell(place: str, folder: Path, *towns: str) -> None:
    for town in towns:
        (folder / f"{town}.txt").write_text(f"A plant in {town}\n\n{TEXT.format(town)}\n", "utf-8")
    assert run(["import", "--db", place, *(str(folder / f"{town}.txt") for town in towns)]) == 0


def test_it_holds_what_the_store_holds_and_keeps_what_stayed(place: str, tmp_path: Path) -> None:
    tell(place, tmp_path, "Debrecen", "Sunderland")
    with open_store(place) as store:
        remembered = Remembered(store)
        record, stories = remembered.load()
        assert (record, list(stories)) == (load_record(store), load_stories(store))

        tell(place, tmp_path, "Bilbao")
        later, stories = remembered.load()
        assert (later, list(stories)) == (load_record(store), load_stories(store))

    assert len(record.facilities) == 2
    kept = {plant.id: plant for plant in record.facilities}
    assert all(plant is kept.get(plant.id, plant) for plant in later.facilities)
    assert len(later.facilities) == 3


def test_a_decision_is_seen(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell(place, tmp_path, "Debrecen")
    with open_store(place) as store:
        remembered = Remembered(store)
        (plant,) = remembered.load()[0].facilities
        said = ["judge", "correct", plant.id, "status", "paused", "--why", "seen", "--author", "ann", "--db", place]
        assert run(said) == 0
        (later,) = remembered.load()[0].facilities

    assert (plant.status, later.status) == ("announced", "paused")


def test_citations_of_one_entry_that_are_equal_are_one(place: str, tmp_path: Path) -> None:
    tell(place, tmp_path, "Debrecen")
    with open_store(place) as store:
        (plant,) = Remembered(store).load()[0].facilities
    cited = [plant.phases[0].timeline[0].citation, *plant.parties[0].citations]

    assert len(cited) > 1
    assert len(set(cited)) == len({id(each) for each in cited})
