"""Bytes to characters: byte-order mark, what was declared, then what the bytes themselves show."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from cellwire.model import Capture, wide_codec

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w:.-]{2,40})""", re.IGNORECASE)

# What pages that say these mean in practice (WHATWG Encoding, labels).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    problem: str | None = None  # what had to be guessed or replaced


def declared_charset(content_type: str, content: bytes) -> str | None:
    """The charset a header, an XML declaration or a meta tag names, in that order."""
    if header := _CHARSET.search(content_type):
        return header[1]
    head = content[:4096]
    if inside := _XML.search(head) or _META.search(head):
        named = inside[1].decode("ascii")
        # Words that can be read as ASCII cannot say truly that they are written in two bytes a letter.
        return "utf-8" if named.lower().startswith(("utf-16", "utf-32")) else named
    return None


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes with \\n as its only line end; never raises, and says what it had to guess."""
    decoded = _decode(content, declared)
    return Decoded(decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.problem)


def decoded(capture: Capture) -> tuple[str, tuple[str, ...]]:
    """The capture's characters, and what had to be guessed to get them."""
    headers = [value for name, value in capture.headers if name.lower() == "content-type"]
    content_type = " ".join([*headers, capture.media_type])
    text = decode(capture.content, declared_charset(content_type, capture.content))
    return text.text, (text.problem,) if text.problem else ()


def _decode(content: bytes, declared: str | None) -> Decoded:
    marked = "utf-8" if content.startswith(codecs.BOM_UTF8) else wide_codec(content)
    if marked and (text := _strict(content, marked)) is not None:
        return Decoded(text.removeprefix("\ufeff"))
    said = _known(declared)
    # Pages that say windows-1252 and hold UTF-8 are common; the other way round hardly happens by chance.
    order = ("utf-8", said) if said and said.startswith(("cp125", "iso8859")) else (said, "utf-8")
    for codec in filter(None, order):
        if (text := _strict(content, codec)) is not None:
            return Decoded(text)
    return _guess(content)


def _known(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    return _MEANT.get(name, name)


def _strict(content: bytes, codec: str) -> str | None:
    try:
        text = content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if isinstance(text, str) and "\x00" not in text else None


def _guess(content: bytes) -> Decoded:
    """Bytes that are not what they claim: mostly UTF-8 with broken places, a Western code page, or detected."""
    mended = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").replace("\x00", "\ufffd")
    broken = mended.count("\ufffd")
    multibyte = sum(1 for char in mended if ord(char) > 127) - broken
    if multibyte >= broken:
        return Decoded(mended, f"{broken} bytes are not UTF-8 and were replaced")
    high = sum(1 for byte in content if byte > 127)
    western = _strict(content, "cp1252")
    if western is not None and high * 8 < len(content):
        return Decoded(western, "not UTF-8; read as windows-1252")
    if (detected := _detected(content)) is not None:
        return detected
    return Decoded(mended, f"{broken} bytes are not UTF-8 and were replaced")


def _detected(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # costly to import and seldom needed

    best = from_bytes(content[:100_000]).best()
    if best is None or (text := _strict(content, best.encoding)) is None:
        return None
    return Decoded(text, f"not UTF-8; read as {best.encoding}")
