"""Whether two documents carry one text: syndicated, lightly edited, corrected or shortened to a teaser.

A text is known by a sketch: its length, and a sample of its runs of four words that the words themselves choose, so
that an edit moves nothing but the runs it touches. Whether two carry one text depends on these two alone.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from msgspec import Struct

from cellwire.model import UNREAD, Block, Document, Form, Imprint

SAMPLE = 4  # one word in four starts a run of the sample
READ = 400  # words: what stands below hardly ever says whose text it is
LONGEST = 10  # characters of a word with its space: the mean of any text is less
LEAD = 160  # words: where copies are found by; what stands below is often an outlet's own
KEYS = 16  # runs of the lead by which a text is found
SHARED = 0.6  # of the shorter text's runs, for two texts of like length to be one
SHORT = 80  # words: in so few, texts can be alike by chance, and have to be nearly the same
SHORT_SHARED = 0.9
SHORTENED = 0.8  # of a teaser's runs, for it to stand for a longer text

# A word, or one sign of a script that puts no spaces between words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LOWERED = bytes(byte if chr(byte).isalnum() or byte == 95 else 32 for byte in bytes(range(128)).lower())
_LOWERED += bytes(range(128, 256))
_MARKS = re.compile(rb"\xc2.|\xe2[\x80\x81].", re.DOTALL)  # quotation marks, dashes, hard spaces
_FOREIGN = 6  # one byte in so many that only other scripts than Latin need


class Sketch(Struct, frozen=True, gc=False):
    """What is compared of a text, packed; `document` says whose it is and where it stands."""

    document: Imprint
    length: int  # words
    runs: bytes
    keys: bytes
    whole: bytes = b""  # every run, where they are few

    @property
    def order(self) -> tuple[str, str, str]:
        """First published first."""
        document = self.document
        return str(document.told or ""), document.captured.isoformat() if document.captured else "", document.id

    @property
    def has_few_keys(self) -> bool:
        return len(self.keys) < KEYS * 8

    @property
    def key_numbers(self) -> frozenset[int]:
        return _unpacked(self.keys)


def _packed(numbers: Iterable[int]) -> bytes:
    return array("Q", dict.fromkeys(numbers)).tobytes()


@lru_cache(maxsize=16_384)  # texts that are compared are of the same days
def _unpacked(numbers: bytes) -> frozenset[int]:
    return frozenset(array("Q", numbers))


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
    return len(_unpacked(one) & _unpacked(other)) * 8 / min(len(one), len(other))


def sketch(document: Document) -> Sketch:
    """Numbers that are the same on every machine; a page that holds items is no text of its own."""
    if document.form is Form.ROUNDUP:
        return Sketch(document.imprint, 0, b"", b"")
    numbers: list[int] = []
    beyond = 0
    for stretch in read_stretches(document):
        room = (READ - len(numbers)) * LONGEST
        if room > 0:
            numbers.extend(map(_NUMBERS.__getitem__, _words(stretch[:room])))
        beyond += stretch.count(" ", max(0, room)) + (room <= 0)
    length = len(numbers) + beyond
    del numbers[READ:]
    runs = _sampled(numbers)
    whole = _runs(numbers) or numbers if length < 2 * SHORT else ()
    return Sketch(
        document.imprint, length, _packed(runs), _packed(sorted(set(runs[: LEAD // SAMPLE]))[:KEYS]), _packed(whole)
    )


def _sampled(numbers: list[int]) -> list[int]:
    """Runs that a word in four begins; of a text too short for a sample, all of them."""
    runs = _runs(numbers, every=SAMPLE)
    return runs if len(runs) >= 4 else _runs(numbers) or numbers


def _runs(numbers: list[int], *, every: int = 1) -> list[int]:
    """Each run of four words, or those whose first word's number can be divided. Looked up by place they take longer.

    Four are enough to be rare, and few enough to survive light editing. They are put together in powers of 31, so that
    thirty bits are multiplied by a few, and not as sums of twice as many.
    """
    four = zip(numbers, numbers[1:], numbers[2:], numbers[3:], strict=False)
    return [one * 29791 + two * 961 + three * 31 + last for one, two, three, last in four if not one % every]


def read_stretches(document: Document) -> Iterator[str]:
    kept: list[Block] = [block for block in document.blocks if block.kind not in UNREAD]
    for block in kept:
        if document.extent.holds(block.span):
            yield document.text[block.span.start : block.span.end]
    if not document.blocks:
        yield document.quote(document.extent)


def _words(text: str) -> Sequence[str | bytes]:
    """Words in small letters, as bytes where nearly all of them are Latin: that is several times as quick."""
    if text.isascii():
        return text.encode().translate(_LOWERED).split()
    lowered = text.lower().encode()
    if (len(lowered) - len(text)) * _FOREIGN > len(text):
        return _WORD.findall(text.lower())
    return _MARKS.sub(b" ", lowered).translate(_LOWERED).split()


class _Numbers(dict[str | bytes, int]):
    """Words as numbers spread over all bits, so that "one in four" is a fair sample; forgotten when too many."""

    def __missing__(self, word: str | bytes) -> int:
        if len(self) > 500_000:
            self.clear()
        plain = word if isinstance(word, bytes) else word.encode()
        self[word] = number = (crc32(plain) * 0x9E3779B1 & 0xFFFFFFFFFFFF) >> 18  # thirty bits: the quickest of numbers
        return number


_NUMBERS = _Numbers()
