"""Plain text and Markdown captures."""

from __future__ import annotations

from dataclasses import replace

from cellwire.documents.decoding import decoded
from cellwire.documents.imprint import Imprint, date_in_address, date_in_text
from cellwire.documents.readers.plain import read_plain
from cellwire.documents.readers.reading import Article, Read
from cellwire.model import Capture, Found


def read_text(capture: Capture) -> Read:
    text, problems = decoded(capture)
    if not text.strip():
        return Read((), (*problems, "holds no text"))
    layout = read_plain(text)
    address = capture.told.url or capture.url
    found = date_in_address(address or capture.path or "", capture.moment) or date_in_text(text, capture.moment)
    imprint = Imprint(title=layout.title or None, url=address, found=Found(title="text", url="told"))
    if found:
        imprint = replace(imprint, published=found.day, found=replace(imprint.found, published=found.how))
    return Read((Article(layout, imprint.told(capture.told)),), problems)
