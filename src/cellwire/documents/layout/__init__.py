"""A readable text and its pieces, and which lines are adverts, links or captions by their words."""

from cellwire.documents.layout.marks import announces, bare, marks, named, squeezed
from cellwire.documents.layout.pieces import PROSE, Draft, Layout, Piece, compose, mark, word_count

__all__ = [
    "PROSE",
    "Draft",
    "Layout",
    "Piece",
    "announces",
    "bare",
    "compose",
    "mark",
    "marks",
    "named",
    "squeezed",
    "word_count",
]
