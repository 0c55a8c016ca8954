"""What two sides of a supply are: goods that flow down the chain, and who stands where in it."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, distinct, ranks_of, upstream, without_parents
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import either, regex
from cellwire.model import Kind, Role

STORES = either("stores")  # of power, by their makers' names

GOODS = gated(
    r"\b(?:batter\w+(?!-(?:electric|powered|driven))|cells?|packs?|modules?|cathode\w*|anode\w*|electrolyte"
    r"|separators?|foils?|lithium|nickel|"
    r"cobalt|graphite|hydroxide|carbonate|spodumene|precursors?|materials?|black mass|concentrate|blade|LFP|NCM|NMC|"
    rf"systems?|B?ESS|{STORES}|storage (?:solutions?|projects?|parks?|orders?|deals?|contracts?|capacity)"
    rf"|solutions for|equipment|minerals?|GWh|MWh|electrodes?|"
    r"coaters?|p?CAM|AAM|output|scrap|manganese|powders?|tonnes|volumes?|\d[\d.,]*\s?[GM]Wh)\b",
    re.I,
)
VOLUME = gated(r"\d[\d,.]*\s?(?:GWh|MWh|tonnes|tons|metric tons|kt|kilotons|kilotonnes|t\b|cells|packs)", re.I)
_SUM = gated(r"[$€£¥₩₹]\s?\d|\b(?:million|billion|crore|trillion)\b", re.I)
A_FIRM = regex(
    r"\b(?:company|firm|maker|manufacturer|specialist|producer|recycler|start-?up|business|unit|subsidiary|"
    r"supplier|provider|developer|miner|division|arm)s?(?:\sof(?:\sthe)?)?\W*$"
)
PAID = regex(
    r"^\s(?:an?\s|the\s)?(?:(?:first|second|third|final|initial|last)\s(?:tranche|instal?lment|payment"
    r"|part)\sof\s)?(?:(?:additional|another|about|around|some|nearly|almost|over|initial|further|total of|"
    r"up to|more than|"
    r"at least)\s)*(?:(?:US|AU|NZ|HK|C|A|CAD|USD|EUR|AUD|RMB|SEK|NOK|GBP|INR|Rs\.?)\s?)?[$€£¥₩₹]?\s?\d[\d.,]*\s?"
    r"(?:(?:m|mm|bn?|tn|k|million|billion|trillion|crore|cr|lakh)\b|(?:euros?|dollars?|pounds?|yuan|won)\b)",
    re.I,
)
_TO_BE_FOR = regex(
    r"\s(?:(?:in|of)\s(?:[\w-]+\s){1,4}?)?(?:(?:loan|grant|subsidy|aid|package)\s)?(?:for|to|towards?)\s", re.I
)
_FOR_USE = regex(r"\s(?:in|of)\s(?:[\w-]+\s){0,2}?(?:financing|funding|loans?|equity|capital|credit|debt|grants?)\b")
_CREDIT = regex(r"\s(?:[\w-]+\s){0,2}?(?:loans?|grants?|credit|guarantees?|financing|funding|facility)\b")
_BINDING = gated(r"(?<!non-)(?<!non )\bbinding\b|\bdefinitive\b", re.I)
_WISH = gated(
    r"\b(?:wants?|would like|hopes?|is keen|are keen|interested in|thinking of)(?:\sto)?\s$"
    r"|\b(?:negotiat(?:es?|ed|ing)|discuss(?:es|ed|ing)?|talks|close to|near|nears|nearing|closing in on|bargaining)"
    r"(?:\s(?:on|over|about|for|to|signing|agreeing|an?|the|finali[sz]ing|sealing|landing"
    r"|securing))*\s(?:[\w-]+\s){0,2}$"
    r"|\b(?:explor(?:e|es|ing)|pursu(?:e|es|ing)|to (?:finali[sz]e|conclude)|working (?:on|towards?))"
    r"\s(?:(?:an?|the)\s)?(?:[\w-]+\s){0,2}$",
    re.I,
)
_BUYING = regex(r"purchas|procure|buy|order from|orders? with", re.I)
_ROAD = 7  # from here on the chain batteries are bought, not sold
Sides = tuple[list[Name], list[Name]]


def sized(clause: Sentence) -> bool:
    """Whether an amount or a sum says how much is ordered."""
    return bool(VOLUME.search(clause.text, clause.opened) or _SUM.search(clause.text, clause.opened))


# "priority negotiation rights for 10,000 tonnes": who has them may buy one day
RIGHTS = gated(
    r"\b(?:negotiati(?:on|ng) rights?|rights? of first|first (?:refusal|offer|option)|priority rights?|"
    r"pre-?emption rights?)\b",
    re.I,
    needs="negotiation negotiating refusal offer option rights right emption preemption",
)
_COMPARED = regex(r"\b(?:(?:those|that|the (?:ones?|cells?|batter(?:y|ies)|packs?))\s(?:\w+\s)?)$")
_AS_THOSE = gated(
    r"\b(?:similar to|like|same as|than|unlike|comparable (?:to|with)|compared (?:to|with)|different from|identical to|"
    r"resembl\w+|akin to)\s(?:the\s)?[^,;.]{0,30}$",
    re.I,
)


def compared(clause: Sentence, cue: Cue) -> bool:
    """Whether a verb only says whose goods others are like: "cells similar to those |used| by B"."""
    before = clause.before(cue.span.start, 60)
    return bool(_COMPARED.search(before)) and bool(_AS_THOSE.search(before, clause.opened))


def is_noun(clause: Sentence, cue: Cue) -> bool:
    """ "supplies of lithium" are no act."""
    return cue.form == "s" and clause.after(cue.span.end, 4) == " of "


def _rank_of(goods: str) -> int | None:
    """How far down the chain the first goods of some words stand."""
    found = [(match.start(), rank) for pattern, rank in _RANKS if (match := pattern.search(goods))]
    return min(found)[1] if found else None


_RANKS = (
    (
        regex(
            r"\b(?:lithium|nickel|cobalt|graphite|hydroxide|carbonate|spodumene|concentrate|manganese|SC6)\b(?!-ion)"
        ),
        1,
    ),
    (
        regex(
            r"\b(?:cathodes?|anodes?|precursors?|electrolytes?|separators?|foils?|active materials?"
            r"|(?:synthetic|artificial|coated|spherical) graphite)\b",
            re.I,
        ),
        4,
    ),
    (regex(r"\b(?:batter(?:y|ies)(?![- ]grade)|cells?|packs?|modules?)\b", re.I), 6),
)


_STORED = regex(r"\b(?:storage|BESS|megapacks?)\b", re.I)


# "a supply deal with B |for a storage project|": what stands there is a store of power
_FOR_A_SITE = regex(
    r"\bfor\s(?:[^.;]|\.\d){0,60}?\b(?:storage|BESS|batter(?:y|ies))\s(?:projects?|sites?|parks?|farms?|stations?)\b"
)


def makes_stores(names: list[Name], goods: str) -> bool:
    """Whether who is named makes the stores of power that some words speak of, as a carmaker may."""
    return bool(names) and "storage" in names[0].chain and _STORED.search(goods) is not None


def buys(names: list[Name], goods: str) -> bool:
    """Whether who is named stands below the goods in the chain, and so takes them: a cathode maker lithium."""
    rank = upstream(names[0]) if names else None
    told = _rank_of(goods)
    return rank is not None and told is not None and rank > told and told - 1 not in ranks_of(names[0])


def one_side(clause: Sentence, cue: Cue, names: list[Name]) -> Sides:
    """Who is named alone takes the goods of a deal if further down the chain than they are, and else supplies them."""
    taken = buys(names, cue.written) and not makes_stores(names, clause.text)
    return ([], names) if taken else (names, [])


def make(names: list[Name], goods: str) -> bool:
    """Whether all who are named make the first goods of some words, as far as it is known."""
    told = _rank_of(goods)
    return bool(names) and told is not None and all(told - 1 in ranks_of(name) for name in names)


def firms(group: Group | None) -> list[Name]:
    return [name for name in group.names if name.kind not in _NO_TRADERS] if group else []


_NO_TRADERS = frozenset({"government", "bank"})  # a bank lends, and neither sells cells nor buys them


def supply_draft(clause: Sentence, cue: Cue, rule: str, sides: Sides, *, stage: str = "signed") -> Draft:
    suppliers, customers = without_parents(sides[0]), without_parents(sides[1])
    how = aspect(clause, cue)
    actors = [Actor(name, Role.SUPPLIER) for name in distinct(suppliers)]
    actors += [Actor(name, Role.CUSTOMER) for name in distinct(customers) if name.id not in {n.id for n in suppliers}]
    wished = how.possible or _WISH.search(clause.before(cue.span.start, 50), clause.opened)
    if wished or (clause.has("firm.consider") and not clause.has("supply.deal", "supply.nominate")):
        stage = "considered" if stage == "signed" else stage
    elif clause.has("partnership.mou") and stage == "signed" and not _BINDING.search(clause.text, clause.opened):
        stage = "mou"
    both = bool(suppliers) and len(actors) > len(suppliers)
    return Draft(
        Kind.SUPPLY, stage, clause, cue.span, f"supply.{rule}", how, tuple(actors), strength=0.75 if both else 0.4
    )


def flows(suppliers: list[Name], customers: list[Name]) -> bool:
    """Whether goods can flow this way: two sides, not the same company, not from a carmaker to a mine."""
    if not suppliers or not customers or {name.id for name in suppliers} & {name.id for name in customers}:
        return False
    up = [rank for rank in map(upstream, suppliers) if rank is not None]
    down = [rank for rank in map(upstream, customers) if rank is not None]
    return not up or not down or min(up) <= max(down)


LAND = r"(?:sites?|plots?|land|acres|hectares|parcels?|premises)"  # what is bought for a plant, and is no firm
_IN_OTHER_MONEY = regex(r"^\s?(?:[a-z]+\s)?\([^()]{1,30}\)")  # "24.75 trillion won |($18.65 billion)| worth of cells"


def pays(clause: Sentence, cue: Cue) -> bool:
    """Whether what is provided is money: "provides €250 million in financing", not "worth of cells"."""
    paid = PAID.match(clause.after(cue.span.end, 60))
    behind = _IN_OTHER_MONEY.sub("", clause.after(cue.span.end + paid.end(), 60)) if paid else ""
    money = _FOR_USE.match(behind) or _CREDIT.match(behind)
    return paid is not None and (bool(money) or not GOODS.search(behind[:28], clause.opened))


def lets_have(behind: str) -> bool:
    """Whether what is approved is a sum for something: "approves |$100 million for| Alder's plant"."""
    paid = PAID.match(behind)
    return paid is not None and _TO_BE_FOR.match(behind, paid.end()) is not None


# "purchased a nickel processing plant from B": no goods
WORKS = regex(
    r"^\s(?i:an?|the|its|two|three|four|five|six|several|another|all"
    r"|\d+)\s(?:of\s)?(?:the\s)?(?:[A-Za-z][\w-]*,?\s){0,5}?"
    r"(?i:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|mines?|projects?|assets|refiner(?:y|ies)|smelters?|tenements?"
    r"|deposits?"
    r"|facilit(?:y|ies)|complex(?:es)?|buildings?)\b"
    r"(?!['’])"
)


def bought(clause: Sentence, cue: Cue) -> bool:
    """Whether a word for buying is a verb here: "an order from Scania" is what somebody else got."""
    if cue.written not in {"order", "orders", "contract", "contracts"}:
        return bool(cue.form)
    return aspect(clause, cue).ahead or clause.named_before(cue)


_BID = regex(r"^\s(?:(?:the|an?|its|their)\s)?(?:(?!takeover)[\w'’-]+\s){0,4}?(?:bid|tender)s?\b")


def is_bid(clause: Sentence, cue: Cue) -> bool:
    """Whether what is won is a bid for goods: "won the |bid| for 2 GWh of storage", "the bid-winning notice"."""
    return bool(_BID.match(clause.after(cue.span.end, 40)))


_FOR_OWN_USE = gated(
    r"\b(?:cells?|batter(?:y|ies)|packs?|modules?|suppl(?:y|ies)|materials?|lithium|cathodes?|anodes?|graphite"
    r"|nickel)\b"
    r"[^,;.]{0,40}\bfor\s(?:its|their)\s(?:[\w-]+\s){0,3}?(?:cars?|vehicles?|EVs?|trucks?|vans?|bus(?:es)?"
    r"|prime movers?|models?|tractors?|boats?|ships?|scooters?|motorcycles?|bikes?|aircraft|range|line-?up)\b",
    re.I,
)
_MAKES_CELLS = 6  # up to here on the chain nobody needs batteries for cars of their own


def uses_them(clause: Sentence, names: list[Name]) -> bool:
    """Whether goods are for what the first of those named makes: "a deal with B for batteries for |its trucks|"."""
    rank = upstream(names[0]) if names else None
    return bool(_FOR_OWN_USE.search(clause.text, clause.opened)) and (rank is None or rank > _MAKES_CELLS)


def by_chain(clause: Sentence, cue: Cue, names: list[Name]) -> Sides:
    """Suppliers and customers: goods flow down the chain; where that is silent, a purchase names the buyer first."""
    first, rest = names[0], names[1:]
    if uses_them(clause, names):
        return rest, [first]
    ranks = [upstream(name) for name in names]
    if ranks[0] is not None and any(rank is not None and rank != ranks[0] for rank in ranks[1:]):
        highest = max(rank for rank in ranks if rank is not None)
        buyers = [name for name, rank in zip(names, ranks, strict=True) if rank == highest]
        return [name for name in names if name not in buyers], buyers
    told = clause.before(cue.span.start, 40) + clause.after(cue.span.start, 140)
    stores = [name for name in names if makes_stores([name], told)]
    if stores and len(stores) < len(names):
        return stores, [name for name in names if name not in stores]
    carmakers = [name for name, rank in zip(names, ranks, strict=True) if rank is not None and rank >= _ROAD]
    if carmakers and len(carmakers) < len(names):
        return [name for name in names if name not in carmakers], carmakers
    makers = [name for name in rest if make([name], clause.after(cue.span.end, 60))] if ranks[0] is None else []
    if makers and "take" not in cue.written:
        return makers, [name for name in names if name not in makers]  # "A and B sign a supply deal for |cells|"
    buying = _BUYING.search(clause.text[max(0, cue.span.start - clause.span.start - 12) :])
    return (rest, [first]) if buying else ([first], rest)


def two_sides(clause: Sentence, cue: Cue, ours: list[Name], theirs: list[Name]) -> Sides:
    """Of a deal of one side with another: the one further up the chain supplies, whole sides together."""
    theirs = [name for name in theirs if name.id not in {each.id for each in ours}]
    if not ours or not theirs:
        return by_chain(clause, cue, distinct([*ours, *theirs]))
    if uses_them(clause, ours):
        return theirs, ours
    if (
        "take" in cue.written
        and (traders := [side for side in (ours, theirs) if _any_trader(side)])
        and len(traders) == 1
    ):
        makers = theirs if traders[0] is ours else ours
        if min((rank for name in makers for rank in ranks_of(name)), default=0) <= _REFINED:
            return makers, traders[0]
    up, down = ([rank for rank in map(upstream, side) if rank is not None] for side in (ours, theirs))
    if up and down and min(up) != min(down):
        return (ours, theirs) if min(up) < min(down) else (theirs, ours)
    told = clause.before(cue.span.start, 40) + cue.written
    told += " storage" if _FOR_A_SITE.search(clause.after(cue.span.end, 120)) else ""
    stores = [side for side in (ours, theirs) if side[0].known and makes_stores(side, told)]
    if len(stores) == 1:
        return (ours, theirs) if stores[0] is ours else (theirs, ours)
    if bool(up) is not bool(down) and any(min(ranks_of(name), default=0) >= _ROAD for name in (*ours, *theirs)):
        return (theirs, ours) if up else (ours, theirs)
    if bool(up) is not bool(down) and (makes := _makes_it(clause, cue, ours if up else theirs)) is not None:
        return (ours, theirs) if makes is bool(up) else (theirs, ours)
    hirers = [any("utility" in name.chain for name in side) for side in (ours, theirs)]
    if _HIRES_STORES.search(told) and hirers[0] is not hirers[1]:
        return (theirs, ours) if hirers[0] else (ours, theirs)
    buying = _BUYING.search(clause.text[max(0, cue.span.start - clause.span.start - 12) :])
    return (theirs, ours) if buying else (ours, theirs)


# "an |energy storage purchase agreement|" lets a utility use a store that the other owns
_HIRES_STORES = regex(r"\bstorage (?:capacity )?purchase agreement$|\b(?:BE|E)SPA$", re.I)
_REFINED = 2  # up to here on the chain a trader's offtake is what the trader takes


def _any_trader(names: list[Name]) -> bool:
    return any("trader" in name.chain for name in names)


def _makes_it(clause: Sentence, cue: Cue, names: list[Name]) -> bool | None:
    """Whether those whose place in the chain is known make what is traded: lithium makers in a "lithium deal"."""
    goods = _rank_of(clause.before(cue.span.start, 20) + cue.written)
    if goods is None or "take" in cue.written:  # a refiner takes ore
        return None
    if all(goods - 1 in ranks_of(name) for name in names):
        return True
    return False if all(min(ranks_of(name), default=0) > goods for name in names) else None


_TELLS_A_DEAL = (
    "supply.deal",
    "supply.order",
    "supply.nominate",
    "partnership.mou",
    "partnership.partnership",
    "partnership.join",
    "partnership.venture",
    "investment.stake",
    "investment.invest",
    "investment.loan",
    "investment.pay",
    "supply.supply",
    "supply.source",
)
_BACK = 2  # sentences


def other_of_two(clause: Sentence, who: list[Name], scene: Scene, *, told: bool = True) -> list[Name]:
    """With whom somebody deals where a sentence leaves it out: the other of the two that a deal was just told of.

    "Will supply it with" needs no deal before it, only the two.
    """
    ours = {name.id for name in who}
    for sentence in reversed(scene.sentences[max(0, clause.index - _BACK) : clause.index]):
        named = distinct(name for name in sentence.names if name.kind not in _NO_DEALERS)
        if len(named) > 1:
            others = [name for name in named if name.id not in ours]
            return others if len(others) == 1 and len(named) == 2 and (not told or sentence.has(*_TELLS_A_DEAL)) else []
    return []


_NO_DEALERS = frozenset({"government", "bank", "outlet", "research", "exchange"})


def main_as(side: Role, others: list[Name], scene: Scene) -> list[Name]:
    """The company the text is about as the side that a clause leaves out, if goods can flow so."""
    main = scene.main
    if main is None or not others or (upstream(main) is None and main.known):
        return []
    fits = flows([main], others) if side is Role.SUPPLIER else flows(others, [main])
    return [main] if fits else []
