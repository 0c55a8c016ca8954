"""A laid-out text and its imprint become a document, or a roundup and its items."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from cellwire.documents.imprint import Imprint, Said, language_of
from cellwire.documents.layout import Piece
from cellwire.documents.readers import Article
from cellwire.documents.roundups import Item, split
from cellwire.model import Block, BlockKind, Capture, Document, Form, Found, Span

_SIGNS = re.compile(r"[-_.+]+")


def documents_of(capture: Capture, id: str, article: Article) -> tuple[Document, ...]:
    """One document, or a roundup followed by its items."""
    layout = article.layout
    title, names = article.imprint.title or layout.title, tuple(_names(article.imprint))
    items = split(layout, title, newsletter=article.newsletter, names=names)
    if not items:
        blocks = tuple(piece.block for piece in layout.pieces)
        return (_document(capture, id, article, article.imprint.form, blocks),)
    outside = tuple(piece.block for piece in layout.pieces if not _within(piece.span, items))
    roundup = _document(capture, id, article, Form.ROUNDUP, outside)
    return roundup, *(_item(roundup, article, item, number) for number, item in enumerate(items, 1))


def _names(imprint: Imprint) -> Iterator[str]:
    """What its source and the places in its address are called."""
    if imprint.outlet:
        yield imprint.outlet
    for place in (imprint.canonical or imprint.url or "").partition("//")[2].split("/"):
        yield _SIGNS.sub(" ", place)


def _within(span: Span, items: tuple[Item, ...]) -> bool:
    """Whether one of the items, which stand in order, owns the span."""
    number = bisect_right(items, span.start, key=lambda item: item.extent.start)
    return number > 0 and items[number - 1].extent.holds(span)


def _item(roundup: Document, article: Article, item: Item, number: int) -> Document:
    """What its roundup is, with its own stretch of the text, its own title and, where the page has none, address."""
    own = replace(
        roundup,
        id=_document_id(roundup.capture, article.key, number),
        form=Form.ITEM,
        extent=item.extent,
        blocks=tuple(_item_block(piece, item) for piece in item.pieces),
        title=item.title,
        item=number,
        url=roundup.url or _address(item.link),
    )
    found = replace(
        own.found, title="heading" if item.headed else "text", url=roundup.found.url if roundup.url else "link"
    )
    return replace(own, found=_only_what_is_there(replace(own, found=found)))


def _item_block(piece: Piece, item: Item) -> Block:
    return Block(BlockKind.TITLE, piece.span) if item.headed and piece is item.pieces[0] else piece.block


def _document(capture: Capture, id: str, article: Article, form: Form, blocks: tuple[Block, ...]) -> Document:
    text, imprint = article.layout.text, article.imprint
    said = Said(imprint.language, imprint.found.language or "told") if imprint.language else None
    language = language_of(text, said) if not capture.told.language else Said(capture.told.language, "told")
    document = Document(
        id=_document_id(id, article.key),
        capture=id,
        form=form,
        text=text,
        extent=Span(0, len(text)),
        blocks=blocks,
        title=imprint.title or article.layout.title,
        url=imprint.url,
        path=capture.path,
        outlet=imprint.outlet,
        byline=imprint.byline,
        language=language.words,
        published=imprint.published,
        modified=imprint.modified,
        captured=capture.moment,
        canonical=imprint.canonical,
        paid=imprint.paid,
        found=replace(imprint.found, language=language.how),
    )
    return replace(document, found=_only_what_is_there(document))


def _only_what_is_there(document: Document) -> Found:
    return Found(**{name: how for name, how in document.found.told().items() if getattr(document, name)})


def _address(link: str | None) -> str | None:
    """Where an item of a mail leads, without the marks that tell the sender who clicked."""
    if not link or not link.startswith(("https://", "http://")):
        return None
    head, _, query = link.partition("?")
    kept = [each for each in query.split("&") if each and not each.lower().startswith(("utm_", "mc_", "ref="))]
    return f"{head}?{'&'.join(kept)}" if kept else head


def _document_id(capture: str, key: str, item: int | None = None) -> str:
    """Depends on the captured bytes and the place in them, never on what an extractor made of them."""
    return "doc_" + sha256(f"{capture}\n{key}\n{item or ''}".encode()).hexdigest()[:16]
