"""The day a page was published: several places may say it, and the most deliberate one wins."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

EARLIEST = date(1995, 1, 1)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """`utc` marks a moment told in world time, which leaves the outlet's own day open; `midnight` one on the full
    hour: a page that knows the day only tells its own midnight so."""

    day: date
    how: str
    utc: bool = False
    midnight: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    """A day and the characters that tell it."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Forms:
    """`dates.toml`, read once."""

    months: dict[str, int]
    labels: re.Pattern[str]
    day_first_english: frozenset[str]
    day_first_hosts: frozenset[str]


@cache
def _forms() -> _Forms:
    table = tomllib.loads((files("cellwire.documents.imprint") / "dates.toml").read_text("utf-8"))
    months = {name: int(number) for number, names in table["months"].items() for name in names}
    labels = "|".join(re.escape(label) for label in sorted(table["published"]["labels"], key=len, reverse=True))
    return _Forms(
        months,
        re.compile(rf"\W*(?:{labels})\s*[:：]?\s*(?:(?:on|am|le|el|il|op)\s+)?", re.IGNORECASE),
        frozenset(table["order"]["day_first_english"]),
        frozenset(table["order"]["day_first_hosts"]),
    )


_ISO = re.compile(
    r"(?<!\d)(?P<y>\d{4})(?:-|\s?[/.]\s?|\s?[年년]\s?)(?P<m>\d\d?)(?:-|\s?[/.]\s?|\s?[月월]\s?)(?P<d>\d\d?)(?!\d)"
    r"|(?<!\d)(?P<y2>\d{4})(?P<m2>\d\d)(?P<d2>\d\d)(?=T|\b)"
)
_UTC = re.compile(r"\d{4}-?\d\d-?\d\dT(?P<time>[\d:.]+)(?:Z|[+-]00:?00)\s*$")
_FULL_HOUR = re.compile(r"(?!00)\d\d:?00(?::?00(?:\.0+)?)?")
_WORD = r"(?P<month>[^\W\d_]{3,14})"
_MONTH_FIRST = re.compile(rf"\b{_WORD}\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?{_WORD}\.?,?[\s-]*(?:/\s*[^\W\d_]+\s+)?(?:del?\s+)?(?P<y>\d{{4}})\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d\d)(?:\W+\d\d[:.]\d\d.{0,5})?")
_SLASHED = re.compile(r"(?<![\d/])(?P<one>\d{1,2})[/-](?P<two>\d{1,2})[/-](?P<y>\d{4})(?![\d/])")
_IN_PATH = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/(?P<y2>(?:19|20)\d\d)/(?P<m2>[1-9]|1[0-2])/(?P<d2>[1-9]|[12]\d|3[01])/"
    r"|(?<!\d)(?P<d3>1[3-9]|2\d|3[01])[-.](?P<m3>0[1-9]|1[0-2])[-.](?P<y3>(?:19|20)\d\d)(?!\d)"
)


def parse_day(words: str, *, day_first: bool = False) -> date | None:
    """A full date written in words or digits, as the place it names has it; anything coarser is no day.

    12/9/2022 is one only where the language writes the day first, or where one number can be no month.
    """
    if iso := _ISO.search(words):
        return _day(iso["y"] or iso["y2"], iso["m"] or iso["m2"], iso["d"] or iso["d2"])
    if named := _named(words):
        return named.day
    if dotted := _DOTTED.search(words):
        return _day(dotted["y"], dotted["m"], dotted["d"])
    if slashed := _SLASHED.search(words):
        return _slashed(slashed, day_first)
    return None


def parse_stamp(line: str, *, day_first: bool = False) -> date | None:
    """The day in a line that is little else; there a year may have two figures: "28.09.19, 12:44"."""
    short = _SHORT_YEAR.fullmatch(line)
    day = _day(f"20{short['y']}", short["m"], short["d"]) if short else None
    return day or parse_day(line, day_first=day_first)


def _slashed(found: re.Match[str], day_first: bool) -> date | None:
    days = (_day(found["y"], found["two"], found["one"]), _day(found["y"], found["one"], found["two"]))
    if days[0] and days[1] and days[0] != days[1]:
        return days[0] if day_first else None
    return days[0] or days[1]


def writes_day_first(language: str, address: str) -> bool:
    """Whether 3/12/2022 is in December; English leaves it open, unless its variety, which may be the first part of
    the address's path (/en-gb/), or the host are of a country that does."""
    said, parts, forms = language.lower().replace("_", "-"), urlsplit(address), _forms()
    if not said.startswith("en"):
        return True
    varieties = {said, parts.path.lower().partition("/")[2].partition("/")[0]}
    return (
        bool(varieties & forms.day_first_english) or (parts.hostname or "").rpartition(".")[2] in forms.day_first_hosts
    )


def _named(words: str) -> _Written | None:
    """The first day whose month is named, in any of the languages of `dates.toml`."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for found in pattern.finditer(words):
            month = _forms().months.get(found["month"].lower())
            day = _day(found["y"], str(month), found["d"]) if month else None
            if day:
                return _Written(day, found.start(), found.end())
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def found_day(how: str, written: str | None) -> FoundDate | None:
    """The day that a mark of a page tells, and whether it tells it in world time."""
    day = parse_day(written) if written else None
    moment = _UTC.search(written or "")
    return FoundDate(day, how, bool(moment), bool(moment and _FULL_HOUR.fullmatch(moment["time"]))) if day else None


def plausible(day: date | None, captured: datetime) -> bool:
    """News is not older than the web and not from after its capture (a day's grace for time zones)."""
    return day is not None and EARLIEST <= day <= captured.date() + timedelta(days=1)


def first_plausible(candidates: Iterable[FoundDate | None], captured: datetime) -> FoundDate | None:
    return next((found for found in candidates if found and plausible(found.day, captured)), None)


def published_day(marks: Iterable[FoundDate | None], address: FoundDate | None, captured: datetime) -> FoundDate | None:
    """The first mark's day, unless the address or another mark knows better.

    A page that was dated anew keeps the day in its address, so the earlier of the two holds. A moment in world time
    may be another day where the outlet sits: the address, or a mark with a time zone of its own, tells which.
    """
    said = (mark for mark in marks if mark and plausible(mark.day, captured))
    first = next(said, None)
    if first is None:
        return None
    if address and (address.day < first.day - timedelta(days=1) or (first.utc and _next_to(address, first))):
        return address
    local = (mark for mark in said if not mark.utc and mark.how != "time" and _next_to(mark, first))
    return next(local, first) if first.utc else first


def _next_to(one: FoundDate, other: FoundDate) -> bool:
    return abs(one.day - other.day) == timedelta(days=1)


def date_in_address(address: str, captured: datetime) -> FoundDate | None:
    """A full day in a URL or file name: /2022/12/09/, 2022-12-09, 20221209."""
    days = (
        _day(*(found[part] or found[f"{part}2"] or found[f"{part}3"] for part in "ymd"))
        for found in _IN_PATH.finditer(address)
    )
    return first_plausible((FoundDate(day, "url") for day in days if day), captured)


# What follows a dateline's date: a dash, an agency in brackets, a time of day, or nothing.
# "On December 9, 2022, the firm …" dates what happened, not the text.
_LED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?=\s*[-–—|:„“\"])")  # "01.02.2022 – …"
_AFTER = re.compile(r"\s*(?:[-–—|/·(:)\]*]|,?\s*\d{1,2}[:.]\d\d|$)")
_BEFORE = frozenset({"published", "posted", "updated", "date", "released", "issued", "last", "on", "of", "de", "la"})


def date_in_text(text: str, captured: datetime) -> FoundDate | None:
    """The dateline of the first lines ("LONDON, Dec. 9, 2022 – …", "Published 9 December 2022")."""
    for line in text[:1500].split("\n")[:12]:
        figures = _LED.match(line.strip())
        day = parse_day(figures[0]) if figures else None
        if day and plausible(day, captured):
            return FoundDate(day, "text")
        found = _named(line.strip()[:100])
        if not found or not plausible(found.day, captured):
            continue
        if _AFTER.match(line.strip(), found.end) and _leads(line.strip()[: found.start]):
            return FoundDate(found.day, "text")
    return None


def _leads(before: str) -> bool:
    """What may stand before a dateline's date: a place in a few capitalised words, or "published"."""
    words = re.findall(r"[\w.'’-]+", before)
    return len(words) <= 6 and all(word[:1].isupper() or word.lower() in _BEFORE for word in words)


_SAYS_WHEN = re.compile(
    r"\b(?:published|posted|veröffentlicht|erschienen|geschrieben|publi(?:ée?|cado|cada|cato)|gepubliceerd|publicerad)\b",
    re.IGNORECASE,
)


def told_days(lines: Iterable[str]) -> Iterator[date]:
    """Days in a line that says when it was written: "This entry was posted on Saturday, December 3rd, 2011 at …"."""
    for line in lines:
        if len(line) <= 200 and _SAYS_WHEN.search(line) and (found := _named(line)):
            yield found.day


def labelled_days(lines: Iterable[str], *, day_first: bool) -> Iterator[date]:
    """Days behind "Published:" and its like, in the label's own line or the next."""
    waiting = False
    for line in lines:
        label = _forms().labels.match(line)
        rest = line[label.end() :] if label else line if waiting else ""
        day = parse_day(rest[:40], day_first=day_first) if len(line) <= 120 and rest[:1].strip() else None
        if day:
            yield day
        waiting = bool(label) and not rest.strip(" :|") if line.strip() else waiting


def is_written(day: date, source: str, *, day_first: bool = False) -> bool:
    """Whether a source shows this very day; 12/9/2022 may be two days and then shows neither."""
    y, m, d = str(day.year), f"0?{day.month}", f"0?{day.day}"
    forms = [
        rf"{y}[-/.]{m}[-/.]{d}(?!\d)",
        rf"{y}{day:%m%d}",
        rf"{y}\s?[年년]\s?{m}\s?[月월]\s?{d}\s?[日일]",
        rf"(?<!\d){d}\.\s?{m}\.\s?(?:{y}|{y[2:]}(?!\d))",
    ]
    if day_first or day.day > 12 or day.day == day.month:
        forms.append(rf"(?<!\d){d}[/-]{m}[/-]{y}")
    if day.day > 12 or day.day == day.month:
        forms.append(rf"(?<!\d){m}[/-]{d}[/-]{y}")
    if re.search("|".join(forms), source):
        return True
    names = "|".join(re.escape(name) for name, number in _forms().months.items() if number == day.month)
    named = (
        rf"(?<!\d){d}(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de )?(?:{names})\.?,?[\s-]+(?:del? )?{y}"
        rf"|\b(?:{names})\.?\s{d}(?:st|nd|rd|th)?,?\s{y}"
    )
    return re.search(named, source, re.IGNORECASE) is not None
