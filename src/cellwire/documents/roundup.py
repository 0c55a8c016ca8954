"""A page that holds several news is split into its items; an article with subheadings never is."""

from __future__ import annotations

from dataclasses import dataclass

from cellwire.documents.layout import Layout, Piece
from cellwire.model import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One news of a roundup: `pieces[0]` is its heading."""

    title: str
    extent: Span
    pieces: tuple[Piece, ...]


def split(layout: Layout, title: str) -> tuple[Item, ...]:
    """The items of a roundup, or none."""
    return ()
