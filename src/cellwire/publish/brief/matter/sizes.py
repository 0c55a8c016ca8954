"""The figures of a story, to be compared with another's."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter.matter import Matter

_GWH = {"GWh": 1.0, "MWh": 1e-3, "TWh": 1e3}


def gwh_of(value: float, unit: str) -> float:
    """In GWh, or GWh a year; nothing of what is counted otherwise."""
    return value * _GWH.get(unit.removesuffix("/yr"), 0.0)


def figures(matter: Matter) -> Iterator[tuple[str, float]]:
    yield from ((told.value.unit.removesuffix("/yr"), told.value.value) for told in matter.capacity)
    yield from ((told.value.currency, told.value.amount) for told in matter.money)
    if matter.jobs:
        yield "jobs", float(matter.jobs.value.value)


def all_figures(matter: Matter, shelf: Shelf) -> set[tuple[str, float]]:
    """What the story's texts give it, printed or not."""
    found: set[tuple[str, float]] = set()
    for dev in (shelf.developments[id] for id in matter.developments):
        found |= {(known.unit.removesuffix("/yr"), known.value) for known in dev.capacity}
        found |= {(known.currency, known.amount) for known in dev.money}
        found |= {("jobs", float(dev.jobs.value))} if dev.jobs else set()
    return found
