"""What labelled texts taught (`make train`): which words say that a text tells something, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from math import exp, sqrt

import msgspec
from msgspec import Struct

from cellwire.claims.gist.vectors import Leaning
from cellwire.claims.gist.words import Words

NOTHING = "none"  # a text or sentence that tells nothing of the industry; a name that takes no part
FLOOR = 0.36  # of what words tell alone: docs/confidence.md
TITLE_FLOOR = 0.5  # the same of a title without a text under it


class Table(Struct, frozen=True, dict=True):
    """Towards each answer, in log odds: where all texts start from, the weight of each word, and in `places` what is
    said by where the words of each place lie."""

    answers: tuple[str, ...]
    base: tuple[float, ...]
    words: Mapping[str, tuple[float, ...]]
    places: Mapping[str, Mapping[str, tuple[float, ...]]] = {}

    def chances(self, told: Words) -> dict[str, float]:
        """Of each answer; they sum to 1. A long text says no more than a short one of the same words."""
        said = [self._said_by(told.there)]
        said += [self._leanings[place].odds(words) for place, words in told.places.items() if place in self.places]
        odds = [exp(base + sum([each[at] for each in said])) for at, base in enumerate(self.base)]
        whole = sum(odds)
        return {answer: each / whole for answer, each in zip(self.answers, odds, strict=True)}

    def _said_by(self, words: Iterable[str]) -> list[float]:
        known = [self.words[word] for word in sorted(words) if word in self.words]
        scale = 1 / sqrt(len(known) or 1)
        return [scale * sum(each) for each in zip(*known, strict=True)] or [0.0] * len(self.answers)

    def weight(self, word: str, answer: str) -> float:
        return self.words[word][self.answers.index(answer)] if word in self.words else 0.0

    @cached_property
    def _leanings(self) -> Mapping[str, Leaning]:
        return {place: Leaning(weights) for place, weights in self.places.items()}


class Weights(Struct, frozen=True):
    """`sentences` has `NOTHING` beside the kinds, `parts` beside the roles; `stages` has a table for each kind; `sure`
    weighs what makes of them all how often such a reading was right in texts held out."""

    sentences: Table
    stages: Mapping[str, Table]
    parts: Table
    sure: Mapping[str, float]


@cache
def weights() -> Weights:
    return msgspec.json.decode(files("cellwire.claims.gist").joinpath("gist.json").read_bytes(), type=Weights)
