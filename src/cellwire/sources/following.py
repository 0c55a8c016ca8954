"""One look at a source: what is new there becomes captures, what cannot be had becomes issues."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from cellwire.errors import Barred, FetchFailed, NotNow
from cellwire.model import Capture, Issue, LastCapture, Outcome, Source, SourceKind, Told, Visit
from cellwire.sources.again import Reasked, ask_again, changed_entries, due_again
from cellwire.sources.asking import Answer, Transport, captured
from cellwire.sources.mailboxes import Limits, Reached, new_mails
from cellwire.sources.past import Past
from cellwire.sources.pointing import ENTRY, Link, links_of

AT_MOST = 60  # articles of one look; the rest at the next
FIRST_LOOK = 20  # of a source that was never seen: its latest, not its whole past
_EMPTY = "holds no articles"
_SITEMAPS = 3  # of an index, the newest
_AGE = timedelta(days=45)  # what a sitemap or feed dates older is no news

Fetched = Generator[Capture | Issue, None, Visit]


def fetch(source: Source, transport: Transport, past: Past, *, now: datetime, since: date | None = None) -> Fetched:
    """Captures of what is new since the last look, and in the end the visit that is to be kept after them.

    `since` moves the oldest day of an article. The visit says "as of this ETag" only where everything was got: what
    a server could not give this time is asked for again.
    """
    if source.kind is SourceKind.MAILBOX:
        if transport.turn:
            transport.turn.wait()  # a mail of any size is in memory before anybody can see how large it is
        return (yield from _fetch_mails(source, transport, past, now, since or (now - _AGE).date()))
    last = past.visit
    try:
        answer = transport.get(source.url, etag=last.etag if last else None, modified=last.modified if last else None)
    except FetchFailed as problem:
        yield Issue(source.id, str(problem), "sources")
        return Visit(source.id, now, _outcome(problem), problem=problem.problem, retry_after=_until(problem))
    if answer.status == 304 and last:
        unchanged = replace(last, moment=now, outcome=Outcome.UNCHANGED, new=0, unread=0, retry_after=None, moved="")
        again = yield from ask_again(source, transport, due_again([], past, source, now), now)
        return _with(unchanged, again)
    if source.kind is SourceKind.PAGE:
        yield _capture(source, answer, Link(source.url), now)
        return _done(source, answer, now, new=1)
    try:
        links = yield from _links(source, answer, transport)
    except FetchFailed as problem:
        yield Issue(source.id, problem.problem, "sources")
        return Visit(source.id, now, _outcome(problem), problem=problem.problem)
    if not links:
        yield Issue(source.id, _EMPTY, "sources")
        return Visit(source.id, now, Outcome.EMPTY, problem=_EMPTY)
    answer = replace(answer, content=b"")  # not held while its articles are asked for
    todo = _fresh(links, past, source, since or (now - _AGE).date(), now)
    return (yield from _follow(source, transport, past, answer, todo))


def _fetch_mails(source: Source, transport: Transport, past: Past, now: datetime, since: date) -> Fetched:
    """Of mails too what came before the connection broke is kept, and the next look goes on behind it."""
    last = past.visit
    reached = Reached(last.etag, last.position) if last and last.etag else None
    limits = Limits(AT_MOST, transport.manners.size, transport.manners.allowed)
    new, problem = 0, ""
    try:
        for each in new_mails(source.id, source.url, reached, since=since, now=now, limits=limits):
            if isinstance(each, Reached):
                reached = each
            else:
                new += isinstance(each, Capture)
                yield each
    except FetchFailed as refused:
        problem, way_out = f"{refused.thing}: {refused.problem}", refused.way_out
        yield Issue(source.id, f"{problem}; {way_out}" if way_out else problem, "sources")
        if not new:
            return Visit(source.id, now, _outcome(refused), problem=problem)
    outcome = Outcome.OK if new else Outcome.UNCHANGED
    etag, position = (reached.validity, reached.last) if reached else (None, 0)
    return Visit(source.id, now, outcome, new=new, problem=problem, etag=etag, position=position)


@dataclass(frozen=True, slots=True)
class _Todo:
    links: list[Link]
    more: bool  # than one look takes
    entries: list[Link]  # that are kept and are others now
    again: list[LastCapture]
    now: datetime


def _fresh(links: list[Link], past: Past, source: Source, oldest: date, now: datetime) -> _Todo:
    gone = set(past.visit.refused) if past.visit else set()
    recent = (link for link in links if link.published is None or link.published >= oldest)
    new = [link for link in recent if link.url not in gone and not past.kept(link.url)]
    most = AT_MOST if past.visit else FIRST_LOOK
    more = bool(past.visit) and len(new) > most
    return _Todo(new[:most], more, changed_entries(links, past, source), due_again(links, past, source, now), now)


def _follow(source: Source, transport: Transport, past: Past, answer: Answer, todo: _Todo) -> Fetched:
    refused = list(past.visit.refused) if past.visit else []
    new, again, until = 0, todo.more, None
    for link in todo.links:
        try:
            yield _article(source, transport, link, todo.now)
            new += 1
        except NotNow as problem:
            again, until = True, problem.until
            yield Issue(link.url, problem.problem, "sources")
            if until:  # the server asked for quiet
                break
        except FetchFailed as problem:
            yield Issue(link.url, problem.problem, "sources")
            if link.entry:
                yield _of_entry(source, link, todo.now)
                new += 1
            else:
                refused.append(link.url)
    yield from (_of_entry(source, link, todo.now) for link in todo.entries)
    visit = _done(source, answer, todo.now, new=new + len(todo.entries), refused=tuple(refused[-2000:]))
    if until:
        return replace(
            _with(visit, Reasked(owed=tuple(kept.url for kept in todo.again), until=until)), etag=None, modified=None
        )
    asked = yield from ask_again(source, transport, todo.again, todo.now)
    return _with(replace(visit, etag=None, modified=None) if again else visit, asked)


def _with(visit: Visit, again: Reasked) -> Visit:
    """A look that also asked for articles again; what it owes does not keep its feed from being remembered."""
    refused = (*visit.refused, *again.gone)[-2000:]
    return replace(visit, new=visit.new + again.new, refused=refused, owed=again.owed, retry_after=again.until)


def _article(source: Source, transport: Transport, link: Link, now: datetime) -> Capture:
    """The article's page; its feed's entry where that holds the whole text, or where the address is a wrapper's."""
    if link.whole or (link.wrapped and link.entry):
        return _of_entry(source, link, now)
    return _capture(source, transport.get(link.url), link, now)


def _of_entry(source: Source, link: Link, now: datetime) -> Capture:
    told = Told(id=link.url, url=None if link.lone else link.url, outlet=None if link.wrapped else link.outlet)
    return Capture(source.id, link.url, None, now, ENTRY, link.entry, told)


def _capture(source: Source, answer: Answer, link: Link, now: datetime) -> Capture:
    told = Told(id=link.url, published=link.published, outlet=link.outlet or source.name)
    return captured(source, answer, link.url, told, now)


def _links(source: Source, answer: Answer, transport: Transport) -> Generator[Issue, None, list[Link]]:
    """Of an index of sitemaps: what the newest of them hold; one that cannot be had costs itself."""
    found = links_of(source.kind, answer)
    inner = [link for link in found if link.sitemap][:_SITEMAPS]
    if not inner:
        return found
    links: list[Link] = []
    for each in inner:
        try:
            links += (link for link in links_of(source.kind, transport.get(each.url)) if not link.sitemap)
        except FetchFailed as problem:
            yield Issue(each.url, problem.problem, "sources")
    return links


def _done(source: Source, answer: Answer, now: datetime, *, new: int, refused: tuple[str, ...] = ()) -> Visit:
    moved = answer.moved and _place(answer.url) != _place(source.url)
    return Visit(
        source.id,
        now,
        Outcome.OK,
        new=new,
        etag=answer.header("etag"),
        modified=answer.header("last-modified"),
        refused=refused,
        moved=answer.url if moved else "",
    )


def _place(url: str) -> tuple[str, str, str]:
    """What two ways of writing one place have in common: http or https, with www or a last slash or without."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def _outcome(problem: FetchFailed) -> Outcome:
    return Outcome.BARRED if isinstance(problem, Barred) else Outcome.FAILED


def _until(problem: FetchFailed) -> datetime | None:
    return problem.until if isinstance(problem, NotNow) else None
