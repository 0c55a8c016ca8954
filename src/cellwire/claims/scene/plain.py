"""A document's words without mark-up, with the way back: reading happens here, evidence stays in the document's text.

`**$35\\n  million** in [grants](https://…)` is read as `$35 million in grants`; every character knows where it stood.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from msgspec import Struct

from cellwire.lexicon import regex
from cellwire.model import Span

# What is not words: link targets, emphasis, tags, quote and list markers, escapes. Alternatives never overlap.
_MARKUP = regex(
    r"\]\([^()\s]{0,600}(?:\([^()\s]{0,80}\)[^()\s]{0,200})?\)"  # the target of [words](target)
    r"|!\[|\[(?=[^\[\]\n]{1,400}\]\()"  # the bracket before linked words
    r"|\*{1,3}|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|\\(?=[\\`*_{}\[\]()#+\-.!])"
    r"|(?:(?<=\n)|\A)[ \t]*(?:>[ \t]*)+"
)
_SPACE = regex(r" \s+|[^\S ]\s*")  # other than one plain space
_SIGNS = regex(r"[\[\]*<>\\]")  # without any of these there is no mark-up
_SAME_LENGTH = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‑": "-", "‐": "-", "−": "-"}


class Plain(Struct, frozen=True):
    """`text` to read; the characters from `starts[i]` on stand in the document's text from `origins[i]` on."""

    text: str
    starts: Sequence[int]
    origins: Sequence[int]

    def back(self, span: Span) -> Span:
        """The same words in the document's text."""
        return Span(self._origin(span.start), self._origin(span.end - 1) + 1)

    def forth(self, span: Span) -> Span:
        """The words at a span of the document's text."""
        return Span(self._position(span.start), self._position(span.end))

    def words(self, span: Span) -> str:
        return self.forth(span).cut(self.text)

    def _position(self, origin: int) -> int:
        """The first character of the plain text that stands at `origin` or behind it."""
        at = bisect_left(self.origins, origin)
        following = self.starts[at] if at < len(self.starts) else len(self.text)
        inside = self.starts[at - 1] + origin - self.origins[at - 1] if at else following
        return min(inside, following)

    def _origin(self, position: int) -> int:
        at = bisect_right(self.starts, position) - 1
        return self.origins[at] + position - self.starts[at]


def plain_text(text: str, spans: Iterable[Span]) -> tuple[Plain, list[Span | None]]:
    """The stretches of `text` without mark-up, one a line, and where each stands in it (None: no words were left)."""
    lines: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    places: list[Span | None] = []
    length = 0
    for span in spans:
        begin = length
        for piece, origin in _pieces(text[span.start : span.end]):
            lines.append(piece)
            starts.append(length)
            origins.append(span.start + origin)
            length += len(piece)
        if length == begin:
            places.append(None)
            continue
        places.append(Span(begin, length))
        lines.append("\n")  # the line end between stretches
        starts.append(length)
        origins.append(span.end - 1)
        length += 1
    return Plain(_with_plain_signs("".join(lines[:-1])), starts, origins), places


def _with_plain_signs(text: str) -> str:
    for sign, plain in () if text.isascii() else _SAME_LENGTH.items():
        text = text.replace(sign, plain)
    return text


def _pieces(text: str) -> list[tuple[str, int]]:
    """What is words, with where it starts; one space for any white space between them."""
    marked = _SIGNS.search(text)
    if not marked and text == " ".join(text.split()):
        return [(text, 0)] if text else []
    cuts = [(match.start(), match.end(), "") for match in _MARKUP.finditer(text)] if marked else []
    cuts += [(match.start(), match.end(), " ") for match in _SPACE.finditer(text)]
    pieces: list[tuple[str, int]] = []
    at = 0
    for start, end, instead in sorted(cuts):
        if end <= at:
            continue
        if start > at:
            pieces.append((text[at:start], at))
        if instead and pieces and not pieces[-1][0].endswith(" "):
            pieces.append((instead, max(start, at)))
        at = end
    return _trimmed([*pieces, (text[at:], at)])


def _trimmed(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without white space at the ends."""
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    kept = list(dropwhile(lambda piece: not piece[0].strip(), pieces))
    if kept:
        first, origin = kept[0]
        kept[0] = first.lstrip(), origin + len(first) - len(first.lstrip())
        kept[-1] = kept[-1][0].rstrip(), kept[-1][1]
    return kept
