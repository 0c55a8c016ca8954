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


def _standing_for(owner: str, known: Known) -> set[str]:
    """An owner itself, and the company that owns it whole."""
    held = known.organisations.get(owner)
    return {owner, *held.parents} if held and len(held.parents) == 1 else {owner}


def operators_meet(one: set[str], other: set[str], known: Known, *, on: date | None = None) -> str | None:
    """A shared company, a subsidiary with its only parent, or a venture with all its parents, in words.

    One parent of several is not the venture: its own plant in the same town is another plant.
    """
    if shared := one & other:
        return f"both name {_names(shared, known)}"
    if _with_only_owner(one, known, on) & _with_only_owner(other, known, on):
        return f"{_names(one, known)} and {_names(other, known)} are one group"
    for ventures, parents in ((one, other), (other, one)):
        if venture := _venture_of(ventures, parents, known):
            return f"{_names({venture}, known)} belongs to {_names(known.group(venture) - {venture}, known)}"
    return None


def _names(parties: Iterable[str], known: Known) -> str:
    return " and ".join(sorted(known.name(party) or party.removeprefix("x-") for party in parties))


def _with_only_owner(parties: set[str], known: Known, on: date | None) -> set[str]:
    """A company that one other owns whole, on that day, is told of as its owner."""
    owners = [known.owners(party, on) for party in parties]
    return parties.union(*(owner for owner in owners if len(owner) == 1))


def _venture_of(ventures: set[str], parents: set[str], known: Known) -> str | None:
    """A venture all of whose owners are named."""
    whole = (
        venture
        for venture in sorted(ventures)
        if len(known.group(venture)) > 2 and known.group(venture) - {venture} <= parents
    )
    return next(whole, None)
