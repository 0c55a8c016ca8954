"""Looks at many sources at the same time, whose finds come in the order of the sources.

for source, fetched in fetch_abreast(sources, transport, past_of, now=now): ...  # `fetched` as `fetch` gives it
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from cellwire.model import Capture, LastCapture, Source, Visit
from cellwire.sources.asking import Transport, Turn, Turns
from cellwire.sources.following import Fetched, fetch
from cellwire.sources.past import Past

AT_ONCE = 24  # sources looked at; what each may have in memory meanwhile is little


def fetch_abreast(
    sources: Sequence[Source], transport: Transport, past_of: Callable[[Source], Past], *, now: datetime
) -> Iterator[tuple[Source, Fetched]]:
    """Each `Fetched` has to be taken to its end before the next.

    Sources of one host wait for each other and pass over what an earlier one of them brought. Others know nothing of
    each other: what is found does not depend on who was quicker.
    """
    _give_back_large_blocks()
    turns = Turns()
    looks = _Looks(transport, past_of, turns, now)
    waiting = list(sources)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="look") as threads:
        begun: list[Future[Visit]] = []
        last_of: dict[str, Future[Visit]] = {}
        try:
            for number, source in enumerate(sources):
                while waiting and len(begun) < number + AT_ONCE:
                    next_one = waiting.pop(0)
                    host = urlsplit(next_one.url).netloc
                    look = threads.submit(looks.look, len(begun), next_one, last_of.get(host))
                    look.add_done_callback(lambda _: turns.look_up())
                    begun.append(look)
                    last_of[host] = look
                turns.begin(number)
                yield source, _taken(turns, begun[number])
        finally:
            turns.stop()
            threads.shutdown(wait=False, cancel_futures=True)


def _give_back_large_blocks() -> None:
    """glibc keeps what threads freed, each thread's for itself: 50 MB more after a few answers of 20 MB.

    From a fixed size on it asks the system for blocks, and gives those back.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):  # musl has none, and no need
        library.mallopt(_M_MMAP_THRESHOLD, 1024 * 1024)


_M_MMAP_THRESHOLD = -3  # malloc.h


def _taken(turns: Turns, look: Future[Visit]) -> Fetched:
    while found := turns.take(look.done):
        yield found
    return look.result()


class _Looks:
    def __init__(self, transport: Transport, past_of: Callable[[Source], Past], turns: Turns, now: datetime) -> None:
        self._transport, self._past_of, self._turns, self._now = transport, past_of, turns, now
        self._brought: dict[str, dict[str, LastCapture]] = {}  # by host

    def look(self, number: int, source: Source, before: Future[Visit] | None) -> Visit:
        """In a thread of its own; `before` is the look at the host's source before this one."""
        if before:
            before.exception()  # which is told where that source's turn is
        brought = self._brought.setdefault(urlsplit(source.url).netloc, {})
        past = self._past_of(source)

        def kept(url: str) -> LastCapture | None:
            return past.kept(url) or brought.get(url)

        transport = self._transport.at(Turn(self._turns, number))
        fetched = fetch(source, transport, replace(past, kept=kept), now=self._now)
        new: dict[str, LastCapture] = {}
        while True:
            try:
                found = next(fetched)
            except StopIteration as end:
                brought.update(new)
                visit: Visit = end.value
                return visit
            if isinstance(found, Capture) and found.url:
                new[found.url] = found.last
            self._turns.put(number, found)
