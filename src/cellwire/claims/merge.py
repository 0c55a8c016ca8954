"""Clauses of a document that tell of one thing, put together: one bundle a real-world development."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from msgspec.structs import replace

from cellwire.claims.bundles import FULL, LOOKED_BACK, Bundle
from cellwire.claims.clauses import clauses
from cellwire.claims.continuing import go_on
from cellwire.claims.draft import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds import READERS
from cellwire.claims.kinds.partnership import EACH
from cellwire.claims.modality import guessed, is_background
from cellwire.claims.owning import owned, with_money, with_owner, with_projects, without_facets, without_headlines
from cellwire.claims.same_plant import brought_together, joined, same_plant
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.claims.several import deals_apart, summed_up, told_apart
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Kind, Role

_SIZED = gated(
    r"\d\s?(?:GWh|MWh|gigawatt|megawatt|tonnes|tons|tpa|ktpa|mtpa)|[$€£¥]\s?\d|\d(?:[\d,.]*)\s(?:million|"
    r"billion)",
    re.I,
)
_NEAR = 3  # sentences


def read_drafts(scene: Scene) -> list[tuple[Draft, bool]]:
    """Every clause's developments, with whether they are background, in reading order."""
    drafts: list[tuple[Draft, bool]] = []
    for sentence in scene.sentences:
        if not sentence.tags:
            continue
        for clause in clauses(sentence):
            told = [draft for read in READERS for draft in read(clause, scene)]
            told = [draft for draft in told if not _undone(draft, sentence) and not guessed(sentence, draft.trigger)]
            told = [_weighed(draft, sentence) for draft in told]
            dates = [when.date for when in read_values(clause, scene).dates] if told else []
            drafts += [(draft, is_background(draft, clause, dates, scene)) for draft in _one_telling(told)]
    return drafts


_WOULD = gated(r"\b(?:would|could|might)\b[\w\s,]{0,40}$", re.I)


def _weighed(draft: Draft, sentence: Sentence) -> Draft:
    """What would follow from something that is only weighed is weighed itself: "the plant would supply Ford"."""
    if draft.kind is Kind.FACILITY and sentence.text.rstrip(' "”’)').endswith("?"):
        return replace(draft, stage="considered")  # "Will Ford own a plant that CATL runs?"
    firm = draft.stage in {"signed", "announced"} and draft.kind in {Kind.SUPPLY, Kind.INVESTMENT, Kind.FACILITY}
    if (
        firm
        and sentence.has("firm.consider")
        and _WOULD.search(sentence.before(draft.trigger.start, 50), sentence.opened)
    ):
        return replace(draft, stage="considered")
    return draft


def _undone(draft: Draft, sentence: Sentence) -> bool:
    """What a sentence says has not happened is no development, unless it answers a report."""
    ended = draft.stage in {"cancelled", "terminated", "closed", "delayed", "repealed"}
    return draft.aspect.negated and not ended and not sentence.has("firm.deny", "firm.rumour")


def _one_telling(told: list[Draft]) -> list[Draft]:
    """What a clause tells once is kept once: a plant's joint venture or investment is the plant (labels' rule 6)."""
    told = [draft for draft in told if not _is_no_plant(draft, told)]
    kinds = {draft.kind for draft in told}
    dropped: set[Kind] = set()
    if Kind.FACILITY in kinds:
        dropped |= {Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET}
        if not any(draft.kind is Kind.INVESTMENT and draft.rule != "investment.stake" for draft in told):
            dropped.add(Kind.INVESTMENT)
    if Kind.SUPPLY in kinds:
        dropped |= {Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET}
    if Kind.PARTNERSHIP in kinds or Kind.INVESTMENT in kinds or Kind.INCIDENT in kinds:
        dropped |= {Kind.TECHNOLOGY, Kind.MARKET}
    if Kind.INVESTMENT in kinds:
        dropped |= {draft.kind for draft in told if draft.kind is Kind.PARTNERSHIP and draft.stage == "signed"}
    if any(draft.rule == "incident.layoff" for draft in told):
        told = [draft for draft in told if draft.rule not in {"facility.plan", "facility.make"}]
    if any(draft.rule in _BURNS for draft in told):
        told = [draft for draft in told if draft.kind is not Kind.FACILITY or draft.stage not in _STRUCK]
    if Kind.POLICY in kinds:
        dropped |= {Kind.MARKET, Kind.TECHNOLOGY}
    if Kind.MARKET in kinds:
        dropped |= {Kind.TECHNOLOGY}
    return [draft for draft in told if draft.kind not in dropped]


_BURNS = frozenset({"incident.fire", "incident.accident", "incident.recall"})
_STRUCK = frozenset({"operating", "closed", "delayed"})  # what a fire did to a plant is told by the fire


_FOUNDS = regex(
    r"^\s(?:an?|the|its|their|two|new)\s(?:[\w:%-]+\s){0,3}?(?:joint venture|JV|venture|partnership|alliance|"
    r"subsidiary|company)\b"
)


def _is_no_plant(draft: Draft, told: list[Draft]) -> bool:
    """What is built is a firm, or a university is said to build it."""
    if draft.kind is not Kind.FACILITY:
        return False
    if draft.rule == "facility.site" and any(other.rule.startswith("supply.nominat") for other in told):
        return True  # who is selected to supply is no site
    bond = any(other.kind is Kind.PARTNERSHIP for other in told)
    if bond and _FOUNDS.match(draft.clause.after(draft.trigger.end, 60)):
        return True
    owners = [actor.name for actor in draft.actors if actor.role is not Role.GOVERNMENT]
    return bool(owners) and all(name.kind == "institute" for name in owners)


def bundle(scene: Scene) -> list[Bundle]:
    """All developments of a document, each with the clauses that tell it."""
    bundles: list[Bundle] = []
    for draft, background in read_drafts(scene):
        latest = islice(reversed(bundles), LOOKED_BACK)
        home = next((each for each in latest if len(each.drafts) < FULL and _same(each, draft, background)), None)
        if home is None:
            bundles.append(Bundle([with_owner(draft, scene)], background))
        else:
            if draft.kind is Kind.SUPPLY and _akin(home, draft, home.ids() ^ _ids(draft)):
                home.drafts[:] = [replace(each, actors=draft.actors) for each in home.drafts]
            named = any(each.actors for each in home.drafts)
            home.drafts.append(joined(home, draft if named else with_owner(draft, scene)))
            home.background = home.background and background
    apart = told_apart(deals_apart(brought_together(bundles), scene))
    bundles = with_money(without_facets(without_headlines(apart)))
    bundles = [stands for each in bundles if (stands := owned(each, bundles, scene))]
    go_on(bundles, scene)
    with_projects(bundles)
    summed_up(bundles)
    return _one_deal_each(bundles)


def _one_deal_each(bundles: list[Bundle]) -> list[Bundle]:
    """Goods that two companies trade are one deal, also where a memorandum of theirs is told beside it (rule 5)."""
    kept = []
    for bond in bundles:
        if any(_is_turned(bond, each) for each in bundles):
            continue
        if loan := next((each for each in bundles if _pays_for(each, bond)), None):
            loan.more += [sentence for sentence in bond.more if sentence not in loan.more]
            continue
        deal = next((each for each in bundles if _covers(each, bond)), None)
        if deal is None:
            kept.append(bond)
            continue
        if bond.drafts[0].stage == "mou" and all(draft.stage == "signed" for draft in deal.drafts):
            deal.drafts[:] = [replace(draft, stage="mou") for draft in deal.drafts]
        deal.background = deal.background and bond.background
        first = deal.drafts[0]
        deal.drafts += [
            replace(first, clause=draft.clause, trigger=draft.trigger, aspect=draft.aspect, actors=())
            for draft in bond.drafts
        ]
    return kept


def _is_turned(title: Bundle, text: Bundle) -> bool:
    """Whether a headline's supply has its two sides the other way round than the text, which says who buys."""
    if title.kind is not Kind.SUPPLY or text.kind is not Kind.SUPPLY or title is text:
        return False
    told = all(draft.clause.headline for draft in title.drafts) and not text.drafts[0].clause.headline
    sides = title.ids(Role.SUPPLIER), title.ids(Role.CUSTOMER)
    turned = text.ids(Role.CUSTOMER), text.ids(Role.SUPPLIER)
    return told and bool(sides[0]) and sides[0] <= turned[0] and sides[1] <= turned[1]


def _pays_for(loan: Bundle, plant: Bundle) -> bool:
    """Whether a plant is only told of as what public money is for (labels' rule 7): "a loan to A to build"."""
    if loan.kind is not Kind.INVESTMENT or plant.kind is not Kind.FACILITY or len(plant.drafts) > 1:
        return False
    told = plant.drafts[0]
    return any(
        draft.rule == "investment.public-money"
        and draft.clause is told.clause
        and draft.trigger.start < told.trigger.start
        and len(draft.actors) > 1
        for draft in loan.drafts
    )


def _covers(deal: Bundle, bond: Bundle) -> bool:
    """Whether a supply is what a partnership of the same companies is about."""
    if deal.kind is not Kind.SUPPLY or bond.kind is not Kind.PARTNERSHIP or deal.background is not bond.background:
        return False
    if "terminated" in {deal.drafts[0].stage, bond.drafts[0].stage}:
        return False
    sided = deal.ids(Role.SUPPLIER) and deal.ids(Role.CUSTOMER)
    return bool(sided) and bond.ids() <= deal.ids() and abs(deal.drafts[0].clause.index - bond.last) <= _NEAR + 2


def _same(home: Bundle, draft: Draft, background: bool) -> bool:
    if home.kind is not draft.kind:
        return False
    test = {
        Kind.FACILITY: same_plant,
        Kind.SUPPLY: _same_deal,
        Kind.PARTNERSHIP: _same_bond,
        Kind.INVESTMENT: _same_money,
        Kind.TECHNOLOGY: _same_product,
        Kind.POLICY: _same_policy,
        Kind.MARKET: _same_market,
        Kind.INCIDENT: _same_incident,
    }[draft.kind]
    return test(home, draft, background)


def _ids(draft: Draft, *roles: Role) -> set[str]:
    return Bundle([draft], background=False).ids(*roles)


def _same_deal(home: Bundle, draft: Draft, background: bool) -> bool:
    suppliers = home.ids(Role.SUPPLIER), _ids(draft, Role.SUPPLIER)
    customers = home.ids(Role.CUSTOMER), _ids(draft, Role.CUSTOMER)
    if (draft.stage == "terminated") != (home.drafts[0].stage == "terminated"):
        return False
    fits = [
        bool(ours & theirs) or not (ours and theirs) or _akin(home, draft, ours | theirs)
        for ours, theirs in (suppliers, customers)
    ]
    shared = bool(suppliers[0] & suppliers[1]) or bool(customers[0] & customers[1])
    return all(fits) and shared


def _akin(home: Bundle, draft: Draft, ids: set[str]) -> bool:
    """Whether a headline only cuts a name short: "Daimler" over a text about Daimler Trucks."""
    if not all(each.clause.headline for each in home.drafts) or len(ids) != 2:
        return False
    drafts = [*home.drafts, draft]
    names = sorted({actor.name.name for each in drafts for actor in each.actors if actor.name.id in ids}, key=len)
    return len(names) > 1 and names[-1].startswith(f"{names[0]} ")


def _same_bond(home: Bundle, draft: Draft, background: bool) -> bool:
    shared = home.ids() & _ids(draft)
    if draft.rule == EACH and not home.ids() <= _ids(draft):
        return False  # the headline's "A ties up with B and C" is told as two bonds
    if background != home.background and not (_ids(draft) <= home.ids() or home.ids() <= _ids(draft)):
        return False  # the partner before this one
    return len(shared) >= 2 or (len(shared) == 1 and home.drafts[0].stage == draft.stage and len(_ids(draft)) < 2)


def _same_money(home: Bundle, draft: Draft, background: bool) -> bool:
    ours, theirs = home.ids(Role.TARGET), _ids(draft, Role.TARGET)
    givers = home.ids(Role.INVESTOR), _ids(draft, Role.INVESTOR)
    if (draft.stage == "terminated") != (home.drafts[0].stage == "terminated"):
        return False
    apart = (home.drafts[0].rule in _RAISING) != (draft.rule in _RAISING) and not givers[0] & givers[1]
    if apart and ours & theirs and _SIZED.search(draft.clause.text, draft.clause.opened):
        return False  # who is bought also raises money
    if background != home.background and draft.stage != home.drafts[0].stage and not givers[0] & givers[1]:
        return False  # the round before the one that is announced
    joins = draft.rule == home.drafts[0].rule == "investment.round" and draft.clause.index - home.last <= _NEAR
    if joins and ours & theirs and not _SIZED.search(draft.clause.text, draft.clause.opened):
        return True  # "Existing investors also joined"
    if _one_sum(home, draft) and not (ours and theirs and not ours & theirs):
        return True
    public = _public(home.drafts), _public([draft])
    if (public[0] and givers[1] and not public[1]) or (public[1] and givers[0] and not public[0]):
        return False  # a state's grant is not the round that funds led
    if ours and theirs:
        return bool(ours & theirs) and (not (givers[0] and givers[1]) or bool(givers[0] & givers[1]))
    if draft.clause.block is BlockKind.LIST_ITEM and draft.clause.paragraph != home.drafts[-1].clause.paragraph:
        return False
    return draft.clause.index - home.last <= 1 and draft.rule == home.drafts[0].rule


_PRICE = gated(r"[$€£¥₩₹]\s?(\d[\d.,]*\d|\d)", re.NOFLAG, needs="$ 0")


def _one_sum(home: Bundle, draft: Draft) -> bool:
    """Whether a list repeats what was told, with the same sum: "$4.7M awarded under the programme"."""
    listed = draft.clause.block is BlockKind.LIST_ITEM or home.drafts[0].clause.headline
    here = set(_PRICE.pattern.findall(draft.clause.text)) if listed else set()
    return bool(here) and any(here <= set(_PRICE.pattern.findall(each.clause.text)) for each in home.drafts)


_RAISING = frozenset({"investment.round", "investment.receives", "investment.shares", "investment.public-money"})


def _public(drafts: Iterable[Draft]) -> bool:
    return any(actor.role is Role.GOVERNMENT for draft in drafts for actor in draft.actors)


def _same_product(home: Bundle, draft: Draft, background: bool) -> bool:
    if not home.ids() & _ids(draft) or background != home.background:
        return False
    ours = {spot.id for each in home.drafts for spot in each.clause.chemistries}
    theirs = {spot.id for spot in draft.clause.chemistries}
    return not (ours and theirs) or bool(ours & theirs)


def _same_policy(home: Bundle, draft: Draft, background: bool) -> bool:
    return background == home.background and draft.clause.index - home.last <= 4


def _same_market(home: Bundle, draft: Draft, background: bool) -> bool:
    return background == home.background


def _same_incident(home: Bundle, draft: Draft, background: bool) -> bool:
    ours, theirs = home.ids(), _ids(draft)
    alike = home.drafts[0].rule == draft.rule or {home.drafts[0].rule, draft.rule} <= _HARM
    if home.drafts[0].rule in _HARM and not (ours and theirs):
        return alike and draft.clause.index - home.last <= _NEAR  # the owner is often named after the fire
    return alike and (bool(ours & theirs) or draft.clause.index - home.last <= 2)


_HARM = frozenset({"incident.fire", "incident.accident", "incident.probe"})
