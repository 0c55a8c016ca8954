"""Whether a sentence gives a figure to other goods than the plant's or the deal's."""

from __future__ import annotations

import re

from cellwire.lexicon import load_lexicon
from cellwire.model import HitKind
from cellwire.publish.brief.belonging.said import Said, words_of

_TRADES = {"cathode", "anode", "separator", "electrolyte", "foil", "recycling"}
_IS_FOR = re.compile(
    r"\b(?:lines?|plants?|units?|halls?|factory|facility|shop) (?:for|of|to (?:make|build|assemble)) ([\w -]{3,40}?)"
    r"(?: of| with| at)?(?: a capacity of)?(?: up to| about| some| around| at least)? ?$"
)


def is_for_other_goods(said: Said) -> bool:
    """ "A cell factory of 16 GWh and a line for battery packs of up to |5 GWh|": not what the cell factory makes."""
    made = said.development.product
    named = _IS_FOR.search(said.text[: said.at.start])
    if made is None or named is None:
        return False
    goods = _goods(named[1])
    return bool(goods) and made.name not in goods


def is_of_another_trade(said: Said) -> bool:
    """ "Raise its anode capacity" behind a cathode plant."""
    made = said.development.product
    if made is None or made.name not in _TRADES:
        return False
    named = _goods(said.text)
    return bool(named & _TRADES) and made.name not in named


def is_for_vehicles(said: Said) -> bool:
    """ "|200,000| cars a year" is no number of the cell plant's."""
    made = said.development.product
    if made is None or made.name == "vehicle":
        return False
    return re.match(words_of("for_cars").pattern, f"|{said.text[said.at.end :][:60]}", re.IGNORECASE) is not None


def _goods(text: str) -> set[str]:
    return {id for hit in load_lexicon().find(text) if hit.kind is HitKind.PRODUCT for id in hit.ids}
