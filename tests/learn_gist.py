# ruff: noqa: T201  a script: it prints
"""Learns what the words of a text say it is about, from labelled texts, and how far that can be trusted: `make train`.

    python tests/learn_gist.py               score on texts held out, learn, write claims/gist/gist.json
    python tests/learn_gist.py --dry         score only
    python tests/learn_gist.py --rows FILE…  add to told_words.jsonl what the labelled texts of files teach

A file holds a text a line: `title`, `text`, `source`, `published` and the labels of shared/eval. Of a text that may not
be passed on the repository keeps its address, its labels' kinds and stages, and its words without order: of those that
three texts have, and nobody's name.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.preprocessing import normalize

from cellwire.claims import read_developments
from cellwire.claims.actors import distinct, groups
from cellwire.claims.gist import NOTHING, opening_words
from cellwire.claims.gist.telling import LOOKED_AT, NAMED
from cellwire.claims.reading import is_battery_news, set_scene
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.model import Document, Form
from claims.telling import document
from gate import TESTS, Corpus, _label_of, corpora
from scoring import same_name

WEIGHTS = TESTS.parent / "src" / "cellwire" / "claims" / "gist" / "gist.json"
ROWS = TESTS / "claims" / "told_words.jsonl"
LEAST = 3  # texts with a word, of which less is not learned
STRENGTH = 3.0  # of the data against the prior that no word matters: scikit-learn's C
EVENED = 0.7  # how far rare kinds count as much as frequent ones: 0 not at all, 1 fully
FOLDS, ROUNDS = 8, 3
BINS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0))
SMALLEST = 0.05  # log odds that are written down


class Row(Struct, frozen=True):
    """What a labelled text teaches. `kinds` are all that it tells, of which `kind` and `stage` come first; `silent` if
    no rule read any news in it, `named` if who is named first takes part."""

    page: str
    kind: str
    stage: str
    kinds: tuple[str, ...]
    silent: bool
    named: bool
    words: tuple[str, ...]


def row_of(page: str, told: Document, labels: dict[str, Any]) -> Row | None:
    """None where nothing in the text is of the industry, which no words have to say."""
    lexicon = load_lexicon()
    scene = set_scene(told, lexicon)
    if scene is None or not is_battery_news(scene):
        return None
    events = [event for event in labels.get("events", []) if not event.get("background")]
    first = events[0] if events else {"kind": NOTHING, "stage": ""}
    reads = [each for each in read_developments(told, lexicon) if not each.by_words]
    mentioned = (distinct(n for group in groups(each) for n in group.names) for each in scene.sentences[:LOOKED_AT])
    names = next((names for names in mentioned if names), [])[:NAMED]
    parties = [party["name"] for party in first.get("parties", [])]
    named = not parties or any(same_name(party, name.name) for party in parties for name in names)
    kinds = tuple(sorted({event["kind"] for event in events}))
    silent = all(each.background for each in reads)
    return Row(page, first["kind"], first["stage"], kinds, silent, named, tuple(sorted(opening_words(scene))))


def rows_of_texts(file: Path) -> Iterator[Row]:
    for line in file.read_text("utf-8").splitlines():
        told = json.loads(line)
        day = told.get("published")
        published = date.fromisoformat(day) if day and len(day) == len("2026-01-31") else None
        text = document(told["text"], title=told["title"], published=published)
        row = row_of(told["source"], text, told)
        if row:
            yield row


def rows_of(corpus: Corpus) -> Iterator[Row]:
    """Of texts in the repository: they are read anew each time."""
    labels = {row["id"]: row for row in corpus.rows}
    for capture in corpus.captures():
        documents = [each for each in open_documents(capture) if each.form is not Form.ROUNDUP]
        for number, each in enumerate(documents, 1):
            id = _label_of(capture, each, number, set(labels))
            row = row_of(id, each, labels[id]) if id in labels else None
            if row:
                yield row


def kept_rows() -> list[Row]:
    rows = (json.loads(line) for line in ROWS.read_text("utf-8").splitlines())
    return [Row(**{**row, "kinds": tuple(row["kinds"]), "words": tuple(row["words"])}) for row in rows]


class Learned(Struct, frozen=True):
    words: CountVectorizer
    model: LogisticRegression

    def chances(self, rows: Sequence[Row]) -> np.ndarray[Any, Any]:
        return np.asarray(self.model.predict_proba(normalize(self.words.transform(rows).astype(float))))

    def told(self) -> dict[str, Any]:
        """As `Table` has it. Of two answers scikit-learn keeps one side."""
        model = self.model
        two = len(model.classes_) == 2
        coef = np.vstack([-model.coef_, model.coef_]) / 2 if two else model.coef_
        base = np.concatenate([-model.intercept_, model.intercept_]) / 2 if two else model.intercept_
        names = self.words.get_feature_names_out()
        heavy = [at for at in range(len(names)) if np.abs(coef[:, at]).max() >= SMALLEST]
        return {
            "answers": [str(answer) for answer in model.classes_],
            "base": [round(float(each), 2) for each in base],
            "words": {names[at]: [round(float(each), 2) for each in coef[:, at]] for at in heavy},
        }


def learned(rows: Sequence[Row], answers: Sequence[str]) -> Learned:
    words = CountVectorizer(analyzer=_words, min_df=LEAST)
    told = normalize(words.fit_transform(rows).astype(float))
    counts = Counter(answers)
    weigh = [(len(answers) / (len(counts) * counts[answer])) ** EVENED for answer in answers]
    return Learned(words, LogisticRegression(C=STRENGTH, max_iter=3000).fit(told, answers, sample_weight=weigh))


def _words(row: Row) -> Iterable[str]:
    return row.words


class Guess(Struct, frozen=True):
    row: Row
    kind: str
    chance: float

    @property
    def right(self) -> bool:
        return self.kind in self.row.kinds and self.row.named


def held_out(rows: Sequence[Row]) -> list[Guess]:
    """What each text seems to be about as learned from others, several times over with other divisions."""
    guesses = []
    for seed in range(ROUNDS):
        for others, mine in KFold(FOLDS, shuffle=True, random_state=seed).split(np.arange(len(rows))):
            teaching, asked = [rows[at] for at in others], [rows[at] for at in mine]
            of = learned(teaching, [row.kind for row in teaching])
            for row, chances in zip(asked, of.chances(asked), strict=True):
                guesses.append(Guess(row, str(of.model.classes_[chances.argmax()]), float(chances.max())))
    return guesses


def calibrated(guesses: Sequence[Guess]) -> tuple[float, float]:
    """Slope and shift in log odds that make of a chance how often it was right where no rule read anything."""
    asked = [guess for guess in guesses if guess.row.silent and guess.kind != NOTHING]
    odds = np.array([[np.log(guess.chance / (1 - guess.chance))] for guess in asked])
    model = LogisticRegression(C=1e6, tol=1e-8).fit(odds, [guess.right for guess in asked])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def report(guesses: Sequence[Guess], slope: float, shift: float) -> None:
    asked = [guess for guess in guesses if guess.row.silent]
    relevant = sum(guess.row.kind != NOTHING for guess in asked)
    print(f"{len(asked) // ROUNDS} texts in which no rule reads news, {relevant // ROUNDS} of them tell some")
    for low, high in BINS:
        within = [guess for guess in asked if guess.kind != NOTHING and low <= _sure(guess, slope, shift) < high]
        right = sum(guess.right for guess in within)
        print(f"  {low:.1f} to {high:.1f}: {len(within) / ROUNDS:5.1f} told, {right / ROUNDS:5.1f} right")


def _sure(guess: Guess, slope: float, shift: float) -> float:
    return float(1 / (1 + np.exp(-slope * np.log(guess.chance / (1 - guess.chance)) - shift)))


def learn(rows: Sequence[Row], slope: float, shift: float) -> dict[str, Any]:
    stages = {}
    for kind in sorted({row.kind for row in rows} - {NOTHING}):
        of = [row for row in rows if row.kind == kind]
        stages[kind] = _one(of[0].stage) if len({row.stage for row in of}) == 1 else _stages(of)
    return {
        "about": "What words say a text is about, in log odds; written by `make train`.",
        "day": f"{date.today()}",
        "texts": len(rows),
        "slope": round(slope, 3),
        "shift": round(shift, 3),
        "kinds": learned(rows, [row.kind for row in rows]).told(),
        "stages": stages,
    }


def _stages(rows: Sequence[Row]) -> dict[str, Any]:
    return learned(rows, [row.stage for row in rows]).told()


def _one(stage: str) -> dict[str, Any]:
    return {"answers": [stage], "base": [0.0], "words": {}}


def add_rows(files: Iterable[Path]) -> None:
    """Words that hardly any text has teach nothing, and are not kept."""
    kept = kept_rows() if ROWS.exists() else []
    known = {(row.page, row.words) for row in kept}
    new = [row for file in files for row in rows_of_texts(file)]
    rows = [*kept, *(row for row in new if (row.page, row.words) not in known)]
    counts = Counter(word for row in rows for word in row.words)
    with ROWS.open("w", encoding="utf-8") as out:
        for row in rows:
            told = {name: getattr(row, name) for name in row.__struct_fields__}
            told["words"] = [word for word in row.words if counts[word] >= LEAST]
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
    print(f"{len(rows)} rows, {len(rows) - len(kept)} of them new")


def _a_word_a_line(told: str) -> str:
    return told.replace("], ", "],\n").replace("{", "{\n") + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Learns what words say a text is about.")
    parser.add_argument("--dry", action="store_true", help="score only, write nothing")
    parser.add_argument("--rows", type=Path, nargs="+", metavar="FILE", help="add what labelled texts teach")
    asked = parser.parse_args()
    if asked.rows:
        add_rows(asked.rows)
        return 0
    own = chain.from_iterable(rows_of(corpus) for corpus in corpora() if corpus.name != "real")
    rows = [*kept_rows(), *own]
    guesses = held_out(rows)
    slope, shift = calibrated(guesses)
    report(guesses, slope, shift)
    if not asked.dry:
        WEIGHTS.write_text(_a_word_a_line(json.dumps(learn(rows, slope, shift), ensure_ascii=False)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
