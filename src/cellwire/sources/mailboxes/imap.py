"""Mails on an IMAP server: looked at, never marked, moved or deleted."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from cellwire.model import Capture, Issue, Told
from cellwire.sources.mailboxes.imap_address import Folder, folder_of
from cellwire.sources.mailboxes.imap_connection import opened
from cellwire.sources.pointing import Link

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a folder was read: the numbers of its messages hold as long as `validity` is the same."""

    validity: str
    last: int


def latest(url: str, allowed: Collection[str], count: int) -> list[Link]:
    """Subjects and days of the newest messages of a folder."""
    with opened(folder_of(url), allowed) as server:
        numbers = _numbers(server, "ALL")[-count:]
        heads = (_head(_part(server, number, "BODY.PEEK[HEADER]")) for number in reversed(numbers))
        return [Link(url, _words(head.get("Subject")), _day(head.get("Date"))) for head in heads]


def new_mails(
    source: str, url: str, reached: Reached | None, *, since: date, now: datetime, limits: Limits
) -> Iterator[Capture | Issue | Reached]:
    """Messages behind the last that was read, each followed by how far that is; at first those since a day."""
    folder = folder_of(url)
    with opened(folder, limits.allowed) as server:
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
