"""A small web on this machine that tests can spoil: every path answers as it was told to."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cellwire.model import Capture, Issue, Visit
from cellwire.sources import Manners, Transport

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Cell Courier</title><link>{root}</link>{items}'
    "</channel></rss>"
)
ITEM = (
    "<item><title>{title}</title><link>{root}{path}</link><pubDate>{day}</pubDate>"
    "<description>{words}</description></item>"
)
PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>"
DAY = "Tue, 13 Dec 2022 08:00:00 GMT"


@dataclass
class Reply:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: Callable[[], Iterator[bytes]] | None = None
    promised: int | None = None  # bytes that the head says will come, where that is not true


@dataclass
class Web:
    """`replies` by path; `asked` counts requests, `seen` keeps their headers."""

    root: str
    replies: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    closed: bool = False
    day: str = DAY  # on which a feed says that its articles came out

    def says(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> str:
        content = body.encode() if isinstance(body, str) else body
        self.replies[path] = Reply(content, status, {name.replace("_", "-"): value for name, value in headers.items()})
        return self.root + path

    def page(self, path: str, title: str, words: str) -> str:
        return self.says(path, PAGE.format(title=title, words=words), content_type="text/html; charset=utf-8")

    def feed(self, path: str, *articles: tuple[str, str], **headers: str) -> str:
        """`articles` as (path, title); their pages tell of a plant."""
        items = ""
        for where, title in articles:
            items += ITEM.format(title=title, root=self.root, path=where, day=self.day, words=f"{title} in short.")
            self.page(where, title, f"{title}. {PLANT}")
        return self.says(
            path, FEED.format(root=self.root, items=items), **{"content_type": "application/rss+xml", **headers}
        )


PLANT = (
    "Volta Cells broke ground on 13 December 2022 on its battery plant in Debrecen, Hungary. The plant will have an "
    "annual capacity of 12 GWh and start production in 2025. The company expects to employ 400 people there, and the "
    "town's mayor spoke of the largest investment of the decade when she opened the ceremony in the morning."
)


@contextmanager
def served() -> Iterator[Web]:
    web = Web("")

    class Server(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.asked[self.path] += 1
            web.seen.append((self.path, dict(self.headers)))
            told = web.replies.get(self.path, Reply(status=404))
            if isinstance(told, list):
                told = told[min(web.asked[self.path], len(told)) - 1]
            etag = told.headers.get("etag")
            if etag and self.headers.get("If-None-Match") == etag:
                told = Reply(status=304, headers={"etag": etag})
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            if told.pieces is None:
                self.send_header("Content-Length", str(told.promised or len(told.body)))
                self.end_headers()
                self.wfile.write(told.body)
                self.close_connection = told.promised is not None
                return
            self.send_header("Connection", "close")
            self.end_headers()
            try:
                for piece in told.pieces():
                    if web.closed:
                        return
                    self.wfile.write(piece)
            except OSError:  # the reader had enough
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    web.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.closed = True
        server.shutdown()
        server.server_close()
        thread.join()
        while _OPENED:
            _OPENED.pop().close()


_OPENED: list[Transport] = []  # closed with the web they ask


def quick(**manners: object) -> Transport:
    """A transport that does not wait, for tests on loopback; it keeps what it would have waited."""
    waited: list[float] = []
    transport = Transport(Manners(**{"allowed": ("127.0.0.1", "localhost"), **manners}), sleep=waited.append)  # type: ignore[arg-type]
    transport.waited = waited  # type: ignore[attr-defined]
    _OPENED.append(transport)
    return transport


def taken(fetched: Generator[Capture | Issue, None, Visit]) -> tuple[list[Capture], list[Issue], Visit]:
    """All that a look at a source gives: captures, issues, and the visit it ends with."""
    given: list[Capture | Issue] = []
    while True:
        try:
            given.append(next(fetched))
        except StopIteration as end:
            captures = [each for each in given if isinstance(each, Capture)]
            return captures, [each for each in given if isinstance(each, Issue)], end.value


def dripping(seconds: float) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            yield b"x"
            time.sleep(0.02)

    return pieces


def endless(piece: bytes = b"<item/>" * 1000) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        while True:
            yield piece

    return pieces


BOMB = gzip.compress(b"\0" * 60_000_000)
