"""By what tellings of one piece of news are found: everything that two of them share at least one of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product

from cellwire.model import Dated, DateWhat, Development, Kind, Known, Party, numbered, place_keys

_WITHOUT_GROUND = frozenset({Kind.POLICY, Kind.MARKET})
_WITHOUT_SUBJECT = frozenset({Kind.FACILITY, Kind.SUPPLY})


def meeting_keys(
    development: Development, origin: str, *, parties: Sequence[Party], groups: Collection[str], known: Known
) -> tuple[int, ...]:
    """`parties` are those whose news it is, `groups` they and their parents; `origin` is the text that carries it."""
    whose = sorted(groups) or [f"in {development.country or ''}"]
    told, at_once = [*_said(development, origin, known)], [*_said_at_once(development)]
    found = [_lasting(f"{group}|{said}") for group in whose for said in told]
    found += [_momentary(f"{group}|{said}") for group in whose for said in at_once]
    found += map(_lasting, _partners(parties, known))
    return tuple(dict.fromkeys(found))


# One number for a key wherever it is held: a fold holds ten for each of a million tellings.
@lru_cache(maxsize=65_536)
def _lasting(key: str) -> int:
    return numbered(key) & ~1


@lru_cache(maxsize=65_536)
def _momentary(key: str) -> int:
    return numbered(key) | 1


def is_at_once(key: int) -> bool:
    """Whether a key says something only for news of one moment."""
    return bool(key & 1)


def _said(development: Development, origin: str, known: Known) -> Iterator[str]:
    kind = development.kind
    yield f"text {origin} {kind} {development.stage}"
    if kind not in _WITHOUT_GROUND and development.place:
        yield from place_keys(development.place, known)
    yield from (f"{capacity.value} {capacity.unit}" for capacity in development.capacity)
    yield from (f"{money.amount} {money.currency}" for money in development.money)
    yield from (f"{kind} {dated.what} {dated.date}" for dated in development.dates if is_ready(dated))


def _said_at_once(development: Development) -> Iterator[str]:
    kind = development.kind
    if development.country and kind not in _WITHOUT_GROUND:
        yield f"{kind} in {development.country}"
    if kind not in _WITHOUT_SUBJECT:
        yield from (f"{kind} of {named.name}" for named in development.chemistry)
        if development.product:
            yield f"{kind} of {development.product.name}"


def _partners(parties: Sequence[Party], known: Known) -> Iterator[str]:
    for one, other in combinations(parties, 2):
        for here, there in product(sorted(known.group(one.id)), sorted(known.group(other.id))):
            yield f"{min(here, there)} & {max(here, there)}"


def is_ready(dated: Dated) -> bool:
    """A day on which something will be there."""
    return dated.what in {DateWhat.PRODUCTION_START, DateWhat.FULL_CAPACITY, DateWhat.COMPLETION}
