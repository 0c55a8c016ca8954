"""The order of the stages, and nothing else: captures to documents to developments to stories to the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from cellwire.claims import read_developments
from cellwire.db import (
    Fold,
    Hit,
    Readings,
    Run,
    Store,
    add_judgement,
    add_readings,
    add_visit,
    is_captured,
    is_outdated,
    known_captures,
    load_captures,
    load_developments,
    load_documents,
    load_followed,
    load_judgements,
    load_record,
    load_stories,
    load_visits,
    record_is_behind,
    refold,
    replace_derived,
    search_among,
)
from cellwire.db import search as search_store
from cellwire.documents import glance, open_capture
from cellwire.errors import FileUnreadable
from cellwire.folding import fold
from cellwire.lexicon import Lexicon, load_lexicon
from cellwire.model import (
    Capture,
    Development,
    Document,
    Health,
    Issue,
    Judgement,
    Known,
    Outcome,
    Question,
    Record,
    RecordChange,
    Source,
    Story,
    Visit,
)
from cellwire.record import (
    Judgeable,
    Said,
    build_record,
    changes_between,
    check_judgements,
    link_stories,
    open_questions,
    propose,
    standing,
)
from cellwire.sources import (
    LIMIT,
    Archived,
    Fetched,
    Past,
    Transport,
    archive_id,
    fetch,
    health_of,
    may_tell,
    read_archive,
)
from cellwire.stories import gather
from cellwire.trackers import MEDIA_TYPE as TRACKER
from cellwire.trackers import capture_tracker, read_tracker

__all__ = [
    "Progress",
    "Report",
    "Said",
    "State",
    "capture_tracker",
    "changes_between",
    "changes_since",
    "changes_told",
    "health_of_sources",
    "import_captures",
    "judge",
    "load_state",
    "mine",
    "questions",
    "read_capture",
    "rebuild",
    "record_as_of",
    "search",
    "state_as_of",
    "stories_as_of",
    "update",
]

AT_ONCE = 200  # captures read and kept in one transaction
FETCHED_AT_ONCE = 10  # those that somebody else's server had to give
RECORDS_AT_ONCE = 2000  # of an archive, between two notes of how far it was read

# Called with what is under way and how much of it was done since the last call.
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What one run took in; `new` is 0 when everything was known already."""

    captures: int = 0
    new: int = 0
    documents: int = 0
    developments: int = 0
    stories: int = 0
    facilities: int = 0
    deals: int = 0
    issues: tuple[Issue, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing could be read, and nothing of it was known: the store is as it was."""
        return self.captures > 0 and not self.documents and self.new == self.captures


def silent(_: str, __: int) -> None:
    """Progress that nobody watches."""


def read_capture(capture: Capture, lexicon: Lexicon) -> Readings:
    """What one capture tells; nothing is stored."""
    if capture.media_type == TRACKER:
        tracked = read_tracker(capture, lexicon)
        return Readings(capture, tracked.documents, tracked.developments, tracked.issues)
    opened = open_capture(capture)
    developments = [told for document in opened.documents for told in read_developments(document, lexicon)]
    return Readings(capture, opened.documents, tuple(developments), opened.issues)


def import_captures(store: Store, captures: Iterable[Capture], *, now: datetime, progress: Progress = silent) -> Report:
    """Reads what is new, keeps it, and builds stories and record again; the same input twice changes nothing.

    Nothing is written before something could be read. A run that is cut off is taken up by the next: captures are
    kept together with what was read from them, and a record that lags behind is known to.
    """
    taken = _take_in(store, captures, progress)
    return _fold(store, taken, Run("import", now, {}), progress)


def update(
    store: Store, sources: Iterable[Source], transport: Transport, *, now: datetime, progress: Progress = silent
) -> Report:
    """Looks at each source, keeps what is new there, and builds stories and record again.

    The visit is kept after its captures: a run that is cut off asks again for what it had not kept, and nothing is
    kept twice. A source that fails is an issue and stops no other.
    """
    taken = Report()
    for source in sources:
        issues: list[Issue] = []
        visit: list[Visit] = []
        fetched = fetch(source, transport, _past(store, source), now=now)
        taken = _added(taken, _take_in(store, _captures(fetched, issues, visit), progress, fetched=True))
        taken = replace(taken, issues=(*taken.issues, *issues))
        add_visit(store, visit[0])
        progress("sources", 1)
    return _fold(store, taken, Run("update", now, {}), progress)


def mine(store: Store, archives: Iterable[Path], *, now: datetime, progress: Progress = silent) -> Report:
    """Keeps those pages of web archives that tell something, and builds stories and record again.

    How far an archive was read is kept with what was found in it up to there: a run that is cut off goes on at that
    place, and an archive that was read to its end is not read again. One that cannot be read stops no other.
    """
    taken = Report()
    for path in archives:
        try:
            for part in _mined(store, path, now, progress):
                taken = _added(taken, part)
        except FileUnreadable as refused:
            taken = replace(taken, issues=(*taken.issues, Issue(refused.thing, refused.problem, "sources")))
    return _fold(store, taken, Run("mine", now, {}), progress)


def _mined(store: Store, path: Path, now: datetime, progress: Progress) -> Iterator[Report]:
    """What each stretch of an archive gave, after it was kept."""
    id, lexicon = archive_id(path), load_lexicon()
    begun = max((visit.position for visit in load_visits(store, id)), default=0)
    progress("bytes", begun)
    if begun == path.stat().st_size:
        return
    found = read_archive(path, source="archive", limit=LIMIT, start=begun, wanted=may_tell)
    for batch in _stretches(found):
        report, telling = _telling(store, batch, lexicon, progress)
        add_readings(store, telling)
        add_visit(store, Visit(id, now, Outcome.OK, new=report.new, position=batch[-1].position))
        progress("bytes", batch[-1].position - begun)
        begun = batch[-1].position
        yield report
    add_visit(store, Visit(id, now, Outcome.OK, position=path.stat().st_size))


def _stretches(found: Iterable[Archived]) -> Iterator[list[Archived]]:
    """So many records, or so many pages: what waits in memory is bounded by both."""
    batch, pages = list[Archived](), 0
    for each in found:
        batch.append(each)
        pages += bool(each.found)
        if len(batch) == RECORDS_AT_ONCE or pages == AT_ONCE:
            yield batch
            batch, pages = [], 0
    if batch:
        yield batch


def _telling(
    store: Store, batch: Sequence[Archived], lexicon: Lexicon, progress: Progress
) -> tuple[Report, list[Readings]]:
    """The pages of a stretch that tell something, and what was read of all of them."""
    pages = {one.id: one for each in batch for one in each.found if isinstance(one, Capture)}
    known = known_captures(store, list(pages))
    progress("records", len(batch))
    fresh = [_read(page, lexicon, progress) for id, page in pages.items() if id not in known and _is_worth(page)]
    telling = [readings for readings in fresh if readings.developments]
    report = _counted(Report(), len(pages), telling)
    issues = (one for each in batch for one in each.found if isinstance(one, Issue))
    return replace(report, issues=(*report.issues, *issues)), telling


def health_of_sources(store: Store, *, now: datetime) -> list[tuple[Source, Health]]:
    """How each source that is followed did by a moment; later visits do not count."""
    return [
        (source, health_of(source, [each for each in load_visits(store, source.id) if each.moment <= now], now=now))
        for source in load_followed(store)
    ]


def _is_worth(page: Capture) -> bool:
    """Whether a word or company of the industry stands in the page's own text, and not only in its menus and links."""
    words = glance(page)
    return words is None or may_tell(words.encode())


def _past(store: Store, source: Source) -> Past:
    good = [visit for visit in load_visits(store, source.id) if visit.outcome in (Outcome.OK, Outcome.UNCHANGED)]
    return Past(good[-1] if good else None, lambda url: is_captured(store, url))


def _captures(fetched: Fetched, issues: list[Issue], visit: list[Visit]) -> Iterator[Capture]:
    """The captures alone; issues and the visit that ends them are put aside."""
    while True:
        try:
            each = next(fetched)
        except StopIteration as end:
            visit.append(end.value)
            return
        if isinstance(each, Issue):
            issues.append(each)
        else:
            yield each


def _take_in(store: Store, captures: Iterable[Capture], progress: Progress, *, fetched: bool = False) -> Report:
    """Reads what is new and keeps it with what it tells.

    Of files nothing is kept before something could be read; what was `fetched` is kept, so that it is not asked for
    again.
    """
    taken, waiting, kept = Report(), list[Readings](), fetched
    for batch in _batches(captures, FETCHED_AT_ONCE if fetched else AT_ONCE):
        fresh = _read_new(store, batch, progress)
        taken = _counted(taken, len(batch), fresh)
        waiting += fresh
        if waiting and (kept or any(one.documents for one in waiting)):
            add_readings(store, waiting)
            waiting, kept = [], True
    return taken


def _fold(store: Store, taken: Report, run: Run, progress: Progress) -> Report:
    """Stories and record anew, where they lag behind what was read."""
    if is_outdated(store):
        rebuild(store, progress=progress)
    if not record_is_behind(store):
        return taken
    progress("record", 0)
    report = taken

    def describe(held: Mapping[str, int]) -> Run:
        nonlocal report
        report = replace(taken, stories=held["stories"], facilities=held["facilities"], deals=held["deals"])
        return replace(run, counts=_counts(report))

    refold(store, _folding(store), describe)
    progress("record", 1)
    return report


def judge(store: Store, said: Said, *, now: datetime) -> Judgement:
    """What somebody says of the record, kept and taken into it; what cannot hold beside what was said is refused."""
    known = _judgeable(store)
    judgement = propose(said, known, moment=now)
    # Said again after a run that was cut off, it is not said twice.
    already = [one for one in standing(known.judgements) if one.says_as(judgement)]
    if not already:
        add_judgement(store, judgement, check=check_judgements)
    _fold(store, Report(), Run("judge", now, {}), silent)
    return already[0] if already else judgement


def questions(store: Store) -> tuple[Question, ...]:
    """What the record leaves open, heaviest first."""
    return open_questions(record_as_of(store, None), standing(load_judgements(store)))


def _judgeable(store: Store) -> Judgeable:
    return Judgeable(
        record=load_record(store),
        stories=load_stories(store),
        developments=load_developments(store),
        documents=load_documents(store),
        judgements=load_judgements(store),
    )


def rebuild(store: Store, *, progress: Progress = silent) -> None:
    """Everything derived anew from captures and judgements, in one transaction; equal to the first build."""
    lexicon = load_lexicon()
    replace_derived(store, (_read(capture, lexicon, progress) for capture in load_captures(store)), _folding(store))


def record_as_of(store: Store, as_of: datetime | None) -> Record:
    """The record as it stands, or as it would have been believed at a moment in the past."""
    return load_record(store) if as_of is None else state_as_of(store, as_of)[1]


def stories_as_of(store: Store, as_of: datetime | None) -> tuple[Story, ...]:
    return tuple(load_stories(store) if as_of is None else state_as_of(store, as_of)[0])


def search(store: Store, asked: str, as_of: datetime | None) -> list[Hit]:
    """Stories that hold all the words, as they stand or as they would have been told at a moment in the past."""
    if as_of is None:
        return search_store(store, asked)
    return search_among(store, asked, stories_as_of(store, as_of), load_documents(store, until=as_of))


def changes_since(store: Store, since: datetime, as_of: datetime | None) -> tuple[RecordChange, ...]:
    """What the record tells otherwise than it would have at a moment in the past.

    Both states are those of a moment, the later one at most that of the last capture or judgement: what is inferred
    from silence is inferred in both, and no change is made by the clock alone.
    """
    captured = [each.captured for each in load_documents(store) if each.captured]
    last = max([*captured, *(judgement.moment for judgement in load_judgements(store))], default=since)
    before, after = min(since, last), min(as_of or last, last)
    return changes_between(state_as_of(store, before)[1], state_as_of(store, after)[1])


@dataclass(frozen=True, slots=True)
class State:
    """Everything a week's brief is written from."""

    record: Record
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]


def load_state(store: Store) -> State:
    stories, record = load_stories(store), load_record(store)
    return State(record, tuple(stories), tuple(load_documents(store)), tuple(load_developments(store)))


def changes_told(store: Store, state: State, first: date, last: date) -> tuple[RecordChange, ...]:
    """What the texts published from `first` to `last` changed in the record.

    Both sides are built anew from the texts of the entries that the week tells of, the earlier one without the week's:
    an entry depends on no other, so the rest of an archive need not be read.
    """
    days = {document.id: document.published or _captured(document) for document in state.documents}
    fresh = {id for id, day in days.items() if first <= day <= last}
    told = {story.id for story in state.stories if not fresh.isdisjoint(story.documents)}
    record = state.record
    linked = [entry.stories for group in (record.facilities, record.deals, record.rumours) for entry in group]
    members = told.union(*(stories for stories in linked if not told.isdisjoint(stories)))
    ids = {id for story in state.stories if story.id in members for id in story.documents}
    documents = [document for document in state.documents if document.id in ids and days[document.id] <= last]
    earlier = [document for document in documents if days[document.id] < first]
    judgements, known = load_judgements(store), _known()

    def consolidated(texts: Sequence[Document]) -> Record:
        developments = _told_in(state, texts)
        stories = gather(developments, texts, known=known)
        return build_record(stories, developments, documents=texts, judgements=judgements, known=known)

    return changes_between(consolidated(earlier), consolidated(documents))


def _captured(document: Document) -> date:
    return document.captured.date() if document.captured else date.max


def _told_in(state: State, documents: Sequence[Document]) -> list[Development]:
    ids = {document.id for document in documents}
    return [development for development in state.developments if development.document in ids]


def state_as_of(store: Store, as_of: datetime) -> tuple[list[Story], Record]:
    """Stories and record from what had been captured and judged by then."""
    documents, known = load_documents(store, until=as_of), _known()
    developments = load_developments(store, of=documents)
    judgements = load_judgements(store, until=as_of)
    stories = gather(developments, documents, known=known)
    record = build_record(stories, developments, documents=documents, judgements=judgements, known=known, as_of=as_of)
    return link_stories(stories, record), record


def _folding(store: Store) -> Fold:
    """What is judged is looked up when the fold has its turn."""
    return lambda connection: fold(connection, load_judgements(store), _known())


def _known() -> Known:
    lexicon = load_lexicon()
    return Known(lexicon.organisations, lexicon.localities)


def _read_new(store: Store, batch: Sequence[Capture], progress: Progress) -> list[Readings]:
    known = known_captures(store, [capture.id for capture in batch])
    fresh = {capture.id: capture for capture in batch if capture.id not in known}
    progress("captures", len(batch) - len(fresh))
    return [_read(capture, load_lexicon(), progress) for capture in fresh.values()]


def _read(capture: Capture, lexicon: Lexicon, progress: Progress) -> Readings:
    readings = read_capture(capture, lexicon)
    progress("captures", 1)
    return readings


def _counted(report: Report, given: int, fresh: Sequence[Readings]) -> Report:
    return replace(
        report,
        captures=report.captures + given,
        new=report.new + len(fresh),
        documents=report.documents + sum(len(one.documents) for one in fresh),
        developments=report.developments + sum(len(one.developments) for one in fresh),
        issues=(*report.issues, *(issue for one in fresh for issue in one.issues)),
    )


def _added(report: Report, more: Report) -> Report:
    return replace(
        report,
        captures=report.captures + more.captures,
        new=report.new + more.new,
        documents=report.documents + more.documents,
        developments=report.developments + more.developments,
        issues=report.issues + more.issues,
    )


def _counts(report: Report) -> dict[str, int]:
    return {name: value for name, value in asdict(report).items() if isinstance(value, int)}


def _batches(captures: Iterable[Capture], at_once: int) -> Iterator[list[Capture]]:
    rest = iter(captures)
    while batch := list(islice(rest, at_once)):
        yield batch
