"""Roundups whose items all end alike: with "See the article" on a line of its own, or with "Link" as last word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from cellwire.documents.layout import PROSE, Layout, Piece, word_count
from cellwire.documents.marks import bare
from cellwire.model import BlockKind

_LONGEST = 6  # words of a closer
_LEAST = 3  # items that end alike
_IN_BRIEF = 90  # words of a paragraph that an address closes
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
_TAIL = re.compile(r"(?:^|[\s.!?”\"])\(?([^\W\d_]\w+)\)?\W*$")  # the last word of a paragraph


def closed_items(layout: Layout) -> tuple[tuple[Piece, ...], ...]:
    """What stands between closers, each with its closer; none where nothing is repeated so."""
    body = [piece for piece in layout.pieces if piece.kind is not BlockKind.TITLE]
    return _by_lines(layout, body) or _by_tails(layout, body)


def address_closed(layout: Layout) -> tuple[tuple[Piece, ...], ...]:
    """What stands above a line that is nothing but an address, with that line: news in brief that each lead elsewhere.

    At least three such, of one or two paragraphs, one after the other: that is evidence of a roundup by itself. An
    article's notes at its foot have no paragraphs between them.
    """
    found: list[tuple[Piece, ...]] = []
    run: list[tuple[Piece, ...]] = []
    current: list[Piece] = []
    for piece in layout.pieces:
        if piece.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.ADVERT):
            current = []
        elif not _is_address(layout, piece):
            current.append(piece)
        elif current:
            item = (current[-1], piece)
            run = [*run, item] if len(current) == 1 else [item]
            found = run if len(run) >= len(found) else found
            current = []
    return tuple(found) if len(found) >= _LEAST and _are_short(layout, found) else ()


def _is_address(layout: Layout, piece: Piece) -> bool:
    return piece.kind is BlockKind.LINKS and bool(_ADDRESS.fullmatch(layout.words(piece).strip()))


def _are_short(layout: Layout, items: Sequence[tuple[Piece, ...]]) -> bool:
    counts = [word_count(layout.words(item[0])) for item in items]
    return 6 <= median(counts) <= _IN_BRIEF


def _by_lines(layout: Layout, body: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """A short line that stands by itself at least three times and never twice in a row."""
    lines = [bare(layout.words(piece)).casefold() for piece in body]
    counts = Counter(line for line in lines if line and len(line.split()) <= _LONGEST)
    line, count = max(counts.items(), key=lambda each: each[1], default=("", 0))
    if count < _LEAST:
        return ()
    stretches: list[tuple[Piece, ...]] = []
    current: list[Piece] = []
    for piece, words in zip(body, lines, strict=True):
        current.append(piece)
        if words == line:
            stretches.append(tuple(current))
            current = []
    usual = int(median(len(stretch) for stretch in stretches))
    stretches[0] = stretches[0][-usual:]  # what stands before it opens the roundup
    return tuple(stretches) if usual >= 2 else ()


def _by_tails(layout: Layout, body: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """A last word that most paragraphs share; those without it go on with the one before."""
    told = [piece for piece in body if piece.kind in PROSE or piece.kind is BlockKind.HEADING]
    tails = [found[1].casefold() if (found := _TAIL.search(layout.words(piece))) else "" for piece in told]
    word, count = max(Counter(filter(None, tails)).items(), key=lambda each: each[1], default=("", 0))
    if count <= _LEAST or count * 5 < len(told) * 3:
        return ()
    items: list[list[Piece]] = []
    for piece, tail in zip(told, tails, strict=True):
        if tail == word:
            items.append([piece])
        elif items:
            items[-1].append(piece)
    return tuple(tuple(item) for item in items)
