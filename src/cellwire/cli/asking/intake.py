"""What the words PATH… on a command line stand for: captures of files, folders and standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path

from cellwire.cli.printing import counted
from cellwire.errors import BadOption, FileUnreadable
from cellwire.model import Capture, Issue, Told

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
PIPE = "-"
_EARLIEST = date(1900, 1, 1)
_NAMED = 5  # of what a message lists


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks to be read, and what they say of it."""

    paths: tuple[str, ...]
    told: Told | dict[str, Told]
    meta: Path | None = None


def asked(paths: Sequence[str], *, published: date | None, meta: Path | None) -> Asked:
    """Refuses what cannot be meant before anything is read."""
    from cellwire.sources import read_meta

    if published and meta:
        raise BadOption("--published", "does not go with --meta", "write the day into the file's lines")
    if published and (len(paths) > 1 or Path(paths[0]).is_dir()):
        raise BadOption("--published", "is the day of one text", "for many, give --meta FILE.jsonl")
    for path in paths:
        if not path:
            raise BadOption("PATH", "is empty", "name a file or a folder; this one is .")
        if _ADDRESS.match(path):
            way_out = "save the page and give the file, pipe it in with -, or follow the site with cellwire add"
            raise BadOption(path, "addresses are not fetched", way_out)
    if meta is None:
        _can_be_dated("--published", published)
        return Asked(tuple(paths), Told(published=published))
    told = read_meta(meta)
    for id, said in told.items():
        _can_be_dated(f"{meta}, {id}: published", said.published)
    return Asked(tuple(paths), told, meta)


def _can_be_dated(where: str, day: date | None) -> None:
    """A slip of the pen in a year would stand in the record as the newest, or the oldest, that is known."""
    if day and not _EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=1):
        problem = "lies in the future" if day > _EARLIEST else f"lies before {_EARLIEST.year}"
        raise BadOption(f"{where} {day}", problem, "write the day on which the text came out")


def captures(asked: Asked) -> Iterator[Capture | Issue]:
    """Refuses with `FileUnreadable` a named path that holds nothing, before anything of another is handed out."""
    from cellwire.sources import read_path

    moment = datetime.now(UTC)
    opened = [
        iter([_piped(sys.stdin.buffer.read(), asked.told, moment)])
        if path == PIPE
        else read_path(path, moment=moment, told=asked.told)
        for path in asked.paths
    ]
    return _with_lines_left(chain.from_iterable(opened), asked)


def _with_lines_left(given: Iterator[Capture | Issue], asked: Asked) -> Iterator[Capture | Issue]:
    """And at the end which lines of the meta file name no text: one that is written wrongly dates nothing, silently."""
    meta = None if asked.meta is None else asked.meta.resolve()
    left = set() if isinstance(asked.told, Told) else set(asked.told)
    for each in given:
        if isinstance(each, Issue) and meta and Path(each.thing).resolve() == meta:
            continue  # it lies among the texts that it tells of
        named = Path(each.thing).stem if isinstance(each, Issue) else (each.told.id or "").partition("#")[0]
        left.discard(named)
        yield each
    if left:
        first = ", ".join(sorted(left)[:_NAMED]) + (", …" if len(left) > _NAMED else "")
        yield Issue(str(asked.meta), f"{counted(len(left), 'line')} named no text that was read ({first})", "sources")


def _piped(content: bytes, told: Told | dict[str, Told], moment: datetime) -> Capture:
    """Standard input is a page where it begins like one, otherwise plain text."""
    if not content.strip():
        raise FileUnreadable("standard input", "is empty")
    media_type = "text/html" if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else "text/plain"
    about = told if isinstance(told, Told) else told.get("stdin", Told())
    return Capture("file", None, None, moment, media_type, content, replace(about, id=about.id or "stdin"))
