"""Goods under a contract: supply agreements, memoranda about goods, talks, and what is treated for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import Group, distinct, led_by, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import A_FIRM, GOODS, VOLUME, by_chain, firms, flows, make, supply_draft, two_sides
from cellwire.claims.kinds.own_deals import OwnDeal, own_deals
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex


def _until_name(clause: Sentence, cue: Cue, found: list[Group]) -> str:
    """What stands between a word and the company after it: goods, or what the company is."""
    right = next((group for group in found if group.span.start >= cue.span.end), None)
    between = clause.between(cue.span, right.span) if right else clause.after(cue.span.end, 80)
    return "" if right and (A_FIRM.search(between) or not between.strip()) else between


def deal(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A and B sign a supply agreement: who supplies is read off the chain, else off who is named first."""
    for cue in clause.find("supply.deal", "supply.order"):
        if "supply.deal" not in cue.tags and not clause.has(*_ABOUT_AN_ORDER):
            continue
        if cue.written == "purchase of" and not GOODS.search(_until_name(clause, cue, found), clause.opened):
            continue  # of a company
        left = subject(found, cue.span.start) or subject(
            found, cue.span.start, leads=("between", "by", "of", "for", "from")
        )
        others = led_by(found, ("with", "to", "from", "by", "for", "between", "of"), after=cue.span.start)
        if left and not others and clause.has("partnership.sign"):
            others = led_by(
                found, ("with",), after=left.span.end
            )  # "have signed an agreement with B for the supply of"
        if left and not others and (buyer := _named_first(clause, found, left, cue)):
            others = [buyer]
        others = _without_users(others)
        names = firms(left) + [name for group in others for name in firms(group)]
        names = distinct(names)
        if len(names) < 2 or (not others and clause.has("supply.win") and not clause.has("partnership.sign")):
            continue  # "A and B secure offtake" from somebody else, each for itself
        stage = "terminated" if clause.has("supply.stop") and not clause.has("supply.win") else "signed"
        if left and (source := _source_of(clause, cue, found) or _whose_goods(clause, others, left)):
            return supply_draft(clause, cue, "deal", (firms(source), firms(left)), stage=stage)
        if left and (orders := _who_orders(clause, cue, found)) and flows(firms(left), firms(orders)):
            return supply_draft(clause, cue, "deal", (firms(left), firms(orders)), stage=stage)
        theirs = [name for group in others for name in firms(group)]
        return supply_draft(clause, cue, "deal", two_sides(clause, cue, firms(left), theirs), stage=stage)
    return None


def _without_users(others: list[Group]) -> list[Group]:
    """ "A deal |with| B to buy cathodes |for| its venture C": whom goods are for, behind a side, signs nothing."""
    sides = [group.span.start for group in others if group.lead == "with"]
    return [group for group in others if group.lead != "for" or not sides or group.span.start < sides[0]]


_ABOUT_AN_ORDER = (
    "supply.win",
    "partnership.sign",
    "supply.supply",
    "supply.stop",
    "firm.consider",
    "facility_verb.expand",
)


# "has |boosted| its order with B to 7.3 billion euros"
GREW = gated(
    r"\b(?P<verb>boost(?:s|ed)|rais(?:es|ed)|increas(?:es|ed)|expand(?:s|ed)|enlarg(?:es|ed)|doubl(?:es|ed)|lift(?:s"
    r"|ed)"
    r"|top(?:s|ped) up|upsiz(?:es|ed)|extend(?:s|ed))\s(?:its|their|the|an)\s(?:[\w-]+\s){0,3}?"
    r"(?:orders?|contracts?|bookings?)\s(?:[\w-]+\s){0,3}?(?P<of>with|at|from|to)\s",
    needs="order orders contract contracts booking bookings",
)


def grown(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A boosts its order with B: A buys from whom an order is placed with, whatever B is."""
    match = GREW.search(clause.text, clause.opened)
    if match is None:
        return None
    cue = cue_of(clause, match, "verb", "supply.order")
    left, right = subject(found, cue.span.start), led_by(found, (match["of"],), after=cue.span.end)
    how = aspect(clause, cue)
    if left is None or not right or how.negated or not flows(firms(right[0]), firms(left)):
        return None
    return supply_draft(
        clause,
        cue,
        "deal",
        two_sides(clause, cue, firms(left), firms(right[0])) if match["of"] == "to" else (firms(right[0]), firms(left)),
    )


def _named_first(clause: Sentence, found: list[Group], left: Group, deal: Cue) -> Group | None:
    """Who signs what is called after the other side: "|Tesla| signs CATL battery deal"."""
    before = [group for group in found if group.span.end < left.span.start and not group.lead]
    near = len(clause.between(left.span, deal.span).split()) < 3
    if not before or not near or left.names[0].referred:
        return None
    signed = clause.find("partnership.sign", "supply.win")
    between = (each for each in signed if before[-1].span.end <= each.span.start < left.span.start and each.form)
    return before[-1] if any(between) else None


IS_WITH = regex(
    r"^(?:The|This|Its)\s(?:(?!joint|licen|company|firm|group|announc|sign)[\w-]+\s){0,3}?(?:agreement|deal|contract|order|off-?take|MoU),?\s"
    r"(?:(?:is|was|has|been|signed|agreed|made|concluded|struck)\s){0,3}with\s"
)


def with_whom(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """The other side of the deal that the sentences before tell of: "The agreement is with B and covers 9,000 t"."""
    cues = clause.find("partnership.sign", "supply.deal", "supply.order") if IS_WITH.match(clause.text) else []
    told = scene.sentences[max(0, clause.index - 3) : clause.index]
    dealt = any(each.has("supply.deal", "supply.order", "supply.source", "supply.supply") for each in told)
    others = led_by(found, ("with",)) if cues and dealt else []
    known = {name.id for each in told for name in each.names} | ({scene.main.id} if scene.main else set())
    if not others or scene.main is None or known & {name.id for name in others[0].names}:
        return None
    stage = "mou" if any(each.has("partnership.mou") for each in told) else "signed"
    sides = two_sides(clause, cues[0], [scene.main], firms(others[0]))
    return supply_draft(clause, cues[0], "with", sides, stage=stage)


def each_deal(clause: Sentence, found: list[Group], scene: Scene) -> Iterator[Draft]:
    """Each of several deals with a partner of its own: "an offtake agreement with B and the agreement with C".

    Where nobody signs them ("the agreement with B follows that with C"), they are those of whom the text is about.
    """
    deals = own_deals(clause, found)
    goods = [deal for deal in deals if _is_of_goods(deal)] if clause.has("supply.deal") else []
    if not goods:
        return
    theirs = {name.id for deal in deals for name in deal.whom.names}
    others = [name for group in led_by(found, ("", "for", "of", "by")) for name in firms(group)]
    others = [name for name in others if name.id not in theirs]
    ours = firms(subject(found, deals[0].cue.span.start)) or others or ([scene.main] if scene.main else [])
    if not ours or theirs & {name.id for name in ours}:
        return
    for deal in goods:
        sides = two_sides(clause, deal.cue, ours, firms(deal.whom))
        yield supply_draft(deal.told, deal.cue, EACH_DEAL, sides)


_MADE_TOGETHER = ("partnership.join", "technology.develop", "facility_verb.build", "investment.stake")


def _is_of_goods(deal: OwnDeal) -> bool:
    """Whether one of several deals is about goods as well: the "agreement with B" beside an offtake with C."""
    tags = deal.cue.tags
    if "supply.deal" in tags:
        return True
    if "partnership.mou" in tags:
        return VOLUME.search(deal.told.text, deal.told.opened) is not None
    return "partnership.sign" in tags and not deal.told.has(*_MADE_TOGETHER)


EACH_DEAL = "each"  # the rule of one among several deals of a clause


def _whose_goods(clause: Sentence, others: list[Group], ours: Group) -> Group | None:
    """Whose goods a deal is for: "signs a supply agreement for |B|'s storage systems"."""
    for group in others:
        behind = clause.after(group.span.end, 60)
        made = ("storage" in behind or GOODS.search(behind, clause.opened)) and not _ITS_SITE.search(behind)
        if group.lead == "for" and group.owns and made and flows(firms(group), firms(ours)):
            return group
    return None


_ITS_SITE = regex(r"\b(?:projects?|sites?|parks?|farms?|plants?|factory|factories|stations?|fleets?|vehicles?|cars?)\b")


def _who_orders(clause: Sentence, cue: Cue, found: list[Group]) -> Group | None:
    """ "Gets a battery order |from B|": B buys."""
    if not cue.written.endswith(("order", "orders")):
        return None
    right = next((group for group in found if group.span.start >= cue.span.end), None)
    return right if right and right.lead == "from" else None


_TAKEN = frozenset({"offtake", "off-take", "off take", "purchase of", "supply of", "delivery of"})


def _source_of(clause: Sentence, cue: Cue, found: list[Group]) -> Group | None:
    """From whom goods come that are named behind the word: "agreed to the offtake of 200,000 tonnes from B"."""
    behind = clause.after(cue.span.end, 90)
    of = cue.written.endswith(" of") or behind.startswith((" of ", " for "))
    if cue.written not in _TAKEN or not of or not GOODS.search(behind, clause.opened):
        return None
    right = led_by(found, ("from", "to", "with"), after=cue.span.end)
    return right[0] if right and right[0].lead == "from" else None


TRADED = gated(
    r"\b(?:for|on|about|covering|over)\s+(?:the\s+)?(?:(?:future|possible|potential|long-term|exclusive"
    r"|annual)\s+)?(?:sales?|supply|supplies|delivery|deliveries|purchase|"
    r"off-?take)\b"
    r"|\bfor\san?\s(?:[\w./-]+\s){0,2}?\d[\d,.]*\s?[GM]Wh\s(?:of\s)?(?:battery |energy )*(?:storage|BESS)\b"
    r"|\b(?:for|on|over|covering)\s(?:up to |about |around |at least |more than |some )*"
    r"(?:\d[\d.,]*\s?(?:tonnes|tons|t|GWh|MWh|kt)\b|half|all|a third|a quarter|\d+\s?%|(?:the\s)?whole)[^.;,]{0,30}",
    re.I,
)


_STORAGE = regex(r"for an? .*(?:storage|BESS)$")
_STORED_SIZE = regex(r"(?:for|on|over|covering) .*\d\s?[GM]Wh\s(?:of\s)?(?:battery |energy )*(?:storage|BESS)\b", re.I)


_STORES = frozenset({"integrator", "storage", "cell", "pack"})  # who makes what power is stored in
_ABOUT = gated(
    r"\b(?:discuss(?:es|ed|ing)?|(?:(?:in|hold\w*|held|advanced|early|supply|preliminary|further) talks|"
    r"talks (?:between|with)|negotiat\w+|"
    r"discussions|talking)\b[^.;]{0,90}?\b(?:about|on|over|for|regarding"
    r"|to (?:supply|buy|purchase|source|deliver|secure|access|get|obtain|lock in)))\s"
    r"(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,4}?"
    r"(?:suppl\w+|off-?take|deliver\w+|purchas\w+|cells?|batter(?:y|ies)|packs|powder|hydroxide|carbonate|materials?|"
    r"graphite|foil|concentrate|electrolyte|separators?|lithium|nickel|cobalt)\b",
    re.I,
)


_OTHER_BOND = (
    "investment.acquire",
    "investment.stake",
    "partnership.venture",
    "partnership.partnership",
    "facility.plant",
    "partnership.join",
)


_TREATS = ("recycl", "process", "refin")


_TRADE = regex(
    r"^\s(?:and \w+ )?(?:company|companies|firm|group|specialist|start-?up|business|unit|arm|subsidiary|giant|"
    r"player|plant|facility|technolog)"
)


_ALLIED = gated(
    r"\b(?:alliances?|tie-up|co-develop\w*|jointly develop\w*)\b"
)  # who act together sell each other nothing


def memorandum(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A and B sign a memorandum for the sale of goods, or for a share of the output."""
    if not clause.has("partnership.mou", "partnership.sign") or clause.has("investment.stake", "partnership.venture"):
        return None
    if _ALLIED.search(clause.text, clause.opened):
        return None
    traded = TRADED.search(clause.text, clause.opened)
    for cue in clause.find("partnership.mou", "partnership.sign") if traded else ():
        left = subject(found, cue.span.start)
        others = led_by(found, ("with", "to", "from", "between"), after=cue.span.start)
        names = distinct([*firms(left), *(name for group in others for name in firms(group))])
        if traded and _STORED_SIZE.match(traded[0]) and clause.has("partnership.mou"):
            continue  # a memorandum for stores of power binds nobody to deliver them
        agreed = clause.has("partnership.mou", "supply.deal", "supply.order", "partnership.partnership") or (
            traded and _STORAGE.match(traded[0])
        )
        makers = (
            [name for name in names if not _STORES.isdisjoint(name.chain)]
            if traded and _STORAGE.match(traded[0])
            else []
        )
        if len(names) >= 2 and agreed:
            takers = [name for name in names if name not in makers]
            sides = (makers, takers) if makers and takers else by_chain(clause, cue, names)
            return supply_draft(clause, cue, "memorandum", sides)
    return None


_TO_GET = regex(r"\bto (?:buy|purchase|source|secure|access|get|obtain|lock in)\s")
_TOGETHER = gated(
    r"\bjoint\s(?:[\w-]+\s){0,2}?(?:company|firm|venture|project|development|plant|factory)\b"
    r"|\b(?:ecosystem|value chain|supply chain|industrial park)\b"
)


def talks(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A and B negotiate about goods; the talks are broken off."""
    about = _ABOUT.search(clause.text, clause.opened)
    if about is None or clause.has(*_OTHER_BOND) or _TOGETHER.search(clause.text, clause.opened):
        return None
    cues = clause.find("firm.consider", "supply.stop", "supply.source", "supply.supply", "supply.deal")
    names = distinct(name for group in found if group.lead in {"", "between", "with", "of"} for name in firms(group))
    if not cues or not names:
        return None
    over = any(aspect(clause, cue).done or cue.form == "part" for cue in clause.find("supply.stop"))
    left, whom = subject(found, about.start() + clause.span.start + 1), led_by(found, ("with",))
    two = left is not None and len(whom) == 1 and len(distinct(firms(left) + firms(whom[0]))) == len(names)
    goods = clause.text[about.start() : about.end() + 40]
    makers = [name for name in names if make([name], goods)]
    if 0 < len(makers) < len(names) and (two or not whom):  # "is talking with B about supplying batteries"
        sides = makers, [name for name in names if name not in makers]
    elif len(names) == 1 and _TO_GET.search(goods):
        sides = [], names  # "in talks with miners to secure cobalt"
    else:
        sides = two_sides(clause, cues[0], firms(left), firms(whom[0])) if two else by_chain(clause, cues[0], names)
    return supply_draft(clause, cues[0], "talks", sides, stage="terminated" if over else "considered")


def treats(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A recycles or refines what comes from B, under a deal."""
    if not clause.has("facility_verb.produce") or not clause.has("supply.order", "supply.deal", "partnership.sign"):
        return None
    for cue in clause.find("facility_verb.produce"):
        left = subject(found, cue.span.start)
        right = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < 60]
        givers = [group for group in right if group.owns or group.lead in {"of", "from", "for"}]
        if _TRADE.match(clause.after(cue.span.end, 24)):
            continue  # "recycling company" says what somebody is
        if cue.form and cue.written.startswith(_TREATS) and left and givers and flows(firms(left), firms(givers[0])):
            return supply_draft(clause, cue, "treats", (firms(left), firms(givers[0])))
    return None
