"""The dates of a clause with what each dates: the start of building or making, a delivery, a term, the news itself."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cellwire.claims.figures import Reading, When
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.slots.nearest_steps import around_of, is_only_said
from cellwire.claims.slots.strays import is_stray
from cellwire.claims.slots.what_dated import TRADED, what_dated
from cellwire.lexicon import regex
from cellwire.model import DateWhat, Kind, PartialDate, Span


class Moment(Struct, frozen=True):
    what: DateWhat
    date: PartialDate
    span: Span
    part: str | None
    words: Span  # what tells it, with the date that it is counted on from
    said: bool = False  # of an event: on that day somebody only spoke of it


Found = dict[tuple[DateWhat, str], Moment]  # the dates of a development, each once


def moments(reading: Reading, sentence: Sentence, kind: Kind, scene: Scene) -> Iterator[Moment]:
    """Dates with what they date: by the nearest word that says so, else what the kind and the tense make likely."""
    for at, when in enumerate(reading.dates):
        if is_stray(reading.dates, at, sentence, kind, scene):
            continue
        if at and kind in TRADED and _SPANS.fullmatch(sentence.between(reading.dates[at - 1].span, when.span)):
            yield Moment(DateWhat.TERM, when.date, when.span, when.part, when.words)
            continue
        last = at + 1 == len(reading.dates)
        if not last and kind is Kind.SUPPLY and _opens_a_term(when, reading.dates[at + 1], sentence):
            yield Moment(DateWhat.DELIVERY_START, when.date, when.span, when.part, when.words)
            continue
        following = sentence.span.end if last else reading.dates[at + 1].span.start
        around = around_of(sentence, when, following - when.span.end)
        what = what_dated(around, when, kind, scene)
        if what is not None:
            said = what is DateWhat.EVENT and is_only_said(around, kind)
            yield Moment(what, when.date, when.span, when.part, when.words, said)


_SPANS = regex(
    r"(?:,\s(?=to|until|till|through)|\s?)(?:to|and|until|till|through|[-–—])\s(?:the end of\s|late\s|early\s)?|[-–—]"
)


def _opens_a_term(when: When, after: When, sentence: Sentence) -> bool:
    """Whether goods flow from then to the next date: "over calendar years |2027| and 2028"."""
    opens = _THROUGHOUT.search(sentence.before(when.span.start, 24))
    return opens is not None and _SPANS.fullmatch(sentence.between(when.span, after.span)) is not None


_THROUGHOUT = regex(
    r"\b(?:over|during|between|for|across)\s(?:the\s)?(?:(?:calendar|fiscal)\s)?(?:years?\s|period\s)?$"
)
