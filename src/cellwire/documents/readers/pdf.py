"""Press releases as PDF: the text of each page, a form feed between two pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from cellwire.documents.decoding import MB, PAGE, WHOLE, swells
from cellwire.documents.imprint import Imprint, date_in_address, date_in_text
from cellwire.documents.layout import Draft, compose
from cellwire.documents.readers.own import GENERATOR, OWN
from cellwire.documents.readers.reading import Article, Read
from cellwire.model import BlockKind, Capture, Found

_PAGE_NUMBER = re.compile(r"(page\s*)?\d{1,3}(\s*(/|of)\s*\d{1,3})?", re.IGNORECASE)
_LABEL = re.compile(
    r"(press|media|news|ad hoc) (release|statement|information)|for immediate release|announcement", re.IGNORECASE
)
_BROKEN = re.compile(r"(\w+)[\ufffe\u00ad\x02]\s*(\w+[.,;:]?) ?")  # how pdfium marks a hyphen at a line's end
_PAGES = 60  # a report longer than this is no news; its beginning is read


def read_pdf(capture: Capture) -> Read:
    import pypdfium2  # costly to import

    if swells(capture.content):
        return Read((), (f"a PDF whose pages unpack to more than {PAGE // MB} MB each or {WHOLE // MB} MB in all",))
    try:
        with pypdfium2.PdfDocument(capture.content) as opened:
            if opened.get_metadata_value("Creator") == GENERATOR:
                return Read((), (OWN,))
            count = len(opened)
            pages = [
                _lines(page.get_textpage().get_text_range()) for page, _ in zip(opened, range(_PAGES), strict=False)
            ]
    except pypdfium2.PdfiumError as problem:
        return Read((), (f"a PDF that cannot be opened ({problem})",))
    problems = (f"only the first {_PAGES} of {count} pages were read",) if count > _PAGES else ()
    drafts = list(_drafts(_without_running_heads(pages)))
    if not drafts:
        return Read((), (*problems, "a PDF whose pages hold images and no text"))
    title, drafts = _title(drafts)
    layout = compose(capture.told.title or title, drafts)
    found = date_in_text(layout.text, capture.moment) or date_in_address(
        capture.url or capture.path or "", capture.moment
    )
    imprint = Imprint(title=title or None, url=capture.url, found=Found(title="text", url="told"))
    if found:
        imprint = replace(imprint, published=found.day, found=replace(imprint.found, published=found.how))
    return Read((Article(layout, imprint.told(capture.told)),), problems)


def _lines(text: str) -> list[str]:
    """A page's lines; words that were broken at a line's end are whole again."""
    known = set(re.findall(r"[\w-]+", _BROKEN.sub(" ", text).lower()))
    whole = _BROKEN.sub(lambda broken: _mended(broken, known) + "\n", text).replace("\r\n", "\n").replace("\r", "\n")
    return [" ".join(line.split()) for line in whole.split("\n")]


def _mended(broken: re.Match[str], known: set[str]) -> str:
    """A hyphen stays where the text has the word so, or its first half by itself ("lithium-ion", not "pro-duction")."""
    first, second = broken.groups()
    hyphened, joined = f"{first}-{second}", f"{first}{second}"
    if hyphened.lower() in known or joined.lower() in known:
        return hyphened if hyphened.lower() in known else joined
    return hyphened if first.lower() in known or not second[:1].islower() else joined


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Lines that stand on most pages, and page numbers, are no text."""
    seen = Counter(line for lines in pages for line in set(lines) if line)
    running = {line for line, times in seen.items() if len(pages) >= 3 and times * 2 > len(pages)}
    return [[line for line in lines if line not in running and not _PAGE_NUMBER.fullmatch(line)] for lines in pages]


def _drafts(pages: list[list[str]]) -> Iterator[Draft]:
    for page, lines in enumerate(pages):
        width = median([len(line) for line in lines if len(line) > 20] or [80])
        for number, paragraph in enumerate(_paragraphs(lines, width)):
            yield Draft(BlockKind.PARAGRAPH, paragraph, new_page=page > 0 and number == 0)


def _paragraphs(lines: list[str], width: float) -> Iterator[str]:
    """A paragraph ends at an empty line, or where a line stops short of the page's width."""
    words: list[str] = []
    for line in lines:
        if line:
            words.append(line)
        if words and (not line or len(line) < width * 0.75):
            yield " ".join(words)
            words = []
    if words:
        yield " ".join(words)


def _title(drafts: list[Draft]) -> tuple[str, list[Draft]]:
    """The first short line without a full stop that is neither a label ("Press release") nor a date."""
    for number, draft in enumerate(drafts[:5]):
        words = draft.text
        if _LABEL.fullmatch(words.strip(" :–-")) or len(words.split()) < 4:
            continue
        if len(words) <= 220 and not words.endswith((".", ":", ";")):
            return words, drafts[:number] + drafts[number + 1 :]
        break
    return "", drafts
