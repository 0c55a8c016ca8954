"""Nouns of the record as cells and as JSON: what every table that leaves cellwire is made of."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from cellwire.model import PartialDate, slots_of

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
    if kind is PartialDate:
        return thing.iso
    if names := slots_of(kind):
        return {name: jsonable(getattr(thing, name)) for name in names}
    if isinstance(thing, Enum):
        return thing.value
    return thing.isoformat() if isinstance(thing, date) else thing


_PLAIN = frozenset((str, int, float, bool, type(None)))
