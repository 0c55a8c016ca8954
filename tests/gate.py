"""Scores the labelled texts and refuses a drop below the floors.

    python tests/gate.py                          score and compare
    python tests/gate.py --worst 10               and name the texts with most wrong facts
    python tests/gate.py --repin                  raise the floors to what is measured now
    python tests/gate.py --repin --accept-drop "why"   lower them, with the reason kept in floors.json

Floors hold for the labels and texts whose hash stands beside them: a changed corpus has to be pinned anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cellwire.claims import read_developments
from cellwire.demo import demo_captures
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.model import Capture, Document, Form, Told
from scoring import Score, Tally, as_told, score

TESTS = Path(__file__).parent
FLOORS = TESTS / "floors.json"
SHARED = TESTS.parent.parent / "shared" / "real"  # texts that may be read and not passed on; scored where they are
SLACK = 0.0005  # floors are kept in thousandths

Figures = dict[str, float]
Reads = Mapping[str, Sequence[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled texts: `labels` and `captures` are read only when the set is scored."""

    name: str
    labels: Path
    files: Sequence[Path]
    captures: Callable[[], Iterator[Capture]]

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.labels.read_text("utf-8").splitlines() if line.strip()]

    @property
    def hash(self) -> str:
        """Of labels and texts, wherever they lie."""
        told = sha256(self.labels.read_bytes())
        for file in self.files:
            told.update(f"\n{file.name}\n".encode() + file.read_bytes())
        return told.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Floors:
    """What was pinned: by set the corpus hash and figures; `accepted` has for each reason the drops it allowed."""

    sets: dict[str, dict[str, Any]] = field(default_factory=dict)
    accepted: dict[str, list[str]] = field(default_factory=dict)


def corpora() -> list[Corpus]:
    own, demo = TESTS / "claims", TESTS / "demo" / "labels.jsonl"
    weeks = [Path(str(path)) for path in sorted((TESTS.parent / "src/cellwire/demo").glob("week-*/*"))]
    found = [_folder("own", own / "labels.jsonl", own / "texts"), Corpus("demo", demo, weeks, demo_captures)]
    if SHARED.exists():
        found.append(_folder("real", SHARED / "gold.jsonl", SHARED / "texts"))
    return found


def _folder(name: str, labels: Path, folder: Path) -> Corpus:
    files = sorted(folder.glob("*.txt"))

    def captures() -> Iterator[Capture]:
        rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines() if line.strip()]
        days = {row["id"]: row.get("published") for row in rows}
        for file in files:
            day = date.fromisoformat(days[file.stem]) if days.get(file.stem) else None
            told = Told(id=file.stem, published=day)
            yield Capture(
                "file", None, file.name, datetime(2026, 1, 1, tzinfo=UTC), "text/plain", file.read_bytes(), told
            )

    return Corpus(name, labels, files, captures)


def read_all(corpus: Corpus) -> dict[str, list[dict[str, Any]]]:
    """What is read, by label id; an item of a feed or newsletter has a label of its own where there is one."""
    lexicon, labelled = load_lexicon(), {row["id"] for row in corpus.rows}
    reads: dict[str, list[dict[str, Any]]] = {}
    for capture in corpus.captures():
        documents = [document for document in open_documents(capture) if document.form is not Form.ROUNDUP]
        for number, document in enumerate(documents, 1):
            key = _label_of(capture, document, number, labelled)
            reads.setdefault(key, []).extend(as_told(told) for told in read_developments(document, lexicon))
    return reads


def _label_of(capture: Capture, document: Document, number: int, labelled: set[str]) -> str:
    stem = (capture.told.id or "").rpartition("/")[2]
    item = f"{stem}#{document.item or number}"
    return item if item in labelled else stem


def figures(scored: Score) -> Figures:
    """Every figure that has a floor, rounded down to thousandths."""
    told = {f"{name} F1": tally.f1 for name, tally in _main(scored).items()}
    told["stage accuracy"] = scored.stage_right / scored.paired if scored.paired else 0.0
    told["certainty accuracy"] = scored.certainty_right / scored.paired if scored.paired else 0.0
    told |= {f"kind {name} F1": tally.f1 for name, tally in sorted(scored.kinds.items())}
    told |= {f"slot {name} F1": tally.f1 for name, tally in sorted(scored.slots.items())}
    return {name: int(value * 1000) / 1000 for name, value in told.items()}


def _main(scored: Score) -> dict[str, Tally]:
    return {"relevance": scored.relevance, "development": scored.development, "fact": scored.fact}


def below(measured: Figures, floors: Figures) -> dict[str, tuple[float, float]]:
    """Figures under their floor, with both; a figure that is no longer measured is at 0."""
    pairs = {name: (measured.get(name, 0.0), floor) for name, floor in floors.items()}
    return {name: (value, floor) for name, (value, floor) in pairs.items() if value < floor - SLACK}


def problems(measured: Mapping[str, tuple[str, Figures]], floors: Floors) -> list[str]:
    """Why the gate stays shut: drops, changed corpora, sets without floors; a set that is not here is passed by."""
    found = []
    for name, (hash, told) in measured.items():
        pinned = floors.sets.get(name)
        if pinned is None:
            found.append(f"{name}: no floors yet; --repin")
            continue
        if pinned["corpus"] != hash:
            found.append(f"{name}: labels or texts changed since the floors were pinned; --repin")
        for figure, (value, floor) in below(told, pinned["floors"]).items():
            found.append(f"{name}: {figure} {value:.3f} BELOW its floor {floor:.3f}")
    return found


def repinned(measured: Mapping[str, tuple[str, Figures]], floors: Floors, accept: str | None) -> Floors | list[str]:
    """The floors raised to what is measured, or the drops that nobody accepted."""
    drops = [
        f"{name} {figure} {floor:.3f} -> {value:.3f}"
        for name, (_, told) in measured.items()
        for figure, (value, floor) in below(told, floors.sets.get(name, {}).get("floors", {})).items()
    ]
    if drops and not accept:
        return drops
    sets = dict(floors.sets) | {name: {"corpus": hash, "floors": told} for name, (hash, told) in measured.items()}
    accepted = dict(floors.accepted)
    if accept and drops:
        accepted[accept] = [*accepted.get(accept, ()), *drops]
    return Floors(dict(sorted(sets.items())), accepted)


def load_floors(path: Path = FLOORS) -> Floors:
    if not path.exists():
        return Floors()
    told = json.loads(path.read_text("utf-8"))
    return Floors(told["sets"], told["accepted"])


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    told = {"sets": floors.sets, "accepted": floors.accepted}
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--repin", action="store_true", help="raise the floors to what is measured now")
    asked.add_argument("--accept-drop", metavar="WHY", help="with --repin: lower floors too, and keep the reason")
    asked.add_argument("--worst", type=int, default=0, metavar="N", help="name the N texts with most wrong facts")
    options = asked.parse_args(arguments)
    measured, floors = {}, load_floors()
    for corpus in corpora():
        reads = read_all(corpus)
        scored = score((row, reads.get(row["id"], [])) for row in corpus.rows)
        measured[corpus.name] = (corpus.hash, figures(scored))
        say(corpus.name, scored, floors.sets.get(corpus.name, {}).get("floors", {}))
        sys.stdout.writelines(f"  worst {line}\n" for line in worst(corpus.rows, reads)[: options.worst])
    if options.repin:
        return _repin(measured, floors, options.accept_drop)
    found = problems(measured, floors)
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


def _repin(measured: Mapping[str, tuple[str, Figures]], floors: Floors, accept: str | None) -> int:
    new = repinned(measured, floors, accept)
    if isinstance(new, list):
        sys.stdout.writelines(f'refusing to lower {drop}; fix it, or --accept-drop "why"\n' for drop in new)
        return 1
    save_floors(new)
    sys.stdout.write(f"pinned {', '.join(measured)}\n")
    return 0


def say(name: str, scored: Score, floors: Figures) -> None:
    """A table of one set: precision, recall, F1 with its floor, and the counts behind them."""
    told = figures(scored)
    lines = [
        f"\n{name}: stage accuracy {told['stage accuracy']:.3f}, certainty accuracy {told['certainty accuracy']:.3f}"
    ]
    rows = [*_main(scored).items()]
    rows += [(f"kind {kind}", tally) for kind, tally in sorted(scored.kinds.items())]
    rows += [(f"slot {slot}", tally) for slot, tally in sorted(scored.slots.items())]
    for row, tally in rows:
        floor = floors.get(f"{row} F1")
        mark = "" if floor is None else f" (floor {floor:.3f})"
        lines.append(
            f"  {row:<18} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}{mark}"
            f"   {tally.hit} found, {tally.extra} invented, {tally.missed} missed"
        )
    sys.stdout.writelines(f"{line}\n" for line in lines)


def worst(rows: Sequence[dict[str, Any]], reads: Reads) -> list[str]:
    """Texts with their wrong facts, most first."""
    alone = [(row["id"], score([(row, reads.get(row["id"], []))])) for row in rows]
    ranked = sorted(alone, key=lambda each: (-each[1].fact.extra - each[1].fact.missed, each[0]))
    return [
        f"{id}: {each.fact.extra} facts invented, {each.fact.missed} missed; of its developments"
        f" {each.development.hit} found, {each.development.extra} invented, {each.development.missed} missed"
        for id, each in ranked
    ]


if __name__ == "__main__":
    sys.exit(main())
