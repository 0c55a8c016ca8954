"""What a watch looks at, of a development or of an entry of the record alike."""

from __future__ import annotations

from dataclasses import dataclass

from cellwire.model import Deal, Development, Facility, facts_of


@dataclass(frozen=True, slots=True)
class Subject:
    kind: str
    companies: frozenset[str]  # ids, and names in lower case
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    chemistry: frozenset[str] = frozenset()


def of_development(development: Development) -> Subject:
    place = development.place
    return Subject(
        kind=development.kind.value,
        companies=frozenset(name for party in development.parties for name in (party.id, party.name.lower())),
        country=development.country or (place.country if place else None),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        chemistry=frozenset(chemistry.name for chemistry in development.chemistry),
    )


def of_entry(entry: Facility | Deal) -> Subject:
    plant = entry if isinstance(entry, Facility) else None
    told = (support for fact in facts_of(entry) if fact.attribute == "chemistry" for support in fact.supports)
    return Subject(
        kind="facility" if plant else entry.kind.value if isinstance(entry, Deal) else "",
        companies=frozenset(name for party in entry.parties for name in (party.id, party.name.lower())),
        country=plant.country if plant else None,
        lat=plant.lat if plant else None,
        lon=plant.lon if plant else None,
        chemistry=frozenset(support.value.text for support in told),
    )
