"""The parts of a plant and how much each adds, so that phases and the whole are never counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cellwire.model import GROUPS, Facility, Phase, Status
from cellwire.outlook.bands import Band, total
from cellwire.outlook.sizes import Size, size_of

ALIVE = ("speculative", "planned", "operating")
_ROUNDED = 0.025  # what is left of a whole, and no more than figures are rounded by, is nothing


@dataclass(frozen=True, slots=True)
class Part:
    """What starts together. Without a phase of its own it is what the phases leave of the whole."""

    label: str
    status: Status
    size: Size
    phase: Phase | None = None

    @property
    def alive(self) -> bool:
        return GROUPS[self.status] in ALIVE


def parts_of(facility: Facility) -> tuple[Part, ...]:
    """Phases with figures of their own, what runs already, and what is left of the whole."""
    own = [Part(phase.label, phase.status, size, phase) for phase in facility.phases if (size := _own(phase))]
    bare = [phase for phase in facility.phases if not _own(phase)]
    existing = size_of(facility.facts, "capacity.existing")
    whole = _whole(facility)
    if existing and not any(_same(existing.band, part.size.band) for part in own):
        own += _existing(existing, own, bare)
        bare = [phase for phase in bare if all(part.phase is not phase for part in own)]
    if whole is None:
        return tuple(own)
    if not own:
        return (_of_phases(bare, whole),)
    together = total(part.size.band for part in own)
    left = whole.band.beyond(together)
    if left.middle > _ROUNDED * whole.band.middle:
        return (*own, _left(facility, bare, replace(whole, band=left)))
    return tuple(_within(part, whole.band, together) for part in own)


def _own(phase: Phase) -> Size | None:
    return size_of(phase.facts, "capacity.phase", "capacity.new")


def _whole(facility: Facility) -> Size | None:
    """What is told as the whole, else what a phase is told to be of; a whole that is one end of a dispute about it is
    disputed too."""
    told, plan = size_of(facility.facts, "capacity.total"), _plan(facility.phases)
    if told is None or plan is None:
        return told or plan
    if "disputed" in plan.notes and plan.band.low <= told.band.middle <= plan.band.high:
        return replace(plan, band=replace(plan.band, middle=told.band.middle))
    return told


def _plan(phases: Sequence[Phase]) -> Size | None:
    """A phase told of with a size and, by the same words, with that of all that is planned: "6 of 36 GWh"."""
    for phase in phases:
        if size_of(phase.facts, "capacity.phase") and (plan := size_of(phase.facts, "capacity.new")):
            return plan
    return None


def _same(one: Band, other: Band) -> bool:
    return abs(one.middle - other.middle) <= _ROUNDED * max(one.middle, other.middle)


def _existing(size: Size, own: Sequence[Part], bare: Sequence[Phase]) -> list[Part]:
    """What is there belongs to the phase that is furthest and has no figure; to none where a sized one runs."""
    if bare:
        furthest = max(bare, key=lambda phase: _rank(phase.status))
        return [Part(furthest.label, furthest.status, size, furthest)]
    if any(part.status is Status.OPERATING for part in own):
        return []
    return [Part("existing", Status.OPERATING, size)]


def _of_phases(bare: Sequence[Phase], whole: Size) -> Part:
    """A whole of which no phase has a figure is as firm as its least firm phase that is not given up."""
    alive = [phase for phase in bare if GROUPS[phase.status] in ALIVE] or bare
    least = min(alive, key=lambda phase: _rank(phase.status))
    return Part("all phases" if len(alive) > 1 else least.label, least.status, whole, least)


def _left(facility: Facility, bare: Sequence[Phase], left: Size) -> Part:
    """What phases with figures leave of the whole: the other phases', or a plan that no step is told of."""
    if bare:
        return replace(_of_phases(bare, left), label=bare[0].label if len(bare) == 1 else "further phases")
    status = min(facility.status, Status.ANNOUNCED, key=_rank) if GROUPS[facility.status] in ALIVE else facility.status
    return Part("up to the whole", status, left)


def _within(part: Part, whole: Band, together: Band) -> Part:
    """Phases that come to more than the whole they are told to be of: at their low end they come to the whole."""
    if together.middle <= whole.middle * (1 + _ROUNDED):
        return part
    band = replace(part.size.band, low=part.size.band.low * whole.middle / together.middle)
    return replace(part, size=Size(band, (*part.size.notes, "more than the whole")))


def _rank(status: Status) -> int:
    """How far a phase is; what is stopped is nowhere."""
    return list(Status).index(status) if GROUPS[status] in ALIVE else -1
