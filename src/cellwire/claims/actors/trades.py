"""What an unknown company makes or trades in, as the text or its own name says: where it stands in the chain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cellwire.claims.scene import Name
from cellwire.lexicon import load_words, regex


def _table(name: str) -> dict[str, str]:
    pairs = (pair.split("=") for pair in load_words(name))
    return {word.replace("_", " "): place for word, place in pairs}


_GOODS, _ALONE, _NAMES = _table("trades_of_goods"), _table("trades_alone"), _table("trades_in_names")
_NOUN = f"(?:{'|'.join(load_words('trade_nouns'))})s?"
_BY_ITSELF = "|".join(_ALONE)
_MADE = "|".join(sorted(map(re.escape, _GOODS), key=len, reverse=True))
_BEFORE = regex(
    rf"\b(?:(?P<goods>(?:black mass|[A-Za-z][\w-]*))\s{_NOUN}|(?P<alone>(?i:{_BY_ITSELF})))"
    r"(?:\s(?:called|named))?,?\s$"
)
_AFTER = regex(
    r"(?:'s)?(?:,|\s\([^()]{1,30}\),?)\s(?:an?|the|one of the)\s(?:[\w'’-]+\s){0,5}?"
    rf"(?:(?P<goods>black mass|[\w-]+)\s{_NOUN}\b|(?P<alone>{_BY_ITSELF})\b"
    rf"|{_NOUN}\sof\s(?:[\w-]+\s){{0,3}}?(?P<made>(?:[a-z]+-)?(?:{_MADE}))\b)"
)
_REACH = 90  # characters


def with_trades(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names; those that no list knows with what the text or their last word says of their trade."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        if name.known or name.kind == "government" or name.chain:
            continue
        places = found.get(name.id, ())
        found[name.id] = (*places, *(place for place in _told(text, name) if place not in places))
    return [replace(name, chain=found[name.id]) if found.get(name.id) else name for name in names]


def _told(text: str, name: Name) -> Iterator[str]:
    start, end = name.span.start, name.span.end
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, end)
    for match in (before, after):
        if match:
            yield from _places(match.groupdict())
    named = without_land(name.name)
    if " " in named and (place := _NAMES.get(named.rpartition(" ")[2])):
        yield place


def without_land(name: str) -> str:
    """A company's name without the land of a branch: "Donwell Electrolyte" of "Donwell Electrolyte USA"."""
    words = name.split()
    while len(words) > 1 and words[-1] in _BRANCHES:
        words.pop()
    return " ".join(words)


_BRANCHES = frozenset(load_words("branches"))


def _places(said: dict[str, str | None]) -> Iterator[str]:
    for key, table in (("goods", _GOODS), ("made", _GOODS), ("alone", _ALONE)):
        word = (said.get(key) or "").lower()
        if place := table.get(word) or table.get(word.rpartition("-")[2]):
            yield place
