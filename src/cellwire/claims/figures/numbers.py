"""Finds numbers in text, in digits and in words: "12", "1,200.5", "8,8", "50.000", "two and a half million", "1.2亿".

A scale alone is no number: "several million" and "a few hundred" say how large, and not how many.

A single dot before exactly three digits can be a decimal point or a thousands mark ("1.459 litres", "50.000 packs").
The number keeps both readings; what it counts decides (`Number.reading`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct
from msgspec.structs import replace

from cellwire.lexicon import read_toml, regex


def _scales(written: str) -> dict[str, float]:
    """What the "words", "signs" or "short" forms of the lexicon's scales multiply by."""
    return {each: scale["factor"] for scale in read_toml("scales.toml").values() for each in scale.get(written, ())}


SCALES, _CJK_SCALES, SHORT_SCALES = _scales("words"), _scales("signs"), _scales("short")
_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNITS = {word: float(value) for value, word in enumerate([*_ONES, *_TEENS])}
_UNITS |= {word: 10.0 * value for value, word in enumerate(_TENS, start=2)}
_LARGE = {word: SCALES[word] for word in ("thousand", "million", "billion", "trillion", "lakh", "crore")}
NUMBER_WORDS = {**_UNITS, **_LARGE, "hundred": 100.0, "dozen": 12.0}

_GROUPED = (
    r"[0-9]{1,3}, 000(?=\D|$)"  # with a slip of the pen
    r"|[0-9]{1,3}(?:,[0-9]{2,3}){0,6},[0-9]{3}"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009' ’][0-9]{3}){1,6}"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,6}"
    r"|[0-9]{1,15}"
)
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_DIGITS = regex(
    rf"(?<![0-9])(?<![0-9][.,])(?P<digits>(?:{_GROUPED})(?:[.,][0-9]{{1,8}})?)(?![0-9])(?![.,][0-9])"
    rf"(?P<fraction>½|¼|¾|⅓|⅔|⅛|(?:\s[1-7])?/[2-9](?![0-9/])(?![.,][0-9]))?"
    rf"(?:\s?[×x*]\s?10(?:\^|(?=[-−–⁻⁰¹²³⁴-⁹]))(?P<power>[-−–⁻]?(?:[0-9]{{1,2}}|[⁰¹²³⁴-⁹]{{1,2}})))?"
    rf"(?P<plus>\+)?(?:(?P<cjk>\s?[{''.join(_CJK_SCALES)}]{{1,2}})|(?P<scale>(?:[\s\u00a0-]{{0,2}}(?:{_SCALE})\b){{1,2}}))?"
)
_SPELLED_SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_CARDINAL = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_WORDS = regex(
    rf"\b(?<![-’'])(?:(?<!first )(?<!second )half[ -](?:an?[ -])?(?:{_SPELLED_SCALE})|an?[ -](?:{_SPELLED_SCALE})"
    rf"|(?:a|three)[ -]quarters?(?: of an?)? (?:{_SPELLED_SCALE})|(?:{_CARDINAL}))"
    rf"(?:[ -]and[ -]a[ -](?:half|quarter)|(?:[ -]and)?[ -](?:{_CARDINAL})){{0,12}}\b"
    r"(?!-(?:third|quarter|fifth|tenth)s?)"
)
_FIGURES = regex(r"[0-9]+")
_SPELLED = AhoCorasick(sorted(NUMBER_WORDS))
_STEP = regex(r"[a-z]+")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_QUARTERS = {"a": 0.25, "three": 0.75}


class Number(Struct, frozen=True):
    """`start` and `end` count in the text that was searched; `glued` says that a letter or a hyphen stands before."""

    start: int
    end: int
    value: float
    thousands: float | None = None  # the other reading of "50.000"
    scaled: bool = False
    glued: bool = False
    torn: bool = False  # the rest of a number that something cut: of itself it is none
    plus: bool = False  # "100+"
    plain: bool = True  # digits alone: no scale, no grouping, no decimals
    digits: float = 0.0  # the value before its scale word: 1.5 of "1.5 billion"

    def reading(self, *, whole: bool) -> Number:
        """The reading for a thing that comes in whole numbers, or for one that is measured.

        Nobody writes trailing zeros to say a thousandth: "1.200 MWh" is 1,200 MWh although MWh are measured.
        """
        if self.thousands is not None and (whole or self.thousands % 100 == 0):
            return replace(self, value=self.thousands, thousands=None)
        return self


@lru_cache(maxsize=4)
def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in lower case, in order; four readers ask for the same sentence, hence the cache."""
    found = [_digit_number(text, matched) for matched in _in_digits(text)]
    if not _spells_numbers(text):
        return tuple(found)
    taken = {number.start for number in found}
    spelled = (_word_number(matched) for matched in _WORDS.finditer(text) if not _is_scale_alone(matched[0]))
    found += [number for number in spelled if number.start not in taken]
    return tuple(_without_overlaps(sorted(found, key=lambda number: number.start)))


def _in_digits(text: str) -> Iterator[re.Match[str]]:
    """Figures, tried only where some begin."""
    reach = 0
    for figures in _FIGURES.finditer(text):
        start = figures.start()
        if start >= reach and (matched := _DIGITS.match(text, start)):
            reach = matched.end()
            yield matched


def _spells_numbers(text: str) -> bool:
    """Whether a word begins like a number: each number in words has one such."""
    return any(start == 0 or not text[start - 1].isalpha() for _, start, _ in _SPELLED.find_matches_as_indexes(text))


def _is_scale_alone(words: str) -> bool:
    opening = _STEP.match(words)
    return opening is not None and (opening[0] in _LARGE or opening[0] in ("hundred", "dozen"))


def _without_overlaps(numbers: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _digit_number(text: str, matched: re.Match[str]) -> Number:
    written = matched["digits"]
    value, thousands = _with_fraction(written, matched["fraction"] or "")
    factor = 1.0
    for sign in (matched["cjk"] or "").strip():
        factor *= _CJK_SCALES[sign]
    for word in _STEP.findall(matched["scale"] or ""):
        factor *= SCALES[word]
    if matched["power"]:  # "1.99×10−30"
        factor *= 10.0 ** int(matched["power"].translate(_RAISED))
    start = matched.start()
    if written.isdecimal() and _is_behind_a_bare_point(text, start):
        value, thousands, start = float(f"0.{written}"), None, start - 1
    return Number(
        start=start,
        end=matched.end(),
        value=tidy(value * factor),
        thousands=thousands if factor == 1.0 else None,
        scaled=factor != 1.0,
        glued=_is_glued(text, start) or _is_no_fraction(matched),
        torn=_is_torn(text, start),
        plus=bool(matched["plus"]),
        plain=written.isdecimal() and factor == 1.0 and not matched["fraction"],
        digits=value,
    )


def _with_fraction(written: str, fraction: str) -> tuple[float, float | None]:
    """ "10½" and "10 1/2" are 10.5, "3/4" is 0.75."""
    value, thousands = read_digits(written)
    if "/" not in fraction:
        return value + _FRACTIONS.get(fraction, 0.0), None if fraction else thousands
    over, under = fraction.split("/")
    return (value + float(over) / float(under) if over.strip() else value / float(under)), None


def _is_behind_a_bare_point(text: str, start: int) -> bool:
    """ ".5 GWh", "$.50"; the point of "ID.4" or of a sentence's end has a letter in front."""
    return start > 0 and text[start - 1] == "." and not text[max(0, start - 2) : start - 1].strip(" \t\n($€£~+-")


def _is_torn(text: str, start: int) -> bool:
    """The rest of a number that something cut: the "000" of "80, 000", the "2" of "59 . 2"."""
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    return text.endswith(" . ", 0, start) and text[start - 4 : start - 3].isdigit()


def _is_no_fraction(matched: re.Match[str]) -> bool:
    """What would be more than a whole ("24/7") is something else."""
    over, _, under = (matched["fraction"] or "").rpartition("/")
    return bool(under) and under.isdigit() and float(over or matched["digits"].replace(",", "")) >= float(under)


def tidy(value: float) -> float:
    """1.2 × 1e6 is 1200000, not 1199999.9999999998."""
    return float(f"{value:.12g}")


# "sub-7 nanometre chips", "minus-130 degrees", "a now-18 month-old": the hyphen makes no name of what follows.
_HYPHENED = ("sub-", "minus-", "now-", "then-", "nearly-", "roughly-", "about-", "almost-", "plus-")


def _is_glued(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    if before == "-" and text.endswith(_HYPHENED, 0, start):
        return False
    if before.isalpha() or before in "_#@&=\\":
        return ord(before) < 0x2E80  # CJK writes no spaces: "产能20万吨"
    if before == "/":
        return "/" in text[max(0, start - 40) : start - 1].rsplit(" ", 1)[-1]  # an address, not "300MW/1,200MWh"
    return before in "-.‑" and start > 1 and text[start - 2].isalpha() and text[start - 2].isascii()


def read_digits(written: str) -> tuple[float, float | None]:
    """The value of a numeral, and its other reading where a dot before three digits leaves two.

    >>> read_digits("1,200.5"), read_digits("8,8"), read_digits("50.000")
    ((1200.5, None), (8.8, None), (50.0, 50000.0))
    """
    if written.isdecimal():
        return float(written), None
    text = re.sub(r"[\s'’]", "", written)
    comma, dot = text.rfind(","), text.rfind(".")
    if comma >= 0 and dot >= 0:
        decimal, group = (",", ".") if comma > dot else (".", ",")
        return float(text.replace(group, "").replace(decimal, ".")), None
    if comma >= 0:
        grouped = len(text) - comma == 4 and not text.startswith("0")
        return float(
            text.replace(",", "") if grouped else text[:comma].replace(",", "") + "." + text[comma + 1 :]
        ), None
    if text.count(".") > 1:
        return float(text.replace(".", "")), None
    if dot >= 1 and len(text) - dot == 4 and dot <= 3 and not text.startswith("0"):
        return float(text), float(text.replace(".", ""))
    return float(text), None


def _word_number(matched: re.Match[str]) -> Number:
    steps = list(_STEP.finditer(matched[0]))
    steps = steps[: _one_number([step[0] for step in steps])]
    words = [step[0] for step in steps]
    value = _read_words(words)
    scale = _LARGE.get(words[-1], 1.0)
    return Number(
        matched.start(),
        matched.start() + steps[-1].end(),
        value,
        scaled=value >= 1e3 or "hundred" in words,
        plain=False,
        digits=value / scale,
    )


def _one_number(words: list[str]) -> int:
    """How many of the words make one number: "three |six nations games" are two, and "nineteen |eighty" is a year."""
    for at in range(1, len(words)):
        last, word = _UNITS.get(words[at - 1]), _UNITS.get(words[at])
        if last is not None and word is not None and (last < 20 or word >= 10):
            return at
    return len(words)


def _read_words(words: list[str]) -> float:
    """Adds up a spelled number: "two hundred and fifty thousand" → 250000, "one and a half million" → 1500000."""
    if words[1:2] in (["quarter"], ["quarters"]):
        return _QUARTERS[words[0]] * NUMBER_WORDS[words[-1]]
    half = words[0] == "half"
    total = part = 0.0
    for word in words[1:] if half else words:
        if word in ("half", "quarter"):
            part += 0.5 if word == "half" else 0.25
        elif word in _UNITS:
            part += _UNITS[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1.0) * NUMBER_WORDS[word]
        elif word in _LARGE:
            total, part = total + (part or 1.0) * _LARGE[word], 0.0
    return (total + part) * (0.5 if half else 1.0)


_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>]+")


def lowered(text: str) -> str:
    """Lower case of the same length, web addresses blanked: what they hold are no figures of the text.

    "İ" would become two characters and shift every span behind it.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    if "://" in low or "www." in low:
        low = _ADDRESS.sub(lambda address: " " * len(address[0]), low)
    return low
