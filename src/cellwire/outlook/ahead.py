"""From plants to tranches of cell capacity, each with its start and how firm it is; what is none is named, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from cellwire.model import GROUPS, NOTHING_KNOWN, DateWhat, Facility, Known, PartyFact, Status, facts_of
from cellwire.outlook.assumptions import Assumptions
from cellwire.outlook.bands import Band
from cellwire.outlook.parts import ALIVE, Part, parts_of
from cellwire.outlook.sizes import GWH, TONNES, size_of
from cellwire.outlook.starts import Start, in_a_year, start_of

_CAPACITIES = ("capacity.total", "capacity.phase", "capacity.new", "capacity.existing")
_CELLS = ("cell", None)
_OWNERS = ("owner", "operator", "developer", "partner")
NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Tranche:
    """A part of a plant that starts at one time: what `cellwire outlook --by plant` prints a row of."""

    id: str  # the plant's, as `cellwire show` takes it
    name: str
    part: str  # "first phase", "up to the whole", "" for a plant without parts
    phase: str | None  # the phase's id; `None`: no phase of its own
    country: str
    company: str  # the group; partners together, so that nothing is counted with each of them
    chemistry: str
    recipes: tuple[str, ...]  # as the data file names them; none where no figures are known
    status: Status
    gwh: Band  # a year, as told
    firmness: float
    start: Start
    notes: tuple[str, ...]

    @property
    def weighted(self) -> Band:
        return self.gwh * self.firmness


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A plant, or a part of one, that is no cell capacity to come, and why."""

    id: str
    name: str
    country: str
    reason: str
    amount: Band | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    day: date
    tranches: tuple[Tranche, ...]
    left_out: tuple[LeftOut, ...]


def look_ahead(
    facilities: Iterable[Facility], assumptions: Assumptions, *, day: date, known: Known = NOTHING_KNOWN
) -> Outlook:
    """What the plants of a record come to, seen from a day; in the order of their ids."""
    seen = sorted(
        (each for plant in facilities for each in _seen(plant, assumptions, day, known)),
        key=lambda each: (each.id, each.part if isinstance(each, Tranche) else "", each.name),
    )
    return Outlook(
        day=day,
        tranches=tuple(each for each in seen if isinstance(each, Tranche)),
        left_out=tuple(each for each in seen if isinstance(each, LeftOut)),
    )


def _seen(plant: Facility, assumptions: Assumptions, day: date, known: Known) -> Iterator[Tranche | LeftOut]:
    product = _product(plant)
    parts = parts_of(plant) if product in _CELLS else ()
    if not parts:
        yield _without_cells(plant, product)
    first: Start | None = None
    for part in parts:
        name = f"{plant.name}: {part.label}" if part.label and len(parts) > 1 else plant.name
        if part.alive:
            start = _start(plant, part, first, assumptions=assumptions, day=day)
            first = first or start
            company = _company(plant.parties, known, day) or NOT_TOLD
            yield _tranche(plant, part, start, company, assumptions)
        else:
            yield LeftOut(plant.id, name, plant.country or NOT_TOLD, f"told to be {part.status}", part.size.band, GWH)


def _product(plant: Facility) -> str | None:
    told = (fact.value.text for fact in facts_of(plant) if fact.attribute == "product")
    return plant.product or next(told, None)


def _without_cells(plant: Facility, product: str | None) -> LeftOut:
    """Why a plant is no cell capacity. Tonnes of cathode material are counted apart: they go into the same cells."""
    left = LeftOut(plant.id, plant.name, plant.country or NOT_TOLD, f"makes no cells: {product}")
    if product in _CELLS:
        stopped = GROUPS[plant.status] not in ALIVE
        return replace(left, reason=f"told to be {plant.status}" if stopped else "no capacity told")
    unit = GWH if product in ("pack", "storage", "recycling") else TONNES
    size = size_of(facts_of(plant), *_CAPACITIES, unit=unit)
    return replace(left, amount=size.band, unit=unit if product == "storage" else f"{unit}/yr") if size else left


def _start(plant: Facility, part: Part, first: Start | None, *, assumptions: Assumptions, day: date) -> Start:
    years = assumptions.years_to_start(plant.country)
    if part.phase:
        announced = min((entry.said for entry in part.phase.timeline), default=plant.first_told)
        return start_of(part.phase, day=day, announced=announced, years=years)
    if part.status is Status.OPERATING:
        because = "told as there, since when nobody says"
        return Start(day.year, None, day, told=False, because=because)
    full = [
        fact.value.when.year
        for fact in facts_of(plant)
        if fact.attribute == DateWhat.FULL_CAPACITY and fact.value.when and fact.value.when.last >= day
    ]
    after = first.year if first else day.year
    if full and min(full) >= after:
        return in_a_year(min(full), "by its full capacity")
    return in_a_year(max(plant.first_told.year + years, after, day.year), f"{years} years after it was first told of")


def _tranche(plant: Facility, part: Part, start: Start, company: str, assumptions: Assumptions) -> Tranche:
    chemistries = [
        (support.value.text, support.value.written)
        for fact in facts_of(plant)
        if fact.attribute == "chemistry"
        for support in fact.supports
    ]
    return Tranche(
        id=plant.id,
        name=plant.name,
        part=part.label,
        phase=part.phase.id if part.phase else None,
        country=plant.country or NOT_TOLD,
        company=company,
        chemistry=" + ".join(sorted({name for name, _ in chemistries})) or NOT_TOLD,
        recipes=_recipes(chemistries, assumptions),
        status=part.status,
        gwh=part.size.band,
        firmness=assumptions.firmness(part.status),
        start=start,
        notes=(*part.size.notes, *_doubts(plant)),
    )


def _doubts(plant: Facility) -> Iterator[str]:
    if _product(plant) is None:
        yield "product not told"
    for doubt in plant.doubts:
        yield f"may be {doubt.other}"


def _recipes(chemistries: Iterable[tuple[str, str]], assumptions: Assumptions) -> tuple[str, ...]:
    """Any of those told; all that cells are mostly made of where none is told; none where one has no figures."""
    found = []
    for name, written in chemistries:
        grades = assumptions.grades.get(name, {})
        recipe = next((recipe for words, recipe in sorted(grades.items()) if words in written), name)
        if recipe == name and name not in assumptions.chemistries:
            return ()
        found.append(recipe)
    return tuple(sorted(set(found))) or ("unknown",)


def _company(parties: Iterable[PartyFact], known: Known, day: date) -> str:
    """Whose plant it is: each owner by the group it belongs to on the day, a venture for its partners."""
    owners = {party.id: party.name for party in parties if party.role in _OWNERS}
    behind = {above for id in owners for above in known.group(id) - {id}}
    return " / ".join(sorted({_top(id, name, known, day) for id, name in owners.items() if id not in behind}))


def _top(id: str, name: str, known: Known, day: date) -> str:
    """The company above, as long as one alone is."""
    seen = {id}
    while len(above := _owners(id, known, day)) == 1 and not seen & above:
        (id,) = above
        seen.add(id)
        name = known.name(id) or name
    return name


def _owners(id: str, known: Known, day: date) -> set[str]:
    """Of that very day: who bought a company later is not behind its plants yet."""
    company = known.organisations.get(id)
    if company is None:
        return set()
    stakes = {stake.owner for stake in company.stakes if stake.holds(day)}
    return stakes if company.stakes else set(company.parents)
