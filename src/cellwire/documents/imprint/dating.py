"""The day of a page whose marks tell none: in its address, its dateline, near its headline, or found by search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, takewhile
from operator import itemgetter

from lxml.etree import XPath
from lxml.html import HtmlElement, tostring

from cellwire.documents.body import cut_others
from cellwire.documents.decoding import load_tree
from cellwire.documents.imprint.dates import (
    EARLIEST,
    FoundDate,
    date_in_address,
    date_in_text,
    is_written,
    labelled_days,
    parse_day,
    parse_stamp,
    plausible,
    told_days,
    writes_day_first,
)
from cellwire.documents.imprint.language import language_of
from cellwire.documents.imprint.saying import Imprint
from cellwire.documents.layout import squeezed, word_count
from cellwire.model import Capture

_LABEL = 15  # words up to which a line may be a label
_LONGEST = 200  # characters of a line that is no paragraph
_STAMP = 9  # words up to which a line is a date with a name or a time of day
_AFTER = 40  # lines after a headline that may hold its day
_NEAR = 6  # the same where menus and marginal notes are not cut away: a day may stand in a row of links
_AFTER_HEADLINE = XPath("(//h1)[last()]/following::text()[not(parent::script or parent::style)]", smart_strings=False)
_VISIBLE = XPath("//body//text()[not(parent::script or parent::style)]", smart_strings=False)


def undeclared_date(markup: str, text: str, imprint: Imprint, capture: Capture) -> FoundDate | None:
    """The page is read anew, for pruning takes away the line that often holds the day."""
    address = imprint.url or capture.path or ""
    if found := date_in_address(address, capture.moment):
        return found
    tree = load_tree(markup)
    cut_others(tree)
    lines = visible_lines(tree)
    day_first = _day_first(text, imprint, address)
    if shown := _first(_labelled_or_near(tree, lines, imprint, day_first), capture):
        return shown
    if told := date_in_text(text, capture.moment):
        return told
    whole = load_tree(markup)
    in_row = islice(_days_near_headline(whole, visible_lines(whole), imprint.title or "", day_first, lines=_NEAR), 1)
    return _first((*in_row, *told_days(lines)), capture) or _date_by_search(whole, tree, capture, day_first)


def _first(days: Iterable[date], capture: Capture) -> FoundDate | None:
    day = next((day for day in days if plausible(day, capture.moment)), None)
    return FoundDate(day, "page") if day else None


def shown_date(markup: str, text: str, imprint: Imprint, capture: Capture) -> FoundDate | None:
    """The day by its label or near the headline of a page whose marks leave it open; a midnight in world time leaves
    open the next day only."""
    tree = load_tree(markup)
    cut_others(tree)
    day_first = _day_first(text, imprint, imprint.url or "")
    days = _labelled_or_near(tree, visible_lines(tree), imprint, day_first)
    if imprint.utc and imprint.published:
        days = (day for day in days if day - imprint.published == timedelta(days=1))
    return _first(days, capture)


def _day_first(text: str, imprint: Imprint, address: str) -> bool:
    return writes_day_first(imprint.language or language_of(text).words, address)


def _labelled_or_near(tree: HtmlElement, lines: list[str], imprint: Imprint, day_first: bool) -> Iterator[date]:
    yield from labelled_days(lines, day_first=day_first)
    yield from _days_near_headline(tree, lines, imprint.title or "", day_first)


def visible_lines(tree: HtmlElement, path: XPath = _VISIBLE) -> list[str]:
    return [line for words in path(tree) if (line := " ".join(words.split()))]


def _days_near_headline(
    tree: HtmlElement, shown: list[str], title: str, day_first: bool, *, lines: int = _AFTER
) -> Iterator[date]:
    """A day in a line of its own between the headline and the text: "Published", "26 November 2022, 08:05".

    A list of other articles may repeat the headline: the day next to it comes first.
    """
    headline = squeezed(title)
    starts = [number for number, line in enumerate(shown, 1) if title and squeezed(line) == headline]
    after = [shown[start:] for start in starts] or [visible_lines(tree, _AFTER_HEADLINE)]
    near = [
        (distance, day)
        for below in after
        for distance, line in enumerate(_before_prose(below[:lines]))
        if word_count(line) <= _STAMP and (day := parse_stamp(line, day_first=day_first))
    ]
    return (day for _, day in sorted(near, key=itemgetter(0)))


def _before_prose(lines: list[str]) -> list[str]:
    """The short lines up to the text; one paragraph between them may sum it up, with the day right below."""
    first = next((number for number, line in enumerate(lines) if len(line) > _LONGEST), len(lines))
    below = takewhile(lambda line: len(line) <= _LONGEST, lines[first + 1 : first + 4])
    return [*lines[:first], *below]


def _date_by_search(whole: HtmlElement, tree: HtmlElement, capture: Capture, day_first: bool) -> FoundDate | None:
    """htmldate's search: the quick one trusts the page's source, the thorough one only what its labels show.

    "The deal announced on 1 July 2021" dates the deal, so a day in prose is none of the page's.
    """
    from htmldate import find_date

    latest = (capture.moment + timedelta(days=1)).date().isoformat()
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
