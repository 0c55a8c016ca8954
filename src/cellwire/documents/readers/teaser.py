"""Pages that show the first lines of an article only, because the rest costs or stands elsewhere."""

from __future__ import annotations

import re

from cellwire.documents.decoding import load_tree
from cellwire.documents.imprint import visible_lines
from cellwire.documents.layout import PROSE, Layout, marks, word_count

WHOLE = 250  # words from which a text is an article, unless it says how much of it is left
_TAIL = 3  # last paragraphs of which one may break off: below it the page asks for money
_FULL = 12  # words of a paragraph that is no line of small print; below the last of these names and days may follow
_LAST = 6  # last pieces in which a page says how much is left
_LINE = 300  # characters of a line of a page
# "and so on…" may end a line, so a space stands before it there; the last full paragraph ends so where it is cut.
_BREAKS_OFF = re.compile(r"(?:\s(?:…|\.\.\.)|[\u3040-\u9fff\uac00-\ud7a3](?:…|\.\.\.)|\[(?:…|\.\.\.)\])\s*$")
_IS_CUT = re.compile(r"(?:…|\.\.\.|\[continued\]|\[more\])[\s)\]»›.]*$")
_CLUSTER = re.compile(r"sch|[cpstz]h|[csrd]z|ck|tz|ng|st", re.IGNORECASE)  # letters that are one sound
_WORD = re.compile(r"[^\W\d_]{5,}")
_TANGLED = re.compile(r"[bcdfghjklmnpqrstvwxz]{4}", re.IGNORECASE)
_SCRAMBLED = 0.25  # of the last words that nobody can pronounce: the rest is there, its letters mixed
_LAST_WORDS = 80
_TAIL_LENGTH = 4000  # characters that hold so many
_FILLER = 8  # words by which such Latin is known


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
    full = next((line for line in reversed(words) if word_count(line) >= _FULL), "")
    leads = any(marks().more.search(layout.words(piece)) for piece in layout.pieces[-_TAIL:])
    return leads or _is_filler(full) or _breaks_off(layout, full, tail) or _asks_for_more(markup)


def _breaks_off(layout: Layout, full: str, tail: list[str]) -> bool:
    """Once, at its end: who writes "and so on…" all the time breaks nothing off."""
    if sum(bool(_IS_CUT.search(layout.words(piece))) for piece in layout.pieces) > 1:
        return False
    return bool(_IS_CUT.search(full)) or any(_BREAKS_OFF.search(marks().more.sub("", line)) for line in tail)


def _is_filler(line: str) -> bool:
    """Latin of no meaning, in place of the rest."""
    words = [word.lower() for word in _WORD.findall(line)]
    return len(words) >= _FILLER and sum(word in marks().filler for word in words) * 2 > len(words)


def _is_scrambled(text: str) -> bool:
    last = _WORD.findall(text, max(0, len(text) - _TAIL_LENGTH))[-_LAST_WORDS:]
    return len(last) == _LAST_WORDS and sum(map(_is_tangled, last)) > _SCRAMBLED * len(last)


def _is_tangled(word: str) -> bool:
    return bool(_TANGLED.search(word)) and bool(_TANGLED.search(_CLUSTER.sub("s", word)))


def _asks_for_more(markup: str) -> bool:
    """Whether a line of the page says that the rest is for those who pay or log in."""
    tree = load_tree(markup)  # anew, for pruning takes such lines away
    return tree is not None and any(marks().wall.search(line) for line in visible_lines(tree) if len(line) <= _LINE)
