"""The outlook's page: which capacity comes when, how firm it is, and what materials it takes."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from cellwire.errors import BadOption
from cellwire.lexicon import load_lexicon
from cellwire.model import Known
from cellwire.outlook import (
    MARKS,
    Assumptions,
    By,
    Need,
    Outlook,
    add_up,
    load_assumptions,
    look_ahead,
    needs,
    pipeline_by,
)
from cellwire.publish.view import Standing
from cellwire.publish.web.asked import as_of, check_known, standing_of
from cellwire.publish.web.templating import page

YEARS_AHEAD = 5
WAYS = tuple(by for by in By if by is not By.PLANT)  # plants stand below, each in a row


def outlook(request: Request) -> Response:
    check_known(request, ("as_of", "by", "recovery"))
    standing, by = standing_of(request), _by(request)
    assumptions = load_assumptions(recovery=_recovery(request))
    if not standing.record.facilities:
        return page(request, "outlook.html", {"seen": None})
    moment = as_of(request)
    day = moment.date() if moment else max(plant.last_told for plant in standing.record.facilities)
    seen = standing.once("outlook", lambda: _seen(standing, day))
    years = range(day.year + 1, day.year + 1 + YEARS_AHEAD)
    told = {
        "by": by,
        "ways": WAYS,
        "sums": [*pipeline_by(seen.tranches, by), add_up("all", seen.tranches)],
        "tranches": sorted(
            seen.tranches, key=lambda each: (each.start.year, -each.weighted.middle, each.id, each.part)
        ),
        "names": {each.id: each.name for each in seen.tranches},
        "years": years,
        "lines": _lines(seen, assumptions, years),
        "without": sorted({each.chemistry for each in seen.tranches if not each.recipes}),
        "numbers": assumptions.listed,
        "marks": MARKS,
    }
    return page(request, "outlook.html", {"seen": seen, **told})


def _by(request: Request) -> By:
    asked = request.query_params.get("by") or By.YEAR
    if asked not in WAYS:
        raise BadOption("by", f"{asked!r} is no way to add up", f"known: {', '.join(WAYS)}")
    return By(asked)


def _recovery(request: Request) -> float | None:
    """In per cent, as people speak of it."""
    asked = request.query_params.get("recovery")
    if not asked:
        return None
    try:
        share = float(asked.strip().removesuffix("%")) / 100
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise BadOption("recovery", f"{asked!r} is no share in per cent", "write it as 98")
    return share


def _seen(standing: Standing, day: date) -> Outlook:
    known = Known(load_lexicon().organisations)
    return look_ahead(standing.record.facilities, load_assumptions(), day=day, known=known)


def _lines(seen: Outlook, assumptions: Assumptions, years: range) -> list[list[Need]]:
    """A line for each material, with its years."""
    found = needs(seen.tranches, assumptions, years=years, materials=assumptions.materials)
    return [[need for need in found if need.material == id] for id in assumptions.materials]
