"""Files that a command is given, and files that it writes: whole, or an error with the way out."""

from __future__ import annotations

from pathlib import Path

from cellwire.errors import FileUnreadable, FileUnwritable, reason_of


def read_bytes(path: Path, way_out: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise FileUnreadable(str(path), f"cannot be read: {reason_of(problem)}", way_out) from problem


def read_text(path: Path, way_out: str) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise FileUnreadable(str(path), f"cannot be read: {reason_of(problem)}", way_out) from problem


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
