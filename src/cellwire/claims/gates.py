"""Patterns that run only where a text has one of the words they need: most sentences have none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"([a-z]{1,4})[a-z]*")


def openings(text: str) -> frozenset[str]:
    """The first four letters of every word, in lower case: enough to know a word by, and its other forms too."""
    return frozenset(_OPENING.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Gated:
    """A pattern, and the openings of words of which every match has at least one."""

    pattern: re.Pattern[str]
    needs: frozenset[str]

    def search(self, text: str, opened: frozenset[str]) -> re.Match[str] | None:
        """The first match in `text`, whose words open as `opened` says (or are among those)."""
        return None if self.needs.isdisjoint(opened) else self.pattern.search(text)

    def finditer(self, text: str, opened: frozenset[str]) -> Iterator[re.Match[str]]:
        return iter(()) if self.needs.isdisjoint(opened) else self.pattern.finditer(text)


def gated(needs: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Gated:
    """`needs` lists words: each match of the pattern has one of them, or one that opens as it does."""
    return Gated(re.compile(pattern, flags), openings(needs))
