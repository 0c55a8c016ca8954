"""Saved and fetched web pages: main text, imprint, and the reason where a page holds no article."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lxml.html import HtmlElement, tostring

from cellwire.documents.assembly import Article
from cellwire.documents.body import byline_of, main_drafts
from cellwire.documents.dates import (
    EARLIEST,
    FoundDate,
    date_in_address,
    date_in_text,
    is_written,
    parse_day,
    plausible,
)
from cellwire.documents.head import read_imprint
from cellwire.documents.imprint import Imprint
from cellwire.documents.jsonld import read_statement
from cellwire.documents.layout import Layout, compose
from cellwire.documents.reading import Read, decoded
from cellwire.documents.refusal import no_article
from cellwire.model import Capture

_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style)]"


def read_page(capture: Capture) -> Read:
    from trafilatura import load_html

    text, problems = decoded(capture)
    tree = load_html(text)
    if tree is None:
        return Read((), (*problems, "holds no HTML"))
    statement = read_statement(tree)
    imprint = read_imprint(tree, statement, capture)
    drafts = main_drafts(tree, text, imprint.title or "")
    signed = next(filter(None, (byline_of(draft.text) for draft in drafts)), None)
    imprint = replace(imprint, byline=imprint.byline or signed)
    layout = compose(capture.told.title or imprint.title or "", [each for each in drafts if not byline_of(each.text)])
    if reason := no_article(layout, statement, imprint, tree):
        return Read((), (*problems, reason))
    if not (imprint.published or capture.told.published):
        imprint = _dated(imprint, _undeclared_date(tree, layout, imprint, capture))
    return Read((Article(layout, imprint.told(capture.told)),), problems)


def _undeclared_date(tree: HtmlElement, layout: Layout, imprint: Imprint, capture: Capture) -> FoundDate | None:
    """A day in the address, in what is left of the page, or in the text's dateline."""
    address = imprint.url or capture.path or ""
    return (
        date_in_address(address, capture.moment)
        or date_in_text(layout.text, capture.moment)
        or _date_near_headline(tree, imprint.title or "", capture)
        or _date_by_search(tree, capture)
    )


def _dated(imprint: Imprint, found: FoundDate | None) -> Imprint:
    return replace(imprint, published=found.day, published_how=found.how) if found else imprint


def _date_near_headline(tree: HtmlElement, title: str, capture: Capture) -> FoundDate | None:
    """A day in a line of its own between the headline and the text: "Published", "26 November 2022, 08:05"."""
    lines = [" ".join(words.split()) for words in tree.xpath(_VISIBLE)]
    starts = [number for number, line in enumerate(lines) if title and line == " ".join(title.split())]
    for line in lines[starts[-1] + 1 :][:40] if starts else []:
        if len(line) > 200:
            return None
        day = parse_day(line) if len(line) <= 80 else None
        if day and plausible(day, capture.moment):
            return FoundDate(day, "page")
    return None


def _date_by_search(tree: HtmlElement, capture: Capture) -> FoundDate | None:
    """htmldate's fast search of the page's own marks; it never looks at today, only at days up to the capture."""
    from htmldate import find_date

    latest = (capture.moment + timedelta(days=1)).date()
    written = find_date(
        tree, extensive_search=False, original_date=True, min_date=EARLIEST.isoformat(), max_date=latest.isoformat()
    )
    day = parse_day(written) if written else None
    if day is None or not plausible(day, capture.moment):
        return None
    return FoundDate(day, "page") if is_written(day, tostring(tree, encoding="unicode")) else None
