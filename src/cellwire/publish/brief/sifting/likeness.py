"""Whether two titles tell one news: by their own words, or by a figure and an organisation in common."""

from __future__ import annotations

import re
from functools import lru_cache

from cellwire.lexicon import load_lexicon
from cellwire.model import HitKind
from cellwire.publish.brief.doubting import without_common_words

ALIKE = 3  # words that two titles of one news share at least, and half of the shorter
_WORD = re.compile(r"[^\W_]{3,}")
_FIGURE = re.compile(
    r"(?<![\d.,])(?P<number>\d[\d.,]*+)(?= ?(?P<unit>[MGT]Wh?|mn|bn|billion|million|tonnes?|%|cr(?:ore)?\b))"
)
_TIMES = {"G": 1e3, "T": 1e6, "b": 1e3}


def alike(one: str, other: str, least: int = ALIKE) -> bool:
    """By their own words: what any two have in common says nothing, and two with no figure in common are two."""
    if sized_apart(one, other):
        return False
    if any(map(_is_telling, figures_in(one) & figures_in(other))) and organisations_in(one) & organisations_in(other):
        return True
    ours, theirs = _own_words(one), _own_words(other)
    shared = len(ours & theirs)
    return shared >= least and 2 * shared >= min(len(ours), len(theirs))


@lru_cache(maxsize=16_384)
def _own_words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(without_common_words(title).casefold()))


def sized_apart(one: str, other: str) -> bool:
    ours, theirs = figures_in(one), figures_in(other)
    return bool(ours and theirs) and not ours & theirs


def _is_telling(figure: tuple[float | str, str]) -> bool:
    """One that two news do not share by chance: no share, and no round number."""
    number, measure = figure
    return measure != "%" and len(f"{number:g}".strip("0.") if isinstance(number, float) else number) > 1


@lru_cache(maxsize=16_384)
def figures_in(title: str) -> frozenset[tuple[float | str, str]]:
    """Each with its measure: "4.8 GWh" is "4800 MWh"."""
    return frozenset(_measured(found["number"], found["unit"]) for found in _FIGURE.finditer(title))


def _measured(number: str, unit: str) -> tuple[float | str, str]:
    measure = {"W": "W", "n": "n", "i": "n"}.get(unit[1:2], unit[:2])
    measure = "Wh" if unit.endswith("Wh") else measure
    try:
        return round(float(number.rstrip(".,").replace(",", "")) * _TIMES.get(unit[0], 1), 3), measure
    except ValueError:
        return number, measure


def firms_in(title: str) -> set[str]:
    """The firms of the lexicon that a title names."""
    lexicon = load_lexicon()
    return {id for id in organisations_in(title) if lexicon.organisations[id].kind in {"company", "venture"}}


@lru_cache(maxsize=16_384)
def organisations_in(title: str) -> frozenset[str]:
    """The organisations of the lexicon that a title names; looking them up costs a millisecond."""
    return frozenset(hit.ids[0] for hit in load_lexicon().find(title) if hit.kind is HitKind.ORGANISATION)
