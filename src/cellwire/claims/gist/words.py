"""The words that say what a text is about: those of its title and beginning, without anybody's name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

_OPENING = 700  # characters; what comes behind tells more than the news
_BODY = 6  # sentences under the title, of which the first is the lead
_WORD = regex(r"[a-z][a-z’'-]+|\d[\d.,]*|[$€£¥%?]")
_PLAIN = regex(r"[a-z][a-z’'-]*|#")
_TITLE, _UNDER = "title ", "under "  # before what a headline says, and for a sentence what its headline says
_FURTHEST, _MOST = 4, 3  # sentences and names, of which more are told as as many


class Told(Struct, frozen=True):
    """A sentence as weights see it; `named` counts who stands in it, `pairs` are words that follow each other."""

    words: frozenset[str]
    headline: bool
    named: int
    pairs: frozenset[str] = frozenset()


class Words(Struct, frozen=True):
    """What weights are asked of: which words are there, which plain ones stand in each place, and which pairs."""

    there: frozenset[str]
    places: Mapping[str, Collection[str]]
    pairs: frozenset[str] = frozenset()


def opening(scene: Scene) -> Iterator[Sentence]:
    """Sentences until enough is told."""
    read = 0
    for sentence in scene.sentences:
        if read > _OPENING:
            return
        read += len(sentence.text)
        yield sentence


def as_told(sentence: Sentence) -> Told:
    written = [*_written(sentence)]
    words = frozenset([*written, *_tagged(sentence)])
    return Told(words, sentence.headline, len(sentence.names), frozenset(map(" ".join, pairwise(written))))


def text_words(told: Sequence[Told]) -> Words:
    """Of a whole opening."""
    title, body = _title(told), [each.words for each in told if not each.headline][:_BODY]
    there = frozenset[str]().union(*(each.words for each in told), *[{_TITLE + word for word in title}])
    lead = body[0] if body else frozenset[str]()
    places = {"title": title, "lead": lead, "body": frozenset[str]().union(*body)}
    pairs = frozenset[str]().union(*(each.pairs for each in told))
    return Words(there, {place: _plain(words) for place, words in places.items()}, pairs)


def sentence_words(told: Sequence[Told], at: int) -> Words:
    """Of one sentence under its headline."""
    own, title = told[at], _title(told) if at else frozenset[str]()
    marks = (f"at {min(at, _FURTHEST)}", "head" if own.headline else "body", f"names {min(own.named, _MOST)}")
    there = own.words.union(marks, (_UNDER + word for word in title))
    return Words(there, {"own": _plain(own.words), "title": _plain(title)})


def name_words(name: str) -> frozenset[str]:
    """Of what somebody is called."""
    return _plain(_WORD.findall(name.lower()))


def shown(word: str) -> str:
    """As an explanation names it."""
    return word.removeprefix(_TITLE).removeprefix("tag ")


def _title(told: Iterable[Told]) -> frozenset[str]:
    return frozenset[str]().union(*(each.words for each in told if each.headline))


def _plain(words: Iterable[str]) -> frozenset[str]:
    plain = (word.replace("’", "'").strip("'-") for word in words if _PLAIN.fullmatch(word))
    return frozenset(plain)


def _tagged(sentence: Sentence) -> Iterator[str]:
    """Trigger words by their tags; products, and where in the chain the named stand."""
    yield from (f"tag {tag}" for tag in sentence.tags)
    yield from (f"product {spot.id}" for spot in sentence.products)
    if sentence.chemistries:
        yield "a chemistry"
    yield from (f"chain {link}" for name in sentence.names for link in name.chain)


def _written(sentence: Sentence) -> Iterator[str]:
    """Words in their order, "#" for a figure."""
    for piece in _outside(sentence):
        if piece.startswith("<"):
            yield piece
        else:
            yield from _numbered(piece)


def _numbered(text: str) -> Iterator[str]:
    return ("#" if word[0].isdigit() else word for word in _WORD.findall(text.lower()))


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
