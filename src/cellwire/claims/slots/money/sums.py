"""The sums of money of a clause that are paid for something."""

from __future__ import annotations

import re

from cellwire.claims.figures import Reading, Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, regex
from cellwire.model import Span

_PRICE_AFTER = regex(
    r"^\s?(?:\([^()]{1,20})?\)?\s(?:per|a) (?:\w+ )?share"
    r"|^\s?(?:\([^()]{1,20}\)|\))?\s?(?:/|per|a)\s?(?:kwh|kilowatt|tonne|ton|kg|kilogram|mwh|lb|share|vehicle|car)",
    re.I,
)
_A_PIECE = 1e6  # so much and more "each" is what partners pay; less is a price
_NOT_PAID_BEFORE = gated(
    r"\b(?:(?:bring\w*|tak\w+) (?:\w+ ){0,2}total\b[^.;]{0,50}|(?:total|cumulative) (?:of )?(?:funding|raised|"
    r"capital(?! expenditure)|financing)\b"
    r"[^.;]{0,30}|"
    r"(?<!order )(?<!contract )(?<!deal )valu(?:e[sd]?|ing) (?!the (?:deal|transaction|acquisition|takeover)\b)"
    r"(?:[\w'-]+ ){0,5}at|"
    r"valuation (?:\w+ ){0,2}(?:of|to|at|exceed\w+)|"
    r"market cap\w* (?:\w+ ){0,2}(?:of|at)|(?:shares?|stock)\b[^.;]{0,60}\bclos(?:ing|ed)(?: (?:up|down))?(?: at)?|"
    r"(?:revenues?|turnover|sales|profits?|losses|(?:operating )?earnings|income|assets under management|assets)"
    r" (?:\w+ ){0,3}(?:of|to|by|at|worth|reach\w+|exceed\w+)|already (?:invested|spent|put)|"
    r"(?:salar(?:y|ies)|wages?) (?:\w+ )?of|averag\w+ (?:\w+ )?(?:salar(?:y|ies)|wages?) (?:\w+ )?|"
    r"(?:output|production) value (?:\w+ ){0,5}(?:of|to|at|exceed|reach)(?:(?:\s[^\s()]+){1,4}(?=\s\())?|"
    r"(?:annual|yearly) output (?:\w+ )?worth|"
    r"(?:net present value|NPV|cash flows?|EBITDA|market share|payback) (?:\w+ ){0,4}(?:of|at|to)|"
    r"opportunity (?:\w+ ){0,2}of|market (?:\w+ ){0,3}(?:of|at|worth))\W*(?:(?:over|more|than|about|around|some|"
    r"nearly|almost|at|least|"
    r"up|to|an?|estimated)\s)*$",
    re.I,
    needs="total cumulative value valuation valuing market share shares stock revenue turnover sales profit losses "
    "net output production npv cash ebitda payback operating earnings income assets already salary salaries wage wages"
    " average opportunity",
)
_NOT_PAID_AFTER = regex(
    r"^,\s(?:to date|so far)\b"
    r"|^\s?(?:in (?:aggregate|cumulative)\b|(?:[\w-]+ ){0,4}?(?:to date|so far|since (?:its|it|20\d\d|"
    r"19\d\d|inception))\b|"
    r"(?:market|industry|opportunity|valuation|company|giant|fund)\b|(?:[\w-]+ ){0,2}?(?:NPV|net present value"
    r"|EBITDA)\b|(?:in|of) (?:annual |global |"
    r"total )?(?:revenue|sales|assets|turnover)\b|"
    rf"(?:(?!(?:to|for|in|on|into|at|by|from|with|deal|contract|order|project|{PLANT})\b)[\w'-]+ ){{0,5}}?"
    r"(?:opportunity|market)\b)",
    re.I,
)
# "|has raised| $600 million in all"; what a plant costs in all is its cost
_IN_ALL = regex(r"^\s?in (?:total|all)\b")
_GOT = gated(r"\b(?:rais(?:ed|es|ing)|secured|attracted|received|won|collected|funding|capital|equity)\b[^;.]*$", re.I)


# "the project, which is to bring 900 jobs, is |valued at| $400 million"
_ITS_VALUE = gated(
    rf"\b(?:project|investment|scheme|development|undertaking|{PLANT})\b[^.;]{{0,80}}\b(?:is|was|are)\s"
    r"(?:(?:estimated|reportedly|itself)\s){0,2}valued at\s(?:(?:about|around|some|nearly|over|more than|up to"
    r"|approximately)\s)?(?:[^;()]{3,60}\()?$",
    re.I,
    needs="valued",
)


def is_its_value(value: Span, clause: Sentence) -> bool:
    """Whether a sum is what a plant is valued at, and so what it costs: no firm's worth."""
    return _ITS_VALUE.search(clause.before(value.start, 150), clause.opened) is not None


def _is_paid_out(each: Sum, sentence: Sentence) -> bool:
    before, after = sentence.before(each.span.start, 110), sentence.after(each.span.end, 70)
    if _IN_ALL.match(after) and _GOT.search(before, sentence.opened):
        return False
    if _NOT_PAID_AFTER.match(after):
        return False
    return not _NOT_PAID_BEFORE.search(before, sentence.opened) or is_its_value(each.span, sentence)


_LEAST = 10_000  # of any currency: "$3.2 billon" is a slip of the pen


def sums_of(reading: Reading, sentence: Sentence) -> list[Sum]:
    """Sums that are paid: no prices per unit, no totals raised over the years, no valuations, revenues or markets.

    A few dollars are no sum of a plant or a deal.
    """
    return [
        each
        for each in reading.sums
        if (not each.per or (each.per == "piece" and each.amount >= _A_PIECE))
        and each.amount >= _LEAST
        and not _PRICE_AFTER.match(sentence.after(each.span.end, 36))
        and _is_paid_out(each, sentence)
    ]


# "revenue rose to |$2 billion|", "earned |1.9 billion yuan|": what a firm or a market comes to is what the news tells
_COMES_TO = gated(
    r"\b(?:revenues?|turnover|sales|profits?|loss(?:es)?|lost|earn(?:ed|ings|s)|income|EBITDA|exports?|imports?"
    r"|shipments"
    r"|worth)\b[^.;]{0,70}$",
    re.I,
)
_OF_EARNINGS = regex(
    r"^\s(?:in|of)\s(?:[\w-]+\s){0,3}?(?:revenues?|turnover|sales|profits?|loss(?:es)?|earnings|income)\b", re.I
)
# "against |$3 million| a year before", "down from |43,000 yuan|": what it was, or was held to be
_ONCE = gated(
    r"\b(?:from|against|compared (?:to|with)|versus|than|vs\.?|forecasts? of|estimates? of|average of|the average)\s"
    r"(?:(?:a|an|the|its|about|around|some|net|operating|profit|loss|of|revenue|sales|average)\s){0,5}$",
    re.I,
)
_SAID_BEFORE = regex(
    r"^(?:\s\([^()]{1,30}\))?[^,;.]{0,30}?\b(?:a year (?:ago|before|earlier)|(?:the )?(?:previous|prior"
    r"|preceding|last)"
    r" (?:year|quarter|month|week)|in the same|estimates?\b|average\b)"
)
_FOR_GOODS = frozenset({"t", "kg", "lb", "kWh", "MWh", "Wh", "g"})


def figures_of(reading: Reading, sentence: Sentence) -> list[Sum]:
    """What a market or a firm comes to: prices per unit of goods, what was earned, sold or lost, not what it was."""
    paid = sums_of(reading, sentence)
    return [
        each
        for each in reading.sums
        if each.change not in {"from", "by"}
        and not _ONCE.search(sentence.before(each.span.start, 60), sentence.opened)
        and (each.per in _FOR_GOODS or (not each.per and (each in paid or _is_earned(each, sentence))))
    ]


def _is_earned(each: Sum, sentence: Sentence) -> bool:
    before, after = sentence.before(each.span.start, 110), sentence.after(each.span.end, 60)
    if each.amount < _LEAST or _PRICE_AFTER.match(after[:36]) or _SAID_BEFORE.match(after):
        return False
    return bool(_COMES_TO.search(before, sentence.opened) or _OF_EARNINGS.match(after))
