"""Headings and lists that the search for a page's main text has flattened or left out are put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element
from lxml.html import HtmlElement

from cellwire.documents.fragment import element_drafts
from cellwire.documents.layout import Draft, word_count
from cellwire.documents.marks import squeezed
from cellwire.model import BlockKind

_LONGEST = 250  # characters of a heading
_LEAST = 3  # that are lost together: a single one may be none of the text
_LISTED = 5  # entries that are left out together
_BLOCKS = ("p", "li", "h2", "h3", "h4")
_KNOWN = 60  # characters by which a paragraph is known again


def with_lost(pieces: list[Draft], tree: HtmlElement) -> list[Draft]:
    """The pieces with headings above the paragraphs that they head, and entries of lists as such.

    Only where the search kept none of either: it loses all of them at once.
    """
    if len(pieces) < _LEAST or any(piece.kind is not BlockKind.PARAGRAPH for piece in pieces):
        return pieces
    there = {_known(piece.text) for piece in pieces}
    heads = {
        below: heading for below, heading in _headings(tree) if below in there and _known(heading.text) not in there
    }
    entries = {known for entry in tree.iter("li") if (known := _known("".join(entry.itertext()))) in there}
    listed = [_as_entry(piece) if _known(piece.text) in entries else piece for piece in pieces]
    told = listed if len(entries) >= _LEAST else pieces
    return list(_put_back(told, heads)) if len(heads) >= _LEAST else told


def with_lists_of_links(pieces: list[Draft], tree: HtmlElement) -> list[Draft]:
    """All blocks of the part of a roundup's page that holds what was found: its lists of links are news, where the
    search for the text sees menus."""
    known = {_known(piece.text) for piece in pieces}
    holder = _holder(tree, known)
    blocks = list(element_drafts(holder)) if holder is not None else []
    listed = [block for block in blocks if block.kind is BlockKind.LIST_ITEM and _known(block.text) not in known]
    words = sum(word_count(block.text) for block in listed)
    lost = len(listed) >= _LISTED and words * 2 >= sum(word_count(piece.text) for piece in pieces)
    return blocks if lost else _with_lists_between(pieces, blocks, known)


def _with_lists_between(pieces: list[Draft], blocks: list[Draft], known: set[str]) -> list[Draft]:
    """The pieces, or all blocks from the first that is known to the last if lists are missing between them."""
    places = [number for number, block in enumerate(blocks) if _known(block.text) in known]
    between = blocks[places[0] : places[-1] + 1] if places else []
    lost = sum(block.kind is BlockKind.LIST_ITEM and _known(block.text) not in known for block in between)
    held, whole = (sum(word_count(draft.text) for draft in each) for each in (between, pieces))
    return between if lost >= _LISTED and held >= whole else pieces


def _holder(tree: HtmlElement, known: set[str]) -> HtmlElement | None:
    """The innermost element that holds nearly all blocks that are known."""
    holder = next(tree.iter("body"), None)
    most = _held(holder, known) if holder is not None else 0
    while most and holder is not None:
        inner = next((child for child in holder if _held(child, known) * 10 >= most * 9), None)
        if inner is None:
            return holder
        holder = inner
    return None


def _held(element: HtmlElement, known: set[str]) -> int:
    blocks = element.iter(*_BLOCKS) if isinstance(element.tag, str) else ()
    return len({words for block in blocks if (words := _known(block.text_content())) in known})


def _headings(tree: HtmlElement) -> Iterator[tuple[str, Draft]]:
    """Each heading that has a paragraph or a list right below it, by what that begins with."""
    for heading in tree.iter("h2", "h3", "h4"):
        words = " ".join(heading.text_content().split())
        below = _known(_below(heading)) if 0 < len(words) <= _LONGEST else ""
        if below:
            yield below, Draft(BlockKind.HEADING, words, str(heading.tag))


def _below(heading: HtmlElement) -> str:
    after: _Element | None = heading.getnext()
    while after is not None and (not isinstance(after.tag, str) or after.tag in ("hr", "br", "figure", "img")):
        after = after.getnext()
    if after is None or after.tag not in ("p", "ul", "ol", "div"):
        return ""
    return "".join(next(after.iter("p", "li"), after).itertext())


def _known(words: str) -> str:
    return squeezed(words)[:_KNOWN]


def _as_entry(piece: Draft) -> Draft:
    return replace(piece, kind=BlockKind.LIST_ITEM)


def _put_back(pieces: list[Draft], heads: dict[str, Draft]) -> Iterator[Draft]:
    for piece in pieces:
        if heading := heads.pop(_known(piece.text), None):
            yield heading
        yield piece
