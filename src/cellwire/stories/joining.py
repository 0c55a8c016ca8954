"""Things joined pair by pair into groups: which pairs came first does not matter."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Joined(Generic[Thing]):
    """Groups of things; a thing that nothing joins is a group of its own."""

    def __init__(self) -> None:
        self._above: dict[Thing, Thing] = {}

    def add(self, thing: Thing) -> None:
        self._above.setdefault(thing, thing)

    def top(self, thing: Thing) -> Thing:
        """The same thing for all of one group."""
        above = self._above
        found = above.setdefault(thing, thing)
        while above[found] != found:
            above[found] = above[above[found]]
            found = above[found]
        above[thing] = found
        return found

    def join(self, one: Thing, other: Thing) -> None:
        here, there = self.top(one), self.top(other)
        if here != there:
            self._above[there] = here

    def together(self, one: Thing, other: Thing) -> bool:
        return self.top(one) == self.top(other)

    def groups(self) -> list[list[Thing]]:
        """Each group's things, and the groups, in the order in which they were added."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self._above:
            found.setdefault(self.top(thing), []).append(thing)
        return list(found.values())
