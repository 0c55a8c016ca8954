"""Whose clause it is: figures of what went before, of what was once planned, of a state's scheme are another's."""

from __future__ import annotations

from functools import lru_cache

from cellwire.claims.clauses.bundles import Bundle
from cellwire.claims.gates import Gated, gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex
from cellwire.model import SET_BACK, Kind, Span

_ASIDE = gated(
    r"(?:, (?:which|who)|\b(?:agreement|contract|deal|memorandum|venture|application|loan) (?:which|that)) "
    r"(?:(?:[\w-]+ ){0,4}?(?:signed|had|took|bought|acquired|closed|made|sold|raised|began|broke)|(?:currently|already"
    r"|now) (?:produces|makes|has|operates|runs))\b[^,;]*"
    r"|\b(?:after|since|following|days|weeks|months)\s(?:[\w-]+\s){0,5}?(?:raising|committing|securing|signing|closing"
    r"|completing|starting|buying|selling|it signed|it won|it raised|it bought|it agreed)\b[^;]*"
    r"|\bsince\s[\w\s]{3,24},\swhen\b[^;]*"
    r"|\b(?:similar|comparable|identical|akin)\s(?:in\s\w+\s)?to\s(?:its|their|the|that)\s[^,;]*"
    r"|\b(?:company|firm|group|maker|producer|miner|manufacturer|developer) (?:that|which) (?:built|opened|bought"
    r"|completed|started)\b[^,;]*?\bin (?:19|20)\d\d\b"
)


def is_aside(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it belongs to what a company or a deal did before: "Alder, which bought Birch for $5 million in May"."""
    for start, end in _stretches(_ASIDE, clause):
        if start <= value.start < end:
            return not any(draft.clause is clause and start <= draft.trigger.start < end for draft in home.drafts)
    return home.background and _is_news_around_it(value, clause, home)


# "Alder|, which was bought by Birch last year,| will build"
_WHICH = gated(r",\s(?:which|who)\s(?:[^,]|,(?=\d))*,\s")


def _is_news_around_it(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether what is old is told in an aside on a company, and the value stands outside of it."""
    told = [draft.trigger.start for draft in home.drafts if draft.clause is clause]
    return any(
        any(name.said.end == start for name in clause.names)
        and bool(told)
        and all(start <= at < end for at in told)
        and not start <= value.start < end
        for start, end in _stretches(_WHICH, clause)
    )


@lru_cache(maxsize=64)
def _stretches(pattern: Gated, clause: Sentence) -> tuple[tuple[int, int], ...]:
    """Where a pattern's matches stand; asked for each value of a clause."""
    base = clause.span.start
    return tuple((base + each.start(), base + each.end()) for each in pattern.finditer(clause.text, clause.opened))


_WAS_TO = gated(
    r"\b(?:(?:was|were) (?:originally |first |initially |once )?"
    r"(?:to|meant to|supposed to|due to|planned (?:to|at|for))"
    r"|had (?:originally |first |initially |once )?(?:planned|intended|hoped|aimed) to)\b[^;.,]*"
)
_FIRST_MEANT = gated(
    r"\b(?:(?:was|were|had) (?:originally|initially|first|once)"
    r" (?:to|meant|supposed|due|planned|intended|hoped|designed|laid out)"
    r"|(?:originally|initially) (?:designed|planned|laid out) (?:at|for|with)|had planned to"
    r"|(?:was|were) (?:only |then |still |previously ){1,2}(?:aiming|planning|going|hoping|targeting)"
    r"|(?:earlier|previously|formerly) (?:had|planned|aimed|targeted|expected))\b[^;.,]*"
)
_TO_DATE = regex(r"^\W*(?:To date|So far|Until now|Up to now),\s")


def is_former(value: Span, clause: Sentence, home: Bundle) -> bool:
    """Whether it is what was once planned of a plant that goes on otherwise: "it was to have 9 GWh in 2024"."""
    if clause.headline or any(draft.stage in SET_BACK for draft in home.drafts):
        return False
    if any(start <= value.start < end for start, end in _stretches(_FIRST_MEANT, clause)):
        return True
    ahead = home.kind is Kind.FACILITY and home.drafts[0].stage in _AHEAD and clause is not home.drafts[0].clause
    if ahead and _TO_DATE.match(clause.text):
        return True
    if is_told_in(clause, home):
        return False
    return any(start <= value.start < end for start, end in _stretches(_WAS_TO, clause))


_AHEAD = frozenset({"announced", "considered", "permitted"})
_SCHEMES = regex(
    r"^\W*(?:[^,]{0,40},\s)?(?:The|This|Its|Under the)\s(?:(?!plant|factory|project|company)[\w-]+\s){0,3}?"
    r"(?:schemes?|programmes?|programs?|policy|tenders?|mission)\b(?!['’]s?\s(?:plant|factory))"
)


def is_a_schemes(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause speaks of a state's scheme: what that is to bring about is no plant's and no deal's."""
    return home.kind in {Kind.FACILITY, Kind.SUPPLY} and _SCHEMES.match(clause.text) is not None


def is_told_in(clause: Sentence, home: Bundle) -> bool:
    """Whether a clause tells the development, and does not only go on about it."""
    return any(draft.clause is clause for draft in home.drafts)
