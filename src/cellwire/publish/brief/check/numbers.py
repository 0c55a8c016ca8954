"""Every number a quote can be read to say: digits in several styles, words, scales.

"1.2 billion", "1,2 Mrd.", "half a million", "50.000", "12万": where a style is ambiguous, every reading is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cellwire.publish.brief.check.tables import tables

_DIGITS = r"\d{1,3}(?:[,.' \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.]\d+"
_RANGE = r"\s*(?:to|and|or|-|–|—)\s*"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a number and where it stands, its scale included."""

    value: float
    start: int
    end: int


@cache
def readings(text: str) -> tuple[Reading, ...]:
    return (*_in_digits(text), *_in_words(text))


def numbers(text: str) -> frozenset[float]:
    """All values that the numbers of a text may have, with and without the scale that follows them."""
    return frozenset(reading.value for reading in readings(text))


def same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1.0)


def one_number(text: str) -> bool:
    """Whether the words between a number and its unit bring in no other number, unless as the end of a range."""
    rest = re.sub(rf"^{_RANGE}(?:[^\W\d_]{{0,3}}\W?)?(?:{_DIGITS})", "", text)
    return not re.search(r"\d", rest)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    scales = "|".join(sorted(map(re.escape, tables()["scales"]), key=len, reverse=True))
    numerals = "|".join(sorted(tables()["numerals"], key=len, reverse=True))
    one, scale = rf"(?:{numerals}|{scales})", rf"((?:[ \u00a0-]?(?:{scales})(?![a-zäöü])){{0,2}})"
    digits = re.compile(rf"(?<![\d.,])({_DIGITS}){scale}", re.IGNORECASE)
    words = re.compile(rf"\b(?:{numerals})\b(?:[ -](?:and |a )?{one}\b)*", re.IGNORECASE)
    until = re.compile(rf"{_RANGE}\W?(?:{_DIGITS}){scale}", re.IGNORECASE)
    return digits, words, until


def _in_digits(text: str) -> Iterator[Reading]:
    digits, _, until = _patterns()
    for matched in digits.finditer(text):
        # "2.5 to 3 billion": the scale of a range's end is its start's too
        after = until.match(text, matched.end()) if not matched[2] else None
        scale = matched[2] or (after[1] if after else "")
        for value in _styles(matched[1]):
            scaled = value
            yield Reading(value, *matched.span())
            for word in re.findall(r"[^\W\d_]+", scale.lower()):
                scaled *= tables()["scales"][word]
                yield Reading(scaled, *matched.span())


def _styles(digits: str) -> Iterator[float]:
    """12.500 is twelve and a half, or twelve thousand five hundred: both."""
    plain = re.sub(r"['\s]", "", digits)
    for thousands, point in ((",", "."), (".", ",")):
        whole, _, rest = plain.partition(point)
        if (
            point not in rest
            and thousands not in rest
            and re.fullmatch(rf"\d*|\d{{1,3}}([{thousands}]\d{{3}})+", whole)
        ):
            yield float(f"{whole.replace(thousands, '') or '0'}.{rest or '0'}")


def _in_words(text: str) -> Iterator[Reading]:
    numerals, scales = tables()["numerals"], tables()["scales"]
    for matched in _patterns()[1].finditer(text):
        total, current = 0.0, 0.0
        for word in re.findall(r"[^\W\d_]+", matched[0].lower()):
            if word in {"a", "an", "and"} and current:
                continue
            if word in numerals:
                current += numerals[word]
            elif scales[word] == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scales[word], 0.0
        yield Reading(total + current, *matched.span())
