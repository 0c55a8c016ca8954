"""Whose a sum is: one of another sort than what is told of, or of another thing beside it, is not taken.

"After raising 90 million in a sale of shares", "$50 million in incentives" beside a plant, "its $2 billion plant"
beside a loan.
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle, is_a_schemes, is_aside, is_former, is_told_in
from cellwire.claims.figures import Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.claims.slots.money.deals_sums import GIVEN, THING, is_not_the_deals
from cellwire.claims.slots.money.firms_money import is_a_firms_own
from cellwire.claims.slots.money.former_sums import is_former_sum
from cellwire.claims.slots.money.givers import is_given_by_another
from cellwire.claims.slots.money.plants_sums import OTHER_MONEY, RAISED, is_not_the_plants, is_put_into_another
from cellwire.claims.slots.money.sums import is_its_value
from cellwire.lexicon import regex
from cellwire.model import Kind, Span

_NOT_SPENT = gated(
    r"\b(?:charges?|write-?\s?(?:offs?|downs?)|impairments?|loss(?:es)?|lost|debts?|revenues?|sales|profits?|earn\w*"
    r"|prices?(?! tag)|valu(?:ed|ation)|rais(?:ed|ing)|deposits?|eligible)\b",
    re.I,
)
_HARM = regex(
    r"\b(?:damag\w+|fin(?:e|es|ed)|penalt\w+|settle\w*|compensat\w+|recall\w*|claim\w*|su(?:ed|es|ing)|lawsuit|cost\w*"
    r"|loss(?:es)?|pay\w*|ransom)\b",
    re.I,
)
_AROUND = 50  # characters on either side


def is_unfounded_sum(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum is no harm of an incident's, or stands beside a plant or deal as a debt, a charge or a deposit."""
    around = clause.before(value.start, _AROUND) + "\n" + clause.after(value.end, _AROUND)
    if home.kind is Kind.INCIDENT:
        return not _HARM.search(around)
    return (
        not is_told_in(clause, home)
        and home.kind is not Kind.INVESTMENT
        and bool(_NOT_SPENT.search(around, clause.opened))
        and not is_its_value(value, clause)
    )


_PRICED = gated(
    r"\b(?:contracts?|deals?|orders?|agreements?|worth|valued?|prepay\w*|payments?|pays?|price[ds]?|total\w*"
    r"|suppl\w+)\b",
    re.I,
)


def _is_priced(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum in a sentence that only goes on about a supply stands beside words of what a deal is worth."""
    return (
        is_told_in(clause, home)
        or clause.headline
        or bool(
            _PRICED.search(clause.before(each.span.start, 80) + "\n" + clause.after(each.span.end, 60), clause.opened)
        )
    )


_FUND_BEFORE = gated(r"\b(?:under|from|of|through|via)\s(?:the|its|an?|\w+['’]s)\s(?:U\.?S\.?\s|EU\s)?$", re.I)
_FUND_BEHIND = regex(
    r"^\s(?:[\w-]+\s){0,4}?(?:funds?|programmes?|programs?|schemes?|facility|budget|initiative|law|act|bill"
    r"|legislation)\b",
    re.I,
)
# "in the global battery market predicted to reach |$300 billion| by 2030"
_A_MARKET = gated(
    r"\b(?:market|industry|sector)s?,?\s(?:(?:is|was|which|that|are)\s){0,2}(?:[\w-]+\s){0,2}?"
    r"(?:predicted|expected|forecast|projected|estimated|set|valued|worth|put|tipped|reckoned)\s"
    r"(?:to\s(?:reach|grow to|be worth|hit|exceed|top|be)\s|at\s|to\s)?"
    r"(?:about |around |some |nearly |more than |over |up to |almost )?(?:US)?$",
    re.I,
)
_NOT_COST = gated(
    r"\b(?:loss(?:es)? of|incentives\b.{0,40} and|GVA of|raising|separate|promises? of"
    r"|pledg\w+(?: to (?:make|give|donate|contribute))?"
    r"|(?:initially|originally|previously) (?:announced|planned)(?: (?:\w+ )?(?:of|at))?"
    r"|original (?:\w+ )?(?:investment|plan|budget|estimate) of"
    r"|economic (?:impact|boost|benefits?|output)\b.{0,50}?"
    r"|(?:programme|program|scheme|fund|package)\s(?:(?:is|that is|which is)\s)?(?:worth|of|totall?ing)"
    r"|(?:act|law|bill)\s(?:commit(?:s|ted|ting)|provid(?:es|ed|ing)|earmark(?:s|ed|ing)|set(?:s|ting) aside|worth)"
    r"|(?:is|was|are|be) (?:estimated|said|believed|reckoned|thought) (?:to be )?worth)"
    r"\s(?:about |around |some |nearly )?$",
    re.I,
)
_PART_OF = regex(r"^\sof (?:it|that|this|them|the (?:sum|money|grant|total))\b")
_OF_DEBT = regex(
    r"^\s(?:of|in)\s(?:net\s|assumed\s|existing\s)?debts?\b"
)  # "€1 billion, including |€300 million| of debt"
_STAKE = regex(r"^\s(?:[\w-]+\s){0,2}?(?:placements?|stakes?|shares?|subscription|equity)\b", re.I)


_OF_MILLIONS = frozenset({Kind.FACILITY, Kind.SUPPLY, Kind.PARTNERSHIP, Kind.INVESTMENT})
_TOO_LITTLE = 50_000  # of any currency: what a car, a tonne or a prize comes to


def is_others_sum(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum is of another sort than the development's: a grant beside what a plant costs, what a plant costs
    beside a loan, an earlier deal, a loss."""
    if each.amount < _TOO_LITTLE and home.kind in _OF_MILLIONS:
        return True
    elsewhere = is_aside(each.span, clause, home) or is_former(each.span, clause, home) or is_a_schemes(clause, home)
    elsewhere = elsewhere or is_a_firms_own(each.span, clause, home) or is_given_by_another(each.span, clause, home)
    if elsewhere or _is_no_price(each, clause) or (home.kind is not Kind.MARKET and _is_no_cost(each, clause, home)):
        return True
    if home.kind is Kind.FACILITY:
        return is_not_the_plants(each, clause, home) or is_put_into_another(each, clause, home)
    if home.kind is Kind.INVESTMENT:
        return is_not_the_deals(each, clause, home)
    if home.kind is Kind.PARTNERSHIP:
        return RAISED.search(clause.before(each.span.start, 60), clause.opened) is not None
    if home.kind is Kind.POLICY:
        return _is_of_more(each, clause)
    if home.kind not in {Kind.INCIDENT, Kind.SUPPLY}:
        return False
    after = clause.after(each.span.end, 80)
    unpriced = home.kind is Kind.SUPPLY and (
        not _is_priced(each, clause, home) or OTHER_MONEY.match(after) or _is_paid_ahead(each, clause)
    )
    return bool(unpriced or THING.match(after) or _STAKE.match(after))


_INCLUDING = regex(r"\bincluding\s(?:an?|the|its)\s")


def _is_of_more(each: Sum, clause: Sentence) -> bool:
    """ "A budget with |$3.8 billion| for a strategy, including a new tax credit": not what the credit comes to."""
    return _INCLUDING.search(clause.after(each.span.end, 200)) is not None


_AHEAD = gated(
    r"\b(?:deposits?|down payments?|advances?|upfront payments?|instal?ments?)\s(?:of|worth)\s(?:[\w-]+\s){0,2}?$", re.I
)
_AHEAD_BEHIND = regex(r"^\s(?:[\w-]+\s)?(?:deposits?|down payments?|advances?|upfront payments?|instal?ments?)\b")


def _is_paid_ahead(each: Sum, clause: Sentence) -> bool:
    """Whether it is a deposit on what the goods cost."""
    before, after = clause.before(each.span.start, 50), clause.after(each.span.end, 50)
    return _AHEAD.search(before, clause.opened) is not None or _AHEAD_BEHIND.match(after) is not None


def _is_no_price(each: Sum, clause: Sentence) -> bool:
    """What something was cut to or raised from, a market, a profit, a part of a sum, a fund."""
    before, after = clause.before(each.span.start, 60), clause.after(each.span.end, 80)
    return bool(
        is_former_sum(each, clause)
        or (_OF_DEBT.match(after) and "includ" in before)
        or _A_MARKET.search(clause.before(each.span.start, 120), clause.opened)
        or _PART_OF.match(after)
        or (_FUND_BEFORE.search(before, clause.opened) and _FUND_BEHIND.match(after))
    )


def _is_no_cost(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """A loss, a pledge, what was once planned, or what is raised: a market's figure may be one, a round's sum is."""
    match = _NOT_COST.search(clause.before(each.span.start, 60), clause.opened)
    raised = home.kind is Kind.INVESTMENT and home.drafts[0].rule in GIVEN
    return match is not None and not (raised and match[0].startswith("raising"))
