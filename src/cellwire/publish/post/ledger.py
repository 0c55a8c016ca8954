"""The log of who got what: a file of JSON lines that is only ever added to.

A line is written before something is handed over and after its fate is known. What was handed over and never
answered for is *unsure*: sending it again could be a second copy, so a person decides.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from cellwire.errors import FileUnreadable, FileUnwritable, reason_of

PAUSES = (1.0, 5.0, 25.0)  # seconds before the second, third and fourth try


class Fate(StrEnum):
    HANDED_OVER = "handed over"  # the last byte is about to go out
    SENT = "sent"
    REFUSED = "refused"  # the server will not take it: trying again brings the same answer
    FAILED = "failed"  # nothing was handed over; another run tries again


# What another run leaves alone.
SETTLED = frozenset({Fate.SENT, Fate.REFUSED, Fate.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Line:
    what: str  # an edition, an alert
    to: str
    fate: Fate
    moment: datetime
    said: str = ""  # the server's own words


class Ledger:
    """Reads the file once, adds to it line by line; each line is on the disk before the call returns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._fates = {(line.what, line.to): line.fate for line in read_lines(path)}

    def fate(self, what: str, to: str) -> Fate | None:
        return self._fates.get((what, to))

    def settled(self, what: str, to: str) -> bool:
        return self.fate(what, to) in SETTLED

    def add(self, *lines: Line) -> None:
        """All of them in one write, so that a message's alerts share its fate."""
        rows = ({**asdict(line), "fate": str(line.fate), "moment": line.moment.isoformat()} for line in lines)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _mend(self.path)
            with self.path.open("a", encoding="utf-8") as file:
                file.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
                file.flush()
                os.fsync(file.fileno())
        except OSError as problem:
            said = f"the log cannot be written: {reason_of(problem)}"
            raise FileUnwritable(str(self.path), said, "name another file") from problem
        self._fates.update({(line.what, line.to): line.fate for line in lines})


def _mend(path: Path) -> None:
    """A last line that was cut off gets its end, so that the next one stands alone."""
    if path.exists() and path.stat().st_size:
        with path.open("r+b") as file:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                whole = path.read_bytes()
                file.truncate(whole.rfind(b"\n") + 1)


def read_lines(path: Path) -> Iterator[Line]:
    """A last line that was cut off says nothing; its fate stays what the line before says."""
    if not path.exists():
        return
    rows = path.read_text("utf-8").split("\n")
    for number, row in enumerate(rows, 1):
        if not row:
            continue
        try:
            told = json.loads(row)
            yield Line(
                told["what"], told["to"], Fate(told["fate"]), datetime.fromisoformat(told["moment"]), told["said"]
            )
        except (ValueError, KeyError, TypeError) as problem:
            if number == len(rows):
                return  # cut off while it was written: no newline follows
            raise FileUnreadable(
                f"{path}, line {number}", "is no line of the log of what was sent", "mend it or move the file away"
            ) from problem
