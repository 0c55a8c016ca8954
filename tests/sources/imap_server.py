"""A small IMAP server for the tests: enough of RFC 3501 to read mails, and a list of everything it was asked."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

USER, PASSWORD = "ann", "s3cret"


@dataclass
class Mails:
    """`folders` hold messages by number. `breaks_after` fetches the connection is lost."""

    port: int = 0
    folders: dict[str, dict[int, bytes]] = field(default_factory=lambda: {"INBOX": {}})
    validity: int = 7
    breaks_after: int | None = None
    asked: list[str] = field(default_factory=list)

    def url(self, folder: str = "", scheme: str = "imap") -> str:
        return f"{scheme}://{USER}@127.0.0.1:{self.port}/{folder}"


class _Session(socketserver.StreamRequestHandler):
    mails: Mails

    def handle(self) -> None:
        self.say("* OK made for tests")
        self.folder: dict[int, bytes] = {}
        self.fetched = 0
        while line := self.rfile.readline().decode("latin-1").strip():
            tag, _, words = line.partition(" ")
            self.mails.asked.append(words)
            name = words.upper().removeprefix("UID ").split(" ")[0]
            answer = getattr(self, f"on_{name.lower()}", self.on_nothing)
            if answer(tag, words):
                return

    def say(self, line: str | bytes) -> None:
        self.wfile.write((line.encode() if isinstance(line, str) else line) + b"\r\n")

    def on_nothing(self, tag: str, _: str) -> bool:
        self.say(f"{tag} BAD no such command")
        return True

    def on_capability(self, tag: str, _: str) -> None:
        self.say("* CAPABILITY IMAP4rev1")
        self.say(f"{tag} OK done")

    def on_login(self, tag: str, words: str) -> None:
        good = words.split(" ", 1)[1].replace('"', "") == f"{USER} {PASSWORD}"
        self.say(f"{tag} OK welcome" if good else f"{tag} NO [AUTHENTICATIONFAILED] wrong password")

    def on_examine(self, tag: str, words: str) -> None:
        name = words.split(" ", 1)[1].strip('"')
        if name not in self.mails.folders:
            self.say(f"{tag} NO no such folder")
            return
        self.folder = self.mails.folders[name]
        self.say(f"* {len(self.folder)} EXISTS")
        self.say(f"* OK [UIDVALIDITY {self.mails.validity}] valid")
        self.say(f"{tag} OK [READ-ONLY] done")

    def on_list(self, tag: str, _: str) -> None:
        for name in self.mails.folders:
            self.say(f'* LIST () "/" "{name}"')
        self.say(f"{tag} OK done")

    def on_search(self, tag: str, words: str) -> None:
        behind = re.search(r"UID SEARCH UID (\d+):\*", words)
        found = [number for number in self.folder if not behind or number >= int(behind[1])]
        found = found or sorted(self.folder)[-1:]  # RFC 3501: "*" is the last one, whatever stands before the colon
        self.say("* SEARCH " + " ".join(map(str, found)))
        self.say(f"{tag} OK done")

    def on_fetch(self, tag: str, words: str) -> bool:
        number = int(words.split()[2])
        content = self.folder[number]
        if "SIZE" in words:
            self.say(f"* {number} FETCH (UID {number} RFC822.SIZE {len(content)})")
        else:
            self.fetched += 1
            if self.mails.breaks_after is not None and self.fetched > self.mails.breaks_after:
                return True
            part = content.split(b"\n\n")[0] if "HEADER" in words else content
            self.say(f"* {number} FETCH (UID {number} BODY[] {{{len(part)}}}\r\n".encode() + part + b")")
        self.say(f"{tag} OK done")
        return False

    def on_logout(self, tag: str, _: str) -> bool:
        self.say("* BYE")
        self.say(f"{tag} OK done")
        return True


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def mail_server() -> Iterator[Mails]:
    mails = Mails()
    server = _Server(("127.0.0.1", 0), type("Session", (_Session,), {"mails": mails}))
    mails.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield mails
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
