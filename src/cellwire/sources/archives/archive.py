"""Web archives: the pages of a WARC or ARC file as captures, with the moment at which they were taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cellwire.errors import FileUnreadable, reason_of
from cellwire.model import Capture, Issue, Told
from cellwire.sources.archives.payload import Payload, Unreadable, payload_of
from cellwire.sources.archives.records import Record, patient_records, record_of, size_of
from cellwire.sources.media import READ, is_text, written

_PAGES = frozenset({"response", "resource", "conversion"})
_BEGINNINGS = (b"WARC/", b"filedesc:", b"\x1f\x8b")
_ROOM = 64 * 1024  # for the head of an answer, beside its text

Wanted = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Archived:
    """What a record gave, and where in the file it stands: reading may begin there again."""

    found: tuple[Capture | Issue, ...]
    position: int


def read_archive(
    path: Path, *, source: str, limit: int, start: int = 0, wanted: Wanted | None = None
) -> Iterator[Archived]:
    """Every record in its order. Whatever is wrong with one costs that one only.

    `wanted` looks at the bytes of a page before anything else is done with it. A file in which no page is found is
    refused with what it holds instead.
    """
    _refuse_other_files(path)
    passed: Counter[str] = Counter()
    pages = 0
    try:
        for record in records(path, limit=limit + _ROOM, start=start):
            found = _found(record, path, source, limit, wanted) if record.kind in _PAGES else record.kind
            if isinstance(found, str):
                passed[found] += 1
                yield Archived((), record.position)
            else:
                pages += 1
                yield Archived(found, record.position)
    except OSError as problem:
        raise FileUnreadable(written(path), reason_of(problem)) from problem
    if not pages and not start and not passed[_UNWANTED]:
        raise FileUnreadable(written(path), f"holds no page that can be read ({_listed(passed)})")


def archive_id(path: Path) -> str:
    """An archive by its name and size, wherever it lies; one that grew is another."""
    try:
        return f"archive:{written(path.name)}:{path.stat().st_size}"
    except OSError as problem:
        raise FileUnreadable(written(path), reason_of(problem)) from problem


def _listed(passed: Counter[str]) -> str:
    return ", ".join(f"{count} × {what}" for what, count in sorted(passed.items())) or "no record of a web archive"


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as problem:
        raise FileUnreadable(written(path), reason_of(problem)) from problem
    if not head.strip():
        raise FileUnreadable(written(path), "is empty")
    if not head.startswith(_BEGINNINGS):
        raise FileUnreadable(written(path), "does not begin like a web archive")


def records(path: Path, *, limit: int, start: int = 0) -> Iterator[Record]:
    """By the quick reader as far as it comes, and from there on by the patient one."""
    position, count = start, 0
    with path.open("rb") as file:
        file.seek(start)
        try:
            for record in _quick_records(file, limit, start):
                position, count = record.position, count + 1
                yield record
        except OSError:
            pass  # what it does not understand begins behind the record at `position`
    for number, record in enumerate(patient_records(path, limit=limit, start=position)):
        if number or not count:
            yield record


def _quick_records(file: BinaryIO, limit: int, start: int) -> Iterator[Record]:
    """By a library that not everybody has; without it none, and the patient reader takes twice as long."""
    try:
        from fastwarc import ArchiveIterator
    except ImportError:
        return
    for each in ArchiveIterator(file, parse_http=False):
        head = {name.lower(): value for name, value in each.headers}
        if "content-length" not in head:
            return  # a head it does not understand: the patient reader takes it from the record before
        wanted = head.get("warc-type", "") in _PAGES
        block = each.reader.read(min(limit + 1, max(1, size_of(head)))) if wanted else b""
        yield record_of(head, block, start + each.stream_pos)


_UNWANTED = "page that tells of other things"


def _found(
    record: Record, path: Path, source: str, limit: int, wanted: Wanted | None
) -> tuple[Capture | Issue, ...] | str:
    """The capture of a page, issues where it is spoilt, or in a word what the record is instead."""
    if record.media_type not in ("application/http", "") and record.media_type not in READ:
        return record.media_type
    if not record.url.startswith(("http://", "https://")):
        return "note of the archive's own"
    thing = f"{written(path)} ({record.url})"
    if len(record.block) > limit:
        return (Issue(thing, f"{record.size / 1e6:.0f} MB are too large for one text", "sources"),)
    try:
        payload = payload_of(record, limit)
    except Unreadable as problem:
        return (Issue(thing, str(problem), "sources"),)
    if no_page := _no_page(record, payload):
        return no_page
    if wanted and not wanted(payload.content):
        return _UNWANTED
    assert record.moment
    told = Told(id=record.url, url=record.url)
    page = Capture(
        source, record.url, written(path), record.moment, payload.media_type, payload.content, told, payload.headers
    )
    return page, *(Issue(thing, problem, "sources") for problem in _spoilt(record))


def _no_page(record: Record, payload: Payload) -> str:
    if payload.status != 200:
        return f"answer {payload.status}"
    if payload.media_type not in READ:
        return payload.media_type or "no media type"
    if record.moment is None:
        return "page without a date"
    if not payload.content.strip():
        return "empty page"
    return "" if payload.media_type == "application/pdf" or is_text(payload.content) else "page without text"


def _spoilt(record: Record) -> Iterator[str]:
    if record.cut:
        yield f"is cut off after {len(record.block)} of {record.size} bytes; read as far as it goes"
    elif record.spoilt:
        yield "is not what was archived, by its digest; read all the same"
