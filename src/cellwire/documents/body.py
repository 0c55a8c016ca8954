"""The main text of a page: found by trafilatura, its headings, lists, tables and quotes kept in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement

from cellwire.documents.inline import drafts, fragments
from cellwire.documents.layout import Draft
from cellwire.documents.tables import see_through, table_rows
from cellwire.model import BlockKind

# What never is part of an article, whatever it holds; cut before the main text is looked for.
_NEVER = re.compile(
    r"(?<![a-z])(cookies?|consent|gdpr|comments?|disqus|related|recommend(ed|ations?)?|most-?(read|popular)|trending)(?![a-z])",
    re.IGNORECASE,
)
_HARDLY = re.compile(
    r"(?<![a-z])(newsletter-?(signup|form|box)?|shar(e|ing)|social|author-?(box|bio|card|info)|advert(isement|s)?"
    r"|ad-?(slot|banner|container|box|unit|wrapper)|ads?|sponsor(ed)?|promo|breadcrumbs?|paywall|subscribe|popup|modal"
    r"|read-?(more|next))(?![a-z])",
    re.IGNORECASE,
)
_KEPT = frozenset({"html", "body", "main", "article"})
_BYLINE = re.compile(r"(?:[Bb]y|Von)\s+(?P<name>[A-Z][\w.’'-]+(?:\s+(?:and\s+|& )?[A-Z][\w.’'-]+){1,5})", re.UNICODE)


def main_drafts(tree: HtmlElement, title: str) -> list[Draft]:
    """The pieces of a pruned page's article without its title; empty where the page has no main text."""
    from trafilatura import bare_extraction  # costly to import, and not needed to read text files
    from trafilatura.settings import Document

    found = bare_extraction(
        tree,
        fast=True,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
    )
    if not isinstance(found, Document):
        return []
    pieces = [draft for element in found.body for draft in _drafts(element)]
    return [draft for draft in pieces if _folded(draft.text) != _folded(title)]


def byline_of(words: str) -> str | None:
    """The name in a line that is only "By Ann Lee"."""
    said = _BYLINE.fullmatch(words.strip())
    return said["name"] if said else None


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()


def prune(tree: HtmlElement) -> None:
    """Cuts the parts that say of themselves that they are none of the article."""
    for element in tree.xpath("//body//*[@class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag not in _KEPT and element.getparent() is not None and _is_outside(element, names):
            element.drop_tree()
    see_through(tree)
    _unlink_headings(tree)


def _unlink_headings(tree: HtmlElement) -> None:
    """A heading that is a link and has its text below it heads an item, where trafilatura sees a menu."""
    for heading in tree.iter("h2", "h3", "h4"):
        below = heading.getnext()
        if below is not None and below.tag in ("p", "div", "ul") and _own_words(below) >= 12:
            for link in list(heading.iter("a")):
                link.drop_tag()


def _own_words(element: HtmlElement) -> int:
    """Words that are no link."""
    linked = sum(len(link.text_content().split()) for link in element.iter("a"))
    return len(element.text_content().split()) - linked


def _is_outside(element: HtmlElement, names: str) -> bool:
    """A wrapper of the whole article may carry such a name too ("share-tools-on"): what holds the text stays."""
    most = 6 if _NEVER.search(names) else 1 if _HARDLY.search(names) else -1
    if most < 0 or next(element.iter("h1", "article"), None) is not None:
        return False
    return sum(len(paragraph.text_content()) > 120 for paragraph in element.iter("p")) <= most


def _drafts(element: _Element) -> Iterator[Draft]:
    match element.tag:
        case "head":
            yield from drafts(list(fragments(element)), BlockKind.HEADING, str(element.get("rend") or "h2"))
        case "list":
            style = "numbered" if element.get("rend") == "ol" else ""
            for item in element.iter("item"):
                yield from drafts(list(fragments(item)), BlockKind.LIST_ITEM, style)
        case "table":
            yield from table_rows(element, "row", ("cell",))
        case "quote":
            parts = [child for child in element if child.tag in ("p", "list", "quote")]
            for part in parts or [element]:
                yield from drafts(list(fragments(part)), BlockKind.QUOTE)
        case "lb" | "graphic":
            return
        case _:
            yield from drafts(list(fragments(element)), BlockKind.PARAGRAPH)
