"""What a text's words say together that none of them says alone: a network with one layer between words and answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from math import exp, sqrt
from operator import mul

import msgspec
from msgspec import Struct

from cellwire.claims.gist.vectors import mean_point
from cellwire.claims.gist.words import Words


class Net(Struct, frozen=True, dict=True):
    """Its units stir by the words, the pairs of words and where the words of each place lie, and lean to answers.

    `rows` has a signed byte for each unit (shape: words and pairs by units), first of the words, then of the pairs;
    `steps` says what a byte's step is worth in each unit, and `stirring` what a unit starts from. `places` has for each
    place the weights of a mean point in each unit, `leaning` for each answer those of the units, and `base` where an
    answer starts from, all in log odds.
    """

    answers: tuple[str, ...]
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    rows: bytes
    steps: tuple[float, ...]
    stirring: tuple[float, ...]
    places: Mapping[str, tuple[tuple[float, ...], ...]]
    leaning: tuple[tuple[float, ...], ...]
    base: tuple[float, ...]

    def chances(self, told: Words) -> dict[str, float]:
        """Of each answer; they sum to 1. A long text says no more than a short one of the same words."""
        units = [max(0.0, sum(each)) for each in zip(*self._said(told), strict=True)]
        odds = [exp(base + sum(map(mul, each, units))) for base, each in zip(self.base, self.leaning, strict=True)]
        whole = sum(odds)
        return {answer: each / whole for answer, each in zip(self.answers, odds, strict=True)}

    def _said(self, told: Words) -> Iterator[Sequence[float]]:
        """To each unit."""
        yield self.stirring
        yield self._by(self._words, told.there)
        yield self._by(self._pairs, told.pairs)
        for place, weights in self.places.items():
            point = mean_point(told.places[place])
            yield [sum(map(mul, each, point)) for each in weights]

    def _by(self, at: Mapping[str, int], said: Iterable[str]) -> list[float]:
        known = [self._row(at[each]) for each in said if each in at]
        if not known:
            return [0.0] * len(self.steps)
        scale = 1 / sqrt(len(known))
        return [scale * step * sum(each) for step, each in zip(self.steps, zip(*known, strict=True), strict=True)]

    def _row(self, at: int) -> memoryview:
        units = len(self.steps)
        return self._bytes[at * units : (at + 1) * units]

    @cached_property
    def _bytes(self) -> memoryview:
        return memoryview(self.rows).cast("b")

    @cached_property
    def _words(self) -> Mapping[str, int]:
        return {word: at for at, word in enumerate(self.words)}

    @cached_property
    def _pairs(self) -> Mapping[str, int]:
        return {pair: at for at, pair in enumerate(self.pairs, len(self.words))}


@cache
def net() -> Net:
    """What labelled texts taught of whole openings (`make train`)."""
    return msgspec.msgpack.decode(files("cellwire.claims.gist").joinpath("texts.net").read_bytes(), type=Net)
