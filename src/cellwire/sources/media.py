"""Which files are news, by name and by their first bytes."""

from __future__ import annotations

import os
from pathlib import Path

from cellwire.model import wide_codec

MEDIA_TYPES: dict[str, str] = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".rdf": "application/rdf+xml",
    ".atom": "application/atom+xml",
    ".json": "application/feed+json",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".pdf": "application/pdf",
    ".warc": "application/warc",
    ".warc.gz": "application/warc",
    ".arc": "application/warc",
    ".arc.gz": "application/warc",
}
KNOWN = ", ".join(MEDIA_TYPES)
READ = frozenset({*MEDIA_TYPES.values(), "text/xml", "application/json"}) - {"application/mbox", "application/warc"}

_OF_A_PAGE = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_ficheiros", "_arquivos", "-bestanden")
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


def media_type_of(path: Path) -> str | None:
    """By the end of the file's name; a packed archive's ends in two parts."""
    *_, last = ["", *path.suffixes[-2:]]
    return MEDIA_TYPES.get("".join(path.suffixes[-2:]).lower()) or MEDIA_TYPES.get(last.lower())


def written(path: Path | str) -> str:
    """A path in letters that can be stored and printed; a byte of a name that is none stands as \\xff."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def belongs_to_a_page(folder: Path) -> bool:
    """Whether a folder holds the pictures, styles and frames that a browser saved beside a page."""
    stem = next((folder.name.removesuffix(end) for end in _OF_A_PAGE if folder.name.endswith(end)), "")
    return bool(stem) and any(folder.with_name(stem + end).is_file() for end in (".html", ".htm", ".xhtml"))


def is_text(content: bytes) -> bool:
    """Whether bytes can be somebody's words: nothing binary hides behind the file's name."""
    head = content[:65536]
    if codec := wide_codec(head):
        return _wide_text(head, codec)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 100 > len(head):
        return False
    broken = head.decode("utf-8", "ignore")
    return len(broken.encode()) * 2 > len(head) or _single_byte_text(head)


def _wide_text(head: bytes, codec: str) -> bool:
    text = head[: len(head) // 4 * 4].decode(codec, "replace").removeprefix("\ufeff")
    odd = sum(1 for char in text if char == "\ufffd" or not (char.isprintable() or char.isspace()))
    return odd * 20 <= len(text)


def _single_byte_text(head: bytes) -> bool:
    """A legacy code page (Chinese, Cyrillic, …): no control characters, and lines or spaces now and then."""
    return sum(head.count(blank) for blank in (b" ", b"\n")) * 60 > len(head)
