"""Learns how sure a reading is from labelled texts, and says how far that can be trusted: `make train`.

    python tests/train.py            score by cross-validation, learn, write claims/evidence/confidence.json
    python tests/train.py --dry      score only

A reading is right if it pairs with a label that is asked for; what is background or pairs with an optional label is
left out. Texts that may not be passed on are in judged.jsonl with the signs of each reading and whether it was right.
All readings of one text are held out together. Weights are learned from texts that rules were mended with too; what a
confidence means is fitted to the readings marked `unseen`, of pages that nobody who writes rules had looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from cellwire.claims.developments import read_all
from cellwire.claims.evidence.signs import Signs
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.model import Development, Form
from gate import TESTS, Corpus, _label_of, corpora
from scoring import as_told, pairs, score

WEIGHTS = TESTS.parent / "src" / "cellwire" / "claims" / "evidence" / "confidence.json"
JUDGED = TESTS / "claims" / "judged.jsonl"
FLOOR, BACKGROUND = 0.33, 0.15  # of news, and of what is told as background: docs/confidence.md says why
FLOORS = {"facility": 0.4, "supply": 0.42}  # of kinds that are oftener wrong where they are unsure
LEAST = 4  # a sign that was seen less often is not learned
STRENGTH = 0.5  # of the data against the prior that no sign matters: scikit-learn's C
FOLDS, ROUNDS = 8, 5
BINS = 5
UNKNOWN, NOBODY = "only unknown names", "nobody named"
RENAMED = 0.25  # how much a reading counts with its names exchanged for unknown ones

Read = tuple[Development, Signs]


@dataclass(frozen=True, slots=True)
class Example:
    corpus: str
    text: str
    signs: Signs
    right: bool
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled text with everything that was read from it."""

    corpus: str
    row: dict[str, Any]
    reads: Sequence[Read]


def labelled_texts(corpus: Corpus) -> Iterator[Labelled]:
    lexicon, rows = load_lexicon(), {row["id"]: row for row in corpus.rows}
    reads: dict[str, list[Read]] = {}
    for capture in corpus.captures():
        documents = [document for document in open_documents(capture) if document.form is not Form.ROUNDUP]
        for number, document in enumerate(documents, 1):
            key = _label_of(capture, document, number, set(rows))
            reads.setdefault(key, []).extend(read_all(document, lexicon))
    return (Labelled(corpus.name, row, reads.get(id, [])) for id, row in rows.items())


def examples(text: Labelled) -> Iterator[Example]:
    """The readings of a text that are right or invented."""
    events = text.row.get("events", [])
    asked = [event for event in events if not event.get("background")]
    spare = [event for event in events if event.get("background")] + (text.row.get("optional_events") or [])
    told = [as_told(development) for development, _ in text.reads]
    right = {j for _, j in pairs(asked, told)}
    left = [j for j in range(len(told)) if j not in right]
    spared = {left[j] for _, j in pairs(spare, [told[j] for j in left])}
    for j, (development, signs) in enumerate(text.reads):
        if j not in spared and not development.background and not development.by_words:
            yield Example(text.corpus, text.row["id"], _not_learned_from(text, signs), j in right)


def _not_learned_from(text: Labelled, signs: Signs) -> Signs:
    """Without what all words say of texts that they were learned from: of those they say too much."""
    return signs if text.corpus == "real" else frozenset(sign for sign in signs if not sign.startswith("all words"))


def judged() -> Iterator[Example]:
    for line in JUDGED.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Example(row["set"], row["page"], frozenset(row["signs"]), row["right"], row.get("unseen", False))


def learnable(seen: Iterable[Example]) -> list[str]:
    """Signs seen often enough in what the repository itself holds."""
    counts = Counter(sign for example in seen if example.corpus != "real" for sign in example.signs)
    return sorted(sign for sign, count in counts.items() if count >= LEAST)


def table(seen: Sequence[Example], signs: Sequence[str]) -> np.ndarray[Any, Any]:
    return np.array([[sign in example.signs for sign in signs] for example in seen], float)


def learned(seen: Sequence[Example], signs: Sequence[str]) -> LogisticRegression:
    """Each reading counts once, and again in part as if no list knew its names: who is new is not wrong for that."""
    strangers = [replace(each, signs=each.signs | {UNKNOWN}) for each in seen if not {UNKNOWN, NOBODY} & each.signs]
    shown = [*seen, *strangers]
    weigh = [1.0] * len(seen) + [RENAMED] * len(strangers)
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8)
    return model.fit(table(shown, signs), [each.right for each in shown], sample_weight=weigh)


def held_out(seen: Sequence[Example], signs: Sequence[str]) -> np.ndarray[Any, Any]:
    """The confidence of each reading as learned from other texts, the mean of several divisions."""
    rows = table(seen, signs)
    told = np.zeros(len(seen))
    for seed in range(ROUNDS):
        folds = GroupKFold(FOLDS, shuffle=True, random_state=seed)
        for others, mine in folds.split(rows, groups=[example.text for example in seen]):
            told[mine] += learned([seen[at] for at in others], signs).predict_proba(rows[mine])[:, 1] / ROUNDS
    return told


def stretch(seen: Sequence[Example], told: np.ndarray[Any, Any]) -> tuple[float, float]:
    """Slope and shift in log odds that make a confidence mean what it says (Platt's)."""
    model = LogisticRegression(C=1e6, tol=1e-8).fit(_log_odds(told), [example.right for example in seen])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def stretched(told: np.ndarray[Any, Any], slope: float, shift: float) -> np.ndarray[Any, Any]:
    return np.asarray(1 / (1 + np.exp(-slope * _log_odds(told)[:, 0] - shift)))


def _log_odds(told: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.asarray(np.log(told / (1 - told)).reshape(-1, 1))


def reliability(seen: Sequence[Example], told: np.ndarray[Any, Any]) -> list[dict[str, float]]:
    """By fifths of confidence: how many readings, how sure they were said to be, how many were right."""
    right = np.array([example.right for example in seen], float)
    bins = np.minimum((told * BINS).astype(int), BINS - 1)
    return [
        {
            "from": at / BINS,
            "readings": int((bins == at).sum()),
            "said": round(float(told[bins == at].mean()), 3),
            "right": round(float(right[bins == at].mean()), 3),
        }
        for at in range(BINS)
        if (bins == at).any()
    ]


def by_floor(texts: Sequence[Labelled], sure: Mapping[tuple[str, Signs], float]) -> Iterator[str]:
    """What a floor does to the labelled texts, each text read with what others taught."""
    for floor in (0.0, 0.15, 0.25, 0.35, 0.4, 0.45, 0.5, 0.6):
        figures = []
        for name in sorted({text.corpus for text in texts}):
            kept = [(text.row, _above(text, sure, floor)) for text in texts if text.corpus == name]
            scored = score(kept)
            figures.append(f"{name} {scored.relevance.f1:.3f} / {scored.development.f1:.3f} / {scored.fact.f1:.3f}")
        yield f"  floor {floor:.2f}   " + "   ".join(figures)


def _above(text: Labelled, sure: Mapping[tuple[str, Signs], float], floor: float) -> list[dict[str, Any]]:
    """What was left out of training has no held-out confidence and is kept."""
    return [
        as_told(told)
        for told, signs in text.reads
        if sure.get((text.row["id"], signs), 1.0) >= (min(floor, BACKGROUND) if told.background else floor)
    ]


def judged_by_floor(seen: Sequence[Example], told: np.ndarray[Any, Any]) -> Iterator[str]:
    for name in sorted({example.corpus for example in seen}):
        of = [(example.right, value) for example, value in zip(seen, told, strict=True) if example.corpus == name]
        lost = sum(right and value < FLOOR for right, value in of)
        caught = sum(not right and value < FLOOR for right, value in of)
        right = sum(right for right, _ in of)
        yield f"  {name:<12} {lost} of {right} true left out, {caught} of {len(of) - right} invented left out"


def written(seen: Sequence[Example], weights: Mapping[str, float], base: float, bins: list[dict[str, float]]) -> str:
    sets = Counter(example.corpus for example in seen)
    right = Counter(example.corpus for example in seen if example.right)
    kept = {
        "about": "Log odds that a reading is right; written by `make train`.",
        "day": datetime.now(tz=UTC).date().isoformat(),
        "sets": {name: {"right": right[name], "invented": sets[name] - right[name]} for name in sorted(sets)},
        "reliability": bins,
        "floor": FLOOR,
        "floors": FLOORS,
        "background": BACKGROUND,
        "base": round(base, 3),
        "weights": {sign: round(weight, 3) for sign, weight in weights.items()},
    }
    return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"


def _shown(bins: Sequence[Mapping[str, float]]) -> str:
    return "".join(
        f"  from {each['from']:.1f}   {each['readings']:>4.0f}   {each['said']:.2f}   {each['right']:.2f}\n"
        for each in bins
    )


def main(arguments: Sequence[str] | None = None) -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--dry", action="store_true", help="score by cross-validation, write nothing")
    options = asked.parse_args(arguments)
    texts = [text for corpus in corpora() for text in labelled_texts(corpus)]
    every = [*(example for text in texts for example in examples(text)), *judged()]
    seen, fresh = [each for each in every if not each.unseen], [each for each in every if each.unseen]
    signs = learnable(seen)
    model = learned(seen, signs)
    raw = model.predict_proba(table(fresh, signs))[:, 1]
    slope, shift = stretch(fresh, raw)
    bins = reliability(fresh, stretched(raw, slope, shift))
    told = stretched(held_out(seen, signs), slope, shift)
    sure = {(example.text, example.signs): float(value) for example, value in zip(seen, told, strict=True)}
    say = sys.stdout.write
    say(f"{len(seen)} readings, {sum(example.right for example in seen)} right, {len(signs)} signs\n\n")
    say(f"confidence on {len(fresh)} readings of unseen news: readings, said, right\n{_shown(bins)}")
    say(f"\nheld out of what it learned from\n{_shown(reliability(seen, told))}")
    say(f"\nbelow the floor of {FLOOR}\n" + "\n".join(judged_by_floor(seen, told)))
    say("\n\nrelevance / development / fact F1\n" + "\n".join(by_floor(texts, sure)) + "\n")
    if not options.dry:
        weights = {sign: slope * float(weight) for sign, weight in zip(signs, model.coef_[0], strict=True)}
        WEIGHTS.write_text(written(every, weights, slope * float(model.intercept_[0]) + shift, bins), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
