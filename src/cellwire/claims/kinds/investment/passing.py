"""Money that passes from one to the other, whoever they are: "A put up €30 million for B", "B was given $2 million"."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import PAID
from cellwire.claims.kinds.investment.paid import done, ended, investment_draft, is_his_scheme, sides
from cellwire.claims.kinds.takers import any_public, firm_acting
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_REACH = 120  # characters behind the sum
# "awarded a $100 million |contract|", "paid $14 million |in damages|", "$3 million |worth of| cells"
_FOR_ELSE = regex(
    r"^[^,;.]{0,40}?\b(?:contracts?|orders?|deals?|fines?|penalt(?:y|ies)|damages|compensation|worth of"
    r"|royalt(?:y|ies)|dividends?|deposits?|advances?|prepayments?|salar(?:y|ies)|bonus(?:es)?|settlements?|a year"
    r"|annually|rent|tax(?:es)?)\b"
)
_INTO = ("to", "into", "for", "in", "behind", "towards", "toward", "")
# "is to spend $13 billion |on battery development|", "sets aside $4 billion |to secure lithium|": for no plant
_ON_THE_TRADE = regex(
    r"[^.;]{0,40}?\s(?:in|on|over|into|to|for)\s[^.;]{0,60}?\b(?:batter(?:y|ies)|storage|BESS|lithium|minerals)\b", re.I
)
_ON_A_PLANT = regex(
    r"\b(?:build|construct|produc|manufactur|expan|ramp|capacit|factor|plant|gigafactor|facilit|project|storage|complex)\w*"
    r"|\b(?:mak(?:e|es|ing)|mines?|lines?|recycling)\b",
    re.I,
)
_ITS_OWN = regex(
    r"^[^,;.]{0,60}?\b(?:its|their)\s(?:own\s)?(?:new\s|planned\s|first\s)?(?:[\w-]+\s){0,3}?(?:plant|factory|site)s?\b"
)
_MONEY = (
    *(
        "give",
        "gave",
        "lend",
        "lent",
        "loan",
        "put",
        "inject",
        "contribut",
        "pledg",
        "commit",
        "chip",
        "pump",
        "promis",
    ),
    *("pour", "plough", "plow", "extend", "provid", "stump", "grant", "advanc", "hand"),
)

_PROMISES = ("pledg", "commit", "promis")


def passed(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A puts a sum into B, lends or promises it one."""
    for cue in clause.find("handing.give"):
        how, giver = aspect(clause, cue), subject(found, cue.span.start)
        if not cue.form or how.passive or giver is None or not cue.written.startswith(_MONEY):
            continue
        right = [
            group for group in led_by(found, _INTO, after=cue.span.end) if group.span.start - cue.span.end < _REACH
        ]
        behind = clause.after(cue.span.end, 90)
        takers = next((group for group in right if not _same(group, giver)), None)
        takers = None if takers and is_his_scheme(clause, takers) else takers
        if takers is None or how.negated or not _is_given(clause, cue, takers) or _ITS_OWN.match(behind):
            continue
        promised = cue.written.startswith(_PROMISES)
        stage = "terminated" if ended(clause, cue) else "announced" if promised else done(how, cue, clause)
        return investment_draft(clause, cue, "passed", sides(giver.names, takers.names), stage, how)
    return None


def given(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B was given, lent or granted a sum, by A or by somebody whom nobody names."""
    for cue in clause.find("handing.give"):
        how, taker = aspect(clause, cue), subject(found, cue.span.start)
        if not how.passive or how.negated or taker is None or not cue.written.startswith(_MONEY):
            continue
        paid = PAID.match(clause.after(cue.span.end, 60))
        if paid is None or _FOR_ELSE.match(clause.after(cue.span.end + paid.end(), 60)):
            continue
        givers = [name for group in led_by(found, ("by", "from"), after=cue.span.end) for name in group.names]
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        return investment_draft(clause, cue, "passed", sides(givers, taker.names), stage, how)
    return None


def spends(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A is to spend a sum on batteries at large, or to put it aside for lithium; what a plant costs is told with it."""
    for cue in clause.find("investment.invest", "handing.give"):
        how, giver = aspect(clause, cue), subject(found, cue.span.start)
        if not cue.form or how.passive or how.negated or giver is None or not cue.written.startswith(_SPENDS):
            continue
        behind = clause.after(cue.span.end, 140)
        paid = PAID.match(behind)
        official = any_public(giver.names)
        if (
            not (clause.headline or how.ahead)
            or official
            or paid is None
            or not _ON_THE_TRADE.match(behind, paid.end())
        ):
            continue
        at_large = scene.opens_with(clause) and _is_at_large(clause, behind[paid.end() :])
        if at_large or not _ON_A_PLANT.search(behind):
            rule = SPENT if at_large else "stake"
            return investment_draft(clause, cue, rule, sides(giver.names, ()), done(how, cue, clause), how)
    return _plans_to_spend(clause, found) if scene.opens_with(clause) else None


# "plans |₹3,800 crore solar and battery storage| investment", "plans £500 million |investment in storage|"
_MEANT = regex(r"[$€£¥₩₹]\s?\d[^.;:]{0,24}?\s(?P<what>(?:[\w&,’'-]+\s){0,6}?)investments?$", re.I)
_IN_IT = regex(r"\s(?:in|for|on)\s[^.;:]{3,60}")


def _plans_to_spend(clause: Sentence, found: list[Group]) -> Draft | None:
    """A plans an investment of a sum in storage of no place and no size."""
    for cue in clause.find("investment.invest"):
        giver, how = firm_acting(found, cue.span.start), aspect(clause, cue)
        told, behind = _MEANT.search(clause.before(cue.span.end, 90)), _IN_IT.match(clause.after(cue.span.end, 64))
        if cue.form or told is None or giver is None or how.negated:
            continue
        if _STORED.search(told["what"] + (behind[0] if behind else "")) and not _is_placed(clause):
            return investment_draft(clause, cue, SPENT, sides(giver.names, ()), "announced", how)
    return None


_STORED = regex(r"\b(?:storage|BESS|batteries)\b(?!\s(?:plants?|factor|manufactur|projects?|facilit))", re.I)


SPENT = "spent"  # the rule of a sum for batteries or stores of power at large
# "invests $2 billion |in battery storage|", "invests $76 million |in a B-backed project|", "|in its arm|"
_AT_LARGE = regex(
    r"\s(?:in|into|on|for)\s(?:(?!(?:build|construct|mak|produc|expand|set|manufactur)\w*\b)[\w&,’'-]+\s){0,4}?"
    r"(?:(?:battery\s|energy\s){0,2}storage|BESS|batteries|(?:its|the|wholly[- ]owned)?\s?(?:arm|subsidiary|unit)"
    r"|[\w-]+-backed\s(?:[\w-]+\s){0,3}?projects?)\b(?!\s(?:[\w-]+\s){0,2}?(?:plants?|factor|gigafactor|manufactur|production|facilit|lines?|base\b|projects?|systems?))",
    re.I,
)


def _is_at_large(clause: Sentence, behind: str) -> bool:
    """Whether a title's money goes into storage of no place and no size, or into another's project or an arm."""
    told = _AT_LARGE.match(behind)
    if told is None:
        return False
    stored = told[0].lower().endswith(("storage", "bess", "batteries"))
    return not stored or not _is_placed(clause)


def _is_placed(clause: Sentence) -> bool:
    return bool(clause.places or clause.countries or _OF_A_SIZE.search(clause.text, clause.opened))


_OF_A_SIZE = gated(r"\d\s?(?:[MG]Wh?|(?:mega|giga)watt)", re.I)


_SPENDS = ("spend", "spent", "invest", "set aside", "sets aside", "setting aside", "earmark", "commit", "budget")


# "A |sets up| a mining |arm|", "A moves into storage |with new subsidiary|"
_ARM = gated(
    r"\b(?P<founds>(?:sets?|setting) up|forms?|establish(?:es)?|incorporat(?:es|ing)|creates?)\s"
    r"(?:(?:an?|its|new|wholly[- ]owned|dedicated|separate|own)\s){0,3}"
    r"(?:(?!joint|for|to|in|with)[\w-]+\s){0,3}?(?:subsidiary|arm|unit|investment platform)\b"
    r"|\bwith\s(?:an?\s)?(?P<with>new)\s(?:wholly[- ]owned\s)?subsidiary\b",
    re.I,
    needs="set sets setting form forms establish establishes incorporates incorporating create creates with",
)


def founds(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A sets up an arm of its own for batteries or mining, as its title tells."""
    told = clause.headline and clause.has("investment.arm")
    match = _ARM.search(clause.text, clause.opened) if told else None
    if match is None:
        return None
    cue = cue_of(clause, match, "founds" if match["founds"] else "with", "investment.invest", "s")
    owner, how = firm_acting(found, cue.span.start), aspect(clause, cue)
    if owner is None or how.negated:
        return None
    return investment_draft(clause, cue, "founds", sides(owner.names, ()), "announced", how)


def _same(one: Group, other: Group) -> bool:
    return bool({name.id for name in one.names} & {name.id for name in other.names})


def _is_given(clause: Sentence, cue: Cue, takers: Group) -> bool:
    """Whether a sum stands right behind the verb, or behind who gets it ("lent B |$2 million|"), and buys nothing."""
    for at in (cue.span.end, takers.span.end):
        paid = PAID.match(clause.after(at, 60))
        if paid:
            return _FOR_ELSE.match(clause.after(at + paid.end(), 60)) is None
    return False
