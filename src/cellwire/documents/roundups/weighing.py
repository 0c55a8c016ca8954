"""What parts a page best, where no rule knows its form: what speaks for each way to part it is added up.

News of a roundup begin alike and hold most of the page, little stands above them; they are about as long as each other,
begin with what could be a headline, name others than their neighbours, lead elsewhere and do not go on with the one
above. No page has all of it, and an article has some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks
from cellwire.documents.roundups.contents import listed_items
from cellwire.documents.roundups.entries import paragraphs, runs
from cellwire.documents.roundups.outline import links_of, outlined
from cellwire.documents.roundups.rhythm import begun, ended, lines
from cellwire.documents.roundups.sections import count_of, is_headline, sections_by_style
from cellwire.documents.roundups.starts import with_starts
from cellwire.documents.roundups.subjects import names_of
from cellwire.model import BlockKind

Stretch = tuple[Piece, ...]

_LEAST = 3  # news that are a roundup
_MANY = 20  # news that are as good as any number
_TELLS = 4  # words of a news
_HEADLINE = 4  # words that a news begins with
_CLEARLY = 2.0  # points by which one way is clearly better than another
_TOLD = PROSE | {BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class _Weights:
    """Points for what holds of all news or of the whole page; learnt on 105 labelled roundups and 2,030 other pages."""

    held: float = 2.7  # words of the page that stand in news
    above: float = -5.3  # words of the page that stand above all news
    many: float = 3.7  # news, by their logarithm
    even: float = 1.8  # how little they differ in length
    headline: float = 2.0  # news that begin with one
    fresh: float = 1.7  # news that share no name with the one before
    leading: float = 1.7  # news that lead elsewhere
    going_on: float = -0.8  # news that begin as if they went on
    needed: float = 9.5


def weighed(layout: Layout, found: Sequence[Stretch] = ()) -> tuple[Stretch, ...]:
    """The news by the way for which most speaks; none where that is too little, or little more than for those that
    were `found` otherwise."""
    ways = [way for way in _ways(layout) if _are_news(layout, way) and _is_other(way, found)]
    points, best = max(((_points(layout, way), way) for way in ways), key=lambda each: each[0], default=(0.0, ()))
    needed = max(0.0, _points(layout, found) + _CLEARLY) if len(found) > 1 else 0.0
    return best if points > needed else ()


def _are_news(layout: Layout, way: Sequence[Stretch]) -> bool:
    """Nearly each tells something and is no row of a table, none is as long as all others together, and most have no
    heading above that is not theirs."""
    counts = [_words(layout, news) for news in way]
    firsts = {news[0].outer.start for news in way}
    headless = sum(
        above.kind is BlockKind.HEADING and above.outer.start not in firsts and below.outer.start in firsts
        for above, below in pairwise(layout.pieces)
    )
    rows = sum(news[0].kind is BlockKind.TABLE_ROW for news in way)
    telling = sum(count >= _TELLS for count in counts) - rows
    return (
        len(way) >= _LEAST
        and telling * 5 >= len(way) * 4
        and max(counts) * 2 <= sum(counts)
        and headless * 2 <= len(way)
    )


def _is_other(way: Sequence[Stretch], found: Sequence[Stretch]) -> bool:
    """Two thirds do not begin where those that were found do; and it is not those, cut below their headlines into
    paragraphs."""
    firsts, known = {news[0].outer.start for news in way}, {news[0].outer.start for news in found}
    headed = bool(found) and all(news[0].kind is BlockKind.HEADING for news in found)
    cut = headed and known < firsts and all(len(news) == 1 for news in way)
    return not cut and len(firsts & known) * 3 < max(len(way), len(found)) * 2


def _ways(layout: Layout) -> Iterator[tuple[Stretch, ...]]:
    """All known ways in which news may begin, whatever else the page looks like."""
    yield listed_items(layout, said=True)
    body = replace(layout, pieces=tuple(with_starts(layout, said=True)))
    yield from (tuple(section.pieces for section in found) for found in sections_by_style(body))
    yield tuple(runs(layout, kicked=False))
    yield tuple((paragraph,) for paragraph in paragraphs(layout))
    yield from begun(layout)
    yield from ended(layout)
    yield lines(layout)
    yield outlined(layout)


def _points(layout: Layout, way: Sequence[Stretch]) -> float:
    each, weights = len(way), _Weights()
    told = [piece for piece in layout.pieces if piece.kind in _TOLD]
    whole = _words(layout, told) or 1
    counts = [_words(layout, news) for news in way]
    usual = median(counts) or 1
    first = min(news[0].outer.start for news in way)
    names = [names_of(" \n".join(layout.words(piece) for piece in news)) for news in way]
    return (
        weights.held * min(1.0, sum(counts) / whole)
        + weights.above * _words(layout, [piece for piece in told if piece.outer.start < first]) / whole
        + weights.many * min(1.0, log(each) / log(_MANY))
        + weights.even * (1 - min(1.0, sum(abs(log((count or 1) / usual)) for count in counts) / each))
        + weights.headline * sum(_is_headed(layout, news[0]) for news in way) / each
        + weights.fresh * sum(not above & below for above, below in pairwise(names)) / (each - 1)
        + weights.leading * sum(any(links_of(layout, piece) for piece in news) for news in way) / each
        + weights.going_on * sum(_goes_on(layout, news[0]) for news in way) / each
        - weights.needed
    )


def _words(layout: Layout, pieces: Sequence[Piece]) -> int:
    return sum(count_of(layout.words(piece)) for piece in pieces)


def _is_headed(layout: Layout, piece: Piece) -> bool:
    words = layout.words(piece)
    return is_headline(words, _HEADLINE) and not words.rstrip().endswith("?")


def _goes_on(layout: Layout, piece: Piece) -> bool:
    return piece.kind is not BlockKind.HEADING and marks().goes_on.match(bare(layout.words(piece))) is not None
