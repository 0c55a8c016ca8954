"""What a date in a clause dates: the start of building or making, a delivery, a term, or the news itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.figures import Reading, When
from cellwire.claims.gates import Gated, gated, openings
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.slots.strays import is_stray
from cellwire.lexicon import read_toml, regex
from cellwire.model import DateWhat, Kind, PartialDate, Span


def _words_of(step: DateWhat) -> Gated:
    """The words that say that a date is of this step; where two begin together the longer one is read."""
    words = sorted(read_toml("steps.toml")[step], key=len, reverse=True)
    written = "|".join(
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ …\ ", _SOME).replace(r"\ ", " ") for word in words
    )
    return gated(rf"\b(?:{written})\b", re.I)


_SOME = r" (?:(?!(?:production|construction|operations?|output|building)\b)[\w’'-]+ ){0,4}?"  # none of another step's


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
        if at and kind in _TRADED and _SPANS.fullmatch(sentence.between(reading.dates[at - 1].span, when.span)):
            yield Moment(DateWhat.TERM, when.date, when.span, when.part, when.words)
            continue
        last = at + 1 == len(reading.dates)
        if not last and kind is Kind.SUPPLY and _opens_a_term(when, reading.dates[at + 1], sentence):
            yield Moment(DateWhat.DELIVERY_START, when.date, when.span, when.part, when.words)
            continue
        following = sentence.span.end if last else reading.dates[at + 1].span.start
        around = _around(sentence, when, following - when.span.end)
        what = _what(around, when, kind, scene)
        if what is not None:
            said = what is DateWhat.EVENT and _is_only_said(around, kind)
            yield Moment(what, when.date, when.span, when.part, when.words, said)


_TRADED = frozenset({Kind.SUPPLY, Kind.PARTNERSHIP})
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

_WORDS = {step: _words_of(step) for step in DateWhat}
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


_BEGINS = gated(r"\b(?:start(?:s|ing)?|start-?up|begin(?:s|ning)?|commenc\w+)\b", re.I)
_MOVES_IN = gated(r"\bmov(?:e|es|ed|ing) in(?:to)?\b[^,;]*$")
_GRANTED = gated(
    r"\b(?:permit|approval|licen[cs]e|consent|loan|grant|contract|order|agreement|deal|funding)s?\s(?:for|"
    r"to)\s[\w\s-]{0,40}\b(?:in|on)?\s*$",
    re.I,
)


class _Around(Struct, frozen=True):
    """The words of a date's clause on either side of it, as far as they can say what it dates."""

    before: str
    after: str
    opened: frozenset[str]


def _around(sentence: Sentence, when: When, free: int) -> _Around:
    """Of what stands behind it, only `free` characters can say so, and what the next date has with it says nothing."""
    before, after = sentence.before(when.span.start, 90), sentence.after(when.span.end, min(40, free)).partition(";")[0]
    before = _STANDS.sub("", before if _SIZED.isdisjoint(sentence.opened) else _AS_A_NAME.sub("", before))
    if _AIMED_FOR.match(after) and _AIM.search(before):
        before = ""  # what is aimed at stands behind the day
    after = "" if when.preposition in _UNTIL else _BEHIND_IT.split(after)[0]
    if when.span.end + free < sentence.span.end:
        after = _NEXT_CLAUSE.split(after)[0]
    if when.span.end + free < sentence.span.end and any(
        _WORDS[step].search(before, sentence.opened) for step in _STEPS
    ):
        after = _NEXT_STEP.split(after)[0]
    return _Around(before, after, sentence.opened)


_UNTIL = frozenset({"until", "till"})  # what is told behind it comes later: "tests last until |May|, output follows"
_STEPS = (DateWhat.CONSTRUCTION_START, DateWhat.COMPLETION, DateWhat.PRODUCTION_START, DateWhat.DELIVERY_START)
# "construction of the |48 GWh| factory": it says which one, not that all of it will be there
_AS_A_NAME = regex(
    r"\d[\d,.]*[ -]?(?:GWh|gigawatt-hours?)(?:-a-year)?[ -]"
    r"(?=(?:[\w-]+\s)?(?:(?:giga-?)?factory|plant|facility|site)\b)"
)
_SIZED = openings("GWh gigawatt")
# "its plant, |now under construction,| will start up in 2027"
_STANDS = regex(r"\bunder construction\b(?!\s(?:since|from))")
# "halls will stand in |2024|, and a line of 6 GWh will run by 2025": what stands there is of the next date
_NEXT_CLAUSE = regex(r"[,;]\s(?:and|but|while|whereas|with)\s")
# what a date was for, or how long it took to come: "on August 4, |after 13 months of construction|"
_BEHIND_IT = regex(
    r"\s(?:in order to|so that|to (?:make sure|ensure|allow|enable)"
    r"|(?:after|following)\s(?:just |only |about |nearly |almost )?(?:[\w-]+|\d+)\s(?:weeks|months|years)\sof)\b"
)
# "is |targeting 2028 for| first production"
_AIM = regex(
    r"\b(?:target(?:s|ed|ing)?|ey(?:es|ed|eing)|(?:set|sets|setting|gives|gave|named|foresees)(?:\s[\w-]+)?)\s$"
)
_AIMED_FOR = regex(r"\s(?:for|as)\s")
# "construction is to start in |2024|, and production in 2026"
_NEXT_STEP = regex(r",(?! when\b)|\s(?:and|with|while|before|but|then)\s")


def _nearest(around: _Around, steps: Sequence[DateWhat]) -> tuple[DateWhat, str] | None:
    """The step whose word stands nearest, before the date or, at some disadvantage, behind it; with that word."""
    found: tuple[int, DateWhat, str] | None = None
    for step in steps:
        words = _WORDS[step]
        if words.needs.isdisjoint(around.opened):
            continue
        told = [(len(around.before) - m.end(), step, m[0]) for m in words.finditer(around.before, around.opened)]
        told += [(m.start() + _BEHIND, step, m[0]) for m in words.finditer(around.after, around.opened)]
        nearest = min(told, key=lambda each: each[0], default=None)
        if nearest and (found is None or nearest[0] < found[0]):
            found = nearest
    return found[1:] if found else None


_BEHIND = 15  # characters of disadvantage


_HALTED_UNTIL = regex(
    r"\b(?:until|till|before|by|to)\s[“\"]?(?:at (?:least|the earliest)\s|about\s|around\s)?(?:the\s)?"
    r"(?:(?:early|mid|late|end|middle|start|beginning)\s?(?:of\s)?)?$"
)
_SAYING = regex(r"said|told|statement|confirm|report|held", re.I)
_OPENING = 15  # characters


def _is_only_said(around: _Around, kind: Kind) -> bool:
    """Whether the nearest verb is one of saying; behind the day only where the sentence opens with it."""
    if len(around.before) > _OPENING:
        around = replace(around, after=around.after[:_OPENING].partition(",")[0])
    nearest = _nearest(around, _FITS[kind])
    return nearest is not None and bool(_SAYING.match(nearest[1]))


def _what(around: _Around, when: When, kind: Kind, scene: Scene) -> DateWhat | None:
    """What a date dates."""
    past = scene.published is not None and when.date.last <= scene.published
    if _MOVES_IN.search(around.before[-30:], around.opened):
        return None  # when people come, nothing is made yet
    if kind in _TRADED and not past and _WORDS[DateWhat.TERM].search(around.before[-18:], around.opened):
        return DateWhat.TERM
    if kind is Kind.POLICY and when.preposition in _UP_TO:
        return None if past or _PUTS_OFF.search(around.before, around.opened) else DateWhat.TERM
    if past and _GRANTED.search(around.before, around.opened):
        return DateWhat.EVENT  # "granted the permit for cell production in April"
    if past:
        around = replace(around, after=_PLANNED_BEHIND.split(around.after)[0])
    nearest = _nearest(around, _FITS[kind])
    step = nearest[0] if nearest else None
    if step is DateWhat.CONSTRUCTION_START and _MODELS.search(around.before, around.opened):
        return None  # what is built by then are cars
    if kind is Kind.INCIDENT and not past and _HALTED_UNTIL.search(around.before):
        return None  # "deliveries are stopped until at least the end of June"
    if kind is Kind.FACILITY and not past and _DELIVERS.search(around.before, around.opened):
        return DateWhat.DELIVERY_START
    if kind is Kind.FACILITY and not past and step is None and _SUPPLIES.search(around.before[-30:] + around.after):
        return DateWhat.DELIVERY_START
    only_output = step is DateWhat.FULL_CAPACITY and nearest is not None and nearest[1].lower() == "output"
    aimed_at = step is DateWhat.FULL_CAPACITY and _AIMED_AT.search(around.before, around.opened)
    put_off = aimed_at or ((step in {None, DateWhat.EVENT} or only_output) and _PUT_OFF_TO.search(around.before))
    if kind is Kind.FACILITY and not past and (put_off or (only_output and _DUE.search(around.before, around.opened))):
        return DateWhat.PRODUCTION_START
    if kind is Kind.FACILITY and when.preposition in _UP_TO and _STOPPED.search(around.before, around.opened):
        return None  # until then nothing is made
    if kind is Kind.FACILITY and _STOPPED.search(f"{around.before[-60:]}| {around.after}", around.opened):
        return DateWhat.EVENT
    if kind is Kind.FACILITY and step is DateWhat.FULL_CAPACITY and past and when.date.to_the_day:
        step = DateWhat.EVENT  # "on Monday switched on the first |2 GWh|"
    if kind is Kind.FACILITY and step is DateWhat.PRODUCTION_START and _grown_to(around):
        step = DateWhat.FULL_CAPACITY
    if kind is Kind.FACILITY and step is DateWhat.PRODUCTION_START and _LASTS.search(around.before, around.opened):
        return None  # "trial runs will last until September"
    aimed = nearest is not None and nearest[1].lower().startswith("target")
    begins = aimed and _BEGINS.search(around.before[-25:], around.opened)
    first = begins or when.preposition == "from" or _INITIAL.search(around.before, around.opened)
    if kind is Kind.FACILITY and step is DateWhat.FULL_CAPACITY and first:
        step = DateWhat.PRODUCTION_START  # "12 GWh a year |from 2025|"
    if kind is Kind.FACILITY:
        return _step_of_plant(step, around, when, past=past, dated=scene.published is not None)
    if kind is Kind.SUPPLY and step is DateWhat.PRODUCTION_START:
        if _OTHERS_START.search(around.before):
            return None
        step = DateWhat.DELIVERY_START
    if kind is Kind.SUPPLY and not past and step in {None, DateWhat.EVENT}:
        return DateWhat.TERM if when.preposition in {"to", *_UP_TO} else DateWhat.DELIVERY_START
    if kind is Kind.SUPPLY and past and step in {None, DateWhat.EVENT} and when.preposition == "from":
        return None  # "from December 11 to 13, it won orders" tells days, and none of them alone
    if kind is Kind.TECHNOLOGY and past and step is DateWhat.PRODUCTION_START and when.relative:
        return DateWhat.EVENT  # "on Thursday launched" is a day of news
    if kind is Kind.INVESTMENT and not past and _TO_CLOSE.search(around.before, around.opened):
        return DateWhat.COMPLETION
    if kind is Kind.INVESTMENT and step is DateWhat.COMPLETION:
        return DateWhat.EVENT if past else step if _CLOSES.search(around.before + around.after, around.opened) else None
    return step or DateWhat.EVENT


_UP_TO = frozenset({"until", "till", "through"})
_PUTS_OFF = gated(r"\b(?:delay|postpon|defer|suspend|push)\w*\b[^;]*$", re.I)
_MODELS = gated(
    r"\bbuild(?:s|ing)?\s(?:(?:at least|up to|more than|about)\s)?(?:[\w-]+\s){0,6}?"
    r"(?:models|vehicles|cars|EVs|trucks|vans|buses|SUVs|crossovers)\b[^.;]{0,60}$"
)
_CAPACITY_OF = gated(
    r"\bcapacity\b[^;.]*\d\s?(?:GWh|MWh|tonnes|tons|tpa|t)\b(?:\s(?:a|per)\syear)?\s(?:in|by)\s(?:the end of\s)?$", re.I
)


def _grown_to(around: _Around) -> bool:
    """Whether a capacity is to be so much by then: "production capacity is to rise to 24 GWh in |2026|"."""
    sized = _CAPACITY_OF.search(around.before, around.opened)
    return sized is not None and not _BEGINS.search(around.before, around.opened)


# "signed on Tuesday |to build a plant|": what is planned did not happen then
_PLANNED_BEHIND = regex(r"(?<!started)(?<!began)(?<!begun)\s(?:to|that|it|they) ")
# "the deal is expected to |close in| 2027"
_BOUGHT = r"\b(?:deal|transaction|acquisition|sale|takeover|merger|purchase)\b"
_TO_CLOSE = gated(rf"{_BOUGHT}[^;]*\b(?:close|closing)\b[^;]*$", re.I)
_CLOSES = gated(_BOUGHT, re.I)


_DELIVERS = gated(
    r"\b(?:deliveries|shipments|exports)\b[^,;]{0,60}"
    r"\b(?:begin|start|commence|follow|expected|due|foreseen|planned|scheduled|slated|set|made)\b[^,;]*$"
    r"|\b(?:begin|start|commence)(?:s|ning|ing)?\s(?:shipping|delivering|exporting|supplying)\b[^,;]*$"
    r"|\b(?:shipped|delivered|supplied)\sto\s(?:[\w-]+\s){0,4}?(?:in|from|by|as of)\s[^,;]*$",
    re.I,
)
_LASTS = gated(r"\b(?:last|continue|go on|run)s?\s(?:until|till|through)\s(?:the\s)?(?:(?:end|middle|start)\sof\s)?$")
# "with an |initial| capacity of 5 GWh in 2027, growing to 20 GWh by 2029"
_INITIAL = gated(
    r"\b(?:[Ii]nitial(?:ly)?|(?:start|begin)(?:s|ing)?\s(?:off\s|out\s)?(?:with|at))\b(?:(?!\b(?:to|then|later)\b)[^;])*$"
)
# "the buyer will launch the car in |2027|", "the plant opens in |2027|"
_OTHERS_START = regex(
    r"\b(?:launch\w*|open\w*|on sale|on the market|models?|cars?|vehicles?|plants?|factor(?:y|ies))\b", re.I
)
# "from |2028| the plant will supply carmakers"
_SUPPLIES = regex(r"\b(?:will|to|can) (?:supply|deliver)\b")
# "has delayed the start of its plant |to 2028|"
_PUT_OFF_TO = regex(
    r"\b(?:delay|postpon|defer|push|slip|put|mov)\w*\s(?:(?!(?:works?|construction|building)\b)[\w'’-]+\s)*"
    r"(?:to|until|till)\s(?:the\s)?(?:(?:end|beginning|start|middle|early|mid|late|spring|summer|autumn|fall)\b(?:\sof)?[\s-])?$"
)
# "nickel output is now |due in| 2027", "output would not |begin until| 2028"
# "with commercial output |targeted for| 2028"
_AIMED_AT = gated(
    r"\b(?:output|production|operations?|commissioning|start-up)\s(?:(?:is|are|now)\s)*targeted\s(?:for|in|by)\s[^.;,\d]{0,20}$"
)
_DUE = gated(
    r"\b(?:due|begin|begins|beginning|start|starts|starting|commence"
    r"|(?:not )?expected|targeted|planned|slated|scheduled)\s(?:in|by|for|from|until|before|to)\s[^.;,\d]{0,20}$",
    re.I,
)
_STOPS = r"(?:halt|stop|ceas|suspend|paus|freez|froz)\w*"
_WORK = r"(?:construction|building|works?|production|operations?|manufacturing)"
# "on |Monday| halted construction": nothing began then
_STOPPED = gated(
    rf"\b{_STOPS}\s(?:[\w-]+\s){{0,2}}?{_WORK}\b"
    rf"|\b{_WORK}\s(?:(?:has|have|had|was|were|been|is)\s){{0,3}}{_STOPS}\b"
    r"|\b(?:will|to|would|be)\s(?:be\s)?(?:clos(?:e|ed)|shut|shutter(?:ed)?|idled?|mothball(?:ed)?)\b[^,;|]*"
)


def _step_of_plant(step: DateWhat | None, around: _Around, when: When, *, past: bool, dated: bool) -> DateWhat | None:
    """A day to come is no day of news: it is of a step that its clause names, or of none."""
    if past or not dated:
        return step or DateWhat.EVENT
    begins = _BEGINS.search(f"{around.before[-25:]} {around.after[:20]}", around.opened)
    if step is DateWhat.EVENT:
        named = _nearest(around, [fit for fit in _FITS[Kind.FACILITY] if fit is not DateWhat.EVENT])
        soon = when.date.to_the_day or "week" in when.written  # "will be signed next week" starts no plant
        step = None if soon or named is None else named[0]
        return DateWhat.PRODUCTION_START if begins and not soon and step is not DateWhat.CONSTRUCTION_START else step
    if step is None:
        return DateWhat.PRODUCTION_START if begins else DateWhat.EVENT
    return step
