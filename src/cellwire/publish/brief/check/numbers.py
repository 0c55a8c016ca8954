"""Every number a quote can be read to say: digits in several styles, words, scales.

"1.2 billion", "1,2 Mrd.", "half a million", "50.000", "12万": where a style is ambiguous, every reading is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cellwire.publish.brief.check.tables import tables

_DIGITS = r"\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.]\d+"


def numbers(text: str) -> frozenset[float]:
    """All values that the numbers of a text may have, with and without the scale that follows them."""
    return frozenset({*_in_digits(text), *_in_words(text)})


def says_number(text: str, value: float, factor: float = 1.0) -> bool:
    """Whether a text says a number, given in a unit `factor` times the printed one."""
    return any(_same(found * factor, value) for found in numbers(text))


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1.0)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    scales = "|".join(sorted(map(re.escape, tables()["scales"]), key=len, reverse=True))
    numerals = "|".join(sorted(tables()["numerals"], key=len, reverse=True))
    one = rf"(?:{numerals}|{scales})"
    digits = re.compile(rf"(?<![\d.,])({_DIGITS})((?:[ \u00a0-]?(?:{scales})(?![a-zäöü])){{0,2}})", re.IGNORECASE)
    words = re.compile(rf"\b(?:{numerals})\b(?:[ -](?:and |a )?{one}\b)*", re.IGNORECASE)
    return digits, words


def _in_digits(text: str) -> Iterator[float]:
    for matched in _patterns()[0].finditer(text):
        for value in _styles(matched[1]):
            scaled = value
            yield value
            for word in re.findall(r"[^\W\d_]+", matched[2].lower()):
                scaled *= tables()["scales"][word]
                yield scaled


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


def _in_words(text: str) -> Iterator[float]:
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
        yield total + current
