"""Addresses of mailboxes: whose mails, on which server, in which folder."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from cellwire.errors import FetchFailed

SCHEMES = ("imaps", "imap")
_PORTS = {"imaps": 993, "imap": 143}


@dataclass(frozen=True, slots=True)
class Folder:
    """Where mails lie: imaps://ann@mail.example/Newsletters."""

    scheme: str
    user: str
    host: str
    port: int
    name: str

    @property
    def account(self) -> str:
        return f"{self.user}@{self.host}"


def is_mailbox(url: str) -> bool:
    return url.strip().partition(":")[0].lower() in SCHEMES


def folder_of(url: str) -> Folder:
    """The parts of an address; the inbox where it names no folder. A password in it is refused, and not printed."""
    try:
        parts = urlsplit(url.strip())
    except ValueError as problem:
        raise FetchFailed("the mailbox", "has an address that is none", "mend it") from problem
    shown = f"{parts.scheme}://{parts.hostname}"
    if parts.password:
        raise FetchFailed(shown, "carries a password", "leave it out; see: cellwire add --help")
    try:
        port = parts.port or _PORTS[parts.scheme]
    except ValueError as problem:
        raise FetchFailed(shown, "has a port that is none", "mend the address") from problem
    if not parts.hostname or not parts.username:
        raise FetchFailed(shown, "does not say whose mails", "write it as imaps://ann@mail.example/Newsletters")
    name = unquote(parts.path.strip("/")) or "INBOX"
    return Folder(parts.scheme, unquote(parts.username), parts.hostname, port, name)
