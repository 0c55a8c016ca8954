"""The day of a page whose marks tell none: in its address, its dateline, near its headline, or found by search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile
from urllib.parse import urlsplit

from lxml.html import HtmlElement, tostring

from cellwire.documents.body import cut_others
from cellwire.documents.dates import (
    EARLIEST,
    FoundDate,
    date_in_address,
    date_in_text,
    is_written,
    labelled_days,
    parse_day,
    plausible,
    told_days,
    writes_day_first,
)
from cellwire.documents.imprint import Imprint
from cellwire.documents.language import language_of
from cellwire.documents.layout import word_count
from cellwire.model import Capture

_LABEL = 15  # words up to which a line may be a label
_STAMP = 8  # words up to which a line is a date with a name or a time of day
_AFTER_HEADLINE = "(//h1)[last()]/following::text()[not(ancestor::script or ancestor::style)]"
_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style)]"


def undeclared_date(markup: str, text: str, imprint: Imprint, capture: Capture) -> FoundDate | None:
    """The page is read anew, for pruning takes away the line that often holds the day."""
    from trafilatura import load_html

    address = imprint.url or capture.path or ""
    if found := date_in_address(address, capture.moment) or date_in_text(text, capture.moment):
        return found
    tree = load_html(markup)
    cut_others(tree)
    lines = visible_lines(tree)
    language = imprint.language or language_of(text).words
    day_first = writes_day_first(language, urlsplit(address).hostname or "")
    days = (
        *labelled_days(lines, day_first=day_first),
        *_days_near_headline(tree, lines, imprint.title or "", day_first),
        *told_days(lines),
    )
    day = next((day for day in days if plausible(day, capture.moment)), None)
    return FoundDate(day, "page") if day else _date_by_search(markup, tree, capture, day_first)


def visible_lines(tree: HtmlElement, path: str = _VISIBLE) -> list[str]:
    return [line for words in tree.xpath(path) if (line := " ".join(words.split()))]


def _days_near_headline(tree: HtmlElement, lines: list[str], title: str, day_first: bool) -> Iterator[date]:
    """A day in a line of its own between the headline and the text: "Published", "26 November 2022, 08:05"."""
    starts = [number for number, line in enumerate(lines, 1) if title and _folded(line) == _folded(title)]
    for after in [lines[start:] for start in starts] or [visible_lines(tree, _AFTER_HEADLINE)]:
        for line in takewhile(lambda line: len(line) <= 200, after[:40]):
            day = parse_day(line, day_first=day_first) if word_count(line) <= _STAMP else None
            if day:
                yield day


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()


def _date_by_search(markup: str, tree: HtmlElement, capture: Capture, day_first: bool) -> FoundDate | None:
    """htmldate's search: the quick one trusts the page's source, the thorough one only what its labels show.

    "The deal announced on 1 July 2021" dates the deal, so a day in prose is none of the page's.
    """
    from htmldate import find_date
    from trafilatura import load_html

    latest = (capture.moment + timedelta(days=1)).date().isoformat()
    whole = load_html(markup)
    labels = "\n".join(line for line in visible_lines(tree) if word_count(line) <= _LABEL)
    for extensive, source in ((False, tostring(tree, encoding="unicode")), (True, labels)):
        written = find_date(
            whole,
            extensive_search=extensive,
            original_date=True,
            min_date=EARLIEST.isoformat(),
            max_date=latest,
        )
        day = parse_day(written) if written else None
        if day and plausible(day, capture.moment) and is_written(day, source, day_first=day_first):
            return FoundDate(day, "page")
    return None
