"""Saved and fetched web pages: main text, imprint, and the reason where a page holds no article."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lxml.html import HtmlElement

from cellwire.documents.assembly import Article
from cellwire.documents.body import byline_of, main_drafts
from cellwire.documents.dates import EARLIEST, FoundDate, date_in_text, parse_day, plausible
from cellwire.documents.head import date_of_address, read_imprint
from cellwire.documents.imprint import Imprint
from cellwire.documents.jsonld import read_statement
from cellwire.documents.layout import Layout, compose
from cellwire.documents.reading import Read, decoded
from cellwire.documents.refusal import no_article
from cellwire.model import Capture


def read_page(capture: Capture) -> Read:
    from trafilatura import load_html

    text, problems = decoded(capture)
    tree = load_html(text)
    if tree is None:
        return Read((), (*problems, "holds no HTML"))
    statement = read_statement(tree)
    imprint = read_imprint(tree, statement, capture)
    dated = imprint.published is not None or capture.told.published is not None
    fallback = None if dated else _date_by_search(tree, capture)  # before the main text is cut out of the tree
    drafts = main_drafts(tree, imprint.title or "")
    signed = next(filter(None, (byline_of(draft.text) for draft in drafts)), None)
    imprint = replace(imprint, byline=imprint.byline or signed)
    layout = compose(capture.told.title or imprint.title or "", [each for each in drafts if not byline_of(each.text)])
    if reason := no_article(layout, statement, imprint, tree):
        return Read((), (*problems, reason))
    if not dated:
        imprint = _dated(imprint, fallback or date_of_address(imprint, capture) or _dateline(layout, capture))
    return Read((Article(layout, imprint.told(capture.told)),), problems)


def _dated(imprint: Imprint, found: FoundDate | None) -> Imprint:
    return replace(imprint, published=found.day, published_how=found.how) if found else imprint


def _date_by_search(tree: HtmlElement, capture: Capture) -> FoundDate | None:
    """htmldate's fast search of the page's own marks; it never looks at today, only at days up to the capture."""
    from htmldate import find_date

    latest = (capture.moment + timedelta(days=1)).date()
    written = find_date(
        tree, extensive_search=False, original_date=True, min_date=EARLIEST.isoformat(), max_date=latest.isoformat()
    )
    day = parse_day(written) if written else None
    return FoundDate(day, "page") if day and plausible(day, capture.moment) else None


def _dateline(layout: Layout, capture: Capture) -> FoundDate | None:
    return date_in_text(layout.text, capture.moment)
