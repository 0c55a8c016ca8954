"""Which word that tells a step stands nearest a date: what `steps.toml` lists, in the words on either side of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.figures import When
from cellwire.claims.gates import Gated, gated, openings
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, read_toml, regex
from cellwire.model import DateWhat, Kind


def _words_of(step: DateWhat) -> Gated:
    """The words that say that a date is of this step; where two begin together the longer one is read."""
    words = sorted(read_toml("steps.toml")[step], key=len, reverse=True)
    written = "|".join(
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ …\ ", _SOME).replace(r"\ ", " ") for word in words
    )
    return gated(rf"\b(?:{written})\b", re.I)


_SOME = r" (?:(?!(?:production|construction|operations?|output|building)\b)[\w’'-]+ ){0,4}?"  # none of another step's


WORDS = {step: _words_of(step) for step in DateWhat}
FITS: dict[Kind, tuple[DateWhat, ...]] = {
    Kind.FACILITY: (
        DateWhat.COMPLETION,
        DateWhat.CONSTRUCTION_START,
        DateWhat.PRODUCTION_START,
        DateWhat.FULL_CAPACITY,
        DateWhat.EVENT,
    ),
    Kind.SUPPLY: (DateWhat.DELIVERY_START, DateWhat.PRODUCTION_START, DateWhat.EVENT),
    Kind.PARTNERSHIP: (DateWhat.EVENT, DateWhat.PRODUCTION_START),
    Kind.INVESTMENT: (DateWhat.EVENT, DateWhat.COMPLETION),
    Kind.TECHNOLOGY: (DateWhat.PRODUCTION_START, DateWhat.DELIVERY_START, DateWhat.EVENT),
    Kind.POLICY: (DateWhat.EVENT,),
    Kind.MARKET: (DateWhat.EVENT,),
    Kind.INCIDENT: (DateWhat.EVENT,),
}


class Around(Struct, frozen=True):
    """The words of a date's clause on either side of it, as far as they can say what it dates."""

    before: str
    after: str
    opened: frozenset[str]


def around_of(sentence: Sentence, when: When, free: int) -> Around:
    """Of what stands behind it, only `free` characters can say so, and what the next date has with it says nothing."""
    before = sentence.before(when.span.start, 200)
    before = (_DASHED.sub(" ", before) if "–" in before or "—" in before else before)[-90:]
    after = _SENTENCE_ENDS.split(sentence.after(when.span.end, min(40, free)))[0]
    before = _STANDS.sub("", before if _SIZED.isdisjoint(sentence.opened) else _AS_A_NAME.sub("", before))
    if not _BUILDING.isdisjoint(sentence.opened):
        before = _OF_A_WORKS.sub(r"\1", before)
    if _AIMED_FOR.match(after) and _AIM.search(before):
        before = ""  # what is aimed at stands behind the day
    after = "" if when.preposition in _UNTIL else _BEHIND_IT.split(after)[0]
    if when.span.end + free < sentence.span.end:  # another date follows
        after = _NEXT_CLAUSE.split(after)[0]
        if when.preposition == "from" or any(WORDS[step].search(before, sentence.opened) for step in _STEPS):
            after = _NEXT_STEP.split(after)[0]
    return Around(before, after, sentence.opened)


_SENTENCE_ENDS = regex(r";|\.\s")  # also where a page's next words follow in lower case
_UNTIL = frozenset({"until", "till"})  # what is told behind it comes later: "tests last until |May|, output follows"
_STEPS = (DateWhat.CONSTRUCTION_START, DateWhat.COMPLETION, DateWhat.PRODUCTION_START, DateWhat.DELIVERY_START)
# "construction of the |48 GWh| factory": it says which one, not that all of it will be there
_AS_A_NAME = regex(
    r"\d[\d,.]*[ -]?(?:GWh|gigawatt-hours?)(?:-a-year)?[ -]"
    r"(?=(?:[\w-]+\s)?(?:(?:giga-?)?factory|plant|facility|site)\b)"
)
_SIZED = openings("GWh gigawatt")
# "construction |– which spans two towns –| is to begin in 2022"
_DASHED = regex(r"\s[–—]\s[^–—.;]{5,130}\s[–—]\s")
# "construction |on the manufacturing facility| is set to start": what is built starts nothing
_OF_A_WORKS = regex(
    r"\b([Cc]onstruction|[Bb]uilding|[Ww]ork)\s(?:of|on|at|for)\s(?:the|its|their|an?|[\w’'-]+[’']s)\s"
    rf"(?:(?!and\b)[\w€$£.,’'-]+\s){{0,6}}?(?:{PLANT}|project|mine)"
    r"(?:\s(?:in|at|near|outside)\s(?:the\s)?[A-Z][\w’'-]+(?:,?\s[A-Z][\w’'.-]+){0,3})?(?=\s(?:is|are|will"
    r"|should|could|would|has|to|was|beg[aiu]n\w*"
    r"|start\w*)\b)"
)
_BUILDING = openings("construction building work")
# "its plant, |now under construction,| will start up in 2027"
_STANDS = regex(r"\bunder construction\b(?!\s(?:since|from))")
# "halls will stand in |2024|, and a line of 6 GWh will run by 2025": what stands there is of the next date
_NEXT_CLAUSE = regex(r"[,;]\s(?:and|but|while|whereas|with)\s")
# what a date was for, how long it took to come, or what else went on: "on August 4, |after 13 months of construction|",
# "will lose money in 2027 |as it builds plants|"
_BEHIND_IT = regex(
    r"\s(?:in order to|so that|to (?:make sure|ensure|allow|enable)|(?:as|while|because) (?:it|they|the)"
    r"|(?:after|following)\s(?:just |only |about |nearly |almost )?(?:[\w-]+|\d+)\s(?:weeks|months|years)\sof)\b"
)
# "is |targeting 2028 for| first production"
_AIM = regex(
    r"\b(?:target(?:s|ed|ing)?|ey(?:es|ed|eing)|(?:set|sets|setting|gives|gave|named|foresees)(?:\s[\w-]+)?)\s$"
)
_AIMED_FOR = regex(r"\s(?:for|as)\s")
# "construction is to start in |2024|, and production in 2026"
_NEXT_STEP = regex(r",(?! when\b)|\s(?:and|with|while|before|but|then)\s")


def nearest(around: Around, steps: Sequence[DateWhat]) -> tuple[DateWhat, str] | None:
    """The step whose word stands nearest, before the date or, at some disadvantage, behind it; with that word.

    Of two that end together the longer one says more: "cells will |leave the building|".
    """
    found: tuple[int, int, DateWhat, str] | None = None
    for step in steps:
        words = WORDS[step]
        if words.needs.isdisjoint(around.opened):
            continue
        told = [
            (len(around.before) - m.end(), -len(m[0]), step, m[0]) for m in words.finditer(around.before, around.opened)
        ]
        told += [(m.start() + _BEHIND, -len(m[0]), step, m[0]) for m in words.finditer(around.after, around.opened)]
        best = min(told, key=lambda each: each[:2], default=None)
        if best and (found is None or best[:2] < found[:2]):
            found = best
    return found[2:] if found else None


_BEHIND = 15  # characters of disadvantage


_SAYING = regex(r"said|told|statement|confirm|report|held", re.I)
_OPENING = 15  # characters


def is_only_said(around: Around, kind: Kind) -> bool:
    """Whether the nearest verb is one of saying; behind the day only where the sentence opens with it."""
    if len(around.before) > _OPENING:
        around = replace(around, after=around.after[:_OPENING].partition(",")[0])
    told = nearest(around, FITS[kind])
    return told is not None and bool(_SAYING.match(told[1]))
