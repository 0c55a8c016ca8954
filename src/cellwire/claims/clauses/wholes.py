"""What a company makes in all: goals for all its plants, which are no single plant's size and no part of its story."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.lexicon import regex

_GROWS = gated(
    r"\b(?:increas|expand|rais|boost|grow|lift|doubl|tripl|quadrupl)\w*\s(?:(?:its|their)\s(?:[\w-]+\s){0,3}?(?:capacity"
    r"|output|production)|(?:[\w-]+\s){1,3}?production)\s[^;]{0,40}?\b(?:from\s\d[^;]{0,20}?)?\bto\s\d[^;]{0,40}?"
    r"\bby\s(?:the end of\s)?20\d\d\b",
    re.I,
)
_GLOBALLY = regex(r"^\W*(?:Globally|Worldwide|Overall|In total|Group-wide),?\s(?!the (?:plant|factory|project|site))")
_GOAL = regex(
    r"^\W*(?:Its|The (?:company|group|firm)['’]s)\s(?:[\w-]+\s)?(?:goal|target|aim|ambition)\s(?:is|was|remains)\sto\s"
    r"(?:produce|make|reach|have|supply)\b"
)
_A_PLANT = gated(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor\w+|mines?|facilit\w+|sites?|refiner\w+|bases?|projects?|lines?)\b"
)


def is_of_a_whole(clause: Sentence) -> bool:
    """Whether a clause speaks of what a company makes in all, and names no plant and no place.

    "Alder is to increase its output from 34 GWh to 110 GWh by 2020", "Globally, Alder aims to make 28 GWh".
    """
    if clause.headline or clause.places or clause.countries or _A_PLANT.search(clause.text, clause.opened):
        return False
    if _GLOBALLY.match(clause.text) or _GOAL.match(clause.text):
        return True
    return _GROWS.search(clause.text, clause.opened) is not None
