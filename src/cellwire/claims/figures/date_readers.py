"""What each written form of a date means, against the day of publication where it is told so."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from cellwire.claims.figures.asked import Asked, Read, count_of, month_iso, month_number, year_of
from cellwire.claims.figures.counted_on import counted_on
from cellwire.claims.figures.date_forms import BEFORE_DATE, WEEKDAYS
from cellwire.claims.figures.quarters import half_of, opening_of, quarter_of
from cellwire.claims.figures.units import unit_spellings
from cellwire.lexicon import regex

_YEAR_BEFORE = regex(
    r"\b(?:in|by|since|until|till|from|before|after|during|through|throughout|between|of|around|early|mid|late|end|to|for|and|as"
    r"|year|fy|fiscal|calendar|spring|summer|autumn|winter|fall|compared|versus|vs|than|over|on)[ -]$"
)
_NO_YEAR_BEFORE = regex(
    r"(?:[$€£¥₩₹#@=_/\\]|\b(?:model|page|room|no\.?|number|route|flight|highway|suite|version|iso|rfc)[ -]"
    r"|(?<![a-z])(?!(?:mid|end|pre|post|late|early|start)-$)[a-z]+-)$"
)
_NO_YEAR_BEHIND = regex(r"(?:[.,][0-9]|s\b|['’]s\b|[-/]?(?:[0-9]|[a-z])|:[0-9]|\+|%| ?%)")
_WORD_BEHIND = regex(r" ([A-Za-z][\w-]*)")


def _iso(asked: Asked) -> list[Read]:
    year, *rest = (int(number) for number in re.findall(r"[0-9]+", asked.matched[0]))
    return [Read("-".join([str(year), *(f"{number:02}" for number in rest)]))]


def _figures(asked: Asked) -> list[Read]:
    """Day and month in figures, where it is certain which is which: 31.12.2022, 12/25/2022; not 09/12/2022."""
    first, second, year = (int(number) for number in re.findall(r"[0-9]+", asked.matched[0]))
    if "." in asked.matched[0] or first > 12 or first == second:
        return [Read(f"{year}-{second:02}-{first:02}")]
    return [Read(f"{year}-{first:02}-{second:02}")] if second > 12 else []


def _day_month(asked: Asked) -> list[Read]:
    group = asked.matched.lastgroup or ""
    prefix = "dm" if group == "daymonth" else "md"
    month, day = month_number(asked[f"{prefix}_month"]), int(asked[f"{prefix}_day"] or 0)
    if not 1 <= day <= 31:
        return []
    year, relative = year_of(asked[f"{prefix}_year"], asked.published)
    if asked[f"{prefix}_year"]:
        return [Read(f"{year}-{month:02}-{day:02}", relative)] if year else []
    if asked.published is None:
        return []
    ahead = asked.looks_ahead()
    if asked.low.endswith(("effective ", "payable "), 0, asked.matched.start()):
        ahead = True
    if prefix == "md" and asked["md_own"]:
        ahead = "next" in (asked["md_own"] or "")
    resolved = _nearest_day(month, day, asked.published, ahead)
    return [Read(resolved.isoformat(), True, ahead)] if resolved else []


def _nearest_day(month: int, day: int, published: date, ahead: bool | None) -> date | None:
    """The latest such day up to the publication, the next one for what is to come; whatever the tense, that of the
    same year if it is weeks away."""
    try:
        years = {shift: date(published.year + shift, month, day) for shift in (-1, 0, 1)}
    except ValueError:  # 29 February, 31 June
        return None
    if abs((years[0] - published).days) <= _NEAR_DAYS:
        return years[0]
    if ahead:
        return years[0] if years[0] >= published else years[1]
    past = years[0] if years[0] <= published + timedelta(days=1) else years[-1]
    if ahead is None and (published - past).days > 300:
        return years[0] if past.year != published.year else years[1]
    return past


_NEAR_DAYS = 90


def _month_year(asked: Asked) -> list[Read]:
    year, relative = year_of(asked["my_year"], asked.published)
    return [Read(f"{year}-{month_number(asked['my_month']):02}", relative)] if year else []


def _months(asked: Asked) -> list[Read]:
    """ "April to June 2023": both; the first one's words run to the year."""
    first, last = (f"{asked['ms_year']}-{month_number(asked[group]):02}" for group in ("ms_month", "ms_last"))
    return [Read(first), Read(last, start=asked.matched.start("ms_last"))]


def _season(asked: Asked) -> list[Read]:
    """Only the year: spring is not the same months everywhere."""
    year, relative = year_of(asked["s_year"], asked.published)
    if year:
        return [Read(str(year), relative)]
    own, published = asked["s_own"], asked.published
    if published is None or "winter" in asked.matched[0]:
        return []
    if own is None:
        return _season_alone(asked, published)
    if own.startswith("this"):
        return [Read(str(published.year), True)]
    first = _SEASONS[asked["s_name"] or ""]
    if own == "last" and published.month < first:
        return [Read(str(published.year - 1), True)]
    if own == "next" and published.month >= first:
        return [Read(str(published.year + 1), True)]
    return []  # of this year or another, the words do not say


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}  # the month each begins in, in most texts
_BEFORE_SEASON = frozenset({"in", "by", "from", "for", "until", "till", "before", "during", "since", "of"})


def _is_alone(asked: Asked) -> bool:
    return asked.matched.start() == 0 and asked.matched.end() == len(asked.low)


def _season_alone(asked: Asked, published: date) -> list[Read]:
    """ "In the autumn", of the year that the tense tells; "the fall of prices" is no season."""
    around = BEFORE_DATE.search(asked.low, max(0, asked.matched.start() - 40), asked.matched.start())
    led = around is not None and (around["preposition"] in _BEFORE_SEASON or around["part"])
    named = asked.piece[asked.matched.start()].isupper()  # "in Spring Hill"
    if named or not (led or _is_alone(asked)) or asked.low.startswith((" of ", " in ", " from "), asked.matched.end()):
        return []
    ahead, first = asked.looks_ahead(), _SEASONS[asked["s_name"] or ""]
    if ahead is None:
        return []
    if ahead:
        year = asked.year_after(first)
        return [
            Read(str(year or published.year + (published.month >= first + 3)), True, True, counted=year is not None)
        ]
    return [Read(str(published.year - (published.month < first)), True, False)]


def _own_year(asked: Asked) -> list[Read]:
    if asked["oy_year"]:
        return [Read(asked["oy_year"])]
    written = asked.matched[0]
    if asked.published is None:
        return []
    if written == "the year":
        around = BEFORE_DATE.search(asked.low, max(0, asked.matched.start() - 24), asked.matched.start())
        if around is None or not around["part"]:
            return []
    shift = 2 if "after next" in written else {"next": 1, "last": -1}.get(written.split()[0], 0)
    return [Read(str(asked.published.year + shift), True)]


def _day(asked: Asked) -> list[Read]:
    if asked.published is None or asked.low.endswith(" of ", 0, asked.matched.start()):
        return []  # "the jobs of tomorrow"
    shift = {"yesterday": -1, "tomorrow": 1}.get(asked.matched[0], 0)
    return [Read((asked.published + timedelta(days=shift)).isoformat(), True)]


def _weekday(asked: Asked) -> list[Read]:
    published, own = asked.published, asked["w_own"] or ""
    if published is None or asked.low.endswith((" a ", "every ", "each "), 0, asked.matched.start()):
        return []
    back = (published.weekday() - WEEKDAYS.index(asked["w_day"] or "")) % 7
    ahead = None if own else asked.looks_ahead()
    if not own and asked.low.endswith(("as soon as ", "as early as ", "no later than "), 0, asked.matched.start()):
        ahead = True
    if own in ("next", "coming", "this coming") or (ahead and back):  # the day of the news is never a week ahead
        return [Read((published + timedelta(days=7 - back)).isoformat(), True, ahead)]
    if own in ("last", "this past"):
        back = back or 7
    return [Read((published - timedelta(days=back)).isoformat(), True, ahead)]


def _stretch(asked: Asked) -> list[Read]:
    """A month or quarter; of a week only the month, and only if the whole week lies in it."""
    published, own, unit = asked.published, asked["st_own"] or "", asked["st_unit"]
    if published is None:
        return []
    shift = {"next": 1, "last": -1}.get(own, 0)
    if unit == "month":
        return [Read(month_iso(published, shift), True)]
    if unit == "quarter":
        moved = month_iso(published, 3 * shift)
        return [Read(f"{moved[:4]}-Q{(int(moved[5:]) + 2) // 3}", True)]
    monday = published - timedelta(days=published.weekday() - 7 * shift)
    sunday = monday + timedelta(days=6)
    return [Read(monday.isoformat()[:7], True)] if monday.month == sunday.month else []


def _ago(asked: Asked) -> list[Read]:
    if asked.published is None or asked.low.endswith(
        ("than ", "over ", "least ", "half ", "-"), 0, asked.matched.start()
    ):
        return []
    return [Read(iso, True) for iso in _shifted(asked.published, -count_of(asked["a_count"]), asked["a_unit"] or "")]


def _ahead(asked: Asked) -> list[Read]:
    """ "within 18 months" always, "in two years" only of what will be: "in two years output doubled" is a stretch."""
    if asked.published is None:
        return []
    how, count, unit = asked["ah_how"], count_of(asked["ah_count"]), asked["ah_unit"] or ""
    certain = bool(asked["ah_time"]) or how == "within"
    ahead = None if certain else asked.looks_ahead()
    if (not certain and not ahead) or (how == "in" and (asked["ah_next"] or "").startswith("the")):
        return []
    months = {"month": count, "year": 12 * count}.get(unit)
    return [Read(iso, True, ahead, months) for iso in _shifted(asked.published, count, unit)]


def _shifted(day: date, count: int, unit: str) -> list[str]:
    if unit == "year":
        return [str(day.year + count)]
    if unit == "month":
        return [month_iso(day, count)]
    if unit == "day":
        return [(day + timedelta(days=count)).isoformat()]
    middle = day + timedelta(days=7 * count)
    around = {(middle + timedelta(days=shift)).isoformat()[:7] for shift in (-3, 3)}
    return sorted(around) if len(around) == 1 else []


def _day_number(asked: Asked) -> list[Read]:
    """ "on the 14th": of this month if it has come, else of the last one."""
    published, day = asked.published, int(asked["dn_day"] or 0)
    if published is None or not 1 <= day <= 31:
        return []
    shift = {"next": 1, "last": -1}.get(asked["dn_own"] or "", 0)
    if asked["dn_own"] is None and day > published.day:
        shift = -1
    return [Read(f"{month_iso(published, shift)}-{day:02}", True)]


_TILL = frozenset(
    {"by", "until", "till", "before", "no later than", "starting", "as early as", "as soon as", "through"}
)
_LASTING = frozenset({"until", "till", "through"})
_BEFORE_NAMES = frozenset({"and", "for", "to", "of", "by", "with"})
_SURNAME = regex(r" [A-Z][a-z]")


def _month(asked: Asked) -> list[Read]:
    """A month alone, where a preposition or "last" makes sure it is one."""
    published, own, name = asked.published, asked["m_own"] or "", asked["m_month"] or ""
    at = asked.matched.start("m_month")
    if published is None or not asked.piece[at].isupper():
        return []
    around = BEFORE_DATE.search(asked.low, max(0, at - 40), at)
    if not (own or _is_alone(asked) or (around and (around["preposition"] or around["part"]))):
        return []
    preposition = around["preposition"] if around else None
    if preposition in _BEFORE_NAMES and _SURNAME.match(asked.piece, asked.matched.end()):
        return []  # "by April Hughes"
    month = month_number(name)
    ahead = {"next": True, "this coming": True, "last": False, "this past": False}.get(own)
    if own == "this":
        return [Read(f"{published.year}-{month:02}", True)]
    if ahead is None and preposition == "since":
        ahead = False
    if ahead is None:
        ahead = asked.looks_ahead()
        lasts = preposition in _LASTING and (month - published.month) % 12 in (1, 2)  # whatever the tense
        if lasts or (ahead is None and preposition in _TILL):
            ahead = True
    if ahead and (after := asked.year_after(month)):
        return [Read(f"{after}-{month:02}", True, ahead, counted=True)]
    if ahead:
        year = published.year + (month < published.month)
    else:
        year = published.year - (month > published.month or (own == "last" and month == published.month))
    return [Read(f"{year}-{month:02}", True, ahead)]


def _year(asked: Asked) -> list[Read]:
    if not _is_year(asked):
        return []
    first, last = asked["y_first"] or "", asked["y_last"]
    if last is None:
        return [Read(first)]
    start = asked.matched.start("y_first")
    if len(last) == 4:
        if last <= first:
            return []
        return [Read(first, end=start + 4), Read(last, start=asked.matched.start("y_last"))]
    if int(last) == (int(first) + 1) % 100:
        return [Read(first), Read(str(int(first) + 1))]
    return [Read(first)] if last > first[2:] else []


# "three sizes, |2032, 2025 and 2016|": of coin cells
_SIZES_BEFORE = regex(r"\bsizes\b(?:(?!\b(?:in|by|from|since|until|of|during|after|before)\b)[^.;]){0,60}$")


def _is_year(asked: Asked) -> bool:
    """Whether four figures are a year: "in 2025", not "2025 GWh", "2000 jobs", "Model 2022" or "a 2017 Leaf"."""
    low, start, end = asked.low, asked.matched.start("y_first"), asked.matched.end()
    if not 1900 <= int(asked["y_first"] or 0) <= 2099 or _NO_YEAR_BEFORE.search(low, max(0, start - 12), start):
        return False
    behind = _NO_YEAR_BEHIND.match(low, end)
    if behind and not behind[0].startswith(("'s", "’s")):
        return False
    if _SIZES_BEFORE.search(low, max(0, start - 80), start):
        return False
    preposition = asked.matched.start() < start or bool(_YEAR_BEFORE.search(low, max(0, start - 16), start))
    unit = unit_spellings().match(asked.piece, low, end + (low[end : end + 1] in " -" if end < len(low) else 0))
    if unit and (not unit[0].whole or not preposition) and unit[0].dimension != "time":
        return False
    if preposition or asked["y_last"]:
        return True
    following = _WORD_BEHIND.match(asked.piece, end)
    if following is None or following[1].lower() in ("and", "to", "or", "the", "was", "is", "will"):
        return True
    return not (following[1][0].isupper() or (following[1].endswith("s") and int(asked["y_first"] or 0) % 100 == 0))


def _short_fiscal(asked: Asked) -> list[Read]:
    return [Read(f"20{asked['sf_year']}")]


READERS: dict[str, Callable[[Asked], list[Read]]] = {
    "iso": _iso,
    "figures": _figures,
    "daymonth": _day_month,
    "monthday": _day_month,
    "monthyear": _month_year,
    "months": _months,
    "quarter": quarter_of,
    "half": half_of,
    "opening": opening_of,
    "season": _season,
    "ownyear": _own_year,
    "day": _day,
    "weekday": _weekday,
    "stretch": _stretch,
    "ago": _ago,
    "ahead": _ahead,
    "countedon": counted_on,
    "daynumber": _day_number,
    "month": _month,
    "year": _year,
    "shortfiscal": _short_fiscal,
}
