"""Finds amounts with their units: "an initial 8 GWh", "10,000 tonnes of cathode a year", "from 15 to 45 GWh".

Each measure's span, read alone, yields the same measure again: words that carry the reading ("up to", "annual capacity
of") belong to the span.
"""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.figures.counting import Found, can_count, is_name, promises, with_unit, yearly_rate
from cellwire.claims.figures.hedging import (
    Change,
    change_before,
    hedge_after,
    hedge_before,
    hedge_of,
    range_opening,
    rose,
)
from cellwire.claims.figures.numbers import Number, find_numbers, lowered, tidy
from cellwire.claims.figures.pairs import alone_or_paired
from cellwire.claims.figures.units import RATED, Unit
from cellwire.lexicon import regex
from cellwire.model import Qualifier, Span

_JOIN = regex(r"\s?(-|–|—|~|to|and|or|up to)\s?(?:about |around |nearly |almost |over |more than )?(?=[0-9a-z.])")
_LEFT_RATE = regex(
    r"\b(?:annual|annually|yearly|annuali[sz]ed)\s(?:[a-z-]{2,20}\s){0,4}?(?:capacity|capacities|output|production"
    r"|volumes?|rate|capability|throughput|sales|deliveries|demand|supply|consumption|shipments|installations|recycling"
    r"|needs)\b[a-z\s()'-]{0,50}$|(?:年产|年产能|年产量|연산|연간|年間)[^0-9.,;]{0,8}$"
)
_RATE_BEHIND = regex(
    r"(?: \([^()]{1,12}\))?(?: of(?= )(?: the\b)?)?"
    r"(?: (?!and |to |by |or |in |at |from |for |with |the |will |that |which )[a-z][\w'-]*){0,6}?"
    r" (?:a year|per year|per annum|each year|every year|annually|yearly|p\.a\.?)(?![a-z-])"
    r"(?! (?:ago|later|earlier|before|after|old)\b)"
)
_ADJECTIVES = r"(?:[ -](?!and |or |to |in |at |of |for |from )[a-z][\w-]*)"
_JOB_ADJECTIVES = (  # "1,400 new, high-wage positions", "1,000 “high-tech jobs”"
    r"(?:[ -][\"“]?(?!and |or |to |in |at |of |for |from )[a-z][\w-]*"
    r"(?:(?<=new),|(?<=full-time),|(?<=skilled),)?[\"”]?)"
)
_JOB_WORD = regex(
    rf"{_JOB_ADJECTIVES}{{0,4}}?[ -](?:jobs?|positions|roles|posts|workplaces|job openings)\b"
    r"|-(?:worker|employee)\b"  # "a |2,600-worker| battery plant"
)
_DIRECT = regex(r" direct (?:and|plus) [^.;]{1,25}\bindirect jobs\b")  # "|300 direct| and 900 indirect jobs"
_HANDS = regex(
    rf"{_ADJECTIVES}{{0,3}}?[ -](?:people|workers|employees|staff|persons|staffers|hires|individuals|researchers"
    r"|engineers|technicians|scientists|(?:team|staff) members|colleagues)\b"
)
_EMPLOYING = regex(
    r"\b(?:employ(?:s|ed|ing|ment)?|(?:giv\w+|provid\w+|offer\w*) (?:work|employment) (?:to|for)"
    r"|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|jobs? (?:for|to)|workforce|headcount"
    r"|lay(?:s|ing)? off|laid off|(?:has|have|had|it|will) cut|dismiss(?:ed|ing)?|staffed|work for|payroll)\b"
    r"[a-z\s,'-]{0,40}$"
)
_AT_WORK = regex(
    r"(?:,? (?:who|will|would|are|is|to|can|could|now|already|currently|directly|eventually|be|were|were to)\b){0,3}"
    r" (?:work|working|employed|hired|find work|lose their jobs|laid off)\b"
)
_A_STAFF_OF = regex(
    r"\b(?:staff|workforce|headcount|payroll|employees|workers|employment)\s"
    r"(?:of|[^.;]{0,80}?\s(?:will|is to) (?:now |then |only )?be"
    r"|(?:(?:will|is to|should|would|is expected to|is set to)\s)?"
    r"(?:grow|rise|increase|double|triple|swell)s?\s(?:from\s[\d,.]+\s)?to|to)\s$"
)
_OF_SO_MANY = regex(r" of (?:the|its|their|about|some) $|\d of $")  # "140 of the |190 jobs| go"
_OF_ALL = regex(r" of \d[\d,.]*(?= )")  # "cuts |140| of 190 jobs"
_ANY_JOB = (
    *("job", "position", "role", "employ", "hir", "recruit", "workforce", "headcount", "lay", "laid", "staff", "worke"),
    *("work for", "payroll", "post", "people", "person"),
)


class Measure(Struct, frozen=True):
    """`value` in `unit`; of a range the upper end, with `low` the lower. `change` is what "from", "to" or "by" says."""

    span: Span
    low: float | None
    value: float
    unit: str
    per_year: bool
    qualifier: Qualifier
    change: Change | None
    written: str
    dimension: str = ""

    @property
    def hedge(self) -> Qualifier:
        """The qualifier to tell `value` with."""
        return hedge_of(self.low, self.qualifier)


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Measure]:
    """All amounts in a stretch of text, in order."""
    piece = text[start:end]
    low = lowered(piece)
    told: list[Measure] = []
    for found in _found(piece, low):
        measure = _measure(piece, low, found, start)
        told.append(_as_hedged(measure, told[-1], text) if told else measure)
    return told


_OF_A_STORE = ("power", "energy")


def _as_hedged(measure: Measure, before: Measure, text: str) -> Measure:
    """A store's energy under the hedge of its power: "|up to| 200 MW/800 MWh"."""
    joined = text[before.span.end : measure.span.start].strip() == "/"
    if not joined or (before.dimension, measure.dimension) != _OF_A_STORE or measure.qualifier is not Qualifier.EXACT:
        return measure
    span = before.span.cover(measure.span) if before.qualifier is not Qualifier.EXACT else measure.span
    return replace(measure, qualifier=before.qualifier, span=span, written=span.cut(text))


def _found(piece: str, low: str) -> list[Found]:
    return alone_or_paired(find_numbers(low), partial(_alone, piece, low), partial(_pair, piece, low))


def _counts(piece: str, low: str, number: Number) -> bool:
    return promises(low, number.end) and can_count(piece, low, number)


def _alone(piece: str, low: str, number: Number) -> Found | None:
    return with_unit(piece, low, number) if _counts(piece, low, number) else None


def _pair(piece: str, low: str, number: Number, first: Found | None, following: Number) -> list[Found] | None:
    """Two numbers joined to a range ("20-30 GWh") or a change ("from 15 to 45 GWh")."""
    join = _JOIN.match(low, first.end if first else number.end)
    if join is None or join.end() != following.start or following.torn:
        return None
    if first is None and (not _counts(piece, low, number) or is_name(piece, low, number)):
        return None
    if following.glued and join[1] not in "-–—~":
        return None
    second = with_unit(piece, low, following) if can_count(piece, low, replace(following, glued=False)) else None
    if second is None and first and join[1] == "to":
        return _bare_end(piece, low, number, first, following)
    if second is None or (first and first.unit != second.unit):
        return None
    lesser = first.value if first else tidy(number.reading(whole=second.unit.whole).value * second.unit.factor)
    if not first and following.scaled and not number.scaled and lesser < 1000:
        lesser = tidy(lesser * following.value / (following.digits or 1.0))
    opening = range_opening(low, number.start)
    if join[1] in ("to", "up to") and (
        changing := _changing(low, opening, both_units=first is not None, unit=second.unit)
    ):
        begin = number.start if first else opening[1]
        return [
            Found(number.start, first.end if first else second.end, lesser, second.unit, opening=begin, change="from"),
            replace(second, change="to") if changing else second,
        ]
    few = join[1] == "or" and not first and lesser < second.value  # "three or four years"
    if join[1] in ("and", "or") and opening[0] != "between" and not few:
        return [first, second] if first else None
    if lesser >= second.value and join[1] != "or":
        return [*([first] if first else []), second]
    if first and rose(low, first.start):
        return [replace(first, change="by"), replace(second, change="to")]
    begin = opening[1] if opening[0] in ("between", "from") else first.start if first else number.start
    return [replace(second, start=begin, low=lesser)]


_PHRASE_ENDS = regex(
    r"[.,;:)]?(?:\s*$|[”\"]|\s(?:in|by|at|over|during|for|after|before|when|once|since|with|and|as|but|while|this|last|next"
    r"|on|within|between|through|per|a|because|following|under|if|respectively|combined)\b)"
)


def _bare_end(piece: str, low: str, number: Number, first: Found, following: Number) -> list[Found] | None:
    """The second number of a change that leaves its unit to the first: "from 208 pounds to |193|"."""
    opening, at = range_opening(low, number.start)
    if opening != "from" or number.scaled != following.scaled or not can_count(piece, low, following):
        return None
    if not _PHRASE_ENDS.match(low, following.end) or (following.plain and 1900 <= following.value <= 2100):
        return None
    value = tidy(following.reading(whole=first.unit.whole).value * first.unit.factor)
    begun = replace(first, opening=at, change="from")
    return [begun, replace(begun, start=following.start, end=following.end, value=value, change="to", low=None)]


def _changing(low: str, opening: tuple[str, int], *, both_units: bool, unit: Unit) -> bool:
    if opening[0] == "between":
        return False
    if opening[0] == "from":
        return unit.dimension != "time"
    return (
        both_units
        and not rose(low, opening[1])
        and unit.dimension in ("energy", "mass", "power", "vehicles", "cells", "packs")
    )


def _measure(piece: str, low: str, found: Found, offset: int) -> Measure:
    qualifier, start = hedge_before(low, found.start)
    start = min(start, found.opening if found.opening >= 0 else start)
    per_year, start, end = _per_year(low, found, start)
    if qualifier is Qualifier.EXACT:
        qualifier, end = hedge_after(low, end)
    if found.plus and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.AT_LEAST
    return Measure(
        Span(offset + start, offset + end),
        found.low,
        found.value,
        found.unit.name,
        per_year,
        qualifier,
        found.change or change_before(low, start),
        piece[start:end],
        found.unit.dimension,
    )


def _per_year(low: str, found: Found, start: int) -> tuple[bool, int, int]:
    """Whether the amount is a year's, and the span that shows it."""
    if found.unit.per_year:
        return True, start, found.end
    if found.unit.dimension == "time":
        return False, start, found.end
    if behind := yearly_rate().match(low, found.end) or _RATE_BEHIND.match(low, found.end):
        return True, start, behind.end()
    if found.unit.dimension not in RATED:
        return False, start, found.end
    before = _LEFT_RATE.search(low, max(0, start - 110), start)
    return (True, before.start(), found.end) if before else (False, start, found.end)


_ENDS = regex(r"$|[.,;] |\.$| (?:by|in|at|when|once|and|from|over)\b")


def find_jobs(text: str, start: int = 0, end: int | None = None) -> list[Measure]:
    """Numbers of jobs: "2,000 jobs", "employ up to 2,800 people", "500 direct positions"."""
    piece = text[start:end]
    low = lowered(piece)
    if not any(word in low for word in _ANY_JOB):
        return []
    numbers = [number for number in find_numbers(low) if can_count(piece, low, number)]
    found = [(job, at) for at, number in enumerate(numbers) if (job := _job(piece, low, number, start))]
    return [each for job, at in found for each in (job, *_later_jobs(piece, low, job, numbers[at + 1 : at + 2], start))]


_ONCE = regex(r" (?:once|later\b|when|at full|eventually|in the (?:end|long run)|(?:permanent|operational)\b(?! jobs))")


def _later_jobs(piece: str, low: str, job: Measure, following: list[Number], offset: int) -> list[Measure]:
    """The number that is to follow it: "300 jobs in the first phase and |1,000| once the plant is complete"."""
    start, end = job.span.start - offset, job.span.end - offset
    for number in following:
        once = _ONCE.match(low, number.end)
        if once and _AND_LATER.search(low[end : number.start]):
            return [_jobs_measure(piece, number, Qualifier.EXACT, (offset, start, once.end()))]
    return []


_AND_LATER = regex(r"^[^.;]{0,60}\b(?:and|then|to) (?:about |some |up to |around )?$")


def _job(piece: str, low: str, number: Number, offset: int) -> Measure | None:
    qualifier, start = hedge_before(low, number.start)
    if _OF_SO_MANY.search(low, max(0, start - 12), start):
        return None
    if (staff := _A_STAFF_OF.search(low, max(0, start - 60), start)) and _ENDS.match(low, number.end):
        return _jobs_measure(piece, number, qualifier, (offset, staff.start(), number.end))
    part = _OF_ALL.match(low, number.end)
    counted = part.end() if part else number.end
    matched = _JOB_WORD.match(low, counted) or _DIRECT.match(low, counted)
    if matched is None:
        matched = _HANDS.match(low, counted)
        employing = _EMPLOYING.search(low, max(0, start - 60), start)
        if matched is None or not (
            employing or "employees" in matched[0] or "workers" in matched[0] or _AT_WORK.match(low, matched.end())
        ):
            return None
        if not employing and (at_work := _AT_WORK.match(low, matched.end())):
            return _jobs_measure(piece, number, qualifier, (offset, start, at_work.end()))
        start = employing.start() if employing else start
    if is_name(piece, low, number) or number.reading(whole=True).value % 1:  # "10,8000 jobs" is a misprint
        return None
    return _jobs_measure(piece, number, qualifier, (offset, start, matched.end()))


def _jobs_measure(piece: str, number: Number, qualifier: Qualifier, at: tuple[int, int, int]) -> Measure:
    offset, start, end = at
    if number.plus and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.AT_LEAST
    value = number.reading(whole=True).value
    span = Span(offset + start, offset + end)
    return Measure(span, None, value, "jobs", False, qualifier, None, piece[start:end], "jobs")
