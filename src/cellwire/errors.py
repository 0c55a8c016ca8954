"""Everything cellwire raises on purpose.

CellwireError
├── InputError             something given by the user cannot be used
│   ├── FileUnreadable     a path that is missing, empty, not text, too large
│   ├── BadOption          a value on the command line that has no meaning here
│   ├── BadAssumption      a number of one's own that the outlook cannot use
│   └── NothingFound       an id or a name that the record does not know
├── FileUnwritable         a file or a folder that cannot be written: a full disk, one that is only to read
├── SourceError            one source cannot be used; the others still can
│   └── FetchFailed        an address did not answer with something readable
│       ├── NotNow         it may do so at another time
│       └── Barred         nobody said that a host in a private network may be asked
├── LexiconError           a data file of the lexicon contradicts itself
├── EvidenceError          a span does not fit its document: always a bug
├── NotFitToPublish        a printed value is not borne out by its quote: always a bug, and nothing is written
├── StoreError             the database cannot be used as it is
├── NotAllowed             something is to be written by one who may not
├── NotReady               an answer takes longer than one waits for it
├── DeskError              a desk that was asked over the network did not answer as asked
└── RecordError            the record cannot be built
    └── ContradictoryJudgement   two judgements cannot both hold
"""

from __future__ import annotations

import re
from datetime import datetime


class CellwireError(Exception):
    """Root of the tree: names the thing, the problem and the way out."""

    exit_code = 1

    def __init__(self, thing: str, problem: str, way_out: str = "") -> None:
        self.thing, self.problem, self.way_out = thing, problem, way_out
        message = f"{thing}: {problem}"
        super().__init__(f"{message}; {way_out}" if way_out else message)


class InputError(CellwireError):
    """Something given by the user cannot be used."""

    exit_code = 2


class FileUnreadable(InputError):
    """A path that is missing, empty, not text, or too large."""


class BadOption(InputError):
    """A value on the command line that has no meaning here."""


class BadAssumption(InputError):
    """A number of one's own that the outlook cannot use."""


class NothingFound(InputError):
    """An id or a name that the record does not know."""


class FileUnwritable(CellwireError):
    """A file or a folder that cannot be written: what was asked for can be meant, and could not be done."""


class SourceError(CellwireError):
    """One source cannot be used; the others still can."""


class FetchFailed(SourceError):
    """An address did not answer with something readable."""


class NotNow(FetchFailed):
    """The server could not, or asked to be asked later: `until` is when, where it said so."""

    def __init__(self, thing: str, problem: str, way_out: str = "", *, until: datetime | None = None) -> None:
        super().__init__(thing, problem, way_out)
        self.until = until


class Barred(FetchFailed):
    """A host in a private network, and nobody said that it may be asked: no fault of the source."""


class LexiconError(CellwireError):
    """A data file of the lexicon contradicts itself."""


class EvidenceError(CellwireError):
    """A span does not fit its document: always a bug."""


class NotFitToPublish(CellwireError):
    """A printed value that its quote does not bear out: always a bug, and nothing of the edition is written."""


class StoreError(CellwireError):
    """The database cannot be used as it is."""


class NotAllowed(CellwireError):
    """Something is to be written by one who may not."""


class NotReady(CellwireError):
    """An answer takes longer than one waits for it; it is being worked out meanwhile."""


class DeskError(CellwireError):
    """A desk that was asked over the network did not answer as asked."""


class RecordError(CellwireError):
    """The record cannot be built."""


class ContradictoryJudgement(RecordError):
    """Two judgements cannot both hold."""


def reason_of(problem: OSError | UnicodeDecodeError) -> str:
    """Why a file cannot be read or written, in the system's words: "no such file or directory"."""
    if isinstance(problem, UnicodeDecodeError):
        return "not UTF-8 text"
    return (problem.strerror or str(problem)).lower()


def said_plainly(problem: Exception) -> str:
    """What went wrong on the way to a server, without the number that the system has for it: "Connection refused"."""
    return re.sub(r"\[Errno -?\d+\] ", "", str(problem)) or type(problem).__name__
