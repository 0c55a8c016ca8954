"""A plant that a sentence names and tells nothing of: supplied, paid for, opposed, counted with others, or unknown."""

from __future__ import annotations

import re

from cellwire.claims.clauses import is_what_it_holds
from cellwire.claims.gates import gated
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence
from cellwire.lexicon import PLANT, either, regex


def tells_nothing_of(thing: Cue, clause: Sentence, sign: Sign) -> bool:
    """Whether the step that a sign tells is not that of the plant beside it."""
    return bool(
        is_what_it_holds(clause)
        or _UNSAID.search(clause.before(sign.cue.span.start, 160), clause.opened)
        or _is_bid_for(clause, sign)
        or _is_prevented(clause, sign.cue, thing)
        or _is_paid_for(clause, sign)
        or _MONEY_BACK.search(clause.text, clause.opened)
        or _supplied(clause, thing)
        or _is_source(clause, sign.cue, thing)
        or _is_served(clause, sign.cue, thing)
        or _makes_cars(clause, sign)
        or _LEFT_TO_ANOTHER.search(clause.text, clause.opened)
    )


# "cancels its plant, |leaving Birch in control|": another builds it all the same
_LEFT_TO_ANOTHER = gated(
    r"\bleaving\s[^.;,]{2,50}?\s(?:in\s(?:full\s|sole\s)?(?:control|charge)|as\s(?:the\s)?(?:sole|only)\sowner)\b", re.I
)


# "the first |sedans rolled off| the line at its gigafactory", "has started |production of the pickup|": no cells
_CARS = gated(
    rf"\b(?:(?:{either('cars_by_name')}|{either('cars_in_sentences')})s?\b|(?:electric\s|battery[- ]electric\s)?"
    r"(?:cars?|sedans?|SUVs?|pickups?|trucks?|vans?|buses|scooters?|motorcycles?|crossovers?|hatchbacks?|saloons?"
    r"|vehicles?|EVs|robotaxis?|two-wheelers)\b)",
    re.I,
)
_MAKING = frozenset({"running", "start-operating"})
_OF_BATTERIES = gated(
    r"\b(?:batter\w*|cells?|packs?|lithium|nickel|cobalt|graphite|cathodes?|anodes?|storage|BESS|recycl\w*|GWh|materials?"
    r"|refiner(?:y|ies)|4680)\b",
    re.I,
)


def _makes_cars(clause: Sentence, sign: Sign) -> bool:
    """Whether it is cars alone that a plant makes."""
    if sign.rule not in _MAKING or _OF_BATTERIES.search(clause.text, clause.opened):
        return False
    return _CARS.search(clause.text, clause.opened) is not None


# "a cell plant next to the assembly plant it |closed| last year", "at the site of B's factory, which is |being built|"
_ONE_BESIDE = gated(
    r"\b(?:beside|next (?:to|door to)|near|alongside|adjacent to|opposite|across from|close to|on the site of"
    r"|at the site of"
    r"|in place of)\s(?:(?:an?|the|its|their|site|of|former|existing|first)\s)*(?:[\w.'’-]+\s){0,5}?"
    rf"{PLANT},?\s(?:(?:that|which)\s)?(?:(?:it|they|[A-Z]\w+)\s)?"
    r"(?:(?:is|was|are|were|had|has|have|also|recently|currently|already|now|once|still|being)\s){0,4}$"
    rf"|\bwith\s(?:an?|the|its)\s(?:[\w.'’-]+\s){{0,3}}?{PLANT}\s(?:(?:that|which)\sis\s)?(?:currently|already"
    rf"|now|still)\s$",
    needs="beside next near alongside adjacent opposite across close site place with",
)


def is_of_one_beside(clause: Sentence, step: Cue) -> bool:
    """Whether a step is that of a plant which only says where another one is to stand."""
    return _ONE_BESIDE.search(clause.before(step.span.start, 130), clause.opened) is not None


def is_no_step(clause: Sentence, sign: Sign) -> bool:
    """Whether a verb tells a road's closing, what became of an older plant, or a review that begins."""
    ended = sign.stage == "closed" and _was_once(clause, sign.cue)
    review = sign.stage == "operating" and _begins_no_work(clause, sign)
    earns = sign.rule == "expand" and bool(_EARNS.match(clause.after(sign.cue.span.end, 50)))
    return ended or review or earns or _is_a_roads(clause, sign.cue)


# "could |boost portfolio returns|": it grows by no megawatt
_EARNS = regex(
    r"\s(?:its\s|the\s|their\s)?(?:[\w-]+\s){0,2}?(?:returns?|revenues?|profits?|profitability|earnings|margins?|incomes?"
    r"|efficiency|values?|reliability|resilience|bills?)\b"
)


# "to |recoup its $1 billion investment| in the factory": it gets money back
_MONEY_BACK = gated(
    r"\b(?:recoup|recover|recouping|recovering|writ(?:e|es|ing)|wrote|written|impair|book)\s(?:(?:off|down)\s)?"
    r"(?:most of\s|part of\s|all of\s)?(?:its|their|the)\s(?:\S+\s){0,4}?investments?\b",
    needs="recoup recover recouping recovering write writes writing wrote written impair book",
)
_FOR_IT = gated(r"\bfor\s(?:its|their|[\w’']+['’]s?)\s[^,;]*$")
_FROM_IT = gated(r"\bfrom\s(?:its|their|the|[\w’']+['’]s?)\s(?:[\w-]+\s){0,3}$")


# "graphite would be |sourced from a mining and processing| operation in Balama"
_COMES_FROM = gated(
    r"\b(?:sourced|supplied|shipped|imported|obtained|procured|coming|comes?|came|drawn|fed)\s(?:\w+ly\s)?from\s"
    r"(?:the|an?|its|their|[A-Z][\w'’]+)\s(?:[\w'’-]+\s){0,5}$"
)


# "comes from a refinery |that A is building| in B"
_BEING_BUILT = regex(
    r"\s(?:that|which)\s[^,;.]{2,50}?\s(?:is|are|will|plans\sto|has|have)\s(?:\w+\s)?(?:build|built|develop|construct|open)\w*\b"
)
_FOR_THE = regex(r"\bfor\s(?:the|its|this|that)\s(?:[\w-]+\s){0,2}$")
_IS_BROUGHT = regex(
    r"\s(?:would|will|is to|are to|is|are|was|were)\s(?:be\s)?"
    r"(?:sourced|supplied|shipped|delivered|imported|brought|come)\b"
)


def _supplied(clause: Sentence, thing: Cue) -> bool:
    """Whether batteries are sold for a storage project, or goods come from a plant: "to supply B |for its project|"."""
    before, behind = clause.before(thing.span.start, 90), clause.after(thing.span.end, 40)
    comes = _COMES_FROM.search(before, clause.opened) and not _BEING_BUILT.match(clause.after(thing.span.end, 80))
    if comes or (_FOR_THE.search(before) and _IS_BROUGHT.match(behind)):
        return True
    sold = "facility.storage" in thing.tags and clause.has("supply.deal", "supply.order", "supply.supply")
    return sold and bool(_FOR_IT.search(clause.before(thing.span.start, 90), clause.opened))


def _is_source(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether goods are to come from a plant: "to |evaluate| supplying B with anodes |from its plant|"."""
    supplied = any(cue.span.end <= each.span.start < thing.span.start for each in clause.find("supply.supply"))
    return (
        "firm.consider" in cue.tags
        and supplied
        and bool(_FROM_IT.search(clause.before(thing.span.start, 60), clause.opened))
    )


# "has not specified |whether| the batteries are intended for": nothing is told
_UNSAID = gated(
    r"\b(?:(?:not|never|nor|without|has yet to|have yet to)\s(?:\w+\s){0,2}?"
    r"(?:disclos|specif|say|said|reveal|confirm|know|clear|detail|mention|stat|comment|elaborat)\w*"
    r"|(?:declin|refus)\w+ to\s\w+|unclear|unknown)\b[^.;]{0,80}?\b(?:whether|if|when|where)\s[^.;]*$",
    needs="whether if when where",
)
_SERVES = gated(
    r"\b(?:suppl(?:y|ies|ying|iers?)|deliver(?:y|ies|ing)?|vendors?)\b[^,;.]{0,60}?\s(?:to|for|at)\s"
    r"(?:its|their|[\w’'.-]+['’]s?)\s[^,;]*$"
)


def _is_served(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether it is weighed who supplies a plant: "in |talks| to add B as a supplier to its Shanghai |factory|"."""
    if "firm.consider" not in cue.tags or cue.span.end > thing.span.start:
        return False
    match = _SERVES.search(clause.between(cue.span, thing.span), clause.opened)
    if match is None:
        return False
    goods = cue.span.end + match.start()
    return not any(cue.span.end <= each.span.start < goods for each in clause.find("facility.plant"))


# "a referendum |to prevent the construction of a| plant", not "to stop work on its plant", which its owner does
_PREVENTS = gated(
    r"\b(?:to|would|will|could|and)\s(?:prevent|stop|block|oppose|halt|fight|thwart|resist)\b"
    r"|\b(?:against|opposed to)\s",
    needs="prevent stop block oppose halt fight thwart resist against opposed",
)
_THEIR_OWN = regex(r"\b(?:its|their)\b")


def _is_prevented(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether somebody else is against what is built: residents, a party, a court case."""
    between = clause.between(cue.span, thing.span)
    return bool(_PREVENTS.search(between, clause.opened)) and not _THEIR_OWN.search(between)


# "Missouri |was planning to offer| it free land", "had hoped to lure the plant"
_BIDS = regex(
    r"\s(?:(?:a|to|for)\s)?(?:offer\w*|lur\w+|woo\w*|draw\w*|attract\w*|court\w*|compet\w+|bid\w*|vy\w+|vie\w*"
    r"|land|win|pitch\w*)\b"
)
_BIDDERS = regex(
    r"(?:\b(?:states?|governors?|count(?:y|ies)|provinces?|city|cities|towns?|premiers?|officials|ministers?)\s"
    r"|\b[A-Z][a-z]+\s)(?:(?:has|have|had|is|are|was|were|also|still|been)\s){0,4}$"
)


def _is_bid_for(clause: Sentence, sign: Sign) -> bool:
    """Whether a land or town only bids for the plant: it is no company that plans."""
    if sign.rule not in {"plan", "consider"} or not _BIDS.match(clause.after(sign.cue.span.end, 20)):
        return False
    bidder = _BIDDERS.search(clause.before(sign.cue.span.start, 40))
    if bidder is None:
        return False
    at = sign.cue.span.start - (bidder.end() - bidder.start())
    return not any(at <= name.said.start < sign.cue.span.start for name in clause.names if name.kind != "government")


# "the plant |originally was a glass factory that| ceased operations", "to restart |the mothballed| mine"
_ONCE = gated(
    r"\b(?:[Oo]riginally|[Ff]ormerly|[Oo]nce|[Pp]reviously)\s(?:was|were|housed|home to|served as|an?|the)\b"
    r"[^,;.]{0,60}$"
    r"|\bformer\s(?:[\w-]+\s){0,4}?(?:plant|factory|works|mill|mine|site|facility)\s(?:that\s|which\s)?"
    r"(?:(?:it|they|the company)\s)?$"
)
_AN_IDLE = regex(r"(?:the|its|their|an?|this|['’]s)\s$")
_IDLE = frozenset({"mothballed", "idled", "shuttered", "shut", "closed", "closing"})
_RUNS_ON = regex(
    r"\s(?:[\w-]+\s){0,4}?(?:plants?|factor(?:y|ies)|mines?|operations?|works|mills?|sites?|facilit(?:y|ies)|refiner(?:y|ies))\b",
    re.I,
)


def _was_once(clause: Sentence, cue: Cue) -> bool:
    """Whether an end is what became of a plant long ago, before the news."""
    before = clause.before(cue.span.start, 90)
    if _ONCE.search(before, clause.opened):
        return True
    idle = cue.written in _IDLE and _AN_IDLE.search(before) is not None
    return idle and _RUNS_ON.match(clause.after(cue.span.end, 60)) is not None


# "|launching a review process| that could result in permits"
_NO_WORK = regex(
    r"\s(?:an?|the|its|their|another)\s(?:[\w-]+\s){0,3}?(?:reviews?|process|stud(?:y|ies)|consultations?|tenders?|search"
    r"|campaigns?|talks|probes?|investigations?|surveys?|application|funding|offering|round|bid|petition)\b"
)


def _begins_no_work(clause: Sentence, sign: Sign) -> bool:
    """Whether what begins is a review or a tender, and no production."""
    begins = sign.cue.written.startswith(("launch", "start", "begin", "began", "kick"))
    return begins and _NO_WORK.match(clause.after(sign.cue.span.end, 60)) is not None


# "|Highway closed| as blaze erupts at battery plant"
_A_ROAD = regex(
    r"\b(?:[Rr]oads?|[Hh]ighways?|[Ss]treets?|[Ss]chools?|[Rr]outes?|[Ll]anes?|[Ff]reeways?|[Mm]otorways?|[Bb]ridges?|[Bb]usinesses"
    r"|[Bb]eaches|[Ii]nterstate(?: \d+)?)(?:,? (?:and|or) [\w\s-]{3,25})?"
    r"\s(?:(?:was|were|is|are|has|have|been|remains?|near|nearby)\s){0,3}$"
)


def _is_a_roads(clause: Sentence, cue: Cue) -> bool:
    """Whether a road or a school is what is closed or opened; "Elm |Street| energises a store" is a firm's name."""
    if any(0 < cue.span.start - name.said.end <= 1 for name in clause.names):
        return False
    return _A_ROAD.search(clause.before(cue.span.start, 70)) is not None


_FUNDS = frozenset({"financing", "funding"})
# "|the debt facility will finance the construction of| storage projects": its lenders build none
_FINANCES = gated(
    r"\b(?:loans?|debt|credit|bonds?|notes|proceeds|money|funds)\s[^.;]{0,90}?"
    r"\b(?:will|would|to|is to|are to)\s(?:help\s)?(?:financ|fund|pay for|cover|support|refinanc)\w*\s(?:the\s)?"
    r"(?:[\w-]+,?\s){0,3}?(?:construction|building|development|expansion)\b"
)
_RAISES = regex(r"\b(?:secur|rais|obtain|receiv|clos|complet|land|bag|get|got|w[io]n)\w*\s[^;]{0,60}$")


def _is_paid_for(clause: Sentence, sign: Sign) -> bool:
    """Whether a plant is only what money was raised for: "has |secured $1 billion in financing| for its factory"."""
    raised = sign.cue.written in _FUNDS and bool(_RAISES.search(clause.before(sign.cue.span.start, 80)))
    return raised or _FINANCES.search(clause.text, clause.opened) is not None
