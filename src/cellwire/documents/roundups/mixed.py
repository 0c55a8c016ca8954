"""Roundups that tell their first news under headlines and the others in lists: "Quick hits", or links below a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cellwire.documents.layout import PROSE, Layout, Piece, bare, marks
from cellwire.documents.roundups.entries import are_links, is_listed, runs
from cellwire.documents.roundups.sections import count_of
from cellwire.documents.roundups.starts import is_day
from cellwire.model import BlockKind

_LEAST = 2  # entries of a list under the name of a group
_TAIL = 5  # entries of a list that follows a story and is none of it
_TELLS = 6  # words of an entry that tells something by itself
_LEADS = 3  # the same where it is a link


@dataclass(frozen=True, slots=True)
class _List:
    """A list with the heading right above it, if one is."""

    entries: tuple[tuple[Piece, ...], ...]
    above: Piece | None

    @property
    def start(self) -> int:
        return self.entries[0][0].outer.start


def with_lists(layout: Layout, sections: Sequence[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """The sections and, in their order, the entries of lists that are news of their own; contents above the first
    headline are none."""
    lists = [each for each in _lists(layout) if each.start > sections[0][0].outer.start and _tells(layout, each)]
    items: list[tuple[Piece, ...]] = []
    taken: list[_List] = []
    for section in sections:
        inside = [each for each in lists if _holds(section, each) and _is_apart(layout, section, each)]
        taken += inside
        cut = min((each.start for each in inside), default=section[-1].outer.end)
        kept = tuple(piece for piece in section if piece.outer.start < cut)
        if len(kept) > 1 or not inside:
            items.append(kept)
    taken += [
        each
        for each in lists
        if _is_named(layout, each.above) and not any(_holds(section, each) for section in sections)
    ]
    return sorted([*items, *(entry for each in taken for entry in each.entries)], key=lambda item: item[0].outer.start)


def _holds(section: Sequence[Piece], each: _List) -> bool:
    return section[0].outer.start < each.start <= section[-1].outer.start


def _is_apart(layout: Layout, section: Sequence[Piece], each: _List) -> bool:
    """The section is nothing but the list and the name of its group, or it ends in many links."""
    prose = [piece for piece in section[1:] if piece.kind in PROSE and not is_listed(piece)]
    if any(piece.outer.start > each.start for piece in prose):
        return False
    if not prose and marks().group.fullmatch(bare(layout.words(section[0]))):
        return True
    return len(each.entries) >= (_TAIL if prose else _LEAST) and are_links(layout, each.entries, least=_LEAST)


def _is_named(layout: Layout, above: Piece | None) -> bool:
    """A list below a heading; below a day it is what happens then."""
    return above is not None and not is_day(layout, above)


def _tells(layout: Layout, each: _List) -> bool:
    long = [
        entry for entry in each.entries if count_of(layout.words(entry[0])) >= (_LEADS if entry[0].linked else _TELLS)
    ]
    return len(each.entries) >= _LEAST and len(long) * 5 >= len(each.entries) * 4


def _lists(layout: Layout) -> Iterator[_List]:
    """Entries that follow one another with nothing between them."""
    numbers = {piece.outer.start: number for number, piece in enumerate(layout.pieces)}
    run: list[tuple[Piece, ...]] = []
    for entry in runs(layout, kicked=False):
        if run and numbers[entry[0].outer.start] != numbers[run[-1][-1].outer.start] + 1:
            yield _listed(layout, run, numbers)
            run = []
        run.append(entry)
    if run:
        yield _listed(layout, run, numbers)


def _listed(layout: Layout, run: Sequence[tuple[Piece, ...]], numbers: dict[int, int]) -> _List:
    first = numbers[run[0][0].outer.start]
    above = layout.pieces[first - 1] if first else None
    return _List(tuple(run), above if above and above.kind is BlockKind.HEADING else None)
