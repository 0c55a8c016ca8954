"""How much a story matters, as a sum whose every term is a reason that can be read."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from cellwire.model import DateWhat, Development, Kind, Money
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode, gwh_of

_FRESH_DAYS = 42
_TEXTS = 5
_UNSURE = {Mode.REPORTED, Mode.CONSIDERING, Mode.UNDECIDED, Mode.CONDITIONAL}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("cellwire.publish.brief.doubting") / "ranking.toml").read_text("utf-8"))


def rank(matter: Matter) -> tuple[float, tuple[str, ...]]:
    """The score, and "reason (+points)" for each of its terms."""
    terms = [(round(points, 2), reason) for points, reason in _terms(matter) if points]
    return round(sum(points for points, _ in terms), 2), tuple(f"{reason} ({points:+.1f})" for points, reason in terms)


def _terms(matter: Matter) -> Iterator[tuple[float, str]]:
    weights: dict[str, float] = _table()["weights"]
    yield _table()["stage"][matter.kind.value].get(matter.step, 1.0), f"{matter.kind}: {matter.step}"
    gwh = max((gwh_of(told.value.value, told.value.unit) for told in matter.capacity), default=0.0)
    gwh = gwh if matter.of_batteries else 0.0
    sum_ = max((dollars(told.value) for told in matter.money), default=0.0)
    yield _size(gwh, sum_), f"{gwh:g} GWh" if gwh >= sum_ / _A_GWH else "as much as its sum builds"
    yield weights["money"] * max(0.0, math.log10(sum_ / 1e6) if sum_ else 0.0), "the sum named"
    yield weights["origin"] * min(_TEXTS, matter.origins - 1), f"{matter.origins} independent texts"
    yield weights[matter.mark], matter.mark
    yield weights["answers"] * len(matter.replies), f"{len(matter.replies)} answers"
    yield weights["conflict"] * bool(matter.conflicts), "figures in conflict"
    yield weights["unsure"] * (matter.mode in _UNSURE), f"not firm: {matter.mode.value}"
    event = matter.date(DateWhat.EVENT)
    old = event is not None and (matter.told - event.value.date.last).days > _FRESH_DAYS
    yield weights["old"] * old, "happened long before"
    yield weights["passing"] * (not matter.fronted), "told only far down in its text"
    unplaced = matter.kind is Kind.FACILITY and not (matter.place or matter.country)
    yield weights["unplaced"] * unplaced, "no place named"


def roughly(developments: Sequence[Development], shelf: Shelf) -> float:
    """What a story will weigh, as far as its values tell before they are checked and cited."""
    if not developments:
        return 0.0
    weights: dict[str, float] = _table()["weights"]
    stage = max(_table()["stage"][dev.kind.value].get(dev.stage, 1.0) for dev in developments)
    gwh = max((gwh_of(known.value, known.unit) for dev in developments for known in dev.capacity), default=0.0)
    sum_ = max((dollars(known) for dev in developments for known in dev.money), default=0.0)
    origins = len({shelf.origin(dev.document) for dev in developments})
    weight: float = (
        stage
        + _size(gwh, sum_)
        + weights["money"] * max(0.0, math.log10(sum_ / 1e6) if sum_ else 0.0)
        + weights["origin"] * min(_TEXTS, origins - 1)
    )
    return weight


_A_GWH = 100e6  # dollars, which a yearly GWh costs to build


def _size(gwh: float, dollars: float) -> float:
    """A deal or a mine weighs as much as the cells that its sum would build, a plant as its own if they are more."""
    weight: float = _table()["weights"]["doubling"] * math.log2(1 + max(gwh, dollars / _A_GWH))
    return weight


def dollars(sum_: Money) -> float:
    """About how much it is; nothing where the currency is not known."""
    rate: float | None = _table()["dollar"].get(sum_.currency)
    return sum_.amount / rate if rate else 0.0
