"""The head of a text, where what it is about stands: what is told further down is there for something else."""

from __future__ import annotations

from cellwire.model import Development, Document

_HEAD = 500  # characters, or a third of a text


def is_near_head(development: Development, document: Document) -> bool:
    """Whether it is told where the first thing that a text tells can stand and be what the text is about."""
    extent = document.extent
    return development.told_at.start - extent.start < max(_HEAD, (extent.end - extent.start) // 3)
