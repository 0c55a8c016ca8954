"""The values of a clause: where, what, how much, for how much, how many jobs, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from cellwire.claims.figures.dates import When
from cellwire.claims.figures.money import Sum
from cellwire.claims.figures.quantities import Measure
from cellwire.claims.figures.values import Reading, read_stretch
from cellwire.claims.gates import Gated, gated
from cellwire.claims.scene import Scene, Sentence, Spot
from cellwire.lexicon import regex
from cellwire.model import DateWhat, Kind, PartialDate, Qualifier, Scope, Span

_CAPACITY_UNITS = frozenset({"GWh", "MWh", "TWh", "t", "m2", "vehicles", "cells", "packs", "GW", "MW"})
_TOTAL = regex(
    r"\b(?:total|eventual\w*|ultimate\w*|overall|combined|full capacity|when complete\w*|once complete\w*|"
    r"final\w*|in all|altogether|global|worldwide|company-wide|later (?:expand|grow|rise)\w*|expand\w* to|"
    r"increas\w+ to|rais\w+ (?:it )?to|grow\w* to|up to|second phase|by 20\d\d|by the end of the decade|"
    r"scal\w+ (?:up )?to|reach\w*|group-wide)\b",
    re.I,
)
_PHASE = regex(
    r"\b(?:first phase|initial\w*|phase (?:one|two|1|2|i|ii)|first stage|first line|start\w* with|first|"
    r"to begin with|at first|phase|stage)\b",
    re.I,
)
_EXISTING = regex(
    r"\b(?:from|currently|current|existing|at present|already|today|now has|presently|compared with|compared to|"
    r"present)\b",
    re.I,
)
_PRICE_AFTER = regex(
    r"^\s?(?:\([^()]{1,20})?\)?\s(?:apiece|each|(?:per|a) (?:\w+ )?share)|^\s*(?:/|per|a)\s?(?:kwh|kilowatt|"
    r"tonne|ton|kg|kilogram|mwh|lb|share|vehicle|car)",
    re.I,
)
_NOT_PLANT_ENERGY = regex(r"^[\s-]*(?:battery pack|pack|battery system|model|version|home|wall)", re.I)

_PRODUCTION = gated(
    r"\b(?:production|produc\w+|manufactur\w+|operations?|operational|operating|open\w*|sop|on ?line|on stream|"
    r"commission\w*|roll\w* off|running|launch\w*|mass-produc\w+|begin\w* output|start-up|ramp\w*|into operation|"
    r"in operation|first cells|make|making|available|on the market|introduc\w+|commerciali[sz]\w+|"
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


class Size(Struct, frozen=True):
    """A capacity or a volume with its scope."""

    value: float
    unit: str
    scope: Scope
    qualifier: Qualifier
    span: Span
    per_year_said: bool


class Moment(Struct, frozen=True):
    what: DateWhat
    date: PartialDate
    span: Span
    part: str | None


def read_values(sentence: Sentence, scene: Scene) -> Reading:
    """All amounts, sums, jobs and dates of a sentence or clause; read once, since several ask."""
    if sentence not in scene.readings:
        scene.readings[sentence] = read_stretch(scene.plain.text, sentence.span, published=scene.published)
    return scene.readings[sentence]


def sizes(reading: Reading, sentence: Sentence, kind: Kind, *, yearly: bool) -> Iterator[Size]:
    """Capacities of a plant or volumes of a deal; `yearly` where a plain "GWh" can only be a year's output."""
    fitting = [
        amount
        for amount in reading.amounts
        if amount.unit in _CAPACITY_UNITS
        and not _unfit(sentence, amount, kind)
        and not _INSTEAD.search(sentence.before(amount.span.start, 60))
    ]
    for amount in fitting:
        if _converts(sentence, amount, fitting):
            continue
        per_year = amount.per_year or (yearly and amount.unit not in {"GW", "MW"})
        unit = f"{amount.unit}/yr" if per_year else amount.unit
        scope = _scope(sentence, amount, fitting)
        yield Size(amount.value, unit, scope, amount.hedge, amount.span, amount.per_year)


def _converts(sentence: Sentence, amount: Measure, others: Sequence[Measure]) -> bool:
    """Whether an amount only says the one before it in another unit: "9,500 metric tons (|10,500 tons|)"."""
    bracketed = sentence.before(amount.span.start, 1) == "(" and sentence.after(amount.span.end, 1) == ")"
    return bracketed and any(
        0 < amount.span.start - other.span.end < _BRACKET and other.unit == amount.unit for other in others
    )


_INSTEAD = regex(
    r"\b(?:instead of|rather than|not)\s(?:the |an? |its )?(?:(?:planned|previous|earlier|original)\s)?$",
    re.I,
)
_BRACKET = 3  # characters: a space and the bracket

_COMPARED_WITH = regex(
    r"\b(?:from|than|against|versus|compared (?:to|with))\s(?:the\s)?$|\b(?:up|down|growth|increase|rise"
    r"|fall)\b[^,;.]{0,40}\sfrom\s$"
)
_DEFINED = regex(
    r"^(?:\)|\s?\([^()]{1,30}\))?\s(?:is|are|would be)\s(?:sufficient|enough|equal|equivalent|roughly)\b", re.I
)
_GAS = regex(r"^\s(?:of\s)?(?:CO2|CO₂|carbon|greenhouse|emissions|water|waste)", re.I)
_FILM = regex(r"\b(?:separator|film|foil|membrane|copper|coat\w+)", re.I)


_ENOUGH = regex(
    r"\b(?:enough|sufficient|equal to|equivalent to|equating to|correspond\w* to|support\w*|serv(?:e|es|ing)"
    r"|annually for|a year for)\b[\w\s,-]{0,60}$",
    re.I,
)


def _counts_output(sentence: Sentence, amount: Measure) -> bool:
    """Whether vehicles measure a year's output beside its own unit: "50,000 t a year, enough for 1 million cars"."""
    before = sentence.before(amount.span.start, 160)
    return bool(_ENOUGH.search(before[-75:])) and bool(_OUTPUT_BEFORE.search(before))


_OUTPUT_BEFORE = regex(
    r"\d.*\b(?:GWh|GW h|tonnes|tons|t|tpa|ktpa|GWh/y\w*)\b|\b(?:output|volumes?|(?:enough|sufficient) materials?)\b"
)


def _unfit(sentence: Sentence, amount: Measure, kind: Kind) -> bool:
    if kind is Kind.MARKET and (
        amount.change == "from" or _COMPARED_WITH.search(sentence.before(amount.span.start, 60))
    ):
        return True  # last year's figure beside this year's
    if _DEFINED.match(sentence.after(amount.span.end, 50)):
        return True
    if amount.unit == "m2":
        return not (amount.per_year or _FILM.search(sentence.text))  # a hall has a floor, only a film is made by area
    if amount.unit in {"GW", "MW"} or (amount.unit == "t" and _GAS.match(sentence.after(amount.span.end, 20))):
        return True
    if amount.unit == "vehicles" and not amount.per_year:
        return kind is not Kind.FACILITY or not _counts_output(sentence, amount)
    if amount.unit in {"MWh"} and amount.value < 1:
        return True
    if kind is Kind.FACILITY and amount.unit in {"cells", "packs"}:
        return not amount.per_year
    return bool(_NOT_PLANT_ENERGY.match(sentence.after(amount.span.end, 20)) and amount.unit == "kWh")


def _scope(sentence: Sentence, amount: Measure, others: Sequence[Measure]) -> Scope:
    before = sentence.before(amount.span.start, 45)
    around = before + " " + sentence.after(amount.span.end, 30)
    if amount.change == "from":
        return Scope.EXISTING
    if amount.change == "to":
        return Scope.TOTAL
    if _PHASE.search(around):
        return Scope.PHASE
    if _TOTAL.search(before):
        return Scope.TOTAL
    if _EXISTING.search(before[-25:]):
        return Scope.EXISTING
    if len(others) > 1 and amount is not others[-1] and all(other.unit == amount.unit for other in others):
        return Scope.PHASE
    return Scope.NEW


_NOT_PAID_BEFORE = regex(
    r"\b(?:(?:bring\w*|tak\w+) (?:\w+ ){0,2}total\b[^.;]{0,50}|(?:total|cumulative) (?:of )?(?:funding|raised|"
    r"capital|financing)\b"
    r"[^.;]{0,30}|valu(?:e[sd]?|ing) (?:[\w'-]+ ){0,5}at|valuation (?:\w+ ){0,2}(?:of|to|at|exceed\w+)|"
    r"market cap\w* (?:\w+ ){0,2}(?:of|at)|"
    r"(?:revenues?|turnover|sales|profits?|losses|(?:operating )?earnings|income|assets under management|assets)"
    r" (?:\w+ ){0,3}(?:of|to|by|at|worth|reach\w+|exceed\w+)|already (?:invested|spent|put)|"
    r"(?:salar(?:y|ies)|wages?) (?:\w+ )?of|averag\w+ (?:\w+ )?(?:salar(?:y|ies)|wages?) (?:\w+ )?|"
    r"opportunity (?:\w+ ){0,2}of|market (?:\w+ ){0,3}(?:of|at|worth))\W*(?:(?:over|more|than|about|around|some|"
    r"nearly|almost|at|least|"
    r"up|to|an?|estimated)\s)*$",
    re.I,
)
_NOT_PAID_AFTER = regex(
    r"^\s?(?:in (?:total|all|aggregate|cumulative)\b|(?:[\w-]+ ){0,4}?(?:to date|so far|since (?:its|it|20\d\d|"
    r"19\d\d|inception))\b|"
    r"(?:market|industry|opportunity|valuation|company|giant|fund)\b|(?:in|of) (?:annual |global |"
    r"total )?(?:revenue|sales|assets|turnover)\b|"
    r"[\w' -]{0,40}\b(?:opportunity|market)\b)",
    re.I,
)


def sums_of(reading: Reading, sentence: Sentence) -> list[Sum]:
    """Sums that are paid: no prices per unit, no totals raised over the years, no valuations, revenues or markets."""
    return [
        each
        for each in reading.sums
        if not each.per
        and not _PRICE_AFTER.match(sentence.after(each.span.end, 36))
        and not _NOT_PAID_BEFORE.search(sentence.before(each.span.start, 110))
        and not _NOT_PAID_AFTER.match(sentence.after(each.span.end, 70))
    ]


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


_BESIDE_ENDS = ("of ", "from ", "the ", "amid ", "over ", "against ", "about ", "ward ", "wards ", "than ", "like ")
_BESIDE = regex(  # ends so
    r"\b(?:north|south|east|west|miles?|km|kilomet\w+|minutes?|hours?|outskirts)\w*\s(?:\w+\s){0,2}(?:of|from)\s$"
    r"|\b(?:amid|over|against|about|toward|towards|rather than|instead of|unlike|capital of)\s(?:the\s)?$",
    re.I,
)


def lands_of(sentence: Sentence) -> list[Spot]:
    """The countries named as a site: not "tension over Taiwan", nor "South Korea's LG", which says where LG is from."""
    return [spot for spot in _sites(sentence, sentence.countries) if sentence.after(spot.span.end, 2) not in _OWNS]


_OWNS = frozenset({"'s", "’s"})


_SITE_NAMED = regex(
    r"^(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?,?)?\s(?:[a-z][\w-]*\s){0,2}(?:plant|factory|gigafactory|facility|site|mine"
    r"|project|works|refinery|complex|smelter)\b"
)


def place_of(sentence: Sentence, anchor: Span) -> Spot | None:
    """The place nearest after what is spoken of, else the nearest before; an area only where nothing finer is named.

    A region counts only where no town in it is named beside it.
    """
    spots = _sites(sentence, sentence.places)
    ranked = sorted(
        [spot for spot in spots if spot.level != "region" or not any(_lies_in(each, spot) for each in spots)],
        key=lambda spot: (
            spot.level == "area",
            not _SITE_NAMED.match(sentence.after(spot.span.end, 40)),
            spot.span.start < anchor.start,
            abs(spot.span.start - anchor.start) // 60,
            {"park": 0, "city": 0, "town": 0}.get(spot.level, 1),
            abs(spot.span.start - anchor.start),
        ),
    )
    return ranked[0] if ranked else None


def _lies_in(spot: Spot, region: Spot) -> bool:
    beside = max(spot.span.start, region.span.start) - min(spot.span.end, region.span.end) < _BESIDE_IT
    return beside and spot.id.startswith(f"{region.id}-")


_BESIDE_IT = 30  # characters


# "based in Worcester, Mass.", "Norway-based", "a Taiwan firm": where somebody is from is not where a plant stands.
_SEAT_BEFORE = gated(
    r"(?:\b(?:[Bb]ased|[Hh]eadquartered|[Hh]ead office|headquarters|[Ll]isted|registered|incorporated|domiciled|rooted"
    r"|founded)\s(?:in|at|out of|on)\s(?:the\s)?(?:[A-Z][\w.]+,\s){0,2}|\bsuburb of\s|\b(?:largest|biggest|first) in\s"
    r"|\b(?:signed|formali[sz]ed|inked|meeting|conference|summit|fair|expo|visit\w*|talks)\s(?:[\w,]+\s){0,5}"
    r"in\s|\b(?:Inc|Co|Corp|Ltd|Limited|LLC|plc|AG|SE|GmbH)\b\.?,\s)$",
)
_SEAT_AFTER = regex(
    r"^(?:(?:,\s[A-Z][\w.]+){0,2}[-‐–](?:based|headquartered|listed|owned|backed|made|registered|born)\b"
    r"|\$|\s(?:dollars?|bn|m)\b|\s(?:[\w-]+\s){0,3}?(?:firm|company|maker|manufacturer|giant|startup|start-up|carmaker"
    r"|automaker|supplier"
    r"|producer|miner|conglomerate|investor|group|utility|regulator|government|parliament"
    r"|stock exchange|IPO|initial public|listing|bourse|exchange|shares?|debut)s?\b(?!['’]s (?:plant|site)))"
)


def _sites(sentence: Sentence, spots: Sequence[Spot]) -> list[Spot]:
    return [spot for spot in spots if not _is_aside(sentence, spot)]


@lru_cache(maxsize=512)
def _is_aside(sentence: Sentence, spot: Spot) -> bool:
    """Whether a place only says where somebody is from, or what lies near by; several rules ask."""
    before, after = sentence.before(spot.span.start, 50), sentence.after(spot.span.end, 50)
    return bool(
        (before.lower().endswith(_BESIDE_ENDS) and _BESIDE.search(before))
        or _SEAT_BEFORE.search(before, sentence.opened)
        or _SEAT_AFTER.match(after)
    )
