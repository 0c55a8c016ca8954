"""Answers of the API: JSON with an ETag, and rows in the form the address ends in."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cellwire import __version__
from cellwire.errors import BadOption
from cellwire.publish.export import MEDIA, PUTS, Cell, Form, Table, said_in


def etag_of(request: Request, stamp: str) -> str:
    """Changes whenever the answer can change: made of the store's stamp, the program's version and what was asked."""
    asked = f"{__version__} {stamp} {request.url.path}?{request.url.query}"
    return f'"{sha256(asked.encode()).hexdigest()[:20]}"'


def is_known(request: Request, etag: str) -> bool:
    """Whether the one who asks already has this answer."""
    known = request.headers.get("if-none-match", "")
    return known.strip() == "*" or etag in {each.strip().removeprefix("W/") for each in known.split(",")}


def answer(request: Request, stamp: str, told: Any) -> Response:
    etag = etag_of(request, stamp)
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(json.dumps(told, ensure_ascii=False), 200, headers, "application/json")


def answer_rows(request: Request, stamp: str, table: Table[Any], rows: Iterable[list[Cell]], form: Form) -> Response:
    """The rows' cells as a file of that form; the same record gives the same bytes."""
    etag = etag_of(request, stamp)
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    file = io.StringIO()
    PUTS[form](file, table, rows)
    headers["Content-Disposition"] = f'attachment; filename="{table.name}.{form}"'
    return Response(file.getvalue(), 200, headers, MEDIA[form])


def row_told(table: Table[Any], cells: list[Cell], fields: Sequence[str] | None) -> dict[str, Cell]:
    """A row as JSON, empty cells left out; only the fields asked for, where some are."""
    told = said_in(table, cells)
    return told if fields is None else {name: told[name] for name in fields if name in told}


def fields_of(request: Request, table: Table[Any]) -> list[str] | None:
    written = request.query_params.get("fields")
    if not written:
        return None
    asked = written.split(",")
    for name in asked:
        if name not in table.names:
            raise BadOption("fields", f"{table.name} have no field {name!r}", f"known: {', '.join(table.names)}")
    return asked
