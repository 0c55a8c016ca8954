"""Records of a web archive, read with patience: raw or packed, WARC or ARC, and on behind every damage.

for record in patient_records(Path("old.arc.gz")): print(record.url, len(record.block))
"""

from __future__ import annotations

import re
from base64 import b32decode
from binascii import Error as NoDigits
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import new
from pathlib import Path

from cellwire.sources.archives.streams import MEMBER, Stream, members, raw

_HEAD_LINES = 500  # of one record; what has more is no head
_VERSION = re.compile(rb"WARC/[01]\.\d+\s*")
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
        packed = file.read(3) == MEMBER
        file.seek(start)
        stream = Stream(members(file) if packed else raw(file), packed=packed)
        while (line := stream.line()) is not None:
            position = stream.position
            if _VERSION.fullmatch(line):
                yield _warc(stream, position, limit)
            elif (found := _ARC.fullmatch(line)) and (record := _arc(stream, found, position, limit)):
                yield record


def _warc(stream: Stream, position: int, limit: int) -> Record:
    head: dict[str, str] = {}
    for _ in range(_HEAD_LINES):
        line = (stream.line() or b"").strip()
        if not line:
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        head[name.strip().lower()] = value.strip()
    return record_of(head, stream.take(size_of(head), limit), position)


def _arc(stream: Stream, found: re.Match[bytes], position: int, limit: int) -> Record | None:
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
