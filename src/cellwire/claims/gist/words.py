"""The words that say what a text is about: those of its title and beginning, without anybody's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

_OPENING = 700  # characters; what comes behind tells more than the news
_WORD = regex(r"[a-z][a-z’'-]+|\d[\d.,]*|[$€£¥%?]")
_TITLE = "title "  # before what a headline says, which also counts as said


def opening_words(scene: Scene) -> frozenset[str]:
    """Of a title and the first sentences under it."""
    return frozenset(word for sentence in opening(scene) for word in words_of(sentence))


def opening(scene: Scene) -> Iterator[Sentence]:
    """Sentences until enough is told."""
    read = 0
    for sentence in scene.sentences:
        if read > _OPENING:
            return
        read += len(sentence.text)
        yield sentence


def words_of(sentence: Sentence) -> Iterator[str]:
    """Words, "#" for a figure; trigger words by their tags; products, and where in the chain the named stand."""
    told = [*_written(sentence), *(f"tag {tag}" for tag in sentence.tags)]
    yield from told
    if sentence.headline:
        yield from (_TITLE + word for word in told)
    yield from (f"product {spot.id}" for spot in sentence.products)
    if sentence.chemistries:
        yield "chemistry"
    yield from (f"chain {link}" for name in sentence.names for link in name.chain)


def _written(sentence: Sentence) -> Iterator[str]:
    for piece in _outside(sentence):
        if piece.startswith("<"):
            yield piece
        else:
            yield from ("#" if word[0].isdigit() else word for word in _WORD.findall(piece.lower()))


def _outside(sentence: Sentence) -> Iterator[str]:
    """The sentence in pieces, "<name>", "<body>" and "<place>" for those in it."""
    names = [(name.said, "<body>" if name.kind == "government" else "<name>") for name in sentence.names]
    places = [(spot.span, "<place>") for spot in (*sentence.places, *sentence.countries)]
    at = sentence.span.start
    for span, sort in _apart([*names, *places]):
        yield sentence.text[at - sentence.span.start : span.start - sentence.span.start]
        yield sort
        at = span.end
    yield sentence.text[at - sentence.span.start :]


def _apart(marked: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """In order, without what lies in another."""
    end = -1
    for span, sort in sorted(marked):
        if span.start >= end:
            yield span, sort
            end = span.end
