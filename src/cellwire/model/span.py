"""Where words stand: half-open character ranges, and the words there."""

from __future__ import annotations

from msgspec import Struct

from cellwire.errors import EvidenceError


class Span(Struct, frozen=True, order=True, gc=False):
    """Characters `start` to `end` (half-open) of a document's text; a struct, since a reading makes hundreds."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def cut(self, text: str) -> str:
        """The words at this span; refuses a span that lies outside the text."""
        if not 0 <= self.start < self.end <= len(text):
            raise EvidenceError(f"span {self.start}-{self.end}", f"outside a text of {len(text)} characters")
        return text[self.start : self.end]
