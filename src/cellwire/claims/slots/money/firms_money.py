"""A company's own money beside what is told of it: what it spends in a year, spent before, is worth or was given.

"On top of the |€1.1 billion| it has already spent", "cut its investment this year to |€2 billion|",
"wiping |$1 billion| off its value", "backed by |$2 billion| from investors".
"""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.claims.slots.money.makers_own import is_told_of_a_firm
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Span

_SPENT = r"(?:spent|invested|put|committed|pledged|announced|earmarked|paid|poured|sunk|ploughed|plowed|spending)"
_ON_TOP = gated(
    r"\b(?:on top of|in addition to|besides|over and above|comes after|follows)\s"
    r"(?:(?:the|its|an?|their|this|another|earlier|already|previously|first|initial|original|existing|planned"
    r"|announced"
    r"|previous|prior|recent|separate|similar|total|investments?|spending|outlays?|of|worth|about|around|some"
    r"|more than|over|nearly)\s)*$",
    re.I,
)
_ALREADY = regex(
    rf"^\s(?:(?:that|which)\s)?(?:(?:it|they|the\s[\w-]+|[A-Z][\w&.-]+)\s)?(?:(?:has|have|had|was|were|is)\s)?"
    rf"(?:(?:already|previously)\s(?:been\s)?{_SPENT}|(?:been\s)?{_SPENT}\s(?:\w+\s){{0,2}}?(?:already"
    rf"|previously|earlier|before|so far|to date))\b"
)
_YEAR = r"(?:this|next|last)\s(?:fiscal\s|financial\s)?year|(?:in|for|during)\s(?:fiscal\s|FY\s?)?20\d\d"
_OF_A_YEAR = gated(
    r"\b(?:capital\s(?:expenditures?|spending|investments?|outlays?)|capex|investments?|spending|budget)\s"
    rf"(?:[\w-]+\s){{0,2}}?(?:{_YEAR}|budget|guidance|forecasts?|plans?|targets?)\b[^.;,]{{0,50}}$"
    r"|\b(?:annual|yearly|full-year|group-wide|company-wide|global)\s(?:capital\s)?(?:investments?|spending"
    r"|expenditures?|budget|capex)\b[^.;,]{0,40}$",
    re.I,
    needs="capital capex investment investments spending budget annual yearly full group company global",
)
_IN_A_YEAR = regex(
    r"^\s(?:in|of)\s(?:capital\s(?:expenditures?|spending|investments?|outlays?)|capex)\b(?!\s(?:for|at|on)\b)"
    rf"|^\s(?:on\s)?(?:capital\s(?:expenditures?|spending)|capex)?\s?(?:{_YEAR})\s(?:across|in all|worldwide"
    rf"|globally)\b"
)
# "|300 billion yen| on its battery business this fiscal year"
_ON_ALL_IT_DOES = regex(
    rf"^(?:\s\([^()]{{1,30}}\))?\s(?:on|in|into)\s(?:(?!\b(?:{PLANT}|{PLANTS}|line|project|complex)\b)[^.;,]){{0,50}}?\b"
    r"(?:this|next|last)\s(?:fiscal\s|financial\s)?year\b"
)
# "its progress |as of June 2016|: $450 million invested": what had been spent by then
AS_OF = gated(r"\b[Aa]s of\s(?:the end of\s)?(?:[A-Z]\w+|\d)[^.;]{0,60}$")
# "to invest |$90 billion| to hit its target for electric cars": not in the plant that the rest tells of
_FOR_A_TARGET = regex(
    r"^(?:\s\([^()]{1,30}\))?\s(?:to|toward(?:s)?)\s(?:hit|reach|meet|achieve|meeting|reaching|hitting)\s(?:[\w'’-]+\s){0,5}?"
    r"(?:targets?|goals?|ambitions?)\b"
    r"|^(?:\)|\s\([^()]{1,30}\))?\s(?:over\s(?:the\snext\s)?[\w-]+\syears\s)?in\sareas\s(?:including|such as|like)\b",
    re.I,
)
_WIPED = gated(
    r"\b(?:wip(?:ed|ing|es)|knock(?:ed|ing|s)|shav(?:ed|ing|es)|eras(?:ed|ing|es)|slic(?:ed|ing|es)|los(?:t|ing"
    r"|es)|shed(?:ding|s)?"
    r"|add(?:ed|ing|s)|cut(?:ting|s)?)\s(?:off\s)?(?:about |around |some |nearly |more than |over |almost "
    r"|as much as )?$",
    re.I,
)
_OFF_ITS_VALUE = regex(
    r"^\s(?:(?:off|from|to|of|in|on)\s)(?:[\w'’-]+\s){0,3}?(?:(?:stock\s|share\s)?market\s(?:value|cap\w*"
    r"|worth)|value\b(?!\sof)|capitali[sz]ation|share price|valuation)\b"
)
_BACKED = gated(
    r"\b(?:backed|funded|supported|financed|fuelled|fueled)\s(?:\w+\s)?(?:by|with)\s(?:[\w-]+\s){0,3}$", re.I
)
_FROM_INVESTORS = regex(
    r"^\s(?:from|of|in)\s(?:[\w'’-]+\s){0,4}?(?:investors?|shareholders?|backers?|venture|equity|funding"
    r"|financing|funds?|capital|family)\b"
)
_WIDER = gated(
    r"\bpart of\s(?:an?|its|the|their|[A-Z]\w+['’]s)\s(?:[\w-]+\s){0,2}?(?:larger|wider|broader|bigger|overall"
    r"|global|group-wide|company-wide|nationwide|multi-\w+)\s"
    r"(?:[\w-]+\s){0,4}$"
    r"|\bpart of\s(?:an?|its|the|their|[A-Z]\w+['’]s)\s(?:(?:total|planned"
    r"|overall)\s)?(?:[\w-]+\s){0,2}?(?:plan|push|strategy|programme|program|spree|drive|package)\s(?:of|worth"
    r"|to (?:spend|invest))\s$"
)
_WIDER_PLAN = regex(
    r"^\s(?:[\w-]+\s){0,4}?(?:plan|push|strategy|programme|program|spree|drive|package|commitment"
    r"|investment in (?:the|its|electr|North|Europe|EV))\b"
)
# "plans to cut or delay |about $12 billion in previously announced EV investments|"
_WITHHELD = gated(
    r"\b(?:cut|cuts|cutting|delay|delays|delaying|postpone|postpones|postponing|pause|pausing|scrap|scrapping|cancel|cancel+ing"
    r"|trim|trimming|slash|slashing)\s(?:(?:or|and)\s\w+\s)?(?:about |around |some |nearly |more than |over |up to )?$",
    re.I,
)
_OF_INVESTMENTS = regex(
    r"^\s(?:in|of)\s(?:[\w-]+\s){0,4}?(?:investments|spending|projects|capex|capital expenditures?|orders)\b"
)
# "EV projects announced in the state since 2020 |total about $17 billion| and 22,800 jobs"
MANY_TOTAL = (
    r"\b(?:projects|deals|announcements|companies|manufacturers|firms)\b[^.;]{0,80}?"
    r"\s(?:total(?:s|l?ed|l?ing)?|add(?:s|ed)? up to|amount(?:s|ed|ing)? to)\s"
    r"(?:about |around |some |nearly |more than |over |approximately )?"
)
_OF_MANY = gated(MANY_TOTAL + r"$", re.I)
_PART_OF_ITS = gated(
    r"\bpart of\s(?:an?|its|the|their|[A-Z]\w+['’]s)\s(?:(?:total|planned|previously announced|\w+-year)\s){0,2}$"
)
_BACKLOG = gated(
    r"\b(?:backlog|order books?|orders|pipeline|contracts)\s(?:[\w-]+\s){0,4}?(?:(?:stood|stands|stand|comes?"
    r"|amounts?|came)\s(?:at|to)"
    r"|worth|of|totall?ing|totall?ed|valued at)\s(?:about |around |some |more than |over |nearly )?$",
    re.I,
)
_SAVED = gated(r"\bsav(?:e|es|ed|ing)\s(?:[\w-]+\s){0,3}$", re.I)
_ORDERED = regex(r"^\s(?:[\w-]+\s){0,3}?(?:orders?|contracts?|supply (?:deal|agreement)s?|purchase agreements?)\b")
_NONE = frozenset({Kind.MARKET, Kind.INCIDENT, Kind.POLICY})


def is_a_firms_own(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether a sum is a company's and not the plant's or the deal's that is told of it."""
    if home.kind in _NONE:
        return False
    before, after = clause.before(value.start, 120), clause.after(value.end, 100)
    if is_told_of_a_firm(value, clause, home) or _is_its_worth(before, after, clause):
        return True
    if home.kind is not Kind.SUPPLY and _BACKLOG.search(before, clause.opened):
        return True
    if home.kind is Kind.FACILITY and (_ORDERED.match(after) or _SAVED.search(before, clause.opened)):
        return True
    return home.kind in {Kind.FACILITY, Kind.PARTNERSHIP} and _is_its_spending(before, after, clause, home)


def _is_its_worth(before: str, after: str, clause: Sentence) -> bool:
    wiped = _WIPED.search(before, clause.opened) and _OFF_ITS_VALUE.match(after)
    backed = _BACKED.search(before, clause.opened) and _FROM_INVESTORS.match(after)
    return bool(wiped or backed)


def _is_its_spending(before: str, after: str, clause: Sentence, home: Bundle) -> bool:
    """What it spent before, spends in a year, or means to spend on all it builds."""
    opened = clause.opened
    wider = _WIDER.search(before, opened) or (_PART_OF_ITS.search(before, opened) and _WIDER_PLAN.match(after))
    withheld = _OF_INVESTMENTS.match(after) and _WITHHELD.search(before, opened)
    return bool(
        wider
        or withheld
        or (home.kind is Kind.FACILITY and _OF_MANY.search(before, opened))
        or _ON_TOP.search(before, opened)
        or _ALREADY.match(after)
        or _OF_A_YEAR.search(before, opened)
        or _IN_A_YEAR.match(after)
        or _ON_ALL_IT_DOES.match(after)
        or _FOR_A_TARGET.match(after)
        or (home.kind is Kind.FACILITY and AS_OF.search(before, opened))
    )
