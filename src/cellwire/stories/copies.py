"""Which documents carry one text: syndicated, lightly edited, corrected or shortened to a teaser.

A text is known by a sketch: its length, and a sample of its runs of four words that the words themselves choose, so
that an edit moves nothing but the runs it touches. Documents that share a run of their leads are compared, sketch
with sketch; whether two carry one text depends on these two alone, never on the order in which they came.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from zlib import crc32

from cellwire.model import Block, BlockKind, Document, Form, Origin, newer_versions
from cellwire.stories.joining import Joined

RUN = 4  # words in a run: long enough to be rare, short enough to survive light editing
SAMPLE = 4  # one word in four starts a run of the sample
LEAD = 160  # words: where copies are found by; what stands below is often an outlet's own
KEYS = 16  # runs of the lead by which a text is found
FOUND = 5  # one of so many keys has to be shared: phrases that many texts begin with are not enough
COMMON = 1000  # a run that more texts hold is boilerplate and finds nothing
SHARED = 0.6  # of the shorter text's runs, for two texts of like length to be one
SHORT = 80  # words: in so few, texts can be alike by chance, and have to be nearly the same
SHORT_SHARED = 0.9
SHORTENED = 0.8  # of a teaser's runs, for it to stand for a longer text

_UNREAD = frozenset({BlockKind.ADVERT, BlockKind.LINKS, BlockKind.CAPTION})
# A word, or one sign of a script that puts no spaces between words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a text, packed; `document` without its words says where it stands."""

    document: Document
    length: int  # words
    runs: bytes
    keys: bytes
    whole: bytes = b""  # every run, where they are few

    @property
    def order(self) -> tuple[str, str, str]:
        return publication_order(self.document)

    @property
    def key_numbers(self) -> frozenset[int]:
        return _unpacked(self.keys)


def _packed(numbers: Iterable[int]) -> bytes:
    return array("I", sorted({number & 0xFFFFFFFF for number in numbers})).tobytes()


@lru_cache(maxsize=8192)
def _unpacked(numbers: bytes) -> frozenset[int]:
    return frozenset(array("I", numbers))


def find_origins(documents: Iterable[Document]) -> list[Origin]:
    """One origin for each text, with its carriers in order of publication; the first to publish gives it its id."""
    return join_sketches([sketch(document) for document in documents])


def publication_order(document: Document) -> tuple[str, str, str]:
    return str(document.told or ""), document.captured.isoformat() if document.captured else "", document.id


def join_sketches(sketches: Iterable[Sketch], *, frequent: Collection[int] = ()) -> list[Origin]:
    """One origin for each text: what is alike in length and words is one, a teaser goes to the first it stands for.

    Keys that are `frequent` among texts that are not given here find nothing here either.
    """
    ordered = sorted(sketches, key=lambda one: one.order)
    texts = _Texts(ordered, frequent)
    joined: Joined[str] = Joined()
    teasers: dict[str, Sketch] = {}
    for one in ordered:
        joined.add(one.document.id)
        for other in texts.near(one):
            if joined.together(one.document.id, other.document.id):
                continue
            if alike(one, other):
                joined.join(one.document.id, other.document.id)
                continue
            shorter, longer = (one, other) if one.length < other.length else (other, one)
            if stands_for(shorter, longer):
                first = teasers.get(shorter.document.id)
                teasers[shorter.document.id] = min(filter(None, (first, longer)), key=lambda each: each.order)
    for teaser, article in teasers.items():
        joined.join(teaser, article.document.id)
    for old, new in newer_versions(one.document for one in ordered).items():
        joined.join(old, new)
    return [_origin(carriers) for carriers in joined.groups()]


def _origin(carriers: Sequence[str]) -> Origin:
    first = sha256(carriers[0].encode()).hexdigest()[:12]
    return Origin(f"ori_{first}", tuple(carriers))


class _Texts:
    """Sketches by the runs of their leads."""

    def __init__(self, ordered: Sequence[Sketch], frequent: Collection[int]) -> None:
        holders: dict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(ordered):
            for key in one.key_numbers:
                holders[key].append(place)
        self._holders: Mapping[int, list[int]] = {
            key: found for key, found in holders.items() if 1 < len(found) <= COMMON and key not in frequent
        }
        self._ordered = ordered
        self._place = {one.document.id: place for place, one in enumerate(ordered)}

    def near(self, one: Sketch) -> Iterator[Sketch]:
        """Earlier texts that share enough runs of their leads, those that share most first."""
        keys = one.key_numbers
        own, enough = self._place[one.document.id], -(-len(keys) // FOUND)
        shared = Counter(chain.from_iterable(self._holders[key] for key in keys if key in self._holders))
        found = [
            (-count, place)
            for place, count in shared.items()
            if place < own and (count >= enough or count * FOUND >= len(self._ordered[place].keys) // 4)
        ]
        for _, place in sorted(found):
            yield self._ordered[place]


def alike(one: Sketch, other: Sketch) -> bool:
    """Whether two documents carry one text: like in length and in words."""
    if one.document.capture == other.document.capture or not one.runs or not other.runs:
        return False
    shorter = min(one.length, other.length)
    if shorter * 2 < max(one.length, other.length):
        return False
    if shorter < SHORT:
        return _shared(one.whole, other.whole) >= SHORT_SHARED
    return _shared(one.runs, other.runs) >= SHARED


def stands_for(teaser: Sketch, article: Sketch) -> bool:
    """Whether a short text is the other's first lines: a feed's teaser, or one outlet's own short form."""
    if teaser.document.capture == article.document.capture or not teaser.runs:
        return False
    one_outlet = teaser.document.outlet is not None and teaser.document.outlet == article.document.outlet
    return (teaser.document.form is Form.TEASER or one_outlet) and _shared(teaser.runs, article.runs) >= SHORTENED


def _shared(one: bytes, other: bytes) -> float:
    return len(_unpacked(one) & _unpacked(other)) * 4 / min(len(one), len(other))


def sketch(document: Document) -> Sketch:
    """Numbers that are the same on every machine; a page that holds items is no text of its own."""
    light = replace(document, text="", blocks=())
    if document.form is Form.ROUNDUP:
        return Sketch(light, 0, b"", b"")
    numbers = [_NUMBERS[word] for stretch in _read_stretches(document) for word in _WORD.findall(stretch.lower())]
    runs = _runs(numbers)
    lead = sorted({run & 0xFFFFFFFF for run in list(runs.values())[: LEAD // SAMPLE]})
    whole = _runs(numbers, every=True).values() if len(numbers) < 2 * SHORT else ()
    return Sketch(light, len(numbers), _packed(runs.values()), _packed(lead[:KEYS]), _packed(whole))


def _runs(numbers: Sequence[int], *, every: bool = False) -> dict[int, int]:
    """The sampled runs by their places; of a text too short for a sample, all of them."""
    last = len(numbers) - RUN
    if last < 0:
        return dict(enumerate(numbers))
    places = [place for place, number in enumerate(numbers) if not number % SAMPLE and place <= last]
    if every or len(places) < 4:
        places = list(range(last + 1))
    return {at: ((numbers[at] * 31 + numbers[at + 1]) * 31 + numbers[at + 2]) * 31 + numbers[at + 3] for at in places}


def _read_stretches(document: Document) -> Iterator[str]:
    kept: list[Block] = [block for block in document.blocks if block.kind not in _UNREAD]
    for block in kept:
        if document.extent.holds(block.span):
            yield document.text[block.span.start : block.span.end]
    if not document.blocks:
        yield document.quote(document.extent)


class _Numbers(dict[str, int]):
    """Words as numbers spread over all bits, so that "one in four" is a fair sample; forgotten when too many."""

    def __missing__(self, word: str) -> int:
        if len(self) > 500_000:
            self.clear()
        self[word] = number = (crc32(word.encode()) * 0x9E3779B1 & 0xFFFFFFFFFFFF) >> 7
        return number


_NUMBERS = _Numbers()
