"""Whose a plant or a venture is in one telling and in another: with the same partners, with more, or with others."""

from __future__ import annotations

from cellwire.model import Development, Role
from cellwire.publish.brief.matter.owners import is_firm, lacks

_HOLDERS = frozenset({Role.OWNER, Role.OPERATOR, Role.PARTNER})


def other_partners(one: Development, other: Development) -> bool:
    """Each has a company that the other lacks: a plant with one partner is not the plant with another."""
    ours, theirs = (_holders(dev, _HOLDERS) for dev in (one, other))
    return lacks(ours, theirs) and lacks(theirs, ours)


def owners_in(dev: Development) -> frozenset[str]:
    return _holders(dev, frozenset({Role.OWNER}))


def owned_with_more(one: Development, other: Development) -> bool:
    """The other telling has all owners of the one, and another beside them."""
    return bool(owners_in(one)) and owners_in(one) < owners_in(other)


def _holders(dev: Development, roles: frozenset[Role]) -> frozenset[str]:
    """The companies of the lexicon that it belongs to: a name that no list knows may be none."""
    return frozenset(party.id for party in dev.parties if party.role in roles and is_firm(party.id))
