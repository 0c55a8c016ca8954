"""What stands beside a deal's sum: what the thing costs that money is for, other rounds, shares that others get."""

from __future__ import annotations

import re

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.clauses import Bundle
from cellwire.claims.figures import Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_BEFORE_IT = gated(
    r"\b(?:previously|already|earlier) (?:had )?(?:raised|received|secured|invested|put) (?:about |some )?$"
    r"|\b(?:prior|previous|earlier|former) (?:[\w-]+ ){0,2}?(?:rounds?|tranches?|packages?|awards?)\b[^.;]{0,40}$",
    re.I,
)
_ROUND_BEFORE = regex(
    r"^\s(?:in|from|of|over|across)?\s?(?:[\w-]+\s){0,3}?(?:previous|earlier|prior"
    r"|past)\s(?:[\w-]+\s){0,2}?(?:rounds?|raises?)\b"
)
THING = regex(
    r"^\s(?:(?!(?:from|for|to|in|into|at|by|with|on|over|and|of|that|which)\b)[\w+&-]+\s){0,5}?(?:plants?"
    r"|factor(?:y|ies)"
    r"|gigafactor(?:y|ies)|complex|projects?|partnership|joint venture|venture|facilit(?:y|ies)|mines?"
    r"|refiner(?:y|ies)"
    r"|lines?|campus|hub|works)\b",
    re.I,
)
GIVEN = frozenset({"investment.public-money", "investment.round", "investment.receives", "investment.shares"})
_FOR_A = regex(
    r"(?:\b(?:of|for|in|into|at|towards?|build|finish|fund|finance) (?:an?|its|the)|\b(?:[Ii]ts|[Tt]he)|['’]s?)\s"
    r"(?:[A-Z]{0,3}[$€£¥]\d[\d.,]*\s?(?:million|billion|bn|m)\s\()?$"
)
# "a C$600 million| ($442 million)| plant": the same in other money
_IN_OTHER_MONEY = regex(r"^(?:\)|\s\([^()]{1,24}\))")
# "buys a |stake in the| $3.5 billion plant", "|leaves| its $3.5 billion plant": the part costs less than the whole
_PART_OF_A = gated(
    r"\b(?:stakes?|shares?|interests?|half|part)\s(?:in|of)\s(?:an?|its|the|their)\s$"
    r"|\b(?:exit|leav|quit)(?:s|es|ing)?\s(?:(?:an?|its|the|their)\s)?$",
    re.I,
)
_WILL_COST = gated(
    r"\bcosts?(?:ing)?\s(?:(?:of|is|are|was|were|put|estimated|seen|at|to|be|about|around|some|nearly|over|more"
    r"|than|up|an?|the"
    r"|as|much|has|have|risen|rise|rises|total|expected)\s)*$"
    r"|\b(?:plants?|factory|gigafactory|project|mine|refinery|complex|line)\s(?:(?:is|was|which is)\s)?(?:worth"
    r"|valued at|priced at"
    r"|budgeted at)\s(?:(?:about|around|some|nearly|over|more|than|up|to)\s)*$"
    r"|\b(?:total|overall)\s(?:project\s)?investment\s(?:of|is|comes to|amounts to)\s(?:(?:about|around|some"
    r"|nearly|over)\s)*$",
    re.I,
)
_SPENT_ON_THINGS = frozenset(
    f"investment.{rule}" for rule in ("takeover", "share", "works", "sale", "bids", "pays", "placed")
)
# "awarded |$3 billion| to 25 battery projects": no single one's
_AMONG = regex(
    r"^\s(?:(?:in|of)\s(?:[\w-]+\s){0,3})?(?:to|among|between|across|for)\s(?:a total of\s|the\s|its\s)?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|dozens of|a dozen|many"
    r"|some)\s(?:[\w-]+\s){0,3}?"
    r"(?:projects|companies|firms|plants|makers|manufacturers|producers|recipients|applicants|bidders|startups"
    r"|start-ups)\b"
    r"|^\s(?:in|of)\s(?:[\w-]+\s){0,2}?(?:grants|awards|loans)\s(?:to|for)\s(?:[\w-]+\s){0,3}?(?:projects|companies|firms"
    r"|makers|plants)\b"
)
_RAISES = gated(r"\b(?:rais|secur|clos|clinch|borrow)(?:e|es|ed|ing)\s(?:[\w-]+\s){0,3}$", re.I)  # for its own projects
_GETS = regex(
    r"\s(?:(?:(?:will|is to|would|also|each)\s)*(?:gets?|got|receives?|received|wins?|won|secures?|secured"
    r"|lands?|landed)\s)?"
    r"(?:(?:about|around|some|nearly|over|more than|up to|an?)\s)*"
)
# "it has |now raised| more than €1.7bn, |of which €650m is| state aid"
_BY_NOW = gated(
    r"\b(?:has|have|had) (?:now|so far|already) (?:raised|secured|received|attracted|collected)\s(?:(?:about"
    r"|around|some|more|over|than|nearly)\s)*$"
)
_OF_WHICH = gated(r"\bof which\s(?:(?:about|around|some|nearly|up to)\s)*$")
# "in talks about a stake, as part of its efforts |to raise| €1.5 billion": what it gets for no goods
_TO_RAISE = gated(r"\b(?:to raise|raising|raised)\s(?:(?:about|around|some|nearly|up to|at least|over|more than)\s)*$")
_IS = regex(r"^\s(?:is|are|was|were|came|comes)\b")
_COMES_FROM = gated(r"\b(?:with|of which|including)\s(?:(?:about|around|some|nearly|up to)\s)*$")
_COMING = regex(
    r"^\s(?:(?:is|are|to|being|will be)\s)*(?:coming|come|provided|paid|covered|put up|contributed)\s(?:by|from)\b"
)


# "is its second investment this week, after B said that it won funding of |$240 million|"
_AFTER_ANOTHER = gated(
    r"\b(?:second|third|fourth|latest|another)\b[^.;]{0,60},?\s(?:after|following)\s(?:the\s)?[A-Z][^.;]*$"
)


# "expects to invest a total of |$16 billion| from the two programmes"
_OF_PROGRAMMES = regex(
    r"^\s(?:from|through|under|across|over)\s(?:the (?:two|three|four)|its (?:two|three|four)|both"
    r"|all)\s(?:[\w-]+\s){0,3}?(?:programs|programmes"
    r"|schemes|funds|rounds)\b"
)


# "hopes for the |building of a £3.8 billion| works", "now |valued above $3 billion|, got a grant"
_WORKS_OF = gated(
    r"\b(?:(?:construction|building|completion|development)\sof|to\s(?:build|finish|develop))\s(?:an?|its|the)\s"
    r"(?:[£€$]\S+\s\()?$",
    re.I,
)
_VALUED = gated(
    r"\bvalu(?:ed|ing|es)\s(?:it\s|the\s(?:company|firm|startup)\s)?(?:(?:at|above|over)\s)?"
    r"(?:(?:about|around|some|nearly|over|more than|up to|as much as)\s)?$",
    re.I,
)
# "$220 million in debt facilities, |made up of a $50 million and| a $170 million credit line"
_A_SUM = r"(?:US|A|C|NZ|HK)?[$€£¥₹₩]\s?\d[\d.,]*\s?(?:million|billion|bn|m)?"
_PARTS = gated(
    r"\b(?:consist(?:s|ed|ing) of|made up of|compris(?:es?|ed|ing)(?: of)?|composed of|split (?:into|between))\s"
    rf"(?:(?:an?|the|new|first|two)\s|{_A_SUM}\s(?:(?!million)[a-z][\w-]*,?\s){{0,6}}?(?:and|plus)\s){{0,4}}$",
    re.I,
    needs="consist consists consisted consisting made comprise comprises comprised comprising composed split",
)
_ANY_SUM = regex(_A_SUM, re.I)


def _is_a_part(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether it is one of the parts that a sum is made up of which the text has told before."""
    told = _PARTS.search(clause.before(each.span.start, 140), clause.opened)
    if told is None:
        return False
    at = each.span.start - clause.span.start - (len(told[0]))
    before = [*(draft.clause for draft in home.drafts), *home.more]
    return any(
        _ANY_SUM.search(other.text[: at if other is clause else None])
        for other in before
        if other.index <= clause.index
    ) or clause.text[:16].startswith(_THESE)


_THESE = ("These ", "The facilities", "The loans")  # what the sentence before has told of
_BRACKETS = regex(r"^\)|^\s\([^()]{1,20}\)|[“”‘’\"']")
_CASH = regex(r"^\s(?:in|of)\s(?:cash|liquidity|reserves)\b(?!\s(?:and|plus|from|or))")
_ON_HAND = regex(r"\b(?:balance sheet|on hand|in the bank|at the end of|cash pile)\b")


def is_not_the_deals(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """An earlier round; beside a grant or a loan, what the thing costs that it is for."""
    before, after = clause.before(each.span.start, 60), clause.after(each.span.end, 80)
    if not home.background and (_BEFORE_IT.search(before, clause.opened) or _ROUND_BEFORE.match(after)):
        return True
    if _AFTER_ANOTHER.search(clause.before(each.span.start, 160), clause.opened):
        return True
    if _OF_PROGRAMMES.match(after) or _is_a_firms_worth(before, after, clause, home):
        return True
    if _is_of_several(each, clause, home):
        return True
    among = _AMONG.match(after) and not _RAISES.search(before, clause.opened)
    if (among and home.ids(Role.TARGET)) or _is_anothers_share(each, clause, home):
        return True
    if not home.background and _BY_NOW.search(before, clause.opened):
        return True
    if home.kind is Kind.SUPPLY and _TO_RAISE.search(before, clause.opened):
        return True
    if _IS.match(after) and _OF_WHICH.search(before, clause.opened):
        return True
    if _is_a_part(each, clause, home):
        return True
    if _COMING.match(after) and _COMES_FROM.search(before, clause.opened):
        return True  # a part of it, by whom it comes
    return _is_what_it_costs(each, clause, home)


# "|Alder, Birch raise| €55 million", and of one of them nothing more is known
_THEY_RAISE = gated(
    r"[A-Z][\w.&-]*(?:,|\sand|\s&)\s(?:[A-Z][\w.&-]*\s){1,3}(?:raise|secure|land|bag|attract|close)\s$",
    needs="raise secure land bag attract close",
)


def _is_of_several(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether several raise it together, of whom one alone is known."""
    alone = len(home.ids(Role.TARGET)) == 1 and home.drafts[0].rule in GIVEN
    return alone and _THEY_RAISE.search(clause.before(each.span.start, 90), clause.opened) is not None


def _is_a_firms_worth(before: str, after: str, clause: Sentence, home: Bundle) -> bool:
    """What a works costs beside the firm that is bought, what a firm is valued at beside a gift, the cash it has."""
    built = THING.match(_BRACKETS.sub("", after)) is not None and _WORKS_OF.search(before, clause.opened) is not None
    bought = home.drafts[0].rule in _SPENT_ON_THINGS
    valued = home.kind is Kind.INVESTMENT and not bought and _VALUED.search(before, clause.opened) is not None
    return built or valued or bool(_CASH.match(after) and _ON_HAND.search(after))


def _is_anothers_share(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether it is what somebody else gets: "Alder gets $67 million and |Birch $100 million|"."""
    return any(
        _GETS.fullmatch(clause.between(name.said, each.span))
        for name in clause.names
        if name.kind not in NO_FIRMS and name.id not in home.ids() and not name.referred
    )


def _is_what_it_costs(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether it is what a plant costs that money is given or raised for."""
    before = clause.before(each.span.start, 80)
    of_a_thing = THING.match(_IN_OTHER_MONEY.sub("", clause.after(each.span.end, 100), count=1)) is not None
    if home.drafts[0].rule in _SPENT_ON_THINGS:
        return of_a_thing and _PART_OF_A.search(before, clause.opened) is not None
    if _WILL_COST.search(before, clause.opened):
        return True
    return of_a_thing and _FOR_A.search(before) is not None
