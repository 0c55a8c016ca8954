"""Values as people write them, never more precise than the source: "up to 12 GWh a year", "£450 million"."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from cellwire.model import PartialDate, Qualifier

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("cellwire.publish.brief.wording") / "phrases.toml").read_text("utf-8"))


def number(value: float) -> str:
    """Digits with commas; no decimal is added and none is lost."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0")


def scaled(value: float) -> str:
    """ "4.5 billion": the largest scale that needs no more than three decimals."""
    for name, scale in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        count = round(value / scale, 9)
        if count >= 1 and round(count, 3) == count:
            return f"{number(count)} {name}"
    return number(value)


def quantity(value: float, unit: str) -> str:
    """A number with its unit; a unit the table does not hold is printed as it is."""
    big = unit.startswith(("cells", "packs", "vehicles", "m2", "t")) and value >= 1e6
    return str(_words()["units"].get(unit, "{} " + unit.replace("/yr", " a year"))).format(
        scaled(value) if big else number(value)
    )


def money(amount: float, currency: str) -> str:
    return str(_words()["currencies"].get(currency, currency + " {}")).format(scaled(amount))


def cautious(printed: str, qualifier: Qualifier, quote: str) -> str:
    """A printed value behind its word of caution, in the sense the quote has it."""
    if qualifier is Qualifier.EXACT:
        return printed
    for word, pattern in _words()["qualifiers"][qualifier.value]:
        if re.search(pattern, quote, re.IGNORECASE):
            return f"{word} {printed}"
    return printed


def day(when: date, *, now: int | None = None) -> str:
    """ "9 December 2022"; without the year where it is `now`."""
    return f"{when.day} {MONTHS[when.month - 1]}" + ("" if when.year == now else f" {when.year}")


def bare_date(when: PartialDate, part: str | None, *, now: int) -> str:
    """A date without its preposition: "9 December", "June 2023", "early 2027", "the third quarter of 2025"."""
    detail = when.iso[5:]
    if len(detail) == 5:
        return day(when.first, now=now)
    if detail[:1] in {"Q", "H"}:
        return str(_words()["parts"][detail]).format(when.year)
    month = MONTHS[when.first.month - 1]
    coarse = (month if when.year == now else f"{month} {when.year}") if detail else str(when.year)
    return str(_words()["edges"].get(part or "", "{}")).format(coarse)


def preposition(when: PartialDate, part: str | None, *, written: str = "") -> str:
    """The source's own "by", "before", "after" or "around" where one stands before the date, else what people write."""
    if re.search(r"\b(?:as soon|as early) as(?: the)?(?: (?:end|start|beginning|middle) of)? *$", written, re.I):
        return "as early as"
    if kept := re.search(
        r"\b(by|before|after|around)(?: the)?(?: (?:end|start|beginning|middle) of)? *$", written, re.I
    ):
        return kept[1].lower()
    if when.to_the_day:
        return "on"
    return "at" if part == "end" and len(when.iso) in {4, 7} else "in"


def with_the(name: str) -> str:
    """ "the European Commission", but "CATL"; a ministry of a name like "Japan's Ministry" has its article already."""
    taken = name.lower().startswith("the ") or re.match(r"\S+[’']s ", name)
    return name if taken or not re.search(_words()["definite"], name) else f"the {name}"


_MANY = {"shares"}


def a_or_an(phrase: str) -> str:
    """ "an LFP plant", "a UK plant", "an 8 GWh plant", "a sodium-ion battery"; what is many has no article."""
    if phrase in _MANY:
        return phrase
    word = phrase.split(maxsplit=1)[0] if phrase.split() else ""
    if re.match(r"(8|11\b|18\b|11,|18,)", word):
        return f"an {phrase}"
    if re.match(r"[A-Z]{2,}", word):
        return f"{'an' if word[0] in 'AEFHILMNORSX' else 'a'} {phrase}"
    vowel = word[:1].lower() in "aeio" or (word[:1].lower() == "u" and not re.match(r"(?i)u(ni|s|k|til)", word))
    return f"{'an' if vowel else 'a'} {phrase}"
