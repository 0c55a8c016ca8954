"""Which tellings can be of one piece of news: found by what they share, so that a new one is compared to few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from cellwire.model import Kind, Known, place_keys
from cellwire.stories.joining import Joined
from cellwire.stories.likeness import contradicts, is_ready, same_news
from cellwire.stories.telling import Telling, rules

AT_ONCE = " at once"  # ends a key that says something only for news of one moment
_WITHOUT_GROUND = frozenset({Kind.POLICY, Kind.MARKET})
_WITHOUT_SUBJECT = frozenset({Kind.FACILITY, Kind.SUPPLY})


def neighbourhoods(tellings: Iterable[Telling], known: Known) -> list[list[Telling]]:
    """Tellings that are one piece of news with one another, directly or over others, each group in order of telling.

    Which group a telling is in depends on what it shares with others and on nothing else, not on the order in which
    texts came; a group can still hold several stories.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    joined: Joined[int] = Joined()
    earlier: dict[tuple[str, bool], list[int]] = defaultdict(list)  # by key and whether it is background
    for place, telling in enumerate(ordered):
        joined.add(place)
        background = telling.development.background
        for key in meeting_keys(telling, known):
            days = rules()["step_days"] if key.endswith(AT_ONCE) else None
            for recalled in (False, True):
                within = days or reach(background, recalled)
                others = _within(ordered, earlier[key, recalled], telling, within)
                _join_near(place, ordered, others, joined, known)
            earlier[key, background].append(place)
    return [[ordered[place] for place in group] for group in joined.groups()]


def met_by(fresh: Iterable[Telling], groups: Mapping[int, Sequence[Telling]], known: Known) -> set[int]:
    """The numbers of those groups of which one telling is one piece of news with a fresh one."""
    by_key: dict[str, list[Telling]] = defaultdict(list)
    for telling in fresh:
        for key in meeting_keys(telling, known):
            by_key[key].append(telling)
    return {
        number
        for number, group in groups.items()
        if any(_meets(telling, by_key.get(key, ()), known) for telling in group for key in meeting_keys(telling, known))
    }


def _meets(telling: Telling, others: Iterable[Telling], known: Known) -> bool:
    for other in others:
        days = reach(telling.development.background, other.development.background)
        if abs((telling.told - other.told).days) <= days and _one_news(*_in_order(telling, other), known):
            return True
    return False


def _in_order(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    return (one, other) if one.order < other.order else (other, one)


def _one_news(earlier: Telling, later: Telling, known: Known) -> bool:
    return bool(same_news(later, earlier, known)) and not contradicts(later, earlier, known)


def _within(ordered: Sequence[Telling], others: Sequence[int], telling: Telling, days: int) -> Iterator[int]:
    """Latest first; whatever came before one that is too far away is further away."""
    for other in reversed(others):
        if (telling.told - ordered[other].told).days > days:
            return
        yield other


def _join_near(
    place: int, ordered: Sequence[Telling], others: Iterable[int], joined: Joined[int], known: Known
) -> None:
    telling = ordered[place]
    for other in others:
        if joined.together(place, other):
            continue
        if _one_news(ordered[other], telling, known):
            joined.join(other, place)


def reach(one: bool, other: bool) -> int:
    """Days that can lie between two tellings of one piece of news, told as news or as background."""
    return int(rules()["background_days" if one or other else "reach_days"])


def meetings(tellings: Iterable[Telling], known: Known) -> dict[str, tuple[int, int]]:
    """Every key with the first and the last day on which one of the tellings can be met under it."""
    found: dict[str, tuple[int, int]] = {}
    for telling in tellings:
        day, days = telling.told.toordinal(), reach(True, True)
        for key in meeting_keys(telling, known):
            first, last = found.get(key, (day, day))
            found[key] = min(first, day - days), max(last, day + days)
    return found


def meeting_keys(telling: Telling, known: Known) -> frozenset[str]:
    """Everything that two tellings of one piece of news share at least one of."""
    whose = sorted(telling.groups) or [f"in {telling.development.country or ''}"]
    told = {f"{group}|{said}" for group, said in product(whose, _said(telling, known))}
    return frozenset((*told, *_partners(telling, known)))


def _said(telling: Telling, known: Known) -> Iterator[str]:
    development, kind = telling.development, telling.development.kind
    yield f"text {telling.origin} {kind} {development.stage}"
    if kind not in _WITHOUT_GROUND:
        if development.place:
            yield from place_keys(development.place, known)
        if development.country:
            yield f"{kind} in {development.country}{AT_ONCE}"
    yield from (f"{capacity.value} {capacity.unit}" for capacity in development.capacity)
    yield from (f"{money.amount} {money.currency}" for money in development.money)
    yield from (f"{kind} {dated.what} {dated.date}" for dated in development.dates if is_ready(dated))
    if kind not in _WITHOUT_SUBJECT:
        yield from (f"{kind} of {named.name}" for named in development.chemistry)
        if development.product:
            yield f"{kind} of {development.product.name}"


def _partners(telling: Telling, known: Known) -> Iterator[str]:
    for one, other in combinations(telling.parties, 2):
        for here, there in product(sorted(known.group(one.id)), sorted(known.group(other.id))):
            yield f"{min(here, there)} & {max(here, there)}"
