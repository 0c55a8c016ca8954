"""What reads as a plant and is none: a firm that is founded, goods that are launched, money or a law for plants."""

from __future__ import annotations

import re

from cellwire.claims.actors import groups, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds import OFFERS
from cellwire.lexicon import PLANT, regex
from cellwire.model import Kind, Role

_SIZED = regex(
    r"\d\s?(?:[GM]Wh?|gigawatt|megawatt|tonnes|tons|tpa)|[$€£¥₩]\s?\d|\d\s(?:million|billion|trillion)", re.I
)


def _is_any_plant(draft: Draft) -> bool:
    """Whether partners only say what they mean to build some day, not where nor how large: "will build cell plants"."""
    clause = draft.clause
    if draft.rule in _ENDS_MEANT:  # "A partners with B to produce cells in Chile", "to improve operational data"
        return draft.rule == "facility.running" or (clause.headline and clause.has("partnership.join"))
    if clause.headline and clause.has("partnership.join") and _is_so_much(draft):
        return True  # "A and B partner to build 1 GWh of storage": no one plant
    some = draft.thing is not None and draft.thing.written.endswith("s") and draft.rule in _BUILT
    placed = any(spot.level != "area" for spot in (*clause.places, *clause.countries))
    return some and draft.stage == "announced" and not placed and not _SIZED.search(clause.text)


def _is_so_much(draft: Draft) -> bool:
    """Whether what is to be built is storage by its amount, or several stores, and no project with a name or a site."""
    thing = draft.thing
    if thing is None or "facility.storage" not in thing.tags or draft.rule not in _BUILT:
        return False
    return draft.stage == "announced" and thing.written.endswith(("storage", "s"))


_ENDS_MEANT = frozenset({"facility.start-operating", "facility.running"})


# "will build |a joint venture| with B", not "a joint venture battery plant", which is built
_FOUNDS = regex(
    r"^\s(?:an?|the|its|their|two|new)\s(?:[\w:%-]+\s){0,3}?(?:joint venture|JV|venture|partnership|alliance|"
    rf"subsidiary|company)\b(?!\s(?:[\w$€£.,-]+\s){{0,5}}?{PLANT}\b)"
)


_MONEY_FOR_IT = frozenset({"investment.round", "investment.public-money"})


def _a_body_pays(draft: Draft) -> bool:
    """Whether it is a government that puts money into somebody's plant: "Ontario |puts| C$17 million into"."""
    paying = any(cue.span == draft.trigger and "handing.give" in cue.tags for cue in draft.clause.cues)
    payer = subject(groups(draft.clause), draft.trigger.start) if paying else None
    return payer is not None and all(name.kind == "government" for name in payer.names)


# "has achieved 402 Wh/kg in cells |made| at its lab": what a cell can do is no plant's start
_MERITS = gated(
    r"\b(?:Wh/(?:kg|l)|watt-hours per|energy density|km of range|kilomet(?:re|er)s of range|range of \d|in \w+ minutes"
    r"|[\d,.]+ (?:[\w-]+ )?cycles)\b",
    needs="wh watt energy km kilo range in 0",
)


def _is_a_cells_merit(draft: Draft, told: list[Draft]) -> bool:
    """Whether only a word of making, and no noun of a plant, stands beside what a new cell can do."""
    plant = draft.thing is not None and any(tag.startswith("facility.") for tag in draft.thing.tags)
    new = any(other.kind is Kind.TECHNOLOGY for other in told)
    return new and not plant and _MERITS.search(draft.clause.text, draft.clause.opened) is not None


_WARES = ("storage system", "energy storage", "battery storage", "bess", "storage container")


def _is_on_offer(draft: Draft, told: list[Draft]) -> bool:
    """Whether a store that is launched is for sale, and stands nowhere: "launches a 6.9 MWh storage system"."""
    said = draft.clause.after(draft.trigger.start, 9).lower()
    ware = draft.thing is not None and draft.thing.written.startswith(_WARES)
    new = any(other.kind in {Kind.TECHNOLOGY, Kind.SUPPLY} for other in told)
    return new and ware and said.startswith(OFFERS) and not draft.clause.places


_BUILT = frozenset({"facility.plan", "facility.build", "facility.make"})


def _is_builder(draft: Draft, other: Draft) -> bool:
    makers = {actor.name.id for actor in other.actors if actor.role is Role.SUPPLIER}
    return other.rule == "supply.nominated" and bool(draft.actor_ids) and draft.actor_ids <= makers


_SOLD = frozenset({"investment.works", "investment.bids"})
_MEANT = frozenset({"facility.consider", "facility.plan", "facility.cancel"})


_GROWS = frozenset({"facility.expand", "facility.delay"})
_NO_WORKS = regex(
    r"\s(?:(?:its|the|an?|this|[\w-]+)\s){0,3}?(?:ban|moratorium|deadline|freeze|prohibition|restrictions|tariffs?"
    r"|subsid(?:y|ies)|tax (?:credit|break)s?|incentives|rules|ordinance)\b"
)


def is_no_plant(draft: Draft, told: list[Draft]) -> bool:
    """What is built is a firm, or a university is said to build it."""
    if draft.kind is not Kind.FACILITY:
        return False
    if draft.rule in _BUILT and any(_is_builder(draft, other) for other in told):
        return True  # who is commissioned to build a storage project for another
    if draft.rule in _GROWS and _NO_WORKS.match(draft.clause.after(draft.trigger.end, 50)):
        return True  # a ban is extended
    if not draft.actors and any(other.kind is Kind.POLICY and other.actors for other in told):
        return True  # nobody's plant, of which a law speaks
    if draft.rule == "facility.site" and any(other.rule.startswith("supply.nominat") for other in told):
        return True  # who is selected to supply is no site
    if draft.rule in {"facility.consider", "facility.plan"} and any(each.rule in _SOLD for each in told):
        return True  # a plant that is to be bought stands
    if draft.rule in _MEANT and any(each.rule == "investment.given-up" for each in told):
        return True  # whose plant somebody does not pay for after all, may go on with it
    if draft.rule == "facility.plan" and any(
        each.rule == "investment.spent" or (each.rule in _MONEY_FOR_IT and each.trigger == draft.trigger)
        for each in told
    ):
        return True  # money that is raised or given for plants plans none
    if _is_a_cells_merit(draft, told) or _is_on_offer(draft, told):
        return True
    bond = any(other.kind is Kind.PARTNERSHIP for other in told)
    if bond and _is_any_plant(draft):
        return True
    if bond and _FOUNDS.match(draft.clause.after(draft.trigger.end, 60)):
        return True
    if draft.rule == "facility.plan" and _a_body_pays(draft):
        return True
    owners = [actor.name for actor in draft.actors if actor.role is not Role.GOVERNMENT]
    return bool(owners) and all(name.kind == "institute" for name in owners)
