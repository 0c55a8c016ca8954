"""What is spoken by a few: transcripts and interviews, each of whose paragraphs may begin with who speaks."""

from __future__ import annotations

import re
from collections import Counter

from cellwire.documents.layout import Layout, bare
from cellwire.model import BlockKind

_SPEAKER = re.compile(  # "Q", "MS. BELL", "Ann Bell"; a single word may be the label of a table
    r"(?P<name>Q|[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+|[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,5})"
    r"(?:\s*\([^()]{1,60}\))?(?:[:：]|(?<=\bQ)[\s.])\s"
)
_TURNS = 6  # that make a transcript
_EACH = 3  # turns of those who speak, at least, on average


def are_spoken(layout: Layout) -> bool:
    """Whether a fifth of the paragraphs begin with who speaks, and the same few do so again and again."""
    told = [piece for piece in layout.pieces if piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    names = Counter(found["name"] for piece in told if (found := _SPEAKER.match(bare(layout.words(piece)) + " ")))
    turns = sum(names.values())
    return turns >= max(_TURNS, _EACH * len(names)) and turns * 5 >= len(told)
