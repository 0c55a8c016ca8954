"""The sums of money of a clause that are paid for something."""

from __future__ import annotations

import re

from cellwire.claims.figures import Reading, Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex

_PRICE_AFTER = regex(
    r"^\s?(?:\([^()]{1,20})?\)?\s(?:apiece|each|(?:per|a) (?:\w+ )?share)|^\s*(?:/|per|a)\s?(?:kwh|kilowatt|"
    r"tonne|ton|kg|kilogram|mwh|lb|share|vehicle|car)",
    re.I,
)
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
    r"opportunity (?:\w+ ){0,2}of|market (?:\w+ ){0,3}(?:of|at|worth))\W*(?:(?:over|more|than|about|around|some|"
    r"nearly|almost|at|least|"
    r"up|to|an?|estimated)\s)*$",
    re.I,
    needs="total cumulative value valuation valuing market share shares stock revenue turnover sales profit losses "
    "operating earnings income assets already salary salaries wage wages average opportunity",
)
_NOT_PAID_AFTER = regex(
    r"^\s?(?:in (?:total|all|aggregate|cumulative)\b|(?:[\w-]+ ){0,4}?(?:to date|so far|since (?:its|it|20\d\d|"
    r"19\d\d|inception))\b|"
    r"(?:market|industry|opportunity|valuation|company|giant|fund)\b|(?:in|of) (?:annual |global |"
    r"total )?(?:revenue|sales|assets|turnover)\b|"
    r"[\w' -]{0,40}\b(?:opportunity|market)\b)",
    re.I,
)


_LEAST = 10_000  # of any currency: "$3.2 billon" is a slip of the pen


def sums_of(reading: Reading, sentence: Sentence) -> list[Sum]:
    """Sums that are paid: no prices per unit, no totals raised over the years, no valuations, revenues or markets.

    A few dollars are no sum of a plant or a deal.
    """
    return [
        each
        for each in reading.sums
        if not each.per
        and each.amount >= _LEAST
        and not _PRICE_AFTER.match(sentence.after(each.span.end, 36))
        and not _NOT_PAID_BEFORE.search(sentence.before(each.span.start, 110), sentence.opened)
        and not _NOT_PAID_AFTER.match(sentence.after(each.span.end, 70))
    ]
