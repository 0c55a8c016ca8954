"""The readable text of one version of one article, or of one item of a roundup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from cellwire.model.addresses import article_key
from cellwire.model.span import Span


class Form(StrEnum):
    ARTICLE = "article"
    ROUNDUP = "roundup"  # the page that holds items; its items are documents of their own
    ITEM = "item"  # one item of a roundup
    ROW = "row"  # one row of a tracker
    TEASER = "teaser"  # a feed's summary or a page that shows its first lines only


class BlockKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    ADVERT = "advert"  # sponsor lines, greetings, "subscribe": kept in the text, never read for news
    LINKS = "links"  # "more info", "related": kept in the text, never read for news


NEVER_NEWS = frozenset({BlockKind.ADVERT, BlockKind.LINKS})
UNREAD = NEVER_NEWS | {BlockKind.CAPTION}  # of which no claim is read, and by which no copy is known


class Block(Struct, frozen=True, gc=False):
    """A run of the text with one role; blocks are in reading order and do not overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """Where each thing that a document says of itself was found; None where nothing says it.

    "told" by whoever handed it over; of a page "json-ld", "meta", "made" (a mark of when the page was made), "time"
    (marked up as one), "link", "headline", "tab" (its title), "page" (its visible lines), "host"; its "text", "script"
    or "letters"; a "feed", a feed's "wrapper" or the "tail" of its entry's title; a "mail"; the "url"; an item's own
    "heading".
    """

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    canonical: str | None = None

    def told(self) -> dict[str, str]:
        """What was found, by its name."""
        said = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {name: how for name, how in said if how}


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is the capture's whole readable text, its title as first line; `extent` is what this document owns.

    An item of a roundup shares the roundup's text and owns one stretch of it, so that every span of every document of a
    capture counts from the start of the same text.
    """

    id: str
    capture: str
    form: Form
    text: str
    extent: Span
    blocks: tuple[Block, ...]
    title: str
    item: int | None = None
    url: str | None = None
    path: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str = "en"
    published: date | None = None
    modified: date | None = None
    captured: datetime | None = None
    canonical: str | None = None  # the address that a page says is the article's own, where it is another
    paid: bool = False  # its page says that it is not free; how much of it can be read is its form's to say
    found: Found = Found()

    def quote(self, span: Span) -> str:
        return span.cut(self.text)

    def page_of(self, span: Span) -> int | None:
        """The page on which the span begins, counted from 1; None where the text has no pages."""
        return self.text.count("\f", 0, span.start) + 1 if "\f" in self.text else None

    @property
    def article(self) -> str | None:
        """What all addresses of one article have in common, however they are dressed."""
        return _article(self)

    @property
    def told(self) -> date | None:
        """The day it was published; where nothing says so, the day it was captured."""
        return _told(self)

    @property
    def imprint(self) -> Imprint:
        return Imprint(
            self.id,
            self.capture,
            self.form,
            self.title,
            self.item,
            self.url,
            self.outlet,
            self.published,
            self.modified,
            self.captured,
            self.canonical,
        )


class Imprint(Struct, frozen=True, gc=False):
    """Of a document, who published it, when and where: read and kept without its text, of which there are many."""

    id: str
    capture: str
    form: Form
    title: str
    item: int | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    modified: date | None = None
    captured: datetime | None = None
    canonical: str | None = None

    @property
    def article(self) -> str | None:
        """As the document has it."""
        return _article(self)

    @property
    def told(self) -> date | None:
        """As the document has it."""
        return _told(self)


def _article(document: Document | Imprint) -> str | None:
    address = document.canonical or document.url
    return article_key(address) if address else None


def _told(document: Document | Imprint) -> date | None:
    return document.published or (document.captured.date() if document.captured else None)


def newer_versions(documents: Iterable[Document | Imprint]) -> dict[str, str]:
    """Ids of documents that a later version of the same article replaces, each with the newest version's.

    Two captures of one address, however it is dressed, are versions of one article where title or day agree; a page
    that shows other news every day is not. A feed's teaser is always replaced by the article it stands for.
    """
    versions: dict[tuple[str, int | None], list[Document | Imprint]] = defaultdict(list)
    for document in documents:
        if document.form is not Form.ROUNDUP and (article := document.article):
            versions[article, document.item].append(document)
    return {
        old.id: new.id
        for told in versions.values()
        if len(told) > 1
        for new in [max(told, key=_newness)]
        for old in told
        if old.id != new.id and old.capture != new.capture and _same_article(old, new)
    }


def _newness(document: Document | Imprint) -> tuple[bool, str, bool, str, str]:
    """Of two told on one day the article at its own address goes before a copy elsewhere, then the later capture."""
    captured = document.captured.isoformat() if document.captured else ""
    told = str(document.modified or document.published or "")
    return document.form is not Form.TEASER, told, document.canonical is None, captured, document.id


def _same_article(old: Document | Imprint, new: Document | Imprint) -> bool:
    return old.title == new.title or (old.published is not None and old.published == new.published)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that was skipped, and why: an alarm a person can clear, never a silent loss."""

    thing: str  # capture, path or document it is about
    problem: str
    stage: str  # "sources", "documents", "claims", "stories", "record", "publish"
