"""Roundups whose news are a line each: links, bare headlines, or paragraphs that begin with a sign of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cellwire.documents.entries import names_group
from cellwire.documents.layout import Layout, Piece
from cellwire.documents.marks import bare
from cellwire.documents.sections import count_of
from cellwire.model import BlockKind

_LEAST = 5  # lines that are nothing but links or headlines
_SIGNED = 3  # paragraphs that begin with a sign
_LINKED, _HEADLINE, _TELLS = 2, 4, 6  # words of a link, of a headline, of a paragraph with a sign
_LONGEST = 25  # words of a headline
_SIGN = re.compile(
    '\\W{0,4}(?:[\u2190-\u2bff\u3030\U0001f000-\U0001faff]\ufe0f?|\\[#\\w+\\])[\\s\u200d\ufe0f\U0001f000-\U0001faff]*(?=[\\s\\w–—“"«])'
)
_STOPS = (".", "!", ":", ";", ",", "…", '."', ".”")


def signed_items(layout: Layout) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs that begin with a sign, each with what follows it."""
    signed = tuple(_with_rest(layout, layout.pieces))
    return signed if len(signed) >= _SIGNED else ()


def line_items(layout: Layout) -> tuple[tuple[Piece, ...], ...]:
    """The lines in order; none where other paragraphs are most of the text."""
    pieces = [piece for piece in layout.pieces if piece.kind is not BlockKind.TITLE]
    told = [piece for piece in pieces if piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LINKS)]
    lines = [piece for piece in told if _is_linked(layout, piece) or _is_headline(layout, piece)]
    return tuple((line,) for line in lines) if len(lines) >= _LEAST and len(lines) * 5 >= len(told) * 3 else ()


def is_signed(layout: Layout, piece: Piece) -> bool:
    words = layout.words(piece)
    return piece.kind is BlockKind.PARAGRAPH and bool(_SIGN.match(words)) and count_of(words) >= _TELLS


def _with_rest(layout: Layout, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    current: list[Piece] = []
    for piece in pieces:
        signed = is_signed(layout, piece)
        if current and (signed or piece.kind is not BlockKind.PARAGRAPH):
            yield tuple(current)
            current = []
        if signed or current:
            current.append(piece)
    if current:
        yield tuple(current)


def _is_linked(layout: Layout, piece: Piece) -> bool:
    return piece.linked and count_of(bare(layout.words(piece))) >= _LINKED


def _is_headline(layout: Layout, piece: Piece) -> bool:
    line = bare(layout.words(piece))
    plain = piece.kind is BlockKind.PARAGRAPH and not line.endswith(_STOPS) and not names_group(layout, piece)
    return plain and _HEADLINE <= count_of(line) <= _LONGEST and line[:1].isupper()
