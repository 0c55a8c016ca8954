"""Whether a quote says a date as precise as it is printed, given the day its article was published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from cellwire.model import PartialDate
from cellwire.publish.brief.check.tables import tables

# Days between a date and the article's, within which words like these leave no doubt which is meant
_LAST_MONTH = 62  # "next month"
_ON_MONDAY = 14
_ON_THE_14TH = 20  # without its month
_YESTERDAY = 2
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|['’](\d\d)\b|(?<=/)(\d\d)\b")


def says_date(when: PartialDate, quote: str, published: date | None, *, part: str | None = None) -> str:
    """What of the date the quote does not say; empty if it says all of it."""
    words = tables()["dates"]
    if part and not re.search(words[part if part in words else "end"], quote):
        return f"the quote does not say {part!r}"
    for component, says in _components(when):
        if not says(quote, when, published):
            return f"the quote does not say the {component} of {when}"
    return ""


def _components(when: PartialDate) -> Iterator[tuple[str, Callable[[str, PartialDate, date | None], bool]]]:
    detail = when.iso[5:]
    yield "year", _year
    if re.fullmatch(r"[QH]\d", detail):
        yield "part", _part_of_year
    elif detail:
        yield ("day", _day) if len(detail) == 5 else ("month", _month)


def _year(quote: str, when: PartialDate, published: date | None) -> bool:
    written = {int(full or 2000 + int(short or last)) for full, short, last in _YEAR.findall(quote)}
    if when.year in written:
        return True
    near = published is not None and abs(when.year - published.year) <= 1
    # "FY2025/26" aside, a year that nobody writes is that of the article or of its neighbours
    exact = len(when.iso) > 4
    return near and (exact or bool(re.search(tables()["dates"]["relative_year"], quote)))


def _part_of_year(quote: str, when: PartialDate, published: date | None) -> bool:
    words = tables()["dates"]
    label = when.iso[5:]
    if re.search(words[label], quote):
        return True
    months = [words["months"][month - 1] for month in range(when.first.month, when.last.month + 1)]
    return bool(re.search(rf"(?i)\b({'|'.join(months)})|(this|next|last|current|coming) (quarter|half)", quote))


def _month(quote: str, when: PartialDate, published: date | None) -> bool:
    month = tables()["dates"]["months"][when.first.month - 1]
    if re.search(rf"(?i)(?<![a-z]){month}[a-zäöü]*\b|(?<!\d)0?{when.first.month}[./-]|{when.first.month}月", quote):
        return True
    near = published is not None and abs((when.first - published.replace(day=1)).days) <= _LAST_MONTH
    return near and bool(re.search(tables()["dates"]["relative_month"], quote))


def _day(quote: str, when: PartialDate, published: date | None) -> bool:
    number = when.first.day
    if re.search(rf"(?<!\d)0?{number}(?:st|nd|rd|th)?(?!\d)", quote) and _month_or_near(quote, when, published):
        return True
    if published is None or abs((when.first - published).days) > _ON_MONDAY:
        return False
    weekday = tables()["dates"]["weekdays"][when.first.weekday()]
    if re.search(rf"(?i)\b(?:{weekday})", quote):
        return True
    close = abs(when.first - published) <= timedelta(days=_YESTERDAY)
    return close and bool(re.search(tables()["dates"]["relative_day"], quote))


def _month_or_near(quote: str, when: PartialDate, published: date | None) -> bool:
    """ "On the 14th" needs no month where the article is of the days around."""
    near = published is not None and abs((when.first - published).days) <= _ON_THE_14TH
    return near or _month(quote, when, published)
