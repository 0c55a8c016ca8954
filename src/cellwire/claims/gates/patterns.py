"""Patterns that run only where a text has one of the words they need: most sentences have none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from cellwire.claims.gates.first_words import beginnings, first_words

_OPENING = re.compile(r"([a-z]{1,4})[a-z]*")
_KEPT = "abcdefghijklmnopqrstuvwxyz$"
_LETTERS = "".join("0" if chr(code).isdigit() else chr(code) if chr(code) in _KEPT else " " for code in range(128))
_FIGURE = re.compile(r"[0-9]")
_SIGN = re.compile(r"[$€£¥₩₹]")
_STANDS_FOR = {"0": _FIGURE, "$": _SIGN}


def openings(text: str) -> frozenset[str]:
    """The first four letters of every word, in lower case: enough to know a word by, and its other forms too.

    "0" stands for any figure, "$" for any sign of a currency.
    """
    low = text.lower()
    if not low.isascii():
        signs = [sign for sign, pattern in _STANDS_FOR.items() if pattern.search(text)]
        return frozenset((*_OPENING.findall(low), *signs))
    words = low.translate(_LETTERS)
    signs = [sign for sign in _STANDS_FOR if sign in words]
    for sign in signs:
        words = words.replace(sign, " ")
    return frozenset([*[word[:4] for word in words.split()], *signs])


class Gated:
    """A pattern, and the openings of words of which every match has at least one.

    Where every match begins with such a word, only the places where one stands are tried: a pattern that starts at a
    word's border is slow to look for and quick to try.
    """

    pattern: re.Pattern[str]
    needs: frozenset[str]
    _begins: frozenset[str] | None  # the openings of a match's own first word; None where a match begins otherwise

    def search(self, text: str, opened: frozenset[str]) -> re.Match[str] | None:
        """The first match in `text`, whose words open as `opened` says (or are among those)."""
        if self.needs.isdisjoint(opened):
            return None
        if self._begins is None or len(text) < _SHORT:
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


class _Later(Gated):
    """What was not asked yet: each part is made when it is first needed, and then a plain attribute."""

    def __init__(self, written: str, flags: re.RegexFlag, needs: str) -> None:
        self._written, self._flags, self._needs = written, flags, needs

    def __getattr__(self, name: str) -> Any:
        match name:
            case "pattern":
                self.pattern = re.compile(self._written, self._flags)
            case "needs":
                self.needs = openings(self._needs) if self._needs else first_words(self._written)
            case "_begins":
                self._begins = beginnings(self._written)
            case _:
                raise AttributeError(name)
        if vars(self).keys() >= {"pattern", "needs", "_begins"}:
            self.__class__ = Gated  # type: ignore[assignment]  # from now on nothing is asked through here
        return vars(self)[name]


_SHORT = 25  # characters: so few are sooner tried one by one


def _starts(text: str, beginnings: frozenset[str]) -> list[int]:
    """Where something in `text` begins so, in order; not only words do, which is for the pattern to tell."""
    low = text.lower()
    starts: list[int] = []
    for beginning in beginnings:
        if signs := _STANDS_FOR.get(beginning):
            starts += [match.start() for match in signs.finditer(text)]
            continue
        start = low.find(beginning)
        while start >= 0:
            starts.append(start)
            start = low.find(beginning, start + 1)
    if len(beginnings) > 1:
        starts.sort()
    return starts


def gated(pattern: str, flags: re.RegexFlag = re.NOFLAG, *, needs: str = "") -> Gated:
    """The words a match begins with are read off the pattern; `needs` lists rarer ones that every match has."""
    return _Later(pattern, flags, needs)


def begun(pattern: re.Pattern[str], text: str, *words: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern over a whole text, where each begins with one of these words, written so."""
    starts = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            starts.append(start)
            start = text.find(word, start + 1)
    reach = 0
    for start in sorted(starts):
        if start >= reach and (match := pattern.match(text, start)):
            reach = match.end()
            yield match
