"""The main text of a page: found by trafilatura, its headings, lists, tables and quotes kept in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lxml.etree import XPath, _Element
from lxml.html import HtmlElement

from cellwire.documents.blocks import drafts, entry, fragments, see_through, table_rows
from cellwire.documents.body.lost import own_blocks, with_lost
from cellwire.documents.body.parts import join_parts
from cellwire.documents.body.records import with_records
from cellwire.documents.decoding import load_tree
from cellwire.documents.layout import Draft, announces, marks, squeezed, word_count
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
_NEVER_HOLDS, _HARDLY_HOLDS = 6, 1  # full paragraphs that they may hold
# One of these stands in every name that either pattern finds; to look for them takes a fifth of the patterns' time.
_STEMS = re.compile(
    "cookie|consent|gdpr|comment|disqus|related|recommend|most|trending|newsletter|shar|social|author|ad|sponsor|promo"
    "|breadcrumb|paywall|subscribe|popup|modal"
)
_NAMED = XPath("descendant-or-self::body/descendant::*[@class or @id]")
_COMMENTS = XPath("descendant::*[@itemprop='comment']")
_KEPT = frozenset({"html", "body", "main", "article"})
_BYLINE = re.compile(r"(?:[Bb]y|Von)\s+(?P<name>[A-Z][\w.’'-]+(?:\s+(?:and\s+|& )?[A-Z][\w.’'-]+){1,5})", re.UNICODE)


_FEW = 5  # pieces of a text that only announces its news
_SAYS_MUCH = 15  # words from which a paragraph is prose and no label
_MOST = 0.8  # of the page's prose; what holds less may have its other parts in containers of their own
_SHARE = 0.5  # of the page's prose; what holds less than that was found too narrowly


def main_drafts(tree: HtmlElement, markup: str, title: str) -> list[Draft]:
    """The pieces of a page's article without its title; empty where the page has no main text. Prunes the tree.

    Pruning and the quick search each lose the text of a page now and then: where they leave little of its prose, the
    whole page is searched again with all means.
    """
    _cut_comments(tree)
    prose = _prose(tree)
    links = _links_of_headings(tree)
    prune(tree)
    pieces = _extracted(tree)
    found = _words_of(pieces)
    if not found or found < _SHARE * prose:
        whole = load_tree(markup)
        _cut_comments(whole)
        again = _extracted(whole, last=True) if whole is not None else []
        pieces = again if _words_of(again) > 1.5 * found else pieces
    if pieces and _words_of(pieces) < _MOST * prose and join_parts(tree, pieces):
        joined = _extracted(tree)
        pieces = joined if _words_of(joined) > _words_of(pieces) else pieces
    pieces = with_lost(pieces, tree)
    if marks().roundup_title.search(title) or _announces(pieces):
        pieces = own_blocks(pieces, tree)
    pieces = with_records(pieces, tree)
    return [_linked(draft, links) for draft in pieces if squeezed(draft.text) != squeezed(title)]


def _announces(pieces: list[Draft]) -> bool:
    """Whether the first of few lines announces several news: what it announces is lost."""
    return len(pieces) <= _FEW and any(announces(piece.text) for piece in pieces[:3])


def _extracted(tree: HtmlElement, *, last: bool = False) -> list[Draft]:
    from trafilatura import bare_extraction  # costly to import, and not needed to read text files
    from trafilatura.settings import Document

    found = bare_extraction(
        tree,
        fast=not last,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
        output_format="xml",  # the tree is wanted; other formats write it out as text as well
    )
    if not isinstance(found, Document):
        return []
    pieces = [draft for element in found.body for draft in _drafts(element)]
    return [] if _is_all_of(tree, pieces, most_linked=last) else pieces


def _is_all_of(tree: HtmlElement, pieces: list[Draft], *, most_linked: bool) -> bool:
    """Where trafilatura finds no article, it gives all words of the page in one piece, those of menus too.

    As a last resort that is taken, unless links make up most of it.
    """
    if len(pieces) != 1:
        return False
    links = [" ".join(link.text_content().split()) for link in tree.iter("a")]
    if most_linked and sum(map(word_count, links)) * 2 < _words_of(pieces):
        return False
    said = [words for words in links if word_count(words) >= 2]
    return len(said) >= 5 and sum(words in pieces[0].text for words in said) * 2 > len(said)


def _words_of(pieces: list[Draft]) -> int:
    return sum(word_count(draft.text) for draft in pieces)


def _prose(tree: HtmlElement) -> int:
    """Words in full paragraphs; an article within an article is another's (HTML's own rule), and so are links."""
    return sum(
        count
        for paragraph in tree.iter("p")
        if (count := _own_words(paragraph, _SAYS_MUCH)) >= _SAYS_MUCH
        and len(list(paragraph.iterancestors("article"))) < 2
    )


def byline_of(words: str) -> str | None:
    """The name in a line that is only "By Ann Lee"."""
    said = _BYLINE.fullmatch(words.strip())
    return said["name"] if said else None


def prune(tree: HtmlElement) -> None:
    """Cuts the parts that say of themselves that they are none of the article."""
    _cut(tree, boldly=True)
    see_through(tree)
    _unlink_headings(tree)


def cut_others(tree: HtmlElement) -> None:
    """Cuts comments, quotes and other articles, and leaves the small print around the article, which holds its day."""
    _cut(tree, boldly=False)
    for quote in list(tree.iter("blockquote")):
        quote.drop_tree()


def _cut_comments(tree: HtmlElement | None) -> None:
    """Cuts what a page's microdata calls comments: the answers of a forum, which hold more than what they answer."""
    for element in _COMMENTS(tree) if tree is not None else ():
        if element.getparent() is not None:
            element.drop_tree()


def _cut(tree: HtmlElement, *, boldly: bool) -> None:
    for element in _NAMED(tree):
        most = _allowed(f"{element.get('class') or ''} {element.get('id') or ''}", boldly)
        if most >= 0 and not _is_kept(element) and element.getparent() is not None and _is_outside(element, most):
            element.drop_tree()


def _is_kept(element: HtmlElement) -> bool:
    """Search engines are told by the class `paywall` which paragraphs of an article are for those who pay."""
    return element.tag in _KEPT or (element.tag == "p" and "paywall" in (element.get("class") or "").split())


@lru_cache(maxsize=20_000)
def _allowed(names: str, boldly: bool) -> int:
    """How many full paragraphs an element of these names may hold and still be cut; -1 where it never is."""
    if not _STEMS.search(names.lower()):
        return -1
    if _NEVER.search(names):
        return _NEVER_HOLDS
    return _HARDLY_HOLDS if boldly and _HARDLY.search(names) else -1


def _links_of_headings(tree: HtmlElement) -> dict[str, str]:
    """Where headings lead that are all one link, by their words: the search for the text works without."""
    found = ((heading, list(heading.iter("a"))) for heading in tree.iter("h2", "h3", "h4"))
    return {
        words: link
        for heading, links in found
        if len(links) == 1
        and (link := links[0].get("href"))
        and (words := squeezed(heading.text_content()))
        and words == squeezed(links[0].text_content())
    }


def _linked(draft: Draft, links: dict[str, str]) -> Draft:
    link = links.get(squeezed(draft.text)) if draft.kind is BlockKind.HEADING and not draft.link else None
    return replace(draft, link=link, links=1) if link else draft


def _unlink_headings(tree: HtmlElement) -> None:
    """A heading that is a link and has its text below it heads an item, where trafilatura sees a menu."""
    for heading in tree.iter("h2", "h3", "h4"):
        below = heading.getnext()
        if (
            below is not None
            and below.tag in ("p", "div", "ul")
            and heading.find(".//a") is not None
            and _own_words(below, 12) >= 12
        ):
            for link in list(heading.iter("a")):
                link.drop_tag()


def _own_words(element: HtmlElement, least: int = 0) -> int:
    """Words that are no link; 0 where all its words are fewer than `least`."""
    count = word_count(element.text_content())
    if count < least:
        return 0
    linked = sum(word_count(link.text_content()) for link in element.iter("a"))
    return count - linked


def _is_outside(element: HtmlElement, most: int) -> bool:
    """A wrapper of the whole article may carry such a name too ("share-tools-on"): what holds the text stays."""
    if next(element.iter("h1", "article"), None) is not None:
        return False
    return sum(len(paragraph.text_content()) > 120 for paragraph in element.iter("p")) <= most


def _drafts(element: _Element) -> Iterator[Draft]:
    match element.tag:
        case "head":
            yield from drafts(list(fragments(element)), BlockKind.HEADING, str(element.get("rend") or "h2"))
        case "list":
            style = "numbered" if element.get("rend") == "ol" else ""
            for item in element.iter("item"):
                within = next(item.iterancestors("item"), None) is not None
                yield from entry(
                    drafts(list(fragments(item)), BlockKind.LIST_ITEM, "more"), "inner" if within else style
                )
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
