"""Nouns of the record as cells and as JSON: what every table that leaves cellwire is made of."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from cellwire.model import PartialDate

# A spreadsheet runs a cell that begins like this as a formula; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def jsonable(thing: Any) -> Any:
    """A noun of the record as JSON: slots by name, days and partial days as they are written."""
    kind: Any = type(thing)
    if kind in _PLAIN:
        return thing
    if kind is tuple or kind is list:
        return [jsonable(each) for each in thing]
    if names := _slots(kind):
        return {name: jsonable(getattr(thing, name)) for name in names}
    if isinstance(thing, PartialDate):
        return thing.iso
    if isinstance(thing, Enum):
        return thing.value
    return thing.isoformat() if isinstance(thing, date) else thing


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _slots(kind: Any) -> tuple[str, ...]:
    """Of a noun, looked up once: an answer holds thousands of the same few kinds."""
    if struct_fields := getattr(kind, "__struct_fields__", None):
        return tuple(struct_fields)
    return () if issubclass(kind, PartialDate) or not is_dataclass(kind) else tuple(each.name for each in fields(kind))
