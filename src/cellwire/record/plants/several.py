"""Several plants of one place: told as one thing, one of them told apart, or told together with what each has alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import structs

from cellwire.model import ordinal, plant_words
from cellwire.record.facts import Telling, rules

_MOST = 600  # characters from a telling's first words to its last figure


def plants_told(telling: Telling) -> int:
    """How many plants of its place the words speak of as one thing: 2 for "two plants side by side in Glendale"."""
    place = telling.development.place
    return _counted(_words(telling), place.name) if place else 1


def tells_of_several(telling: Telling) -> bool:
    """Whether its figures may be those of plants that it counts: "the two plants that it runs there make 54 GWh"."""
    return _plants().search(_words(telling)) is not None


def _words(telling: Telling) -> str:
    """From its first words to its last figure."""
    development = telling.development
    jobs = [development.jobs.span] if development.jobs else []
    spans = (development.evidence, *(each.span for each in development.capacity), *jobs)
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return telling.document.text[first : min(last, first + _MOST)]


@lru_cache(maxsize=65_536)
def _counted(words: str, town: str) -> int:
    """Only where they stand in the town or side by side: "two plants in Guangzhou and Wuhan" are of two places."""
    there = re.compile(rf"^(?:\s[\w-]+){{0,3}}\s(?:in|at|near|outside|for)\s{re.escape(town)}\b(?!\s(?:and|or)\s[A-Z])")
    for matched in _plants().finditer(words):
        behind = words[matched.end() : matched.end() + 80]
        if town in matched[0] or there.match(behind) or _of_one_site().match(behind):
            return int(rules()["several"]["numbers"][matched[1].lower()])
    return 1


@cache
def _plants() -> re.Pattern[str]:
    numbers = "|".join(rules()["several"]["numbers"])
    plants = "|".join(re.sub("y$", "ie", word) + "s" for word in plant_words())
    other = r"phases?|stages?|lines?|more|other|further|and|at|of|from|in|to|for|with|on|the|a"
    between = rf"(?:[-\s]+(?!(?:{other})\b)[\w'’-]+){{0,4}}?"
    return re.compile(rf"\b({numbers}){between}[-\s]+(?:{plants})\b", re.IGNORECASE)


@cache
def _of_one_site() -> re.Pattern[str]:
    return re.compile(rules()["several"]["site"])


def part_of(telling: Telling, count: int) -> str:
    """Of so many plants the one that is told of: "second plant"."""
    number = ordinal(telling.development.quote)
    return f"{rules()['several']['ordinals'][number - 1]} plant" if number and number <= count else ""


def told_together(tellings: Iterable[Telling]) -> list[Telling]:
    """Those that count several plants lose their figures, which belong to no one of them."""
    return [structs.replace(one, of_several=tells_of_several(one)) for one in tellings]


def told_apart(tellings: Iterable[Telling], count: int) -> list[Telling]:
    """Those that tell of one plant of the site say which."""
    return [structs.replace(one, part=part_of(one, count)) for one in tellings]
