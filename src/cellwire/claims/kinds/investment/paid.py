"""What all investments share: who gives, who gets, and whether the money has moved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from cellwire.claims.actors import Group, distinct, led_by, without_parents
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Aspect, Cue, Name, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

SUM = gated(
    r"[$€£¥₩₹]|\b(?:million|billion|bln|mln|crore|lakh|USD|EUR|RMB|HUF|PLN|CZK|SEK|NOK|INR|yuan|won|yen|rupees|forints?"
    r"|zloty|euros?|dollars?|pounds?|kron(?:or|er)|trillion)\b",
    re.I,
)
_CLOSING = frozenset({"closing of", "completion of"})
AFTER_A_DEAL = regex(
    r"\b(?:[Ff]ollowing|[Aa]fter|[Ss]ince)\s(?:its|the|their)\s(?:[\w-]+\s){0,2}$"
)  # "after its takeover of"
_EXPECTED = regex(r"\b(?:expect\w*|subject to|before|after|upon|pending|until|anticipat\w*)\b", re.I)
_NEAR = 70
_BY_ITSELF = ("fall", "fell", "laps")
_WHAT_IS_GIVEN_UP = regex(
    r"\s(?:(?:its|their|the|a|an|all)\s)?(?:[\w.$€£-]+\s){0,4}?(?:bids?|offers?|approach|pursuit|plans?|talks|proposals?)\b"
)
_LATER = frozenset({"end", "ends", "leave", "leaves", "left", "split", "drop", "drops"})


def investment_draft(clause: Sentence, cue: Cue, rule: str, actors: list[Actor], stage: str, how: Aspect) -> Draft:
    if (how.possible or _weighed(clause, cue)) and stage != "terminated":
        stage = "considered"
    if stage == "completed" and clause.before(cue.span.start, 15).endswith("onditionally "):
        stage = "announced"
    actors = _with_sellers(clause, actors)
    sure = 0.65 if len(actors) > 1 else 0.5
    return Draft(Kind.INVESTMENT, stage, clause, cue.span, f"investment.{rule}", how, tuple(actors), strength=sure)


# "a stake in |Alder's Argentine subsidiary| Birk": Birk is what is bought, and Alder sells
_ITS_UNIT = regex(r"[^,;]{0,12}['’]s?\s(?:[\w-]+\s){0,4}?(?:unit|subsidiary|arm|affiliate|division),?\s")


def _with_sellers(clause: Sentence, actors: list[Actor]) -> list[Actor]:
    """Whose unit another target is that stands behind it sells that."""
    targets = [actor for actor in actors if actor.role is Role.TARGET]
    sellers = {
        one.name.id
        for one, other in pairwise(targets)
        if one.name.said < other.name.said and _ITS_UNIT.fullmatch(clause.between(one.name.said, other.name.said))
    }
    return [replace(actor, role=Role.OWNER) if actor.name.id in sellers else actor for actor in actors]


_SOMETHING_ELSE = regex(
    r",\s(?:and\s)?(?:also\s)?(?:wins?|won|receives?|received|gets?|got|secures?|secured|lands?|landed|raises?|raised)\b"
)


def _weighed(clause: Sentence, cue: Cue) -> bool:
    """Whether money is only thought of: not in "A to |explore| a deal with B, wins a |grant|"."""
    return any(
        weigh.span.start > cue.span.start or not _SOMETHING_ELSE.search(clause.between(weigh.span, cue.span))
        for weigh in clause.find("firm.consider")
    )


def done(how: Aspect, cue: Cue, clause: Sentence) -> str:
    if clause.headline and cue.form in {"s", "base"}:
        return "announced"
    if not cue.form and any(
        _near(each, cue)
        and (aspect(clause, each).done or each.written in _CLOSING)
        and not (
            (aspect(clause, each).ahead and each.written not in _CLOSING)
            or _EXPECTED.search(clause.before(each.span.start, 40))
        )
        for each in clause.find("investment.close")
    ):
        return "completed"  # "has finalised the purchase of"
    if not cue.form and AFTER_A_DEAL.search(clause.before(cue.span.start, 40)):
        return "completed"
    return "completed" if how.done and cue.form in {"past", "part"} and not how.ahead else "announced"


def _near(one: Cue, other: Cue) -> bool:
    return min(abs(one.span.start - other.span.end), abs(other.span.start - one.span.end)) < _NEAR


def ended(clause: Sentence, cue: Cue) -> bool:
    """Whether somebody calls it off: "has dropped its plan to take", "withdrew its application for a loan"."""
    for end in clause.find("partnership.dissolve"):
        how = aspect(clause, end)
        given_up = end.written not in _LATER or _WHAT_IS_GIVEN_UP.match(clause.after(end.span.end, 60))
        called_off = end.span != cue.span and end.form and given_up and not (how.negated or how.possible)
        before = 0 <= cue.span.start - end.span.end < _NEAR
        alone = end.written.startswith(_BY_ITSELF)  # "has seen a deal to acquire B |fall through|"
        after = 0 <= end.span.start - cue.span.end < _NEAR and (how.passive or alone)
        once = _ONCE_BEFORE.search(clause.before(end.span.start, 70))
        if called_off and (before or after) and not once:
            return True
    return False


# "a second attempt at a listing after its |initial bid, launched in October, |lapsed"
_ONCE_BEFORE = regex(r"\b(?:initial|first|previous|earlier|prior|former|original)\s[^.;]{0,50}$")


def sides(investors: Iterable[Name], targets: Iterable[Name]) -> list[Actor]:
    """Who gives and who gets; a bank gives wherever it stands: "the bank is financing €49 million"."""
    takers = distinct(targets)
    givers = distinct([*investors, *(name for name in takers if name.kind == "bank")])
    actors = [Actor.of(name, Role.INVESTOR) for name in without_parents(givers)]
    known = {actor.name.id for actor in actors}
    return actors + [Actor(name, Role.TARGET) for name in without_parents(takers) if name.id not in known]


SHARE = regex(
    r"^\s(?:over\s)?(?:up to |about |around |some |another |the remaining |its |their |all |more than )*(?:an? )?"
    r"(?:[\d.,]+\s?%|(?:[\d.,]+\sper ?cent|half|third|quarter|(?:[\w.%-]+\s){0,3}(?:stakes?|shareholding|"
    r"interest|shares?|holding))\b)",
    re.I,
)
ASSET = regex(
    r"\b(?:plants?|line|factory|gigafactory|mine|projects?|portfolio|tenements?|business|unit|arm|division|"
    r"subsidiary|works|"
    r"site|refinery|assets|royalt(?:y|ies)|"
    r"stake|shares?|operations?|half|third|quarter)\b|%",
    re.I,
)


def behind_it(found: list[Group], cue: Cue, reach: int = 80) -> list[Group]:
    """Who is named behind a verb, within so many characters."""
    return [group for group in found if 0 <= group.names[0].said.start - cue.span.end < reach]


# "buys |half of the plant's output|", "an option to take |20% of its lithium production|": goods, no share of a firm
_OUTPUT = gated(
    r"\b(?:buy|take|purchase|acquire|receive|offtake)(?:s|n|d|ing)?\s(?:(?:up to|about|at least|an?|the|\w+)\s){0,2}?"
    r"(?:half|all|third|quarter|majority|most|bulk|per ?cent|\d[\d.]*\s?(?:%|per ?cent))\s(?:of\s)?[^.;,]{0,40}?"
    r"\b(?:output|production|volumes?|offtake)\b",
    needs="output production volume volumes offtake",
)
_OF_A_FIRM = regex(r"\b(?:stakes?|shares?|shareholding|equity|interest|invest\w*|loans?|lend\w*|fund\w*|prepay\w*)\b")


def is_of_output(clause: Sentence) -> bool:
    """Whether a part of what a plant makes is bought, and no money is put into a firm beside it."""
    return _OUTPUT.search(clause.text, clause.opened) is not None and not _OF_A_FIRM.search(clause.text)


def sellers_of(clause: Sentence, found: list[Group], target: Group) -> list[Name]:
    """From whom a company is bought: "to acquire B, a maker of packs, from |C|"."""
    behind = led_by(found, ("from",), after=target.span.end, until=target.span.end + 130)
    buying = clause.find("investment.acquire")
    near = [
        group
        for group in behind
        if not any(target.span.end < cue.span.start < group.span.start for cue in buying)
        and not _GIVEN_BY.search(clause.before(group.span.start, 60), clause.opened)
    ]
    return [name for group in near[:1] for name in group.names if name.kind != "government"]


_GIVEN_BY = gated(
    r"\b(?:proposals?|offers?|bids?|approach|approvals?|support|backing|funding|financing|loans?|capital|competition|"
    r"interest|investments?|pressure)\sfrom\s(?:[\w-]+\s){0,4}$"
)


# "has acquired |Alder|'s stake in |Birch|": Birch is bought into, and Alder sells
HIS_SHARE = regex(
    r"['’]s?\s(?:[\w.%-]+\s){0,4}?(?:stake|shares?|shareholding|interest|holding|half)\s(?:in|of)\s(?:[\w-]+\s){0,4}"
)


# "bought |Alder|'s battery factory", "|Alder|'s 49.9% stake in their venture", "|Alder|'s 50 MW Tarrow project": it is
# the thing that is bought, and Alder sells
_HIS_PLANT = regex(
    r"(?:\s(?:Ltd|Inc|Corp|Co|AG|SE|ASA|AB|plc)\.?|\.)?['’]s?\s(?:"
    r"(?:[A-Z][\w-]*\s)?(?:[a-z][\w-]*\s){0,4}?(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|mines?|sites?|refiner(?:y|ies)|smelters?)\b"
    r"(?!\s(?:business|operations|unit|maker))"
    r"|(?:[\w.%-]+\s){0,3}?(?:(?:stake|shares|shareholding|interest)\b(?:(?!\s(?:in|of)\s[A-Z])"
    r"|(?=\s(?:in|of)\s(?:[\w-]+\s){1,6}(?:plants?|factory|gigafactory|project|mine|joint|venture|JV)\b))"
    r"|facilities|assets)\b"
    r"|(?:[\w.()-]+\s){0,11}?projects?\b(?!\s(?:developer|business|company|unit|arm|pipeline)))"
)


_HIS_SCHEME = regex(r"['’]s?\s(?:[\w-]+\s){0,3}?(?:programs?|programmes?|schemes?|funds?|bonds?)\b", re.I)


def is_his_scheme(clause: Sentence, group: Group) -> bool:
    """Whether money goes into what somebody runs and not into himself: "into |Alder's storage programme|"."""
    return group.owns and _HIS_SCHEME.match(clause.after(group.span.end, 60)) is not None


# "to buy |Alder| Battery Assets": a headline's short way of saying whose they are
_HIS_IN_SHORT = regex(r"\s(?:[A-Za-z][\w-]*\s){0,2}?(?:[Aa]ssets|[Pp]lants?|[Ff]actor(?:y|ies)|[Ss]take|[Ss]hares)\b")


def thing_of_his(clause: Sentence, group: Group) -> bool:
    """Whether something that belongs to who is named is bought, and not the firm itself."""
    behind = clause.after(group.span.end, 110)
    short = clause.headline and not group.lead and _HIS_IN_SHORT.match(behind)
    return bool(short or (group.owns and _HIS_PLANT.match(behind)))
