"""The bytes of a web archive, raw or packed, as lines and runs; on behind what is broken."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

MEMBER = b"\x1f\x8b\x08"  # how a gzip member begins
_PIECE = 256 * 1024
_LINE = 64 * 1024
_LOST = re.compile(rb"\r?\n(WARC/1\.\d\r?\n[A-Za-z-]+:)")

# A piece of the unpacked file, the byte at which it begins (or its member), and whether something before it is lost.
Piece = tuple[bytes, int, bool]


def raw(file: BinaryIO) -> Iterator[Piece]:
    position = file.tell()
    while piece := file.read(_PIECE):
        yield piece, position, False
        position += len(piece)


def members(file: BinaryIO) -> Iterator[Piece]:
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
        at = packed.find(MEMBER, skip)
        if at >= 0:
            return packed[at:], position + at
        tail = packed[-2:]
        position += len(packed) - len(tail)
        more = file.read(_PIECE)
        packed, skip = (tail + more, 0) if more else (b"", 0)
    return b"", position


class Stream:
    """Lines and runs of bytes from pieces; a run ends where something is lost."""

    def __init__(self, pieces: Iterator[Piece], *, packed: bool) -> None:
        self._pieces, self._packed = pieces, packed
        self._held = bytearray()
        self._next: Piece | None = next(pieces, None)
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
