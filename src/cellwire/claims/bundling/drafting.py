"""What each clause of a document tells, each thing once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cellwire.claims.bundling.awards import is_awarded
from cellwire.claims.bundling.gone_by import is_beside_the_news, was_planned_then
from cellwire.claims.bundling.one_telling import one_telling
from cellwire.claims.bundling.unions import without_unions
from cellwire.claims.clauses import Draft, clauses
from cellwire.claims.figures import When
from cellwire.claims.gates import gated
from cellwire.claims.kinds import READERS
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.claims.voice import guessed, is_background, is_told_aside
from cellwire.lexicon import regex
from cellwire.model import REACHED, STOPPED, Kind, PartialDate


def read_drafts(scene: Scene) -> list[tuple[Draft, bool]]:
    """Every clause's developments, with whether they are background, in reading order."""
    drafts: list[tuple[Draft, bool]] = []
    for sentence in scene.sentences:
        if not (sentence.tags or sentence.headline):
            continue
        for clause in clauses(sentence):
            told = [draft for read in READERS for draft in read(clause, scene)]
            told = [draft for draft in told if not _undone(draft, sentence) and not guessed(sentence, draft.trigger)]
            told = [each for draft in told if not is_awarded(draft) for each in without_unions(draft)]
            if not told:
                continue
            told = one_telling([_weighed(draft, sentence) for draft in told])
            whens = read_values(clause, scene).dates
            old = _goes_on_about_old(drafts, clause, whens)
            drafts += [
                (
                    draft,
                    old
                    or is_beside_the_news(draft, told)
                    or (was_planned_then(draft, whens, scene) and not _is_titles(draft, drafts))
                    or (is_background(draft, clause, _days(draft, whens), scene) and not _is_titles(draft, drafts)),
                )
                for draft in told
            ]
    return drafts


def _is_titles(draft: Draft, before: Sequence[tuple[Draft, bool]]) -> bool:
    """Whether what stands first under a headline is that headline's news, of the same companies: so it is not old."""
    if not before or not all(each.clause.headline for each, _ in before):
        return False
    ids = draft.actor_ids
    if draft.kind is Kind.MARKET and not ids:
        return any(each.kind is Kind.MARKET and not each.actor_ids for each, _ in before)
    same = (each for each, _ in before if each.kind is draft.kind and each.stage == draft.stage)
    return any(ids and (ids <= each.actor_ids or ids > each.actor_ids > set()) for each in same)


_WOULD_BE = gated(r"\b(?:would|was to|were to)\b")


def _goes_on_about_old(drafts: Sequence[tuple[Draft, bool]], clause: Sentence, whens: Sequence[When]) -> bool:
    """Whether a sentence says what "would" be, right behind the old plan that its paragraph opened with."""
    if not drafts or whens or not _WOULD_BE.search(clause.text, clause.opened):
        return False
    last, background = drafts[-1]
    return background and last.clause.paragraph == clause.paragraph and last.clause.index == clause.index - 1


_STRIKES = frozenset({"incident.fire", "incident.accident"})  # what is over in days


def _days(draft: Draft, whens: Sequence[When]) -> list[PartialDate]:
    """Of a fire the day named nearest: on another it is spoken of, "that broke out |in January|, he said on Monday";
    of a plant not the day on which its plan was made: "decided against the plant |it announced in 2021|"."""
    whens = [when for when in whens if not _is_of_an_aside(draft, when)]
    if draft.kind is Kind.FACILITY:
        at = draft.trigger.end
        own = [when for when in whens if not (when.span.start > at and _ONCE_PLANNED.search(_up_to(draft, when)))]
        first = [when for when in own if not (when.span.start > at and _AND_PLANS.search(_up_to(draft, when)))]
        return [when.date for when in (first if draft.stage in REACHED else ()) or own]
    if draft.kind is Kind.MARKET:
        return [when.date for when in whens if not _COMPARED_WITH.search(draft.clause.before(when.span.start, 70))]
    if draft.rule in _STRIKES and whens:
        at = draft.trigger.start
        nearest = min(whens, key=lambda when: max(when.span.start - draft.trigger.end, at - when.span.end))
        return [nearest.date]
    return [when.date for when in whens]


def _is_of_an_aside(draft: Draft, when: When) -> bool:
    """Whether a day is that of something told aside: "Alder, which raised $300 million in 2022, has opened a "
    "plant"."""
    founded = _FOUNDED.search(draft.clause.before(when.span.start, 40))
    return founded is not None or is_told_aside(when.span, draft.clause, draft.trigger)


# "Birch, which was |founded in| 2015, has been taken over": how old somebody is
_FOUNDED = regex(
    r"\b(?:founded|established|incorporated|headquartered|listed)\s(?:[\w.,]+\s){0,3}?(?:in|since)\s(?:\w+\s)?$"
)
_ONCE_PLANNED = regex(
    r"\b(?:(?:it|they|which|that|who|company)\s(?:(?:had|has|was|were|have|been)\s){0,3}(?:first\s|originally\s"
    r"|once\s)?"
    r"|(?:first|originally|initially)\s)(?:announced|planned|unveiled|proposed|promised|revealed|presented"
    r"|touted)\b[^,;]*$"
)


# "began operations in |2022| and plans to start up a third plant |next year|": each step has its own day
_AND_PLANS = regex(
    r"\b(?:and|but)\s(?:[a-z]+\s)?(?:plans?|aims?|expects?|intends?|hopes?|will|would|is (?:to|set|due|expected))\b"
)
# "up 12% |from| the first half of 2023": what figures are measured against
_COMPARED_WITH = regex(
    r"(?:%|\b(?:up|down|higher|lower|more|less|percent|cent|increase|decrease|growth|rise|drop|decline|[GM]Wh|tonnes"
    r"|million|billion|won|yuan|units))\s(?:[\w.,%]+\s){0,3}?"
    r"(?:from|than|against|since|versus|vs\.?|compared (?:to|with))\s(?:(?:the|same|a|its|in|of|period|last)\s){0,6}"
    r"(?:[\d.,]+\s?%?\s?(?:[\w$€£-]+\s){0,3}?(?:in|of)\s(?:the\s)?)?$"
)


def _up_to(draft: Draft, when: When) -> str:
    return draft.clause.between(draft.trigger, when.span)


_WOULD = gated(r"\b(?:would|could|might)\b[\w\s,]{0,40}$", re.I)


def _weighed(draft: Draft, sentence: Sentence) -> Draft:
    """What would follow from something that is only weighed is weighed itself: "the plant would supply Ford"."""
    if draft.kind in {Kind.FACILITY, Kind.SUPPLY} and sentence.text.rstrip(' "”’)').endswith("?"):
        return replace(draft, stage="considered")  # "Will Ford own a plant that CATL runs?"
    firm = draft.stage in {"signed", "announced"} and draft.kind in {Kind.SUPPLY, Kind.INVESTMENT, Kind.FACILITY}
    if (
        firm
        and sentence.has("firm.consider")
        and _WOULD.search(sentence.before(draft.trigger.start, 50), sentence.opened)
    ):
        return replace(draft, stage="considered")
    return draft


def _undone(draft: Draft, sentence: Sentence) -> bool:
    """What a sentence says has not happened is no development, unless it answers a report."""
    ended = draft.stage in STOPPED | {"repealed"}
    return draft.aspect.negated and not ended and not sentence.has("firm.deny", "firm.rumour")
