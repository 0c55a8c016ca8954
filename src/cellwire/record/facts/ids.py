"""Ids of entries: what nothing told tells apart is numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=Identified)


def numbered_apart(things: Iterable[Thing]) -> list[tuple[str, Thing]]:
    """Each with an id of its own: its id as it is, or with a number behind it where an earlier one has that id."""
    seen: Counter[str] = Counter()
    named = []
    for thing in things:
        id = thing.id
        seen[id] += 1
        named.append((f"{id}-{seen[id]}" if seen[id] > 1 else id, thing))
    return named
