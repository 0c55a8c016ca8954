"""How the sizes that a matter tells go together: two measures, a part and its whole, or figures that contradict."""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec import structs

from cellwire.model import Capacity, Scope
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.matter import Matter, Told
from cellwire.publish.brief.wording import listed


def measured(capacities: list[Told[Capacity]]) -> tuple[Part, ...]:
    """ "5 GWh a year, or 30 million cells": one output in two measures."""
    alike = len({_base(told) for told in capacities}) < len(capacities)
    return listed([told.part for told in capacities], last="and" if alike else "or")


def in_all_and_yearly(matter: Matter) -> tuple[Told[Capacity] | None, Told[Capacity] | None]:
    """ "200,000 tonnes, 50,000 tonnes a year": what a contract is over, and the part of it that a year brings."""
    yearly = [told for told in matter.capacity if told.value.unit.endswith("/yr")]
    whole = [told for told in matter.capacity if not told.value.unit.endswith("/yr")]
    if len(yearly) != 1 or len(whole) != 1 or _base(yearly[0]) != _base(whole[0]):
        return None, None
    return (whole[0], yearly[0]) if yearly[0].value.value < whole[0].value.value else (None, None)


def contradictory(capacities: list[Told[Capacity]]) -> bool:
    """A total below one of its parts, a plant's size below its phase's: which figure is of what is then left open."""
    return any(
        (total.value.scope is Scope.TOTAL is not part.value.scope or _a_phase_of(part, total))
        and _base(total) == _base(part)
        and total.value.value < part.value.value
        for total in capacities
        for part in capacities
    )


def _a_phase_of(part: Told[Capacity], whole: Told[Capacity]) -> bool:
    return part.value.scope is Scope.PHASE and whole.value.scope is Scope.NEW


_OF_A_PHASE = re.compile(
    r"\b(?:phases?|stages?|initial(?:ly)?|first|second|third|lines?|modules?|steps?|blocks?|units?|halls?|parts?"
    r"|sections?|tranches?|start(?:s|ing)?|begin\w*)\b",
    re.IGNORECASE,
)


def of_no_phase(capacities: list[Told[Capacity]]) -> list[Told[Capacity]]:
    """The sole size of a plant is no phase's where no words speak of one: it was read beside another's larger size."""
    if len(capacities) != 1 or capacities[0].value.scope is not Scope.PHASE or capacities[0].part.note is None:
        return capacities
    told = capacities[0]
    said = _OF_A_PHASE.search(told.part.note.quote) if told.part.note else None
    return capacities if said else [replace(told, value=structs.replace(told.value, scope=Scope.NEW))]


def grows(capacities: list[Told[Capacity]]) -> bool:
    """Whether a plant is enlarged: what it has and what it is to have stand side by side."""
    present = {_base(told) for told in capacities if told.value.scope is Scope.EXISTING}
    return any(told.value.scope is Scope.TOTAL and _base(told) in present for told in capacities)


def _base(told: Told[Capacity]) -> str:
    return told.value.unit.removesuffix("/yr")


def is_output(told: Told[Capacity], matter: Matter) -> bool:
    """Square metres are what separators and foils are counted in; of other plants they are the land."""
    made = matter.product.value.name if matter.product else ""
    return not told.value.unit.startswith("m2") or made in {"separator", "foil"}


def distinct(capacities: list[Told[Capacity]]) -> list[Told[Capacity]]:
    """One number is told once, though one sentence calls it a phase's and another the plant's."""
    numbers = [(told.value.value, told.value.unit.removesuffix("/yr")) for told in capacities]
    return [told for place, told in enumerate(capacities) if numbers[place] not in numbers[:place]]
