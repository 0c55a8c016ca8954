"""Telling a program: a signed POST, tried again with growing pauses, with a key by which it knows a second try."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from cellwire.errors import BadOption, said_plainly
from cellwire.publish.post.ledger import PAUSES, Fate, Line

_AGAIN = {408, 425, 429}  # and everything from 500 on


@dataclass(frozen=True, slots=True)
class Hook:
    url: str
    secret: str
    patience: float = 10.0  # seconds for an answer


def signature(secret: str, moment: str, body: bytes) -> str:
    """What the receiver computes again: HMAC-SHA256 over the moment, a full stop and the body."""
    return "sha256=" + hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def call_hook(
    hook: Hook,
    told: Mapping[str, Any],
    *,
    key: str,
    clock: Callable[[], datetime],
    sleep: Callable[[float], None],
) -> Line:
    """Sends until the receiver says 2xx; a receiver that keeps the keys it has seen takes each once."""
    body = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    said = ""
    for pause in (0.0, *PAUSES):
        if pause:
            sleep(pause)
        try:
            status = _post(hook, body, key, clock().isoformat())
        except (OSError, http.client.HTTPException) as problem:
            said = said_plainly(problem)
            continue
        said = f"HTTP {status}"
        if 200 <= status < 300:
            return Line(key, hook.url, Fate.SENT, clock(), said)
        if status < 500 and status not in _AGAIN:
            return Line(key, hook.url, Fate.REFUSED, clock(), said)
    return Line(key, hook.url, Fate.FAILED, clock(), said)


def _post(hook: Hook, body: bytes, key: str, moment: str) -> int:
    """The answer's status. A redirect is not followed: the signed words go where the reader said and nowhere else."""
    parts = urlsplit(hook.url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadOption(hook.url, "is no address that can be called", "write it as https://host/path")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=hook.patience)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "cellwire",
        "Idempotency-Key": key,
        "Cellwire-Moment": moment,
        "Cellwire-Signature": signature(hook.secret, moment, body),
    }
    try:
        connection.request("POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, headers)
        return connection.getresponse().status
    finally:
        connection.close()
