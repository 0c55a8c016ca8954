"""The review desk: open questions with both sides' words, decided with one key; what was decided, and undoing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cellwire.errors import BadOption, CellwireError, NothingFound
from cellwire.model import Question, taken_back
from cellwire.publish.view import SEPARATOR, Decision, Effect, judgements_by, key_of, questions_about
from cellwire.publish.web.asked import body_of, check_known, limit_of, shelving_of
from cellwire.publish.web.guard import COOKIE
from cellwire.publish.web.problems import guard_of, not_allowed
from cellwire.publish.web.templating import AUTHOR, page

SHOWN = 20
FORM_BYTES = 60_000
SEE_OTHER = HTTPStatus.SEE_OTHER
YEAR = 365 * 24 * 3600


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, each once. A form that is too long for these pages is refused unread."""
    body = await body_of(request, FORM_BYTES)
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


def review(request: Request) -> Response:
    """Open questions, weightiest first; `look` shows what either answer to one of them would change."""
    check_known(request, ("company", "skip", "look"))
    looked = request.query_params.get("look", "")
    if looked and not request.state.session:
        return not_allowed(request)
    told = asked_of(request, shelving_of(request).questions().value)
    if looked:
        question = next((each for each in told["every"] if key_of(each) == looked), None)
        if question is None:
            raise NothingFound(looked, "no open question has this key", "it may have been decided: see /judgements")
        told |= {"questions": [question], "effects": _effects(request, question), "more": ""}
    return page(request, "review.html", told)


def asked_of(request: Request, every: Sequence[Question]) -> dict[str, Any]:
    """A page of the questions, those about one company where one is named."""
    company, skip = request.query_params.get("company", ""), limit_of(request, 0, "skip")
    fitting = questions_about(every, company, shelving_of(request).standing())
    beyond = {"skip": str(skip + SHOWN), **({"company": company} if company else {})}
    return {
        "every": every,
        "questions": fitting[skip : skip + SHOWN],
        "total": len(fitting),
        "first": skip + 1,
        "company": company,
        "more": f"/review?{urlencode(beyond)}" if skip + SHOWN < len(fitting) else "",
        "effects": None,
        "decided": None,
        "previewed": None,
    }


def _effects(request: Request, question: Question) -> list[Effect | str]:
    """Of each side; in words where it cannot be said, because it contradicts what somebody said."""
    told: list[Effect | str] = []
    for side in question.sides:
        decision = Decision(side.command[0], side.command[1:], "a preview", "a preview")
        try:
            told.append(shelving_of(request).holdings.effect([decision]))
        except CellwireError as refused:
            told.append(str(refused))
    return told


async def decide(request: Request) -> Response:
    """One decision of a signed-in person or several, or what they would change; the page that follows says it."""
    form = await form_of(request)
    if not guard_of(request).may_write(request, form.get("check", "")):
        return not_allowed(request)
    decisions, shelving = _decisions(form), shelving_of(request)
    if form.get("do") == "preview":
        effect = await run_in_threadpool(shelving.holdings.effect, decisions)
        told: dict[str, Any] = {"previewed": {"effect": effect, "decisions": decisions}}
    else:
        told = {"decided": await run_in_threadpool(shelving.decide, decisions)}
    every = (await run_in_threadpool(shelving.questions, fresh=True)).value
    shown = await run_in_threadpool(asked_of, request, every)
    answer = page(request, "review.html", {**shown, **told})
    author = quote(decisions[0].author)
    answer.set_cookie(AUTHOR, author, max_age=YEAR, path="/", httponly=True, samesite="strict")
    return answer


def _decisions(form: Mapping[str, str]) -> list[Decision]:
    """What one button says, or what was picked of several questions."""
    picked = [value for name, value in form.items() if name.startswith("pick") and value]
    if form.get("verdict"):
        picked.append(SEPARATOR.join((form["verdict"], form.get("words", ""))))
    if not picked:
        raise BadOption("decision", "none was chosen", "choose a side of a question")
    author, reason = form.get("author", "").strip(), form.get("reason", "").strip() or "decided by the words shown"
    split = [each.split(SEPARATOR) for each in picked]
    return [Decision(verdict, tuple(words), author, reason) for verdict, *words in split]


def judgements(request: Request) -> Response:
    """What was decided, newest first; by author or verdict where one is asked for."""
    check_known(request, ("author", "verdict"))
    every = shelving_of(request).holdings.judgements()
    author, verdict = (request.query_params.get(name, "") for name in ("author", "verdict"))
    shown = judgements_by(every, author, verdict)
    told = {"shown": shown, "undone": taken_back(every), "authors": sorted({each.author for each in every})}
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
