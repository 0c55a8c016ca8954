"""What may be quoted: whole words around a value, at most 25 of them, within its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from cellwire.model.span import Span

MOST_WORDS = 25
MOST_CHARACTERS = 320  # for scripts that put no spaces between words
_WORD = re.compile(r"\S+")
# The end of a sentence; short capitalised words with a stop ("Gov.", "Dec.", "U.S.") end none. What stands before the
# stop is looked at behind it: a search that begins at stops passes over all other letters at once.
_ENDED = r"(?<=[\d)%].)|(?<=\w{5}.)" + "".join(rf"|(?<=\b[a-z]{{{letters}}}.)" for letters in range(1, 5))
_END = re.compile(rf"""[.!?](?:{_ENDED})["”’)\]]*(?=(?P<next>\s+["“‘(\[]?[A-Z0-9]))""")


def quote_around(text: str, span: Span) -> Span:
    """Whole words around a span, from the sentence's start where that fits, else as much on both sides as does.

    A span longer than that is cut to its first words.
    """
    low, high = _sentence(text, span)
    if high - low <= MOST_CHARACTERS and (whole := _whole(text, low, high)):
        return whole
    start = _after_space(text, low, span.start)
    end = _before_space(text, span.end, high)
    room = MOST_WORDS - len(text[start:end].split())
    if room < 0 or end - start > MOST_CHARACTERS:
        return _first_words(text, start, end, span)
    before, after = text[low:start].split(), text[end:high].split()
    left = len(before) if len(before) <= room else min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    return Span(_back(text, low, start, left), _on(text, end, high, right))


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The sentence that holds a span, as much of it as a quote can need."""
    line = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = line_end if line_end >= 0 else len(text)
    low = max(line, span.start - MOST_CHARACTERS // 2)
    high = min(line_end, span.end + MOST_CHARACTERS // 2)
    stops, ends, begun = _ends(text, line, line_end)
    before = bisect_right(begun, span.start + 1) - 1
    if before >= 0 and stops[before] >= low:
        low = ends[before]
    behind = bisect_left(stops, max(span.start, span.end - 2))
    if behind < len(stops) and begun[behind] <= high:
        return low, max(span.end, ends[behind])
    return low, high


@lru_cache(maxsize=1024)
def _ends(text: str, line: int, line_end: int) -> tuple[list[int], list[int], list[int]]:
    """Of each sentence that ends within a line: its stop, its end, and where the first letter of the next is read.

    Looked for once for all values of a line.
    """
    found = [*_END.finditer(text, line, line_end)]
    return [end.start() for end in found], [end.end() for end in found], [end.end("next") for end in found]


@lru_cache(maxsize=1024)
def _whole(text: str, low: int, high: int) -> Span | None:
    """The whole stretch, where a quote can hold it and no word is cut in two at its ends."""
    stretch = text[low:high]
    words = stretch.split()
    if not words or len(words) > MOST_WORDS or _is_in_word(text, low) or _is_in_word(text, high):
        return None
    start = low + len(stretch) - len(stretch.lstrip())
    return Span(start, low + len(stretch.rstrip()))


def _is_in_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and not (text[place - 1].isspace() or text[place].isspace())


def _after_space(text: str, low: int, start: int) -> int:
    """Where the word at `start` begins."""
    while start > low and not text[start - 1].isspace():
        start -= 1
    return start


def _before_space(text: str, end: int, high: int) -> int:
    while end < high and not text[end].isspace():
        end += 1
    return end


def _first_words(text: str, start: int, end: int, span: Span) -> Span:
    """At most 25 words; in a script without spaces, the span itself and as much of it as is allowed."""
    words = list(_WORD.finditer(text, start, end))[:MOST_WORDS]
    start, end = (start, words[-1].end()) if words else (start, end)
    if end - start <= MOST_CHARACTERS:
        return Span(start, end)
    return Span(span.start, min(span.end, span.start + MOST_CHARACTERS))


def _back(text: str, low: int, start: int, words: int) -> int:
    """The place so many words before `start`; a word that `low` may have cut in two is left out."""
    kept = start
    for matched in list(_WORD.finditer(text, low, start))[-words:] if words else ():
        if matched.start() > low or low == 0 or text[low - 1].isspace():
            kept = min(kept, matched.start())
    return kept


def _on(text: str, end: int, high: int, words: int) -> int:
    kept = end
    for matched in list(_WORD.finditer(text, end, high))[:words]:
        if matched.end() < high or high == len(text) or text[high].isspace():
            kept = matched.end()
    return kept
