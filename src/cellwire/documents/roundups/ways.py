"""All ways in which the news of a page may begin, whatever else the page looks like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks
from cellwire.documents.roundups.contents import listed_items
from cellwire.documents.roundups.entries import opens, paragraphs, runs
from cellwire.documents.roundups.outline import outlined
from cellwire.documents.roundups.rhythm import begun, ended, lines, stretches_from
from cellwire.documents.roundups.sections import count_of, sections_by_style
from cellwire.documents.roundups.starts import with_starts
from cellwire.documents.roundups.subjects import capitalised
from cellwire.model import BlockKind

Stretch = tuple[Piece, ...]

_TELLS = 6  # words of a paragraph that may be a news by itself
_SAYS = 8  # words of a paragraph whose names say whether it goes on
_BEGINNING = 90  # characters in which a paragraph says whom it is about
_SHARE = 3  # a name in more than one paragraph of so many is of the page and not of a news
_FEW = 3  # paragraphs that any news may have a name in
_LISTED = re.compile(
    r"[^\n]{2,90}\((?:[A-Z-]{2,8} ?[:：|] ?[A-Z0-9][^()]{0,40}|[A-Z]{2,5})\)"
)  # "Tudor Gold (TSXV: TUD)"
_SHOUTED = re.compile(r"\W{0,3}(?:[A-ZÀ-Þ]{3,}\b|[A-ZÀ-Þ]{1,2} [A-ZÀ-Þ]{3,})(?![^.\n]{0,40}:)")  # "A JOINT venture …"
_NUMBERED = re.compile(r"\W{0,4}\d{1,3}(?:\.\)|[.)、．])(?!\d)")


@dataclass(frozen=True, slots=True)
class Way:
    """Where the news begin; `marked` unless nothing but the words of paragraphs says that something does."""

    news: tuple[Stretch, ...]
    marked: bool = True
    moved: bool = False


def ways(layout: Layout) -> Iterator[Way]:
    yield from map(Way, _marked(layout))
    yield Way(_each(layout, BlockKind.PARAGRAPH), marked=False)
    yield Way(_each(layout, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM), marked=False)
    yield Way(_moved(layout), moved=True)


def _marked(layout: Layout) -> Iterator[tuple[Stretch, ...]]:
    yield listed_items(layout, said=True)
    body = replace(layout, pieces=tuple(with_starts(layout, said=True)))
    yield from (tuple(section.pieces for section in found) for found in sections_by_style(body))
    yield tuple(runs(layout, kicked=False))
    yield tuple((paragraph,) for paragraph in paragraphs(layout))
    yield from begun(layout)
    yield from ended(layout)
    yield lines(layout)
    yield outlined(layout)
    for begins in (_is_listed_company, _is_shouted, _is_numbered, _is_led):
        yield stretches_from(layout, begins)
    above = frozenset(_above_lists(layout))
    yield stretches_from(layout, lambda _, piece: piece in above)


def _is_listed_company(layout: Layout, piece: Piece) -> bool:
    return piece.kind in PROSE and _LISTED.match(layout.words(piece)) is not None


def _is_shouted(layout: Layout, piece: Piece) -> bool:
    """A paragraph whose first word is in capitals, where that is nobody who speaks."""
    return piece.kind in PROSE and _SHOUTED.match(layout.words(piece)) is not None


def _is_numbered(layout: Layout, piece: Piece) -> bool:
    return piece.kind in PROSE and _NUMBERED.match(piece.outer.cut(layout.text)) is not None


def _above_lists(layout: Layout) -> Iterator[Piece]:
    """Paragraphs right above a list: "The paper – its headline", and what it says."""
    for piece, below in pairwise(layout.pieces):
        if piece.kind is BlockKind.PARAGRAPH and below.kind is BlockKind.LIST_ITEM:
            yield piece


def _is_led(layout: Layout, piece: Piece) -> bool:
    return piece.lead is not None


def _each(layout: Layout, *kinds: BlockKind) -> tuple[Stretch, ...]:
    apart = (piece for piece in layout.pieces if piece.kind in kinds and piece.style != "more")
    told = (piece for piece in apart if not opens(layout.words(piece)))
    return tuple((piece,) for piece in told if count_of(layout.words(piece)) >= _TELLS)


def _moved(layout: Layout) -> tuple[Stretch, ...]:
    """A paragraph that begins with other names than those of the news above begins one; so does any below a heading."""
    told = [piece for piece in layout.pieces if piece.kind in PROSE or piece.kind is BlockKind.HEADING]
    common = _common(layout, told)
    found: list[list[Piece]] = []
    current, apart = set[str](), True
    for piece in told:
        words = layout.words(piece)
        if piece.kind is BlockKind.HEADING:
            apart = True
        elif count_of(words) < _SAYS or opens(words) or piece.style == "more":
            if found and not apart:
                found[-1].append(piece)
        else:
            own = capitalised(words) - common
            if apart or (
                _is_about(words, common) and current.isdisjoint(own) and not marks().goes_on.match(bare(words))
            ):
                found.append([])
                current = set()
            found[-1].append(piece)
            current |= own
            apart = False
    return tuple(map(tuple, found))


def _is_about(words: str, common: set[str]) -> bool:
    return not capitalised(words[:_BEGINNING]) <= common


def _common(layout: Layout, pieces: Sequence[Piece]) -> set[str]:
    """Names that stand in many of the paragraphs."""
    prose = [piece for piece in pieces if piece.kind in PROSE and count_of(layout.words(piece)) >= _SAYS]
    counts = Counter(name for piece in prose for name in capitalised(layout.words(piece)))
    return {name for name, count in counts.items() if count > max(_FEW, len(prose) / _SHARE)}
