"""Finds amounts with their units: "an initial 8 GWh", "10,000 tonnes of cathode a year", "from 15 to 45 GWh".

Each measure's span, read alone, yields the same measure again: words that carry the reading ("up to", "annual capacity
of") belong to the span.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from cellwire.claims.currencies import currencies
from cellwire.claims.hedging import hedge_after, hedge_before
from cellwire.claims.numbers import Number, find_numbers, lowered
from cellwire.claims.units import RATED, Unit, phrase_words, rate_words, unit_spellings
from cellwire.model import Qualifier, Span

Change = Literal["to", "from", "by"]

_GAP = re.compile(r"[ \u00a0\u202f\u2009]?-?[ \u00a0]?")
_SHORT_SCALE = re.compile(r"[ \u00a0]?(k|m|mm|b)(?=[ \u00a0-][a-z])")
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9}
_NO_UNIT = frozenset(["", *".,;:!?)]}\"'$€£\n\t/="])
_REPEATED = re.compile(r"[ \u00a0]\([0-9.,]{1,20}\)")
_OTHERWISE = re.compile(r"/100 ?(?:km|mi)")  # "13.8 kWh/100 km"
_MINUS = re.compile(r"(?:^|[\s(~])([-−–]|minus )$")
_SIGNED = frozenset({"temperature", "angle or temperature", "share"})
_JOIN = re.compile(r"\s?(-|–|—|~|to|and|or|up to)\s?(?:about |around |nearly |almost |over |more than )?(?=[0-9a-z.])")
_WORD = re.compile(r"[ \u00a0]([a-z][a-z0-9'’/&.+-]*)")
_LEFT_RATE = re.compile(
    r"\b(?:annual|annually|yearly|annuali[sz]ed)\s(?:[a-z-]{2,20}\s){0,4}?(?:capacity|capacities|output|production|volumes?|rate"
    r"|capability|throughput|sales|deliveries|demand|supply|consumption|shipments|installations|recycling|needs)\b"
    r"[a-z\s()'-]{0,50}$|(?:年产|年产能|年产量|연산|연간|年間)[^0-9.,;]{0,8}$"
)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|priced?|prices|span(?:s|ning)?)\s$")
_RAISING = re.compile(
    r"\b(?:rais|increas|expand|grow|grew|boost|lift|doubl|tripl|quadrupl|cut|reduc|low?er|slash|rise|rising|rose|fall|fell"
    r"|drop|declin|ris|jump|climb|surg|up|down|scal|ramp|bring|brought|take|took|go|went|shr|slip|edg|soar|plung|tumbl)"
)
_NAME_BEFORE = re.compile(r"([A-Za-z][\w&.'-]*)[ \u00a0]$")
_DATE_WORDS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class Measure:
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its unit, before the words around it are read; positions count in the piece searched."""

    start: int
    end: int
    value: float
    unit: Unit
    low: float | None = None
    plus: bool = False
    opening: int = -1  # where "from 15 to |45 GWh" starts for the first of the two
    change: Change | None = None


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Measure]:
    """All amounts in a stretch of text, in order."""
    piece = text[start:end]
    low = lowered(piece)
    return [_measure(piece, low, found, start) for found in _found(piece, low)]


def _found(piece: str, low: str) -> list[_Found]:
    numbers = find_numbers(low)
    found: list[_Found] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        index += 1
        if not _promises(low, number.end) or not _can_count(piece, low, number):
            continue
        first = _with_unit(piece, low, number)
        if following and (pair := _pair(piece, low, number, first, following)):
            found += pair
            index += 1
        elif first:
            found.append(first)
    return found


def _promises(low: str, end: int) -> bool:
    """A cheap look at what follows: no unit starts with a figure, a stop or a sign of money."""
    following = low[end : end + 2].lstrip(" \u00a0")[:1]
    return following not in _NO_UNIT and not following.isdigit()


def _can_count(piece: str, low: str, number: Number) -> bool:
    """Money and glued numbers ("COVID-19", "ID.4") are no amounts."""
    if number.glued or (number.start and _OTHERWISE.match(low, number.start - 1)):
        return False
    at = number.start - (piece[number.start - 1 : number.start] in (" ", "\u00a0"))
    if at > 0 and (sign := currencies().ending_at(piece, at)) and (at == number.start or not sign.text.islower()):
        return False
    gap = 1 if low[number.end : number.end + 1] in (" ", "\u00a0", "-") else 0
    behind = currencies().starting_at(piece, low, number.end + gap)
    return behind is None or (behind[0].large and not number.scaled) or low.startswith(" of ", behind[1])


def _with_unit(piece: str, low: str, number: Number) -> _Found | None:
    if short := _short_scaled(piece, low, number):
        return short
    at = _GAP.match(low, number.end).end()  # type: ignore[union-attr]  the gap may be empty
    if unit := _unit_at(piece, low, at, number):
        read = number.reading(whole=unit[0].whole)
        return _found_at(low, number, unit, _tidy(read.value * unit[0].factor))
    repeated = _REPEATED.match(low, number.end)  # "2 million (2.400.000) packs"
    if counted := _counted(piece, low, repeated.end() if repeated else number.end, number):
        return _found_at(low, number, counted, number.reading(whole=True).value)
    return None


def _short_scaled(piece: str, low: str, number: Number) -> _Found | None:
    """ "500k cars", "10m tonnes": the letter is a scale if a unit follows, else it may be metres."""
    short = None if number.scaled else _SHORT_SCALE.match(low, number.end)
    if short is None:
        return None
    value = _tidy(number.value * _SHORT_SCALES[short[1]])
    scaled = replace(number, value=value, scaled=True, thousands=None, plain=False)
    unit = _unit_at(piece, low, short.end() + 1, scaled) or _known_count(piece, low, short.end(), scaled)
    return _found_at(low, number, unit, _tidy(value * unit[0].factor)) if unit else None


def _known_count(piece: str, low: str, position: int, number: Number) -> tuple[Unit, int] | None:
    counted = _counted(piece, low, position, number)
    return counted if counted and counted[0].dimension != "count" else None


def _found_at(low: str, number: Number, unit: tuple[Unit, int], value: float) -> _Found:
    """With its sign where the unit can have one: "-20 °C", "minus 12 degrees"."""
    start = number.start
    if unit[0].dimension in _SIGNED and (minus := _MINUS.search(low, max(0, start - 7), start)):
        start, value = minus.start(1), -value
    return _Found(start, unit[1], value, unit[0], plus=number.plus)


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")


def _unit_at(piece: str, low: str, at: int, number: Number) -> tuple[Unit, int] | None:
    """A measured unit right behind the number; things counted are read as phrases."""
    matched = unit_spellings().match(piece, low, at)
    if matched is None and low.startswith("of ", at) and number.scaled:
        matched = unit_spellings().match(piece, low, at + 3)
    if matched is None or (matched[0].whole and _is_one_word(low, at, matched[1])):
        return None
    unit, end = matched
    if unit.dimension == "time" and low.startswith(" ago", end):
        return None  # a date
    if unit.name == "times" and low[end : end + 2].strip()[:1].isdigit():
        return None  # "96 x 3.65 V"
    if unit.whole and _is_name(piece, low, number):
        return None
    if low[end : end + 1] == "/" and low[end + 1 : end + 2].isalpha() and not _rate().match(low, end):
        return None  # "12 g/km": of another kind than grams
    return (unit, end) if not _year_like(low, number, unit) else None


def _is_one_word(low: str, start: int, end: int) -> bool:
    """Whether the thing counted may go on: "EV" does in "500,000 EV motors"; "EV batteries" is known as a whole."""
    return low[start - 1] in " \u00a0" and " " not in low[start:end] and low[start].isascii()


def _year_like(low: str, number: Number, unit: Unit) -> bool:
    """ "in 2025 vehicles will" has a year; "2000 jobs" has none."""
    if not (number.plain and 1900 <= number.value <= 2100):
        return False
    before = low[max(0, number.start - 12) : number.start].split()
    return (unit.whole or unit.dimension == "time") and bool(before) and before[-1] in _YEAR_BEFORE


_YEAR_BEFORE = frozenset(
    "in by since until from to of during for late early mid end year before after through and spring summer autumn fall "
    "winter january february march april may june july august september october november december".split()
)


def _counted(piece: str, low: str, position: int, number: Number) -> tuple[Unit, int] | None:
    """Things counted: "100,000 electric |vehicles|", "1.2 million lithium-ion |cells|", "30 Chinese |companies|"."""
    if _is_name(piece, low, number) or (number.value == 1.0 and not number.plain):
        return None
    known, best, year_like = unit_spellings().folded, None, number.plain and 1900 <= number.value <= 2100
    for _ in range(6):
        word = _WORD.match(low, position)
        if word is None or word[1] in phrase_words("stops"):
            break
        noun = word[1].rstrip(".'’")
        unit = known.get(noun)
        at, position = word.start(1), word.end(1) - (len(word[1]) - len(noun))
        if unit and unit.dimension == "time" and best is None:
            return None if low.startswith(" ago", position) else (unit, position)
        if unit and unit.whole:
            best = unit, position
        elif best and low[best[1] - 1] == "s":
            break
        elif _is_plural(noun) and piece[at].islower():
            return None if year_like else _head(low, noun, position)
        if year_like or len(noun) < len(word[1]):
            break  # "2000 jobs", but "the 2022 GMC Hummer EV"
    return None if best and _year_like(low, number, best[0]) else best


def _head(low: str, noun: str, position: int) -> tuple[Unit, int]:
    """The thing counted by its plural; "12 parts |cells|" is about cells where those are known."""
    following = _WORD.match(low, position)
    known = unit_spellings().folded.get(following[1]) if following else None
    if following and known and known.whole:
        return known, following.end()
    return Unit(noun.rsplit("-", 1)[-1], "count"), position


def _is_plural(noun: str) -> bool:
    return (
        len(noun) > 3
        and noun.endswith("s")
        and not noun.endswith(("ss", "us", "is", "'s", "’s"))
        and noun not in phrase_words("uncounted")
    )


def _is_name(piece: str, low: str, number: Number) -> bool:
    """Whether the number belongs to the word before it: "Model 3", "NCM 811", "December 9"."""
    before = _NAME_BEFORE.search(piece, max(0, number.start - 24), number.start)
    if before is None or not number.plain:
        return False
    word = before[1]
    if word.lower() in phrase_words("labels") or word.lower().rstrip(".") in _DATE_WORDS:
        return True
    at_start = before.start() == 0
    return number.value < 2101 and not at_start and word[0].isupper()


def _pair(piece: str, low: str, number: Number, first: _Found | None, following: Number) -> list[_Found] | None:
    """Two numbers joined to a range ("20-30 GWh") or a change ("from 15 to 45 GWh")."""
    join = _JOIN.match(low, first.end if first else number.end)
    if join is None or join.end() != following.start or (following.glued and join[1] not in "-–—~"):
        return None
    second = _with_unit(piece, low, following) if _can_count(piece, low, following) or following.glued else None
    if second is None or (first and first.unit != second.unit):
        return None
    lesser = first.value if first else _tidy(number.reading(whole=second.unit.whole).value * second.unit.factor)
    if not first and following.scaled and not number.scaled and lesser < 1000:
        lesser = _tidy(lesser * following.value / (following.digits or 1.0))
    opening = range_opening(low, number.start)
    if join[1] in ("to", "up to") and (
        changing := _changing(low, opening, both_units=first is not None, unit=second.unit)
    ):
        begin = number.start if first else opening[1]
        return [
            _Found(number.start, first.end if first else second.end, lesser, second.unit, opening=begin, change="from"),
            replace(second, change="to") if changing else second,
        ]
    if join[1] in ("and", "or") and opening[0] != "between":
        return [*([first] if first else []), second] if first else None
    if lesser >= second.value and join[1] != "or":
        return [*([first] if first else []), second]
    begin = opening[1] if opening[0] in ("between", "from") else number.start
    return [replace(second, start=begin, low=lesser)]


def range_opening(low: str, position: int) -> tuple[str, int]:
    """The word that opens a range or change before the number: "between", "from", or none."""
    _, start = hedge_before(low, position)
    for word in ("between", "from"):
        at = start - len(word) - 1
        if at >= 0 and low.startswith(word, at) and (at == 0 or not low[at - 1].isalnum()):
            ranging = word == "from" and _RANGING.search(low, max(0, at - 12), at)
            return ("between" if ranging else word), at
    return "", start


def _changing(low: str, opening: tuple[str, int], *, both_units: bool, unit: Unit) -> bool:
    if opening[0] == "between":
        return False
    if opening[0] == "from":
        return unit.dimension != "time"
    return both_units and unit.dimension in ("energy", "mass", "power", "vehicles", "cells", "packs")


def _measure(piece: str, low: str, found: _Found, offset: int) -> Measure:
    qualifier, start = hedge_before(low, found.start)
    start = min(start, found.opening if found.opening >= 0 else start)
    if found.low is not None and start == found.start:
        start = found.start
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


def change_before(low: str, start: int) -> Change | None:
    """ "to 45 GWh" and "by 20%" after a verb of growing or shrinking."""
    for word in ("to", "by", "from"):
        if low.endswith(f"{word} ", max(0, start - len(word) - 1), start) and _RAISING.search(
            low, max(0, start - 90), start
        ):
            return word  # type: ignore[return-value]
    return None


@cache
def _rate() -> re.Pattern[str]:
    words = [word.strip() for word in rate_words() if word.strip() not in ("year", "pa", "p.a")]
    ends = "|".join(re.escape(word) for word in sorted({*map(str.lower, words), "p.a", "pa"}, key=len, reverse=True))
    return re.compile(rf"[ \u00a0]?(?:{ends})(?![a-z0-9])(?! (?:ago|later|earlier|before|after|old)\b)")


_RATE_BEHIND = re.compile(
    r"(?: \([^()]{1,12}\))?(?: of(?= ))?(?: (?!and |to |by |or |in |at |from |for |with |the |will |that |which )[a-z][\w'-]*){0,6}?"
    r" (?:a year|per year|per annum|each year|every year|annually|yearly|p\.a\.?)(?![a-z-])(?! (?:ago|later|earlier|before|after|old)\b)"
)


def _per_year(low: str, found: _Found, start: int) -> tuple[bool, int, int]:
    """Whether the amount is a year's, and the span that shows it."""
    if found.unit.per_year:
        return True, start, found.end
    if found.unit.dimension == "time":
        return False, start, found.end
    if behind := _rate().match(low, found.end) or _RATE_BEHIND.match(low, found.end):
        return True, start, behind.end()
    if found.unit.dimension not in RATED:
        return False, start, found.end
    before = _LEFT_RATE.search(low, max(0, start - 110), start)
    return (True, before.start(), found.end) if before else (False, start, found.end)


_STAKE_AFTER = re.compile(
    r"[ -](?:\w+[ -]){0,3}?(?:stake|share(?:holding)?s?|interest|ownership|equity|owned|holding|of the (?:joint venture|jv|company|shares))\b"
)
_STAKE_BEFORE = re.compile(
    r"\b(?:stake|shareholding|interest|own(?:s|ed|ing)?|hold(?:s|ing)?|held|acquir(?:e|es|ed|ing)|control(?:s|led|ling)?"
    r"|bought|buy(?:s|ing)?|sell(?:s|ing)?|sold)\b[a-z\s,'-]{0,30}$"
)


def find_shares(text: str, start: int = 0, end: int | None = None) -> list[Measure]:
    """Percentages that say who owns how much: "a 26% stake", "owns 51 percent"."""
    piece = text[start:end]
    low = lowered(piece)
    shares = []
    for measure in find_amounts(piece) if "%" in low or "per" in low else []:
        if measure.unit != "%":
            continue
        after = _STAKE_AFTER.match(low, measure.span.end)
        before = _STAKE_BEFORE.search(low, max(0, measure.span.start - 60), measure.span.start)
        if after or before:
            begin = before.start() if before and not after else measure.span.start
            finish = after.end() if after else measure.span.end
            shares.append(replace(measure, span=Span(start + begin, start + finish), written=piece[begin:finish]))
    return shares


_JOB_WORD = re.compile(
    r"(?:[ -](?!and |or |to |in |at |of |for |from )[a-z][\w-]*){0,4}?[ -](?:jobs?|positions|roles|posts|workplaces|job openings)\b"
)
_HANDS = re.compile(
    r"(?:[ -](?!and |or |to |in |at |of |for |from )[a-z][\w-]*){0,3}?[ -](?:people|workers|employees|staff|persons|staffers|hires)\b"
)
_EMPLOYING = re.compile(
    r"\b(?:employ(?:s|ed|ing|ment)?|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|jobs? (?:for|to)|workforce|headcount"
    r"|lay(?:s|ing)? off|laid off|dismiss(?:ed|ing)?|staffed|work for|payroll)\b[a-z\s,'-]{0,40}$"
)


def find_jobs(text: str, start: int = 0, end: int | None = None) -> list[Measure]:
    """Numbers of jobs: "2,000 jobs", "employ up to 2,800 people", "500 direct positions"."""
    piece = text[start:end]
    low = lowered(piece)
    if not ("job" in low or "position" in low or "role" in low or "employ" in low or _EMPLOY_GATE.search(low)):
        return []
    jobs: list[Measure] = []
    for number in find_numbers(low):
        if _can_count(piece, low, number) and (job := _job(piece, low, number, start)):
            jobs.append(job)
    return jobs


_EMPLOY_GATE = re.compile(r"hir|recruit|workforce|headcount|lay|laid|staff|worke|work for|payroll|post")


def _job(piece: str, low: str, number: Number, offset: int) -> Measure | None:
    qualifier, start = hedge_before(low, number.start)
    matched = _JOB_WORD.match(low, number.end)
    if matched is None:
        matched = _HANDS.match(low, number.end)
        employing = _EMPLOYING.search(low, max(0, start - 60), start)
        if matched is None or not (employing or "employees" in matched[0] or "workers" in matched[0]):
            return None
        start = employing.start() if employing else start
    if _is_name(piece, low, number):
        return None
    value = number.reading(whole=True).value
    if number.plus and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.AT_LEAST
    return Measure(
        Span(offset + start, offset + matched.end()), None, value, "jobs", False, qualifier, None,
        piece[start : matched.end()], "jobs",
    )  # fmt: skip
