"""What labelled texts teach `claims/gist`: rows of words, kept where the texts themselves may not be passed on.

Of such a text the repository keeps its address, its labels' kinds, stages and roles, the words of each sentence of its
opening without order, of those that three texts have, and where somebody is named, without the name.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from cellwire.claims.developments import read_all
from cellwire.claims.evidence import weights as floors
from cellwire.claims.gist.parts import named_in
from cellwire.claims.gist.vectors import points
from cellwire.claims.gist.weights import NOTHING
from cellwire.claims.gist.words import Told, as_told, opening
from cellwire.claims.reading import is_battery_news, set_scene
from cellwire.claims.scene import Sentence
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.model import Document, Form
from claims.telling import document
from gate import TESTS, Corpus, _label_of
from scoring import same_name

ROWS = TESTS / "claims" / "told_words.jsonl.gz"
LEAST, LEAST_PAIRS = 3, 6  # texts with a word and with a pair of words, of which less is not kept


class Line(Struct, frozen=True):
    """A sentence of an opening, and the kinds of news that it tells: neither background nor optional."""

    told: Told
    kinds: tuple[str, ...]


class Event(Struct, frozen=True):
    """What a label says: who of the named has which role, by their order; `nobody` where the label names nobody."""

    kind: str
    stage: str
    news: bool  # neither background nor optional
    roles: tuple[tuple[int, str], ...]
    nobody: bool


class Row(Struct, frozen=True):
    """What a labelled text teaches. `names` and `called` are the signs and the words of everybody named; `read` are the
    kinds that rules read in it as news, and `unsure` with how much confidence. Of some only the title's words and all
    others `together` were kept."""

    page: str
    lines: tuple[Line, ...]
    events: tuple[Event, ...]
    names: tuple[tuple[str, ...], ...] = ()
    called: tuple[tuple[str, ...], ...] = ()
    read: tuple[str, ...] = ()
    unsure: Mapping[str, float] = {}
    together: bool = False

    @property
    def opening(self) -> list[Told]:
        return [line.told for line in self.lines]

    def somebody(self, order: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The signs of who is named there, and the words they are called by."""
        return self.names[order], self.called[order]

    @property
    def kind(self) -> str:
        """Of the news that it tells first."""
        return next((event.kind for event in self.news), NOTHING)

    @property
    def stage(self) -> str:
        return self.news[0].stage

    @property
    def news(self) -> list[Event]:
        return [event for event in self.events if event.news]

    @property
    def host(self) -> str:
        return urlsplit(self.page).netloc or self.page.partition(":")[0]

    @property
    def clear(self) -> bool:
        """Whether it tells news, or nothing: what is only optional is neither."""
        return bool(self.news) or not self.events


def kept_rows() -> list[Row]:
    return [msgspec.json.decode(line, type=Row) for line in gzip.decompress(ROWS.read_bytes()).splitlines()]


def add_rows(files: Iterable[Path]) -> None:
    """Words that hardly any text has teach nothing, and are not kept; nor are texts that are not read any more."""
    kept = kept_rows() if ROWS.exists() else []
    new = {page: row for file in files for page, row in rows_of_texts(file)}
    rows = [*(row for row in kept if row.page not in new), *filter(None, new.values())]
    words = _common((frozenset().union(*(each.words for each in row.opening)) for row in rows), LEAST)
    pairs = _common((frozenset().union(*(each.pairs for each in row.opening)) for row in rows), LEAST_PAIRS)
    lines = (msgspec.json.encode(_of_common(row, words, pairs), order="sorted") for row in rows)
    ROWS.write_bytes(gzip.compress(b"\n".join(lines), mtime=0))
    print(f"{len(rows)} rows, {len(new)} of them new")  # noqa: T201  what a script says


def _common(texts: Iterable[frozenset[str]], least: int) -> frozenset[str]:
    counts = Counter(chain.from_iterable(texts))
    return frozenset(each for each, count in counts.items() if count >= least)


def _of_common(row: Row, words: frozenset[str], pairs: frozenset[str]) -> Row:
    lines = [
        Line(msgspec.structs.replace(told, words=told.words & words, pairs=told.pairs & pairs), line.kinds)
        for line in row.lines
        for told in [line.told]
    ]
    return msgspec.structs.replace(row, lines=tuple(lines))


def rows_of_texts(file: Path) -> Iterator[tuple[str, Row | None]]:
    """By address."""
    for line in file.read_bytes().splitlines():
        told = json.loads(line)
        day = told.get("published")
        published = date.fromisoformat(day) if day and len(day) == len("2026-01-31") else None
        text = document(told["text"], title=told["title"], published=published)
        yield told["url"], _row_of(told["url"], text, told)


def rows_of(corpus: Corpus) -> Iterator[Row]:
    """Of texts in the repository: they are read anew each time."""
    labels = {row["id"]: row for row in corpus.rows}
    for capture in corpus.captures():
        documents = [each for each in open_documents(capture) if each.form is not Form.ROUNDUP]
        for number, each in enumerate(documents, 1):
            id = _label_of(capture, each, number, set(labels))
            row = _row_of(id, each, labels[id]) if id in labels else None
            if row:
                yield row


def _row_of(page: str, text: Document, labels: Mapping[str, Any]) -> Row | None:
    """None where nothing in the text is of the industry, which no words have to say."""
    lexicon = load_lexicon()
    scene = set_scene(text, lexicon)
    if scene is None or not is_battery_news(scene):
        return None
    sentences, named = [*opening(scene)], named_in(scene)
    told = [event for event in labels.get("events", []) if not event.get("background")]
    where = [_where(event.get("quote", ""), sentences) for event in told]
    news = [(event["kind"], at) for event, at in zip(told, where, strict=True) if not event.get("optional")]
    lines = (
        Line(as_told(each), tuple(kind for kind, told_at in news if told_at == at)) for at, each in enumerate(sentences)
    )
    names = [each.name.name for each in named]
    read = [each for each, _ in read_all(text, lexicon) if not (each.by_words or each.background)]
    learned = floors()
    return Row(
        page,
        tuple(lines),
        tuple(_event(event, names) for event in told),
        tuple(tuple(sorted(each.signs)) for each in named),
        tuple(tuple(sorted(word for word in each.called if word in points())) for each in named),
        tuple(sorted({str(each.kind) for each in read if each.confidence >= learned.floor_of(each)})),
        {str(each.kind): round(each.confidence, 2) for each in sorted(read, key=lambda each: each.confidence)},
    )


def _event(label: Mapping[str, Any], names: Sequence[str]) -> Event:
    parties = [(party["name"], party["role"]) for party in label.get("parties", [])]
    roles = {at: role for at, name in enumerate(names) for party, role in reversed(parties) if same_name(party, name)}
    news = not label.get("optional", False)
    return Event(label["kind"], label["stage"], news, tuple(sorted(roles.items())), not parties)


def _where(quote: str, sentences: Sequence[Sentence]) -> int:
    """The sentence that has a quote, or most words of it; -1 where none has half of them."""
    words = set(_even(quote).split())
    shared = [len(words & set(_even(each.text).split())) + (_even(quote) in _even(each.text)) for each in sentences]
    most = max(shared, default=0)
    return shared.index(most) if most * 2 > len(words) else -1


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("“", '"').replace("”", '"')).strip().lower()
