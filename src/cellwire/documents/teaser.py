"""Pages that show the first lines of an article only, because the rest costs or stands elsewhere."""

from __future__ import annotations

import re

from cellwire.documents.dating import visible_lines
from cellwire.documents.layout import PROSE, Layout, word_count
from cellwire.documents.marks import marks
from cellwire.documents.markup import load_tree

WHOLE = 250  # words from which a text is an article, unless it says how much of it is left
_TAIL = 3  # last paragraphs of which one may break off: below it the page asks for money
_LAST = 6  # last pieces in which a page says how much is left
_LINE = 300  # characters of a line of a page
# "and so on…" may end a whole text, so a space stands before it; Chinese, Japanese and Korean write none.
_BREAKS_OFF = re.compile(r"(?:\s(?:…|\.\.\.)|[\u3040-\u9fff\uac00-\ud7a3](?:…|\.\.\.)|\[(?:…|\.\.\.)\])\s*$")
_WORD = re.compile(r"[^\W\d_]{5,}")
_TANGLED = re.compile(r"[bcdfghjklmnpqrstvwxz]{4}", re.IGNORECASE)
_SCRAMBLED = 0.25  # of the last words that nobody can pronounce: the rest is there, its letters mixed
_LAST_WORDS = 80


def is_teaser(layout: Layout, markup: str) -> bool:
    """Whether the text breaks off, says how much of it is left, or is short on a page that sells the rest.

    That a page calls itself not free is no sign: whole outlets do, and show some readers all of it.
    """
    words = [layout.words(piece) for piece in layout.pieces if piece.kind in PROSE]
    if not words:
        return False
    if any(marks().rest.search(layout.words(piece)) for piece in layout.pieces[-_LAST:]) or _is_scrambled(layout.text):
        return True
    if sum(map(word_count, words)) >= WHOLE:
        return False
    tail = words[-_TAIL:]
    cut = any(_BREAKS_OFF.search(marks().more.sub("", line)) for line in tail)
    leads = any(marks().more.search(line) for line in tail)
    return cut or leads or _asks_for_more(markup)


def _is_scrambled(text: str) -> bool:
    last = _WORD.findall(text)[-_LAST_WORDS:]
    return len(last) == _LAST_WORDS and sum(bool(_TANGLED.search(word)) for word in last) > _SCRAMBLED * len(last)


def _asks_for_more(markup: str) -> bool:
    """Whether a line of the page says that the rest is for those who pay or log in."""
    tree = load_tree(markup)  # anew, for pruning takes such lines away
    return tree is not None and any(marks().wall.search(line) for line in visible_lines(tree) if len(line) <= _LINE)
