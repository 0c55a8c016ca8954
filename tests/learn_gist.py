# ruff: noqa: T201  a script: it prints
"""Learns what the words of a text say it is about, from labelled texts, and how far that can be trusted: `make train`.

    python tests/learn_gist.py               score on texts held out, learn, write claims/gist/gist.json
    python tests/learn_gist.py --dry         score only
    python tests/learn_gist.py --rows FILE…  add to told_words.jsonl.gz what the labelled texts of files teach

A file holds a text a line: `title`, `text`, `url`, `published` and the labels of shared/eval.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

from cellwire.claims.gist.chances import Chances, Gist
from cellwire.claims.gist.guessing import NOBODYS, Part, can_take_part, chosen, evidence, part_of
from cellwire.claims.gist.parts import CALLED, asked_of
from cellwire.claims.gist.vectors import DIMENSIONS, points
from cellwire.claims.gist.weights import NOTHING
from cellwire.claims.gist.words import Words, sentence_words, text_words
from cellwire.model import Kind
from gate import TESTS, corpora
from told_rows import LEAST, LEAST_PAIRS, Event, Row, add_rows, kept_rows, rows_of

WEIGHTS = TESTS.parent / "src" / "cellwire" / "claims" / "gist" / "gist.json"
FOLDS = 4
BINS = ((0.2, 0.3), (0.3, 0.36), (0.36, 0.45), (0.45, 0.6), (0.6, 1.0))
SMALLEST = 0.05  # log odds that are written down


class Asking(Struct, frozen=True):
    """What is asked of words: whether they are there, which pairs (none where `pairs` is None), and in which places."""

    words: CountVectorizer
    pairs: CountVectorizer | None
    places: tuple[str, ...]

    def table(self, told: Sequence[Words]) -> csr_matrix:
        there = [each.transform(told) for each in (self.words, self.pairs) if each]
        where = [csr_matrix(np.array([mean_point(each.places[place]) for each in told])) for place in self.places]
        return hstack([*(normalize(each.astype(float)) for each in there), *where]).tocsr()


class Learned(Struct, frozen=True):
    asking: Asking
    model: LogisticRegression

    def chances(self, told: Sequence[Words]) -> list[Chances]:
        answers = [str(answer) for answer in self.model.classes_]
        asked = self.asking.table(told)
        return [dict(zip(answers, map(float, each), strict=True)) for each in self.model.predict_proba(asked)]

    def told(self) -> dict[str, Any]:
        """As `Table` has it. Of two answers scikit-learn keeps one side."""
        model = self.model
        two = len(model.classes_) == 2
        coef = np.vstack([-model.coef_, model.coef_]) / 2 if two else model.coef_
        base = np.concatenate([-model.intercept_, model.intercept_]) / 2 if two else model.intercept_
        answers = [str(answer) for answer in model.classes_]
        asking, at, tables = self.asking, 0, {}
        for name, asked in (("words", asking.words), ("pairs", asking.pairs)):
            names = asked.get_feature_names_out() if asked else ()
            tables[name] = _heavy(names, coef[:, at : at + len(names)])
            at += len(names)
        leaning = {
            place: dict(zip(answers, np.round(coef[:, start : start + DIMENSIONS], 2).tolist(), strict=True))
            for start, place in zip(range(at, coef.shape[1], DIMENSIONS), asking.places, strict=True)
        }
        return {"answers": answers, "base": [round(float(each), 2) for each in base], **tables, "places": leaning}


def _heavy(names: Sequence[str], coef: np.ndarray[Any, Any]) -> dict[str, list[float]]:
    """The weights that say something."""
    return {
        name: [round(float(each), 2) for each in coef[:, at]]
        for at, name in enumerate(names)
        if np.abs(coef[:, at]).max() >= SMALLEST
    }


class Teaching(Struct, frozen=True):
    """How a table is learned: `strength` of the data against the prior that no word matters (scikit-learn's C), how far
    rare answers are `evened`, to count as much as frequent ones (0 not at all, 1 fully), the places asked, and whether
    pairs of words are."""

    strength: float
    evened: float
    places: tuple[str, ...] = ()
    paired: bool = False


TEXTS = Teaching(3.0, 0.5, ("title", "lead", "body"), paired=True)
SENTENCES = Teaching(5.0, 0.4, ("own", "title"))
STAGES = Teaching(3.0, 0.7)
PARTS = Teaching(5.0, 0.0, (CALLED,))


def learned(told: Sequence[Words], answers: Sequence[str], how: Teaching) -> Learned:
    words = CountVectorizer(analyzer=_there, min_df=LEAST, binary=True).fit(told)
    pairs = CountVectorizer(analyzer=_pairs, min_df=LEAST_PAIRS, binary=True).fit(told) if how.paired else None
    asking = Asking(words, pairs, how.places)
    counts = Counter(answers)
    weigh = [(len(answers) / (len(counts) * counts[answer])) ** how.evened for answer in answers]
    model = LogisticRegression(C=how.strength, max_iter=3000).fit(asking.table(told), answers, sample_weight=weigh)
    return Learned(asking, model)


def mean_point(words: Iterable[str]) -> np.ndarray[Any, Any]:
    """What `Leaning` multiplies with its weights."""
    known = [_weighed(word) for word in sorted(words) if word in points()]
    if not known:
        return np.zeros(DIMENSIONS)
    whole = sum(weight for weight, _ in known) + 1.0
    return np.asarray(2 * sum(moved for _, moved in known) / whole)


@cache
def _weighed(word: str) -> tuple[float, np.ndarray[Any, Any]]:
    weight = points().weight(word)
    return weight, weight * np.array(points().point(word))


def _there(told: Words) -> Iterable[str]:
    return told.there


def _pairs(told: Words) -> Iterable[str]:
    return told.pairs


def of_texts(rows: Sequence[Row]) -> Learned:
    clear = [row for row in rows if row.clear]
    return learned([text_words(row.opening) for row in clear], [row.kind for row in clear], TEXTS)


def of_sentences(rows: Iterable[Row]) -> Learned:
    told = [(row, at) for row in rows if row.clear and not row.together for at in range(len(row.lines))]
    answers = [next(iter(row.lines[at].kinds), NOTHING) for row, at in told]
    return learned([sentence_words(row.opening, at) for row, at in told], answers, SENTENCES)


def of_parts(rows: Iterable[Row]) -> Learned:
    told = [
        (asked_of(kind, *row.somebody(at)), _role(row, kind, at))
        for row in rows
        for kind in dict.fromkeys(event.kind for event in row.events)
        for at in range(len(row.names))
    ]
    return learned([asked for asked, _ in told], [role for _, role in told], PARTS)


def _role(row: Row, kind: str, order: int) -> str:
    roles = chain.from_iterable(event.roles for event in row.events if event.kind == kind)
    return next((role for at, role in roles if at == order), NOTHING)


class Guess(Struct, frozen=True):
    row: Row
    kind: Kind
    told: Mapping[str, float]  # what speaks for it
    right: bool
    spared: bool  # what is optional is neither right nor wrong


def held_out(rows: Sequence[Row]) -> list[tuple[Row, Gist, dict[Kind, tuple[Part, ...]]]]:
    """What each text seems to be about as learned from other outlets' texts, and who takes part."""
    found = []
    for others, mine in GroupKFold(FOLDS).split(rows, groups=[row.host for row in rows]):
        teaching = [rows[at] for at in others]
        texts, sentences, parts = of_texts(teaching), of_sentences(teaching), of_parts(teaching)
        for row in (rows[at] for at in mine):
            [text] = texts.chances([text_words(row.opening)])
            each = sentences.chances([sentence_words(row.opening, at) for at in range(len(row.lines))])
            found.append((row, Gist(tuple(row.opening), text, tuple(each)), {k: _parts(row, k, parts) for k in Kind}))
    return found


def _parts(row: Row, kind: Kind, of: Learned) -> tuple[Part, ...]:
    asked = [at for at, name in enumerate(row.names) if can_take_part(kind, name)]
    if not asked:
        return ()
    told = of.chances([asked_of(kind, *row.somebody(at)) for at in asked])
    return chosen(part_of(at, chances) for at, chances in zip(asked, told, strict=True))


def guesses(row: Row, gist: Gist, parts: Mapping[Kind, tuple[Part, ...]]) -> Iterator[Guess]:
    for kind in Kind:
        if not (parts[kind] or kind in NOBODYS):
            continue
        told = evidence(gist, kind, parts[kind], row.unsure.get(kind, 0.0))
        matched = [event for event in row.events if event.kind == kind and _shares(event, parts[kind])]
        right = any(event.news for event in matched)
        yield Guess(row, kind, told, right, bool(matched) and not right)


def _shares(event: Event, parts: Iterable[Part]) -> bool:
    return event.nobody or not {part.order for part in parts}.isdisjoint(at for at, _ in event.roles)


class Sure(Struct, frozen=True):
    names: tuple[str, ...]
    model: LogisticRegression

    def chances(self, asked: Sequence[Guess]) -> np.ndarray[Any, Any]:
        return np.asarray(self.model.predict_proba(_evidence(asked, self.names))[:, 1])

    def told(self) -> dict[str, float]:
        weighed = zip(self.names, self.model.coef_[0], strict=True)
        return {"base": round(float(self.model.intercept_[0]), 3), **{n: round(float(each), 3) for n, each in weighed}}


def of_guesses(asked: Sequence[Guess]) -> Sure:
    names = tuple(sorted({name for guess in asked for name in guess.told}))
    right = [guess.right for guess in asked]
    return Sure(names, LogisticRegression(C=1.0, max_iter=5000).fit(_evidence(asked, names), right))


def _evidence(asked: Sequence[Guess], names: Sequence[str]) -> np.ndarray[Any, Any]:
    return np.array([[guess.told.get(name, 0.0) for name in names] for guess in asked])


def report(asked: Sequence[Guess]) -> None:
    """Of all guesses, as sure as others' texts say."""
    chance = np.zeros(len(asked))
    for others, mine in GroupKFold(FOLDS).split(asked, groups=[guess.row.host for guess in asked]):
        known = of_guesses([asked[at] for at in others if not asked[at].spared])
        chance[mine] = known.chances([asked[at] for at in mine])
    told = [(guess.right, each) for guess, each in zip(asked, chance, strict=True) if not guess.spared]
    rows = {id(guess.row): guess.row for guess in asked}
    print(f"{len(rows)} texts in which no rule reads news; {sum(len(row.news) for row in rows.values())} news")
    for low, high in BINS:
        right = [each for each, said in told if low <= said < high]
        print(f"  {low:.2f} to {high:.2f}: {len(right)} told, {sum(right)} right")


def learn(rows: Sequence[Row], sure: Sure) -> dict[str, Any]:
    return {
        "about": "What words say a text is about, in log odds; written by `make train`.",
        "day": f"{date.today()}",
        "rows": len(rows),
        "texts": of_texts(rows).told(),
        "sentences": of_sentences(rows).told(),
        "parts": of_parts(rows).told(),
        "stages": {kind: _stages([row for row in rows if row.kind == kind]) for kind in sorted(Kind)},
        "sure": sure.told(),
    }


def _stages(rows: Sequence[Row]) -> dict[str, Any]:
    if len({row.stage for row in rows}) == 1:
        return {"answers": [rows[0].stage], "base": [0.0], "words": {}}
    return learned([text_words(row.opening) for row in rows], [row.stage for row in rows], STAGES).told()


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
    kept = kept_rows()
    rows, foreign = [*kept, *own], {id(row) for row in kept if not row.together}
    silent = [found for found in held_out(rows) if id(found[0]) in foreign and not found[0].read]
    told = [guess for found in silent for guess in guesses(*found)]
    report(told)
    if not asked.dry:
        sure = of_guesses([guess for guess in told if not guess.spared])
        WEIGHTS.write_text(_a_word_a_line(json.dumps(learn(rows, sure), ensure_ascii=False)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
