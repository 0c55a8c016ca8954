"""Pages that answer a question: search, what changed, how sources do, a quote in its context."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import Response

from cellwire.publish.view import KINDS, Search, end_of, stories_found
from cellwire.publish.web.api import asked_window
from cellwire.publish.web.asked import as_of, check_known, moment_of, shelving_of, standing_of
from cellwire.publish.web.templating import page

NAMES, STORIES = 12, 25  # that a search shows
SEEN = "cellwire_seen"  # a cookie: the day of the last look at the changes
YEAR = 365 * 24 * 3600


def search(request: Request) -> Response:
    check_known(request, ("as_of", "q"))
    standing, words = standing_of(request), request.query_params.get("q", "")
    names = standing.suggest(words, NAMES + 1)
    asked = Search(words, as_of(request), STORIES)
    told, more = stories_found(shelving_of(request).holdings.search(words, asked.most), asked, standing)
    shown = {"names": names[:NAMES], "more_names": len(names) > NAMES, "told": told, "more": more}
    return page(request, "search.html", {"words": words, **shown, "kinds": KINDS})


def changes(request: Request) -> Response:
    """Since a day; without one since the last look from this browser, or the last week."""
    check_known(request, ("as_of", "since"))
    shelving = shelving_of(request)
    since = moment_of(request, "since") or _last_look(request) or _week_before(shelving.standing().stories)
    found = shelving.changes(since, as_of(request))
    answer = page(request, "changes.html", {"since": since.date(), "found": found.value})
    today = datetime.now(UTC).date().isoformat()
    answer.set_cookie(SEEN, today, max_age=YEAR, path="/changes", httponly=True, samesite="lax")
    return answer


def _last_look(request: Request) -> datetime | None:
    try:
        seen = date.fromisoformat(request.cookies.get(SEEN, ""))
    except ValueError:  # no cookie, or one that somebody else wrote
        return None
    return datetime.combine(seen, time.min, tzinfo=UTC)


def _week_before(stories: tuple[object, ...]) -> datetime:
    last = max((getattr(story, "last_told", date.min) for story in stories), default=date.today())
    return end_of(last - timedelta(days=7))


def sources(request: Request) -> Response:
    check_known(request, ())
    return page(request, "sources.html", {"followed": shelving_of(request).holdings.sources()})


def quote(request: Request) -> Response:
    check_known(request, ("document", "start", "end", "words", "as_of"))
    return page(request, "quote.html", {"window": asked_window(request)})


def about(request: Request) -> Response:
    return page(request, "about.html", {})
