"""Kinds of development, one module each; the tuple says what is read, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cellwire.claims.draft import Draft
from cellwire.claims.kinds import facility, incident, investment, market, partnership, policy, supply, technology
from cellwire.claims.scene import Scene, Sentence

READERS: tuple[Callable[[Sentence, Scene], Iterator[Draft]], ...] = (
    facility.read,
    supply.read,
    partnership.read,
    investment.read,
    incident.read,
    policy.read,
    market.read,
    technology.read,
)
