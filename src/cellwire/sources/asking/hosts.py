"""Hosts that are asked, and what is kept in mind of each while a program runs; many may ask, each host one by one."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import httpcore2
from protego import Protego

from cellwire.sources.asking.addresses import GuardedBackend


@dataclass
class Host:
    """`one` is held by whoever asks it, `reading` by whoever reads the robots.txt of one of its roots."""

    one: threading.Lock = field(default_factory=threading.Lock)
    reading: threading.Lock = field(default_factory=threading.Lock)
    asked: float = float("-inf")  # when it was asked last, by the clock
    pause: float = 0.0  # that it asks for, where it asks for a longer one
    until: datetime | None = None  # it asked to be left alone


@dataclass
class Hosts:
    """Shared by all transports that ask at the same time."""

    robots: dict[str, Protego] = field(default_factory=dict)  # by root
    _hosts: defaultdict[str, Host] = field(default_factory=lambda: defaultdict(Host))
    _pool: httpcore2.ConnectionPool | None = None
    _making: threading.Lock = field(default_factory=threading.Lock)

    def of(self, netloc: str) -> Host:
        with self._making:
            return self._hosts[netloc]

    def pool(self, allowed: Collection[str]) -> httpcore2.ConnectionPool:
        with self._making:
            if self._pool is None:
                backend = GuardedBackend(allowed)
                self._pool = httpcore2.ConnectionPool(max_connections=40, keepalive_expiry=15, network_backend=backend)
            return self._pool

    def close(self) -> None:
        if self._pool:
            self._pool.close()

    @contextmanager
    def asking(
        self, netloc: str, pause: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> Iterator[None]:
        """One at a time, and not before the host's pause is over."""
        host = self.of(netloc)
        with host.one:
            pause = max(pause, host.pause)
            if (since := clock() - host.asked) < pause:
                sleep(pause - since)
            try:
                yield
            finally:
                host.asked = clock()
