"""A plant while its tellings are brought together: what they say of whose it is, where, of what and which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from cellwire.model import (
    Development,
    Form,
    Known,
    Party,
    Place,
    Scope,
    builders,
    fold,
    ordinal,
    print_number,
    told_product,
    without_owners,
)
from cellwire.record.facts import Telling
from cellwire.record.plants.fineness import fineness, finer, is_usual
from cellwire.record.plants.several import plants_told


@dataclass(slots=True, eq=False)
class Site:
    """A plant while its tellings are brought together; what the earliest of them say names it for good."""

    tellings: list[Telling]
    builders: dict[str, Party]
    founders: tuple[Party, ...]  # builders of the first telling, a venture standing for its owners
    place: Place | None  # the finest one told
    country: str | None
    product: str | None
    ordinal: int | None
    count: int = 1  # of plants that are told of together
    sold: set[str] = field(default_factory=set)  # builders that another of them bought
    because: list[str] = field(default_factory=list)
    doubts: list[tuple[Site, str]] = field(default_factory=list)
    id: str = field(init=False)
    first: tuple[object, ...] = field(init=False)
    rows: dict[str, str] = field(init=False)  # of each list that tells of it, the row
    figures: dict[str, set[str]] = field(init=False)  # sizes, sums and jobs in words, but for what stands already
    stages: dict[str, tuple[date, date]] = field(init=False)  # when each was first and last told

    def __post_init__(self) -> None:
        """Its id says whose plant it is, where, of what and which; not who wrote of it."""
        where = (self.place.id or fold(self.place.name)) if self.place else self.country
        whose = " ".join(sorted(party.id for party in self.founders))
        said = "\n".join([whose, where or "", self.product or "", str(self.ordinal or "")])
        self.id = "fac_" + sha256(said.encode()).hexdigest()[:8]
        self.first = self.tellings[0].order
        told = (telling.document for telling in self.tellings)
        self.rows = {document.capture: document.id for document in told if document.form is Form.ROW}
        self.figures, self.stages = _figures(self.tellings), {}
        for telling in self.tellings:
            self._tell_stage(telling.development.stage, telling.told, telling.told)

    def _tell_stage(self, stage: str, first: date, last: date) -> None:
        since, until = self.stages.get(stage, (first, last))
        self.stages[stage] = min(since, first), max(until, last)

    def absorb(self, other: Site, reason: str, known: Known) -> None:
        """The other's tellings are this plant's, for a reason; the one told of first names both."""
        self.product = _plainer([(each.product, each.builders) for each in (self, other)], known)
        self.tellings += other.tellings
        self.builders = {**other.builders, **self.builders}
        self.place = finer(self.place, other.place, known)
        self.country = self.country or other.country
        self.count = max(self.count, other.count)
        self.ordinal = (self.ordinal or other.ordinal) if self.count == 1 else None
        self.because += [reason, *other.because]
        self.doubts += other.doubts
        self.rows = {**other.rows, **self.rows}
        self.figures = {kind: said | other.figures[kind] for kind, said in self.figures.items()}
        for stage, (first, last) in other.stages.items():
            self._tell_stage(stage, first, last)
        if other.first < self.first:
            self.id, self.first, self.founders = other.id, other.first, other.founders

    def days_from(self, told: date) -> int:
        """How far a day lies from the nearest on which this plant was told of."""
        return min(abs((telling.told - told).days) for telling in self.tellings)


def _figures(tellings: Iterable[Telling]) -> dict[str, set[str]]:
    told = [telling.development for telling in tellings]
    return {
        "capacity": {each.figure for dev in told for each in dev.capacity if each.scope is not Scope.EXISTING},
        "money": {each.figure for dev in told for each in dev.money},
        "jobs": {f"{print_number(dev.jobs.value)} jobs" for dev in told if dev.jobs},
    }


def _plainer(told: Iterable[tuple[str | None, Iterable[str]]], known: Known) -> str | None:
    """The first product told with who builds it; one that leaves open what is made only where there is no other."""
    told = list(told)
    plain = (told_product(product, whose, known) for product, whose in told)
    return next(filter(None, plain), next((product for product, _ in told if product), None))


def town_of(site: Site) -> str:
    return fold(site.place.name) if site.place else ""


def make_site(group: Sequence[Telling], known: Known) -> Site:
    """What the tellings of one story know together."""
    developments = [telling.development for telling in group]
    places = [development.place for development in developments if development.place]
    parties = _builders(group)
    count = max(map(plants_told, group))
    return Site(
        tellings=list(group),
        builders=parties,
        founders=without_owners(parties.values(), known),
        place=max(places, key=lambda place: (fineness(place, known), is_usual(place, known)), default=None),
        country=next((development.country for development in developments if development.country), None),
        product=_plainer(((told.product.name, parties) for told in developments if told.product), known),
        ordinal=next(filter(None, map(_number, developments)), None) if count == 1 else None,
        count=count,
    )


def _number(development: Development) -> int | None:
    """Which of several plants of a place it is: counted in words, or numbered in a list."""
    numbered = next((note.removeprefix("plant ") for note in development.notes if note.startswith("plant ")), None)
    return int(numbered) if numbered else ordinal(development.quote)


def _builders(group: Iterable[Telling]) -> dict[str, Party]:
    return {party.id: party for telling in group for party in builders(telling.development)}
