"""The day a page was published: several places may say it, and the most deliberate one wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

EARLIEST = date(1995, 1, 1)


@dataclass(frozen=True, slots=True)
class FoundDate:
    day: date
    how: str


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ISO = re.compile(
    r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)|(?<!\d)(?P<y2>\d{4})(?P<m2>\d\d)(?P<d2>\d\d)(?=T|\b)"
)
_YEAR = r"\s+(?P<y>\d{4})\b"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?{_YEAR}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]+{_MONTH},?[\s-]*{_YEAR[3:]}", re.IGNORECASE)
_IN_PATH = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)


def parse_day(words: str) -> date | None:
    """A full date written in words or digits, as the place it names has it; anything coarser or ambiguous is no day."""
    if iso := _ISO.search(words):
        return _day(iso["y"] or iso["y2"], iso["m"] or iso["m2"], iso["d"] or iso["d2"])
    if named := _named(words):
        return _day(named["y"], str(_MONTHS.index(named["month"].lower()[:3]) + 1), named["d"])
    return None


def _named(words: str) -> re.Match[str] | None:
    return _MONTH_FIRST.search(words) or _DAY_FIRST.search(words)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def plausible(day: date | None, captured: datetime) -> bool:
    """News is not older than the web and not from after its capture (a day's grace for time zones)."""
    return day is not None and EARLIEST <= day <= captured.date() + timedelta(days=1)


def first_plausible(candidates: Iterable[FoundDate | None], captured: datetime) -> FoundDate | None:
    return next((found for found in candidates if found and plausible(found.day, captured)), None)


def date_in_address(address: str, captured: datetime) -> FoundDate | None:
    """A full day in a URL or file name: /2022/12/09/, 2022-12-09, 20221209."""
    days = (_day(found["y"], found["m"], found["d"]) for found in _IN_PATH.finditer(address))
    return first_plausible((FoundDate(day, "url") for day in days if day), captured)


# What follows a dateline's date: a dash, an agency in brackets, a time of day, or nothing.
# "On December 9, 2022, the firm …" dates what happened, not the text.
_AFTER = re.compile(r"\s*(?:[-–—|/·(:)\]*]|,?\s*\d{1,2}[:.]\d\d|$)")
_BEFORE = frozenset({"published", "posted", "updated", "date", "released", "issued", "last", "on", "of", "de", "la"})


def date_in_text(text: str, captured: datetime) -> FoundDate | None:
    """The dateline of the first lines ("LONDON, Dec. 9, 2022 – …", "Published 9 December 2022")."""
    for line in text[:1500].split("\n")[:12]:
        found = _named(line.strip()[:100])
        if found and _AFTER.match(line.strip(), found.end()) and _leads(line.strip()[: found.start()]):
            day = parse_day(found[0])
            if day and plausible(day, captured):
                return FoundDate(day, "text")
    return None


def _leads(before: str) -> bool:
    """What may stand before a dateline's date: a place in a few capitalised words, or "published"."""
    words = re.findall(r"[\w.'’-]+", before)
    return len(words) <= 6 and all(word[:1].isupper() or word.lower() in _BEFORE for word in words)


def is_written(day: date, source: str) -> bool:
    """Whether a source shows this very day; 12/9/2022 may be two days and shows neither."""
    y, m, d = str(day.year), f"0?{day.month}", f"0?{day.day}"
    forms = [
        rf"{y}[-/.]{m}[-/.]{d}(?!\d)",
        rf"{y}{day:%m%d}",
        rf"{y}\s?年\s?{m}\s?月\s?{d}\s?日",
        rf"(?<!\d){d}\.\s?{m}\.\s?{y}",
    ]
    forms += [
        rf"(?<!\d){d}(?:st|nd|rd|th)?\.?[\s-](?:de )?[^\W\d]{{3,10}}\.?,?[\s-](?:de )?{y}",
        rf"{day:%b}[a-z]{{0,6}}\.?\s{d}(?:st|nd|rd|th)?,?\s{y}",
    ]
    if day.day > 12 or day.day == day.month:
        forms += [rf"(?<!\d){d}[/-]{m}[/-]{y}", rf"(?<!\d){m}[/-]{d}[/-]{y}"]
    return re.search("|".join(forms), source, re.IGNORECASE) is not None
