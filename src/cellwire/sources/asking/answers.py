"""What a web server answered: unpacked no further than a limit, and in words where it is no answer."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import httpcore2

from cellwire.errors import FetchFailed, NotNow, said_plainly
from cellwire.model import Capture, Source, Told

PAGES = frozenset({"text/html", "application/xhtml+xml"})
AWAY = "cannot be reached"


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` 304: nothing new since what `etag` or `modified` named."""

    url: str  # where it came from in the end
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes = b""
    moved: bool = False  # all that led there say that it is so for good

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def media_type(self) -> str:
        return (self.header("content-type") or "").split(";")[0].strip().lower()


_KEPT = frozenset({"content-type", "content-language", "last-modified", "etag", "date"})


def captured(source: Source, answer: Answer, url: str, told: Told, now: datetime) -> Capture:
    """An answer as it is kept: under the address that was asked for, with the heads that say something of it."""
    kept = tuple((key, value) for key, value in answer.headers if key.lower() in _KEPT)
    return Capture(source.id, url, None, now, answer.media_type or "text/html", answer.content, told, kept)


_REASONS = {
    401: "asks for a password",
    402: "asks for money",
    403: "is forbidden",
    404: "is not there",
    410: "is gone",
}


def accepted(answer: Answer) -> Answer:
    if answer.status in (200, 304):
        return answer
    raise FetchFailed(answer.url, _REASONS.get(answer.status, f"answers {answer.status}"))


@contextmanager
def in_words(url: str) -> Iterator[None]:
    try:
        yield
    except (httpcore2.TimeoutException, TimeoutError) as problem:
        raise NotNow(url, "does not answer in time") from problem
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as problem:
        raise NotNow(url, f"{AWAY} ({said_plainly(problem)})") from problem
    except httpcore2.UnsupportedProtocol as problem:
        raise FetchFailed(url, "is no web address", "give one that begins with https://") from problem


def unpacker(url: str, head: Answer) -> Callable[[bytes, int], bytes]:
    """A function that unpacks a piece and stops at a number of bytes, however much the piece would become."""
    packed = (head.header("content-encoding") or "identity").strip().lower()
    if packed in ("identity", ""):
        return lambda piece, _: piece
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise FetchFailed(url, f"is packed as {packed}, which was not asked for")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def unpack(piece: bytes, room: int) -> bytes:
        try:
            return inflate.decompress(piece, max(1, room))
        except zlib.error as problem:
            raise FetchFailed(url, "is packed wrongly") from problem

    return unpack
