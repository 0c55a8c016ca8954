"""What a tracker's columns mean: a TOML file that its user writes once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cellwire.errors import BadOption
from cellwire.model import STAGES, Kind

SLOTS = ("name", "company", "place", "country", "product", "status", "capacity", "start", "money", "jobs")
_TABLES = {"columns", "separators", "units", "status", "default"}
_KEYS = {"name", "published", "url"}
EXAMPLE = '[columns] company = "Owner", place = "City", country = "Country"'


@dataclass(frozen=True, slots=True)
class Columns:
    """`columns` leads from a slot to the columns that hold it; `status` from the tracker's words to stages."""

    name: str  # how the tracker is cited
    columns: Mapping[str, tuple[str, ...]]
    published: date | None = None  # the day of which it speaks
    url: str | None = None
    separators: tuple[str, ...] = ("/", ";")  # between companies of one cell
    units: Mapping[str, str] = field(default_factory=dict)  # of bare numbers: capacity, money
    status: Mapping[str, str] = field(default_factory=dict)
    default: Mapping[str, str] = field(default_factory=dict)  # for rows that leave a slot empty


def read_columns(written: str, path: str) -> Columns:
    """Refuses what it does not know: a slot that is misspelt would be silently left out."""
    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as problem:
        raise BadOption(path, f"is no TOML ({problem})", f"write {EXAMPLE}") from problem
    if unknown := sorted(set(told) - _TABLES - _KEYS):
        raise BadOption(path, f"{', '.join(unknown)} has no meaning", f"known: {', '.join(sorted(_TABLES | _KEYS))}")
    columns = {slot: _several(column) for slot, column in told.get("columns", {}).items()}
    if unknown := sorted({*columns, *told.get("default", {}), *told.get("units", {})} - set(SLOTS)):
        raise BadOption(path, f"{', '.join(unknown)} is no slot", f"known: {', '.join(SLOTS)}")
    if "company" not in columns or not {"place", "country"} & set(columns):
        raise BadOption(path, "does not say which columns hold the company and the place", f"write {EXAMPLE}")
    stages = STAGES[Kind.FACILITY]
    given = [*told.get("status", {}).values(), *filter(None, [told.get("default", {}).get("status")])]
    if unknown := sorted(set(given) - set(stages)):
        raise BadOption(path, f"{', '.join(unknown)} is no status of a plant", f"known: {', '.join(stages)}")
    if not isinstance(told.get("name"), str) or not told["name"].strip():
        raise BadOption(path, "has no name of the tracker", 'write name = "Plant list"')
    return Columns(
        name=told["name"].strip(),
        columns=columns,
        published=_day(told.get("published"), path),
        url=told.get("url"),
        separators=tuple(told.get("separators", {}).get("company", ("/", ";"))),
        units=told.get("units", {}),
        status={word.casefold(): stage for word, stage in told.get("status", {}).items()},
        default=told.get("default", {}),
    )


def _several(column: Any) -> tuple[str, ...]:
    return (column,) if isinstance(column, str) else tuple(column)


def _day(given: object, path: str) -> date | None:
    if given is None or type(given) is date:
        return given
    raise BadOption(path, f"published = {given!r} is no day", "write published = 2024-05-01")
