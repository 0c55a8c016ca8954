"""Files that a command is given, and files that it writes: whole, or an error with the way out."""

from __future__ import annotations

from pathlib import Path

from cellwire.errors import FileUnreadable, FileUnwritable, reason_of

MOST = 5_000_000  # letters of a list: some 200,000 readers
MOST_BYTES = 20_000_000  # of a table: some 100,000 plants


def read_bytes(path: Path, way_out: str) -> bytes:
    try:
        with path.open("rb") as file:
            told = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise FileUnreadable(str(path), f"cannot be read: {reason_of(problem)}", way_out) from problem
    if len(told) > MOST_BYTES:
        raise FileUnreadable(str(path), f"holds more than {MOST_BYTES / 1e6:.0f} MB", "split it into smaller files")
    return told


def read_text(path: Path, way_out: str) -> str:
    """A list that somebody wrote; what goes on and on, as a device does, is none."""
    try:
        with path.open(encoding="utf-8") as file:
            told = file.read(MOST + 1)
    except (OSError, UnicodeDecodeError) as problem:
        raise FileUnreadable(str(path), f"cannot be read: {reason_of(problem)}", way_out) from problem
    if len(told) > MOST:
        raise FileUnreadable(str(path), f"holds more than {MOST / 1e6:.0f} million letters", way_out)
    return told


def write_whole(path: Path, told: bytes, way_out: str) -> None:
    """Under another name first: a reader never meets half a page."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        try:
            part.write_bytes(told)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as problem:
        raise FileUnwritable(str(path), f"cannot be written: {reason_of(problem)}", way_out) from problem
