"""Containers of a page that are alike, each with a headline of its own, hold a news each.

A publisher's page keeps each news of a roundup, a live blog or a digest in an element of one name ("story", "card"); an
article's containers of one name hold paragraphs, and no headline stands first in nearly all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from statistics import median

from lxml.etree import _Element
from lxml.html import HtmlElement

from cellwire.documents.blocks import element_drafts
from cellwire.documents.layout import Draft, squeezed, word_count
from cellwire.model import BlockKind

_LEAST = 4  # containers that are alike
_TELLS, _LONGEST = 10, 300  # words of most of them
_HELD = 0.6  # of the text that they hold together
_LABEL = 5  # words of a line above a headline: a day, a place, a topic
_LINE = 20  # words of a headline
_STOPS = (".", "!", "?", ":", ",", ";", "…", "”", "“", '"', "。")
_KNOWN = 60  # letters and figures by which a block is known again
_FIRST = 8  # of them by which most of a page's elements are seen to be none that is known
_GLANCE = 3 * _FIRST  # characters that nearly always hold so many
_OTHER = "-"  # what is known has letters and figures alone
_ENOUGH = 4 * _KNOWN  # characters that hold so many, unless most are signs
_CONTAINERS = frozenset({"article", "div", "section", "table", "tbody", "td", "tr"})
_BLOCKS = ("div", "p", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class _Records:
    """The containers in their order, all that stands around any of them, and the words that blocks are known by."""

    numbers: Mapping[_Element, int]
    around: frozenset[_Element]
    known: Mapping[str, int]

    def blocks_in(self, element: _Element) -> Iterator[Draft]:
        """All that the containers hold, numbered by them, and of what stands between them what is known."""
        for child in element:
            if child in self.numbers:
                yield from (replace(block, record=self.numbers[child]) for block in element_drafts(child))
            elif child in self.around:
                yield from self.blocks_in(child)
            elif isinstance(child.tag, str):
                yield from (block for block in element_drafts(child) if _known(block.text) in self.known)


def with_records(pieces: list[Draft], tree: HtmlElement) -> list[Draft]:
    """The text in the blocks of its containers, where it stands in such; else as it is."""
    known = {_known(piece.text): word_count(piece.text) for piece in pieces}
    found = _alike(tree, known) if len(known) >= _LEAST else []
    if not found:
        return pieces
    ancestors = [list(record.iterancestors()) for record in found]
    around = frozenset(each for above in ancestors for each in above)
    holder = next(each for each in ancestors[0] if all(each in above for above in ancestors))
    records = _Records({record: number for number, record in enumerate(found, 1)}, around, known)
    blocks = list(records.blocks_in(holder))
    there = {_known(block.text) for block in blocks}
    first = next((number for number, piece in enumerate(pieces) if _known(piece.text) in there), len(pieces))
    return [*pieces[:first], *blocks]


def _alike(tree: HtmlElement, known: Mapping[str, int]) -> list[_Element]:
    """The innermost containers at one place of the page's outline that hold most of what is known."""
    held = _held(tree, known)
    paths: defaultdict[tuple[str, ...], list[_Element]] = defaultdict(list)
    for element in held:
        if element.tag in _CONTAINERS:
            paths[_path(element)].append(element)
    whole = sum(known.values())
    for path in sorted(paths, key=len, reverse=True):
        alike = paths[path]
        counts = [held[each] for each in alike]
        fits = len(alike) >= _LEAST and sum(counts) >= whole * _HELD and _TELLS <= median(counts) <= _LONGEST
        headed = [each for each in alike if fits and _is_headed(each)]
        if fits and len(headed) * 5 >= len(alike) * 4:
            return _with_siblings(tree, headed, held)
    return []


def _with_siblings(tree: HtmlElement, found: list[_Element], held: Mapping[_Element, int]) -> list[_Element]:
    """And what stands beside them with a headline of their rank, of their name or holding what is known: a news of
    which no more is told, or one in a card of another colour."""
    ranks = {_rank(record) for record in found}
    paths = {_path(record) for record in found}
    beside = {
        child
        for parent in {record.getparent() for record in found}
        if parent is not None
        for child in parent
        if child.tag in _CONTAINERS and (held.get(child, 0) >= _TELLS or _path(child) in paths)
    }
    taken = {*found, *(child for child in beside if _rank(child) in ranks and _is_headed(child))}
    return [element for element in tree.iter() if element in taken]


def _rank(element: _Element) -> str:
    """The rank of the first heading, if there is one."""
    return next((block.style for block in element_drafts(element) if block.kind is BlockKind.HEADING), "")


def _held(tree: HtmlElement, known: Mapping[str, int]) -> dict[_Element, int]:
    """How many of the words that are known each element holds, in the page's order."""
    at: dict[str, _Element] = {}
    for block, words in _beginnings(tree, known):
        if words in known and not _only_wraps(block) and (words not in at or at[words] in block.iterancestors()):
            at[words] = block
    held: dict[_Element, int] = {}
    for words, block in at.items():
        for each in (block, *block.iterancestors()):
            held[each] = held.get(each, 0) + known[words]
    return held


def _beginnings(tree: HtmlElement, known: Collection[str]) -> Iterator[tuple[_Element, str]]:
    """Each block and what it is known by, from the last to the first; what begins with a block begins as that does."""
    firsts = frozenset(words[:_FIRST] for words in known)
    begun: dict[_Element, str] = {}
    for block in reversed(list(tree.iter(*_BLOCKS))):
        inner = begun.get(block[0], "") if len(block) and not (block.text and block.text.strip()) else ""
        begun[block] = inner if inner == _OTHER or len(inner) >= _KNOWN else _begins(block, firsts)
    return reversed(begun.items())


def _only_wraps(element: _Element) -> bool:
    """It holds one block and no word besides: that block is known by the same words."""
    if len(element) != 1 or (element.text and not element.text.isspace()):
        return False
    inner = element[0]
    return inner.tag in _BLOCKS and not (inner.tail and not inner.tail.isspace())


def _path(element: _Element) -> tuple[str, ...]:
    return tuple(
        f"{each.tag}.{(each.get('class') or '').partition(' ')[0]}" for each in (element, *element.iterancestors())
    )


def _is_headed(element: _Element) -> bool:
    """A headline stands first, or below a short line, and something below it."""
    blocks = list(islice(element_drafts(element), 3))
    first = 1 if len(blocks) > 2 and word_count(blocks[0].text) < _LABEL and not _heads(blocks[0]) else 0
    return len(blocks) > first + 1 and _heads(blocks[first])


def _heads(block: Draft) -> bool:
    """A heading, a line that is a link, or a line of some words that no stop ends."""
    line = _LABEL <= word_count(block.text) <= _LINE and not block.text.endswith(_STOPS)
    return block.kind is BlockKind.HEADING or block.link is not None or (line and block.kind is BlockKind.PARAGRAPH)


def _known(words: str) -> str:
    return _letters(words)[:_KNOWN]


def _begins(element: _Element, firsts: frozenset[str]) -> str:
    """What an element is known by; `_OTHER` where it begins with none of `firsts`."""
    words = ""
    for text in element.itertext():
        told = text.lstrip()
        if not words and len(first := squeezed(told[:_GLANCE])) >= _FIRST and first[:_FIRST] not in firsts:
            return _OTHER
        words += _letters(told) if told else ""
        if len(words) >= _FIRST and words[:_FIRST] not in firsts:
            return _OTHER
        if len(words) >= _KNOWN:
            break
    return words[:_KNOWN]


def _letters(text: str) -> str:
    """The letters and figures of a text, or its first ones, as many as a block is known by."""
    first = squeezed(text[:_ENOUGH])
    return first if len(first) >= _KNOWN or len(text) <= _ENOUGH else squeezed(text)
