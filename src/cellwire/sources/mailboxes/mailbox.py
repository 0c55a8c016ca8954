"""Mailboxes on this machine: mbox files, one message after the other however large they are, and Maildirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cellwire.errors import FileUnreadable, reason_of


def messages(path: Path, limit: int) -> Iterator[tuple[int, bytes]]:
    """Each message with its number; of one larger than the limit no more than a little over it is kept."""
    number, lines, size, begun = 0, list[bytes](), 0, False
    try:
        with path.open("rb") as mailbox:
            after_blank = True
            for line in mailbox:
                if after_blank and line.startswith(b"From "):
                    if lines:
                        number += 1
                        yield number, b"".join(lines)
                    lines, size, begun = [], 0, True
                elif begun and size <= limit:
                    lines.append(line[1:] if line.startswith(b">From ") else line)
                    size += len(line)
                after_blank = not line.strip()
    except OSError as problem:
        raise FileUnreadable(str(path), reason_of(problem)) from problem
    if b"".join(lines).strip():
        yield number + 1, b"".join(lines)
    elif not number:
        raise FileUnreadable(str(path), "holds no messages")


def is_maildir(path: Path) -> bool:
    """A folder with the three that every Maildir has."""
    return all((path / each).is_dir() for each in ("cur", "new", "tmp"))


def maildir_messages(path: Path) -> list[Path]:
    """In the order of their names, which begin with the moment of their arrival; what is still arriving is left."""
    files = (each for part in ("cur", "new") for each in (path / part).iterdir() if each.is_file())
    return sorted((each for each in files if not each.name.startswith(".")), key=lambda each: each.name)
