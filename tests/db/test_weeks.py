"""What is read for some days: their texts and stories, the things they are about, and nothing that is far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from cellwire.db import Store, last_told, load_around, open_store, stories_before, texts_between
from cellwire.model import Capture, Told
from cellwire.pipeline import import_captures

PLAN = "Ford plans a battery plant in Marshall, Michigan. It will make 35 GWh a year from 2026."
START = "Ford broke ground on its battery plant in Marshall, Michigan, on Monday."
OTHER = "Northvolt plans a battery plant in Heide, Germany. It will make 60 GWh a year from 2026."
FAR = "Panasonic plans a battery plant in De Soto, Kansas. It will make 30 GWh a year from 2025."
QUIET = "The band played on the market square all night long, and nobody went home before two."


@pytest.fixture
def store(tmp_path) -> Iterator[Store]:
    told = [("01-10", PLAN), ("03-02", FAR), ("03-07", START), ("03-08", OTHER), ("03-09", QUIET), ("04-20", FAR)]
    with open_store(tmp_path / "one.db") as opened:
        captures = [
            Capture(
                "x",
                f"https://news.example/{day}",
                None,
                datetime(2023, 5, 1, tzinfo=UTC),
                "text/plain",
                f"{text.split('.')[0]}\n\n{text}".encode(),
                told=Told(published=date.fromisoformat(f"2023-{day}")),
            )
            for day, text in told
        ]
        import_captures(opened, captures, now=datetime(2023, 5, 1, tzinfo=UTC))
        yield opened


def addresses(documents) -> list[str]:
    return sorted(document.url[-5:] for document in documents)


def test_a_week_comes_with_what_was_ever_told_of_its_things(store: Store) -> None:
    near = load_around(store, date(2023, 3, 6), date(2023, 3, 12))

    assert addresses(near.documents) == ["01-10", "03-07", "03-08", "03-09"]
    assert sorted(plant.name.split(",")[0] for plant in near.record.facilities) == ["Ford", "Northvolt"]
    assert {dev.document for dev in near.developments} == {d.id for d in near.documents if d.url[-5:] != "03-09"}


def test_days_without_news_are_empty(store: Store) -> None:
    near = load_around(store, date(2020, 1, 1), date(2020, 1, 7))

    assert (near.stories, near.documents, near.developments, near.record.facilities) == ((), (), (), ())


@pytest.mark.parametrize(("most", "read"), [(10, 4), (4, 4), (2, 2), (1, 1)])
def test_of_many_texts_a_share_is_read_and_all_are_counted(store: Store, most: int, read: int) -> None:
    texts = texts_between(store, date(2023, 3, 1), date(2023, 3, 31), most=most)

    assert (len(texts.documents), texts.many) == (read, 4)
    assert {dev.document for dev in texts.developments} <= {document.id for document in texts.documents}


def test_a_companys_stories_before_a_day_are_the_latest(store: Store) -> None:
    assert {s.companies[0] for s in stories_before(store, {"ford", "panasonic"}, date(2023, 3, 5), each=9)} == {
        "ford",
        "panasonic",
    }
    assert stories_before(store, {"ford"}, date(2023, 1, 10), each=9) == []


def test_the_last_day_told_is_known_without_reading_stories(store: Store, tmp_path) -> None:
    assert last_told(store) == date(2023, 4, 20)
    with open_store(tmp_path / "none.db") as empty:
        assert last_told(empty) is None
