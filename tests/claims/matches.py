"""Words that a pattern matches, drawn by walking the pattern: some of every alternative, hundreds in a blink."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from re import _parser
from typing import Any

SIGNS = [chr(code) for code in range(32, 127)]
MORE = (0, 0, 1, 2, 3, 9)  # times that something is repeated beyond what it has to be
TRIES = 40


def matches_of(pattern: re.Pattern[str], many: int, *, seed: int = 1) -> list[str]:
    """At most `many` texts in which the pattern matches, and some of what it asks to stand before and after.

    What stands around a match is drawn too, so a draw can contradict itself: such a one is left out.
    """
    random, tree = Random(seed), _parser.parse(pattern.pattern, pattern.flags)
    drawn: list[str] = []
    for _ in range(many * TRIES):
        text = "".join(_drawn(random, tree, {}))
        if pattern.search(text):
            drawn.append(text)
        if len(drawn) == many:
            break
    return drawn


def _drawn(random: Random, tree: Any, groups: dict[int, str]) -> Iterator[str]:
    for kind, told in tree:
        match str(kind):
            case "LITERAL":
                yield _cased(random, chr(told))
            case "NOT_LITERAL":
                yield random.choice([sign for sign in SIGNS if sign != chr(told)])
            case "ANY":
                yield random.choice(SIGNS)
            case "IN":
                yield random.choice(_members(told))
            case "BRANCH":
                yield from _drawn(random, random.choice(told[1]), groups)
            case "SUBPATTERN":
                number, _, _, inside = told
                groups[number] = "".join(_drawn(random, inside, groups))
                yield groups[number]
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, inside = told
                for _ in range(min(int(most), least + random.choice(MORE))):
                    yield from _drawn(random, inside, groups)
            case "ASSERT":
                yield from _drawn(random, told[1], groups)
            case "GROUPREF":
                yield groups.get(told, "")
            case "AT" | "ASSERT_NOT":
                pass
            case unknown:
                raise AssertionError(f"no way to draw {unknown}")


def _cased(random: Random, sign: str) -> str:
    return sign.upper() if random.random() < 0.1 else sign


def _members(told: Any) -> list[str]:
    """The signs of a class; of those that are not ASCII too, where it names them."""
    if str(told[0][0]) == "NEGATE":
        shut = set(_members(told[1:]))
        return [sign for sign in SIGNS if sign not in shut]
    return [sign for kind, what in told for sign in _range(str(kind), what)]


CATEGORIES = {
    "CATEGORY_DIGIT": re.compile(r"\d"),
    "CATEGORY_WORD": re.compile(r"\w"),
    "CATEGORY_SPACE": re.compile(r"\s"),
    "CATEGORY_NOT_DIGIT": re.compile(r"\D"),
    "CATEGORY_NOT_WORD": re.compile(r"\W"),
    "CATEGORY_NOT_SPACE": re.compile(r"\S"),
}


def _range(kind: str, what: Any) -> list[str]:
    match kind:
        case "LITERAL":
            return [chr(what)]
        case "RANGE":
            return [chr(code) for code in range(what[0], what[1] + 1)]
        case _:
            return [sign for sign in SIGNS if CATEGORIES[str(what)].match(sign)]
