"""Which tellings can be of one piece of news: found by what they share, so that a new one is compared to few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cellwire.model import Known
from cellwire.stories.compared import Compared
from cellwire.stories.joining import Joined
from cellwire.stories.keys import AT_ONCE
from cellwire.stories.telling import Telling, rules


def neighbourhoods(tellings: Iterable[Telling], known: Known) -> list[list[Telling]]:
    """Tellings that are one piece of news with one another, directly or over others, each group in order of telling.

    Which group a telling is in depends on what it shares with others and on nothing else, not on the order in which
    texts came; a group can still hold several stories.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    days = [telling.told.toordinal() for telling in ordered]
    joined: Joined[int] = Joined()
    compared = Compared(known)
    earlier: dict[tuple[str, bool], list[int]] = defaultdict(list)  # by key and whether it is background
    for place, telling in enumerate(ordered):
        joined.add(place)
        for other in {*_near(telling, days[place], earlier, days)}:
            if not joined.together(place, other) and compared.one_news(telling, ordered[other]):
                joined.join(other, place)
        for key in telling.keys:
            earlier[key, telling.development.background].append(place)
    return [[ordered[place] for place in group] for group in joined.groups()]


def _near(
    telling: Telling, day: int, earlier: Mapping[tuple[str, bool], Sequence[int]], days: Sequence[int]
) -> Iterator[int]:
    """Tellings before this one that share a key with it and lie within reach."""
    within = {recalled: reach(telling.development.background, recalled) for recalled in (False, True)}
    for key in telling.keys:
        for recalled in (False, True):
            first = day - (rules()["step_days"] if key.endswith(AT_ONCE) else within[recalled])
            for other in reversed(earlier.get((key, recalled), ())):
                if days[other] < first:
                    break  # whatever came before one that is too far away is further away
                yield other


def met_by(fresh: Iterable[Telling], groups: Mapping[int, Sequence[Telling]], known: Known) -> set[int]:
    """The numbers of those groups of which one telling is one piece of news with a fresh one."""
    compared = Compared(known)
    by_key: dict[str, list[Telling]] = defaultdict(list)
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


def meetings(tellings: Iterable[Telling]) -> dict[str, tuple[int, int]]:
    """Every key with the first and the last day on which one of the tellings can be met under it."""
    found: dict[str, tuple[int, int]] = {}
    for telling in tellings:
        day, days = telling.told.toordinal(), reach(True, True)
        for key in telling.keys:
            first, last = found.get(key, (day, day))
            found[key] = min(first, day - days), max(last, day + days)
    return found
