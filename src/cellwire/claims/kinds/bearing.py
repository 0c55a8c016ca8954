"""Whether a word that tells a step bears on the plant, and not on an order, a market or money nearby."""

from __future__ import annotations

import re

from cellwire.claims.actors import distance
from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.goods import PAID
from cellwire.claims.scene import Cue, Sentence
from cellwire.lexicon import PLANT, regex
from cellwire.model import Span

NEAR = 9  # words between what is built and what is done to it
FAR = 14  # the same for what is done, and for money: "to invest $4 billion and create 4,000 jobs in a battery factory"
_ELSEWHERE = gated(
    r"\b(?:order|contract|agreement|deal|shares?|stock|flight|recall|subsid\w+|tax|talks|negotiat\w+|aid|grants?"
    r"|loans?|funding"
    r"|financing|support|incentives?|merger|takeover|acquisition|sale|dividends?|accounts|results|buy-?backs?|wages?|bonus(?:es)?"
    r"|fines?)\b",
    re.I,
)


def apart(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a semicolon stands between a verb and the plant."""
    if ";" not in clause.text:
        return False
    first, last = sorted((cue.span, thing.span))
    return ";" in clause.between(first, last)


# "the plant in Szolnok|, the first of three that it plans,| will make", "has opened |what it says is| the first plant"
ASIDE = regex(
    r",\s(?:(?:in|of|for|at|to|with|on)\s)?(?:which|whose|where)\s[^,;]{3,120},"
    r"|,\s[^,;]{3,90},(?=\s(?!(?:and|but|or|while)\s))"
    r"|\bwhat\s(?:(?:it|they|the company)\s(?:says?|said|calls?|called|claims?|believes)|would|will|could)\s"
    r"(?:(?:is|are|was|be|to be)\s)?"
)


def words_between(clause: Sentence, left: Span, right: Span) -> int:
    """Words between two spans of a clause, without what stands there between commas."""
    gap = distance(clause, left, right)
    if gap <= 3:
        return gap
    first, last = sorted((left, right))
    return len(ASIDE.sub("", clause.between(first, last)).split())


def nearest(clause: Sentence, cue: Cue, thing: Cue) -> Cue:
    """The noun next to a verb: "the company building a plant says it delays construction of the |plant|"."""
    alike = [each for each in clause.find(*THINGS) if each.written == thing.written]
    return min(alike or [thing], key=lambda each: distance(clause, each.span, cue.span))


def about(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether an ending, a delay or a permit is about the plant, not about an order or a share nearby."""
    between = clause.between(cue.span, thing.span) if cue.span.start < thing.span.start else ""
    if _ELSEWHERE.search(between, clause.opened):
        return False
    return words_between(clause, cue.span, thing.span) <= FAR


def touches(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether a verb takes the plant as object or subject: few words between, no other actor in the way."""
    return words_between(clause, cue.span, thing.span) <= (NEAR if cue.span.start < thing.span.start else 6)


# "has increased its |investment in a| lithium mine", "raised the |cost of its| plant": that stays as it is
_SHARE_IN = gated(
    r"\b(?:investments?|stakes?|shareholdings?|holdings?|interests?|shares?|spending|bets?|commitment)\s(?:in|on|to)\b"
    r"|\b(?:costs?|price(?: tag)?|budgets?|estimates?|bill|funding|outlay|investment)\s(?:estimates?\s)?(?:of|for)\b"
)
_MONEY = regex(r"\s(?:[a-z]+\s){0,2}(?:money|funds?|capital|cash|financing|funding|equity|debt)\b")


_OF_A_BOND = regex(
    r"\s(?:[\w-]+\s)?(?:partnership|agreement|deal|contract|collaboration|cooperation|alliance|relationship|role|portfolio|range"
    r"|offering|team|board|network|remit|scope|programme|program|mandate)\b"
)


def enlarges(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Whether it is the plant or its capacity that grows, not demand, a market or a business; nor is money raised."""
    behind = clause.after(cue.span.end, 40)
    if cue.written.startswith("rais") and (PAID.match(behind) or _MONEY.match(behind)):
        return False
    if behind.startswith(" into ") and cue.written.startswith(("grow", "expand")):
        return False  # "has |grown into| a hub"
    if cue.form in {"past", "part"} and (_OF_A_BOND.match(behind) or _is_said_of(clause, cue)):
        return False  # "an |expanded partnership| at the plant", "the new |scaled up| plant"
    for noun in [thing, *clause.find("facility_verb.capacity")]:
        between = clause.between(cue.span, noun.span) if cue.span.start < noun.span.start else ""
        if _SHARE_IN.search(between, clause.opened):
            return False
        if distance(clause, cue.span, noun.span) <= 6:
            return not between.startswith(" for ")  # what is raised for a plant is a pillar, or money
    return False


_SO_MADE = regex(rf"\s(?:[\w-]+\s){{0,2}}?{PLANT}\b")
_ARTICLE = regex(r"(?:\b(?:an?|the|its|this)|['’]s)\s(?:new\s|newly\s)?$")


def _is_said_of(clause: Sentence, cue: Cue) -> bool:
    """Whether a participle only says what sort of plant it is."""
    before = clause.before(cue.span.start, 12)
    return bool(_ARTICLE.search(before) and _SO_MADE.match(clause.after(cue.span.end, 40)))


def puts_money(clause: Sentence, cue: Cue) -> bool:
    """Whether what is put somewhere is money: "will put $3 billion into a plant", not "puts the plant on hold"."""
    return not cue.written.startswith("put") or PAID.match(clause.after(cue.span.end, 40)) is not None


PLAIN_FUTURE = frozenset(
    {
        *("will", "would", "is to", "are to", "to be", "set to", "due to", "going to", "slated", "on track"),
        *("is designed to", "is designed for", "is meant to", "is laid out to", "is laid out for", "is sized for"),
    }
)
# "were examining cells |at the| factory": not the factory is looked at
_AT_IT = regex(r"\b(?:at|inside|floor of)\s(?:the|its|their|an?)\s(?:[\w-]+\s){0,5}$")
_CHANGES = regex(
    r"\b(?:expan|increas|build|construct|product|capacit|line|invest|clos|shut|halt|paus|mak|manufactur|assembl|add|"
    r"convert|operat|install|switch|start|set)\w*"
)


def talked_of(clause: Sentence, cue: Cue, thing: Cue) -> bool:
    """Talks with investors are about the plant only if it is named after them: "in talks to build a plant"."""
    between = clause.between(cue.span, thing.span) if cue.span.start < thing.span.start else ""
    if _AT_IT.search(between) and not _CHANGES.search(between):
        return False
    return not cue.written.startswith(("talks", "negotiat")) or cue.span.start < thing.span.start
