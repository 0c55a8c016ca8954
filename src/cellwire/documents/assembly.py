"""A laid-out text and its imprint become a document, or a roundup and its items."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256

from cellwire.documents.imprint import Imprint
from cellwire.documents.language import language_of
from cellwire.documents.layout import Layout, Piece
from cellwire.documents.roundup import Item, split
from cellwire.model import Block, BlockKind, Capture, Document, Form, Span


@dataclass(frozen=True, slots=True)
class Article:
    """One readable text of a capture; `key` tells it from the capture's others (a feed's entries)."""

    layout: Layout
    imprint: Imprint
    key: str = ""
    newsletter: bool = False


def documents_of(capture: Capture, article: Article) -> tuple[Document, ...]:
    """One document, or a roundup followed by its items."""
    layout = article.layout
    items = split(layout, article.imprint.title or layout.title, newsletter=article.newsletter)
    if not items:
        blocks = tuple(piece.block for piece in layout.pieces)
        return (_document(capture, article, article.imprint.form, blocks=blocks),)
    outside = tuple(piece.block for piece in layout.pieces if not _within(piece.span, items))
    roundup = _document(capture, article, Form.ROUNDUP, blocks=outside)
    return roundup, *(_item(capture, article, item, number) for number, item in enumerate(items, 1))


def _within(span: Span, items: tuple[Item, ...]) -> bool:
    """Whether one of the items, which stand in order, owns the span."""
    number = bisect_right(items, span.start, key=lambda item: item.extent.start)
    return number > 0 and items[number - 1].extent.holds(span)


def _item(capture: Capture, article: Article, item: Item, number: int) -> Document:
    blocks = tuple(_item_block(piece, item) for piece in item.pieces)
    return _document(capture, article, Form.ITEM, blocks=blocks, item=number, of=item)


def _item_block(piece: Piece, item: Item) -> Block:
    return Block(BlockKind.TITLE, piece.span) if item.headed and piece is item.pieces[0] else piece.block


def _document(
    capture: Capture,
    article: Article,
    form: Form,
    *,
    blocks: tuple[Block, ...],
    item: int | None = None,
    of: Item | None = None,
) -> Document:
    text, imprint, told, of_capture = article.layout.text, article.imprint, capture.told, capture.id
    return Document(
        id=_document_id(of_capture, article.key, item),
        capture=of_capture,
        form=form,
        text=text,
        extent=of.extent if of else Span(0, len(text)),
        blocks=blocks,
        title=of.title if of else imprint.title or article.layout.title,
        item=item,
        url=imprint.url or (_address(of.link) if of else None),
        path=capture.path,
        outlet=imprint.outlet,
        byline=imprint.byline,
        language=told.language or language_of(text, imprint.language),
        published=imprint.published,
        published_how=imprint.published_how,
        modified=imprint.modified,
        captured=capture.moment,
        canonical=imprint.canonical,
    )


def _address(link: str | None) -> str | None:
    """Where an item of a mail leads, without the marks that tell the sender who clicked."""
    if not link or not link.startswith(("https://", "http://")):
        return None
    head, _, query = link.partition("?")
    kept = [each for each in query.split("&") if each and not each.lower().startswith(("utm_", "mc_", "ref="))]
    return f"{head}?{'&'.join(kept)}" if kept else head


def _document_id(capture: str, key: str, item: int | None) -> str:
    """Depends on the captured bytes and the place in them, never on what an extractor made of them."""
    return "doc_" + sha256(f"{capture}\n{key}\n{item or ''}".encode()).hexdigest()[:16]
