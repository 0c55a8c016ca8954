"""Which tellings can be of one piece of news: found by what they share, so that a new one is compared to few."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from cellwire.stories.compared import Compared
from cellwire.stories.joining import Joined
from cellwire.stories.keys import is_at_once
from cellwire.stories.telling import Telling, rules


def neighbourhoods(tellings: Iterable[Telling], compared: Compared) -> list[list[Telling]]:
    """Tellings that are one piece of news with one another, directly or over others, each group in order of telling.

    Which group a telling is in depends on what it shares with others and on nothing else, not on the order in which
    texts came; a group can still hold several stories.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    days = [telling.told.toordinal() for telling in ordered]
    joined: Joined[int] = Joined()
    earlier: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))  # by key: told as news, recalled
    for place, telling in enumerate(ordered):
        joined.add(place)
        for other in _near(telling, days[place], earlier, days):
            if not joined.together(place, other) and compared.one_news(telling, ordered[other]):
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
                if others:
                    found.update(others[bisect_left(others, soon if at_once else first) :])
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
        if abs((telling.told - other.told).days) <= days and compared.one_news(*_latest_first(telling, other)):
            return True
    return False


def _latest_first(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    return (other, one) if one.order < other.order else (one, other)


def reach(one: bool, other: bool) -> int:
    """Days that can lie between two tellings of one piece of news, told as news or as background."""
    return int(rules()["background_days" if one or other else "reach_days"])


def meetings(tellings: Iterable[Telling]) -> dict[int, tuple[int, int]]:
    """Every key with the first and the last day on which one of the tellings can be met under it."""
    days = reach(True, True)
    told = [(telling.told.toordinal(), telling.keys) for telling in sorted(tellings, key=attrgetter("told"))]
    first = {key: day - days for day, keys in reversed(told) for key in keys}
    last = {key: day + days for day, keys in told for key in keys}
    return {key: (first[key], last[key]) for key in last}
