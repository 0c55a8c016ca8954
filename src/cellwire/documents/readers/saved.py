"""Pages that a browser saved: where they come from, and pages in one file with their pictures (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from cellwire.documents.readers.page import read_page
from cellwire.documents.readers.reading import Read
from cellwire.model import Capture

_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->|Page saved with SingleFile\s+url:\s*(https?://\S+)"
)
_HEAD = 4096  # characters in which a browser notes the address


def read_saved_page(capture: Capture) -> Read:
    """A page of HTML; where nobody says its address, the browser that saved it may have."""
    if capture.url or capture.told.url:
        return read_page(capture)
    head = capture.content[:_HEAD].decode("latin-1")
    noted = _SAVED_FROM.search(head)
    return read_page(_at(capture, noted[1] or noted[2]) if noted else capture)


def read_mhtml(capture: Capture) -> Read:
    """The first page in the file; the pictures, styles and frames beside it are left."""
    try:
        message = message_from_bytes(capture.content)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError:
        return Read((), ("is nested too deeply",))
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        return Read((), ("holds no page",))
    address = _address(message) or _address(page)
    told = capture if capture.told.url or not address else _at(capture, address)
    said = (("content-type", str(page.get("Content-Type", "text/html"))),)
    return read_page(replace(told, media_type="text/html", content=content, headers=said))


def _address(message: Message) -> str:
    said = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "").strip()
    return said if said.startswith(("http://", "https://")) else ""


def _at(capture: Capture, address: str) -> Capture:
    return replace(capture, told=replace(capture.told, url=address))
