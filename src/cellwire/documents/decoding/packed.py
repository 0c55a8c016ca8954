"""Whether the packed parts of a PDF become more than a page of text can be, before anybody unpacks them."""

from __future__ import annotations

import re
import zlib

MB = 1024 * 1024
PAGE = 8 * MB  # of one stream of a page's marks; reading takes some ten times as much memory
WHOLE = 40 * MB  # of all of them
_DICTIONARY = 2048  # bytes before a stream that say what it is
_STREAM = re.compile(rb"stream\r?\n")
_KEPT_PACKED = re.compile(rb"/Subtype\s*/Image\b|/Length[123]\s|/Type\s*/(?:XRef|ObjStm|Metadata)\b")


def swells(content: bytes) -> bool:
    """Pictures and fonts are not unpacked for the text and do not count."""
    whole = 0
    for begun in _STREAM.finditer(content):
        if content.endswith(b"end", 0, begun.start()):
            continue
        before = content[max(0, begun.start() - _DICTIONARY) : begun.start()]
        said = before[before.rfind(b" obj") + 1 :]
        packed = said.count(b"/FlateDecode") + said.count(b"/Fl ")
        if not packed or _KEPT_PACKED.search(said):
            continue
        size = _unpacked_size(content, begun.end(), packed)
        whole += size
        if size > PAGE or whole > WHOLE:
            return True
    return False


def _unpacked_size(content: bytes, start: int, times: int) -> int:
    """How large a stream becomes, up to a little over the limit; one that is packed twice is unpacked twice."""
    piece = memoryview(content)[start:]
    for _ in range(times):
        try:
            piece = memoryview(zlib.decompressobj().decompress(piece, PAGE + 1))
        except zlib.error:
            return 0
    return len(piece)
