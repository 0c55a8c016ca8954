"""Learns how likely all is right that a reading says, from readings that were checked: `make train`.

    python tests/learn_exactness.py          score on outlets held out, learn, write claims/evidence/exactness.json
    python tests/learn_exactness.py --dry    score only

`checked_rows.py` says what is kept of each.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from by_outlet import Figures, held_out, report
from checked_rows import Checked, checked_rows
from gate import TESTS

WEIGHTS = TESTS.parent / "src" / "cellwire" / "claims" / "evidence" / "exactness.json"
STRENGTH = 0.05  # of the data against the prior that no sign matters: scikit-learn's C
OF_A_WORD = 0.5  # how much a word counts beside a sign
LEAST = 5  # readings with a sign, of which less is not learned
PRINTED = 2.0  # how much a reading that was judged in print counts beside one with a label
SMALLEST = 0.02  # log odds that are written down
BINS = 10


class Exactness:
    """Learned from rows."""

    def __init__(self, rows: Sequence[Checked]) -> None:
        self._signs = CountVectorizer(analyzer=_signs, min_df=LEAST, binary=True).fit(rows)
        self._words = CountVectorizer(analyzer=_words, min_df=LEAST, binary=True).fit(rows)
        weigh = [PRINTED if row.printed else 1.0 for row in rows]
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        self._model = model.fit(self._table(rows), [row.right for row in rows], sample_weight=weigh)

    def chances(self, rows: Sequence[Checked]) -> Figures:
        return np.asarray(self._model.predict_proba(self._table(rows))[:, 1])

    def told(self) -> dict[str, Any]:
        """As `exactness.Learned` has it."""
        names = [*self._signs.get_feature_names_out(), *self._words.get_feature_names_out()]
        scale = np.r_[np.ones(len(self._signs.vocabulary_)), np.full(len(self._words.vocabulary_), OF_A_WORD)]
        weighed = zip(names, np.round(self._model.coef_[0] * scale, 3).tolist(), strict=True)
        weights = {name: weight for name, weight in sorted(weighed) if abs(weight) >= SMALLEST}
        return {"base": round(float(self._model.intercept_[0]), 3), "weights": weights}

    def _table(self, rows: Sequence[Checked]) -> csr_matrix:
        return hstack([self._signs.transform(rows), self._words.transform(rows) * OF_A_WORD]).tocsr()


def _signs(row: Checked) -> Iterable[str]:
    return row.signs


def _words(row: Checked) -> Iterable[str]:
    return row.words


def main() -> int:
    parser = argparse.ArgumentParser(description="Learns how likely all is right that a reading says.")
    parser.add_argument("--dry", action="store_true", help="score only, write nothing")
    options = parser.parse_args()
    rows = checked_rows()
    printed = np.array([row.printed for row in rows])
    right = np.array([row.right for row in rows])
    report({"printed": printed, "labelled": ~printed}, right, held_out(rows, Exactness), bins=BINS)
    if not options.dry:
        WEIGHTS.write_text(json.dumps(Exactness(rows).told(), indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
