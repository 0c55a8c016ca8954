"""What the tables of the outlook say, column by column: two significant figures for people, all for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from cellwire.cli.asking import Layout
from cellwire.cli.laying.tables import Column

if TYPE_CHECKING:
    from cellwire.outlook import Assumption, Band, LeftOut, Need, Sum, Tranche

T = TypeVar("T")
Banded = Callable[[T], "Band"]


def _full(title: str, of: Banded[T]) -> tuple[Column[T], ...]:
    """The ends and the middle, as exact as they were worked out."""
    return (
        Column(f"{title} low", lambda thing: f"{of(thing).low:.10g}"),
        Column(title, lambda thing: f"{of(thing).middle:.10g}"),
        Column(f"{title} high", lambda thing: f"{of(thing).high:.10g}"),
    )


def _figure(value: float) -> str:
    from cellwire.outlook import two_figures

    return two_figures(value)


def _nothing(written: str) -> str:
    """A table of zeros is hard to read."""
    return "" if written == "0" else written


_SUMS: tuple[tuple[str, Banded[Sum]], ...] = (
    ("operating", lambda row: row.operating),
    ("building", lambda row: row.building),
    ("planned", lambda row: row.planned),
    ("rumoured", lambda row: row.rumoured),
    ("all", lambda row: row.announced),
    ("weighted", lambda row: row.weighted),
    ("by rule", lambda row: row.by_rule),
)


def sum_columns(by: str, layout: Layout) -> tuple[Column[Sum], ...]:
    key: Column[Sum] = Column(by, lambda row: row.key)
    plants: Column[Sum] = Column("plants", lambda row: str(row.plants), right=True, roomy=True)
    if layout is Layout.TABLE:
        return key, plants, *(_summed(title, of) for title, of in _SUMS)
    return key, plants, *(column for title, of in _SUMS for column in _full(title, of))


def _summed(title: str, of: Banded[Sum]) -> Column[Sum]:
    return Column(title, lambda row: _nothing(of(row).text), right=True)


def _start(tranche: Tranche) -> str:
    return f"{'' if tranche.start.told else '~'}{tranche.start.year}"


_TRANCHES: tuple[Column[Tranche], ...] = (
    Column("id", lambda row: row.id),
    Column("name", lambda row: f"{row.name}: {row.part}" if row.part else row.name),
    Column("start", _start, right=True),
    Column("GWh", lambda row: row.gwh.text, right=True),
    Column("status", lambda row: row.status),
    Column("weighted", lambda row: _figure(row.weighted.middle), right=True),
    Column("chemistry", lambda row: "" if row.chemistry == "not told" else row.chemistry, roomy=True),
    Column("notes", lambda row: ", ".join(row.notes), roomy=True),
)
_TRANCHES_IN_FULL: tuple[Column[Tranche], ...] = (
    Column("id", lambda row: row.id),
    Column("name", lambda row: row.name),
    Column("part", lambda row: row.part),
    Column("country", lambda row: row.country),
    Column("company", lambda row: row.company),
    Column("chemistry", lambda row: row.chemistry),
    Column("status", lambda row: row.status),
    *_full("gwh", lambda row: row.gwh),
    Column("firmness", lambda row: f"{row.firmness:.10g}"),
    *_full("weighted", lambda row: row.weighted),
    Column("start", lambda row: str(row.start.year)),
    Column("start told", lambda row: "true" if row.start.told else "false"),
    Column("start because", lambda row: row.start.because),
    Column("notes", lambda row: ", ".join(row.notes)),
)
TRANCHE_COLUMNS = {Layout.TABLE: _TRANCHES, Layout.CSV: _TRANCHES_IN_FULL, Layout.JSONL: _TRANCHES_IN_FULL}
LEFT_OUT_COLUMNS: tuple[Column[LeftOut], ...] = (
    Column("id", lambda row: row.id),
    Column("name", lambda row: row.name),
    Column("country", lambda row: row.country),
    Column("reason", lambda row: row.reason),
    Column("told", lambda row: f"{row.amount.text} {row.unit}" if row.amount else "", right=True),
)
_NEEDS: tuple[Column[Need], ...] = (
    Column("year", lambda row: str(row.year)),
    Column("material", lambda row: row.name),
    Column("low", lambda row: _figure(row.amount.low), right=True),
    Column("middle", lambda row: _figure(row.amount.middle), right=True),
    Column("high", lambda row: _figure(row.amount.high), right=True),
    Column("unit", lambda row: row.unit),
    Column("for GWh", lambda row: row.gwh.text, right=True),
)
_NEEDS_IN_FULL: tuple[Column[Need], ...] = (
    Column("year", lambda row: str(row.year)),
    Column("key", lambda row: row.key),
    Column("material", lambda row: row.material),
    Column("unit", lambda row: row.unit),
    *_full("amount", lambda row: row.amount),
    *_full("gwh", lambda row: row.gwh),
    *_full("gwh without a recipe", lambda row: row.without),
)
NEED_COLUMNS = {Layout.TABLE: _NEEDS, Layout.CSV: _NEEDS_IN_FULL, Layout.JSONL: _NEEDS_IN_FULL}
ASSUMPTION_COLUMNS: tuple[Column[Assumption], ...] = (
    Column("name", lambda row: row.name),
    Column("low", lambda row: f"{row.band.low:,.10g}", right=True),
    Column("middle", lambda row: f"{row.band.middle:,.10g}", right=True),
    Column("high", lambda row: f"{row.band.high:,.10g}", right=True),
    Column("unit", lambda row: row.unit),
    Column("mark", lambda row: row.mark),
    Column("source", lambda row: row.source),
)

Row = dict[int, "Need"]  # the years of one line
_LARGE = 10_000.0  # tonnes from which on a line is in thousands


def matrix(needs: Sequence[Need], by: str, names: Mapping[str, str]) -> tuple[list[Row], tuple[Column[Row], ...], str]:
    """A line for each material, or for each key and material, the largest first; a column for each year.

    Of one material alone its name and unit stand below the table: the third of what is given back.
    """
    lines: dict[tuple[str, str], Row] = {}
    for need in needs:
        lines.setdefault((need.key, need.material), {})[need.year] = need
    rows = [row for row in lines.values() if any(need.gwh.high for need in row.values())]
    columns: list[Column[Row]] = []
    if by != "year":
        rows.sort(key=lambda row: -max(need.amount.middle for need in row.values()))
        columns.append(Column("id" if names else by, lambda row: _any(row).key))
    if names:
        columns.append(Column("name", lambda row: names[_any(row).key]))
    longest = max(rows, key=lambda row: max(need.amount.high for need in row.values()))
    alone = len({need.material for need in needs}) == 1
    scale = (lambda row: _scale(longest)) if alone else _scale
    if not alone:
        columns.append(Column("material", lambda row: _any(row).name))
        columns.append(Column("unit", lambda row: _unit(row, scale(row))))
    told = f"{_any(longest).name} in {_unit(longest, scale(longest))}, low to high" if alone else "low to high"
    return rows, (*columns, *(_of_year(year, scale) for year in sorted({need.year for need in needs}))), told


def _any(row: Row) -> Need:
    return next(iter(row.values()))


def _of_year(year: int, scale: Callable[[Row], float]) -> Column[Row]:
    return Column(str(year), lambda row: _nothing((row[year].amount * scale(row)).text), right=True)


def _unit(row: Row, scale: float) -> str:
    return "kt" if scale < 1 else _any(row).unit


def _scale(row: Row) -> float:
    """Thousands where a line is long otherwise."""
    large = max(need.amount.high for need in row.values()) >= _LARGE
    return 0.001 if large and _any(row).unit == "t" else 1.0
