"""A page as its headings part it: each with what stands below it, up to the next heading of any rank.

Headings are those that markup knows, bold and bracketed lines that do not come again and again, and lines that are
links right above prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cellwire.documents.layout import Layout, Piece, bare, marks, named
from cellwire.documents.roundups.entries import is_listed
from cellwire.documents.roundups.sections import count_of
from cellwire.model import UNREAD, BlockKind

Stretch = tuple[Piece, ...]

_LEAST = 3  # lines or headings in a row of one sort
_HOLDS = 4  # words of a line that is a link
_LOWEST = 6  # the rank of the lowest heading that markup knows
_RANKS = {"bracket": 7, "bold": 8, "numbered": 8, "line": 9}

_BEGINNING = re.compile(r"[\s:：]")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, if one stands above, and what follows it up to the next heading of any rank."""

    head: Piece | None
    below: Stretch
    deeper: bool  # whether the next heading is of a lower rank

    @property
    def rank(self) -> int:
        return rank_of(self.head) if self.head else 0

    @property
    def start(self) -> int:
        """Where the heading stands; -1 where none does."""
        return self.head.outer.start if self.head else -1

    @property
    def pieces(self) -> Stretch:
        return (self.head, *self.below) if self.head else self.below


def parts_of(layout: Layout) -> list[Part]:
    """The parts without those in which an issue speaks of itself."""
    layout = replace(layout, pieces=tuple(_as_read(layout, piece) for piece in layout.pieces))
    return _joined(layout, list(_run_on(layout, _without_closing(layout, _parts(layout)))))


def ends_of(parts: Sequence[Part]) -> list[int]:
    """For each part the number of the next that is not further in."""
    ends = [len(parts)] * len(parts)
    above: list[int] = []
    for number, part in enumerate(parts):
        while above and parts[above[-1]].rank >= part.rank:
            ends[above.pop()] = number
        if part.head:
            above.append(number)
        else:
            ends[number] = number + 1
    return ends


def is_ranked(piece: Piece) -> bool:
    """A heading that markup knows as one."""
    return piece.kind is BlockKind.HEADING and is_ranked_as(rank_of(piece))


def is_ranked_as(rank: int) -> bool:
    return rank <= _LOWEST


def rank_of(head: Piece) -> int:
    """How far down a heading stands: 1 to 6 for those that markup knows, more for others."""
    found = re.fullmatch(r"h([1-6])", head.style)
    return int(found[1]) if found else _RANKS.get(head.style, 9)


def _parts(layout: Layout) -> Iterator[Part]:
    heads = [number for number, piece in enumerate(layout.pieces) if piece.kind is BlockKind.HEADING]
    lines = _lines(layout)
    starts = [0, *sorted({*heads, *(lines if len(lines) >= _LEAST else ())})]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(layout.pieces)
        inside = layout.pieces[start:end]
        head = inside[0] if number and inside else None
        below = tuple(piece for piece in inside[1 if head else 0 :] if piece.kind is not BlockKind.TITLE)
        after = layout.pieces[end] if end < len(layout.pieces) else None
        yield Part(head, below, bool(head and after and rank_of(after) > rank_of(head)))


def _without_closing(layout: Layout, parts: Iterator[Part]) -> Iterator[Part]:
    """The parts without those in which an issue speaks of itself, and what is further in."""
    above = 0
    for part in parts:
        if above and part.rank > above:
            continue
        above = part.rank if part.head and marks().closing.fullmatch(named(layout.words(part.head))) else 0
        if not above:
            yield part


def _run_on(layout: Layout, parts: Iterable[Part]) -> Iterator[Part]:
    """A headline that is set as two headings of one rank: "Board sends its plan" and "to the town"."""
    above: Part | None = None
    for each in parts:
        part = each
        if above and part.rank == above.rank and _goes_on(layout, part):
            part = replace(part, head=above.head, below=part.pieces)
        elif above:
            yield above
        above = part if part.head and not part.below else None
        if above is None:
            yield part
    if above:
        yield above


def _goes_on(layout: Layout, part: Part) -> bool:
    return part.head is not None and bare(layout.words(part.head))[:1].islower()


def _joined(layout: Layout, parts: list[Part]) -> list[Part]:
    """Where each headline has just one heading below it, nothing between, that is a line of its own: "by Ann Lee"."""
    above = [n for n, part in enumerate(parts[:-1]) if part.head and part.deeper and not read_of(part)]
    single = [n for n in above if n + 2 >= len(parts) or parts[n + 2].rank <= parts[n].rank]
    if (
        len(single) < _LEAST
        or len(single) * 5 < len(above) * 4
        or not _say_alike(layout, [parts[n + 1] for n in single])
    ):
        return parts
    joined = {n: replace(parts[n], below=parts[n].below + parts[n + 1].pieces, deeper=False) for n in single}
    return [joined.get(n, part) for n, part in enumerate(parts) if n - 1 not in joined]


def _say_alike(layout: Layout, parts: Sequence[Part]) -> bool:
    """Whether most headings begin with one word: "Author: …", "By …"."""
    words = Counter(_BEGINNING.split(bare(layout.words(part.head)), maxsplit=1)[0] for part in parts if part.head)
    return words.most_common(1)[0][1] * 5 >= len(parts) * 4


def _lines(layout: Layout) -> list[int]:
    """Lines that are links right above prose; not where most of them stand right below a heading, as its link."""
    found = [
        number
        for number, (piece, after) in enumerate(pairwise(layout.pieces))
        if piece.kind is BlockKind.PARAGRAPH
        and piece.linked
        and count_of(layout.words(piece)) >= _HOLDS
        and after.kind is BlockKind.PARAGRAPH
        and not after.linked
    ]
    apart = [number for number in found if number and layout.pieces[number - 1].kind is not BlockKind.HEADING]
    return found if len(apart) * 2 > len(found) else []


def _as_read(layout: Layout, piece: Piece) -> Piece:
    """A bold sentence is no heading."""
    sentence = bare(layout.words(piece)).endswith((".", "。"))
    if piece.kind is not BlockKind.HEADING or is_ranked(piece) or not sentence:
        return piece
    return replace(piece, kind=BlockKind.PARAGRAPH, style="", lead=piece.span)


def read_of(part: Part) -> list[Piece]:
    unread = UNREAD | {BlockKind.HEADING}
    return [piece for piece in part.below if piece.kind not in unread or is_listed(piece)]
