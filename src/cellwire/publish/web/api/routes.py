"""The addresses of the API: lists, single entries, and what stands behind an entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cellwire import __version__
from cellwire.errors import BadOption, NothingFound
from cellwire.model import Judgement, Story, title_of
from cellwire.publish.cells import jsonable
from cellwire.publish.export import FACILITIES, Form
from cellwire.publish.view import (
    KINDS,
    SHELVES,
    Decision,
    Search,
    Shelf,
    StoryFound,
    Window,
    ask,
    check_limit,
    stories_found,
    stretch_of,
    window_of,
)
from cellwire.publish.web.api.answering import answer, answer_rows, fields_of, row_told
from cellwire.publish.web.asked import (
    as_of,
    asking_of,
    body_of,
    check_known,
    filters_of,
    limit_of,
    moment_of,
    shelving_of,
    standing_of,
)
from cellwire.publish.web.problems import guard_of, not_allowed

ROOT = "/api/v1"
MOST_DECISIONS = 100  # at once
MOST_BYTES = 200_000  # of a body that decides
ASKED = 20  # questions of a page, each with both sides' quotes
FOUND, MOST_FOUND = 20, 100  # rows of a search: by default, and at the most
WITHIN = ("names", "quotes")  # what a search looks through
PAGING = ("as_of", "sort", "limit", "after", "fields")


def api_routes() -> list[Route]:
    """All read but one, which takes the token. A list is also served as a file, under its name with a suffix."""
    routes = [Route(ROOT, index)]
    for shelf in SHELVES:
        routes.append(Route(f"{ROOT}/{shelf.name}", lister(shelf)))
        routes += [Route(f"{ROOT}/{shelf.name}.{form}", filer(shelf, form)) for form in forms_of(shelf)]
        routes.append(Route(f"{ROOT}/{shelf.name}/{{id}}", finder(shelf)))
    return [
        *routes,
        Route(f"{ROOT}/developments", developments),
        Route(f"{ROOT}/changes", changes),
        Route(f"{ROOT}/judgements", judgements),
        Route(f"{ROOT}/judgements", decide, methods=["POST"]),
        Route(f"{ROOT}/questions", questions),
        Route(f"{ROOT}/sources", sources),
        Route(f"{ROOT}/search", search),
        Route(f"{ROOT}/quote", quote),
    ]


def forms_of(shelf: Shelf[Any]) -> tuple[Form, ...]:
    return (Form.CSV, Form.JSONL, *((Form.GEOJSON,) if shelf.table is FACILITIES else ()))


def index(request: Request) -> Response:
    """What there is, and where."""
    check_known(request, ("as_of",))
    standing = standing_of(request)
    lists = {shelf.name: {"href": f"{ROOT}/{shelf.name}", "rows": len(shelf.rows(standing))} for shelf in SHELVES}
    told = {"version": __version__, "stamp": standing.stamp, "description": f"{ROOT}/openapi.json", "lists": lists}
    return answer(request, standing.stamp, told)


Endpoint = Callable[[Request], Response]


def lister(shelf: Shelf[Any]) -> Endpoint:
    def listed(request: Request) -> Response:
        check_known(request, (*PAGING, *(each.name for each in shelf.filters)))
        standing = standing_of(request)
        page = ask(shelf, standing, asking_of(request, shelf))
        fields = fields_of(request, shelf.table)
        told = {
            "rows": [row_told(shelf.table, shelf.cells(row, standing), fields) for row in page.rows],
            "total": page.total,
            "next": _next(request, after=page.after),
        }
        return answer(request, standing.stamp, told)

    return listed


def _next(request: Request, **place: str | None) -> str | None:
    if None in place.values():
        return None
    return f"{request.url.path}?{urlencode({**request.query_params, **place})}"


def filer(shelf: Shelf[Any], form: Form) -> Endpoint:
    """All rows that fit, not a page of them."""

    def filed(request: Request) -> Response:
        check_known(request, ("as_of", *(each.name for each in shelf.filters)))
        standing = standing_of(request)
        rows = shelf.fitting(standing, filters_of(request, shelf))
        cells = (shelf.cells(row, standing) for row in rows)
        return answer_rows(request, standing.stamp, shelf.table, cells, form)

    return filed


def finder(shelf: Shelf[Any]) -> Endpoint:
    def found(request: Request) -> Response:
        check_known(request, ("as_of",))
        standing, id = standing_of(request), request.path_params["id"]
        thing = standing.by_id.get(id)
        if thing is None or KINDS[type(thing)] != shelf.name:
            raise NothingFound(
                id, f"none of the {shelf.name} has this id", f"they are listed under {ROOT}/{shelf.name}"
            )
        return answer(request, standing.stamp, jsonable(thing))

    return found


def developments(request: Request) -> Response:
    """What each document tells of a story."""
    check_known(request, ("as_of", "story"))
    standing, id = standing_of(request), request.query_params.get("story", "")
    story = standing.by_id.get(id)
    if not isinstance(story, Story):
        raise NothingFound(id or "story", "no story has this id", f"they are listed under {ROOT}/stories")
    told = shelving_of(request).holdings.developments(story.developments)
    return answer(request, standing.stamp, {"rows": jsonable(list(told.values()))})


def changes(request: Request) -> Response:
    """What the record tells otherwise than before a day."""
    check_known(request, ("as_of", "since"))
    since = moment_of(request, "since")
    if since is None:
        raise BadOption("since", "is missing", "write it as 2022-12-11")
    found = shelving_of(request).changes(since, as_of(request))
    return answer(request, found.stamp, {"rows": jsonable(list(found.value))})


def judgements(request: Request) -> Response:
    """Who decided what, and why, oldest first."""
    check_known(request, ())
    holdings = shelving_of(request).holdings
    return answer(request, holdings.stamp(), {"rows": [_judgement(each) for each in holdings.judgements()]})


async def decide(request: Request) -> Response:
    """Judgements, all or none, and what they changed. With `preview` what they would change; nothing is kept."""
    if not guard_of(request).may_write(request):
        return not_allowed(request)
    check_known(request, ())
    decisions, preview = _decisions(await body_of(request, MOST_BYTES))
    if preview:
        effect = await run_in_threadpool(shelving_of(request).holdings.effect, decisions)
        return JSONResponse({"judgements": [], **jsonable(effect)})
    decided = await run_in_threadpool(shelving_of(request).decide, decisions)
    told = {"judgements": [_judgement(each) for each in decided.judgements], **jsonable(decided.effect)}
    return JSONResponse(told, HTTPStatus.CREATED)


def _judgement(judgement: Judgement) -> dict[str, Any]:
    """With the id by which it is taken back."""
    return {"id": judgement.id, **jsonable(judgement)}


def _decisions(body: bytes) -> tuple[list[Decision], bool]:
    """One as it is, or several under `decisions` that share author and reason."""
    try:
        told = json.loads(body)
        several = [told] if "verdict" in told else told["decisions"]
        if not 0 < len(several) <= MOST_DECISIONS:
            raise BadOption("decisions", f"{len(several)} at once", f"send 1 to {MOST_DECISIONS}")
        author, reason = str(told["author"]), str(told["reason"])
        decisions = [Decision(str(one["verdict"]), tuple(map(str, one["words"])), author, reason) for one in several]
        return decisions, told.get("preview") is True
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        way_out = 'send {"verdict": "accept", "words": ["fac_1", "status", "paused"], "author": "ann", "reason": "…"}'
        raise BadOption("judgement", "is none", way_out) from problem


def questions(request: Request) -> Response:
    """What the record leaves open, in the order of what an answer would change."""
    check_known(request, ("limit", "skip"))
    asked = shelving_of(request).questions()
    limit, skip, total = limit_of(request, ASKED), limit_of(request, 0, "skip"), len(asked.value)
    check_limit(limit)
    end = skip + limit
    more = str(end) if end < total else None
    told = {"rows": jsonable(list(asked.value[skip:end])), "total": total, "next": _next(request, skip=more)}
    return answer(request, asked.stamp, told)


def sources(request: Request) -> Response:
    """The sources that are followed, and how each does."""
    check_known(request, ())
    holdings = shelving_of(request).holdings
    return answer(request, holdings.stamp(), {"rows": [jsonable(told) for told in holdings.sources()]})


def search(request: Request) -> Response:
    """Plants, deals, rumours and companies by words of their names; stories by their headlines and quotes."""
    check_known(request, ("as_of", "q", "limit", "within"))
    standing, words = standing_of(request), request.query_params.get("q", "")
    limit, within = limit_of(request, FOUND), request.query_params.get("within") or "names"
    check_limit(limit, MOST_FOUND)
    if within not in WITHIN:
        raise BadOption("within", f"{within!r} is nothing that is searched", f"known: {', '.join(WITHIN)}")
    if within == "names":
        found = standing.suggest(words, limit)
        rows = [{"list": KINDS[type(thing)], "id": thing.id, "name": title_of(thing)} for thing in found]
        return answer(request, standing.stamp, {"rows": rows})
    asked = Search(words, as_of(request), limit)
    told, _ = stories_found(shelving_of(request).holdings.search(words, asked.most), asked, standing)
    return answer(request, standing.stamp, {"rows": [_story_found(each) for each in told]})


def _story_found(found: StoryFound) -> dict[str, Any]:
    return {
        "list": "stories",
        "id": found.story.id if found.story else "",
        "name": found.story.headline if found.story else "",
        "quotes": [
            {
                "quote": "".join(part.text for part in each.parts),
                "words": [part.text for part in each.parts if part.found],
                "outlet": each.document.outlet or "",
                "published": str(each.document.told or ""),
                "document": each.document.id,
                "start": each.told.evidence.start,
                "end": each.told.evidence.end,
            }
            for each in found.quotes
        ],
    }


def quote(request: Request) -> Response:
    """The words of a citation in their context, with the address and the day of capture."""
    check_known(request, ("document", "start", "end"))
    window = asked_window(request)
    return answer(request, shelving_of(request).holdings.stamp(), asdict(window))


def asked_window(request: Request) -> Window:
    """Of a stretch from `start` to `end`, or of `words` that are found in the text."""
    id = request.query_params.get("document", "")
    document = shelving_of(request).holdings.documents([id]).get(id)
    if document is None:
        raise NothingFound(id or "document", "no document has this id", "take it from a citation")
    words = request.query_params.get("words")
    stretch = stretch_of(document, words) if words else (_position(request, "start"), _position(request, "end"))
    return window_of(document, *stretch)


def _position(request: Request, name: str) -> int:
    written = request.query_params.get(name, "")
    if not (written.isascii() and written.isdecimal() and len(written) < 10):
        raise BadOption(name, f"{written!r} is no place in a text", "take it from a citation")
    return int(written)
