"""Mails on an IMAP server: looked at, never marked, moved or deleted."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urlsplit

from cellwire.errors import FetchFailed, NotNow
from cellwire.model import Capture, Issue, Told
from cellwire.sources.addresses import public_address
from cellwire.sources.link import Link
from cellwire.sources.passwords import password_of

SCHEMES = ("imaps", "imap")
_PORTS = {"imaps": 993, "imap": 143}
_TIMEOUT = 30.0  # seconds for one answer
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a folder was read: the numbers of its messages hold as long as `validity` is the same."""

    validity: str
    last: int


def latest(url: str, allowed: Collection[str], count: int) -> list[Link]:
    """Subjects and days of the newest messages of a folder."""
    with _opened(folder_of(url), allowed) as server:
        numbers = _numbers(server, "ALL")[-count:]
        heads = (_head(_part(server, number, "BODY.PEEK[HEADER]")) for number in reversed(numbers))
        return [Link(url, _words(head.get("Subject")), _day(head.get("Date"))) for head in heads]


def new_mails(
    source: str, url: str, reached: Reached | None, *, since: date, now: datetime, limits: Limits
) -> Iterator[Capture | Issue | Reached]:
    """Messages behind the last that was read, each followed by how far that is; at first those since a day."""
    folder = folder_of(url)
    with _opened(folder, limits.allowed) as server:
        validity = _validity(server)
        known = reached.last if reached and reached.validity == validity else 0
        asked = f"UID {known + 1}:*" if known else f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}"
        for number in [each for each in _numbers(server, asked) if each > known][: limits.at_most]:
            yield _mail(server, source, folder, number, now, limits.size)
            yield Reached(validity, number)


@dataclass(frozen=True, slots=True)
class Limits:
    at_most: int  # messages of one look
    size: int  # bytes of one message
    allowed: Collection[str]  # hosts that may be private


def _mail(
    server: imaplib.IMAP4, source: str, folder: Folder, number: int, now: datetime, limit: int
) -> Capture | Issue:
    path = f"{folder.scheme}://{folder.account}/{folder.name}#{number}"
    size = re.search(rb"RFC822\.SIZE (\d+)", _answer(server, number, "RFC822.SIZE"))
    if size and int(size[1]) > limit:
        return Issue(path, f"a message of {int(size[1]) / 1e6:.0f} MB is too large for one text", "sources")
    content = _part(server, number, "BODY.PEEK[]")
    named = str(_head(content).get("Message-ID", "")).strip("<> \r\n\t")
    return Capture(source, None, path, now, "message/rfc822", content, Told(id=named or path))


@contextmanager
def _opened(folder: Folder, allowed: Collection[str]) -> Iterator[imaplib.IMAP4]:
    """The folder opened for reading only."""
    password = password_of(folder.account)
    try:
        server = _connected(folder, allowed)
        with _left_politely(server):
            server.login(folder.user, password)
            status, _ = server.select(_quoted(folder.name), readonly=True)
            if status != "OK":
                raise FetchFailed(folder.account, f"has no folder {folder.name!r}", _folders(server))
            yield server
    except imaplib.IMAP4.abort as problem:
        raise NotNow(folder.account, f"broke off ({_said(problem)})") from problem
    except imaplib.IMAP4.error as problem:
        raise FetchFailed(folder.account, f"refuses: {_said(problem)}") from problem
    except (OSError, EOFError) as problem:
        raise NotNow(folder.account, f"cannot be reached ({_said(problem)})") from problem


@contextmanager
def _left_politely(server: imaplib.IMAP4) -> Iterator[None]:
    """Signed off, whatever happened; a connection that is broken already needs no more than closing."""
    try:
        yield
    finally:
        try:
            server.logout()
        except (imaplib.IMAP4.error, OSError):
            server.shutdown()


def _connected(folder: Folder, allowed: Collection[str]) -> imaplib.IMAP4:
    """By TLS; without it only to a host that may be private, where it is the user's own."""
    address = public_address(folder.host, folder.port, allowed)
    if folder.scheme == "imaps":
        return _Secured(folder.host, folder.port, address)
    server = _Plain(folder.host, folder.port, address)
    if "STARTTLS" in server.capabilities:
        server.starttls(ssl.create_default_context())
    elif folder.host.casefold() not in {host.casefold() for host in allowed}:
        server.logout()
        raise FetchFailed(folder.account, "offers no encryption", "use imaps://, or allow the host with --allow-host")
    return server


class _Plain(imaplib.IMAP4):
    """Connects to the address that was looked at, whatever the name leads to by now."""

    def __init__(self, host: str, port: int, address: str) -> None:
        self._address = address
        super().__init__(host, port, _TIMEOUT)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return socket.create_connection((self._address, self.port), timeout)


class _Secured(imaplib.IMAP4_SSL):
    def __init__(self, host: str, port: int, address: str) -> None:
        self._address = address
        super().__init__(host, port, ssl_context=ssl.create_default_context(), timeout=_TIMEOUT)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        connected = socket.create_connection((self._address, self.port), timeout)
        context: ssl.SSLContext = self.ssl_context
        return context.wrap_socket(connected, server_hostname=self.host)


def _said(problem: Exception) -> str:
    told = problem.args[0] if problem.args else ""
    return (told.decode("utf-8", "replace") if isinstance(told, bytes) else str(problem)) or type(problem).__name__


def _quoted(name: str) -> str:
    """A folder's name as IMAP writes it (RFC 3501, section 5.1.3): letters beyond ASCII in a UTF-7 of its own."""
    written = re.sub(r"[^\x20-\x7e]+", lambda run: _utf7(run[0]), name.replace("&", "&-"))
    return '"' + written.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _utf7(run: str) -> str:
    return "&" + b64encode(run.encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"


def _folders(server: imaplib.IMAP4) -> str:
    _, told = server.list()
    names = [
        line.rpartition(b'"/" ')[2].decode("ascii", "replace").strip('"') for line in told if isinstance(line, bytes)
    ]
    return f"it has: {', '.join(names[:12])}" if names else ""


def _validity(server: imaplib.IMAP4) -> str:
    _, told = server.response("UIDVALIDITY")
    return told[0].decode() if told and isinstance(told[0], bytes) else ""


def _numbers(server: imaplib.IMAP4, asked: str) -> list[int]:
    status, told = server.uid("SEARCH", asked)
    if status != "OK":
        raise imaplib.IMAP4.error(told[0])
    return sorted(int(each) for each in (told[0] or b"").split())


def _answer(server: imaplib.IMAP4, number: int, what: str) -> bytes:
    _, told = server.uid("FETCH", str(number), f"({what})")
    return b" ".join(each for each in told if isinstance(each, bytes))


def _part(server: imaplib.IMAP4, number: int, what: str) -> bytes:
    _, told = server.uid("FETCH", str(number), f"({what})")
    return next((each[1] for each in told if isinstance(each, tuple)), b"")


def _head(content: bytes) -> Message:
    """The headers alone: what a message holds is not taken apart here."""
    return BytesHeaderParser().parsebytes(content)


def _words(header: str | None) -> str:
    try:
        return " ".join(str(make_header(decode_header(header or ""))).split())
    except (LookupError, UnicodeError, ValueError):
        return " ".join((header or "").split())


def _day(header: str | None) -> date | None:
    try:
        return parsedate_to_datetime(header or "").date()
    except (TypeError, ValueError):
        return None
