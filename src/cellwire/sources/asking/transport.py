"""Asking a web server politely: one connection a host, pauses, robots.txt, limits on time, size and redirects."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from protego import Protego

from cellwire.errors import FetchFailed, NotNow
from cellwire.sources.asking.addresses import checked_address, joined
from cellwire.sources.asking.answers import AWAY, PAGES, Answer, accepted, in_words, unpacker
from cellwire.sources.asking.hosts import Hosts
from cellwire.sources.asking.turns import LARGE, Turn

MB = 1024 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_AGAIN = frozenset({429, 500, 502, 503, 504})
_ROBOTS_BYTES = 500 * 1024  # RFC 9309, section 2.5: at least this much is read


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is treated. Seconds, bytes and counts."""

    agent: str = "cellwire"
    pause: float = 1.0  # between two requests to a host
    timeout: float = 20.0  # for a connection, and between two pieces of an answer
    whole: float = 60.0  # for one answer from first to last byte
    size: int = 20 * MB  # of an answer, unpacked
    page: int = 3 * MB  # of a page, read several times over; the longest of 1,439 real ones has 2.2
    redirects: int = 5
    tries: int = 3
    wait: float = 30.0  # the longest wait between tries; a server that asks for more is asked another time
    allowed: Collection[str] = ()  # hosts that may be private


@dataclass
class Transport:
    """`get` is all there is. `sleep`, `clock` and `now` are arguments so that tests need not wait."""

    manners: Manners = field(default_factory=Manners)
    sleep: Callable[[float], None] = field(default_factory=lambda: time.sleep)
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    turn: Turn | None = None  # of whoever asks beside others
    _hosts: Hosts = field(default_factory=Hosts)

    def close(self) -> None:
        self._hosts.close()

    def at(self, turn: Turn) -> Transport:
        """For one of several who ask at the same time: hosts, their rules and connections are those of all."""
        return replace(self, turn=turn)

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer at the end of its redirects; `FetchFailed` in words where there is none, `NotNow` for later."""
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        wanted = {name: value for name, value in asked.items() if value}
        for_good = True
        for steps in range(self.manners.redirects + 1):
            url = checked_address(url)
            until = self._hosts.of(urlsplit(url).netloc).until
            if until and self.now() < until:
                raise NotNow(url, f"asked to be left alone until {until:%H:%M} UTC", until=until)
            self._ask_robots(url)
            answer = self._tried(url, wanted)
            if answer.status not in _REDIRECTS or not answer.header("location"):
                return replace(accepted(answer), moved=for_good and steps > 0)
            for_good = for_good and answer.status in _FOR_GOOD
            url = joined(url, answer.header("location") or "")
        raise FetchFailed(url, f"is redirected more than {self.manners.redirects} times")

    def sitemaps(self, url: str) -> list[str]:
        """Those that the robots.txt of the address's host names; no address is checked yet."""
        return list(self._ask_robots(url).sitemaps)

    def _tried(self, url: str, wanted: dict[str, str], size: int | None = None) -> Answer:
        """Again after a while where the server could not: twice the pause each time, and not in step with others."""
        for attempt in range(1, self.manners.tries + 1):
            last = attempt == self.manners.tries
            wait = min(self.manners.wait, self.manners.pause * 2**attempt) * random.uniform(0.5, 1)
            try:
                answer = self._asked(url, wanted, size)
            except NotNow:
                if last:
                    raise
            else:
                until = self._asked_to_wait(answer)
                if answer.status not in _AGAIN:
                    return answer
                asked = (until - self.now()).total_seconds() if until else 0.0
                if last or asked > self.manners.wait:
                    self._hosts.of(urlsplit(url).netloc).until = until
                    raise NotNow(url, f"answers {answer.status}", until=until)
                wait = max(wait, asked)
            self.sleep(wait)
        raise AssertionError("a try ends in an answer or an error")

    def _asked_to_wait(self, answer: Answer) -> datetime | None:
        """Retry-After, as seconds or as a date."""
        said = (answer.header("retry-after") or "").strip()
        if said.isdigit():
            return self.now() + timedelta(seconds=min(int(said), 30 * 86400))
        try:
            until = parsedate_to_datetime(said)
        except ValueError:
            return None
        return until if until.tzinfo else until.replace(tzinfo=UTC)

    def _asked(self, url: str, wanted: dict[str, str], size: int | None) -> Answer:
        """Beside others no large answer is read: it is asked for anew when the turn has come."""
        if self.turn and not self.turn.has_come and not size:
            if answer := self._answered(url, wanted, LARGE, beside=True):
                return answer
            self.turn.wait()
        answer = self._answered(url, wanted, size or self.manners.size)
        assert answer
        return answer

    def _answered(self, url: str, wanted: dict[str, str], size: int, *, beside: bool = False) -> Answer | None:
        """None where it is larger than what may be read `beside` others."""
        headers = {"User-Agent": self.manners.agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*", **wanted}
        pool = self._hosts.pool(self.manners.allowed)
        asked = pool.stream("GET", url, headers=_sent(url, headers), extensions=self._limits())
        alone = self._hosts.asking(urlsplit(url).netloc, self.manners.pause, self.clock, self.sleep)
        with alone, in_words(url), asked as got:
            told = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in got.headers)
            head = Answer(url, got.status, told)
            pieces = got.iter_stream() if got.status == 200 else iter(())
            content = self._whole(url, head, pieces, size, beside=beside)
            return Answer(url, got.status, told, content) if content is not None else None

    def _limits(self) -> dict[str, Any]:
        return {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self.manners.timeout)}

    def _whole(self, url: str, head: Answer, pieces: Iterator[bytes], size: int, *, beside: bool) -> bytes | None:
        """The answer unpacked, as long as it stays within its size and its time."""
        size = min(size, self.manners.page) if head.media_type in PAGES else size
        begun, content, unpack = self.clock(), bytearray(), unpacker(url, head)
        for piece in pieces:
            content += unpack(piece, size + 1 - len(content))
            if len(content) > size:
                if beside:
                    return None
                raise FetchFailed(url, f"is larger than {size / MB:.0f} MB")
            if self.clock() - begun > self.manners.whole:
                raise NotNow(url, f"takes longer than {self.manners.whole:.0f} s")
        return bytes(content)

    def _ask_robots(self, url: str) -> Protego:
        """RFC 9309: no file, no rules; a file that cannot be had forbids everything for now.

        A Crawl-delay is kept up to the longest wait.
        """
        root, host = _root(url), self._hosts.of(urlsplit(url).netloc)
        with host.reading:
            if root not in self._hosts.robots:
                rules = Protego.parse(self._robots_of(url, f"{root}/robots.txt"))
                host.pause = min(rules.crawl_delay(self.manners.agent) or 0.0, self.manners.wait)
                self._hosts.robots[root] = rules
        rules = self._hosts.robots[root]
        if not rules.can_fetch(url, self.manners.agent):
            raise FetchFailed(url, "may not be read by programs, says its robots.txt")
        return rules

    def _robots_of(self, asked: str, url: str) -> str:
        for _ in range(self.manners.redirects + 1):
            try:
                answer = self._tried(url, {}, _ROBOTS_BYTES * 4)
            except NotNow as problem:
                away = problem.problem.startswith(AWAY)  # the host, whichever of its pages is asked for
                said = problem.problem if away else f"has a robots.txt that {problem.problem}"
                raise NotNow(asked, said, until=problem.until) from problem
            if answer.status not in _REDIRECTS or not answer.header("location"):
                return answer.content.decode("utf-8", "replace") if answer.status == 200 else ""
            url = checked_address(joined(url, answer.header("location") or ""))
        return ""


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _sent(url: str, headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    told = {"Host": urlsplit(url).netloc, **headers}
    return [(name.encode(), value.encode("latin-1", "ignore")) for name, value in told.items()]
