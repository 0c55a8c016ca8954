"""What a request asks for, in the view's words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from cellwire.errors import BadOption
from cellwire.publish.view import LIMIT, Asking, Order, Shelf, Shelving, Standing, day_of, end_of


def shelving_of(request: Request) -> Shelving:
    shelving = request.app.state.shelving
    assert isinstance(shelving, Shelving)
    return shelving


def standing_of(request: Request) -> Standing:
    return shelving_of(request).standing(as_of(request))


def as_of(request: Request) -> datetime | None:
    """The end of the day that is looked from: what was captured on it counts."""
    return moment_of(request, "as_of")


def moment_of(request: Request, name: str) -> datetime | None:
    written = request.query_params.get(name)
    return end_of(day_of(name, written)) if written else None


def check_known(request: Request, known: Collection[str]) -> None:
    """A parameter with no meaning here is refused: a misspelt filter that is passed over would lie."""
    by_program = request.url.path.startswith("/api")
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise BadOption(name, "has no meaning here", f"known: {', '.join(sorted(known))}")
        if "\x00" in value:
            raise BadOption(name, "holds a character no name has", "leave it out")
        if not value and by_program:  # a form sends its empty fields too
            raise BadOption(name, "is empty", "give it a value, or leave it out")
    names = list(request.query_params.keys())
    if len(names) != len(request.query_params.multi_items()):
        raise BadOption("parameters", "one of them is given twice", "give each once")


def filters_of(request: Request, shelf: Shelf[Any]) -> dict[str, str]:
    """The filters that are not empty: an empty field of a form asks for nothing."""
    return {each.name: value for each in shelf.filters if (value := request.query_params.get(each.name))}


def asking_of(request: Request, shelf: Shelf[Any], limit: int = LIMIT) -> Asking:
    sort = request.query_params.get("sort")
    return Asking(
        filters_of(request, shelf),
        Order.of(sort) if sort else None,
        limit_of(request, limit),
        request.query_params.get("after"),
    )


async def body_of(request: Request, most: int) -> bytes:
    """What was sent; what is longer than anything that can be meant is refused unread."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            raise HTTPException(status, f"more than {most} bytes", {"Connection": "close"})
    return body


def limit_of(request: Request, default: int = LIMIT, name: str = "limit") -> int:
    written = request.query_params.get(name) or str(default)
    if not (written.isascii() and written.isdecimal() and len(written) < 8):
        raise BadOption(name, f"{written!r} is no number of rows", "write it as 100")
    return int(written)
