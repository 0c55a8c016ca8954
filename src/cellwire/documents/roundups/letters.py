"""Whether a letter to subscribers that does not say so holds several news: as many hold one text under headings.

What speaks for it is added up, with what speaks for the best way to part it: that its parts share few words, that it is
one of a numbered series, that it has contents and many links; against it, headings that ask and a writer who says "I".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cellwire.documents.layout import Layout, Piece, bare, marks
from cellwire.documents.roundups.outline import links_of
from cellwire.documents.roundups.sections import count_of
from cellwire.documents.roundups.subjects import stems_of
from cellwire.model import BlockKind

Stretch = tuple[Piece, ...]

# Learnt on 329 roundups of some 150 publishers and 570 other letters and pages that could be parted; in the points of
# `weighing`, of which a letter of several news needs as many as `_ENOUGH`.
_OWN, _SERIES, _LIKELY, _LINKS, _CONTENTS, _ASKED, _SPOKEN = 9.0, 5.5, 6.0, 1.0, 8.0, -12.0, -0.75
_ENOUGH = 24.0
_MOST_LINKS, _MOST_SPOKEN = 6.0, 5.0  # in a hundred words that count
_FIRST, _ABOVE = 25, 9  # pieces among which contents stand, and a line with the number of the issue
_LINE = 14  # words of such a line
_SELF = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")


def holds_several(layout: Layout, title: str, points: float, news: Sequence[Stretch], *, likely: bool) -> bool:
    """Whether its parts, which the best way has found with so many points, are news of their own; `likely` where its
    title, its source or a line above the text is called like a roundup."""
    if len(news) < 2:
        return False
    texts = [" \n".join(layout.words(piece) for piece in each) for each in news]
    whole = sum(count_of(layout.words(piece)) for piece in layout.pieces) or 1
    links = 100 * sum(links_of(layout, piece) for each in news for piece in each) / whole
    spoken = 100 * sum(len(_SELF.findall(text)) for text in texts) / whole
    asked = sum(bare(layout.words(each[0])).endswith("?") for each in news) / len(news)
    return (
        points
        + _OWN * _own_words(texts)
        + _SERIES * _is_numbered(layout, title)
        + _LIKELY * likely
        + _LINKS * min(links, _MOST_LINKS)
        + _CONTENTS * _has_contents(layout)
        + _ASKED * asked
        + _SPOKEN * min(spoken, _MOST_SPOKEN)
    ) >= _ENOUGH


def _own_words(texts: Sequence[str]) -> float:
    """The share of its long words that no other part has, on average."""
    found = [stems_of(text) for text in texts]
    told = Counter(stem for stems in found for stem in stems)
    return sum(sum(told[stem] == 1 for stem in stems) / (1 + len(stems)) for stems in found) / len(found)


def _is_numbered(layout: Layout, title: str) -> bool:
    lines = (layout.words(piece) for piece in layout.pieces[:_ABOVE])
    return any(marks().series_title.search(line) for line in (title, *lines) if count_of(line) < _LINE)


def _has_contents(layout: Layout) -> bool:
    first = (piece for piece in layout.pieces[:_FIRST] if piece.kind is not BlockKind.TITLE)
    return any(marks().contents.fullmatch(bare(layout.words(piece)).rstrip(" :")) for piece in first)
