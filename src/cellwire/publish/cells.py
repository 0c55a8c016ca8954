"""Nouns of the record as cells and as JSON: what every table that leaves cellwire is made of."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from cellwire.model import PartialDate, Span

# A spreadsheet runs a cell that begins like this as a formula; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def jsonable(thing: Any) -> Any:
    """A noun of the record as JSON: slots by name, days and partial days as they are written."""
    if isinstance(thing, PartialDate):
        return thing.iso
    if isinstance(thing, Span):
        return {"start": thing.start, "end": thing.end}
    if is_dataclass(thing):
        return {field.name: jsonable(getattr(thing, field.name)) for field in fields(thing)}
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, (tuple, list)):
        return [jsonable(each) for each in thing]
    return thing
