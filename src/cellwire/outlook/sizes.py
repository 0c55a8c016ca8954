"""How much a fact says: its value as a band, and what has to be said with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cellwire.model import Fact, Qualifier, Value, amount, can_both_hold
from cellwire.outlook.bands import Band

GWH, TONNES = "GWh", "t"


@dataclass(frozen=True, slots=True)
class Size:
    """`notes` are the words without which the figure would say more than its sources: "up to", "disputed"."""

    band: Band
    notes: tuple[str, ...] = ()


def size_of(facts: Iterable[Fact], *attributes: str, unit: str = GWH) -> Size | None:
    """The first of the attributes that is told in the unit."""
    told = {fact.attribute: fact for fact in facts}
    sizes = (_size(told[attribute], unit) for attribute in attributes if attribute in told)
    return next((size for size in sizes if size), None)


def _size(fact: Fact, unit: str) -> Size | None:
    """The chosen value in the middle; where sources disagree, the band goes over all that cannot hold beside it."""
    values = [support.value for support in fact.supports if _number(support.value, unit) is not None]
    if not values:
        return None
    chosen = values[0]
    others = [value for value in values[1:] if fact.conflict and not can_both_hold(chosen, value)]
    ends = [_ends(value, unit) for value in (chosen, *others)]
    middle = _number(chosen, unit) or 0.0
    notes = [str(chosen.qualifier)] if chosen.qualifier is not Qualifier.EXACT else []
    notes += ["disputed"] if others else []
    return Size(Band(min(low for low, _ in ends), middle, max(high for _, high in ends)), tuple(notes))


def _ends(value: Value, unit: str) -> tuple[float, float]:
    """Of "up to 40" nobody says how little it may be; of "more than 40" nobody says more, so 40 is all that counts."""
    number = _number(value, unit) or 0.0
    return (0.0 if value.qualifier in (Qualifier.UP_TO, Qualifier.UNDER) else number), number


def _number(value: Value, unit: str) -> float | None:
    told = amount(value)
    return told[0] if told and told[1] == unit and told[0] > 0 else None
