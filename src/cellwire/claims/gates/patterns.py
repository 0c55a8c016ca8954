"""Patterns that run only where a text has one of the words they need: most sentences have none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from cellwire.claims.gates.first_words import beginnings, first_words

_OPENING = re.compile(r"([a-z]{1,4})[a-z]*")
_LETTERS = "".join(chr(code) if chr(code).islower() else " " for code in range(128))  # of ASCII, by code
_FIGURE = re.compile(r"[0-9]")
_SIGN = re.compile(r"[$€£¥₩₹]")
_STANDS_FOR = {"0": _FIGURE, "$": _SIGN}


def openings(text: str) -> frozenset[str]:
    """The first four letters of every word, in lower case: enough to know a word by, and its other forms too.

    "0" stands for any figure, "$" for any sign of a currency.
    """
    low = text.lower()
    found = {word[:4] for word in low.translate(_LETTERS).split()} if low.isascii() else set(_OPENING.findall(low))
    if _FIGURE.search(text):
        found.add("0")
    if _SIGN.search(text):
        found.add("$")
    return frozenset(found)


class Gated:
    """A pattern, and the openings of words of which every match has at least one; both are made when first used.

    Where every match begins with such a word, only the places where one stands are tried: a pattern that starts at a
    word's border is slow to look for and quick to try.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag, needs: str) -> None:
        self._written, self._flags, self._needs = pattern, flags, needs

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    @cached_property
    def needs(self) -> frozenset[str]:
        return openings(self._needs) if self._needs else first_words(self._written)

    @cached_property
    def _begins(self) -> frozenset[str] | None:
        """The openings of a match's own first word; `None` where a match begins otherwise."""
        return beginnings(self._written)

    def search(self, text: str, opened: frozenset[str]) -> re.Match[str] | None:
        """The first match in `text`, whose words open as `opened` says (or are among those)."""
        if self.needs.isdisjoint(opened):
            return None
        if self._begins is None:
            return self.pattern.search(text)
        match = self.pattern.match
        for start in _starts(text, self._begins & opened):
            if found := match(text, start):
                return found
        return None

    def finditer(self, text: str, opened: frozenset[str]) -> Iterable[re.Match[str]]:
        if self.needs.isdisjoint(opened):
            return ()
        if self._begins is None:
            return self.pattern.finditer(text)
        match, reach, found = self.pattern.match, 0, []
        for start in _starts(text, self._begins & opened):
            if start >= reach and (each := match(text, start)):
                reach = each.end()
                found.append(each)
        return found


def _starts(text: str, beginnings: frozenset[str]) -> list[int]:
    """Where something in `text` begins so, in order; not only words do, which is for the pattern to tell."""
    low = text.lower()
    starts = []
    for beginning in beginnings:
        if signs := _STANDS_FOR.get(beginning):
            starts += [match.start() for match in signs.finditer(text)]
            continue
        start = low.find(beginning)
        while start >= 0:
            starts.append(start)
            start = low.find(beginning, start + 1)
    starts.sort()
    return starts


def gated(pattern: str, flags: re.RegexFlag = re.NOFLAG, *, needs: str = "") -> Gated:
    """The words a match begins with are read off the pattern; `needs` lists rarer ones that every match has."""
    return Gated(pattern, flags, needs)
