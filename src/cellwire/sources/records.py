"""Records of a web archive, read with patience: raw or packed, WARC or ARC, and on behind every damage.

for record in patient_records(Path("old.arc.gz")): print(record.url, len(record.block))
"""

from __future__ import annotations

import re
import zlib
from base64 import b32decode
from binascii import Error as NoDigits
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import new
from pathlib import Path
from typing import BinaryIO

_PIECE = 256 * 1024
_HEAD_LINES = 500  # of one record; what has more is no head
_LINE = 64 * 1024
_MEMBER = b"\x1f\x8b\x08"  # how a gzip member begins
_VERSION = re.compile(rb"WARC/[01]\.\d+\s*")
_LOST = re.compile(rb"\r?\n(WARC/1\.\d\r?\n[A-Za-z-]+:)")
_ARC = re.compile(
    rb"(?P<url>[a-z][a-z0-9+.-]*:\S.*) (?P<ip>[0-9a-fA-F.:]+) (?P<day>\d{8,20}) (?P<type>\S+) (?P<size>\d+)\s*"
)
_DIGESTS = frozenset({"sha1", "sha256", "md5"})


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `position` is where it can be found again: the byte of the file at which reading may begin."""

    kind: str  # response, resource, conversion, request, revisit, metadata, warcinfo
    url: str
    moment: datetime | None
    media_type: str  # of the block
    block: bytes
    position: int
    size: int  # that its head says
    digest: str = ""  # of the block, that its head says

    @property
    def cut(self) -> bool:
        return len(self.block) < self.size

    @property
    def spoilt(self) -> bool:
        """Whether the bytes are not those that were written, as far as the record says what they were."""
        name, _, written = self.digest.partition(":")
        if name.lower() not in _DIGESTS or not written:
            return False
        found = new(name.lower(), self.block, usedforsecurity=False)
        return found.digest() != _digest_bytes(written, found.digest_size)


def _digest_bytes(written: str, size: int) -> bytes:
    """As hexadecimal or as base 32, with or without its padding; what is neither is no digest."""
    try:
        if len(written) == size * 2:
            return bytes.fromhex(written)
        return b32decode(written.upper() + "=" * (-len(written) % 8))
    except (ValueError, NoDigits):
        return b""


def record_of(head: Mapping[str, str], block: bytes, position: int) -> Record:
    """From a WARC head whose names are in lower case."""
    return Record(
        kind=head.get("warc-type", ""),
        url=head.get("warc-target-uri", "").strip("<> "),
        moment=_moment(head.get("warc-date", "")),
        media_type=head.get("content-type", "").split(";")[0].strip().lower(),
        block=block,
        position=position,
        size=size_of(head),
        digest=head.get("warc-block-digest", ""),
    )


def size_of(head: Mapping[str, str]) -> int:
    written = head.get("content-length", "").strip()
    return int(written) if written.isdigit() else 0


def _moment(written: str) -> datetime | None:
    try:
        told = datetime.fromisoformat(written.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def patient_records(path: Path, *, limit: int, start: int = 0) -> Iterator[Record]:
    """Every record that can be found from a byte of the file on; of a block no more than `limit` and one bytes."""
    with path.open("rb") as file:
        file.seek(start)
        packed = file.read(3) == _MEMBER
        file.seek(start)
        stream = _Stream(_members(file) if packed else _raw(file), packed=packed)
        while (line := stream.line()) is not None:
            position = stream.position
            if _VERSION.fullmatch(line):
                yield _warc(stream, position, limit)
            elif (found := _ARC.fullmatch(line)) and (record := _arc(stream, found, position, limit)):
                yield record


def _warc(stream: _Stream, position: int, limit: int) -> Record:
    head: dict[str, str] = {}
    for _ in range(_HEAD_LINES):
        line = (stream.line() or b"").strip()
        if not line:
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        head[name.strip().lower()] = value.strip()
    return record_of(head, stream.take(size_of(head), limit), position)


def _arc(stream: _Stream, found: re.Match[bytes], position: int, limit: int) -> Record | None:
    """None: the archive's own head."""
    size = int(found["size"])
    block = stream.take(size, limit)
    url = found["url"].decode("utf-8", "replace")
    if url.startswith("filedesc:"):
        return None
    answer = block.startswith(b"HTTP/")
    media_type = "application/http" if answer else found["type"].decode("latin-1").lower()
    kind = "response" if answer else "resource"
    return Record(kind, url, _arc_moment(found["day"].decode()), media_type, block, position, size)


def _arc_moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits[:14].ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


# A piece of the unpacked file, the byte at which it begins (or its member), and whether something before it is lost.
_Piece = tuple[bytes, int, bool]


def _raw(file: BinaryIO) -> Iterator[_Piece]:
    position = file.tell()
    while piece := file.read(_PIECE):
        yield piece, position, False
        position += len(piece)


def _members(file: BinaryIO) -> Iterator[_Piece]:
    """The members of a gzip file; behind one that is broken, on with the next that begins like one."""
    position, rest, lost = file.tell(), b"", False
    while rest := rest or file.read(_PIECE):
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        begun, packed = position, rest
        try:
            while packed:
                piece = inflate.decompress(packed, _PIECE * 4)
                if piece:
                    yield piece, begun, lost
                    lost = False
                if inflate.eof:
                    break
                position += len(packed) - len(inflate.unconsumed_tail)
                packed = inflate.unconsumed_tail or file.read(_PIECE)
            rest = inflate.unused_data
            position += len(packed) - len(rest)
        except zlib.error:
            lost, (rest, position) = True, _next_member(file, packed, position, begun)


def _next_member(file: BinaryIO, packed: bytes, position: int, begun: int) -> tuple[bytes, int]:
    """What stands from the next beginning of a member on, and its byte; the one that began at `begun` is not it."""
    skip = 1 if position == begun else 0
    while packed:
        at = packed.find(_MEMBER, skip)
        if at >= 0:
            return packed[at:], position + at
        tail = packed[-2:]
        position += len(packed) - len(tail)
        more = file.read(_PIECE)
        packed, skip = (tail + more, 0) if more else (b"", 0)
    return b"", position


class _Stream:
    """Lines and runs of bytes from pieces; a run ends where something is lost."""

    def __init__(self, pieces: Iterator[_Piece], *, packed: bool) -> None:
        self._pieces, self._packed = pieces, packed
        self._held = bytearray()
        self._next: _Piece | None = next(pieces, None)
        self._base = 0  # the byte of the file that the held bytes began at
        self.position = 0

    def _more(self) -> bool:
        """One piece more; False at the end, and once at a place where something is lost."""
        if self._next is None:
            return False
        piece, position, lost = self._next
        if lost and self._held:
            return False
        if not self._held:
            self._base = position
        self._held += piece
        self._next = next(self._pieces, None)
        return True

    def line(self) -> bytes | None:
        """The next line; None at the end. Its `position` is the byte of the file at which it can be found again."""
        searched = 0
        while (at := self._held.find(b"\n", searched)) < 0 and len(self._held) < _LINE:
            searched = len(self._held)
            if not self._more():
                break
        self.position = self._base
        end = at + 1 if at >= 0 else len(self._held)
        line = bytes(self._held[:end])
        self._drop(end)
        return line or None

    def take(self, size: int, limit: int) -> bytes:
        """So many bytes, or what there is of them; what goes beyond the limit is passed over."""
        kept = bytearray()
        while size > 0 and (self._held or self._more()):
            piece = self._held[:size]
            size -= len(piece)
            kept += piece[: max(0, limit + 1 - len(kept))]
            self._drop(len(piece))
            if not self._held and self._next and self._next[2]:
                break
        return bytes(self._given_back(kept))

    def _given_back(self, kept: bytearray) -> bytearray:
        """A record that was cut short in the writing swallows the next one's beginning: that is given back."""
        while len(self._held) < 4 and self._more():
            pass
        if not self._held.strip() or self._held[:1] in b"\r\n" or self._held.startswith(b"WARC/"):
            return kept
        if found := _LOST.search(kept):
            self._held[:0] = kept[found.start(1) :]
            self._base -= 0 if self._packed else len(kept) - found.start(1)
            return kept[: found.start()]
        return kept

    def _drop(self, size: int) -> None:
        del self._held[:size]
        self._base += 0 if self._packed else size
