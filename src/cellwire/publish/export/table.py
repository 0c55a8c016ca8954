"""What an exported table is: a name, its rows, and fields that say what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from cellwire.model import Record, Story

Cell = str | int | float | bool | date | None
Row = TypeVar("Row")
Row_contra = TypeVar("Row_contra", contravariant=True)  # a field of any plant is one of this plant


@dataclass(frozen=True, slots=True)
class Field(Generic[Row_contra]):
    """`type` is one of the Data Package standard: string, integer, number, boolean, date."""

    name: str
    type: str
    meaning: str
    cell: Callable[[Row_contra], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """`key` names the fields that tell rows apart, none where rows are tellings.

    `told` is the day a row was last told of: what `since` compares with.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    rows: Callable[[Record, Sequence[Story]], Iterable[Row]]
    told: Callable[[Row], date]
    fields: tuple[Field[Row], ...]

    def cells(self, record: Record, stories: Sequence[Story], since: date | None) -> Iterator[list[Cell]]:
        """The rows told on that day or later, a cell for each field."""
        for row in self.rows(record, stories):
            if since is None or self.told(row) >= since:
                yield [field.cell(row) for field in self.fields]

    @property
    def names(self) -> list[str]:
        return [field.name for field in self.fields]
