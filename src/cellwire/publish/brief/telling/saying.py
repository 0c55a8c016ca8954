"""What words say beside what is told already: how much of it is new, and how many of that are facts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cellwire.model import plain_letters
from cellwire.publish.brief.belonging import words_of

_ALIKE = 5  # letters by which "recycling" and "recycled" are one word
_TERM = re.compile(r"(?<!\w)\w*\d[\w.,]*|[^\W\d_]{4,}")
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")  # "2" of both "£2 million" and "GBP2 million"
# What has a capital though it neither begins a sentence nor stands among capitals: a name
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w&’'-]+")


@dataclass(frozen=True, slots=True)
class Saying:
    """How much words add: the terms that are new, and those of them that are figures, names or say how firm it is."""

    new: int
    facts: int
    figures: int


def saying_of(text: str, told: set[str], names: set[str]) -> Saying:
    new = terms_of(text) - told
    figures = {term for term in new if _FIGURE.search(term)}
    firm = {found[0].casefold() for found in words_of("how_firm").finditer(text)}
    unsaid = {word for word in firm if not terms_of(word) <= told}
    return Saying(len(new), len(figures | (new & names)) + len(unsaid), len(figures))


def terms_of(text: str) -> set[str]:
    """What words say something, by their first letters, and figures."""
    found = (match[0] for match in _TERM.finditer(plain_letters(text)))
    kept = [term for term in found if not words_of("says_little").fullmatch(term)]
    return {figure[0] if (figure := _FIGURE.search(term)) else term[:_ALIKE] for term in kept}


def names_in(text: str) -> set[str]:
    """The words that a text has in capitals in the middle of its sentences."""
    return terms_of(" ".join(_NAME.findall(text)))
