"""Learns how likely a story is right as the brief tells it, from stories that were checked: `make train`.

    python tests/learn_likelihood.py          score on outlets held out, learn, write doubting/likelihood.json
    python tests/learn_likelihood.py --dry    score only

`publish/checked_stories.jsonl.gz` has of each story the page's address, its signs and whether it was right: by people
who had the headline and sentences as a brief prints them and the texts they were made from, and never saw a rule.
`told` are those that the brief's other floors let pass.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec
import numpy as np
from msgspec import Struct
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from by_outlet import Figures, held_out, report
from gate import TESTS

CHECKED = TESTS / "publish" / "checked_stories.jsonl.gz"
WEIGHTS = TESTS.parent / "src" / "cellwire" / "publish" / "brief" / "doubting" / "likelihood.json"
STRENGTH = 0.05  # of the data against the prior that no sign matters: scikit-learn's C
LEAST = 15  # told stories with a sign, of which less is not learned: what is held back says little of what is told
TOLD = 3.0  # how much a story that the other floors let pass counts beside one that they hold back
SMALLEST = 0.02  # log odds that are written down
BINS = 20


class Checked(Struct, frozen=True):
    page: str
    signs: frozenset[str]
    right: bool
    told: bool

    @property
    def host(self) -> str:
        return urlsplit(self.page).netloc or self.page.partition(":")[0]


def checked_stories() -> list[Checked]:
    return [msgspec.json.decode(line, type=Checked) for line in gzip.decompress(CHECKED.read_bytes()).splitlines()]


class Likelihood:
    """Learned from rows."""

    def __init__(self, rows: Sequence[Checked]) -> None:
        told = [row for row in rows if row.told]
        self._signs = CountVectorizer(analyzer=_signs, min_df=LEAST, binary=True).fit(told)
        weigh = [TOLD if row.told else 1.0 for row in rows]
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        self._model = model.fit(self._signs.transform(rows), [row.right for row in rows], sample_weight=weigh)

    def chances(self, rows: Sequence[Checked]) -> Figures:
        return np.asarray(self._model.predict_proba(self._signs.transform(rows))[:, 1])

    def told(self) -> dict[str, Any]:
        """As `likelihood.Learned` has it."""
        weighed = zip(self._signs.get_feature_names_out(), np.round(self._model.coef_[0], 3).tolist(), strict=True)
        signs = {name: weight for name, weight in sorted(weighed) if abs(weight) >= SMALLEST}
        return {"base": round(float(self._model.intercept_[0]), 3), "signs": signs}


def _signs(row: Checked) -> Iterable[str]:
    return row.signs


def main() -> int:
    parser = argparse.ArgumentParser(description="Learns how likely a story is right as the brief tells it.")
    parser.add_argument("--dry", action="store_true", help="score only, write nothing")
    options = parser.parse_args()
    rows = checked_stories()
    told = np.array([row.told for row in rows])
    right = np.array([row.right for row in rows])
    report({"all": told | ~told, "told": told}, right, held_out(rows, Likelihood), bins=BINS)
    if not options.dry:
        WEIGHTS.write_text(json.dumps(Likelihood(rows).told(), indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
