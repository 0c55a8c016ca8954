"""Developments of several documents about the same news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msgspec import Struct

from cellwire.model.development import Kind


class Citation(Struct, frozen=True, gc=False):
    """The words behind a value and where they stand; enough to print a footnote without opening anything else.

    A struct like `Span`: of nothing else does a record make as many.
    """

    development: str
    document: str
    quote: str  # 25 words at most
    start: int
    end: int
    outlet: str
    title: str
    url: str | None
    published: date | None
    captured: date
    origin: str  # documents that are copies of one text share an origin
    speaker: str | None = None  # whom the text names as saying it

    @property
    def said(self) -> date:
        """The day it was published; where nothing says so, the day it was captured."""
        return self.published or self.captured

    @property
    def by(self) -> str:
        """ "Ardent Cells in Wire Service"; the outlet alone where nobody else is named or it is the speaker."""
        speaks = self.speaker if self.speaker and self.speaker.casefold() != self.outlet.casefold() else None
        return " in ".join(filter(None, (speaks, self.outlet)))


class Origin(Struct, frozen=True, gc=False):
    """One text, however many carry it."""

    id: str
    documents: tuple[str, ...]  # in order of publication: the first is the first carrier


@dataclass(frozen=True, slots=True)
class Story:
    """`developments` are ids, oldest first; `origins` count once each however many copies carry them."""

    id: str
    kind: Kind
    stage: str  # the furthest its developments tell
    headline: str  # composed from claims, never a source's title
    first_told: date
    last_told: date
    developments: tuple[str, ...]
    origins: tuple[Origin, ...]
    companies: tuple[str, ...]  # party ids
    facilities: tuple[str, ...] = ()  # record ids; filled by the record
    because: tuple[str, ...] = ()  # one readable reason for each join

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(document for origin in self.origins for document in origin.documents)
