"""Where words stand in a text as wholes, all found in one pass, and what such places cover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from cellwire.model import Span


def mentions(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Start and end of every mention that no letter, digit or hyphen touches, those inside others too, in no order."""
    for _, start, end in occurrences(text, words):
        if not (start and _joins(text[start - 1])) and not (end < len(text) and _joins(text[end])):
            yield start, end


def occurrences(text: str, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Which word stands from where to where, those inside others too, in no order."""
    if len(words) > _FEW:
        yield from AhoCorasick(words).find_matches_as_indexes(text, overlapping=True)
        return
    find = text.find
    for which, word in enumerate(words):
        start = find(word)
        while start >= 0:
            yield which, start, start + len(word)
            start = find(word, start + 1)


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter in "_-"


def longest_first(found: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of mentions that overlap the first, and of those that start together the longest; in the order of the text."""
    reach = 0
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= reach:
            reach = end
            yield start, end


def lines_with(text: str, words: AhoCorasick) -> Iterator[tuple[int, int]]:
    """The lines that hold one of the words, in order: where a costly pattern is worth a look."""
    reach = -1
    for _, start, _ in words.find_matches_as_indexes(text):
        if start > reach:
            end = text.find("\n", start)
            reach = end if end >= 0 else len(text)
            yield text.rfind("\n", 0, start) + 1, reach


_FEW = 40  # words that are looked for one by one before an automaton for them would be made


class Cover:
    """What some spans cover, to be asked often."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, span: Span) -> bool:
        """Whether one of the spans holds this one."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end

    def meets(self, span: Span) -> bool:
        """Whether one of the spans shares a character with this one."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start
