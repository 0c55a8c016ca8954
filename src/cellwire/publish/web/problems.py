"""The one shape of an error: RFC 9457 problem details for programs, a page with the way out for people."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cellwire.errors import (
    BadOption,
    CellwireError,
    ContradictoryJudgement,
    InputError,
    NothingFound,
    NotReady,
    StoreError,
)
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
WAYS_OUT = {
    HTTPStatus.NOT_FOUND: "the lists stand under /api/v1",
    HTTPStatus.METHOD_NOT_ALLOWED: "read with GET",
    HTTPStatus.UNAUTHORIZED: "send the token as Authorization: Bearer …",
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
    return page(request, "problem.html", {"told": told}, status=status, headers=headers)


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
    way_out = WAYS_OUT.get(status, "")
    return refuse(
        request, status, thing=request.url.path, problem=str(error.detail), way_out=way_out, headers=error.headers
    )


def on_surprise(request: Request, _: Exception) -> Response:
    """Nothing of the inside is shown; the log has the trace. It passes no middleware, so it brings its own headers."""
    return refuse(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        problem="this should not have happened",
        way_out="the server's log says more",
        headers=HEADERS,
    )


def guard_of(request: Request) -> Guard:
    guard = request.app.state.guard
    assert isinstance(guard, Guard)
    return guard


def not_allowed(request: Request) -> Response:
    way_out = "sign in at /signin" if guard_of(request).token else "the desk runs without a token: it is read-only"
    return refuse(request, HTTPStatus.FORBIDDEN, thing=request.url.path, problem="you may not write", way_out=way_out)
