"""The review desk: open questions with both sides' words, decided with one key; what was decided, and undoing it."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cellwire.errors import BadOption
from cellwire.publish.view import Decision
from cellwire.publish.web.asked import check_known, shelving_of
from cellwire.publish.web.guard import COOKIE
from cellwire.publish.web.problems import guard_of, not_allowed
from cellwire.publish.web.templating import page

SHOWN = 20
FORM_BYTES = 20_000
SEE_OTHER = HTTPStatus.SEE_OTHER
AUTHOR = "cellwire_author"  # a cookie: who decided last from this browser
YEAR = 365 * 24 * 3600


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, each once. A form that is too long for these pages is refused unread."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_BYTES:
            raise BadOption("form", "is longer than any form of this desk", "shorten the reason")
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


def review(request: Request) -> Response:
    check_known(request, ())
    asked = shelving_of(request).questions().value
    return page(request, "review.html", {"questions": asked[:SHOWN], "total": len(asked), "decided": None})


async def decide(request: Request) -> Response:
    """A decision of a signed-in person; the page that follows says what it changed."""
    form = await form_of(request)
    if not guard_of(request).may_write(request, form.get("check", "")):
        return not_allowed(request)
    words = tuple(form.get("words", "").split("\x1f"))
    reason = form.get("reason", "").strip() or "decided at the desk by the words shown"
    shelving = shelving_of(request)
    decision = Decision(form.get("verdict", ""), words, form.get("author", "").strip(), reason)
    decided = await run_in_threadpool(shelving.decide, decision)
    asked = (await run_in_threadpool(shelving.questions, fresh=True)).value
    answer = page(request, "review.html", {"questions": asked[:SHOWN], "total": len(asked), "decided": decided})
    answer.set_cookie(AUTHOR, quote(decision.author), max_age=YEAR, path="/", httponly=True, samesite="strict")
    return answer


def judgements(request: Request) -> Response:
    """What was decided, newest first; by author or verdict where one is asked for."""
    check_known(request, ("author", "verdict"))
    every = list(shelving_of(request).holdings.judgements())[::-1]
    author, verdict = (request.query_params.get(name, "") for name in ("author", "verdict"))
    shown = [each for each in every if author in ("", each.author) and verdict in ("", each.verdict)]
    undone = {each.subject for each in every if each.verdict == "undo"}
    told = {"shown": shown, "undone": undone, "authors": sorted({each.author for each in every})}
    return page(request, "judgements.html", told)


def sign_in_page(request: Request) -> Response:
    check_known(request, ())
    return page(request, "signin.html", {"wrong": False, "open": guard_of(request).token is not None})


async def sign_in(request: Request) -> Response:
    form = await form_of(request)
    guard = guard_of(request)
    if not guard.is_token(form.get("token", "")):
        told = {"wrong": True, "open": guard.token is not None}
        return page(request, "signin.html", told, status=HTTPStatus.FORBIDDEN)
    answer = RedirectResponse("/review", SEE_OTHER)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, guard.open_session(), path="/", httponly=True, samesite="strict", secure=secure)
    return answer


async def sign_out(request: Request) -> Response:
    form = await form_of(request)
    if not guard_of(request).may_write(request, form.get("check", "")):
        return not_allowed(request)
    answer = RedirectResponse("/", SEE_OTHER)
    answer.delete_cookie(COOKIE, path="/")
    return answer
