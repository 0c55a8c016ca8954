"""Whose plants are another's since: who bought whom, as news tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cellwire.model import Development, Kind, Known, Role
from cellwire.record.facts import Telling, pattern, rules

Takeovers = Mapping[tuple[str, str], date]  # buyer and bought, with the day from which it was told


def takeovers_told(tellings: Iterable[Telling]) -> Takeovers:
    """Who is told as often to be bought by the other is bought by nobody."""
    found: dict[tuple[str, str], list[date]] = {}
    for telling in tellings:
        if telling.confirmed:
            for pair in takeovers_of(telling.development):
                found.setdefault(pair, []).append(telling.told)
    return {pair: min(days) for pair, days in found.items() if len(days) > len(found.get(pair[::-1], ()))}


def takeovers_of(development: Development) -> list[tuple[str, str]]:
    """Who buys whom whole by a development; a stake, a plant, a loan and a grant buy nobody, nor does an offer."""
    if development.kind is not Kind.INVESTMENT or development.stage not in _BOUGHT:
        return []
    sorts = rules()["deals"]["sorts"]
    if any(pattern(sorts[part]).search(development.quote) for part in ("stake", "purchase")):
        return []
    if not pattern(sorts["acquired"]).search(development.quote):
        return []
    buyers, bought = (
        [party.id for party in development.parties if party.role is role] for role in (Role.INVESTOR, Role.TARGET)
    )
    return [(buyer, one) for buyer in buyers for one in bought if len(bought) == 1]


_BOUGHT = frozenset({"announced", "completed"})


def is_taken_over(one: Iterable[str], other: Iterable[str], since: date, told: Takeovers, known: Known) -> str | None:
    """In words, that a builder of the one bought a builder of the other before the one was told of as its own."""
    for (buyer, bought), day in told.items():
        if buyer in one and bought in other and day <= since:
            return f"{_name(buyer, known)} bought {_name(bought, known)}"
    return None


def _name(id: str, known: Known) -> str:
    return known.name(id) or id.removeprefix("x-")
