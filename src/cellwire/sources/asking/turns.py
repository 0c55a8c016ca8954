"""Turns: several look at sources at the same time, and what they find is taken in the order of the sources.

What waits to be taken stays within a limit, and what is large is brought only by the one whose turn it is: ten
sources that send a bomb at the same time cost as much memory as one.
"""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from cellwire.model import Capture, Issue

LARGE = 512 * 1024  # bytes of an answer that only the one whose turn it is brings
_WAITING = 16 * 1024 * 1024  # bytes of captures that wait


class Stopped(Exception):
    """Ends a look whose finds nobody takes any more."""


@dataclass
class Turns:
    """Those who look are numbered from 0; whose number is `now` never waits for another."""

    now: int = -1
    stopped: bool = False
    _held: int = 0
    _waiting: defaultdict[int, deque[Capture | Issue]] = field(default_factory=lambda: defaultdict(deque))
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def begin(self, number: int) -> None:
        with self._changed:
            self.now = number
            self._changed.notify_all()

    def stop(self) -> None:
        with self._changed:
            self.stopped = True
            self._changed.notify_all()

    def put(self, number: int, found: Capture | Issue) -> None:
        mine = self._waiting[number]
        self._wait(lambda: self._held < _WAITING or (self.now == number and not mine))
        with self._changed:
            mine.append(found)
            self._held += _size(found)
            self._changed.notify_all()

    def take(self, ended: Callable[[], bool]) -> Capture | Issue | None:
        """What the one whose turn it is found next; None at its end."""
        mine = self._waiting[self.now]
        with self._changed:
            self._changed.wait_for(lambda: mine or ended())
            if not mine:
                return None
            found = mine.popleft()
            self._held -= _size(found)
            self._changed.notify_all()
            return found

    def look_up(self) -> None:
        """To be called when somebody's look ended."""
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, number: int) -> None:
        self._wait(lambda: self.now == number)

    def _wait(self, until: Callable[[], object]) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self.stopped or until())
            if self.stopped:
                raise Stopped


@dataclass(frozen=True, slots=True)
class Turn:
    """One's own turn: whether it has come, and waiting until it does."""

    turns: Turns
    number: int

    @property
    def has_come(self) -> bool:
        return self.turns.now == self.number

    def wait(self) -> None:
        self.turns.wait_for(self.number)


def _size(found: Capture | Issue) -> int:
    return len(found.content) if isinstance(found, Capture) else 0
