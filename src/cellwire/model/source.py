"""Places news comes from, and what came of asking them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    FEED = "feed"  # RSS, RDF, Atom or JSON Feed
    SITEMAP = "sitemap"  # of pages or of news
    LISTING = "listing"  # a page of links to articles
    PAGE = "page"  # one page, each version of which is kept
    MAILBOX = "mailbox"  # a folder of mails on an IMAP server


@dataclass(frozen=True, slots=True)
class Source:
    """`per_week` articles are expected, 0 where nobody knows; `verified` says that the address was tried."""

    id: str
    name: str
    url: str
    kind: SourceKind
    language: str = "en"
    tier: str = "trade press"  # or agency, company, government, exchange, newsletter
    licence: str = ""  # what may be done with its texts, as far as known
    every_hours: float = 6.0
    per_week: float = 0.0
    verified: bool = False
    cited: str = ""  # where the address stands


class Outcome(StrEnum):
    OK = "ok"
    UNCHANGED = "unchanged"  # the source says that nothing is new since the last visit
    EMPTY = "empty"  # it answers, but nothing is found in it that was to be found
    FAILED = "failed"
    BARRED = "barred"  # it lies in a private network that this machine was not told to ask


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a source: how it ended, what it brought, and what makes the next look cheap.

    `new` counts captures that hold an article and were not known, `unread` those in which none could be found.
    """

    source: str
    moment: datetime
    outcome: Outcome
    new: int = 0
    problem: str = ""
    etag: str | None = None
    modified: str | None = None
    retry_after: datetime | None = None  # the source asked not to be asked before
    refused: tuple[str, ...] = ()  # addresses that will not be had: gone, forbidden, no text
    unread: int = 0
    owed: tuple[str, ...] = ()  # articles that were to be asked for again, and could not be
    moved: str = ""  # the address at which the source says that it is from now on
    position: int = 0  # of an archive: the byte up to which it was read; of a mailbox: the last message's number


class State(StrEnum):
    NEW = "new"  # never looked at
    FINE = "fine"
    QUIET = "quiet"  # answers, and brings far less than expected
    FAILING = "failing"
    CHANGED = "changed"  # answers, and what it holds is no longer what it was


@dataclass(frozen=True, slots=True)
class Health:
    state: State
    last_success: datetime | None
    errors_in_row: int
    items: int  # of the last four weeks
    expected: float  # in the time it was watched, of at most four weeks
    problem: str  # of the last look, "" where it went well
    due: datetime | None  # the next look; None: now
