"""Teaches the network of `claims/gist` from labelled texts.

Some of the words and half of the units are left out at random each time that a text is shown (Srivastava and others,
2014), so that no answer comes to rest on a few of them; steps are those of Kingma and Ba (2015), shorter to the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix

from asked_words import Asking
from cellwire.claims.gist.chances import Chances
from cellwire.claims.gist.net import Net
from cellwire.claims.gist.vectors import DIMENSIONS
from cellwire.claims.gist.words import Words

Array = np.ndarray[Any, Any]
UNITS = 64
ROUNDS = 15
SHOWN = 128  # texts at once
WORDS_LEFT_OUT, UNITS_LEFT_OUT = 0.3, 0.5
STEP, FADING, HELD = 0.002, 0.4, 0.01  # the longest step, the share of rounds in which steps shorten, pull towards zero
SPREAD = 0.18  # of the weights of words at first: as many words as an opening has then stir a unit by about one
BYTE = 127


class Layered(Struct, frozen=True):
    """`inner` is columns by units, `outer` units by answers; in float32."""

    asking: Asking
    answers: tuple[str, ...]
    inner: Array
    stirring: Array
    outer: Array
    base: Array

    def chances(self, told: Sequence[Words]) -> list[Chances]:
        units = np.maximum(self.asking.table(told) @ self.inner + self.stirring, 0)
        found = _softmax(units @ self.outer + self.base)
        return [dict(zip(self.answers, map(float, each), strict=True)) for each in found]

    def told(self) -> Net:
        words, pairs = self.asking.named()
        of_words = self.inner[: len(words) + len(pairs)]
        steps = np.abs(of_words).max(axis=0) / BYTE
        places = {place: _listed(part.T) for place, part in self.asking.of_places(self.inner, DIMENSIONS)}
        return Net(
            answers=self.answers,
            words=tuple(words),
            pairs=tuple(pairs),
            rows=np.rint(of_words / steps).astype(np.int8).tobytes(),
            steps=tuple(np.round(steps, 6).tolist()),
            stirring=tuple(np.round(self.stirring, 4).tolist()),
            places=places,
            leaning=_listed(self.outer.T),
            base=tuple(np.round(self.base, 4).tolist()),
        )


def taught(told: Sequence[Words], answers: Sequence[str], places: tuple[str, ...]) -> Layered:
    """The same from the same texts in the same order."""
    asking, names = Asking.of(told, places, paired=True), sorted(set(answers))
    shown, wanted = asking.table(told).astype(np.float32), np.eye(len(names), dtype=np.float32)
    chance = np.random.default_rng(0)
    weights = _first(shown.shape[1], len(names), chance)
    steps = [Steps(weight) for weight in weights]
    right = wanted[[names.index(answer) for answer in answers]]
    for turn in range(ROUNDS):
        length = STEP * min(1.0, (ROUNDS - turn) / (ROUNDS * FADING))
        for some in _by_turns(len(answers), chance):
            for step, slope in zip(steps, _slopes(weights, shown[some], right[some], chance), strict=True):
                step.take(slope, length)
    return Layered(asking, tuple(names), *weights)


def _first(columns: int, answers: int, chance: np.random.Generator) -> list[Array]:
    inner = chance.normal(0, SPREAD, (columns, UNITS))
    outer = chance.normal(0, UNITS**-0.5, (UNITS, answers))
    return [each.astype(np.float32) for each in (inner, np.zeros(UNITS), outer, np.zeros(answers))]


def _by_turns(texts: int, chance: np.random.Generator) -> Iterator[Array]:
    order = chance.permutation(texts)
    yield from (order[start : start + SHOWN] for start in range(0, texts, SHOWN))


def _slopes(weights: Sequence[Array], shown: csr_matrix, right: Array, chance: np.random.Generator) -> list[Array]:
    """How the mean surprise at the right answers changes with each weight, where some words and units are left out."""
    inner, stirring, outer, base = weights
    shown.data *= _kept(shown.data.shape, WORDS_LEFT_OUT, chance)
    stirred = shown @ inner + stirring
    kept = _kept(stirred.shape, UNITS_LEFT_OUT, chance) * (stirred > 0)
    units = stirred * kept
    missed = (_softmax(units @ outer + base) - right) / len(right)
    back = (missed @ outer.T) * kept
    return [shown.T @ back, back.sum(0), units.T @ missed, missed.sum(0)]


def _kept(shape: tuple[int, ...], left_out: float, chance: np.random.Generator) -> Array:
    """Nothing for what is left out, and the others more, so that the sum stays."""
    return (chance.random(shape) >= left_out).astype(np.float32) / np.float32(1 - left_out)


def _softmax(odds: Array) -> Array:
    above = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(above / above.sum(axis=1, keepdims=True))


def _listed(table: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(np.round(row, 4).tolist()) for row in table)


class Steps:
    """Of one weight, in place: by the mean of its slopes and their spread so far."""

    def __init__(self, weight: Array, *, recent: float = 0.9, long: float = 0.999) -> None:
        self._weight, self._recent, self._long, self._taken = weight, recent, long, 0
        self._mean, self._square = np.zeros_like(weight), np.zeros_like(weight)

    def take(self, slope: Array, length: float) -> None:
        self._taken += 1
        self._mean += (1 - self._recent) * (slope - self._mean)
        self._square += (1 - self._long) * (slope * slope - self._square)
        mean, square = self._mean / (1 - self._recent**self._taken), self._square / (1 - self._long**self._taken)
        self._weight -= length * (mean / (np.sqrt(square) + 1e-8) + HELD * self._weight)
