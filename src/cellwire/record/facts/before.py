"""What entries were before: what the same tellings told of them is not worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType

from cellwire.model import Deal, Facility
from cellwire.record.facts.tellings import Telling

Before = Mapping[
    str, tuple[int, Facility | Deal]
]  # by id: a number for its tellings, and the entry as nobody judged it
NOTHING_BEFORE: Before = MappingProxyType({})


def told_as(tellings: Iterable[Telling]) -> int:
    """Another number wherever a telling came, went or counts otherwise."""
    said = "\n".join(
        f"{one.development.id} {one.origin} {one.replaced} {one.stated_by} {one.part} {one.of_several}"
        for one in tellings
    )
    return int.from_bytes(sha256(said.encode()).digest()[:8], "big") >> 1


def as_before(before: Before, id: str, tellings: Iterable[Telling]) -> Facility | Deal | None:
    """The entry as it was, if these very tellings told it."""
    told, entry = before.get(id, (None, None))
    return entry if entry and told == told_as(tellings) else None
