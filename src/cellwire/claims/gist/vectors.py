"""Words as points: those that stand among the same words in much news lie near each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

DIMENSIONS = 100
_FINENESS = 380  # of a coordinate's steps in one: a byte has those from -0.33 to 0.33, and hardly one is longer
_FULL = 255  # a word's weight of 1
_ROW = DIMENSIONS + 1  # bytes a word: its weight, then where it lies
_PRIOR = 1.0  # of weight, which says nothing: a place with a word or two says little


class Points:
    """Where words lie. A frequent word weighs less than a rare one (Arora and others, 2017, with a = 0.001)."""

    def __init__(self, words: Sequence[str], rows: bytes) -> None:
        self._at = {word: at for at, word in enumerate(words)}
        self._rows = rows

    def __contains__(self, word: str) -> bool:
        return word in self._at

    def weight(self, word: str) -> float:
        return self._rows[self._at[word] * _ROW] / _FULL

    def point(self, word: str) -> list[float]:
        """Coordinates, of a length of about 1."""
        start = self._at[word] * _ROW
        row = memoryview(self._rows)[start + 1 : start + _ROW].cast("b")
        return [step / _FINENESS for step in row]


@cache
def points() -> Points:
    """Of 25,000 words in 250 MB of English news, learned by word2vec (docs/confidence.md)."""
    here = files("cellwire.claims.gist")
    return Points(here.joinpath("words.txt").read_text("utf-8").split(), here.joinpath("points.bin").read_bytes())


def as_bytes(weight: float, point: Iterable[float]) -> bytes:
    """A word's row: what `Points` reads."""
    steps = (max(-127, min(127, round(each * _FINENESS))) for each in point)
    return bytes([round(weight * _FULL), *(step % 256 for step in steps)])


def mean_point(words: Iterable[str]) -> list[float]:
    """Where words lie together: nearer to nowhere the fewer they are, and twice as far out, to weigh like a word."""
    there = points()
    known = [word for word in sorted(words) if word in there]
    weights = [there.weight(word) for word in known]
    scale = 2 / (sum(weights) + _PRIOR)
    moved = ([weight * step for step in there.point(word)] for word, weight in zip(known, weights, strict=True))
    return [scale * sum(each) for each in zip(*moved, strict=True)] or [0.0] * DIMENSIONS


class Leaning:
    """What the words of a place say of each answer by where they lie: weights times their mean point, which is nearer
    to nowhere the fewer they are. What a word says is kept, since words recur."""

    def __init__(self, weights: Mapping[str, Sequence[float]]) -> None:
        self._weights = list(weights.values())
        self._known: dict[str, tuple[float, list[float]]] = {}

    def odds(self, words: Iterable[str]) -> list[float]:
        """Log odds, in the order of the weights."""
        there = points()
        asked = [self._of(word) for word in sorted(words) if word in there]
        whole = sum([weight for weight, _ in asked]) + _PRIOR
        moved = zip(*[odds for _, odds in asked], strict=True)
        return [2 * sum(each) / whole for each in moved] or [0.0] * len(self._weights)

    def _of(self, word: str) -> tuple[float, list[float]]:
        if word not in self._known:
            weight, point = points().weight(word), points().point(word)
            odds = [weight * sum(a * b for a, b in zip(each, point, strict=True)) for each in self._weights]
            self._known[word] = weight, odds
        return self._known[word]
