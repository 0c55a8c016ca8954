"""Local files become captures: one file, a folder and all below it, or a Maildir."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

from cellwire.errors import FileUnreadable, reason_of
from cellwire.model import Capture, Issue, Told
from cellwire.sources.archives import read_archive
from cellwire.sources.mailboxes import is_maildir, maildir_messages, messages
from cellwire.sources.media import KNOWN, belongs_to_a_page, is_text, media_type_of, written

SOURCE = "file"
LIMIT = 20 * 1024 * 1024  # bytes of one text; a mailbox is read message by message
_KINDS = f"cellwire reads {KNOWN}"
_TABLE = "a list of plants is read by: cellwire import --tracker FILE.csv --columns MAP.toml"
_BINARY = frozenset({"application/pdf"})

NOTHING = Told()
Telling = Mapping[str, Told] | Told


def read_path(
    path: Path | str, *, moment: datetime, told: Telling = NOTHING, limit: int = LIMIT
) -> Iterator[Capture | Issue]:
    """Captures of a file, or of a folder's files in order of their names; what cannot be read is an issue.

    A file that the user names and that cannot be read is refused with `FileUnreadable`. `told` is for one file, or by
    file stem for many. The capture of a file is the same wherever its folder lies.
    """
    root = Path(path)
    if is_maildir(root):
        return _maildirs(root, told, moment, limit)
    if not root.is_dir():
        captures = _captures(root, root.stem, told, moment, limit)
        first = list(islice(captures, 1))  # what cannot be read is refused here, not when somebody asks for it
        return chain(first, captures)
    return _folder(root, told, moment, limit)


def _folder(root: Path, told: Telling, moment: datetime, limit: int) -> Iterator[Capture | Issue]:
    folders = [each for each in root.rglob("*") if each.is_dir()]
    boxes = {each for each in folders if is_maildir(each)}
    left = boxes | {each for each in folders if belongs_to_a_page(each)}
    for path in sorted(each for each in root.rglob("*") if not _hidden(each.relative_to(root))):
        if path in boxes:
            yield from _maildirs(path, told, moment, limit, name=path.relative_to(root).as_posix())
        if path.is_dir() or not left.isdisjoint(path.parents):
            continue
        name = path.relative_to(root).with_suffix("").as_posix()
        try:
            yield from _captures(path, name, told, moment, limit)
        except FileUnreadable as refused:
            yield Issue(written(path), refused.problem, "sources")


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "__")) for part in path.parts)


def _captures(path: Path, name: str, told: Telling, moment: datetime, limit: int) -> Iterator[Capture | Issue]:
    media_type = media_type_of(path)
    if media_type is None or not path.exists():
        is_table = path.suffix.lower() == ".csv" and path.exists()
        raise FileUnreadable(written(path), _kind_problem(path), _TABLE if is_table else _KINDS)
    whole = Capture(SOURCE, None, written(path), moment, media_type, b"", _told_of(path, name, told))
    if media_type == "application/mbox":
        yield from _mails(path, whole, limit)
        return
    if media_type == "application/warc":
        yield from chain.from_iterable(each.found for each in read_archive(path, source=SOURCE, limit=limit))
        return
    content = _content(path, limit)
    if media_type not in _BINARY and not is_text(content):
        raise FileUnreadable(
            written(path), "holds no text", "it may be an image, an archive or a program under another name"
        )
    yield replace(whole, content=content)


def _maildirs(root: Path, told: Telling, moment: datetime, limit: int, name: str = "") -> Iterator[Capture | Issue]:
    """The messages of a Maildir and of the folders in it (".Newsletters"), each once however its flags change."""
    found = 0
    for box in (root, *sorted(each for each in root.iterdir() if each.name.startswith(".") and is_maildir(each))):
        for path in maildir_messages(box):
            found += 1
            id = "/".join(
                filter(None, (name or root.name, box.name if box != root else "", path.name.partition(":")[0]))
            )
            capture = Capture(SOURCE, None, written(path), moment, "message/rfc822", b"", _told_of(path, id, told))
            try:
                yield replace(capture, content=_content(path, limit))
            except FileUnreadable as refused:
                yield Issue(written(path), refused.problem, "sources")
    if not found:
        yield Issue(written(root), "holds no messages", "sources")


def _mails(path: Path, mailbox: Capture, limit: int) -> Iterator[Capture | Issue]:
    for number, message in messages(path, limit):
        if len(message) > limit:
            yield Issue(written(path), f"message {number} is larger than {limit / 1e6:.0f} MB", "sources")
            continue
        told = replace(mailbox.told, id=f"{mailbox.told.id}#{number}")
        yield replace(mailbox, media_type="message/rfc822", content=message, told=told)


def _told_of(path: Path, name: str, told: Telling) -> Told:
    said = told if isinstance(told, Told) else told.get(name) or told.get(path.stem) or Told()
    return replace(said, id=said.id or written(name))


def _content(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise FileUnreadable(
                written(path), f"{size / 1e6:.0f} MB are too large for one text", f"the limit is {limit / 1e6:.0f} MB"
            )
        content = path.read_bytes()
    except OSError as problem:
        raise FileUnreadable(written(path), reason_of(problem)) from problem
    if not content.strip():
        raise FileUnreadable(written(path), "is empty")
    return content


def _kind_problem(path: Path) -> str:
    if not path.exists():
        return "no such file or folder"
    return f"{path.suffix or 'a name without a suffix'} is not a kind of file that holds news"
