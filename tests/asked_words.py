"""What texts are asked of their words, as a table: a row for each text, columns for words, pairs and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from cellwire.claims.gist.vectors import mean_point
from cellwire.claims.gist.words import Words
from told_rows import LEAST, LEAST_PAIRS


class Asking(Struct, frozen=True):
    """What is asked of words: whether they are there, which pairs (none where `pairs` is None), and in which places."""

    words: CountVectorizer
    pairs: CountVectorizer | None
    places: tuple[str, ...]

    @classmethod
    def of(cls, told: Sequence[Words], places: tuple[str, ...], *, paired: bool = False) -> Asking:
        words = CountVectorizer(analyzer=_there, min_df=LEAST, binary=True).fit(told)
        pairs = CountVectorizer(analyzer=_pairs, min_df=LEAST_PAIRS, binary=True).fit(told) if paired else None
        return cls(words, pairs, places)

    def table(self, told: Sequence[Words]) -> csr_matrix:
        there = [each.transform(told) for each in (self.words, self.pairs) if each]
        where = [csr_matrix(np.array([mean_point(each.places[place]) for each in told])) for place in self.places]
        return hstack([*(normalize(each.astype(float)) for each in there), *where]).tocsr()

    def named(self) -> tuple[list[str], list[str]]:
        """The words and the pairs, in the order of their columns."""
        words, pairs = (each.get_feature_names_out().tolist() if each else [] for each in (self.words, self.pairs))
        return words, pairs

    def of_places(self, weights: np.ndarray[Any, Any], size: int) -> Iterable[tuple[str, np.ndarray[Any, Any]]]:
        """For each place its part of `weights`, which has a row for each column of the table."""
        first = weights.shape[0] - size * len(self.places)
        return ((place, weights[first + at * size :][:size]) for at, place in enumerate(self.places))


def _there(told: Words) -> Iterable[str]:
    return told.there


def _pairs(told: Words) -> Iterable[str]:
    return told.pairs
