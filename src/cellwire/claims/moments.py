"""What a date in a clause dates: the start of building or making, a delivery, a term, or the news itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cellwire.claims.figures.dates import When
from cellwire.claims.figures.values import Reading
from cellwire.claims.gates import Gated, gated
from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import DateWhat, Kind, PartialDate, Span

_PRODUCTION = gated(
    r"\b(?:production|produc\w+|manufactur\w+|operations?|operational|operating|open\w*|sop|on ?line|on stream|"
    r"commission\w*|(?:roll\w*|came|come\w*) off|running|launch\w*|mass-produc\w+|begin\w* output|start-up|ramp\w*|"
    r"into operation|in operation|first cells|make|making|available|on the market|introduc\w+|commerciali[sz]\w+|"
    r"develop and release|release)\b",
    re.I,
)
_CONSTRUCTION = gated(
    r"\b(?:construction|break\w* ground|broke ground|ground-?breaking|building work|build\w*|foundation|"
    r"(?:civil|site|development|earth|ground|preparatory) ?works?)\b",
    re.I,
)
_COMPLETION = gated(
    r"\b(?:(?:complet|finish)(?:es|e|ing|ed|ion)?(?: (?:of )?(?:the )?(?:construction|building))?|ready)\b", re.I
)
_DELIVERY = gated(
    r"\b(?:deliver\w*|supply|supplies|supplied|supplying|shipments?|ship\w*|start\w* using|begin\w* using|"
    r"sourc\w+|receive|equip\w*)\b",
    re.I,
)
_TERM = gated(
    r"\b(?:until|through|over|for the period|term|valid|runs? (?:to|until)|duration|extend\w* (?:to|until)|"
    r"expir\w+)\b",
    re.I,
)
_FULL = gated(
    r"\b(?:(?:full|top) (?:capacity|production|speed|tilt|stream)|flat out|"
    r"reach\w*|capacity (?:of|to)|gwh|annual|rais\w+|increas\w+|expand\w*|"
    r"doubl\w*|target\w*|tonnes|output)\b",
    re.I,
)
_EVENT = gated(
    r"\b(?:announc\w+|sign\w*|said|unveil\w*|report\w*|approv\w+|approval|permit\w*|licen[cs]\w+|inaugurat\w+|"
    r"held|celebrat\w+|confirm\w*|"
    r"received|disclos\w+|agreed|acquir\w+|statement|filed|closed|launched|broke|opened|began|started|issued|"
    r"award\w*|ceremony|fire|recall\w*|invoked|effective|adopted)\b",
    re.I,
)


class Moment(Struct, frozen=True):
    what: DateWhat
    date: PartialDate
    span: Span
    part: str | None


_HORIZON = 2045  # later years are goals for the climate, not for a plant
_COMPARED = gated(
    r"\b(?:compared (?:to|with)|versus|vs\b\.?|rather than|instead of|than (?:in )?|up from|down from"
    r"|same (?:month|period|quarter) (?:of|in)|since)\s*(?:\w+\s)?$",
    re.I,
    needs="compared versus vs than up down same since rather instead",
)


def moments(reading: Reading, sentence: Sentence, kind: Kind, scene: Scene) -> Iterator[Moment]:
    """Dates with what they date: by the nearest word that says so, else what the kind and the tense make likely."""
    for at, when in enumerate(reading.dates):
        before = sentence.before(when.span.start, 90)
        if when.date.year > _HORIZON or _FORMER.search(before, sentence.opened) or _is_filed(sentence, when):
            continue
        if _COMPARED.search(before[-30:], sentence.opened) or _is_over(when, before, scene):
            continue
        if _REPORTED.search(before) or _is_a_paper(sentence, when):
            continue
        following = reading.dates[at + 1].span.start if at + 1 < len(reading.dates) else sentence.span.end
        if at and kind in _TRADED and _SPANS.fullmatch(sentence.between(reading.dates[at - 1].span, when.span)):
            yield Moment(DateWhat.TERM, when.date, when.span, when.part)
            continue
        what = _what(sentence, when, kind, scene, following - when.span.end)
        if what is not None:
            yield Moment(what, when.date, when.span, when.part)


_BEGINS = regex(r"\b(?:start(?:s|ing)?|start-?up|begin(?:s|ning)?|commenc\w+)\b", re.I)
_FORMER = gated(
    r"\b(?:originally|initially|previously|supposed|(?:option|rights?) to (?:extend|terminate|end|cancel))\b[^,;]*$"
    r"|\b(?:moved|pushed|slipped|shifted|postponed|delayed|deferred|put (?:off|back)|brought forward)\s(?:\w+\s)?from\s"
    r"(?:(?!to\b)[^\d\s,;]+\s)*$",
    re.I,
)
_DUE = regex(r"\b(?:was|were|had been) (?:due|scheduled|planned|expected|to have) [^,;]*$")


def _is_over(when: When, before: str, scene: Scene) -> bool:
    """Whether it is a day gone by on which something "was due to start": what became of it, another clause says."""
    return scene.published is not None and when.date.last < scene.published and _DUE.search(before) is not None


_REPORTED = regex(r"\b(?:reported|sources said)\s(?:on\s|late\s)?$")
_PAPER = regex(r"^\s(?:Times|Express|Telegraph|Mirror|Post|Mail|Herald)\b")


def _is_a_paper(sentence: Sentence, when: When) -> bool:
    """Whether it is a newspaper's name: "USA |Today|", "the |Sunday| Times"."""
    return sentence.before(when.span.start, 4) == "USA " or bool(_PAPER.match(sentence.after(when.span.end, 12)))


_FILED_BEFORE = regex(r"\W*(?:[A-Z][\w.’'-]*[,\s]+){0,5}")
_FILED_BEHIND = regex(r",?\s*(?:\([A-Z][\w. ]+\)|/[A-Z]|[—–]|--?\s)")


def _is_filed(sentence: Sentence, when: When) -> bool:
    """Whether it is the day under which a story was filed: "SEOUL, |June 23| (Agency) --"."""
    if when.span.start - sentence.span.start > _DATELINE or not _FILED_BEHIND.match(sentence.after(when.span.end, 30)):
        return False
    return bool(_FILED_BEFORE.fullmatch(sentence.before(when.span.start, _DATELINE)))


_DATELINE = 45  # characters

_TRADED = frozenset({Kind.SUPPLY, Kind.PARTNERSHIP})
_SPANS = regex(r"\s?(?:to|and|until|till|through|[-–—])\s(?:the end of\s|late\s|early\s)?|[-–—]")

_WORDS: dict[DateWhat, Gated] = {
    DateWhat.CONSTRUCTION_START: _CONSTRUCTION,
    DateWhat.COMPLETION: _COMPLETION,
    DateWhat.PRODUCTION_START: _PRODUCTION,
    DateWhat.DELIVERY_START: _DELIVERY,
    DateWhat.FULL_CAPACITY: _FULL,
    DateWhat.EVENT: _EVENT,
}
_FITS: dict[Kind, tuple[DateWhat, ...]] = {
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


_MOVES_IN = regex(r"\bmov(?:e|es|ed|ing) in(?:to)?\b[^,;]*$")
_GRANTED = gated(
    r"\b(?:permit|approval|licen[cs]e|consent|loan|grant|contract|order|agreement|deal|funding)s?\s(?:for|"
    r"to)\s[\w\s-]{0,40}\b(?:in|on)?\s*$",
    re.I,
)


def _what(sentence: Sentence, when: When, kind: Kind, scene: Scene, free: int) -> DateWhat | None:
    """What a date dates; of what stands behind it, only `free` characters can say so: the next date begins there."""
    past = scene.published is not None and when.date.last <= scene.published
    if _MOVES_IN.search(sentence.before(when.span.start, 30)):
        return None  # when people come, nothing is made yet
    if (
        kind in {Kind.SUPPLY, Kind.PARTNERSHIP}
        and not past
        and _TERM.search(sentence.before(when.span.start, 14), sentence.opened)
    ):
        return DateWhat.TERM
    before, after = sentence.before(when.span.start, 90), sentence.after(when.span.end, min(40, free)).partition(";")[0]
    if past and _GRANTED.search(before, sentence.opened):
        return DateWhat.EVENT  # "granted the permit for cell production in April"
    nearest: tuple[float, DateWhat] | None = None
    for what in _FITS[kind]:
        gaps = [len(before) - match.end() for match in _WORDS[what].finditer(before, sentence.opened)]
        gaps += [match.start() + 15 for match in _WORDS[what].finditer(after, sentence.opened)]
        if gaps and (nearest is None or min(gaps) < nearest[0]):
            nearest = (min(gaps), what)
    if nearest is None and kind is not Kind.SUPPLY:
        begins = kind is Kind.FACILITY and not past and _BEGINS.search(f"{before[-25:]} {after[:20]}")
        return DateWhat.PRODUCTION_START if begins else DateWhat.EVENT
    what = nearest[1] if nearest else DateWhat.EVENT
    if kind is Kind.TECHNOLOGY and past and what is DateWhat.PRODUCTION_START and when.relative:
        return DateWhat.EVENT  # "on Thursday launched" is a day of news
    if kind is Kind.SUPPLY and not past and what is DateWhat.EVENT:
        return DateWhat.TERM if when.preposition in {"to", "until", "till", "through"} else DateWhat.DELIVERY_START
    if what is DateWhat.EVENT and not past and kind is Kind.FACILITY:
        soon = when.date.to_the_day or "week" in when.written  # "will be signed next week" starts no plant
        return None if soon else DateWhat.PRODUCTION_START
    return what
