"""Facilities, deals and companies as the sources tell them, with every value's support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from cellwire.model.development import Kind, Modality
from cellwire.model.lexical import Former, Stake
from cellwire.model.quantity import PartialDate, Qualifier, Scope
from cellwire.model.slots import slots_of
from cellwire.model.story import Citation, Story


class Status(StrEnum):
    """Of a phase; two levels, see `GROUPS`."""

    RUMOURED = "rumoured"
    ANNOUNCED = "announced"
    PERMITTED = "permitted"
    CONSTRUCTION = "construction"
    COMMISSIONING = "commissioning"
    OPERATING = "operating"
    PAUSED = "paused"
    SHELVED = "shelved"
    CANCELLED = "cancelled"
    MOTHBALLED = "mothballed"
    CLOSED = "closed"


GROUPS: dict[Status, str] = {
    Status.RUMOURED: "speculative",
    Status.ANNOUNCED: "planned",
    Status.PERMITTED: "planned",
    Status.CONSTRUCTION: "planned",
    Status.COMMISSIONING: "planned",
    Status.OPERATING: "operating",
    Status.PAUSED: "stalled",
    Status.SHELVED: "stalled",
    Status.CANCELLED: "cancelled",
    Status.MOTHBALLED: "retired",
    Status.CLOSED: "retired",
}


class Rung(StrEnum):
    """How binding a deal is, loosest first; goods are in delivery where money is completed."""

    TALKS = "talks"
    MOU = "mou"
    FRAMEWORK = "framework"
    NOMINATION = "nomination"
    BINDING = "binding"
    IN_DELIVERY = "in delivery"
    COMPLETED = "completed"
    EXPIRED = "expired"
    TERMINATED = "terminated"


class Value(Struct, frozen=True, gc=False):
    """One reading of an attribute. `number` with `unit` for amounts, sums and jobs; `when` for dates; `text` always.

    `text` is the value as people read it ("12 GWh/yr", "GBP 450 million", "2025-Q3", "LFP"), `written`
    the source's words.
    """

    text: str
    written: str
    number: float | None = None
    unit: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    scope: Scope | None = None
    when: PartialDate | None = None
    part: str | None = None  # "early", "late", "end" of `when`


class Support(Struct, frozen=True, gc=False):
    """One value and everybody who says so."""

    value: Value
    citations: tuple[Citation, ...]

    @property
    def origins(self) -> int:
        return len({citation.origin for citation in self.citations})


class Fact(Struct, frozen=True, gc=False):
    """An attribute with all values told of it: `supports[0]` is the chosen one, `rule` says why."""

    attribute: str  # "capacity.phase", "capacity.total", "money", "jobs", "production_start", "chemistry", "product", …
    supports: tuple[Support, ...]
    rule: str
    conflict: bool  # two supports cannot both hold once units, scopes and qualifiers are compared

    @property
    def value(self) -> Value:
        return self.supports[0].value


class Entry(Struct, frozen=True, gc=False):
    """A line of a history: a *milestone* happened, a *scheduled* entry is a date and the day it was said."""

    milestone: bool
    what: str  # a stage ("construction") or a scheduled date's `DateWhat`
    when: PartialDate | None
    said: date
    citation: Citation


@dataclass(frozen=True, slots=True)
class Phase:
    id: str
    label: str  # "first phase", "second plant", "" for the only one
    status: Status
    inferred: bool  # nothing says so: a rule on silence does
    because: str  # the rule that gave the status, in words
    facts: tuple[Fact, ...]
    timeline: tuple[Entry, ...]


class PartyFact(Struct, frozen=True, gc=False):
    """A company or body with its role; `id` is a company's record id."""

    id: str
    name: str
    role: str
    citations: tuple[Citation, ...]


class Doubt(Struct, frozen=True, gc=False):
    """Another entry that may be the same plant: no rule decides it, a person can."""

    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Facility:
    id: str
    name: str  # "Envision AESC, Sunderland (second plant)"
    parties: tuple[PartyFact, ...]
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    product: str | None
    status: Status  # computed from the phases
    phases: tuple[Phase, ...]
    facts: tuple[Fact, ...]  # what is not a phase's own
    stories: tuple[str, ...]
    first_told: date
    last_told: date
    because: tuple[str, ...] = ()  # a readable reason for each way in which tellings were joined
    doubts: tuple[Doubt, ...] = ()  # other entries that may be the same plant

    @property
    def inferred(self) -> bool:
        """Whether no source says its status of any phase."""
        found = [phase.inferred for phase in self.phases if phase.status is self.status]
        return bool(found) and all(found)


def standing_of(thing: Facility | Phase) -> str:
    """Its status as people read it: one that silence gave, and no source, carries its mark."""
    return f"{thing.status} (inferred)" if thing.inferred else str(thing.status)


@dataclass(frozen=True, slots=True)
class Deal:
    id: str
    name: str  # "CATL – Chery: framework agreement"
    kind: Kind  # supply, partnership or investment
    rung: Rung
    parties: tuple[PartyFact, ...]
    facts: tuple[Fact, ...]
    timeline: tuple[Entry, ...]
    stories: tuple[str, ...]
    first_told: date
    last_told: date


def facts_of(thing: Facility | Deal) -> list[Fact]:
    """A plant's phases first: a phase's figure is firmer than a sum over phases."""
    phases = thing.phases if isinstance(thing, Facility) else ()
    return [*chain.from_iterable(phase.facts for phase in phases), *thing.facts]


class Answer(Struct, frozen=True, gc=False):
    party: PartyFact
    modality: Modality  # asserted, denied, undecided
    said: date
    citation: Citation


class RumourOutcome(StrEnum):
    """How a rumour ended; refuted is one that a step to the contrary answered."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Rumour:
    """A report nobody has owned up to: who carried it, who answered what, how it ended."""

    id: str
    name: str
    kind: Kind
    first_report: date
    carriers: tuple[Citation, ...]
    answers: tuple[Answer, ...]
    due: date | None
    outcome: RumourOutcome
    stories: tuple[str, ...]
    because: str = ""  # who judged the outcome, where somebody did


@dataclass(frozen=True, slots=True)
class Company:
    id: str
    name: str
    country: str | None
    known: bool  # False: a provisional entry the lexicon does not hold
    facilities: tuple[str, ...]
    deals: tuple[str, ...]
    partners: tuple[str, ...]
    stories: tuple[str, ...]
    owners: tuple[Stake, ...] = ()  # of all times, from the lexicon
    former: tuple[Former, ...] = ()


Entity = Facility | Deal | Rumour | Company | Story  # what has an id and a page of its own


def title_of(thing: Entity) -> str:
    return thing.headline if isinstance(thing, Story) else thing.name


@dataclass(frozen=True, slots=True)
class Record:
    as_of: datetime | None
    facilities: tuple[Facility, ...] = ()
    deals: tuple[Deal, ...] = ()
    rumours: tuple[Rumour, ...] = ()
    companies: tuple[Company, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One field of a plant, deal or rumour that two states of the record tell differently."""

    entry: str  # "facility", "deal" or "rumour"
    id: str
    name: str
    field: str  # "status", "outcome", or an attribute, with its phase in brackets
    before: str | None  # None: nothing was told of it
    after: str
    size: str  # "+25 %", "7 months later", or ""
    said: date
    citation: Citation
    old: Value | None = None  # the two values, where the field is no status
    new: Value | None = None
    old_citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One answer, who speaks for it, and the words on a command line that would choose it."""

    says: str
    citations: tuple[Citation, ...]
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`weight` is what an answer would change, in GWh/yr of capacity or what stands for it."""

    asks: str
    about: str
    weight: float
    sides: tuple[Side, ...]


def citations_of(thing: object) -> Iterator[Citation]:
    """Every citation of an entry, in the order of its slots."""
    if isinstance(thing, Citation):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from citations_of(each)
    else:
        for name in slots_of(thing.__class__):
            yield from citations_of(getattr(thing, name))
