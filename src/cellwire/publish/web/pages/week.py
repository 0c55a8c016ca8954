"""The week: its stories at a glance, and the brief itself as it is sent."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from cellwire.publish.brief import heading_of_headlines, marked, numbers_of, render_html, told_where
from cellwire.publish.view import day_of
from cellwire.publish.web.asked import check_known, shelving_of
from cellwire.publish.web.guard import HEADERS
from cellwire.publish.web.templating import page

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def front(request: Request) -> Response:
    check_known(request, ("ending",))
    shelving = shelving_of(request)
    if not shelving.standing().stories:
        return page(request, "empty.html", {})
    written = request.query_params.get("ending")
    edition = shelving.edition(day_of("ending", written) if written else None)
    week = timedelta(days=7)
    numbers = numbers_of(edition)
    told = {"edition": edition, "before": edition.last - week, "behind": edition.last + week}
    marks = {
        "marked": lambda sentence: marked(sentence, numbers),
        "notes": list(numbers),
        "told_where": told_where,
        "heading_of_headlines": heading_of_headlines,
    }
    return page(request, "week.html", {**told, **marks})


def brief(request: Request) -> Response:
    """The brief carries its own style: this page's policy admits that one and nothing else."""
    check_known(request, ())
    body = render_html(shelving_of(request).edition(day_of("ending", request.path_params["ending"])))
    digests = " ".join(f"'sha256-{_digest(style)}'" for style in _STYLE.findall(body))
    policy = HEADERS["Content-Security-Policy"].replace("style-src 'self'", f"style-src {digests}")
    return HTMLResponse(body, headers={"Content-Security-Policy": policy})


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
