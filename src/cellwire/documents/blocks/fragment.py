"""HTML that is all content, as in feeds and newsletters: every block in reading order, layout tables seen through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import ParserError, _Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from cellwire.documents.blocks.inline import Fragment, drafts, entry, fragments, is_bold
from cellwire.documents.blocks.tables import holds_data, table_rows
from cellwire.documents.layout import Draft
from cellwire.model import BlockKind

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_SKIPPED = frozenset(
    {"head", "script", "style", "template", "noscript", "iframe", "svg", "button", "select", "title", "nav"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|mso-hide\s*:\s*all", re.IGNORECASE)


def fragment_drafts(markup: str) -> list[Draft]:
    """The blocks of a piece of HTML; plain words with entities are one paragraph."""
    if not markup.strip():
        return []
    try:
        root = document_fromstring(markup, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except (ParserError, ValueError):
        return []
    return list(element_drafts(root))


def element_drafts(element: HtmlElement) -> Iterator[Draft]:
    """All blocks in an element of a page."""
    return _walk(element, BlockKind.PARAGRAPH, "")


def _walk(element: HtmlElement, kind: BlockKind, style: str) -> Iterator[Draft]:
    run: list[Fragment] = []
    bold = is_bold(element)
    if element.text:
        run.append(Fragment(" ".join(re.split(r"\s+", element.text)), bold))
    for child in element:
        if _is_block(child):
            yield from drafts(run, kind, style)
            run = []
            yield from _block(child, kind, style)
        elif not _is_skipped(child):
            run += fragments(child, bold)
        if child.tail:
            run.append(Fragment(" ".join(re.split(r"\s+", child.tail)), bold))
    yield from drafts(run, kind, style)


def _block(element: HtmlElement, kind: BlockKind, style: str) -> Iterator[Draft]:
    if _is_skipped(element):
        return
    match element.tag:
        case "table" if holds_data(element):
            yield from table_rows(element, "tr", ("td", "th"))
        case "li":
            parent = element.getparent()
            ordered = parent is not None and parent.tag == "ol"
            yield from entry(_walk(element, BlockKind.LIST_ITEM, "more"), "numbered" if ordered else "")
        case "blockquote":
            yield from _walk(element, BlockKind.QUOTE, "")
        case "figcaption":
            yield from _walk(element, BlockKind.CAPTION, "")
        case tag if tag in _HEADINGS:
            yield from _walk(element, BlockKind.HEADING, str(tag))
        case _:
            yield from _walk(element, kind, style)


def _is_block(element: _Element) -> bool:
    """Blocks, and inline elements that wrap blocks (a link around a card)."""
    if element.tag in _BLOCKS:
        return True
    return isinstance(element.tag, str) and any(inner.tag in _BLOCKS for inner in element.iterdescendants())


def _is_skipped(element: _Element) -> bool:
    return element.tag in _SKIPPED or bool(_HIDDEN.search(element.get("style") or ""))
