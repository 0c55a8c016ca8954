"""Entities that XML declares for itself: those made of others may unfold a few lines to gigabytes."""

from __future__ import annotations

import re

_DOCTYPE = b"<!DOCTYPE"
_DECLARED = re.compile(rb"<!ENTITY\s+[^\s'\"<>]+\s+(?:\"[^\"]*\"|'[^']*')\s*>")
_OPENS = 10_000  # bytes in which a document declares what it declares


def without_nested_entities(content: bytes) -> bytes:
    """The same XML without the declarations of entities whose words name others; what uses them reads on as they are
    written."""
    opening, rest = content[:_OPENS], content[_OPENS:]
    if _DOCTYPE not in opening:
        return content
    return _DECLARED.sub(lambda declared: b"" if b"&" in declared[0] else declared[0], opening) + rest
