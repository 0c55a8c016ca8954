"""Words that only some may know, and how they are compared."""

from __future__ import annotations

import hmac


def same_secret(given: str, secret: str) -> bool:
    """In a time that does not tell how many letters are right."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode("utf-8", "replace"))


def bearer(header: str) -> str | None:
    """The token of an `Authorization` header; `None` where it holds none."""
    scheme, _, given = header.partition(" ")
    return given.strip() if scheme.casefold() == "bearer" else None
