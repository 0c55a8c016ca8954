"""Texts of two or four bytes a letter, by their first bytes: a mark, or the "<" with which markup begins."""

from __future__ import annotations

import codecs

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
