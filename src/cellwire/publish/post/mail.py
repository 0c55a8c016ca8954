"""Sending mail: one message a reader, over an encrypted connection, tried again with growing pauses, never twice."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as AS_SENT

from cellwire.errors import BadOption, SourceError, said_plainly
from cellwire.publish.post.ledger import PAUSES, Fate, Ledger, Line


@dataclass(frozen=True, slots=True)
class Postbox:
    """A mail server and how to speak to it. Without `starttls` words and passwords travel in the clear."""

    host: str
    port: int = 587
    user: str | None = None
    password: str | None = None
    starttls: bool = True
    patience: float = 30.0  # seconds for one answer
    context: ssl.SSLContext | None = None  # what certificates are trusted; None: those the system trusts


class _NotNow(Exception):
    """The server could not; nothing was handed over."""


class _Never(Exception):
    """The server will not take this message for this reader."""


class _Unsure(Exception):
    """The whole message was handed over, and no answer came."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message for one reader, and under which keys the log keeps it."""

    to: str
    keys: tuple[str, ...]
    message: EmailMessage


def send_letters(
    letters: Sequence[Letter],
    postbox: Postbox,
    ledger: Ledger,
    *,
    clock: Callable[[], datetime],
    sleep: Callable[[float], None],
) -> list[Line]:
    """A line for each letter, in order; those that an earlier run settled are passed over."""
    lines = []
    for letter in letters:
        if not all(ledger.settled(key, letter.to) for key in letter.keys):
            told = _send(letter, postbox, ledger, clock, sleep)
            ledger.add(*told)
            lines.append(told[-1])
    return lines


def _send(
    letter: Letter, postbox: Postbox, ledger: Ledger, clock: Callable[[], datetime], sleep: Callable[[float], None]
) -> list[Line]:
    def lines(fate: Fate, said: str) -> list[Line]:
        return [Line(key, letter.to, fate, clock(), said) for key in letter.keys]

    problem = ""
    for pause in (0.0, *PAUSES):
        if pause:
            sleep(pause)
        try:
            said = _try(letter.to, letter.message, postbox, lambda: ledger.add(*lines(Fate.HANDED_OVER, "")))
            return lines(Fate.SENT, said)
        except _NotNow as refusal:
            problem = str(refusal)
        except _Never as refusal:
            return lines(Fate.REFUSED, str(refusal))
        except _Unsure as silence:
            return lines(Fate.HANDED_OVER, str(silence))
    return lines(Fate.FAILED, problem)


def _try(reader: str, message: EmailMessage, postbox: Postbox, handing_over: Callable[[], None]) -> str:
    with _connected(postbox) as server:
        sender = str(message["From"].addresses[0].addr_spec)
        _expect(server.mail(sender))
        _expect(server.rcpt(reader))
        _expect(server.docmd("DATA"), only=354)
        server.send(_as_sent(message))
        handing_over()  # up to here the server has no whole message, from here on it may
        try:
            server.send(b".\r\n")
            code, said = server.getreply()
        except OSError as problem:
            raise _Unsure(f"no answer after the message was handed over: {said_plainly(problem)}") from problem
        _expect((code, said))
        with suppress(OSError):
            server.quit()
        return said.decode("utf-8", "replace")


def _as_sent(message: EmailMessage) -> bytes:
    """A line that is a full stop ends a message: those that begin with one get a second."""
    told = message.as_bytes(policy=AS_SENT)
    return re.sub(rb"(?m)^\.", b"..", told if told.endswith(b"\r\n") else told + b"\r\n")


@contextmanager
def _connected(postbox: Postbox) -> Iterator[smtplib.SMTP]:
    """A greeted, encrypted, logged-in connection; what goes wrong before the message is handed over is `_NotNow`."""
    where = f"{postbox.host}:{postbox.port}"
    try:
        server = smtplib.SMTP(postbox.host, postbox.port, timeout=postbox.patience)
    except OSError as problem:
        raise _NotNow(said_plainly(problem)) from problem
    try:
        if postbox.starttls:
            server.starttls(context=postbox.context or ssl.create_default_context())
        if postbox.user and postbox.password:
            server.login(postbox.user, postbox.password)
        else:
            server.ehlo_or_helo_if_needed()
        yield server
    except smtplib.SMTPNotSupportedError as problem:
        raise SourceError(where, f"offers no encryption or login: {problem}", "name another server") from problem
    except ssl.SSLCertVerificationError as problem:
        raise SourceError(
            where, f"its certificate is not trusted: {problem.verify_message}", "name its host"
        ) from problem
    except smtplib.SMTPAuthenticationError as problem:
        raise SourceError(where, "does not accept the user's name and password", "look at them again") from problem
    except OSError as problem:
        raise _NotNow(said_plainly(problem)) from problem
    finally:
        server.close()


def _expect(answer: tuple[int, bytes], *, only: int | None = None) -> None:
    code, said = answer
    words = f"{code} {said.decode('utf-8', 'replace')}"
    if code == only or (only is None and 200 <= code < 300):
        return
    raise (_Never if 500 <= code < 600 else _NotNow)(words)


def parse_address(written: str) -> str:
    """An address without anything that could add a header or a command to the letter it is put in."""
    address = written.strip()
    name, at, host = address.rpartition("@")
    if (
        not (name and at and "." in host)
        or any(char in address for char in " \t\r\n<>,;:\"'()[]\\")
        or not address.isascii()
    ):
        raise BadOption(written.strip()[:80], "is no mail address", "write it as name@host.example")
    return address
