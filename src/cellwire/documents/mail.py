"""Newsletters and alerts by e-mail: the HTML part, or the plain one, with the headers as imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from cellwire.documents.assembly import Article
from cellwire.documents.dates import parse_day, plausible
from cellwire.documents.encoding import decode
from cellwire.documents.fragment import fragment_drafts
from cellwire.documents.imprint import Imprint
from cellwire.documents.layout import Layout, compose
from cellwire.documents.plain import read_plain
from cellwire.documents.reading import Read
from cellwire.model import Capture

_PASSED_ON = re.compile(r"^\s*((re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(capture: Capture) -> Read:
    message = message_from_bytes(capture.content)
    title = capture.told.title or _PASSED_ON.sub("", _header(message, "Subject"))
    layout = _layout(message, title)
    if layout is None:
        return Read((), ("a message without readable text",))
    day = parse_day(_header(message, "Date"))
    dated = plausible(day, capture.moment)
    imprint = Imprint(
        title=title or None,
        outlet=_sender(message),
        language=_header(message, "Content-Language") or None,
        published=day if dated else None,
        published_how="mail" if dated else None,
    )
    left = tuple(f"the attachment {name!r} was not read" for name in _attachments(message))
    newsletter = message.get("List-Unsubscribe") is not None or message.get("List-Id") is not None
    return Read((Article(layout, imprint.told(capture.told), newsletter=newsletter),), left)


def _header(message: Message, name: str) -> str:
    """A header's words, decoded as far as it can be."""
    value = message.get(name)
    if value is None:
        return ""
    parts: list[str] = []
    for content, charset in decode_header(str(value)):
        parts.append(decode(content, charset).text if isinstance(content, bytes) else content)
    return " ".join("".join(parts).split())


def _sender(message: Message) -> str | None:
    name, address = parseaddr(_header(message, "From"))
    return name.strip("\"' ") or address.rpartition("@")[2] or None


def _parts(message: Message) -> Iterator[Message]:
    return (part for part in message.walk() if not part.is_multipart() and not _is_attached(part))


def _is_attached(part: Message) -> bool:
    return "attachment" in str(part.get("Content-Disposition", "")).lower()


def _attachments(message: Message) -> Iterator[str]:
    attached = (part for part in message.walk() if _is_attached(part))
    return (part.get_filename() or part.get_content_type() for part in attached)


def _words(part: Message) -> str:
    content = part.get_payload(decode=True)
    charset = part.get_param("charset")
    return decode(content, charset if isinstance(charset, str) else None).text if isinstance(content, bytes) else ""


def _layout(message: Message, title: str) -> Layout | None:
    """The HTML part has the headings; the plain one stands in where the HTML says almost nothing."""
    found: dict[str, str] = {}
    for part in _parts(message):
        found.setdefault(part.get_content_type(), _words(part))
    html = compose(title, fragment_drafts(found.get("text/html", "")))
    plain = found.get("text/plain", "").strip()
    if len(html.text) > len(title) + 200 or (not plain and len(html.text) > len(title)):
        return html
    return read_plain(f"{title}\n\n{plain}", title=title) if plain else None
