"""A state is made once for all who ask, and what takes long keeps nobody from the rest."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from typing import Any

import pytest

from cellwire.errors import NotReady, StoreError
from cellwire.model import Record
from cellwire.publish import Holdings
from cellwire.publish.view import Shelving

PAST = datetime(2022, 12, 1, tzinfo=UTC)
NOTHING = Record(None, (), (), (), ())


@dataclass
class Slow:
    """A store whose past takes until it is let go; it counts what it was asked to make."""

    stamp: str = "1"
    made: list[str] = field(default_factory=list)
    go: Event = field(default_factory=Event)
    present: Callable[[], None] = lambda: None

    def standing(self, as_of: datetime | None) -> tuple[Record, tuple[()]]:
        self.made.append(f"{as_of} {self.stamp}")
        if as_of:
            assert self.go.wait(10)
        else:
            self.present()
        return NOTHING, ()


def shelving_of(store: Slow, patience: float = 1.0) -> Shelving:
    unasked: Any = None
    given = dict.fromkeys(Holdings.__dataclass_fields__, unasked)
    return Shelving(Holdings(**{**given, "stamp": lambda: store.stamp, "standing": store.standing}), patience=patience)


def wait_for(held: Event) -> None:
    assert held.wait(10)


def test_a_desk_that_ends_waits_for_what_is_being_made() -> None:
    store = Slow()
    shelving = shelving_of(store)
    with pytest.raises(NotReady):
        shelving.standing(PAST)
    threading.Timer(0.1, store.go.set).start()

    shelving.finish()

    assert store.go.is_set()
    assert shelving.standing(PAST)
    assert len(store.made) == 1


def test_a_past_day_that_takes_long_keeps_nobody_from_today() -> None:
    store = Slow()
    shelving = shelving_of(store)

    with pytest.raises(NotReady, match="ask again"):
        shelving.standing(PAST)
    assert shelving.standing().stamp.startswith("1")
    with pytest.raises(NotReady):
        shelving.standing(PAST)

    store.go.set()
    assert shelving.standing(PAST, fresh=True).record is NOTHING
    assert store.made == [f"{PAST} 1", "None 1"]


def test_all_who_ask_at_once_wait_for_one_making() -> None:
    store = Slow()
    shelving = shelving_of(store, patience=10)

    with ThreadPoolExecutor(20) as pool:
        asked = [pool.submit(shelving.standing, PAST) for _ in range(20)]
        store.go.set()
        assert len({id(each.result()) for each in asked}) == 1
    assert len(store.made) == 1


def test_while_a_new_state_is_made_the_one_before_is_shown_but_not_to_who_decided() -> None:
    store, held = Slow(), Event()
    shelving = shelving_of(store)
    before = shelving.standing()
    store.stamp, store.present = "2", lambda: wait_for(held)

    assert shelving.standing() is before
    with ThreadPoolExecutor(1) as pool:
        fresh = pool.submit(shelving.standing, fresh=True)
        held.set()
        assert fresh.result().stamp.startswith("2")
    assert shelving.standing().stamp.startswith("2")


def test_what_cannot_be_made_says_why_and_is_tried_again() -> None:
    store = Slow()
    shelving = shelving_of(store, patience=30)

    def refuse() -> None:
        raise StoreError("news.db", "in use by another run")

    store.present = refuse
    for _ in range(2):
        with pytest.raises(StoreError, match=r"news\.db"):
            shelving.standing()
    store.present = lambda: None
    assert shelving.standing().record is NOTHING


def test_what_fails_in_making_is_told_at_once_to_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    store, logged = Slow(), Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: logged.set())
    shelving = shelving_of(store, patience=30)

    def fail() -> None:
        raise OverflowError("a day before the first")

    store.present = fail
    start = time.monotonic()
    with pytest.raises(OverflowError):
        shelving.standing()
    assert time.monotonic() - start < 10
    assert logged.wait(10)


def test_of_past_days_only_the_last_few_are_kept() -> None:
    store = Slow()
    store.go.set()
    shelving = shelving_of(store, patience=10)
    days = [datetime(2022, 12, day, tzinfo=UTC) for day in range(1, 6)]

    for day in (*days, days[-1], days[0]):
        shelving.standing(day)

    assert len(store.made) == len(days) + 1
