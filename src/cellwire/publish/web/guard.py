"""Who may write, and what every answer says to the browser.

Writing takes the token: a program sends it with each request, a person once, for a session in a cookie that other
sites' pages can neither read nor send. The session's name is derived from the token, so a new token ends all sessions.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from cellwire.publish.secret import bearer, same_secret

COOKIE = "cellwire_session"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all a browser's forms do not say where they come from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Session:
    """`check` is what a form of this session carries: a page of another site cannot know it."""

    name: str
    check: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Without a token nobody writes. The token is only ever compared in constant time, and never shown."""

    token: str | None

    def is_token(self, given: str) -> bool:
        return bool(self.token and same_secret(given, self.token))

    def open_session(self) -> str:
        """The value of a new session's cookie."""
        name = secrets.token_urlsafe(18)
        return f"{name}.{self._signed('session', name)}"

    def session(self, cookie: str) -> Session | None:
        name, _, signature = cookie.partition(".")
        if self.token and name and same_secret(signature, self._signed("session", name)):
            return Session(name, self._signed("form", name))
        return None

    def may_write(self, request: Request, check: str = "") -> bool:
        """By its token, or by a session's form that this site sent."""
        given = bearer(request.headers.get("authorization", ""))
        if given is not None:
            return self.is_token(given)
        session = self.session(request.cookies.get(COOKIE, ""))
        return bool(session and _same_site(request) and same_secret(check, session.check))

    def _signed(self, use: str, name: str) -> str:
        assert self.token
        return hmac.new(self.token.encode(), f"{use}:{name}".encode(), hashlib.sha256).hexdigest()


def _same_site(request: Request) -> bool:
    """A browser says which page sends a form; one that says nothing is judged by the form's own check alone."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.url.netloc


Next = Callable[[Request], Awaitable[Response]]


def guarding(guard: Guard) -> Callable[[Request, Next], Awaitable[Response]]:
    """Knows the session of each request, and puts the headers on each answer."""

    async def guarded(request: Request, go_on: Next) -> Response:
        request.state.session = guard.session(request.cookies.get(COOKIE, ""))
        response = await go_on(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guarded
