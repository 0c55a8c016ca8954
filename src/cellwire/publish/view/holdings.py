"""What the desk asks of the store, as functions: the rooms that know the order hand them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cellwire.db import Hit
from cellwire.errors import BadOption
from cellwire.model import Development, Document, Judgement, Question, Record, RecordChange, Source, Story
from cellwire.publish.brief import Edition


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A followed source and how it does: fine, quiet, failing, changed or new."""

    source: Source
    state: str
    last_success: datetime | None
    errors_in_row: int
    items: int
    expected: float
    problem: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides at the desk: a verdict, the ids and values it is about, and why.

    Refuses what a store or a file cannot hold.
    """

    verdict: str
    words: tuple[str, ...]
    author: str
    reason: str

    def __post_init__(self) -> None:
        for text in (self.verdict, *self.words, self.author, self.reason):
            if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in text):
                raise BadOption("text", "holds a character that no text has", "leave it out")


@dataclass(frozen=True, slots=True)
class Effect:
    """What decisions do to the record: values that become others, names of entries that are gone, and of new ones."""

    changes: tuple[RecordChange, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgements as they are kept, and what they changed in the record."""

    judgements: tuple[Judgement, ...]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Holdings:
    """`stamp` changes whenever an answer can change; an `as_of` of None is now."""

    stamp: Callable[[], str]
    standing: Callable[[datetime | None], tuple[Record, Sequence[Story]]]
    changes: Callable[[datetime, datetime | None], Sequence[RecordChange]]
    documents: Callable[[Sequence[str]], Mapping[str, Document]]
    developments: Callable[[Sequence[str]], Mapping[str, Development]]
    edition: Callable[[date | None], Edition]
    sources: Callable[[], Sequence[SourceTold]]
    judgements: Callable[[], Sequence[Judgement]]
    questions: Callable[[Record], Sequence[Question]]  # of the record as it stands
    effect: Callable[[Sequence[Decision]], Effect]  # were it decided; nothing is kept
    decide: Callable[[Sequence[Decision]], Decided]
    search: Callable[[str, int], Sequence[Hit]]  # so many headlines and quotes that fit best


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Without a token the desk is read-only. `a_minute` limits each client that is not on this machine; 0: no limit.

    `patience` is how many seconds a visitor waits for what is being worked out before he is told so. `counts` is a
    folder in which several processes that answer together keep what each has counted.
    """

    token: str | None = None
    a_minute: int = 600
    patience: float = 1.0
    counts: Path | None = None
