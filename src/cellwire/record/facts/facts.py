"""From many readings of one attribute to a fact: all values kept, one chosen, and the rule that chose said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from cellwire.model import Citation, DateWhat, Fact, Support, can_both_hold, same_reading
from cellwire.record.facts.revised import is_outdated, with_former
from cellwire.record.facts.rules import rules
from cellwire.record.facts.values import Reading


def build_facts(readings: Iterable[Reading]) -> tuple[Fact, ...]:
    """One fact for each attribute, in the attributes' alphabetical order."""
    told: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        told[reading.attribute].append(reading)
    return tuple(_fact(attribute, told[attribute]) for attribute in sorted(told))


def _fact(attribute: str, told: Sequence[Reading]) -> Fact:
    """Best first: not taken back, a start that was made, newest statement by a party or a government, most independent
    texts, newest.
    """
    told = with_former(told) if len(told) > 1 else told
    if any(reading.instead_of for reading in told):
        told = [replace(reading, outdated=is_outdated(reading, told)) for reading in told]
    values = sorted(_by_value(told), key=_strength, reverse=True)
    return Fact(
        attribute=attribute,
        supports=tuple(_support(value) for value in values),
        rule=_rule(values),
        conflict=_disagree(values),
    )


def _by_value(told: Iterable[Reading]) -> list[list[Reading]]:
    """Readings of one value together, told first first. An exact figure speaks for "about" the same."""
    values: list[list[Reading]] = []
    for reading in sorted(
        told, key=lambda reading: (reading.telling.order, reading.citation.start, reading.value.text)
    ):
        for value in values:
            if same_reading(value[0].value, reading.value):
                value.append(reading)
                break
        else:
            values.append([reading])
    return values


def _support(value: Sequence[Reading]) -> Support:
    """The first that is told as exact stands for the value, else the first; each development is cited once."""
    citations: dict[str, Citation] = {}
    for reading in value:
        citations.setdefault(reading.telling.development.id, reading.citation)
    plainest = next((reading for reading in value if reading.value.qualifier == "exact"), value[0])
    return Support(plainest.value, tuple(citations.values()))


def _strength(value: Sequence[Reading]) -> tuple[bool, bool, date, bool, int, date, int, str]:
    return (
        _stands(value),
        _is_made(value),
        _stated(value) or date.min,
        any(reading.telling.confirmed for reading in value),
        _origins(value),
        _newest(value),
        _early(value[0]),
        value[0].value.text,
    )


def _early(reading: Reading) -> int:
    """Of two starts told alike ("from 2026 to 2030") the earlier is the start."""
    when = reading.value.when
    return -when.first.toordinal() if when and reading.attribute.endswith("_start") else 0


def _is_made(value: Iterable[Reading]) -> bool:
    """Whether somebody tells that it was made on that day: a start that is no plan any more."""
    return any(_was_made(reading) for reading in value)


def _was_made(reading: Reading) -> bool:
    telling, when = reading.telling, reading.value.when
    stages = _MADE.get(reading.attribute, ())
    return telling.confirmed and telling.development.stage in stages and when is not None and when.first <= telling.told


_MADE: dict[str, tuple[str, ...]] = {
    DateWhat.PRODUCTION_START: ("operating", "expanded"),
    DateWhat.CONSTRUCTION_START: ("construction",),
}


def _stands(value: Iterable[Reading]) -> bool:
    """Not only told in versions that were corrected since, or before another value was told in its place."""
    return any(not reading.telling.replaced and not reading.outdated for reading in value)


def _stated(value: Iterable[Reading]) -> date | None:
    return max((reading.telling.told for reading in value if reading.telling.official), default=None)


def _origins(value: Iterable[Reading]) -> int:
    return len({reading.telling.origin for reading in value})


def _newest(value: Iterable[Reading]) -> date:
    return max(reading.telling.told for reading in value)


def _rule(values: Sequence[Sequence[Reading]]) -> str:
    """Why the first was chosen, as the first comparison that set it apart from the second says it."""
    if len(values) == 1:
        count = _origins(values[0])
        return "the only value told" + (f", by {count} independent texts" if count > 1 else "")
    first, second = values[:2]
    if _stands(first) != _stands(second):
        changed = any(reading.instead_of for reading in first)
        return "told in place of the earlier value" if changed else "the corrected version of the article"
    if _is_made(first) != _is_made(second):
        return "the start that was made, the others were planned"
    stated = _stated(first)
    if stated and stated != _stated(second):
        return f"newest statement by a company or a government ({stated})"
    if _strength(first)[3] != _strength(second)[3]:
        return "confirmed, the others only reported"
    if _origins(first) != _origins(second):
        return f"most independent texts ({_origins(first)})"
    if _newest(first) != _newest(second):
        return f"newest ({_newest(first)})"
    if _early(values[0][0]) != _early(values[1][0]):
        return "told as often and as lately as the others; the earliest start"
    return "told as often and as lately as the others; the later in the alphabet, so that the choice never changes"


def _disagree(values: Sequence[Sequence[Reading]]) -> bool:
    """Whether a value that still stands, and is no history, cannot hold beside the chosen one."""
    chosen = values[0]
    since = min(reading.telling.told for reading in chosen)
    return any(
        not can_both_hold(chosen[0].value, other[0].value)
        for other in values[1:]
        if _stands(other)
        and not _is_history(other, since)
        and not _is_revised(other, chosen)
        and not _told_together(chosen, other)
        and (_is_made(other) or not _is_made(chosen))
    )


def _is_revised(value: Iterable[Reading], chosen: Iterable[Reading]) -> bool:
    """Whether the party that stated it, or what nobody stated, gave way to a later statement of another figure."""
    stated = [reading.telling for reading in chosen if reading.telling.official]
    first = min((telling.told for telling in stated), default=date.min)
    others = {reading.telling.stated_by for reading in value if reading.telling.official}
    return _newest(value) < first and others <= {telling.stated_by for telling in stated}


def _is_history(value: Iterable[Reading], since: date) -> bool:
    return (since - _newest(value)).days > int(rules()["conflicts"]["history_days"])


def _told_together(one: Iterable[Reading], other: Iterable[Reading]) -> bool:
    """One development that gives two figures means two things by them: a first sum and a whole one."""
    mine = {reading.telling.development.id for reading in one}
    return any(reading.telling.development.id in mine for reading in other)
