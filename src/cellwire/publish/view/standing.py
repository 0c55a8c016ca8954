"""The record of one moment with the ways into it: by id, by company, by words of a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from heapq import nsmallest
from operator import itemgetter
from typing import Any, TypeVar, cast

from cellwire.model import Company, Deal, Entity, Facility, Record, Rumour, Story, plain_letters, title_of

T = TypeVar("T")
LAST = "\U0010ffff"  # behind every letter: words that begin alike end before it
KINDS: dict[type, str] = {
    Facility: "facilities",
    Deal: "deals",
    Rumour: "rumours",
    Company: "companies",
    Story: "stories",
}


folded = lru_cache(100_000)(plain_letters)  # the same names are asked for again and again


def told_of(thing: Entity) -> date:
    """The day it was last told of; a company's is its latest story's, which it does not know itself."""
    match thing:
        case Rumour():
            return max((answer.said for answer in thing.answers), default=thing.first_report)
        case Company():
            return date.min
    return thing.last_told


@dataclass(frozen=True, eq=False)
class Standing:
    """What was known at one moment. `stamp` changes whenever the answer to anything asked of it can change."""

    stamp: str
    record: Record
    stories: tuple[Story, ...]
    _made: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is made of this state the first time it is asked for, and kept."""
        if name not in self._made:
            self._made[name] = make()
        return cast(T, self._made[name])

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        things: Sequence[Entity] = (
            *self.record.facilities,
            *self.record.deals,
            *self.record.rumours,
            *self.record.companies,
            *self.stories,
        )
        return {thing.id: thing for thing in things}

    @cached_property
    def _words(self) -> Sequence[tuple[str, int, str]]:
        """Each word of a name with the name's length and the entry's id, in the order of words."""
        named = [thing for thing in self.by_id.values() if not isinstance(thing, Story)]
        return sorted((word, len(thing.name), thing.id) for thing in named for word in set(folded(thing.name).split()))

    def suggest(self, asked: str, limit: int = 8) -> list[Entity]:
        """Plants, deals, rumours and companies with a word that begins as asked; short names first."""
        words = folded(asked).split()
        if not words or len(words[0]) < 2:
            return []
        longest = max(words, key=len)
        near = self._words[bisect_left(self._words, (longest,)) : bisect_left(self._words, (longest + LAST,))]
        rest = [word for word in words if word != longest]
        found: list[Entity] = []
        by_length = itemgetter(1, 2)
        shortest = sorted(near, key=by_length) if rest else nsmallest(4 * limit, near, key=by_length)
        for id in dict.fromkeys(id for _, _, id in shortest):
            thing = self.by_id[id]
            parts = folded(title_of(thing)).split() if rest else ()
            if all(any(part.startswith(word) for part in parts) for word in rest):
                found.append(thing)
            if len(found) == limit:
                break
        return found

    def linked(self, ids: Sequence[str]) -> Iterator[Entity]:
        """The entries with these ids; one that the record no longer holds is passed over."""
        return (self.by_id[id] for id in ids if id in self.by_id)
