"""Whose a sum is: one of another sort than what is told of, or of another thing beside it, is not taken.

"After raising 90 million in a sale of shares", "$50 million in incentives" beside a plant, "its $2 billion plant"
beside a loan.
"""

from __future__ import annotations

import re

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.clauses import Bundle, is_a_schemes, is_aside, is_former, is_told_in
from cellwire.claims.figures import Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.claims.slots.firms_money import is_a_firms_own
from cellwire.claims.slots.former_sums import is_former_sum
from cellwire.claims.slots.givers import is_given_by_another
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
_OTHER_MONEY = regex(
    r"^\s(?:(?:in|of|worth of)\s)?(?:(?!in\b|to\b|for\b|plant\b)[\w-]+\s){0,3}?(?:loans?|grants?|incentives?"
    r"|subsid(?:y|ies)|tax (?:breaks?|credits?|benefits?|abatements?|relief)|GVA|(?:\w+\s)?tax revenues?|revenues?"
    r"|Series [A-H]|share sale|fund-?rais(?:e|er|ing)|(?:funding|financing) round|acquisition|takeover|buyout"
    r"|shares? offering|debt financing)\b"
    r"|^\s(?:in|of) (?:\w+ )?(?:government|public|federal|state|provincial|municipal|economic) (?:funding"
    r"|money|support|aid|impact|activity|output|benefits?)\b"
    r"|^\s(?:a year )?to (?:the|its) (?:\w+['’]s? )?(?:\w+ )?economy\b"
    r"|^\s(?:in|on|into|for) (?:research\b|R&D\b|EVs|electrification|electric (?:vehicles|cars|mobility"
    r"|and (?:autonomous|hybrid) vehicles))\b(?! and (?:their )?batter)",
    re.I,
)
# "will pay |EUR 12.8 million| for 45 hectares of land": the plant costs something else
_FOR_LAND = regex(
    r"^\s(?:for|to (?:buy|purchase|acquire|secure))\s(?:[\w.,-]+\s){0,4}?"
    r"(?:hectares?|acres?|land|plots?|square (?:met\w+|feet))\b",
    re.I,
)
_LAND_FOR = gated(
    r"\b(?:land|plot|site|property)\s(?:itself\s)?(?:costs?|was bought for|was sold for)\s(?:about |around |some )?$"
    r"|\b(?:land|plots?|hectares?|acres?)\b[^.;,]{0,30}\sfor\s(?:about |around |some |nearly )?$",
    re.I,
)
_BACKED = gated(r"\b(?:backed|funded|supported|financed) (?:\w+ )?(?:by|with) (?:a |an )?$", re.I)
_NOT_COST = gated(
    r"\b(?:loss(?:es)? of|(?:writing|wrote|writes?|written)\s(?:off|down)|(?:charge|write-?(?:off|down)"
    r"|impairment)s?\sof|incentives\b.{0,40} and|GVA of|raising|separate|promises? of"
    r"|pledg\w+(?: to (?:make|give|donate|contribute))?"
    r"|(?:initially|originally|previously) (?:announced|planned)(?: (?:\w+ )?(?:of|at))?"
    r"|original (?:\w+ )?(?:investment|plan|budget|estimate) of"
    r"|economic (?:impact|boost|benefits?|output)\b.{0,50}?"
    r"|(?:programme|program|scheme|fund|package)\s(?:(?:is|that is|which is)\s)?(?:worth|of|totall?ing))"
    r"\s(?:about |around |some |nearly )?$",
    re.I,
)
_RAISED = gated(
    r"\b(?:(?:round|raise|share sale|financing) (?:of|worth)|raise[sd]?)\s(?:about |around |over |more than )?$", re.I
)
_PART_OF = regex(r"^\sof (?:it|that|this|them|the (?:sum|money|grant|total))\b")
_PROGRAMME = regex(r"^\s(?:[\w-]+\s){0,2}?(?:partnership|programme|program|alliance)\b", re.I)
_INCENTIVES_OF = gated(
    r"\b(?:incentives?|subsid(?:y|ies)|grants?|tax (?:breaks?|benefits?|abatements?|relief)|(?:state )?aid)\s"
    r"(?:package\s)?(?:of|worth|totall?ing)\s"
    r"(?:up to |about |some )?$",
    re.I,
)
_GIVES = gated(
    r"\b(?:contribut\w+|(?:state|government|city|county|province|region|town|EU)\s"
    r"(?:pays|gives|adds|provides|(?:is|are) (?:giving|paying|adding|providing)|will (?:give|pay|add|provide))"
    r"|lend(?:s|ing)?(?: it| the company| them)?|borrow\w*|sold|issu(?:e|es|ed|ing))\s"
    r"(?:a total of |up to |about |another |an additional )?$",
    re.I,
)
_OF_DEBT = regex(
    r"^\s(?:of|in)\s(?:net\s|assumed\s|existing\s)?debts?\b"
)  # "€1 billion, including |€300 million| of debt"
_BEFORE_IT = gated(
    r"\b(?:previously|already|earlier) (?:had )?(?:raised|received|secured|invested|put) (?:about |some )?$"
    r"|\b(?:prior|previous|earlier|former) (?:[\w-]+ ){0,2}?(?:rounds?|tranches?|packages?|awards?)\b[^.;]{0,40}$",
    re.I,
)
_ROUND_BEFORE = regex(
    r"^\s(?:in|from|of|over|across)?\s?(?:[\w-]+\s){0,3}?(?:previous|earlier|prior"
    r"|past)\s(?:[\w-]+\s){0,2}?(?:rounds?|raises?)\b"
)
_STAKE = regex(r"^\s(?:[\w-]+\s){0,2}?(?:placements?|stakes?|shares?|subscription|equity)\b", re.I)
_THING = regex(
    r"^\s(?:[\w+&-]+\s){0,5}?(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|complex|projects?|partnership"
    r"|joint venture"
    r"|venture)\b",
    re.I,
)
_GIVEN = frozenset({"investment.public-money", "investment.round", "investment.receives", "investment.shares"})
_COSTS = gated(r"\b(?:of (?:a|an|its|the)|for (?:a|an|its|the)|its|the|get its)\s$", re.I)


def is_others_sum(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum is of another sort than the development's: a grant beside what a plant costs, what a plant costs
    beside a loan, an earlier deal, a loss."""
    elsewhere = is_aside(each.span, clause, home) or is_former(each.span, clause, home) or is_a_schemes(clause, home)
    elsewhere = elsewhere or is_a_firms_own(each.span, clause, home) or is_given_by_another(each.span, clause, home)
    if elsewhere or _is_no_price(each, clause) or (home.kind is not Kind.MARKET and _is_no_cost(each, clause, home)):
        return True
    if home.kind is Kind.FACILITY:
        return _is_not_the_plants(each, clause) or _is_put_into_another(each, clause, home)
    if home.kind is Kind.INVESTMENT:
        return _is_not_the_deals(each, clause, home)
    if home.kind is Kind.PARTNERSHIP:
        return _RAISED.search(clause.before(each.span.start, 60), clause.opened) is not None
    if home.kind not in {Kind.INCIDENT, Kind.SUPPLY}:
        return False
    after = clause.after(each.span.end, 80)
    unpriced = home.kind is Kind.SUPPLY and (not _is_priced(each, clause, home) or _OTHER_MONEY.match(after))
    return bool(unpriced or _THING.match(after) or _STAKE.match(after))


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
    raised = home.kind is Kind.INVESTMENT and home.drafts[0].rule in _GIVEN
    return match is not None and not (raised and match[0].startswith("raising"))


# "in part with $82 million |from the infrastructure law|"
_FROM_THE_STATE = regex(
    r"^\sfrom\s(?:the\s)?(?:[\w.]+\s){0,4}?(?:Law|Act|[Gg]overnments?|[Ss]tate|Department|DOE|EU|Union"
    r"|[Mm]inistry|Fund)\b"
)
_IN_A_FIRM = regex(r"\s(?:in|into)\s(?:the\s)?(?:[a-z][\w-]*\s){0,3}")


def _is_put_into_another(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether it is put into a firm that is none of the plant's: "invested 3 billion yuan |in Birch Lithium|"."""
    return any(
        _IN_A_FIRM.fullmatch(clause.between(each.span, name.said))
        for name in clause.names
        if name.kind not in NO_FIRMS and name.id not in home.ids() and not name.referred
    )


def _is_not_the_plants(each: Sum, clause: Sentence) -> bool:
    """What is paid for land, given for a plant or raised by its owner is not what it costs."""
    before, after = clause.before(each.span.start, 60), clause.after(each.span.end, 80)
    return bool(
        _FOR_LAND.match(after)
        or _LAND_FOR.search(before, clause.opened)
        or _PROGRAMME.match(after)
        or _FROM_THE_STATE.match(after)
        or _INCENTIVES_OF.search(before, clause.opened)
        or _RAISED.search(before, clause.opened)
        or _GIVES.search(before, clause.opened)
        or (_OTHER_MONEY.match(after) and not _BACKED.search(before, clause.opened))
    )


# "is its second investment this week, after B said that it won funding of |$240 million|"
_AFTER_ANOTHER = gated(
    r"\b(?:second|third|fourth|latest|another)\b[^.;]{0,60},?\s(?:after|following)\s(?:the\s)?[A-Z][^.;]*$"
)


# "expects to invest a total of |$16 billion| from the two programmes"
_OF_PROGRAMMES = regex(
    r"^\s(?:from|through|under|across|over)\s(?:the|its|both|all)\s(?:[\w-]+\s){0,3}?(?:programs|programmes"
    r"|schemes|funds|rounds)\b"
)


def _is_not_the_deals(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """An earlier round; beside a grant or a loan, what the thing costs that it is for."""
    before, after = clause.before(each.span.start, 60), clause.after(each.span.end, 80)
    if not home.background and (_BEFORE_IT.search(before, clause.opened) or _ROUND_BEFORE.match(after)):
        return True
    if _AFTER_ANOTHER.search(clause.before(each.span.start, 160), clause.opened):
        return True
    if _OF_PROGRAMMES.match(after):
        return True
    costs = home.drafts[0].rule in _GIVEN and _THING.match(after) and _COSTS.search(before, clause.opened)
    return bool(costs)
