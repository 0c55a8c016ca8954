"""Stored text and addresses made harmless: nothing breaks a line, steers a terminal or runs when it is followed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Control characters, line and paragraph separators, marks that turn the direction of writing, invisible joiners.
_UNWELCOME = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
_LONE = re.compile(r"[\ud800-\udfff]")


def tame(text: str) -> str:
    """Spaces stay as they are, so that runs of a sentence still fit together."""
    return _LONE.sub("\ufffd", _UNWELCOME.sub(" ", text))


def one_line(text: str) -> str:
    return " ".join(tame(text).split())


def safe_url(url: str | None) -> str | None:
    """Only addresses a reader can follow without harm: `javascript:` and its like are dropped."""
    if not url or re.search(r"[\s\x00-\x1f<>\"]", url):
        return None
    return url if host_of(url) and urlsplit(url).scheme in {"http", "https"} else None


def host_of(url: str | None) -> str:
    """Empty where the address has none, or is none: a feed's link may be "http://[x"."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
