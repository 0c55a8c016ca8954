"""Headings and lists that the search for a page's main text has flattened or left out are put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from lxml.etree import _Element
from lxml.html import HtmlElement

from cellwire.documents.blocks import element_drafts
from cellwire.documents.layout import Draft, squeezed, word_count
from cellwire.model import BlockKind

_LONGEST = 250  # characters of a heading
_LEAST = 3  # that are lost together: a single one may be none of the text
_HEADS = 2  # headings that a roundup's text has lost
_LISTED = 5  # entries that are left out together
_BLOCKS = ("p", "li", "h2", "h3", "h4")
_TOLD = 12  # characters by which a line is found inside another
_OUTWARDS = 2  # elements around a text among which it may be one card of many
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


def own_blocks(pieces: list[Draft], tree: HtmlElement) -> list[Draft]:
    """A roundup's text in the blocks of its page, with their links, headings and lists, where the search for the text
    leaves headings, the list below one or most entries out or runs entries together; elsewhere what was found stands
    better by itself.

    All blocks of the part of the page that holds what was found if most of those left out are lists, which the search
    takes for menus; else those from the first that was found to the last.
    """
    known = {_known(piece.text) for piece in pieces}
    holder = _holder(tree, known)
    if holder is None:
        return pieces
    if (around := _around_alike(holder)) is not None:
        return list(element_drafts(around))
    blocks = list(element_drafts(holder))
    found = squeezed(" ".join(piece.text for piece in pieces))
    listed = [block for block in blocks if block.kind is BlockKind.LIST_ITEM and _known(block.text) not in known]
    if len(listed) >= _LISTED and _words(listed) * 2 >= _words(pieces):
        return blocks
    between = _between(blocks, [_is_found(block, known, found) for block in blocks])
    heads = max(_heads(between) - _heads(pieces), _links(between) - _links(pieces) - 1)
    run_together = sum(_is_found(block, known, found) for block in listed)
    holds = _words(block for block in between if _is_found(block, known, found)) * 10 >= _words(pieces) * 9
    lost = heads >= _HEADS or run_together >= _LEAST or bool(_bare(pieces) & _above_lists(between))
    return between if holds and lost else pieces


def _bare(pieces: Sequence[Draft]) -> set[str]:
    """Headings with nothing below them but another, or the end."""
    below = [*pieces[1:], None]
    headed = BlockKind.HEADING
    return {
        _known(piece.text)
        for piece, after in zip(pieces, below, strict=True)
        if piece.kind is headed and (after is None or (after.kind is headed and after.style == piece.style))
    }


def _above_lists(blocks: Sequence[Draft]) -> set[str]:
    """Headings right above a list."""
    return {
        _known(piece.text)
        for piece, after in pairwise(blocks)
        if piece.kind is BlockKind.HEADING and after.kind is BlockKind.LIST_ITEM
    }


def _words(pieces: Iterable[Draft]) -> int:
    return sum(word_count(piece.text) for piece in pieces)


def _heads(pieces: Iterable[Draft]) -> int:
    return sum(piece.kind is BlockKind.HEADING for piece in pieces)


def _links(pieces: Iterable[Draft]) -> int:
    """Lines that are links: headlines, where prose stands below them, of which the search takes the short for menus."""
    return sum(
        above.kind is BlockKind.PARAGRAPH and above.link is not None and below.kind is BlockKind.PARAGRAPH
        for above, below in pairwise(pieces)
    )


def _between(blocks: list[Draft], there: list[bool]) -> list[Draft]:
    """The blocks from the first that was found to the last."""
    run = _best_run(
        [word_count(block.text) * _weight(block, found=is_there) for block, is_there in zip(blocks, there, strict=True)]
    )
    return blocks[run.start : run.stop]


def _around_alike(holder: HtmlElement) -> HtmlElement | None:
    """What holds several elements of its name that are as full of words: the search found one card of many."""
    for card in (holder, *islice(holder.iterancestors(), _OUTWARDS)):
        around, named = card.getparent(), card.get("class")
        if around is None or not named:
            continue
        alike = [each for each in around if each.tag == card.tag and each.get("class") == named]
        full = sum(word_count(each.text_content()) * 2 >= word_count(card.text_content()) for each in alike)
        if full >= _LEAST:
            return around
    return None


def _weight(block: Draft, *, found: bool) -> int:
    """Lists and headings that were left out between paragraphs that were found belong to those, other blocks do not."""
    return 1 if found else 0 if block.kind in (BlockKind.LIST_ITEM, BlockKind.HEADING) else -1


def _is_found(block: Draft, known: set[str], found: str) -> bool:
    words = squeezed(block.text)
    return words[:_KNOWN] in known or (len(words) >= _TOLD and words[:_KNOWN] in found)


def _best_run(counts: Sequence[int]) -> range:
    """Where the largest sum of neighbours stands."""
    best, most, start, sum_ = range(0), 0, 0, 0
    for number, count in enumerate(counts):
        if sum_ <= 0:
            start, sum_ = number, 0
        sum_ += count
        if sum_ > most:
            best, most = range(start, number + 1), sum_
    return best


def _holder(tree: HtmlElement, known: set[str]) -> HtmlElement | None:
    """The innermost element that holds nearly all blocks that are known; the whole page where none of them is one."""
    holder = next(tree.iter("body"), None)
    most = _held(holder, known) if holder is not None else 0
    while most and holder is not None:
        inner = next((child for child in holder if _held(child, known) * 10 >= most * 9), None)
        if inner is None:
            return holder
        holder = inner
    return holder


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
