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


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` is how many of the dimension's base unit one is; `exact` spellings keep their capitals."""

    name: str
    dimension: str
    factor: float
    spellings: tuple[str, ...]
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """How a text says "per year": words after the unit, words before the number."""

    name: str
    after: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """`shared` lists the symbols and words that other currencies use too; `countries` say where they mean this one."""

    code: str
    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    cjk: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A word that multiplies the number before it; `attached` forms stand directly behind the digits."""

    name: str
    factor: float
    spellings: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    cjk: tuple[str, ...] = ()


@cache
def read_toml(path: str) -> dict[str, Any]:
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


def units() -> Mapping[str, Unit]:
    return MappingProxyType({name: Unit(name, **_row(told)) for name, told in read_toml("units.toml")["unit"].items()})


def rates() -> Mapping[str, Rate]:
    return MappingProxyType({name: Rate(name, **_row(told)) for name, told in read_toml("units.toml")["rates"].items()})


def joined_units() -> Mapping[str, str]:
    """One word that holds unit and rate: "ktpa" → "kt/yr"."""
    return MappingProxyType(read_toml("units.toml")["joined"])


def currencies() -> Mapping[str, Currency]:
    return MappingProxyType({code: Currency(code, **_row(told)) for code, told in read_toml("currencies.toml").items()})


def scales() -> Mapping[str, Scale]:
    return MappingProxyType({name: Scale(name, **_row(told)) for name, told in read_toml("scales.toml").items()})
