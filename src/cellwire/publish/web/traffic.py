"""What goes through the door: a line of log a request, counts for a monitor, a limit for those who ask too much."""

from __future__ import annotations

import json
import os
import time
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from cellwire.publish.logbook import begin_request, say
from cellwire.publish.web.problems import refuse

BUCKETS = (0.005, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)  # seconds
CLIENTS = 10_000  # that are remembered; the longest unseen is forgotten
NEAR = ("127.0.0.1", "::1", "testclient")
Next = Callable[[Request], Awaitable[Response]]


@dataclass
class Traffic:
    """Counts since the start, and how much each client has left of its `a_minute` requests.

    Where several processes answer, each keeps its counts in a file of its own in `beside`, and whichever is asked for
    them adds up all files: also that of a process that has ended, so that no count ever falls.
    """

    a_minute: int
    beside: Path | None = None
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: Counter[float] = field(default_factory=Counter)
    spent: float = 0.0
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    async def pass_on(self, request: Request, go_on: Next) -> Response:
        """Counted and logged is also what ends in an error that nobody foresaw: it is answered further out."""
        id = begin_request(request.headers.get("x-request-id", ""))
        start, status = time.perf_counter(), int(HTTPStatus.INTERNAL_SERVER_ERROR)
        wait = self.wait_of(request.client.host if request.client else "", time.monotonic())
        try:
            response = _too_many(request, wait) if wait else await go_on(request)
            status = response.status_code
        finally:
            took = time.perf_counter() - start
            self._count(status, took)
            _log(request, status, took)
        response.headers["Server-Timing"] = f"desk;dur={took * 1000:.1f}"
        response.headers["X-Request-ID"] = id
        return response

    def wait_of(self, client: str, now: float) -> float:
        """Seconds until the client may ask again; 0 for now. Whoever sits at this machine is not limited."""
        if not self.a_minute or client in NEAR:
            return 0.0
        left, then = self._left.pop(client, (float(self.a_minute), now))
        left = min(float(self.a_minute), left + (now - then) * self.a_minute / 60)
        allowed = left >= 1
        self._left[client] = (left - 1 if allowed else left, now)
        while len(self._left) > CLIENTS:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) * 60 / self.a_minute

    def _count(self, status: int, took: float) -> None:
        self.statuses[status] += 1
        self.spent += took
        for bucket in BUCKETS:
            if took <= bucket:
                self.seconds[bucket] += 1
        if self.beside:
            self._keep(self.beside / f"{os.getpid()}.json")

    def _keep(self, path: Path) -> None:
        told = {"statuses": self.statuses, "seconds": self.seconds, "spent": self.spent}
        part = path.with_suffix(".part")
        part.write_text(json.dumps(told), "utf-8")
        part.replace(path)

    def of_all(self) -> Traffic:
        """What all processes counted."""
        if self.beside is None:
            return self
        whole = Traffic(self.a_minute)
        for path in sorted(self.beside.glob("*.json")):
            told = json.loads(path.read_text("utf-8"))
            whole.statuses.update({int(status): n for status, n in told["statuses"].items()})
            whole.seconds.update({float(bucket): n for bucket, n in told["seconds"].items()})
            whole.spent += told["spent"]
        return whole

    def text(self) -> str:
        """In the exposition format of Prometheus."""
        every = sum(self.statuses.values())
        lines = ["# TYPE cellwire_requests_total counter"]
        lines += [f'cellwire_requests_total{{status="{code}"}} {n}' for code, n in sorted(self.statuses.items())]
        lines.append("# TYPE cellwire_request_seconds histogram")
        lines += [f'cellwire_request_seconds_bucket{{le="{bucket}"}} {self.seconds[bucket]}' for bucket in BUCKETS]
        lines.append(f'cellwire_request_seconds_bucket{{le="+Inf"}} {every}')
        lines += [f"cellwire_request_seconds_sum {self.spent:.6f}", f"cellwire_request_seconds_count {every}"]
        return "\n".join(lines) + "\n"


def _log(request: Request, status: int, took: float) -> None:
    """Never what was searched for, nor a header: only which page was asked for, how it ended, and how long it took."""
    route = getattr(request.scope.get("route"), "path", None)
    asked = {"method": request.method, "route": route, "path": request.url.path}
    say("request", **asked, status=status, ms=round(took * 1000, 1))


def _too_many(request: Request, wait: float) -> Response:
    seconds = str(int(wait) + 1)
    return refuse(
        request,
        HTTPStatus.TOO_MANY_REQUESTS,
        problem="too many requests",
        way_out=f"ask again in {seconds} s",
        headers={"Retry-After": seconds},
    )
