"""The lexicon's tables: what their rows are, and how data files are read into them."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

DATA = files("cellwire.lexicon") / "data"


@dataclass(frozen=True, slots=True)
class Term:
    """A chemistry or product: `exact` spellings keep their capitals, `broad` ones only hint ("battery" → cell)."""

    name: str
    spellings: tuple[str, ...]
    exact: tuple[str, ...] = ()
    broad: tuple[str, ...] = ()


@cache
def read_toml(path: str) -> dict[str, Any]:
    """A file of `data/`; what its keys mean, its first lines say."""
    return tomllib.loads((DATA / path).read_text("utf-8"))


def read_csv(path: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((DATA / path).read_text("utf-8").splitlines())


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _row(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}


def chemistries() -> Mapping[str, Term]:
    return MappingProxyType(
        {name: Term(name, **{"spellings": (), **_row(t)}) for name, t in read_toml("chemistries.toml").items()}
    )


def products() -> Mapping[str, Term]:
    """With "none": names that hold a product's name and mean something else."""
    table = {}
    for name, told in read_toml("products.toml").items():
        row = _row(told)
        table[name] = Term(name, row.get("head", ()), row.get("exact", ()), row.get("broad", ()))
    return MappingProxyType(table)
