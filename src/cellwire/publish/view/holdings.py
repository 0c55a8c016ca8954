"""What the desk asks of the store, as functions: the rooms that know the order hand them in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import TypeVar, cast

from cellwire.model import Development, Document, Judgement, Question, Record, RecordChange, Source, Story
from cellwire.publish.brief import Edition
from cellwire.publish.view.standing import Standing


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A followed source and how it does: fine, quiet, failing, changed or new."""

    source: Source
    state: str
    last_success: datetime | None
    errors_in_row: int
    items: int
    expected: float
    problem: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides at the desk: a verdict, the ids and values it is about, and why."""

    verdict: str
    words: tuple[str, ...]
    author: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgement as it is kept, and what it changed in the record."""

    judgement: Judgement
    changes: tuple[RecordChange, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """`stamp` is other whenever an answer can be other; `as_of` None is now."""

    stamp: Callable[[], str]
    standing: Callable[[datetime | None], tuple[Record, Sequence[Story]]]
    changes: Callable[[datetime, datetime | None], Sequence[RecordChange]]
    documents: Callable[[Sequence[str]], Mapping[str, Document]]
    developments: Callable[[Sequence[str]], Mapping[str, Development]]
    edition: Callable[[date | None], Edition]
    sources: Callable[[], Sequence[SourceTold]]
    judgements: Callable[[], Sequence[Judgement]]
    questions: Callable[[], Sequence[Question]]
    decide: Callable[[Decision], Decided]


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Without a token the desk is read-only. `a_minute` limits each client that is not on this machine; 0: no limit."""

    token: str | None = None
    a_minute: int = 600


T = TypeVar("T")
Asked = tuple[str, object]


@dataclass
class Shelving:
    """The few states that are asked for again and again, each made once until the store says it has changed.

    A state of the past is kept beside the present one; the least asked for gives way.
    """

    holdings: Holdings
    most: int = 6
    _kept: OrderedDict[Asked, object] = field(default_factory=OrderedDict)
    _stamp: str = ""
    _lock: Lock = field(default_factory=Lock)

    def standing(self, as_of: datetime | None = None) -> Standing:
        def make() -> Standing:
            record, stories = self.holdings.standing(as_of)
            return Standing(f"{self._stamp}·{as_of or ''}", record, tuple(stories))

        return self._once(("standing", as_of), make)

    def changes(self, since: datetime, as_of: datetime | None = None) -> Sequence[RecordChange]:
        return self._once(("changes", (since, as_of)), lambda: self.holdings.changes(since, as_of))

    def edition(self, ending: date | None = None) -> Edition:
        return self._once(("edition", ending), lambda: self.holdings.edition(ending))

    def questions(self) -> Sequence[Question]:
        return self._once(("questions", None), self.holdings.questions)

    def _once(self, asked: Asked, make: Callable[[], T]) -> T:
        """Made under the lock: two who ask for the same new state at once wait for one making of it."""
        with self._lock:
            stamp = self.holdings.stamp()
            if stamp != self._stamp:
                self._kept.clear()
                self._stamp = stamp
            if asked not in self._kept:
                self._kept[asked] = make()
                while len(self._kept) > self.most:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(asked)
            return cast(T, self._kept[asked])
