"""Kinds of development, one room each beside what they share; `READERS` says what is read, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cellwire.claims.clauses import Draft
from cellwire.claims.kinds import facility, incident, investment, market, partnership, policy, supply, technology
from cellwire.claims.kinds.built import OF_A_CAR, equipment, is_use
from cellwire.claims.kinds.facility import PERMIT_LOST
from cellwire.claims.kinds.grid import (
    grid_amount,
    is_huge_battery,
    is_sized_store,
    product_span,
    stationary,
    stationary_batteries,
)
from cellwire.claims.kinds.investment import AFTER_A_DEAL, RAISED_FOR_ALL, is_merger
from cellwire.claims.kinds.lands import government_of, with_its_land
from cellwire.claims.kinds.market import MOVED
from cellwire.claims.kinds.packs import is_pack, packs_of_cars
from cellwire.claims.kinds.partnership import EACH_BOND, PLANNED_VENTURE
from cellwire.claims.kinds.policy import DEED
from cellwire.claims.kinds.technology import OFFERS
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

__all__ = [
    "AFTER_A_DEAL",
    "DEED",
    "EACH_BOND",
    "MOVED",
    "OFFERS",
    "OF_A_CAR",
    "PERMIT_LOST",
    "PLANNED_VENTURE",
    "RAISED_FOR_ALL",
    "READERS",
    "equipment",
    "government_of",
    "grid_amount",
    "is_huge_battery",
    "is_merger",
    "is_pack",
    "is_sized_store",
    "is_use",
    "packs_of_cars",
    "product_span",
    "stationary",
    "stationary_batteries",
    "with_its_land",
]
