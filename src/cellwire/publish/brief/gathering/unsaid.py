"""Deals of which no words say who supplies whom: "Alder and Birch sign a $90m battery deal"."""

from __future__ import annotations

import re

from cellwire.lexicon import load_lexicon
from cellwire.model import Role
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.gathering.picking import Fresh, cue_in_lead, thing_of

_HANDED = re.compile(
    r"\b(?:suppl|deliver|provid|order|purchas|buy|bought|sell|sold|off-?take|procur|sourc|contract|equip|award|select"
    r"|chos|choos|pick|nominat|receiv|customer|from|integrat|maker|manufactur|produc)\w*",
    re.IGNORECASE,
)
_GOODS = frozenset({"cell", "pack", "storage"})
_ANY_DEAL = "contract"
_DEALS = frozenset({"supply.deal", "supply.signs"})
_NO_MAKERS = frozenset({"utility", "developer", "finance", "trader", "customer", "carmaker", "charging"})


def thing_or_deal(fresh: Fresh) -> Part | None:
    """What a story's words call it; a deal of which they tell no more is told as one."""
    thing = thing_of(fresh)
    return thing if thing and thing.text != _ANY_DEAL else _unsaid(fresh) or thing


def _unsaid(fresh: Fresh) -> Part | None:
    """The word of the deal, where its words hand nothing over and nobody knows that its supplier makes such goods."""
    lead = fresh.lead
    if lead.rule not in _DEALS or lead.product is None or lead.product.name not in _GOODS:
        return None
    if {party.role for party in lead.parties} != {Role.SUPPLIER, Role.CUSTOMER}:
        return None
    suppliers = [party.id for party in lead.parties if party.role is Role.SUPPLIER]
    if any(map(_makes_them, suppliers)) or any(_HANDED.search(dev.quote) for dev in fresh.alike):
        return None
    return cue_in_lead(fresh, "unsaid", lead.evidence)


def _makes_them(organisation: str) -> bool:
    known = load_lexicon().organisations.get(organisation)
    return known is not None and bool(set(known.chain) - _NO_MAKERS)
