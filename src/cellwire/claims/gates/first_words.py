r"""How the words open that a pattern's matches begin with: `\b(?:cells?|cathode\w*|\d+)` → "cell", "cath", "0"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cellwire.claims.gates.written import Part, taken_apart

_KNOWN = 4  # letters by which a word is known
_SIGNS = frozenset("$€£¥₩₹")


class _Head(NamedTuple):
    """How far a match is read: `letters` of its first word, whether at a border before it, whether that is enough."""

    letters: str = ""
    border: bool = False
    known: bool = False
    first: bool = True  # nothing of the match stands before the word


class _Unknown(Exception):
    """The pattern can begin with any word, or inside one."""


def first_words(pattern: str) -> frozenset[str]:
    """Refuses a pattern of which that cannot be said."""
    try:
        heads = _read({_Head()}, taken_apart(pattern))
        if not all(head.known for head in heads):
            raise _Unknown
    except _Unknown:
        raise ValueError(f"no first words in {pattern!r}: list words that each of its matches needs") from None
    return frozenset(head.letters for head in heads)


def beginnings(pattern: str) -> frozenset[str] | None:
    """The first words where every match starts with one of them, with nothing before it."""
    try:
        heads = _read({_Head()}, taken_apart(pattern))
    except _Unknown:
        return None
    return frozenset(head.letters for head in heads) if all(head.known and head.first for head in heads) else None


def _read(heads: set[_Head], parts: Iterable[Part]) -> set[_Head]:
    for part in parts:
        growing = {head for head in heads if not head.known}
        if growing:
            heads = (heads - growing) | _grown(growing, part)
    return heads


def _grown(heads: set[_Head], part: Part) -> set[_Head]:
    """The beginnings, longer by one part of a pattern."""
    if part.aside:
        return heads
    if part.border:
        return {head._replace(border=True, known=bool(head.letters)) for head in heads}
    if part.ways and (part.least, part.most) == (1, 1):
        return set().union(*(_read(heads, way) for way in part.ways))
    if part.ways:
        return _repeated(heads, part)
    if part.signs is None:
        raise _Unknown
    return {_with(head, sign.lower()) for head in heads for sign in part.signs}


def _repeated(heads: set[_Head], part: Part) -> set[_Head]:
    told = set(heads) if not part.least else set()
    for _ in range(min(part.most, _KNOWN)):
        heads = _read(heads, part.ways[0])
        told |= heads
    return told


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
