"""Which tellings can be of one piece of news: found by what they share, so that a new one is compared to few."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from cellwire.stories.compared import Compared
from cellwire.stories.joining import Places
from cellwire.stories.keys import is_at_once
from cellwire.stories.telling import Telling, rules


def neighbourhoods(tellings: Iterable[Telling], compared: Compared) -> Iterator[list[Telling]]:
    """Tellings that are one piece of news with one another, directly or over others, each group in order of telling.

    `tellings` come in that order; a group is passed on when none that comes can still be joined to it. Which group a
    telling is in depends on what it shares with others and on nothing else; a group can still hold several stories.
    """
    window = _Window(compared)
    longest, looked = reach(True, True), 0
    for telling in tellings:
        if telling.day - 2 * longest > looked:
            closed, window = window.parted(telling.day - longest)
            looked = telling.day
            yield from closed
        window.take(telling)
    yield from window.groups()


class _Window:
    """Tellings in order, with what one to come is compared with."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared
        self._told: list[Telling] = []
        self._days: list[int] = []
        self._numbers: list[int] = []
        self._joined = Places()
        self._earlier: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))  # told as news, recalled

    def take(self, telling: Telling) -> None:
        """One more, joined to those of which it is one piece of news."""
        number, group_of = self._compared.number(telling), self._joined.group_of
        near = self._near(telling)
        place = self._hold(telling, number)
        for other in near:
            if group_of[other] != group_of[place] and self._compared.one_news(
                telling, self._told[other], (number, self._numbers[other])
            ):
                self._joined.join(other, place)

    def _hold(self, telling: Telling, number: int) -> int:
        place = self._joined.add()
        self._told.append(telling)
        self._days.append(telling.day)
        self._numbers.append(number)
        for key in telling.keys:
            self._earlier[key][telling.development.background].append(place)
        return place

    def _near(self, telling: Telling) -> set[int]:
        """Tellings before this one that share a key with it and lie within reach."""
        background, days = telling.development.background, self._days
        soon = bisect_left(days, telling.day - rules()["step_days"])
        within = [bisect_left(days, telling.day - reach(background, recalled)) for recalled in (False, True)]
        found: set[int] = set()
        for key in telling.keys:
            if key in self._earlier:
                at_once = is_at_once(key)
                for others, first in zip(self._earlier[key], within, strict=True):
                    since = soon if at_once else first
                    if others and others[-1] >= since:
                        found.update(others if others[0] >= since else others[bisect_left(others, since) :])
        return found

    def groups(self) -> list[list[Telling]]:
        return [[self._told[place] for place in group] for group in self._joined.groups()]

    def parted(self, since: int) -> tuple[list[list[Telling]], _Window]:
        """Groups of which nothing was told from a day on, and a window with the others."""
        closed: list[list[Telling]] = []
        kept: list[tuple[int, int]] = []  # places, each with the first of its group
        for group in self._joined.groups():
            if self._days[group[-1]] < since:
                closed.append([self._told[place] for place in group])
            else:
                kept += [(place, group[0]) for place in group]
        window = _Window(self._compared)
        place_of: dict[int, int] = {}
        for place, first in sorted(kept):
            place_of[place] = window._hold(self._told[place], self._numbers[place])
            window._joined.join(place_of[first], place_of[place])
        return closed, window


def met_by(fresh: Iterable[Telling], groups: Mapping[int, Sequence[Telling]], compared: Compared) -> set[int]:
    """The numbers of those groups of which one telling is one piece of news with a fresh one."""
    by_key: dict[int, list[Telling]] = defaultdict(list)
    for telling in fresh:
        for key in telling.keys:
            by_key[key].append(telling)
    return {
        number
        for number, group in groups.items()
        if any(_meets(telling, by_key.get(key, ()), compared) for telling in group for key in telling.keys)
    }


def _meets(telling: Telling, others: Iterable[Telling], compared: Compared) -> bool:
    for other in others:
        days = reach(telling.development.background, other.development.background)
        if abs(telling.day - other.day) <= days and _is_one_news(telling, other, compared):
            return True
    return False


def _is_one_news(one: Telling, other: Telling, compared: Compared) -> bool:
    late, early = (other, one) if one.order < other.order else (one, other)
    return compared.one_news(late, early, (compared.number(late), compared.number(early)))


def reach(one: bool, other: bool) -> int:
    """Days that can lie between two tellings of one piece of news, told as news or as background."""
    return int(rules()["background_days" if one or other else "reach_days"])


def days_told(tellings: Iterable[Telling]) -> dict[int, tuple[int, int]]:
    """Every key with the first and the last day on which one of the tellings has it."""
    told = [(telling.day, telling.keys) for telling in sorted(tellings, key=attrgetter("day"))]
    first = {key: day for day, keys in reversed(told) for key in keys}
    last = {key: day for day, keys in told for key in keys}
    return {key: (first[key], last[key]) for key in last}


def meetings(tellings: Iterable[Telling]) -> dict[int, tuple[int, int]]:
    """Every key with the first and the last day on which a telling can meet one of these under it."""
    long, soon = reach(True, True), int(rules()["step_days"])
    told = days_told(tellings)
    return {
        key: (first - days, last + days)
        for key, (first, last) in told.items()
        for days in [soon if is_at_once(key) else long]
    }
