"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.lexicon import regex
from cellwire.model import Span

# A sentence ends at one of these signs; the first of a run of stops is looked at, and of a list's bullets those inside.
_END = regex(
    r"[.!?。！？:;•●\n](?:(?<=\n)|(?<=[.!?。！？])(?<![.!?。！？]{2})[.!?。！？]*[\"')\]]*(?:\s+|\Z)"
    r"|(?<=[:;])\s+(?=[-•●*]\s)|(?<=\S\s[•●])\s)"
)
_ABBREVIATION = regex(
    r"(?:\b(?:Inc|Co|Corp|Ltd|Ltda|Pty|Pte|Sdn|Bhd|Cia|Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|St|Ste|Ft|Mt|No|Nos|vs|"
    r"approx|est|incl|cf|e\.g"
    r"|i\.e|etc|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Bros|Jr|Sr|Rs|[Bb]n|[Mm]n|ca|resp|Fig|Vol|S\.p\.A"
    r"|S\.A|N\.V|B\.V|a\.s|p\.a)|\b[A-Z]|\b(?:[A-Z]\.){1,3}[A-Z])\.$"
)
_LONGEST = 2_000  # characters
_NO_SENTENCE = 20_000  # characters; the longest sentence of some 2,000 real texts has under 2,000
_GOES_ON = regex(r"[a-z—–]")  # "DECATUR, Ala. — A plant"


def no_prose(text: str, span: Span) -> bool:
    """Whether a stretch runs on and on without the end of a sentence, as a program's data and torn tables do."""
    at = span.start
    while at + _NO_SENTENCE < span.end:
        ends = [mark.end() for mark in _END.finditer(text, at, at + _NO_SENTENCE)]
        if not ends:
            return True
        at = ends[-1]
    return False


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch of text: half-open spans without white space at their ends."""
    begin = start
    for mark in _END.finditer(text, start, end):
        stop = mark.end()
        if mark.start() == begin and mark.group()[0] in "•●":
            continue
        if "\n" not in mark.group() and stop < end:
            word_end = text[max(begin, mark.start() - 12) : mark.start() + 1]
            follows = text[stop : stop + 1]
            if mark.group()[0] == "." and (_ABBREVIATION.search(word_end) or _GOES_ON.match(follows)):
                continue
        yield from _short_enough(text, begin, stop)
        begin = stop
    yield from _short_enough(text, begin, end)


def _short_enough(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence; what is longer than anybody writes is cut at spaces, so that reading it stays quick."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        if span := _trim(text, start, cut):
            yield span
        start = cut
    if span := _trim(text, start, end):
        yield span


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
