"""A regular expression taken apart, as far as it has to be known how its matches begin."""

from __future__ import annotations

import re

from msgspec import Struct

from cellwire.lexicon import regex

_OPENS = regex(r"\((?:\?(?:P<\w+>|[aiLmsux]*(?:-[imsx]+)?:|(?P<look><?[=!])))?")
_TIMES = regex(r"(?:(?P<sign>[*+?])|\{(?P<least>\d*)(?:(?P<comma>,)(?P<most>\d*))?\})[?+]?")
_ESCAPED = regex(r"\\(?:x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|(?P<sign>.))", re.DOTALL)
_MANY = 1 << 16
_COUNTS = {"*": (0, _MANY), "+": (1, _MANY), "?": (0, 1)}
_CLASSES = {"d": "0", "s": " "}
_PLAIN = {"n": "\n", "t": "\t", "r": "\r"}


class Part(Struct, frozen=True):
    """One of: `signs` a character can be (None: any), the `ways` of a group, a border or a look aside of no width."""

    signs: frozenset[str] | None = None
    ways: tuple[tuple[Part, ...], ...] = ()
    border: bool = False
    aside: bool = False
    least: int = 1
    most: int = 1


def taken_apart(pattern: str) -> tuple[Part, ...]:
    """Refuses nothing: what is not understood is a part of which any character is possible."""
    ways, _ = _ways(pattern, 0)
    return ways[0] if len(ways) == 1 else (Part(ways=ways),)


def _ways(pattern: str, at: int) -> tuple[tuple[tuple[Part, ...], ...], int]:
    """The alternatives up to the bracket that closes them, and where that stands."""
    ways: list[tuple[Part, ...]] = []
    parts: list[Part] = []
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            ways.append(tuple(parts))
            parts, at = [], at + 1
            continue
        part, at = _part(pattern, at)
        if times := _TIMES.match(pattern, at):
            part, at = _repeated(part, times), times.end()
        parts.append(part)
    return (*ways, tuple(parts)), at


def _part(pattern: str, at: int) -> tuple[Part, int]:
    sign = pattern[at]
    if sign == "(":
        opens = _OPENS.match(pattern, at)
        assert opens
        ways, end = _ways(pattern, opens.end())
        if pattern.startswith("?", opens.end()):  # a reference back, or what is not known here
            return Part(), end + 1
        return (Part(aside=True) if opens["look"] else Part(ways=ways)), end + 1
    if sign == "[":
        return _one_of(pattern, at)
    if sign == "\\":
        return _escape(pattern, at)
    if sign in "^$":
        return Part(border=True), at + 1
    return Part(signs=None if sign == "." else frozenset(sign)), at + 1


def _escape(pattern: str, at: int) -> tuple[Part, int]:
    escaped = _ESCAPED.match(pattern, at)
    assert escaped
    sign = escaped["sign"]
    if sign and sign in "bAZ":
        return Part(border=True), escaped.end()
    return Part(signs=_meant(escaped)), escaped.end()


def _meant(escaped: re.Match[str]) -> frozenset[str] | None:
    sign = escaped["sign"]
    if sign is None:
        return frozenset(chr(int(escaped["two"] or escaped["four"], 16)))
    if sign in _CLASSES or sign in _PLAIN:
        return frozenset(_CLASSES.get(sign) or _PLAIN[sign])
    return None if sign.isalnum() else frozenset(sign)


def _one_of(pattern: str, at: int) -> tuple[Part, int]:
    """The signs of a class in square brackets; a range of figures is one, a range of letters can be any."""
    at += 1
    known = pattern[at] != "^"
    at += not known
    signs: set[str] = set()
    first = at
    while pattern[at] != "]" or at == first:
        if pattern[at] == "\\":
            escaped = _ESCAPED.match(pattern, at)
            assert escaped
            found, at = _meant(escaped), escaped.end()
        else:
            found, at = frozenset(pattern[at]), at + 1
        if pattern[at] == "-" and pattern[at + 1] != "]":
            found, at = (frozenset("0") if found and all(map(str.isdigit, found)) else None), at + 2
        known = known and found is not None
        signs |= found or set()
    return Part(signs=frozenset(signs) if known else None), at + 1


def _repeated(part: Part, times: re.Match[str]) -> Part:
    if times["sign"]:
        least, most = _COUNTS[times["sign"]]
    else:
        least = int(times["least"] or 0)
        most = int(times["most"] or _MANY) if times["comma"] else least
    return Part(ways=((part,),), least=least, most=most)
