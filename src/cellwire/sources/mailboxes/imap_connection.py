"""A connection to an IMAP server by which a folder can be read and nothing be changed."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from cellwire.errors import FetchFailed, NotNow, said_plainly
from cellwire.sources.asking import public_address
from cellwire.sources.mailboxes.imap_address import Folder
from cellwire.sources.mailboxes.passwords import password_of

_TIMEOUT = 30.0  # seconds for one answer


@contextmanager
def opened(folder: Folder, allowed: Collection[str]) -> Iterator[imaplib.IMAP4]:
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
    said = told.decode("utf-8", "replace") if isinstance(told, bytes) else said_plainly(problem)
    return said or type(problem).__name__


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
