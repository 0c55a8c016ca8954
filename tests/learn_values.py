# ruff: noqa: T201  a script: it prints
"""Learns how likely a value is that of the thing it is told of, from values that were checked one by one: `make train`.

    python tests/learn_values.py          score on outlets held out, learn, write claims/evidence/values.json
    python tests/learn_values.py --dry    score only

`values.jsonl.gz` has of each value the page's address, its sort, its signs, and whether the text bears it out for that
very thing, as people judged who had the text and never saw a rule.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import msgspec
import numpy as np
from msgspec import Struct
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from by_outlet import Figures, held_out
from gate import TESTS

VALUES = TESTS / "claims" / "values.jsonl.gz"
WEIGHTS = TESTS.parent / "src" / "cellwire" / "claims" / "evidence" / "values.json"
STRENGTH = 0.1  # of the data against the prior that no sign matters: scikit-learn's C
LEAST = 4  # values with a sign, of which less is not learned
SMALLEST = 0.02  # log odds that are written down
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Value(Struct, frozen=True):
    page: str
    sort: str
    signs: frozenset[str]
    right: bool

    @property
    def host(self) -> str:
        return urlsplit(self.page).netloc or self.page.partition(":")[0]


def judged_values() -> list[Value]:
    return [msgspec.json.decode(line, type=Value) for line in gzip.decompress(VALUES.read_bytes()).splitlines()]


class Bearing:
    """Learned from rows."""

    def __init__(self, rows: Sequence[Value]) -> None:
        self._signs = CountVectorizer(analyzer=_signs, min_df=LEAST, binary=True)
        asked = self._signs.fit_transform(rows)
        self._model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(asked, [row.right for row in rows])

    def chances(self, rows: Sequence[Value]) -> Figures:
        return np.asarray(self._model.predict_proba(self._signs.transform(rows))[:, 1])

    def told(self) -> dict[str, Any]:
        """As `exactness.Learned` has it."""
        weighed = zip(self._signs.get_feature_names_out(), self._model.coef_[0].round(3).tolist(), strict=True)
        weights = {name: weight for name, weight in weighed if abs(weight) >= SMALLEST}
        return {"base": round(float(self._model.intercept_[0]), 3), "weights": weights}


def _signs(row: Value) -> Iterable[str]:
    return row.signs


def report(rows: Sequence[Value]) -> None:
    said, right = held_out(rows, Bearing), np.array([row.right for row in rows])
    print(f"{len(rows)} values, {right.mean():.2f} right; area under the curve {roc_auc_score(right, said):.3f}")
    for sort in sorted({row.sort for row in rows}):
        mine = np.array([row.sort == sort for row in rows])
        area = roc_auc_score(right[mine], said[mine]) if 0 < right[mine].mean() < 1 else float("nan")
        print(f"  {sort:10} {mine.sum():5} values, {right[mine].mean():.2f} right, area {area:.3f}")
    for low, high in pairwise(BINS):
        mine = (said >= low) & (said < high)
        if mine.any():
            print(f"  said {low:.1f} to {min(high, 1):.1f}: {mine.sum():5} values, {right[mine].mean():.2f} right")


def main() -> int:
    parser = argparse.ArgumentParser(description="Learns whose a value is.")
    parser.add_argument("--dry", action="store_true", help="score only, write nothing")
    asked = parser.parse_args()
    rows = judged_values()
    report(rows)
    if not asked.dry:
        WEIGHTS.write_text(json.dumps(Bearing(rows).told(), ensure_ascii=False, indent=0) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
