"""A document's words without mark-up, with the way back: reading happens here, evidence stays in the document's text.

`**$35\\n  million** in [grants](https://…)` is read as `$35 million in grants`; every character knows where it stood.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from cellwire.model import Span

# What is not words: link targets, emphasis, tags, quote and list markers, escapes. Alternatives never overlap.
_MARKUP = re.compile(
    r"\]\([^()\s]{0,600}(?:\([^()\s]{0,80}\)[^()\s]{0,200})?\)"  # the target of [words](target)
    r"|!\[|\[(?=[^\[\]\n]{1,400}\]\()"  # the bracket before linked words
    r"|\*{1,3}|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|\\(?=[\\`*_{}\[\]()#+\-.!])"
    r"|(?:(?<=\n)|\A)[ \t]*(?:>[ \t]*)+"
)
_SPACE = re.compile(r"[\s\u00a0\u202f\u2009]+")
_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‑": "-", "‐": "-", "−": "-"})


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` to read; `offsets[i]` is where its character `i` stands in the document's text."""

    text: str
    offsets: array[int]

    def back(self, span: Span) -> Span:
        """The same words in the document's text."""
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


def plain_text(text: str, spans: Iterable[Span]) -> tuple[Plain, list[Span | None]]:
    """The stretches of `text` without mark-up, one a line, and where each stands in it (None: no words were left)."""
    pieces: list[str] = []
    offsets = array("q")
    places: list[Span | None] = []
    length = 0
    for span in spans:
        piece, where = _strip(text[span.start : span.end], span.start)
        if not piece:
            places.append(None)
            continue
        places.append(Span(length, length + len(piece)))
        pieces.append(piece)
        offsets.extend(where)
        offsets.append(span.end - 1)  # the line end between stretches
        length += len(piece) + 1
    return Plain("\n".join(pieces), offsets), places


def _strip(text: str, base: int) -> tuple[str, Iterable[int]]:
    cuts = [(match.start(), match.end(), "") for match in _MARKUP.finditer(text)]
    cuts += [(m.start(), m.end(), " ") for m in _SPACE.finditer(text) if m.end() - m.start() > 1 or m.group() != " "]
    if not cuts:
        return text.translate(_SAME_LENGTH), range(base, base + len(text))
    cuts.sort()
    out: list[str] = []
    where = array("q")
    at = 0
    for start, end, instead in cuts:
        if end <= at:
            continue
        if start > at:
            out.append(text[at:start])
            where.extend(range(base + at, base + start))
        if instead and out and not out[-1].endswith(" "):
            out.append(instead)
            where.append(base + max(start, at))
        at = end
    out.append(text[at:])
    where.extend(range(base + at, base + len(text)))
    joined = "".join(out).translate(_SAME_LENGTH)
    lead = len(joined) - len(joined.lstrip())
    kept = joined.strip()
    return kept, where[lead : lead + len(kept)]
