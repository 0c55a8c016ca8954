# ruff: noqa: T201  a script: it prints
"""Learns what the words of a text say it is about, from labelled texts, and how far that can be trusted: `make train`.

    python tests/learn_gist.py               score on texts held out, learn, write its weights in claims/gist
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
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from asked_words import Asking
from cellwire.claims.gist.chances import Chances, Gist
from cellwire.claims.gist.guessing import NOBODYS, Part, can_take_part, chosen, evidence, part_of
from cellwire.claims.gist.parts import CALLED, asked_of
from cellwire.claims.gist.vectors import DIMENSIONS
from cellwire.claims.gist.weights import NOTHING
from cellwire.claims.gist.words import Words, sentence_words, text_words
from cellwire.model import Kind
from gate import TESTS, corpora
from teach_net import Layered, taught
from told_rows import Event, Row, add_rows, kept_rows, rows_of

GIST = TESTS.parent / "src" / "cellwire" / "claims" / "gist"
WEIGHTS, NET = GIST / "gist.json", GIST / "texts.net"
FOLDS = 4
BINS = ((0.2, 0.3), (0.3, 0.36), (0.36, 0.45), (0.45, 0.6), (0.6, 1.0))
SMALLEST = 0.05  # log odds that are written down


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
        words, _ = self.asking.named()
        leaning = {
            place: dict(zip(answers, np.round(part.T, 2).tolist(), strict=True))
            for place, part in self.asking.of_places(coef.T, DIMENSIONS)
        }
        heavy = _heavy(words, coef[:, : len(words)])
        return {"answers": answers, "base": np.round(base, 2).tolist(), "words": heavy, "places": leaning}


def _heavy(names: Sequence[str], coef: np.ndarray[Any, Any]) -> dict[str, list[float]]:
    """The weights that say something."""
    return {
        name: [round(float(each), 2) for each in coef[:, at]]
        for at, name in enumerate(names)
        if np.abs(coef[:, at]).max() >= SMALLEST
    }


class Teaching(Struct, frozen=True):
    """How a table is learned: `strength` of the data against the prior that no word matters (scikit-learn's C), how far
    rare answers are `evened`, to count as much as frequent ones (0 not at all, 1 fully), and the places asked."""

    strength: float
    evened: float
    places: tuple[str, ...] = ()


PLACES = ("title", "lead", "body")  # of whole openings
SENTENCES = Teaching(5.0, 0.4, ("own", "title"))
STAGES = Teaching(3.0, 0.7)
PARTS = Teaching(5.0, 0.0, (CALLED,))


def learned(told: Sequence[Words], answers: Sequence[str], how: Teaching) -> Learned:
    asking = Asking.of(told, how.places)
    counts = Counter(answers)
    weigh = [(len(answers) / (len(counts) * counts[answer])) ** how.evened for answer in answers]
    model = LogisticRegression(C=how.strength, max_iter=3000).fit(asking.table(told), answers, sample_weight=weigh)
    return Learned(asking, model)


def of_texts(rows: Sequence[Row]) -> Layered:
    clear = [row for row in rows if row.clear]
    return taught([text_words(row.opening) for row in clear], [row.kind for row in clear], PLACES)


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
        NET.write_bytes(msgspec.msgpack.encode(of_texts(rows).told()))
        WEIGHTS.write_text(_a_word_a_line(json.dumps(learn(rows, sure), ensure_ascii=False)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
