"""Web archives made for the tests: records of WARC and ARC files, sound and spoilt."""

from __future__ import annotations

import gzip
from base64 import b32encode
from hashlib import sha1

PAGE = b"<html><head><title>%s</title></head><body><p>Volta Cells builds a battery plant in Debrecen.</p></body></html>"
DAY = "2022-12-13T08:00:00Z"


def answer(body: bytes, *, status: str = "200 OK", kind: str = "text/html", **headers: str) -> bytes:
    told = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def warc(block: bytes, url: str = "https://cc.example/a", kind: str = "response", **head: str) -> bytes:
    """One record; a head's line is left out where it is given as ''."""
    media = "application/http; msgtype=response" if block.startswith(b"HTTP/") else "text/html"
    digest = "sha1:" + b32encode(sha1(block, usedforsecurity=False).digest()).decode()
    told = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": DAY,
        "WARC-Block-Digest": digest,
        "Content-Type": media,
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in head.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def arc(block: bytes, url: str = "https://cc.example/a", size: int | None = None) -> bytes:
    length = len(block) if size is None else size
    return f"{url} 192.0.2.1 20221213080000 text/html {length}\n".encode() + block + b"\n"


ARC_HEAD = b"filedesc://made.arc 0.0.0.0 20221213000000 text/plain 75\n1 0 Maker\n" + b"x" * 65 + b"\n\n"


def page(name: str) -> bytes:
    return answer(PAGE % name.encode())


def packed(*records: bytes) -> bytes:
    """A member of its own for each record, as archives are packed."""
    return b"".join(gzip.compress(record) for record in records)
