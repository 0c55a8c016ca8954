"""`cellwire outlook`: which capacity comes when, how firm it is, and what materials it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, AsOf, CompanyName, Country, Database, Format, Layout
from cellwire.cli.laying import (
    ASSUMPTION_COLUMNS,
    LEFT_OUT_COLUMNS,
    NEED_COLUMNS,
    TRANCHE_COLUMNS,
    entries_of,
    matrix,
    named,
    print_rows,
    sum_columns,
)
from cellwire.cli.printing import counted, out
from cellwire.errors import BadOption, FileUnreadable, reason_of
from cellwire.model import Facility, Known

if TYPE_CHECKING:
    from cellwire.outlook import Assumptions, LeftOut, Need, Outlook, Tranche

EXAMPLES = (
    "cellwire outlook",
    "cellwire outlook --by plant --country US",
    "cellwire outlook --materials --from 2026 --to 2030",
    "cellwire outlook --material nmp --recovery 98% --by company",
    "cellwire outlook --as-of 2022-12-10 --format csv > outlook.csv",
    "cellwire outlook --assumptions ours.toml --explain",
)
YEARS_AHEAD = 5
EMPTY = "No facilities yet: nothing that was read tells of any. To read more: cellwire import news/"
NONE_THEN = "No facilities by {}. Without --as-of what stands today is listed."
NOTHING = "No cell capacity to come in {}. Why not: cellwire outlook --left-out"
EXPLAINED = "what is left out: --left-out; where each number comes from: --explain"
NO_NEED = "Nothing is made in these years of which a recipe is known. What is counted: cellwire outlook --by plant"
NO_YEAR = "None of it starts in these years. Without --from and --to all years are listed."


def share(written: str | float) -> float:
    """0.98 or 98%."""
    told = str(written).strip()
    try:
        found = float(told.removesuffix("%")) / (100 if told.endswith("%") else 1)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise typer.BadParameter(f"{written!r} is no share; write it as 0.98 or 98%")
    return found


By = Annotated[
    str, typer.Option("--by", metavar="WHAT", help="Rows: year, country, company (its group), chemistry or plant.")
]
Materials = Annotated[bool, typer.Option("--materials", help="What materials the capacity takes a year.")]
OneMaterial = Annotated[
    str | None,
    typer.Option("--material", metavar="NAME", help="One of them, with its middle: nmp, cathode, graphite and so on."),
]
First = Annotated[
    int | None, typer.Option("--from", metavar="YEAR", help="The first year: of a start, or of what is made.")
]
Last = Annotated[int | None, typer.Option("--to", metavar="YEAR", help="The last year.")]
Recovery = Annotated[
    float | None,
    typer.Option("--recovery", metavar="SHARE", parser=share, help="Of the NMP that evaporates: 98% or 0.98."),
]
AsAnnounced = Annotated[bool, typer.Option("--as-announced", help="As if all came that is announced or reported.")]
OwnFile = Annotated[
    Path | None,
    typer.Option("--assumptions", metavar="FILE.toml", help="Numbers of your own in place of the known ones."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Print where each number comes from, and nothing else.")]
WhatIsLeft = Annotated[bool, typer.Option("--left-out", help="List what is not counted, and why.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a table is to hold, and how it is to be printed."""

    by: str
    first: int | None
    last: int | None
    as_announced: bool
    layout: Layout


def outlook(
    by: By = "year",
    materials: Materials = False,
    material: OneMaterial = None,
    first: First = None,
    last: Last = None,
    recovery: Recovery = None,
    as_announced: AsAnnounced = False,
    own: OwnFile = None,
    explain: Explain = False,
    left_out: WhatIsLeft = False,
    country: Country = None,
    company: CompanyName = None,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Work out which cell capacity comes when, how firm it is, and how many tonnes of each material it takes."""
    from cellwire.outlook import load_assumptions

    _check(by, first, last)
    asked = Asked(by, first, last, as_announced, layout)
    assumptions = load_assumptions(_read(own), name=str(own or ""), recovery=recovery)
    wanted = _materials(assumptions, material) if material or materials else []
    if explain:
        print_rows(assumptions.listed, ASSUMPTION_COLUMNS, layout=layout, empty="")
        _say(layout, *_marks())
        return
    every = entries_of(db, as_of, Facility)
    plants = [plant for plant in every if _fits(plant, country, company)]
    if not plants:
        print_rows([], LEFT_OUT_COLUMNS, layout=layout, empty=_empty(every, as_of))
        return
    seen = _look_ahead(plants, assumptions, as_of or max(plant.last_told for plant in every), asked)
    if left_out:
        print_rows(seen.left_out, LEFT_OUT_COLUMNS, layout=layout, empty="Nothing is left out.")
    elif not seen.tranches:
        empty = NOTHING.format(counted(len(plants), "facility", "facilities"))
        print_rows([], LEFT_OUT_COLUMNS, layout=layout, empty=empty)
    elif wanted:
        _print_needs(seen, assumptions, wanted, asked, matrix_wanted=not material or by != "year")
    else:
        _print_pipeline(seen, asked)


def _check(by: str, first: int | None, last: int | None) -> None:
    from cellwire.outlook import By

    if first and last and first > last:
        raise BadOption(f"--from {first}", f"lies behind --to {last}", "name an earlier year")
    if by not in set(By):
        raise BadOption(f"--by {by}", "is no way to add up", f"known: {', '.join(By)}")


def _read(own: Path | None) -> str:
    try:
        return own.read_text("utf-8") if own else ""
    except (OSError, UnicodeDecodeError) as problem:
        raise FileUnreadable(str(own), reason_of(problem), "name a TOML file") from problem


def _materials(assumptions: Assumptions, asked: str | None) -> list[str]:
    """Those whose name begins so: "nmp" asks for all of its kinds."""
    found = [id for id in assumptions.materials if not asked or id.startswith(asked.lower().replace(" ", "-"))]
    if not found:
        raise BadOption(f"--material {asked}", "is none that is known", f"known: {', '.join(assumptions.materials)}")
    return found


def _fits(plant: Facility, country: str | None, company: str | None) -> bool:
    return (country is None or plant.country == country) and (
        company is None or any(named(company, party.id, party.name) for party in plant.parties)
    )


def _empty(every: Sequence[Facility], as_of: date | None) -> str:
    if every:
        of = f"None of {len(every)} facilities fits" if len(every) > 1 else "The only facility does not fit"
        return f"{of}. Without a filter all are counted."
    return NONE_THEN.format(as_of) if as_of else EMPTY


def _look_ahead(plants: Sequence[Facility], assumptions: Assumptions, day: date, asked: Asked) -> Outlook:
    """From the day asked for, else from the last on which anything was told: the same record gives the same answer."""
    from cellwire.lexicon import load_lexicon
    from cellwire.outlook import look_ahead

    seen = look_ahead(plants, assumptions, day=day, known=Known(load_lexicon().organisations))
    if asked.as_announced:
        return replace(seen, tranches=tuple(replace(each, firmness=1.0) for each in seen.tranches))
    return seen


def _years(asked: Asked, day: date) -> range:
    begin = asked.first or min(day.year + 1, asked.last or day.year + 1)
    return range(begin, (asked.last or begin + YEARS_AHEAD - 1) + 1)


def _print_pipeline(seen: Outlook, asked: Asked) -> None:
    from cellwire.outlook import By, add_up, pipeline_by

    by, layout = By(asked.by), asked.layout
    years = range(asked.first or 0, (asked.last or 9999) + 1)
    tranches = [each for each in seen.tranches if each.start.year in years]
    if by is By.PLANT:
        tranches.sort(key=lambda each: (each.start.year, -each.weighted.middle, each.id, each.part))
        columns = TRANCHE_COLUMNS[layout]
        if layout is Layout.TABLE:  # what is told of none of them only takes room from the names
            columns = tuple(column for column in columns if any(column.cell(each) for each in tranches))
        print_rows(tranches, columns, layout=layout, empty=NO_YEAR)
    else:
        sums = pipeline_by(tranches, by)
        if layout is Layout.TABLE and len(sums) > 1:
            sums.append(add_up("all", tranches))
        print_rows(sums, sum_columns(by, layout), layout=layout, empty=NO_YEAR)
    if tranches:
        _say(
            layout,
            f"GWh of cells a year, seen from {seen.day}; weighted: by how firm each is",
            _about_starts(tranches, by),
            _about_what_is_left(seen.left_out),
            _about_cathode_plants(seen.left_out),
            EXPLAINED,
        )


def _about_starts(tranches: Sequence[Tranche], by: str) -> str:
    undated = sum(1 for each in tranches if not each.start.told)
    mark = "~: " if by == "plant" else "by rule: "
    return f"{mark}no source dates the start, a rule does ({undated} of {len(tranches)} tranches)" if undated else ""


def _about_what_is_left(left_out: Sequence[LeftOut]) -> str:
    no_cells = [each for each in left_out if each.reason.startswith("makes no cells")]
    silent = [each for each in left_out if each.reason == "no capacity told"]
    stopped = len(left_out) - len(no_cells) - len(silent)
    counts = {"without a capacity": len(silent), "that make no cells": len(no_cells), "stopped": stopped}
    told = ", ".join(f"{number} {why}" for why, number in counts.items() if number)
    return f"left out: {told}" if told else ""


def _about_cathode_plants(left_out: Sequence[LeftOut]) -> str:
    """Their tonnes go into cells that are counted where they are made."""
    from cellwire.outlook import two_figures

    told = [each.amount.middle for each in left_out if each.reason.endswith(": cathode") and each.amount]
    plants = counted(len(told), "cathode plant")
    return f"counted apart: {plants}, {two_figures(sum(told))} t a year told" if told else ""


def _print_needs(
    seen: Outlook, assumptions: Assumptions, wanted: Sequence[str], asked: Asked, *, matrix_wanted: bool
) -> None:
    from cellwire.outlook import KEYS, By, needs

    by, layout = By(asked.by), asked.layout
    key: Callable[[Tranche], str] = (lambda each: "") if by is By.YEAR else KEYS[by]
    found = needs(seen.tranches, assumptions, years=_years(asked, seen.day), materials=wanted, key=key)
    if not any(need.gwh.high for need in found):
        print_rows([], NEED_COLUMNS[layout], layout=layout, empty=NO_NEED)
        return
    if layout is Layout.TABLE and matrix_wanted:
        names = {each.id: each.name for each in seen.tranches} if by is By.PLANT else {}
        rows, columns, told = matrix(found, by, names)
        print_rows(rows, columns, layout=layout, empty="")
    else:
        told = "low, middle and high"
        print_rows(found, NEED_COLUMNS[layout], layout=layout, empty="")
    weighted = "as if all came" if asked.as_announced else "weighted by how firm each is"
    _say(layout, f"{told}, seen from {seen.day}, {weighted}", *_about_needs(seen, assumptions, found), EXPLAINED)


def _about_needs(seen: Outlook, assumptions: Assumptions, found: Sequence[Need]) -> Iterator[str]:
    if any(need.material.startswith("nmp") for need in found):
        recovery = assumptions.bands["solvent.recovery"]
        ends = dict.fromkeys(f"{100 * end:.4g}" for end in (recovery.low, recovery.high))
        yield f"NMP: {' to '.join(ends)} % recovered; first fills are not in it: no source tells them"
    if without := sorted({each.chemistry for each in seen.tranches if not each.recipes}):
        yield f"in no tonnage, since no recipe is known: {', '.join(without)}"


def _marks() -> list[str]:
    from cellwire.outlook import MARKS

    return [f"{mark}: {meaning}" for mark, meaning in MARKS.items()]


def _say(layout: Layout, *lines: str) -> None:
    """What a table needs to be understood; programs get rows alone."""
    if layout is Layout.TABLE:
        print()
        for line in filter(None, lines):
            print(fill(line, out().width, break_long_words=False, break_on_hyphens=False))
