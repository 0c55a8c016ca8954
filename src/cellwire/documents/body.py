"""The main text of a page: found by trafilatura, its headings, lists, tables and quotes kept in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement

from cellwire.documents.layout import Draft
from cellwire.model import BlockKind

# What never is part of an article, whatever it holds; cut before the main text is looked for.
_OUTSIDE = re.compile(
    r"\b(cookie|consent|gdpr|newsletter-?(signup|form|box)|related|recommend(ed|ations)?|share|sharing|social|comments?|disqus|author-?(box|bio|card)"
    r"|advert(isement|s)?|ad-?(slot|banner|container|box|unit|wrapper)|ads|sponsor(ed)?|promo|breadcrumbs?|most-?(read|popular)|trending|paywall|subscribe|popup|modal)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[【［]([^\[\]【】]{3,250})[\]】］]")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)、]\s*")


def main_drafts(tree: HtmlElement, title: str) -> list[Draft]:
    """The article's pieces without its title; empty where the page has no main text."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document  # costly to import, and not needed to read text files

    found = bare_extraction(
        _pruned(tree),
        fast=True,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
    )
    if not isinstance(found, Document):
        return []
    drafts = [draft for element in found.body for draft in _drafts(element)]
    return [draft for draft in drafts if _folded(draft.text) != _folded(title)]


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()


def _pruned(tree: HtmlElement) -> HtmlElement:
    """The page without the parts that say of themselves that they are none of the article."""
    for element in tree.xpath("//body//*[@class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        small = element.tag not in ("body", "main", "article", "html")
        if small and _OUTSIDE.search(names) and element.getparent() is not None and len(element.xpath(".//p")) < 8:
            element.drop_tree()
    return tree


def _drafts(element: _Element) -> Iterator[Draft]:
    match element.tag:
        case "head":
            yield from _draft(element, BlockKind.HEADING, str(element.get("rend") or "h2"))
        case "list":
            yield from _list(element)
        case "table":
            yield from _table(element)
        case "quote":
            parts = [child for child in element if child.tag in ("p", "list", "quote")]
            for part in parts or [element]:
                yield from _draft(part, BlockKind.QUOTE)
        case "lb":
            return
        case "graphic":
            return
        case _:
            yield from _paragraph(element)


def _list(element: _Element) -> Iterator[Draft]:
    ordered = element.get("rend") == "ol"
    for item in element.iter("item"):
        yield from _draft(item, BlockKind.LIST_ITEM, "numbered" if ordered else "")


def _table(element: _Element) -> Iterator[Draft]:
    for row in element.iter("row"):
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell")]
        if any(cells):
            yield Draft(BlockKind.TABLE_ROW, " | ".join(cells))


def _paragraph(element: _Element) -> Iterator[Draft]:
    """A paragraph; one that is all bold, bracketed or numbered and bold is a heading."""
    for draft in _draft(element, BlockKind.PARAGRAPH):
        bracketed = _BRACKETED.fullmatch(draft.text)
        bold = 0 < draft.lead == len(draft.text) <= 250
        if bracketed and len(bracketed[1].split()) >= 3 and not draft.linked:
            yield Draft(BlockKind.HEADING, bracketed[1].strip(), "bracket")
        elif bold:
            yield Draft(
                BlockKind.HEADING,
                draft.text,
                "numbered" if _NUMBERED.match(draft.text) else "bold",
                linked=draft.linked,
            )
        else:
            yield draft


def _draft(element: _Element, kind: BlockKind, style: str = "") -> Iterator[Draft]:
    """One draft for each run of words between line breaks that stand for paragraph ends."""
    for run in _split_at_breaks(list(_fragments(element))):
        text, lead, linked = _joined(run)
        if text:
            yield Draft(kind, text, style, lead=lead, linked=linked * 10 >= len(text) * 9)


def _fragments(element: _Element, bold: bool = False, linked: bool = False) -> Iterator[tuple[str, bool, bool]]:
    """The words of an element with whether they are bold and whether they are a link; a line break is a newline."""
    if element.tag == "lb":
        yield "\n", bold, linked
    bold = bold or (element.tag == "hi" and "#b" in (element.get("rend") or ""))
    linked = linked or element.tag == "ref"
    if element.text:
        yield " ".join(re.split(r"\s", element.text)), bold, linked
    for child in element:
        if child.tag not in ("list", "table") or element.tag != "item":
            yield from _fragments(child, bold, linked)
        if child.tail:
            yield " ".join(re.split(r"\s", child.tail)), bold, linked


def _split_at_breaks(fragments: list[tuple[str, bool, bool]]) -> Iterator[list[tuple[str, bool, bool]]]:
    run: list[tuple[str, bool, bool]] = []
    for fragment in fragments:
        if fragment[0] == "\n":
            yield run
            run = []
        else:
            run.append(fragment)
    yield run


def _joined(run: list[tuple[str, bool, bool]]) -> tuple[str, int, int]:
    """The words with single spaces, the length of their bold start, and how many of the characters are links."""
    text, lead, linked, leading = "", 0, 0, True
    for words, bold, is_link in run:
        piece = re.sub(r"\s+", " ", words)
        if not text or text.endswith(" "):
            piece = piece.lstrip()
        text += piece
        leading = leading and (bold or not piece.strip())
        if leading and bold:
            lead = len(text.rstrip())
        linked += len(piece) if is_link else 0
    return text.rstrip(), lead, linked
