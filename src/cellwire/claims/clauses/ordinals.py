"""Which of several plants is meant: "the first factory", "another site", "the latter"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cellwire.claims.clauses.draft import Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, regex

_ORDINAL = gated(
    r"\b(first|second|third|fourth|fifth|another|additional|similar|new|existing)\b(?! (?:phase|stage|half|"
    r"quarter|time|production|batch|cells?)\b)(?=\s(?:(?!the\b)[\w.'-]+\s){0,4}"
    rf"(?:{PLANT}|line)\b)",
    re.I,
)


def ordinals_of(drafts: Iterable[Draft]) -> set[str]:
    return {ordinal for draft in drafts for ordinal in ordinals_in(draft.clause)}


_AMONG_ALL = r"(?:most|few|only|key|main|leading|major|world|top|(?:larg|bigg|great|earli|lat|fast|b)est)\b"
_ONE_OF_TWO = gated(
    rf"\b(?:[Oo]ne(?! of the (?:\w+ )?{_AMONG_ALL})|[Tt]he (?:other|former|latter))"
    rf"(?=\s(?:of (?:the|which)|{PLANT}|line)\b)",
    needs="one other former latter",
)
_NTH = {"one": "first", "the other": "second", "the former": "first", "the latter": "second"}


def ordinals_in(sentence: Sentence) -> set[str]:
    ones = {_NTH[match[0].lower()] for match in _ONE_OF_TWO.finditer(sentence.text, sentence.opened)}
    nths = {
        match[1].lower()
        for match in _ORDINAL.finditer(sentence.text, sentence.opened)
        if not _of_a_land(sentence, sentence.span.start + match.start())
    }
    return (nths | ones) - {"new"}


_LANDS = regex(r"\b(?:world|country|nation|continent|region|state|province|industry)['’]s (?:very )?$", re.I)
_OWNS = regex(r"['’]s? (?:very )?")


def _of_a_land(sentence: Sentence, at: int) -> bool:
    """Whether "first" counts a land's plants, not an owner's: "the UK's first gigafactory"."""
    if _LANDS.search(sentence.before(at, 30)):
        return True
    spots = (*sentence.places, *sentence.countries)
    return any(
        spot.span.end < at and _OWNS.fullmatch(sentence.text, *_stretch(sentence, spot.span.end, at)) for spot in spots
    )


def _stretch(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return start - sentence.span.start, end - sentence.span.start


_THE_NEW = regex(r"\b[Tt]he new\s(?:[\w.'-]+\s){0,3}$")


def is_the_new(draft: Draft) -> bool:
    """Whether a clause speaks of "the new plant" and counts none."""
    thing = draft.thing
    new = thing is not None and bool(_THE_NEW.search(draft.clause.before(thing.span.start, 50)))
    return new and not ordinals_in(draft.clause)


def clash(ours: set[str], theirs: set[str]) -> bool:
    """A first plant is no second one, and another is not the one told of before."""
    return bool(theirs & {"another", "additional", "similar"}) or bool(ours and theirs and not ours & theirs)
