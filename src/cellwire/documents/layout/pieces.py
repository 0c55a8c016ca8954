"""The readable text of one article and its pieces, before it is known who wrote it and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cellwire.documents.layout.marks import announces_advert, is_paid, kind_of_line, opens_links
from cellwire.model import Block, BlockKind, Span

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


# Chinese and Japanese write no spaces: two characters there say about as much as a word here.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def word_count(words: str) -> int:
    """How much a stretch of text says, in any script."""
    return len(words.split()) + (0 if words.isascii() else len(_UNSPACED.findall(words)) // 2)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with what the splitting of roundups wants to know of it.

    `style` tells headings of one rank apart ("h2", "bold", "bracket", "numbered", "line"); `lead` is the bold start of
    a paragraph; `whole` is the span with its markup; `link` is where (nearly) all its words lead, `links` how many
    places its words lead to. A list's entry of several lines or paragraphs is "more" from its second on, and one that
    stands in another "inner".
    """

    kind: BlockKind
    span: Span
    style: str = ""
    lead: Span | None = None
    whole: Span | None = None
    link: str | None = None
    links: int = 0
    record: int = 0

    @property
    def linked(self) -> bool:
        return self.link is not None

    @property
    def block(self) -> Block:
        return Block(self.kind, self.span)

    @property
    def outer(self) -> Span:
        return self.whole or self.span


@dataclass(frozen=True, slots=True)
class Layout:
    """`pieces` are in reading order and do not overlap; the title's piece, if any, is the first."""

    title: str
    text: str
    pieces: tuple[Piece, ...]

    def words(self, piece: Piece) -> str:
        return piece.span.cut(self.text)


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of a page that has no place in a text yet."""

    kind: BlockKind
    text: str
    style: str = ""
    lead: int = 0  # characters of the bold start
    link: str | None = None
    links: int = 0
    record: int = 0
    new_page: bool = False


def compose(title: str, drafts: Iterable[Draft]) -> Layout:
    """Title as first line, then the drafts, each set off by a blank line; a form feed stands between two pages."""
    pieces: list[Piece] = []
    text = ""
    for draft in (Draft(BlockKind.TITLE, title), *drafts):
        if not draft.text:
            continue
        text += ("\n\f\n" if draft.new_page else "\n\n") if text else ""
        span = Span(len(text), len(text) + len(draft.text))
        lead = Span(span.start, span.start + draft.lead) if draft.lead else None
        pieces.append(Piece(draft.kind, span, draft.style, lead, None, draft.link, draft.links, draft.record))
        text += draft.text
    return Layout(title, text, mark(text, pieces))


def mark(text: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Adverts, captions and lists of links are told from news by their words and by what stands around them."""
    marked: list[Piece] = []
    in_links = after_label = False
    for piece in pieces:
        words = piece.span.cut(text)
        kind = None if piece.kind is BlockKind.TITLE else kind_of_line(words)
        if piece.kind is not BlockKind.TITLE and opens_links(words):
            in_links, kind = True, BlockKind.LINKS
        elif in_links:
            in_links = _stays_in_links(piece, words)
            kind = kind or (BlockKind.LINKS if in_links else None)
        label = piece.kind is not BlockKind.TITLE and announces_advert(words)
        headed = after_label and piece.kind is BlockKind.HEADING
        if label or headed or (after_label and piece.kind is BlockKind.PARAGRAPH):
            kind = BlockKind.ADVERT
        after_label = label or headed
        marked.append(replace(piece, kind=kind) if kind else piece)
    return _paid(text, tuple(marked))


def _paid(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A text that somebody paid for is an advert from its title on."""
    titled = bool(pieces) and pieces[0].kind is BlockKind.TITLE
    title = pieces[0].span.cut(text) if titled else ""
    first = next((piece.span.cut(text) for piece in pieces[1 if titled else 0 :]), "")
    if not is_paid(title, first):
        return pieces
    return tuple(replace(piece, kind=BlockKind.ADVERT) for piece in pieces)


def _stays_in_links(piece: Piece, words: str) -> bool:
    """A list of links goes on with list items, linked lines and captions; a heading or a full paragraph ends it."""
    if piece.kind in (BlockKind.LIST_ITEM, BlockKind.LINKS, BlockKind.CAPTION) or piece.linked:
        return len(words.split()) <= 60
    return piece.kind is BlockKind.PARAGRAPH and len(words.split()) <= 20 and words.rstrip()[-1:] not in '.!?”"'
