"""What bytes are before anybody reads them: letters of two or four bytes, and entities that XML declares for itself."""

from __future__ import annotations

import codecs
import re

# By their first bytes: a mark, or the "<" with which markup begins
_BEGIN = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before the mark of two bytes, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    *(("<".encode(codec), codec) for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")),
)


def wide_codec(content: bytes) -> str | None:
    """How bytes are written of which a letter has two or four; None where it has one, or as many as it needs."""
    return next((codec for begin, codec in _BEGIN if content.startswith(begin)), None)


# Those made of others may unfold a few lines to gigabytes
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
