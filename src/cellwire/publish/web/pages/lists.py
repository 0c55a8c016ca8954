"""The lists: a table with its filters, and of plants a map and a timeline too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from cellwire.errors import BadOption
from cellwire.model import GROUPS, Facility, PartialDate, facts_of
from cellwire.publish.export import Form
from cellwire.publish.view import Box, Shelf, Standing, ask, shelf_named
from cellwire.publish.web.api import answer, answer_rows, row_told
from cellwire.publish.web.asked import asking_of, check_known, filters_of, standing_of
from cellwire.publish.web.drawing import TIMELINE_ROWS, starts_of, world_map
from cellwire.publish.web.templating import page

PAGES = ("facilities", "deals", "companies", "rumours", "stories")
VIEWS = ("table", "map", "timeline")
ROWS = 50
WORLD = "-90,-180,90,180"  # a box that holds all plants
LISTED = 100  # plants that stand below a map by name
KNOWN = ("as_of", "sort", "limit", "after", "view")
Endpoint = Callable[[Request], Response]


def suffixes(name: str) -> tuple[str, ...]:
    return ("csv", "json", "geojson") if name == "facilities" else ("csv", "json")


def lister(name: str) -> Endpoint:
    shelf = shelf_named(name)

    def listed(request: Request) -> Response:
        check_known(request, (*KNOWN, *(each.name for each in shelf.filters)))
        standing = standing_of(request)
        view = _view(request, name)
        if view != "table":
            return _drawn(request, shelf, standing, view)
        found = ask(shelf, standing, asking_of(request, shelf, ROWS))
        told = {
            **_frame(request, shelf, standing),
            "rows": found.rows,
            "total": found.total,
            "next": address(request, after=found.after) if found.after else "",
            "view": view,
        }
        return page(request, f"{name}.html", told)

    return listed


def filer(name: str, suffix: str) -> Endpoint:
    """The same rows as a file: all that fit, not a page of them."""
    shelf = shelf_named(name)

    def filed(request: Request) -> Response:
        check_known(request, (*KNOWN, *(each.name for each in shelf.filters)))
        standing = standing_of(request)
        rows = shelf.fitting(standing, filters_of(request, shelf))
        cells = (shelf.cells(row, standing) for row in rows)
        if suffix == "json":
            return answer(request, standing.stamp, {"rows": [row_told(shelf.table, each, None) for each in cells]})
        return answer_rows(request, standing.stamp, shelf.table, cells, Form(suffix))

    return filed


def _view(request: Request, name: str) -> str:
    view = request.query_params.get("view") or "table"
    if view not in (VIEWS if name == "facilities" else VIEWS[:1]):
        raise BadOption("view", f"{view!r} is no way to look at {name}", f"known: {', '.join(VIEWS)}")
    return view


def _drawn(request: Request, shelf: Shelf[Any], standing: Standing, view: str) -> Response:
    plants: Sequence[Facility] = shelf.fitting(standing, filters_of(request, shelf))
    told = {**_frame(request, shelf, standing), "total": len(plants), "view": view}
    if view == "map":
        box = request.query_params.get("box")
        narrowed = bool(told["chosen"]) and box != WORLD
        drawn = world_map(plants, Box.of(box) if box and narrowed else None, near=narrowed)
        wide = None if set(told["chosen"]) == {"box"} else WORLD
        zoom = {"zoom": lambda box: address(request, box=box), "whole": address(request, box=wide) if narrowed else ""}
        return page(request, "map.html", {**told, **zoom, "drawing": drawn, "listed": LISTED})
    shown = {plant.id for plant in plants}
    started = [pair for pair in standing.once("starts", lambda: _started(standing)) if pair[0].id in shown]
    drawing = starts_of(started[:TIMELINE_ROWS]) if started else None
    return page(request, "timeline.html", {**told, "started": len(started), "drawing": drawing})


def _started(standing: Standing) -> list[tuple[Facility, PartialDate]]:
    """Plants with a start of production that somebody tells, as precise as it is told, earliest first."""
    found = [
        (plant, fact.value.when)
        for plant in standing.record.facilities
        for fact in [next((each for each in facts_of(plant) if each.attribute == "production_start"), None)]
        if fact and fact.value.when
    ]
    return sorted(found, key=lambda pair: (pair[1], pair[0].id))


def _frame(request: Request, shelf: Shelf[Any], standing: Standing) -> dict[str, Any]:
    """What every list shows around its rows."""
    return {
        "shelf": shelf,
        "chosen": filters_of(request, shelf),
        "groups": GROUPS,
        "files": [(suffix, f"{request.url.path}.{suffix}?{_query(request)}") for suffix in suffixes(shelf.name)],
        "views": {each: address(request, view=each, after=None) for each in VIEWS},
        "by": lambda field: address(request, sort=_turned(request, field), after=None),
        "sorting": request.query_params.get("sort", ""),
        "standing": standing,
    }


def _turned(request: Request, field: str) -> str:
    """The same field the other way round, where the list is sorted by it already."""
    return f"-{field}" if request.query_params.get("sort") == field else field


def _query(request: Request) -> str:
    return urlencode({name: value for name, value in request.query_params.items() if value and name not in KNOWN[1:]})


def address(request: Request, **other: str | None) -> str:
    """This page's address with other parameters; None takes one away."""
    asked = {**request.query_params, **other}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{request.url.path}?{query}" if query else request.url.path
