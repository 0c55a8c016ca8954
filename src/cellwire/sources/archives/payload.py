"""What a server answered, from the bytes that an archive kept of it: status, headers and the unpacked content."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from cellwire.sources.archives.records import Record

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_KEPT = frozenset({"content-type", "content-language", "last-modified", "date"})


class Unreadable(Exception):
    """An answer whose content cannot be had; says why."""


@dataclass(frozen=True, slots=True)
class Payload:
    status: int
    media_type: str
    headers: tuple[tuple[str, str], ...]
    content: bytes


def payload_of(record: Record, limit: int) -> Payload:
    """What was archived without an answer's head is its content."""
    if not record.block.startswith(b"HTTP/"):
        return Payload(200, record.media_type, (), record.block)
    end = _HEAD_END.search(record.block)
    if end is None:
        raise Unreadable("is cut off before its text begins")
    head, body = record.block[: end.start()], record.block[end.end() :]
    status = _STATUS.match(head)
    headers = tuple(_headers(head))
    said = {name.lower(): value for name, value in reversed(headers)}
    if "chunked" in said.get("transfer-encoding", "").lower():
        body = _joined(body)
    packed = said.get("content-encoding", "").strip().lower()
    content = _unpacked(body, packed, limit) if packed not in ("", "identity") else body
    kept = tuple((name, value) for name, value in headers if name.lower() in _KEPT)
    media_type = said.get("content-type", "").split(";")[0].strip().lower()
    return Payload(int(status[1]) if status else 0, media_type, kept, content)


def _headers(head: bytes) -> Iterator[tuple[str, str]]:
    for line in head.decode("latin-1").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _joined(body: bytes) -> bytes:
    """The chunks without their sizes; a body that is not in chunks, whatever its head says, stays as it is."""
    content, at = bytearray(), 0
    while found := _SIZE.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return bytes(content)
        content += body[found.end() : found.end() + size]
        at = found.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return bytes(content) if content and at >= len(body) else body


def _unpacked(body: bytes, packed: str, limit: int) -> bytes:
    """As far as it goes; many archives keep the text unpacked and the head as it was."""
    if packed == "br":
        return _brotli(body, limit)
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable(f"is packed as {packed}, which is not read")
    if packed != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            content = zlib.decompressobj(window).decompress(body, limit + 1)
        except zlib.error:
            continue
        return _within(content, limit)
    if packed == "deflate":
        return body
    raise Unreadable("is packed wrongly")


def _brotli(body: bytes, limit: int) -> bytes:
    try:
        import brotli  # few archives need it
    except ImportError as problem:
        raise Unreadable("is packed as br; to read it: pip install '.[archives]'") from problem
    inflate = brotli.Decompressor()
    content = bytearray()
    try:
        content += inflate.process(body, output_buffer_limit=limit + 1)
        while len(content) <= limit and not inflate.is_finished() and not inflate.can_accept_more_data():
            content += inflate.process(b"", output_buffer_limit=limit + 1 - len(content))
    except brotli.error:
        return body
    return _within(bytes(content), limit)


def _within(content: bytes, limit: int) -> bytes:
    if len(content) > limit:
        raise Unreadable(f"unpacks to more than {limit / 1e6:.0f} MB")
    return content
