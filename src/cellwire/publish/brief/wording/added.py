"""Whether a text puts a figure on top of what was told before: "another $275 million", "400 additional jobs"."""

from __future__ import annotations

import re

from cellwire.publish.brief.edition import Part

_MORE = (
    r"(?:another|additional|(?:a )?further|an extra|extra|adds?|adding|added)\s"
    r"(?:an?\s)?(?:(?:additional|further|extra)\s)?"
)
_BEFORE = re.compile(rf"\b{_MORE}[^\w\s]{{0,3}}$", re.IGNORECASE)


def is_added(before: str) -> bool:
    """By the words that stand before the figure."""
    return _BEFORE.search(before) is not None


def is_told_as_added(part: Part, quote: str) -> bool:
    """By the words of its quote, before the figure or behind it."""
    digits = re.search(r"\d[\d.,]*", part.text)
    if digits is None:
        return False
    number = re.escape(digits[0].rstrip(".,"))
    before = rf"\b{_MORE}[^\w\s]{{0,3}}{number}(?!\d|[.,]\d)"
    behind = (
        rf"\b{number}\s(?:more|additional|extra|further)\s(?:jobs|people|workers|employees|positions|workplaces)"
        rf"|\b{number}\s?(?:million|billion|m|bn?)\s(?:more|extra)\s(?:in|into|on|for)\b"
    )
    return re.search(f"{before}|{behind}", quote, re.IGNORECASE) is not None
