"""Which documents carry one text: syndicated, lightly edited, corrected or shortened to a teaser.

Texts are compared by their runs of four words. An index of a sample of the rarer runs finds the texts worth
comparing, so the work grows with the number of texts and not with its square; the comparison itself is exact.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from zlib import crc32

from cellwire.model import Block, BlockKind, Document, Form, Origin, newer_versions

RUN = 4  # words in a run: long enough to be rare, short enough to survive light editing
SAMPLE = 4  # one run in four is indexed
COMMON = 40  # a run that this many different texts hold is boilerplate and finds nothing
SHARED = 0.6  # of the shorter text's runs, for two texts of like length to be one
SHORT = 20  # runs: so few can be alike by chance, and have to be nearly all the same
SHORT_SHARED = 0.9
SHORTENED = 0.8  # of a teaser's runs, for it to stand for a longer text

_UNREAD = frozenset({BlockKind.ADVERT, BlockKind.LINKS, BlockKind.CAPTION})
# A word, or one sign of a script that puts no spaces between words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def find_origins(documents: Iterable[Document]) -> list[Origin]:
    """One origin for each text, with its carriers in order of publication; the first to publish gives it its id."""
    ordered = sorted(documents, key=publication_order)
    carriers: dict[str, list[Document]] = {}
    texts = _Texts()
    newest = newer_versions(ordered)
    founders: dict[str, str] = {}
    for document in ordered:
        founder = founders.get(newest.get(document.id, document.id)) or texts.find_or_add(document) or document.id
        founders[document.id] = founders[newest.get(document.id, document.id)] = founder
        carriers.setdefault(founder, []).append(document)
    return [_origin(found) for found in carriers.values()]


def publication_order(document: Document) -> tuple[str, str, str]:
    return str(document.told or ""), document.captured.isoformat() if document.captured else "", document.id


def _origin(carriers: Sequence[Document]) -> Origin:
    first = sha256(carriers[0].id.encode()).hexdigest()[:12]
    return Origin(f"ori_{first}", tuple(document.id for document in carriers))


class _Texts:
    """The founders of origins so far, found again by the rarer runs of their words."""

    def __init__(self) -> None:
        self._holders: dict[int, list[str]] = defaultdict(list)
        self._documents: dict[str, Document] = {}

    def find_or_add(self, document: Document) -> str | None:
        """The founder whose text this document carries; a text not seen before is kept, and nothing returned."""
        if document.form is Form.ROUNDUP:
            return None
        runs = text_runs(document)
        sample = [run for run in runs if run % SAMPLE == 0] or sorted(runs)[:1]
        for founder in self._candidates(sample):
            if carries(runs, text_runs(self._documents[founder]), document, self._documents[founder]):
                return founder
        for run in sample:
            self._holders[run].append(document.id)
        self._documents[document.id] = document
        return None

    def _candidates(self, sample: Sequence[int]) -> Iterator[str]:
        """Founders that share enough of the sample to be worth comparing, likeliest first."""
        shared: Counter[str] = Counter()
        for run in sample:
            holders = self._holders.get(run, ())
            if len(holders) <= COMMON:
                shared.update(holders)
        for founder, count in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:5]:
            if count * 5 >= len(sample) or count >= 10:
                yield founder


def carries(runs: frozenset[int], other: frozenset[int], document: Document, founder: Document) -> bool:
    """Whether two documents carry one text: like in length and in words, or one the other's teaser."""
    if not runs or not other or document.capture == founder.capture:
        return False
    shorter = min(len(runs), len(other))
    shared = len(runs & other) / shorter
    if shorter * 2 >= max(len(runs), len(other)):
        return shared >= (SHARED if shorter >= SHORT else SHORT_SHARED)
    is_teaser = Form.TEASER in {document.form, founder.form} or _one_outlet(document, founder)
    return is_teaser and shared >= SHORTENED


def _one_outlet(document: Document, founder: Document) -> bool:
    return document.outlet is not None and document.outlet == founder.outlet


def text_runs(document: Document) -> frozenset[int]:
    """Every run of four words of what the document owns, as numbers that are the same on every machine."""
    words = [_number(word.lower()) for stretch in _read_stretches(document) for word in _WORD.findall(stretch)]
    if len(words) < RUN:
        return frozenset(words)
    return frozenset(
        ((a * 31 + b) * 31 + c) * 31 + d for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    )


def _read_stretches(document: Document) -> Iterator[str]:
    kept: list[Block] = [block for block in document.blocks if block.kind not in _UNREAD]
    for block in kept:
        if document.extent.holds(block.span):
            yield document.text[block.span.start : block.span.end]
    if not document.blocks:
        yield document.quote(document.extent)


@lru_cache(maxsize=262_144)
def _number(word: str) -> int:
    # Spread over all bits, so that "one run in four" is a fair sample.
    return crc32(word.encode()) * 0x9E3779B1 & 0xFFFFFFFFFFFF
