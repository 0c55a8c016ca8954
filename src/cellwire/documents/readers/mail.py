"""Newsletters and alerts by e-mail: the HTML part, or the plain one, with the headers as imprint; attached PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from cellwire.documents.blocks import fragment_drafts
from cellwire.documents.decoding import decode
from cellwire.documents.imprint import Imprint, parse_day, plausible
from cellwire.documents.layout import Layout, compose, marks
from cellwire.documents.readers.pdf import read_pdf
from cellwire.documents.readers.plain import read_plain
from cellwire.documents.readers.reading import Article, Read
from cellwire.model import Capture, Found, Told

_LISTED = ("List-Unsubscribe", "List-Id")
_LONGEST = 4000  # characters of a header; more are nobody's subject
_PASSED_ON = re.compile(r"^\s*((re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(capture: Capture) -> Read:
    try:
        return _read(capture)
    except RecursionError:  # the standard library's reader goes as deep as the parts do
        return Read((), ("a message that is nested too deeply",))


def _read(capture: Capture) -> Read:
    message = message_from_bytes(capture.content)
    title = capture.told.title or _PASSED_ON.sub("", _header(message, "Subject"))
    layout = _layout(message, title)
    day = parse_day(_header(message, "Date"))
    dated = plausible(day, capture.moment)
    imprint = Imprint(
        title=title or None,
        outlet=_sender(message),
        language=_header(message, "Content-Language") or None,
        published=day if dated else None,
        found=Found(title="mail", outlet="mail", language="mail", published="mail" if dated else None),
    )
    attached = [_attachment(number, part, capture, imprint) for number, part in enumerate(_attachments(message), 1)]
    articles = tuple(article for read in attached for article in read.articles)
    problems = tuple(problem for read in attached for problem in read.problems)
    if layout is None:
        return Read(articles, problems if articles else ("a message without readable text", *problems))
    newsletter = any(name in message for name in _LISTED) or marks().unsubscribe.search(layout.text) is not None
    return Read((Article(layout, imprint.told(capture.told), newsletter=newsletter), *articles), problems)


def _attachment(number: int, part: Message, mail: Capture, imprint: Imprint) -> Read:
    """An attached PDF is an article of its own, sent by whom and, where it does not say, on the day of its mail."""
    name, content = _file_name(part), part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.startswith(b"%PDF-"):
        return Read((), (f"the attachment {name!r} was not read: only PDFs are",))
    read = read_pdf(replace(mail, media_type="application/pdf", content=content, told=Told(id=mail.told.id)))
    articles = tuple(
        replace(article, imprint=_sent(article.imprint, imprint), key=f"attachment {number}")
        for article in read.articles
    )
    return Read(articles, tuple(f"the attachment {name!r}: {problem}" for problem in read.problems))


def _sent(own: Imprint, mail: Imprint) -> Imprint:
    """What the attachment does not say of itself its mail says of it."""
    day = own.published or mail.published
    how = own.found.published if own.published else mail.found.published
    return replace(own, outlet=mail.outlet, published=day, found=replace(own.found, outlet="mail", published=how))


def _header(message: Message, name: str) -> str:
    """A header's words, decoded as far as it can be."""
    value = message.get(name)
    if value is None:
        return ""
    parts: list[str] = []
    for content, charset in decode_header(str(value)[:_LONGEST]):
        parts.append(decode(content, charset).text if isinstance(content, bytes) else content)
    return " ".join("".join(parts).split())


def _sender(message: Message) -> str | None:
    name, address = parseaddr(_header(message, "From"))
    return name.strip("\"' ") or address.rpartition("@")[2] or None


def _parts(message: Message) -> Iterator[Message]:
    return (part for part in message.walk() if not part.is_multipart() and not _is_attached(part))


def _is_attached(part: Message) -> bool:
    return "attachment" in str(part.get("Content-Disposition", "")).lower()


def _attachments(message: Message) -> Iterator[Message]:
    """What is marked so, and PDFs however they are marked; pictures of the text's own are none."""
    return (part for part in message.walk() if _is_attached(part) or part.get_content_type() == "application/pdf")


def _file_name(part: Message) -> str:
    return " ".join((part.get_filename() or part.get_content_type()).split())


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
