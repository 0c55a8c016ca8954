r"""How the words open that a pattern's matches begin with: `\b(?:cells?|cathode\w*|\d+)` → "cell", "cath", "0"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_KNOWN = 4  # letters by which a word is known
_SIGNS = frozenset("$€£¥₩₹")
_BORDERS = frozenset({sre.AT_BOUNDARY, sre.AT_BEGINNING, sre.AT_BEGINNING_STRING, sre.AT_END, sre.AT_END_STRING})
_CATEGORIES = {sre.CATEGORY_DIGIT: "0", sre.CATEGORY_SPACE: " "}


class _Head(NamedTuple):
    """How far a match is read: `letters` of its first word, whether at a border before it, whether that is enough."""

    letters: str = ""
    border: bool = False
    known: bool = False
    first: bool = True  # nothing of the match stands before the word


class _Unknown(Exception):
    """The pattern can begin with any word, or inside one."""


def first_words(pattern: str, flags: re.RegexFlag) -> frozenset[str]:
    """Refuses a pattern of which that cannot be said."""
    try:
        heads = _read({_Head()}, parser.parse(pattern, flags))
        if not all(head.known for head in heads):
            raise _Unknown
    except _Unknown:
        raise ValueError(f"no first words in {pattern!r}: list words that each of its matches needs") from None
    return frozenset(head.letters for head in heads)


def beginnings(pattern: str, flags: re.RegexFlag) -> frozenset[str] | None:
    """The first words where every match starts with one of them, with nothing before it."""
    try:
        heads = _read({_Head()}, parser.parse(pattern, flags))
    except _Unknown:
        return None
    return frozenset(head.letters for head in heads) if all(head.known and head.first for head in heads) else None


def _read(heads: set[_Head], items: Iterable[tuple[Any, Any]]) -> set[_Head]:
    for kind, told in items:
        growing = {head for head in heads if not head.known}
        if growing:
            heads = (heads - growing) | _grown(growing, kind, told)
    return heads


def _grown(heads: set[_Head], kind: Any, told: Any) -> set[_Head]:
    """The beginnings, longer by one part of a pattern."""
    if kind is sre.SUBPATTERN:
        return _read(heads, told[3])
    if kind is sre.BRANCH:
        return set().union(*(_read(heads, branch) for branch in told[1]))
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _repeated(heads, *told)
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return heads
    if kind is sre.AT and told in _BORDERS:
        return {head._replace(border=True, known=bool(head.letters)) for head in heads}
    signs = set(_signs(kind, told))
    return {_with(head, sign) for head in heads for sign in signs}


def _repeated(heads: set[_Head], least: int, most: int, items: Iterable[tuple[Any, Any]]) -> set[_Head]:
    told = set(heads) if not least else set()
    for _ in range(min(most, _KNOWN)):
        heads = _read(heads, items)
        told |= heads
    return told


def _signs(kind: Any, told: Any) -> Iterator[str]:
    """The characters that a part can stand for."""
    if kind is sre.LITERAL:
        yield chr(told).lower()
    elif kind is sre.IN:
        for inside, detail in told:
            yield from _signs(inside, detail)
    elif kind is sre.CATEGORY and told in _CATEGORIES:
        yield _CATEGORIES[told]
    elif kind is sre.RANGE and chr(told[0]).isdigit() and chr(told[1]).isdigit():
        yield "0"
    else:
        raise _Unknown


def _with(head: _Head, sign: str) -> _Head:
    if "a" <= sign <= "z":
        if not (head.border or head.letters):
            raise _Unknown
        letters = head.letters + sign
        return head._replace(letters=letters, known=len(letters) == _KNOWN)
    if head.letters:
        return head._replace(known=True)
    if sign.isdigit():
        return head._replace(letters="0", known=True)
    if sign in _SIGNS:
        return head._replace(letters="$", known=True)
    return _Head(border=not (sign.isalpha() or sign == "_"), first=False)
