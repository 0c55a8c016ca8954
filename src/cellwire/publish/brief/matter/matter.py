"""One story of the week with its checked values: what a teller may print, each with its footnote, and what failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from cellwire.model import (
    TO_BE_BUILT,
    Capacity,
    Certainty,
    Dated,
    DateWhat,
    Development,
    Jobs,
    Kind,
    Modality,
    Money,
    Named,
    Party,
    Place,
    Role,
    Scope,
    Story,
)
from cellwire.publish.brief.edition import Part, Sentence

T = TypeVar("T")
SURE = 0.56  # the confidence that the surest telling of a story needs, and that a value needs beside a surer one


RAW = frozenset({"lithium", "nickel", "cobalt", "graphite"})  # goods that are mined before they are refined
# the `thing` of a plant that is studied or handed in for approval, or of a mine that is drilled
FILED = "application"
SOME = "some"  # of more than one, nobody says how many
LOOKED_AT = frozenset({"study", FILED, "exploration"})
IN_DOUBT = "doubt"  # the `thing` of a plan that its own builders threaten to drop


class Mode(StrEnum):
    """How firm the telling is: one word for certainty and modality together."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    CONSIDERING = "considering"
    REPORTED = "reported"
    UNDECIDED = "undecided"
    DENIED = "denied"


_MODES: dict[Modality, Mode] = {
    Modality.ASSERTED: Mode.ASSERTED,
    Modality.PLANNED: Mode.PLANNED,
    Modality.CONDITIONAL: Mode.CONDITIONAL,
    Modality.CONSIDERING: Mode.CONSIDERING,
    Modality.REPORTED: Mode.REPORTED,
    Modality.UNDECIDED: Mode.UNDECIDED,
    Modality.DENIED: Mode.DENIED,
}


_WORKS = {"project", "project sale"}


def changes_works(kind: Kind, thing: Part | None) -> bool:
    """Whether it is a store of batteries that an investment buys or sells."""
    return kind is Kind.INVESTMENT and thing is not None and thing.text in _WORKS


def mode_of(development: Development) -> Mode:
    """The least firm reading wins: a plan that is only reported is told as a report."""
    if development.certainty is Certainty.DENIED:
        return Mode.DENIED
    if development.kind is Kind.MARKET:
        return Mode.ASSERTED  # figures are always somebody's, and their outlet is named
    theirs = {Modality.UNDECIDED, Modality.CONSIDERING}  # what a party itself leaves open is no report
    if development.certainty is Certainty.REPORTED and development.modality not in theirs:
        return Mode.REPORTED
    mode = _MODES[development.modality]
    if development.stage != "considered" or mode not in (Mode.ASSERTED, Mode.PLANNED):
        return mode
    a_venture = development.kind is Kind.PARTNERSHIP and mode is Mode.PLANNED  # what they plan is not only weighed
    return Mode.PLANNED if a_venture else Mode.CONSIDERING


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """A value and the part that prints it."""

    value: T
    part: Part


@dataclass(frozen=True, slots=True)
class Failed:
    """A value that is not printed, and why."""

    part: Part
    why: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A party's answer to a report, in the brief's words."""

    who: Part
    modality: Modality
    said: tuple[Part, ...]

    @property
    def plain(self) -> bool:
        """Whether it is only a yes or a no."""
        return len(self.said) == 1 and self.said[0].what == "stage"


@dataclass(frozen=True, slots=True)
class Aid:
    """Public money for a plant that is told."""

    giver: Part
    sort: Part  # "a loan", "incentives"
    money: Part


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a plan, a sum or a halt."""

    venture: Part | None = None  # "a joint venture", in which its owners plan a plant
    paper: Part | None = None  # "a memorandum of understanding", which they have signed for it
    terms: tuple[Part, ...] = ()  # "approval by the authorities", on which it hangs
    bond: Part | None = None  # "a conditional commitment", of public money
    agreed: Part | None = None  # "agreed", of a stake that is to change hands
    object: Part | None = None  # "a joint venture", a share of which is sold
    financed: Part | None = None  # "a battery storage project", which a loan or other financing is for
    cause: Part | None = None  # "a battery fire", of production that was halted
    deaths: Part | None = None  # "two people", who died in an incident
    works: Part | None = None  # "battery plant", where it burnt
    recalled: tuple[Part, ...] = ()  # "about 10,500 home storage batteries"
    fault: Part | None = None  # "a fire risk", for which they are
    fires: Part | None = None  # "several fires", after which they are
    dispute: Part | None = None  # "patents", over which people are in court
    years: Part | None = None  # "four years", for which goods are supplied
    aid: Aid | None = None
    shared: Part | None = None  # "a joint venture", of a plant of which one builder alone is named


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What is told in the words that the text has for it."""

    purpose: Part | None = None  # "“to build a recycling plant in Northam”", what money is for
    called: Part | None = None  # "Red Heron", of a storage site or a mine
    firms: tuple[tuple[Part, Part], ...] = ()  # names with what they are: "Voltara", "a battery recycling company"


@dataclass(frozen=True, slots=True)
class Matter:
    """What may be told of one story; a slot is empty where no text fills it or none of its values passed the check."""

    story: Story
    lead: Development
    mode: Mode
    told: date  # the day the lead was published
    mark: str
    parties: tuple[Told[Party], ...] = ()
    place: Told[Place] | None = None
    or_place: Part | None = None  # the other of two sites that are weighed
    at: str = "in"  # "near" or "outside" the place
    country: Told[str] | None = None
    product: Told[Named] | None = None
    chemistry: tuple[Told[Named], ...] = ()
    capacity: tuple[Told[Capacity], ...] = ()
    money: tuple[Told[Money], ...] = ()
    jobs: Told[Jobs] | None = None
    dates: tuple[Told[Dated], ...] = ()
    announced: bool = False  # the event's date is the day somebody told it, as far as the sentence shows
    ordinal: Part | None = None  # "second", where the text calls it their second
    number: Part | None = None  # "two", of plants that are told of together
    phase: Part | None = None  # "first phase"
    approval: Part | None = None  # "planning permission", of a plant that has got it
    site: Part | None = None  # "research centre", of a site that is no plant
    figure: tuple[Part, ...] = ()  # of a market: "lithium prices fell 12%"
    thing: Part | None = None  # what a kind's word table found: "loan", "recall", "nomination"
    grade: Part | None = None  # "12-volt", of goods
    backing: Backing = Backing()
    source: Part | None = None  # who says so, where it is neither of the parties
    speaker: Told[Party] | None = None
    outlet: Part | None = None  # who prints the lead
    rung: str = ""
    replies: tuple[Reply, ...] = ()
    conflicts: tuple[Sentence, ...] = ()
    developments: tuple[str, ...] = ()
    outlets: int = 1
    origins: int = 1
    fronted: bool = True  # told in a title, or near the head of a text
    failed: tuple[Failed, ...] = ()
    owned: frozenset[tuple[str, Role]] = frozenset()  # owners that a venture or subsidiary beside them stands for
    disputed: frozenset[DateWhat] = frozenset()  # told only side by side
    open_sum: bool = False  # texts contradict each other on it, and most of them have none of the figures
    own: OwnWords = OwnWords()

    @property
    def kind(self) -> Kind:
        return self.lead.kind

    @property
    def stage(self) -> str:
        return self.lead.stage

    @property
    def step(self) -> str:
        """The stage as it is told: what is to be built, approved or opened one day is a plan."""
        ahead = self.kind is Kind.FACILITY and self.mode is Mode.PLANNED
        return "announced" if ahead and self.stage in {"permitted", "construction", "operating"} else self.stage

    @property
    def ahead(self) -> bool:
        """Of a plant: whether it is still to be built."""
        return self.stage in TO_BE_BUILT

    @property
    def in_doubt(self) -> bool:
        """Whether those who build a plant threaten to drop it: the plan itself is no news."""
        return self.is_called(IN_DOUBT)

    def is_called(self, *words: str) -> bool:
        """Whether the word table of its kind has one of these words of ours for it: "loan", "recall"."""
        return self.thing is not None and self.thing.text in words

    @property
    def goods(self) -> str:
        return self.product.value.name if self.product else ""

    @property
    def of_batteries(self) -> bool:
        """Whether a GWh is one of cells or packs, and not of the material for so many."""
        return self.product is None or self.product.value.name in {"cell", "pack", "storage"}

    def names(self, *roles: Role) -> list[Part]:
        """The parties with one of the roles (any role if none is given), each once; a venture stands for its owners."""
        return self._printed([told for told in self.parties if not self._is_owned(told)], roles)

    def owners(self) -> list[Part]:
        """Those whom a venture or a subsidiary beside them stands for."""
        return self._printed([told for told in self.parties if self._is_owned(told)], ())

    def _is_owned(self, told: Told[Party]) -> bool:
        return (told.value.id, told.value.role) in self.owned

    @staticmethod
    def _printed(parties: list[Told[Party]], roles: tuple[Role, ...]) -> list[Part]:
        met = {told.value.id: told.part for told in reversed(parties) if not roles or told.value.role in roles}
        order = dict.fromkeys(told.value.id for told in parties)
        return [met[id] for id in order if id in met]

    def date(self, what: DateWhat) -> Told[Dated] | None:
        return next((told for told in self.dates if told.value.what is what), None)

    def amount(self, scope: Scope, *units: str) -> Told[Capacity] | None:
        found = (told for told in self.capacity if told.value.scope is scope)
        return next((told for told in found if told.value.unit.startswith(units or "")), None)
