"""Articles that are asked for again: those said to have changed, and those so young that they may have.

An article from which something was read is asked for again 6 hours, 1, 3 and 7 days after its last version, with what
its server said of that version (ETag, Last-Modified), so that most answers are a line. One that its feed or sitemap
calls changed is asked for at once.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from cellwire.errors import FetchFailed, NotNow
from cellwire.model import Capture, Issue, LastCapture, Source
from cellwire.sources.asking import Transport, captured
from cellwire.sources.past import Past
from cellwire.sources.pointing import ENTRY, Link

AT_MOST = 20  # of one look; the rest at the next
_STEPS = tuple(timedelta(hours=hours) for hours in (6, 24, 72, 168))
_AGE = timedelta(days=14)  # since its first version; what changes for longer is no article
_LATE = timedelta(hours=1)  # a feed that was made some time before it was read tells what changed since with that delay


def changed_entries(links: Sequence[Link], past: Past, source: Source) -> list[Link]:
    """Entries that were kept in place of a page, and whose words are others now."""
    known = ((link, past.kept(link.url)) for link in links if link.entry and not link.wrapped)
    return [
        link
        for link, kept in known
        if kept
        and kept.source == source.id
        and kept.media_type == ENTRY
        and kept.sha256 != sha256(link.entry).hexdigest()
    ]


def due_again(links: Sequence[Link], past: Past, source: Source, now: datetime) -> list[LastCapture]:
    """What is said to have changed first, then what is due by its age or was owed by the last look; each once."""
    last = past.visit
    if last is None:
        return []
    stamped = (past.kept(link.url) for link in links if link.updated and _is_stamped(link.updated, last.moment))
    by_link = {link.url: link.updated for link in links if link.updated}
    said = [kept for kept in stamped if kept and kept.source == source.id and _is_after(by_link[kept.url], kept.moment)]
    young = [
        kept
        for kept in past.recent(now - _AGE)
        if kept.url in last.owed or any(last.moment < kept.moment + step <= now for step in _STEPS)
    ]
    due = {kept.url: kept for kept in (*said, *young) if kept.media_type != ENTRY}
    return [kept for url, kept in due.items() if url not in last.refused]


def _is_stamped(updated: date, look: datetime) -> bool:
    """Changed since the last look. A day without a time may be over or not."""
    return updated > look - _LATE if isinstance(updated, datetime) else updated >= look.date()


def _is_after(updated: date | None, version: datetime) -> bool:
    if isinstance(updated, datetime):
        return updated > version
    return updated is not None and updated > version.date()


@dataclass(frozen=True, slots=True)
class Reasked:
    """`gone` will not be had again, `owed` is asked for at the next look, `until` then at the earliest."""

    new: int = 0
    gone: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()
    until: datetime | None = None


def ask_again(
    source: Source, transport: Transport, due: Sequence[LastCapture], now: datetime
) -> Generator[Capture | Issue, None, Reasked]:
    """Captures of those whose server does not say that they are as they were."""
    new, gone, until = 0, list[str](), None
    owed = [kept.url for kept in due[AT_MOST:]]
    asked = list(due[:AT_MOST])
    while asked and not until:
        kept = asked.pop(0)
        try:
            answer = transport.get(kept.url, etag=kept.header("etag"), modified=kept.header("last-modified"))
        except NotNow as problem:
            owed.append(kept.url)
            until = problem.until
            yield Issue(kept.url, problem.problem, "sources")
        except FetchFailed as problem:
            gone.append(kept.url)
            yield Issue(kept.url, f"{problem.problem}, where it was captured before; that stays", "sources")
        else:
            if answer.status != 304:
                yield captured(source, answer, kept.url, kept.told, now)
                new += 1
    return Reasked(new, tuple(gone), (*owed, *(kept.url for kept in asked)), until)
