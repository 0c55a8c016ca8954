"""Pages that show the first lines of an article only, because the rest costs or stands elsewhere."""

from __future__ import annotations

import re

from cellwire.documents.dating import visible_lines
from cellwire.documents.layout import PROSE, Layout, word_count
from cellwire.documents.marks import marks
from cellwire.documents.markup import load_tree

WHOLE = 250  # words from which a text is an article, whatever its page asks for
_BREAKS_OFF = re.compile(r"(?:\s(?:…|\.\.\.)|\[(?:…|\.\.\.)\])\s*$")  # "and so on…" may end a whole text


def is_teaser(layout: Layout, markup: str, *, paid: bool) -> bool:
    """Whether little of it can be read, and the page says that more costs or the text breaks off."""
    words = [layout.words(piece) for piece in layout.pieces if piece.kind in PROSE]
    if not words or sum(map(word_count, words)) >= WHOLE:
        return False
    return paid or bool(_BREAKS_OFF.search(words[-1])) or _asks_for_more(markup)


def _asks_for_more(markup: str) -> bool:
    """Whether a line of the page says that the rest is for those who pay or log in."""
    tree = load_tree(markup)  # anew, for pruning takes such lines away
    return tree is not None and any(marks().wall.search(line) for line in visible_lines(tree) if len(line) <= 300)
