"""By what stories meet in the record: whatever may become one entry, or be weighed for it, shares a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from cellwire.model import (
    DEAL_KINDS,
    Development,
    Kind,
    Known,
    Party,
    builders,
    fold,
    place_keys,
    principals,
    without_owners,
)
from cellwire.record.facts import sides_of
from cellwire.record.plants import takeovers_of

_LISTED = "listed"  # in place of a year


class Presence(StrEnum):
    """Two that meet at a point belong together, unless both only wait there for somebody to wait for."""

    HOST = "host"
    GUEST = "guest"


class Seen(Struct, frozen=True, gc=False):
    """A development as meeting points are found: its day and the text that carries it beside it."""

    development: Development
    told: date
    origin: str


def meeting_points(story: Sequence[Seen], known: Known) -> dict[str, Presence]:
    """The points of one story, or of a recollection that joins none, with the side it stands on."""
    found: dict[str, Presence] = {}
    for point, side in (*_of_plant(story, known), *_of_towns(story), *_of_deals(story, known), *_of_buyers(story)):
        if found.get(point) is not Presence.HOST:
            found[point] = side
    return found


def _of_plant(story: Sequence[Seen], known: Known) -> Iterator[tuple[str, Presence]]:
    """A plant without its town may be any that its company has in that country within a year, or in a list at all."""
    plants = [seen for seen in story if seen.development.kind is Kind.FACILITY]
    parties = {party.id: party for seen in plants for party in builders(seen.development)}
    groups = {group for party in parties for group in known.group(party)}
    places = {seen.development.place for seen in plants if seen.development.place}
    countries = {seen.development.country for seen in plants if seen.development.country}
    years = {seen.told.toordinal() // 365 for seen in plants}
    always = {_LISTED} if any(seen.development.listed for seen in plants) else set[str]()
    for group in groups:
        yield from ((f"plant {group} {key}", Presence.HOST) for place in places for key in place_keys(place, known))
        for country in countries:
            if places:
                yield from ((f"plants {group} {country} {when}", Presence.GUEST) for when in (*years, *always))
            else:
                near = {year + more for year in years for more in (-1, 0, 1)}
                yield from ((f"plants {group} {country} {when}", Presence.HOST) for when in (*near, *always))
    if parties and not places:
        whose = _ids(without_owners(parties.values(), known))
        yield from ((f"plants of {whose} {country}", Presence.HOST) for country in countries)
    yield from ((f"town {party} {fold(place.name)}", Presence.HOST) for party in parties for place in places if places)


def _of_towns(story: Iterable[Seen]) -> Iterator[tuple[str, Presence]]:
    """Money and incidents of a plant are told of its builder in its very town."""
    for seen in story:
        development = seen.development
        if development.place and development.kind is not Kind.FACILITY:
            for party in principals(development):
                yield f"town {party.id} {fold(development.place.name)}", Presence.GUEST


def _of_buyers(story: Iterable[Seen]) -> Iterator[tuple[str, Presence]]:
    """Plants of whoever bought a maker may be those of the maker."""
    for seen in story:
        development = seen.development
        if development.kind is Kind.FACILITY:
            yield from ((f"bought {party.id}", Presence.GUEST) for party in builders(development))
        for pair in takeovers_of(development):
            yield from ((f"bought {party}", Presence.HOST) for party in pair)


def _of_deals(story: Iterable[Seen], known: Known) -> Iterator[tuple[str, Presence]]:
    """Partners make a deal; one partner alone makes it only with copies of the same text, or on the same day."""
    told = list(story)
    for kind in DEAL_KINDS:
        of_kind = [seen for seen in told if seen.development.kind is kind and seen.development.parties]
        if not of_kind:
            continue
        sides = without_owners([party for seen in of_kind for party in sides_of(seen.development)], known)
        whose = f"{kind} {_ids(sides)}"
        if len(sides) > 1:
            yield whose, Presence.HOST
            sums = {f"{sum.amount} {sum.currency}" for seen in of_kind for sum in seen.development.money}
            pairs = combinations(sorted(party.id for party in sides), 2) if sums else ()
            yield from ((f"{kind} {one} {other} {sum}", Presence.HOST) for one, other in pairs for sum in sorted(sums))
        else:
            yield f"{whose} {min(seen.told for seen in of_kind)}", Presence.HOST
            yield from ((f"{whose} {seen.origin}", Presence.HOST) for seen in of_kind)


def _ids(parties: Iterable[Party]) -> str:
    return " ".join(sorted({party.id for party in parties}))
