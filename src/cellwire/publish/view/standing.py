"""The record of one moment with the ways into it: by id, by company, by words of a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from heapq import merge, nsmallest
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
    def _words(self) -> tuple[Sequence[str], Mapping[str, Sequence[tuple[int, str]]]]:
        """The words of all names in their order; for each the entries that hold it, those of short names first."""
        holding: dict[str, list[tuple[int, str]]] = {}
        for thing in self.by_id.values():
            if not isinstance(thing, Story):
                for word in set(folded(thing.name).split()):
                    holding.setdefault(word, []).append((len(thing.name), thing.id))
        for entries in holding.values():
            entries.sort()
        return sorted(holding), holding

    def suggest(self, asked: str, limit: int = 8) -> list[Entity]:
        """Plants, deals, rumours and companies with a word that begins as asked; short names first."""
        words = folded(asked).split()
        if not words or len(words[0]) < 2:
            return []
        longest = max(words, key=len)
        rest = [word for word in words if word != longest]
        every, holding = self._words
        near = every[bisect_left(every, longest) : bisect_left(every, longest + LAST)]
        shortest = merge(*(holding[word] for word in near)) if rest else self._few(near, 4 * limit)
        found: list[Entity] = []
        for id in dict.fromkeys(id for _, id in shortest):
            thing = self.by_id[id]
            parts = folded(title_of(thing)).split() if rest else ()
            if all(any(part.startswith(word) for part in parts) for word in rest):
                found.append(thing)
            if len(found) == limit:
                break
        return found

    def _few(self, words: Sequence[str], most: int) -> list[tuple[int, str]]:
        """The shortest names that hold one of the words: none but the first of each word can be among them."""
        holding = self._words[1]
        return nsmallest(most, (entry for word in words for entry in holding[word][:most]))

    def linked(self, ids: Sequence[str]) -> Iterator[Entity]:
        """The entries with these ids; one that the record no longer holds is passed over."""
        return (self.by_id[id] for id in ids if id in self.by_id)

    def linked_stories(self, ids: Sequence[str]) -> list[Story]:
        """Those of these entries that are stories, the latest told first."""
        found = [thing for thing in self.linked(ids) if isinstance(thing, Story)]
        return sorted(found, key=lambda story: (story.last_told, story.id), reverse=True)
