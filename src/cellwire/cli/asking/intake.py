"""What the words PATH… on a command line stand for: captures of files, folders and standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path

from cellwire.cli.printing import counted
from cellwire.errors import BadOption, FileUnreadable
from cellwire.model import Capture, Issue, Told

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
PIPE = "-"
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
        if _ADDRESS.match(path):
            way_out = "save the page and give the file, pipe it in with -, or follow the site with cellwire add"
            raise BadOption(path, "addresses are not fetched", way_out)
    return Asked(tuple(paths), read_meta(meta) if meta else Told(published=published), meta)


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
