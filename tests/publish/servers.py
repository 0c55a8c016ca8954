"""Real mail and web servers on this machine that behave as badly as a test asks for."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

LOCAL = "127.0.0.1"


@dataclass
class Postmaster:
    """Keeps what was delivered. `ill` says what to do with a message before it is taken, by the number of its try."""

    ill: Callable[[int, str], str] = lambda number, reader: ""
    delivered: list[tuple[str, bytes]] = field(default_factory=list)
    tries: int = 0
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        said = self.ill(self.tries, address)
        if said.startswith("rcpt "):
            self.tries += 1
            return said.removeprefix("rcpt ")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        said = self.ill(self.tries, envelope.rcpt_tos[0])
        self.tries += 1
        self.encrypted.append(session.ssl is not None)
        if said == "silence":
            await asyncio.sleep(3)
            return "451 late"
        if said:
            return said
        self.delivered.append((envelope.rcpt_tos[0], envelope.content))
        return "250 taken"


@contextmanager
def mail_server(postmaster: Postmaster, *, certificate: ssl.SSLContext | None = None) -> Iterator[int]:
    controller = Controller(
        postmaster, hostname=LOCAL, port=free_port(), tls_context=certificate, require_starttls=certificate is not None
    )
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextmanager
def dropping_server(after: bytes, times: int, onward: int) -> Iterator[int]:
    """Hangs up the first `times` times that a client has said `after`; otherwise passes everything on to another."""
    listening = socket.create_server((LOCAL, 0))
    listening.settimeout(0.1)
    left, stop = [times], threading.Event()
    opened: list[socket.socket] = []
    pumps: list[threading.Thread] = []

    def pump(source: socket.socket, sink: socket.socket, watch: bool) -> None:
        heard = b""
        with suppress(OSError):
            while told := source.recv(4096):
                heard += told
                if watch and left[0] > 0 and after in heard:
                    left[0] -= 1
                    break
                sink.sendall(told)
        for one in (source, sink):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        while not stop.is_set():
            try:
                client, _ = listening.accept()
            except TimeoutError:
                continue
            client.settimeout(5)
            server = socket.create_connection((LOCAL, onward), timeout=5)
            opened.extend((client, server))
            for ends in ((client, server, True), (server, client, False)):
                pumps.append(threading.Thread(target=pump, args=ends, daemon=True))
                pumps[-1].start()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        stop.set()
        thread.join()
        for each in pumps:
            each.join()
        for one in (listening, *opened):
            one.close()


@dataclass
class Receiver:
    """A program that takes each idempotency key once. `ill` gives the answer's status by the number of the call."""

    ill: Callable[[int], int] = lambda number: 200
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    taken: dict[str, bytes] = field(default_factory=dict)


@contextmanager
def web_server(receiver: Receiver) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = receiver.ill(len(receiver.calls))
            receiver.calls.append((dict(self.headers), body))
            if status in (0, 200):
                receiver.taken.setdefault(self.headers["Idempotency-Key"], body)
            if status == 0:  # took it and hung up without a word
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((LOCAL, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{LOCAL}:{server.server_address[1]}/hook"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port() -> int:
    with socket.create_server((LOCAL, 0)) as one:
        port: int = one.getsockname()[1]
        return port


def certificate(folder: Path, host: str = "localhost") -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The server's and the client's side of a certificate for a host, made for this test."""
    key, told = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", told,
         "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"],
        check=True, capture_output=True,
    )  # fmt: skip
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(told, key)
    client = ssl.create_default_context(cafile=str(told))
    return server, client


NOW = dt.datetime(2022, 12, 18, 9, tzinfo=dt.UTC)
