"""The ways a date is written, as one pattern with a named group for each form; what a form means is read in `dates`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from cellwire.lexicon import regex

_NAMES = {
    1: "january jan", 2: "february feb", 3: "march mar", 4: "april apr", 5: "may", 6: "june jun", 7: "july jul",
    8: "august aug", 9: "september sept sep", 10: "october oct", 11: "november nov", 12: "december dec",
}  # fmt: skip
MONTHS = {name: number for number, names in _NAMES.items() for name in names.split()}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {"first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINALS |= {"final": 4, "last": 4, "closing": 4}
HALVES = {"first": 1, "1st": 1, "former": 1, "second": 2, "2nd": 2, "latter": 2, "last": 2, "back": 2}

_FULL = "|".join(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_SHORT = "|".join(
    sorted((name for name in MONTHS if len(name) < 5 and name not in ("may", "june", "july")), key=len)[::-1]
)
MONTH = rf"(?:(?:{_FULL})\b|(?:{_SHORT})\b\.?)"
FOUR = r"(?:19|20)[0-9]{2}(?![0-9])"
_OWN_YEAR = r"(?:this|next|last|the current) (?:fiscal |calendar |financial )?year|the year"
_YEAR = rf"(?:(?:fy ?|fiscal(?: year)? |financial year |calendar(?: year)? |the year |year )?{FOUR}|{_OWN_YEAR})"
_SHORT_YEAR = r"'?[0-9]{2}(?![0-9%.,]*[0-9%])"
_TH = r"(?:st|nd|rd|th)?"
_COUNT = (
    r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    r"|twenty-four|thirty|thirty-six)"
)
_UNIT = r"(?:day|week|month|year)"
_TO_DAY = rf"(?:(?:\s?[-–]\s?| to | and )[0-9]{{1,2}}{_TH})?"  # "June 14-16" is told by its first day
_NO_AMOUNT = (
    r"(?![0-9])(?![.,:][0-9])(?! ?(?:%|[kmgt]wh?\b|percent|per cent|pc\b|million|billion|thousand|hundred|tonnes|tons"
    r"|people|years|months|days|hours|minutes|points|companies|euros|dollars))"
)
# "the |2032| size", "|2025 and 2016| coin cells": how broad and thick they are
_NO_SIZE = rf"(?!(?:(?:,|/)?(?: and| or)? ?(?:cr)?{FOUR}){{0,3}}(?:[ -](?:size[sd]?|coin|button)|-format)\b)"

_FORMS = {
    "iso": (
        rf"{FOUR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12][0-9]|3[01]|0?[1-9])(?![0-9])"
        rf"|{FOUR}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?"
    ),
    "figures": rf"[0-9]{{1,2}}(?P<f_sign>[/.])[0-9]{{1,2}}(?P=f_sign){FOUR}",
    "daymonth": (
        rf"(?P<dm_day>[0-9]{{1,2}}){_TH}{_TO_DAY}(?: of)?[ -](?P<dm_month>{MONTH})"
        rf"(?:,?[ -](?:of )?(?P<dm_year>{_YEAR}))?"
    ),
    "monthday": (
        rf"(?:(?P<md_own>this|last|next|this past|this coming) )?(?P<md_month>{MONTH})[ -](?:the )?"
        rf"(?P<md_day>[0-9]{{1,2}}){_TH}{_TO_DAY}{_NO_AMOUNT}"
        rf"(?:(?:,| of|, of)? (?P<md_year>{_YEAR}))?"
    ),
    "monthyear": rf"(?P<my_month>{MONTH}),?(?: of)?[ -](?P<my_year>{_YEAR})",
    "months": (
        rf"(?P<ms_month>{MONTH})(?: ?[-–/] ?| to | and | through | until )"
        rf"(?P<ms_last>{MONTH}),? (?P<ms_year>{FOUR})"
    ),
    "quarter": (
        rf"(?:(?P<q_first>{FOUR})(?:['’]s)? (?:fiscal )?(?=(?:[a-z]+|[1-4](?:st|nd|rd|th))[ -]quarter|q[1-4]))?"
        r"(?:q(?P<q_mark>[1-4])|(?P<q_back>[1-4])q|(?P<q_word>first|second|third|fourth|1st|2nd|3rd|4th|final|last|opening"
        r"|closing)[ -](?P<q_fiscal>fiscal[ -])?quarter|(?P<q_month>march|june|september|december)[ -]quarter)(?![a-z])"
        rf"(?:(?: of|,| in)?[ -]?(?P<q_year>{_YEAR}|{_SHORT_YEAR}))?"
    ),
    "half": (
        rf"(?:(?P<h_first>{FOUR})(?:['’]s)? (?=(?:first|second|latter|last|back)[ -]half|h[12]))?"
        r"(?:h(?P<h_mark>[12])|(?P<h_back>[12])h|(?P<h_word>first|second|1st|2nd|former|latter|last|back)[ -]half)"
        rf"(?:(?: of|,| in)?[ -]?(?P<h_year>{_YEAR}|{_SHORT_YEAR}))?(?![a-z])"
    ),
    "opening": (
        r"first (?P<op_count>three|3|six|6) months"
        rf"(?:(?: of|,| in) (?P<op_year>{_YEAR})|(?! (?:of|after|in)\b))(?![a-z])"
    ),
    "season": (
        r"(?:(?P<s_own>this|next|last|this coming|this past) )?(?P<s_name>spring|summer|autumn|fall|winter)"
        rf"(?:(?: of|,)? (?P<s_year>{_YEAR}))?(?![a-z])"
    ),
    "ownyear": (
        r"(?:the year after next|(?:this|next|last|the current) (?:fiscal |calendar |financial )?year(?!-?old| old)"
        rf"|year[- ]end(?: (?P<oy_year>{FOUR}))?|the year|year's end)(?![a-z])"
    ),
    "day": r"(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening))(?![a-z])",
    "weekday": (
        rf"(?:(?P<w_own>last|next|this|this coming|this past|coming) )?(?P<w_day>{'|'.join(WEEKDAYS)})(?![a-z])"
        r"(?! (?:times|telegraph|mail|herald|express|mirror|post|business post|independent|night football)\b)"
        rf"(?!,? \(?(?:the )?{MONTH})(?!,? \(?(?:the )?[0-9]{{1,2}}{_TH} (?:of )?{MONTH})"
    ),
    "stretch": r"(?P<st_own>this|last|next|the current) (?P<st_unit>month|quarter|week|weekend)(?![a-z])",
    "ago": rf"(?P<a_count>{_COUNT}) (?P<a_unit>{_UNIT})s? ago(?![a-z])",
    "countedon": (
        rf"(?:(?P<co_count>{_COUNT}) (?P<co_unit>{_UNIT})s? (?P<co_how>later|earlier|after that)"
        r"|(?:the following|that(?: same)?|the same) (?:year|spring|summer|autumn|fall)|the year after)"
        r"(?![a-z-])(?! next)"
    ),
    "ahead": (
        rf"(?P<ah_how>in|within) (?P<ah_next>the next |the coming |about |around |just )?(?P<ah_count>{_COUNT}) "
        rf"(?P<ah_unit>{_UNIT})s?(?P<ah_time>'? time| from now)?(?![a-z'’])"
        r"(?! (?:of|after|from|following|ago|later|before|or)\b)"
    ),
    "daynumber": (
        r"on the (?P<dn_day>[0-9]{1,2})(?:st|nd|rd|th)(?: of (?P<dn_own>this|last|next) month)?"
        r"(?=[.,;:)]|$| (?:and|when|at|that|it|he|she|they|the)\b)"
    ),
    "month": rf"(?:(?P<m_own>this|last|next|this past|this coming) )?(?P<m_month>{MONTH})",
    "year": (
        rf"(?:fy ?'?|fiscal(?: year)? |financial year |calendar(?: year)? )?(?P<y_first>{FOUR})"
        rf"(?:\s?[-–/]\s?(?P<y_last>{FOUR}|[0-9]{{2}}(?![0-9])))?{_NO_SIZE}"
    ),
    "shortfiscal": r"fy ?'?(?P<sf_year>[0-9]{2})(?![0-9a-z])",
}


# How every form opens: most words of a text are passed over by this alone.
_FIGURES = "0|1|2|3|4|5|6|7|8|9"
_COUNTS = "a |an |one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty"
_AHEAD = [
    f"{how} {what}"
    for how in ("in", "within")
    for what in ("the next ", "the coming ", "about ", "around ", "just ", *_FIGURES.split("|"), *_COUNTS.split("|"))
]
_OPENINGS = (
    f"{_FIGURES}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q1|q2|q3|q4|h1|h2"
    "|fy|today|yesterday|tomorrow|tonight|this |next |last |latter |former |first|second|third|fourth|final |final-"
    "|opening |closing |back |back-|spring|summer|autumn|fall|winter|the year|the current|year-end|year end|year's end"
    "|on the |coming |financial |fiscal|calendar|last-|latter-|the following |the same |that year|that same "
    "|that spring|that summer|that autumn|that fall"
)
_OPENED = AhoCorasick([*_OPENINGS.split("|"), *_AHEAD])
_OPENED_COUNTS = AhoCorasick([*_OPENINGS.split("|"), *_AHEAD, *_COUNTS.split("|")])  # which open only what follows
_COUNTED = (" ago", " later", " earlier", " after that")
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_/=")  # what no date stands right behind
# What stands before a date: its preposition and the part of it that is meant.
BEFORE_DATE = regex(
    r"(?<![a-z])(?:(?P<preposition>by|since|until|till|from|in|on|before|after|during|through|throughout|between|to|for|of|around"
    r"|and|as of|as early as|no later than|as soon as|starting|beginning|about|within) )?(?:at )?(?:the )?(?:very )?"
    r"(?:(?P<part>(?:early|mid|late)(?: in)?|(?:end|close|beginning|outset|middle|turn)(?: of)?|start of|start(?=-)"
    r"|year-end)[ -](?:the )?(?:month of )?)?(?:the )?$"
)
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "outset": "early", "turn": "early", "mid": "mid",
    "middle": "mid", "late": "late", "end": "end", "close": "end", "year-end": "end",
}  # fmt: skip


@cache
def _forms() -> re.Pattern[str]:
    """All forms, the more telling before the less."""
    forms = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _FORMS.items())
    return re.compile(rf"(?<![0-9][.,])(?:{forms})")


def written_dates(low: str) -> Iterator[re.Match[str]]:
    """What is written like a date in a text in lower case, in order; `lastgroup` of a match names its form."""
    match, reach, tried = _forms().match, 0, -1
    opened = _OPENED_COUNTS if any(words in low for words in _COUNTED) else _OPENED
    for _, start, _ in opened.find_matches_as_indexes(low, overlapping=True):
        if start < reach or start == tried or (start and low[start - 1] in _WITHIN):
            continue
        tried = start
        if matched := match(low, start):
            reach = matched.end()
            yield matched
