"""Bytes as received from a source at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Told:
    """What the person or feed that handed over a capture said about it; wins over what the page says of itself."""

    id: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One version of one thing, never changed.

    `source` is the id of the source it came from (`file` for imports), `path` the file or message it was read
    from, if any, `media_type` what the source said it is (`text/html`, `text/plain`,
    `application/rss+xml`, `message/rfc822`, …).
    """

    source: str
    url: str | None
    path: str | None
    moment: datetime
    media_type: str
    content: bytes
    told: Told = Told()
    headers: tuple[tuple[str, str], ...] = field(default=())

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()

    @property
    def id(self) -> str:
        """Says what was captured from where, not when: the same bytes from the same place are the same capture."""
        place = self.url or self.told.url or self.told.id or self.path or ""
        return "cap_" + sha256(f"{self.source}\n{place}\n{self.sha256}".encode()).hexdigest()[:16]

    @property
    def last(self) -> LastCapture:
        """Of a capture with an address, as long as it is the latest."""
        told = (self.moment, self.media_type, self.sha256, self.told, self.headers)
        return LastCapture(self.source, self.url or "", *told)


@dataclass(frozen=True, slots=True)
class LastCapture:
    """Of an address the latest version that is kept, without its bytes: enough to ask whether there is a newer one."""

    source: str
    url: str
    moment: datetime
    media_type: str
    sha256: str
    told: Told
    headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)
