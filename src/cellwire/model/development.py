"""What one document tells of one thing that happened, is planned, talked of or denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from cellwire.model.quantity import Capacity, Dated, Jobs, Money
from cellwire.model.span import Span


class Kind(StrEnum):
    FACILITY = "facility"
    SUPPLY = "supply"
    PARTNERSHIP = "partnership"
    INVESTMENT = "investment"
    TECHNOLOGY = "technology"
    POLICY = "policy"
    MARKET = "market"
    INCIDENT = "incident"


DEAL_KINDS = (Kind.SUPPLY, Kind.PARTNERSHIP, Kind.INVESTMENT)
STAGES: dict[Kind, tuple[str, ...]] = {
    Kind.FACILITY: (
        "considered",
        "announced",
        "permitted",
        "construction",
        "operating",
        "expanded",
        "delayed",
        "cancelled",
        "closed",
    ),
    Kind.SUPPLY: ("considered", "mou", "signed", "terminated"),
    Kind.PARTNERSHIP: ("considered", "mou", "signed", "terminated"),
    Kind.INVESTMENT: ("considered", "announced", "completed", "terminated"),
    Kind.TECHNOLOGY: ("announced", "testing", "launched"),
    Kind.POLICY: ("proposed", "adopted", "repealed"),
    Kind.MARKET: ("reported",),
    Kind.INCIDENT: ("occurred", "ongoing", "resolved"),
}
TO_BE_BUILT = frozenset({"considered", "announced", "permitted", "construction"})  # of a plant that does not run yet
UNBUILT = TO_BE_BUILT | {"delayed", "cancelled"}
REACHED = frozenset({"permitted", "construction", "operating", "expanded"})  # steps of a plant that are taken
SET_BACK = frozenset({"delayed", "cancelled", "closed"})  # of a plant that goes no further
STOPPED = SET_BACK | {"terminated"}


class Certainty(StrEnum):
    CONFIRMED = "confirmed"
    REPORTED = "reported"
    DENIED = "denied"


class Modality(StrEnum):
    ASSERTED = "asserted"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    CONSIDERING = "considering"
    REPORTED = "reported"
    DENIED = "denied"
    UNDECIDED = "undecided"


class Role(StrEnum):
    OWNER = "owner"
    OPERATOR = "operator"
    PARTNER = "partner"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    INVESTOR = "investor"
    TARGET = "target"
    GOVERNMENT = "government"
    DEVELOPER = "developer"
    LICENSOR = "licensor"
    LICENSEE = "licensee"


class Party(Struct, frozen=True, gc=False):
    """`id` is the lexicon's, or `x-` and the folded name for a company the lexicon does not know."""

    id: str
    name: str
    role: Role
    span: Span


class Place(Struct, frozen=True, gc=False):
    """`name` as the text writes it; `country` ISO 3166 alpha-2; coordinates where the gazetteer knows it."""

    name: str
    country: str | None
    span: Span
    lat: float | None = None
    lon: float | None = None
    id: str | None = None  # the gazetteer's, so that two spellings meet


class Response(Struct, frozen=True, gc=False):
    """What a party answered to a report: `modality` is asserted (confirms), denied or undecided."""

    party: Party
    modality: Modality
    span: Span  # the sentence of the answer


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribute with one value and the words that carry it."""

    attribute: str  # "party.operator", "place", "capacity", "money", "jobs", "date.production_start", "chemistry", …
    value: object
    span: Span


class Named(Struct, frozen=True, gc=False):
    """A product or chemistry by the lexicon's name, and where the text says it."""

    name: str
    span: Span


LISTED = "tracker"  # the rule of what a list's row tells
GIST = "gist"  # with a kind, the rule of what a text's words tell together


@dataclass(frozen=True, slots=True)
class Development:
    """One development of one document; every value in it has the span that carries it."""

    id: str
    document: str
    kind: Kind
    stage: str
    certainty: Certainty
    modality: Modality
    background: bool
    evidence: Span  # the sentence or sentences
    quote: str  # the words of the evidence
    parties: tuple[Party, ...] = ()
    place: Place | None = None
    country: str | None = None  # of the place, or said alone ("in Germany")
    country_span: Span | None = None
    product: Named | None = None
    chemistry: tuple[Named, ...] = ()
    capacity: tuple[Capacity, ...] = ()
    money: tuple[Money, ...] = ()
    jobs: Jobs | None = None
    dates: tuple[Dated, ...] = ()
    speaker: Party | None = None  # who says it, where the text names a speaker
    responses: tuple[Response, ...] = ()
    confidence: float = 1.0  # the chance that the text tells such a thing
    exactness: float = 1.0  # the chance that it is told so: what happens, with what thing, and who
    chances: tuple[tuple[Span, float], ...] = ()  # of each value's words, that it is this thing's and no other's
    rule: str = ""  # what decided, for --explain
    trigger: Span | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def listed(self) -> bool:
        """Told by a row of a list: how things stand, on no day of their own."""
        return self.rule == LISTED

    @property
    def by_words(self) -> bool:
        """Told by all words of a text and by no sentence: what it is about, not that a plant or deal is there."""
        return self.rule.startswith(GIST)

    @property
    def told_at(self) -> Span:
        """The words that tell it; where none decided, all of its evidence."""
        return self.trigger or self.evidence

    def chance_at(self, span: Span) -> float:
        """How likely a value is this thing's own, and not another plant's, deal's or day's; 1 where nobody asked."""
        return min((chance for asked, chance in self.chances if asked == span), default=1.0)

    def claims(self) -> Iterator[Claim]:
        """Every value with the span that carries it."""
        for party in self.parties:
            yield Claim(f"party.{party.role}", party, party.span)
        if self.place:
            yield Claim("place", self.place, self.place.span)
        if self.country and self.country_span:
            yield Claim("country", self.country, self.country_span)
        if self.product:
            yield Claim("product", self.product.name, self.product.span)
        for chemistry in self.chemistry:
            yield Claim("chemistry", chemistry.name, chemistry.span)
        for capacity in self.capacity:
            yield Claim("capacity", capacity, capacity.span)
        for money in self.money:
            yield Claim("money", money, money.span)
        if self.jobs:
            yield Claim("jobs", self.jobs, self.jobs.span)
        for dated in self.dates:
            yield Claim(f"date.{dated.what}", dated, dated.span)
