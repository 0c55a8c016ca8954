"""Stored text made harmless for a line of plain text: nothing breaks it, steers a terminal or turns it round."""

from __future__ import annotations

import re

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
