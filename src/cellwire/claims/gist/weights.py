"""What words say of a text, as labelled texts taught (`make train`): the kind of thing it tells, and its stage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log, sqrt

import msgspec
from msgspec import Struct

from cellwire.model import Kind

NOTHING = "none"  # a text that tells nothing of the industry
FLOOR = 0.5  # of what words tell alone: docs/confidence.md
_SUREST = 1 - 1e-9  # chance, of which the odds are still a number
_NOTED = 3  # words that an explanation names


class Table(Struct, frozen=True):
    """Towards each answer, in log odds: where all texts start from, and each word's weight."""

    answers: tuple[str, ...]
    base: tuple[float, ...]
    words: Mapping[str, tuple[float, ...]]

    def chances(self, words: Collection[str]) -> dict[str, float]:
        """Of each answer; they sum to 1. A long text says no more than a short one of the same words."""
        known = [self.words[word] for word in sorted(words) if word in self.words]
        scale = 1 / sqrt(len(known) or 1)
        odds = [exp(base + scale * sum([each[at] for each in known])) for at, base in enumerate(self.base)]
        whole = sum(odds)
        return {answer: each / whole for answer, each in zip(self.answers, odds, strict=True)}

    def weight(self, word: str, answer: str) -> float:
        return self.words[word][self.answers.index(answer)] if word in self.words else 0.0


class Weights(Struct, frozen=True):
    """`kinds` has `NOTHING` beside the kinds, `stages` a table for each; `slope` and `shift` make of the chance of a
    kind how often that was right in texts held out."""

    slope: float
    shift: float
    kinds: Table
    stages: Mapping[str, Table]


@cache
def weights() -> Weights:
    return msgspec.json.decode(files("cellwire.claims.gist").joinpath("gist.json").read_bytes(), type=Weights)


class Gist(Struct, frozen=True):
    """What a text is likeliest about, how sure that is (0 to 1, calibrated), and the words that say so most."""

    kind: Kind
    stage: str
    confidence: float
    words: Sequence[str]


def chances_of(words: Collection[str]) -> Mapping[str, float]:
    """How likely a text of these words tells each kind, and how likely `NOTHING`; they sum to 1."""
    return weights().kinds.chances(words)


def gist_of(words: Collection[str], chances: Mapping[str, float]) -> Gist | None:
    """None where the words rather say that the text tells nothing."""
    learned = weights()
    kind = max(chances, key=lambda each: chances[each])
    if kind == NOTHING:
        return None
    stages = learned.stages[kind].chances(words)
    chance = min(chances[kind], _SUREST)
    odds = log(chance / (1 - chance))
    sure = 1 / (1 + exp(-learned.slope * odds - learned.shift))
    loudest = sorted(words, key=lambda word: (-learned.kinds.weight(word, kind), word))
    shown = list(dict.fromkeys(word.removeprefix("title ").removeprefix("tag ") for word in loudest))[:_NOTED]
    return Gist(Kind(kind), max(stages, key=lambda each: stages[each]), sure, shown)
