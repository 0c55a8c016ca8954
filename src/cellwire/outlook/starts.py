"""When a part of a plant starts: as told, or by a rule that says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cellwire.model import DateWhat, Fact, Phase, Status

# What dates a start where no start is told, in the order in which it is asked.
_NEXT_BEST = (DateWhat.DELIVERY_START, DateWhat.COMPLETION, DateWhat.FULL_CAPACITY)
_RUNS = ("operating", "expanded")  # steps of a plant that runs


@dataclass(frozen=True, slots=True)
class Start:
    """The stretch of days in which it starts. `told` is whether a source dates the start itself."""

    year: int
    first: date | None  # `None`: it runs, and nobody says since when
    last: date
    told: bool
    because: str


def start_of(phase: Phase, *, day: date, announced: date, years: int) -> Start:
    """`years` after it was first told of where no date is told; a date gone by without a start moves on with `day`."""
    facts = {fact.attribute: fact for fact in phase.facts}
    if phase.status is Status.OPERATING:
        return _running(phase, facts.get(DateWhat.PRODUCTION_START), day)
    found = _dated(facts) or in_a_year(announced.year + years, f"{years} years after it was first told of")
    return _moved(found, day)


def _dated(facts: dict[str, Fact]) -> Start | None:
    if start := facts.get(DateWhat.PRODUCTION_START):
        return _stretch(start, told=True, because="as told")
    for what in _NEXT_BEST:
        if fact := facts.get(what):
            return _stretch(fact, told=False, because=f"by its {what.replace('_', ' ')}")
    return None


def _stretch(fact: Fact, *, told: bool, because: str) -> Start | None:
    """From the first to the last day that the chosen value can mean; over all values, where they are disputed."""
    values = [support.value.when for support in fact.supports if support.value.when]
    if not values:
        return None
    meant = values if fact.conflict else values[:1]
    because += ", disputed" if fact.conflict else ""
    return Start(values[0].year, min(each.first for each in meant), max(each.last for each in meant), told, because)


def in_a_year(year: int, because: str) -> Start:
    return Start(year, date(year, 1, 1), date(year, 12, 31), told=False, because=because)


def _moved(start: Start, day: date) -> Start:
    """What was to start and is not told to run starts no earlier than the year of the outlook."""
    if start.last >= day:
        return start
    because = f"was to start in {start.year}, and nobody says that it runs"
    return Start(day.year, day, date(day.year, 12, 31), told=False, because=because)


def _running(phase: Phase, start: Fact | None, day: date) -> Start:
    """Of what is told to run without a day nobody says how long it has run."""
    stretch = _stretch(start, told=True, because="as told") if start else None
    if stretch and stretch.first and stretch.first <= day:
        return stretch
    steps = [entry for entry in phase.timeline if entry.milestone and entry.what in _RUNS]
    if dated := [entry.when for entry in steps if entry.when and entry.when.first <= day]:
        when = min(dated)
        return Start(when.year, when.first, when.last, told=True, because="as told")
    said = min((entry.said for entry in steps), default=day)
    return Start(said.year, None, said, told=False, because=f"told to run on {said}, since when nobody says")
