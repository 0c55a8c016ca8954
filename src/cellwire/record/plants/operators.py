"""Whether those who build two plants are the same: companies, groups, and ventures told of by their owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cellwire.model import Known


def ventures_by_owner(known: Known) -> Mapping[str, list[str]]:
    """Ventures of several owners, by whoever stands for the first of them in the alphabet."""
    found: dict[str, list[str]] = {}
    for id, organisation in known.organisations.items():
        if len(organisation.parents) > 1:
            for named in _standing_for(min(organisation.parents), known):
                found.setdefault(named, []).append(id)
    return found


def with_ventures(parties: Iterable[str], known: Known, ventures: Mapping[str, list[str]]) -> set[str]:
    """Companies that own a venture together are that venture where each of them, or its only owner, is named."""
    named = set(parties)
    for party in sorted(named):
        for venture in ventures.get(party, ()):
            owners = [_standing_for(owner, known) & named for owner in known.organisations[venture].parents]
            if all(owners):
                named = named.difference(*owners) | {venture}
    return named


def _standing_for(owner: str, known: Known) -> frozenset[str]:
    """An owner itself, and the companies above it that own it whole."""
    return known.group(owner) if len(known.owners(owner)) == 1 else frozenset((owner,))


def operators_meet(one: set[str], other: set[str], known: Known, *, on: date | None = None) -> str | None:
    """A shared company, a subsidiary with its only parent, or a venture with all its parents, in words.

    One parent of several is not the venture: its own plant in the same town is another plant.
    """
    if shared := one & other:
        return f"both name {_names(shared, known)}"
    if _are_one_group(one, other, known, on):
        return f"{_names(one, known)} and {_names(other, known)} are one group"
    for ventures, parents in ((one, other), (other, one)):
        if venture := _venture_of(ventures, parents, known):
            return f"{_names({venture}, known)} belongs to {_names(known.owners(venture), known)}"
    return None


def _names(parties: Iterable[str], known: Known) -> str:
    return " and ".join(sorted(known.name(party) or party.removeprefix("x-") for party in parties))


def _are_one_group(one: set[str], other: set[str], known: Known, on: date | None) -> bool:
    """Companies with one owner above them, or one that owns the other whole at whatever level."""
    above = [{id for party in side for id in _standing_for(party, known)} for side in (one, other)]
    shared = _with_only_owner(one, known, on) & _with_only_owner(other, known, on)
    return bool(shared or above[0] & other or above[1] & one)


def _with_only_owner(parties: set[str], known: Known, on: date | None) -> set[str]:
    """A company that one other owns whole, on that day, is told of as its owner."""
    owners = [known.owners(party, on) for party in parties]
    return parties.union(*(owner for owner in owners if len(owner) == 1))


def _venture_of(ventures: set[str], parents: set[str], known: Known) -> str | None:
    """A venture all of whose owners are named, each by its own name or that of its group."""
    return next(
        (
            venture
            for venture in sorted(ventures)
            if len(owners := known.owners(venture)) > 1
            and all(_standing_for(owner, known) & parents for owner in owners)
        ),
        None,
    )
