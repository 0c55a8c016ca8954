"""What words mean: the nouns the lexicon's data files are read into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec import Struct

from cellwire.model.quantity import PartialDate
from cellwire.model.span import Span


@dataclass(frozen=True, slots=True)
class Stake:
    """Who owns a part of a company, how much and when, as far as known; the day of `until` is no longer within."""

    owner: str  # an organisation's id
    share: float | None  # per cent
    since: PartialDate | None = None
    until: PartialDate | None = None

    def holds(self, day: date) -> bool:
        return (not self.since or self.since.first <= day) and (not self.until or day < self.until.first)


@dataclass(frozen=True, slots=True)
class Former:
    """A name that a company had until a day."""

    name: str
    until: PartialDate


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company, joint venture or public body of the chain."""

    id: str  # "aesc", "us-doe"
    name: str  # "Envision AESC"
    kind: str  # "company", "venture", "government", "fund", "institute"
    country: str | None  # ISO 3166 alpha-2 of its seat
    chain: tuple[str, ...]  # roles in the chain: "cell", "carmaker", "cathode", "miner", …
    aliases: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()  # ids, of any time; a joint venture has several
    stakes: tuple[Stake, ...] = ()  # the parents with their shares and days, where known
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class Locality:
    """A place of the gazetteer."""

    id: str
    name: str
    kind: str  # "city", "region" (state, province, county), "country", "area" (Europe, Southeast Asia), "park"
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    population: int = 0


class HitKind(StrEnum):
    ORGANISATION = "organisation"
    PLACE = "place"
    CHEMISTRY = "chemistry"
    PRODUCT = "product"


class Hit(Struct, frozen=True):
    """A known name at a span: `ids` has several where the name is ambiguous, likeliest first."""

    kind: HitKind
    span: Span
    ids: tuple[str, ...]
