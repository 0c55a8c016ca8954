"""The states that are asked for again and again, each made once until the store says that it has changed."""

from __future__ import annotations

import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock, Semaphore, Thread
from typing import Any, Generic, TypeVar

from cellwire.errors import CellwireError, NotReady
from cellwire.model import Question, RecordChange
from cellwire.publish.brief import Edition
from cellwire.publish.view.holdings import Decided, Decision, Holdings
from cellwire.publish.view.shelves import SHELVES
from cellwire.publish.view.standing import Standing

T = TypeVar("T")
PATIENCE = 1.0  # seconds that one who asks waits for a state that is being made
PARTING = 5.0  # seconds that a desk which ends waits for what is being made: it looks at a store that is to be closed
MOST = {"the record": 3, "the comparison": 12, "the week": 12, "the list of questions": 1}  # that are kept of each


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """`stamp` is the store's when the making began."""

    stamp: str
    value: T


@dataclass(frozen=True, slots=True)
class Wanted(Generic[T]):
    """What is asked for: `kind` and `of` are its name, `quick` says that it takes seconds at the most."""

    kind: str
    of: object
    make: Callable[[str], T]
    quick: bool = False


class Shelving:
    """Present and past states of the record, and what was made of them.

    A state is made by a thread of its own, once for all who ask for it. Who has waited long enough gets the state from
    before the store changed, and is refused with `NotReady` where there is none: a day of the past that takes minutes
    keeps nobody from the present one. Of a kind the least asked for gives way.
    """

    def __init__(self, holdings: Holdings, *, patience: float = PATIENCE) -> None:
        self.holdings = holdings
        self._patience = patience
        self._kept: dict[str, OrderedDict[object, Made[Any]]] = {kind: OrderedDict() for kind in MOST}
        self._under_way: dict[tuple[str, object], Future[Made[Any]]] = {}
        self._lock = Lock()
        self._slow = Semaphore(1)  # what may take minutes is made one after the other

    def standing(self, as_of: datetime | None = None, *, fresh: bool = False) -> Standing:
        """`fresh` waits for what the store holds now, however long it takes."""

        def make(stamp: str) -> Standing:
            record, stories = self.holdings.standing(as_of)
            made = Standing(f"{stamp}·{as_of or ''}", record, tuple(stories))
            for shelf in SHELVES:
                shelf.rows(made)  # the first who asks need not wait for what all ask for
            made.suggest("as")
            return made

        return self._once(Wanted("the record", as_of, make, quick=as_of is None), fresh=fresh).value

    def changes(self, since: datetime, as_of: datetime | None = None) -> Made[Sequence[RecordChange]]:
        return self._once(Wanted("the comparison", (since, as_of), lambda _: self.holdings.changes(since, as_of)))

    def edition(self, ending: date | None = None) -> Edition:
        return self._once(self._edition(ending)).value

    def questions(self, *, fresh: bool = False) -> Made[Sequence[Question]]:
        return self._once(self._questions(), fresh=fresh)

    def decide(self, decisions: Sequence[Decision]) -> Decided:
        """Keeps judgements, all or none. Who has decided finds them in whatever is looked at next."""
        decided = self.holdings.decide(decisions)
        self.standing(fresh=True)
        return decided

    def prepare(self) -> None:
        """Waits for the record, and begins what the first visitors will ask for."""
        stamp = self.standing(fresh=True).stamp.partition("·")[0]
        with self._lock:
            self._begin(self._questions(), stamp)
            self._begin(self._edition(None), stamp)

    def finish(self) -> None:
        """Waits a little for what is being made."""
        with self._lock:
            going = list(self._under_way.values())
        wait(going, PARTING)

    def _edition(self, ending: date | None) -> Wanted[Edition]:
        return Wanted("the week", ending, lambda _: self.holdings.edition(ending))

    def _questions(self) -> Wanted[Sequence[Question]]:
        def make(_: str) -> Sequence[Question]:
            return self.holdings.questions(self.standing(fresh=True).record)

        return Wanted("the list of questions", None, make, quick=True)

    def _once(self, wanted: Wanted[T], *, fresh: bool = False) -> Made[T]:
        end = None if fresh else time.monotonic() + self._patience
        while True:
            stamp = self.holdings.stamp()
            with self._lock:
                kept: Made[T] | None = self._kept[wanted.kind].get(wanted.of)
                if kept is not None and kept.stamp == stamp:
                    self._kept[wanted.kind].move_to_end(wanted.of)
                    return kept
                going = self._under_way.get((wanted.kind, wanted.of))
                making = going or self._begin(wanted, stamp)
            if not wait([making], None if end is None else max(0.0, end - time.monotonic())).done:
                if kept is not None:
                    return kept
                raise NotReady(wanted.kind, "is being worked out", "ask again in a few seconds")
            made = making.result()
            if going is None:  # begun after it was asked for, it is new enough whatever the store did meanwhile
                return made

    def _begin(self, wanted: Wanted[T], stamp: str) -> Future[Made[T]]:
        """Called under the lock."""
        future: Future[Made[T]] = Future()
        self._under_way[wanted.kind, wanted.of] = future
        Thread(target=self._make, args=(wanted, stamp, future), daemon=True).start()
        return future

    def _make(self, wanted: Wanted[T], stamp: str, future: Future[Made[T]]) -> None:
        """Whatever ends it is handed on to those who wait; of what is no refusal the trace is logged as well."""
        try:
            with nullcontext() if wanted.quick else self._slow:
                made = Made(stamp, wanted.make(stamp))
            self._end(wanted, made)
            future.set_result(made)
        except CellwireError as refused:
            self._end(wanted)
            future.set_exception(refused)
        finally:
            if not future.done():
                self._end(wanted)
                future.set_exception(sys.exc_info()[1])

    def _end(self, wanted: Wanted[T], made: Made[T] | None = None) -> None:
        with self._lock:
            del self._under_way[wanted.kind, wanted.of]
            if made is not None:
                kept = self._kept[wanted.kind]
                kept[wanted.of] = made
                kept.move_to_end(wanted.of)
                while len(kept) > MOST[wanted.kind]:
                    kept.popitem(last=False)
