"""Pages from templates: everything that comes from outside is text in them, never markup."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from cellwire import __version__
from cellwire.model import Entity, title_of
from cellwire.publish.brief import field_in_words
from cellwire.publish.taming import safe_url
from cellwire.publish.view import KINDS, key_of

AUTHOR = "cellwire_author"  # a cookie: who decided last from this browser


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("cellwire.publish.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": day,
        "words": field_in_words,
        "link": link,
        "title_of": title_of,
        "safe_url": safe_url,
        "key_of": key_of,
    }
    made.globals |= {"version": __version__}
    return made


def page(
    request: Request,
    template: str,
    told: Mapping[str, Any],
    *,
    status: HTTPStatus = HTTPStatus.OK,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    asked = dict(request.query_params)
    author = unquote(request.cookies.get(AUTHOR, ""))
    seen = {
        "author": author,
        "request": request,
        "asked": asked,
        "as_of": asked.get("as_of", ""),
        "path": request.url.path,
    }
    signed_in = getattr(request.state, "session", None)
    body = environment().get_template(template).render(**seen, session=signed_in, carry=_carrying(asked), **told)
    return HTMLResponse(body, int(status), dict(headers or {}))


def _carrying(asked: Mapping[str, str]) -> str:
    """What a link takes along: the day that is looked from."""
    return "?" + urlencode({"as_of": asked["as_of"]}) if asked.get("as_of") else ""


@lru_cache(20_000)
def day(told: date | datetime | None) -> str:
    return f"{told.day} {told:%B %Y}" if told else "no date"


def link(thing: Entity) -> str:
    return f"/{KINDS[type(thing)]}/{thing.id}"
