"""The phases of a plant: which tellings and figures are whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from cellwire.model import GROUPS, UNBUILT, DateWhat, Kind, Phase, Scope, Status, amount
from cellwire.record.facts import (
    Reading,
    Standing,
    Telling,
    build_facts,
    build_timeline,
    find_standing,
    pattern,
    phase_at,
    rules,
)

EXPANSION = "expansion"
_OF_A_PHASE = frozenset({f"{what}.{scope}" for what in ("capacity", "output") for scope in (Scope.PHASE, Scope.NEW)})
_OF_ALL = frozenset({"product", "chemistry"})
_NEAR = 40  # characters from a figure to the words that say when it is
_DATES = frozenset(map(str, DateWhat))


@dataclass(slots=True)
class _Draft:
    tellings: list[Telling] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    runs: Telling | None = None  # tells by the way that it does


def build_phases(
    facility: str, tellings: Sequence[Telling], told: Sequence[Reading], heard: date | None
) -> tuple[tuple[Phase, ...], list[Reading]]:
    """Phases in their order, and the readings that are the whole plant's."""
    of_plant: list[Reading] = []
    drafts = share_out(tellings)
    base = _base({reading.phase for reading in told} | set(drafts))
    for reading in told:
        label = _label(reading, base, drafts)
        if label is None:
            of_plant.append(reading)
        elif label in {base, EXPANSION} and label and _is_of_all_phases(reading, told):
            whole = replace(reading.value, scope=Scope.TOTAL)
            of_plant.append(replace(reading, attribute=_OF_ALL_PHASES[reading.attribute], value=whole))
        else:
            drafts.setdefault(label, _Draft()).readings.append(reading)
    if "" in drafts and base:
        drafts.setdefault(base, _Draft()).tellings += drafts.pop("").tellings
    drafts = drafts or {base: _Draft()}
    return tuple(_phase(facility, label, drafts[label], heard) for label in sorted(drafts, key=_place)), of_plant


_OF_ALL_PHASES = {f"{what}.{Scope.NEW}": f"{what}.{Scope.TOTAL}" for what in ("capacity", "output")}


def _is_of_all_phases(reading: Reading, told: Iterable[Reading]) -> bool:
    """Whether the same text tells that a named phase is smaller ("50,000 tonnes a year, 10,000 in the first phase"),
    or what a plant makes that was enlarged.
    """
    if reading.attribute not in _OF_ALL_PHASES:
        return False
    beside = [one for one in told if one.telling is reading.telling]
    part, whole = reading.attribute.replace(Scope.NEW, Scope.PHASE), _OF_ALL_PHASES[reading.attribute]
    if reading.telling.development.stage == "expanded":
        return all(one.attribute != whole for one in beside)
    parts = any(one.attribute == part and one.phase and _is_less(one, reading) for one in beside)
    return parts and all(one.attribute != whole for one in beside)


def _is_less(one: Reading, other: Reading) -> bool:
    here, there = amount(one.value), amount(other.value)
    return here is not None and there is not None and here[1] == there[1] and here[0] < there[0]


def share_out(tellings: Iterable[Telling]) -> dict[str, _Draft]:
    """Each step with the phase its words name, or with the expansion of a plant that already runs."""
    drafts: dict[str, _Draft] = {}
    running = False
    for telling in tellings:
        if telling.development.kind is Kind.FACILITY:
            label = telling.part or phase_at(telling, telling.development.told_at)
            there = is_expansion(telling) and _is_there(telling)
            if not label and is_expansion(telling) and (running or there):
                label = EXPANSION
            if not label and EXPANSION in drafts and telling.development.stage == "expanded":
                label = EXPANSION
            if there and not running:
                drafts.setdefault("", _Draft()).runs = telling
            drafts.setdefault(label, _Draft()).tellings.append(telling)
            running = running or (telling.development.stage == "operating" and telling.confirmed)
    return drafts


def is_expansion(telling: Telling) -> bool:
    """A plan of a plant that runs, in words or figures of growth."""
    development = telling.development
    grows = pattern(rules()["phases"]["expansion"]).search(development.quote)
    new = any(capacity.scope is Scope.NEW for capacity in development.capacity)
    return development.stage in UNBUILT and not development.background and bool(grows or new)


def _is_there(telling: Telling) -> bool:
    """Whether a text that tells of growth says how large the plant is today, and not what it was to be before."""
    text, today = telling.document.text, pattern(rules()["phases"]["today"])
    there = (one.span for one in telling.development.capacity if one.scope is Scope.EXISTING)
    return any(today.search(text, max(0, span.start - _NEAR), span.end + _NEAR) for span in there)


def _base(labels: Iterable[str]) -> str:
    """The phase that words without a phase speak of: the first, where the texts name phases at all."""
    numbered = [label for label in labels if label in rules()["phases"]["order"]]
    return min(numbered, key=rules()["phases"]["order"].index, default="")


def _label(reading: Reading, base: str, drafts: dict[str, _Draft]) -> str | None:
    """Whose a figure is; `None`: the whole plant's."""
    if reading.telling.part and reading.attribute not in _OF_ALL:
        return reading.telling.part
    if reading.attribute not in _OF_A_PHASE | _DATES:
        return None
    if reading.phase:
        return reading.phase
    expansion = drafts.get(EXPANSION)
    return EXPANSION if expansion and reading.telling in expansion.tellings else base


def _place(label: str) -> tuple[int, str]:
    order = rules()["phases"]["order"]
    return (order.index(label) if label in order else len(order) if label else -1), label


def _phase(facility: str, label: str, draft: _Draft, heard: date | None) -> Phase:
    standing = _standing(draft, heard)
    return Phase(
        id=f"{facility}.{label.replace(' ', '-') or 'plant'}",
        label=label,
        status=standing.status,
        inferred=standing.inferred,
        because=standing.because,
        facts=build_facts(draft.readings),
        timeline=build_timeline(draft.tellings, draft.readings),
    )


def _standing(draft: _Draft, heard: date | None) -> Standing:
    """A phase told only in figures is as firm as they are: a plan, or a rumour; what is told to grow runs."""
    standing = find_standing(draft.tellings, heard) if draft.tellings else None
    if draft.runs and (standing is None or GROUPS[standing.status] == "planned"):
        return Standing(Status.OPERATING, f"told on {draft.runs.told} by what it makes today")
    if standing:
        return standing
    if any(reading.telling.confirmed for reading in draft.readings):
        return Standing(Status.ANNOUNCED, "told of only as a part of the plan")
    return Standing(Status.RUMOURED, "told of only as a part of what is considered or reported")
