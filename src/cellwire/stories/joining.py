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


class Places:
    """Places of a growing list joined pair by pair, where far more pairs are asked about than joined."""

    def __init__(self) -> None:
        self.group_of: list[int] = []
        self._members: dict[int, list[int]] = {}  # of groups of several

    def add(self) -> int:
        """The next place, joined to none."""
        place = len(self.group_of)
        self.group_of.append(place)
        return place

    def join(self, one: int, other: int) -> None:
        here, there = self.group_of[one], self.group_of[other]
        if here == there:
            return
        ours, theirs = self._members.pop(here, [here]), self._members.pop(there, [there])
        if len(ours) < len(theirs):
            here, ours, theirs = there, theirs, ours
        for place in theirs:
            self.group_of[place] = here
        ours += theirs
        self._members[here] = ours

    def groups(self) -> list[list[int]]:
        """Each group's places, and the groups, in the order of the list."""
        found: dict[int, list[int]] = {}
        for place, group in enumerate(self.group_of):
            found.setdefault(group, []).append(place)
        return list(found.values())
