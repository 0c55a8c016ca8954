"""Captures to documents: the one place that knows which reader takes which media type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cellwire.documents.assembly import documents_of
from cellwire.documents.readers import (
    OWN,
    Read,
    is_own,
    read_feed,
    read_json_feed,
    read_mail,
    read_mhtml,
    read_pdf,
    read_saved_page,
    read_text,
)
from cellwire.model import Capture, Document, Issue

READERS: dict[str, Callable[[Capture], Read]] = {
    "text/plain": read_text,
    "text/markdown": read_text,
    "text/html": read_saved_page,
    "application/xhtml+xml": read_saved_page,
    "application/rss+xml": read_feed,
    "application/atom+xml": read_feed,
    "application/rdf+xml": read_feed,
    "application/xml": read_feed,
    "text/xml": read_feed,
    "application/feed+json": read_json_feed,
    "application/json": read_json_feed,
    "message/rfc822": read_mail,
    "multipart/related": read_mhtml,
    "application/pdf": read_pdf,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """What a capture held, and why it held nothing or less than it seemed."""

    documents: tuple[Document, ...]
    issues: tuple[Issue, ...] = ()


def open_capture(capture: Capture) -> Opened:
    """The documents of a capture and what went wrong on the way; never raises for what a capture holds."""
    thing = (
        f"{capture.path} ({capture.url})" if capture.path and capture.url else capture.path or capture.url or capture.id
    )
    media_type = capture.media_type.split(";")[0].strip().lower()
    reader = READERS.get(media_type)
    if reader is None:
        return Opened(
            (), (Issue(thing, f"{media_type or 'no media type'} is not a kind of news that can be read", "documents"),)
        )
    read = Read((), (OWN,)) if is_own(capture.content) else reader(capture)
    id = capture.id  # made of the whole content: once, not for each entry of a feed
    documents = tuple(document for article in read.articles for document in documents_of(capture, id, article))
    return Opened(documents, tuple(Issue(thing, problem, "documents") for problem in read.problems))


def open_documents(capture: Capture) -> list[Document]:
    """The documents of a capture; a roundup comes before its items."""
    return list(open_capture(capture).documents)
