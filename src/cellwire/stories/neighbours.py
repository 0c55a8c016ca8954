"""Which tellings can be of one piece of news: found by what they share, so that a new one is compared to few."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from cellwire.stories.compared import Compared
from cellwire.stories.joining import Places
from cellwire.stories.keys import is_at_once
from cellwire.stories.telling import Telling, rules


def neighbourhoods(tellings: Iterable[Telling], compared: Compared) -> list[list[Telling]]:
    """Tellings that are one piece of news with one another, directly or over others, each group in order of telling.

    Which group a telling is in depends on what it shares with others and on nothing else, not on the order in which
    texts came; a group can still hold several stories.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    days = [telling.day for telling in ordered]
    numbers = [compared.number(telling) for telling in ordered]
    joined = Places(len(ordered))
    group_of = joined.group_of
    earlier: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))  # by key: told as news, recalled
    for place, telling in enumerate(ordered):
        for other in _near(telling, days[place], earlier, days):
            if group_of[other] != group_of[place] and compared.one_news(
                telling, ordered[other], (numbers[place], numbers[other])
            ):
                joined.join(other, place)
        for key in telling.keys:
            earlier[key][telling.development.background].append(place)
    return [[ordered[place] for place in group] for group in joined.groups()]


def _near(
    telling: Telling, day: int, earlier: Mapping[int, tuple[list[int], list[int]]], days: Sequence[int]
) -> set[int]:
    """Tellings before this one that share a key with it and lie within reach."""
    background = telling.development.background
    soon = bisect_left(days, day - rules()["step_days"])
    within = [bisect_left(days, day - reach(background, recalled)) for recalled in (False, True)]
    found: set[int] = set()
    for key in telling.keys:
        if key in earlier:
            at_once = is_at_once(key)
            for others, first in zip(earlier[key], within, strict=True):
                since = soon if at_once else first
                if others and others[-1] >= since:
                    found.update(others if others[0] >= since else others[bisect_left(others, since) :])
    return found


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
