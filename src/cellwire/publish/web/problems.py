"""The one shape of an error: RFC 9457 problem details for programs, a page with the way out for people."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from cellwire.errors import (
    BadOption,
    CellwireError,
    ContradictoryJudgement,
    InputError,
    NothingFound,
    NotReady,
    StoreError,
)
from cellwire.publish.logbook import REQUEST
from cellwire.publish.web.guard import HEADERS, Guard
from cellwire.publish.web.templating import page

MEDIA_TYPE = "application/problem+json"
RETRY = "3"  # seconds
STATUSES: tuple[tuple[type[CellwireError], HTTPStatus], ...] = (
    (NothingFound, HTTPStatus.NOT_FOUND),
    (BadOption, HTTPStatus.BAD_REQUEST),
    (InputError, HTTPStatus.BAD_REQUEST),
    (ContradictoryJudgement, HTTPStatus.CONFLICT),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
)
HEADINGS = {  # of pages for people
    HTTPStatus.BAD_REQUEST: "This cannot be asked for",
    HTTPStatus.FORBIDDEN: "You may not write here",
    HTTPStatus.NOT_FOUND: "There is nothing here",
}
WAYS_OUT = {
    HTTPStatus.NOT_FOUND: "the lists stand under /api/v1",
    HTTPStatus.METHOD_NOT_ALLOWED: "ask in a way that Allow names",
    HTTPStatus.UNAUTHORIZED: "send the token as Authorization: Bearer …",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "shorten the reason, or decide less at once",
}


def status_of(error: CellwireError) -> HTTPStatus:
    return next((status for kind, status in STATUSES if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)


def shape(status: HTTPStatus, thing: str, problem: str, way_out: str) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": f"{thing}: {problem}" if thing else problem,
        "thing": thing,
        "way_out": way_out,
    }


def wants_json(request: Request) -> bool:
    return request.url.path.startswith("/api") or request.url.path.endswith((".json", ".csv", ".geojson"))


def refuse(
    request: Request, status: HTTPStatus, *, thing: str = "", problem: str, way_out: str = "", headers: Any = None
) -> Response:
    """An answer that says no, in the form that was asked for."""
    told = shape(status, thing, problem, way_out)
    if wants_json(request):
        return JSONResponse(told, int(status), headers, MEDIA_TYPE)
    heading = HEADINGS.get(status, status.phrase)
    return page(request, "problem.html", {"told": told, "heading": heading}, status=status, headers=headers)


def on_cellwire_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, CellwireError)
    return refuse(request, status_of(error), thing=error.thing, problem=error.problem, way_out=error.way_out)


def on_not_ready(request: Request, error: Exception) -> Response:
    """A page that looks again by itself; a program is told when to."""
    assert isinstance(error, NotReady)
    told = {"Retry-After": RETRY, "Cache-Control": "no-store"}
    status = HTTPStatus.SERVICE_UNAVAILABLE
    if wants_json(request):
        return refuse(request, status, thing=error.thing, problem=error.problem, way_out=error.way_out, headers=told)
    return page(request, "waiting.html", {"what": error.thing}, status=status, headers={**told, "Refresh": RETRY})


def on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    way_out, headers = WAYS_OUT.get(status, ""), error.headers
    if status is HTTPStatus.NOT_FOUND and not wants_json(request):
        way_out = "look for it by its name, above"
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"Allow": ", ".join(_methods(request))}
    return refuse(request, status, thing=request.url.path, problem=str(error.detail), way_out=way_out, headers=headers)


def _methods(request: Request) -> list[str]:
    """By which the address can be asked: what reads and what writes are routes of their own."""
    routes = [route for route in request.app.routes if isinstance(route, Route)]
    here = [route for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    return sorted({method for route in here for method in route.methods or ()})


def on_surprise(request: Request, _: Exception) -> Response:
    """Nothing of the inside is shown; the log has the trace. It passes no middleware, so it brings its own headers."""
    id = REQUEST.get()
    return refuse(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        problem="this should not have happened",
        way_out=f"the server's log says more, under request {id}",
        headers={**HEADERS, "X-Request-ID": id},
    )


def guard_of(request: Request) -> Guard:
    guard = request.app.state.guard
    assert isinstance(guard, Guard)
    return guard


def not_allowed(request: Request) -> Response:
    """Who sends no token, or a wrong one, is told which one is missing; a desk without one takes none."""
    status, headers = HTTPStatus.FORBIDDEN, dict[str, str]()
    if not guard_of(request).token:
        way_out = "start it with CELLWIRE_TOKEN set: without a token the desk is read-only"
    elif wants_json(request):
        status, headers = HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"}
        way_out = WAYS_OUT[status]
    else:
        way_out = "sign in at /signin"
    problem = "you may not write"
    return refuse(request, status, thing=request.url.path, problem=problem, way_out=way_out, headers=headers)
