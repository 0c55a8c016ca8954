"""Reads what a number counts: a measured unit ("12 |GWh|") or a thing ("500,000 electric |vehicles|")."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.figures.currencies import currencies
from cellwire.claims.figures.date_forms import MONTHS, WEEKDAYS
from cellwire.claims.figures.hedging import Change
from cellwire.claims.figures.numbers import SHORT_SCALES, Number, tidy
from cellwire.claims.figures.units import Unit, phrase_words, rate_words, unit_spellings
from cellwire.lexicon import regex

_SPACES = " \u00a0\u202f\u2009"
_SHORT_SCALE = regex(r"[ \u00a0]?(k|m|mm|b)(?=[ \u00a0-][a-z])")
_NO_UNIT = frozenset(["", *".,;:!?)]}\"'$€£\n\t/="])
_REPEATED = regex(r"[ \u00a0]\([0-9.,]{1,20}\)")
_OTHERWISE = regex(r"/100 ?(?:km|mi)")  # "13.8 kWh/100 km"
_MINUS = regex(r"(?:^|[\s(~,])(?<!or )([-−–]|minus[ -])$")  # "plus or minus 3%" is no loss
_OF_CELLS = re.compile(r"[ -](?:[a-z]+ )??(?:cell|batter|cylindrical|lithium|pack)")  # "4680 |Bharat cells|"
_METRIC_TONS = 500  # "10,000 mtpa" are metric tons; nobody builds a works for 5 of them: "5 mtpa" are million tonnes
_SIGNED = frozenset({"temperature", "angle or temperature", "share"})
_SPACED = frozenset({"length", "area", "mass", "volume", "energy", "power"})  # may stand behind an adjective
_WORD = regex(r"[ \u00a0]([a-z][a-z0-9'’/&.+-]*)")
_NAME_BEFORE = regex(r"([A-Za-z][\w&.'-]*)[ \u00a0]$")
_DATE_WORDS = frozenset([*MONTHS, *WEEKDAYS])
_DATED = [
    "in",
    "by",
    "since",
    "until",
    "from",
    "to",
    "of",
    "during",
    "for",
    "before",
    "after",
    "through",
    "and",
    "year",
]
_DATED += ["late", "early", "mid", "end", "spring", "summer", "autumn", "fall", "winter"]
_YEAR_BEFORE = _DATE_WORDS | frozenset(_DATED)


class Found(Struct, frozen=True):
    """A number with its unit, before the words around it are read; positions count in the piece searched."""

    start: int
    end: int
    value: float
    unit: Unit
    low: float | None = None
    plus: bool = False
    opening: int = -1  # where "from 15 to |45 GWh" starts for the first of the two
    change: Change | None = None


@cache
def yearly_rate() -> re.Pattern[str]:
    """Words and signs right behind a unit that make it a year's: "/yr", " p.a.", " annually"."""
    words = [word.strip() for word in rate_words() if word.strip() not in ("year", "pa", "p.a")]
    ends = "|".join(re.escape(word) for word in sorted({*map(str.lower, words), "p.a", "pa"}, key=len, reverse=True))
    return re.compile(rf"[ \u00a0]?(?:{ends})(?![a-z0-9])(?! (?:ago|later|earlier|before|after|old)\b)")


def promises(low: str, end: int) -> bool:
    """A cheap look at what follows: no unit starts with a figure, a stop or a sign of money."""
    following = low[end : end + 2].lstrip(" \u00a0")[:1]
    return following not in _NO_UNIT and not following.isdigit()


def can_count(piece: str, low: str, number: Number) -> bool:
    """Money and glued numbers ("COVID-19", "ID.4") are no amounts."""
    if number.glued or number.torn or (number.start and _OTHERWISE.match(low, number.start - 1)):
        return False
    if low.endswith("one in ", max(0, number.start - 7), number.start):
        return False  # "one in ten workers"
    at = number.start - (piece[number.start - 1 : number.start] in (" ", "\u00a0"))
    if at > 0 and (sign := currencies().ending_at(piece, at)) and (at == number.start or not sign.text.islower()):
        return False
    gap = 1 if low[number.end : number.end + 1] in (" ", "\u00a0", "-") else 0
    behind = currencies().starting_at(piece, low, number.end + gap)
    return behind is None or not behind[0].prices(number) or low.startswith(" of ", behind[1])


def with_unit(piece: str, low: str, number: Number) -> Found | None:
    if short := _short_scaled(piece, low, number):
        return short
    at = _behind_gap(low, number.end)
    if unit := _unit_at(piece, low, at, number):
        read = number.reading(whole=unit[0].whole)
        if read.value < _METRIC_TONS and low[at : unit[1]] == "mtpa":
            return _found_at(low, number, unit, tidy(read.value * 1e6))
        return _found_at(low, number, unit, tidy(read.value * unit[0].factor))
    repeated = _REPEATED.match(low, number.end)  # "2 million (2.400.000) packs"
    if counted := _counted(piece, low, repeated.end() if repeated else number.end, number):
        return _found_at(low, number, counted, tidy(number.reading(whole=True).value * counted[0].factor))
    return None


def _behind_gap(low: str, at: int) -> int:
    """Where a unit may start: "12|GWh", "12 |GWh", "12-|GWh"."""
    for signs in (_SPACES, "-", _SPACES):
        at += at < len(low) and low[at] in signs
    return at


def _short_scaled(piece: str, low: str, number: Number) -> Found | None:
    """ "500k cars", "10m tonnes": the letter is a scale if a unit follows, else it may be metres."""
    short = None if number.scaled else _SHORT_SCALE.match(low, number.end)
    if short is None:
        return None
    value = tidy(number.value * SHORT_SCALES[short[1]])
    scaled = replace(number, value=value, scaled=True, thousands=None, plain=False)
    unit = _unit_at(piece, low, short.end() + 1, scaled) or _known_count(piece, low, short.end(), scaled)
    if unit and short[0] == "mm" and low[unit[1] - 1] != "s":
        return None  # a "7.62mm barrel", but "2.5mm barrels"
    return _found_at(low, number, unit, tidy(value * unit[0].factor)) if unit else None


def _known_count(piece: str, low: str, position: int, number: Number) -> tuple[Unit, int] | None:
    counted = _counted(piece, low, position, number)
    return counted if counted and counted[0].dimension != "count" else None


def _found_at(low: str, number: Number, unit: tuple[Unit, int], value: float) -> Found:
    """With its sign where the unit can have one: "-20 °C", "minus 12 degrees"."""
    start = number.start
    minus = _MINUS.search(low, max(0, start - 7), start)
    if minus and (unit[0].dimension in _SIGNED or (len(minus[1]) > 1 and unit[0].dimension == "length")):
        start, value = minus.start(1), -value
    return Found(start, unit[1], value, unit[0], plus=number.plus)


def _unit_at(piece: str, low: str, at: int, number: Number) -> tuple[Unit, int] | None:
    """A measured unit right behind the number; things counted are read as phrases."""
    matched = unit_spellings().match(piece, low, at)
    if matched is None and low.startswith("of ", at) and number.scaled:
        matched = unit_spellings().match(piece, low, at + 3)
    if matched is None or (matched[0].whole and _is_one_word(low, at, matched[1])):
        return None
    unit, end = matched
    if unit.name == "m" and low[at:end] == "m" and _are_millions(piece, low, number, end):
        return None
    if unit.dimension == "time" and (low.startswith(" ago", end) or low.startswith("one day", number.start)):
        return None  # a date, or some day
    if low[at:end] == "second" and low[number.end] != "-" and "." not in low[number.start : number.end]:
        return None  # "the 2022 second half", but "a 30-second film", "4.3 second"
    if unit.name == "times" and low[end : end + 2].strip()[:1].isdigit():
        return None  # "96 x 3.65 V"
    if unit.whole and is_name(piece, low, number):
        return None
    if low[end : end + 1] == "/" and low[end + 1 : end + 2].isalpha() and not yearly_rate().match(low, end):
        return None  # "12 g/km": of another kind than grams
    return (unit, end) if not _year_like(low, number, unit) else None


# "39m cases" are no metres, nor "705m rupees"; "60m hurdles" and "100m titles" are
_RACES = frozenset({50, 60, 80, 100, 110, 200, 300, 400, 600, 800, 1000, 1500, 3000, 5000, 10000})


def _are_millions(piece: str, low: str, number: Number, end: int) -> bool:
    """Whether an "m" right behind the figures stands for millions of what follows."""
    if number.scaled or end != number.end + 1 or number.value in _RACES:
        return False
    behind = _WORD.match(low, end)
    if behind is None:
        return False
    return _is_plural(behind[1]) or currencies().starting_at(piece, low, behind.start(1)) is not None


def _is_one_word(low: str, start: int, end: int) -> bool:
    """Whether the thing counted may go on: "EV" does in "500,000 EV motors"; "EV batteries" is known as a whole."""
    return low[start - 1] in " \u00a0" and " " not in low[start:end] and low[start].isascii()


def _year_like(low: str, number: Number, unit: Unit) -> bool:
    """ "in 2025 vehicles will" has a year; "2000 jobs" has none."""
    if not (number.plain and 1900 <= number.value <= 2100):
        return False
    before = low[max(0, number.start - 12) : number.start].split()
    return (unit.whole or unit.dimension == "time") and bool(before) and before[-1] in _YEAR_BEFORE


def _counted(piece: str, low: str, position: int, number: Number) -> tuple[Unit, int] | None:
    """Things counted: "100,000 electric |vehicles|", "1.2 million lithium-ion |cells|", "30 Chinese |companies|"."""
    if is_name(piece, low, number) or (number.value == 1.0 and not number.plain):
        return None
    known, best, year_like = unit_spellings().folded, None, number.plain and 1900 <= number.value <= 2100
    for _ in range(6):
        word = _WORD.match(low, position)
        if word is None or word[1] in phrase_words("stops"):
            break
        if word[1] in MONTHS and best is None:
            return None  # "the 11 September attacks"
        noun = word[1].rstrip(".'’")
        unit = known.get(noun) if noun != "second" else None
        at, position = word.start(1), word.end(1) - (len(word[1]) - len(noun))
        if unit and unit.dimension == "time" and best is None:
            return None if low.startswith(" ago", position) else (unit, position)
        if unit and unit.whole:
            best = unit, position
        elif best and low[best[1] - 1] == "s":
            break
        elif unit and not year_like and unit.dimension in _SPACED and low[position - 1] == "s":
            return unit, position  # "517 rushing yards"
        elif _is_plural(noun) and piece[at].islower():
            return None if year_like or unit else _head(low, noun, position)  # a unit that fits nothing is no thing
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


def is_name(piece: str, low: str, number: Number) -> bool:
    """Whether the number belongs to the word before it: "Model 3", "NCM 811", "December 9"."""
    before = _NAME_BEFORE.search(piece, max(0, number.start - 24), number.start)
    if not number.plain:
        return False
    if low[number.start : number.end] in phrase_words("formats") and _OF_CELLS.match(low, number.end):
        return True
    if before is None:
        return False
    word = before[1]
    if word.lower() in phrase_words("labels") or word.lower().rstrip(".") in _DATE_WORDS:
        return True
    acronym = len(word) > 1 and word.isupper()  # "ISO 9001", but "Tesla 3,000"
    return acronym or (before.start() > 0 and word[0].isupper() and number.value < 2101)
