"""Whether two readings of one attribute are the same, can both hold, or how far they are apart."""

from __future__ import annotations

from cellwire.model.likeness import words
from cellwire.model.quantity import Qualifier
from cellwire.model.record import Value


def amount(value: Value) -> tuple[float, str] | None:
    """A number in the base unit of its kind, so that 12,000 MWh and 12 GWh/yr can be compared."""
    if value.number is None or value.unit is None:
        return None
    base, factor = words()["units"].get(value.unit, (value.unit, 1.0))
    return value.number * factor, base


def can_both_hold(one: Value, other: Value) -> bool:
    """Whether two readings of one attribute can be true together, units, qualifiers and precision considered.

    Sums in two currencies cannot be compared without a rate of the day, so they do not disagree.
    """
    if one.when and other.when:
        return one.when.agrees(other.when)
    here, there = amount(one), amount(other)
    if here is None or there is None:
        return True
    if here[1] != there[1] or one.scope is not other.scope:
        return True
    return _bounds_meet(_bounds(here[0], one.qualifier), _bounds(there[0], other.qualifier))


def _bounds(number: float, qualifier: Qualifier) -> tuple[float, float]:
    """The least and the most a figure can mean."""
    near = words()["nearness"]["about" if qualifier is Qualifier.ABOUT else "rounding"] * abs(number)
    match qualifier:
        case Qualifier.EXACT | Qualifier.ABOUT:
            return number - near, number + near
        case Qualifier.UP_TO | Qualifier.UNDER:
            return 0.0, number + near
        case Qualifier.AT_LEAST:
            return number - near, float("inf")


def _bounds_meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def same_reading(one: Value, other: Value) -> bool:
    """Whether two readings are one value told twice, so that their tellers stand behind it together."""
    if one.when or other.when:
        return one.when == other.when and one.part == other.part
    here, there = amount(one), amount(other)
    if here is None or there is None:
        return one.text.casefold() == other.text.casefold()
    loose = {Qualifier.EXACT, Qualifier.ABOUT}
    qualifiers_meet = one.qualifier is other.qualifier or {one.qualifier, other.qualifier} <= loose
    return here == there and one.scope is other.scope and qualifiers_meet


def size_of(was: Value, now: Value) -> str:
    """ "+25 %", "7 months later"; nothing where the two can be the same figure or are of different kinds."""
    if can_both_hold(was, now):
        return ""
    if was.when and now.when:
        months = 12 * (now.when.first.year - was.when.first.year) + now.when.first.month - was.when.first.month
        unit = "month" if abs(months) == 1 else "months"
        return f"{abs(months)} {unit} {'later' if months > 0 else 'earlier'}" if months else ""
    here, there = amount(was), amount(now)
    if here is None or there is None or not here[0]:
        return ""
    return f"{100 * (there[0] / here[0] - 1):+.0f} %"
