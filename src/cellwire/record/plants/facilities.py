"""Facilities: sites with their phases, facts and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cellwire.model import Doubt, Facility, Fact, Kind, Known, PartyFact, Phase, without_owners
from cellwire.record.deciding import NO_RULINGS, Rulings, merged, settle
from cellwire.record.facts import (
    NOTHING_BEFORE,
    Before,
    Reading,
    Telling,
    as_before,
    as_revised,
    build_facts,
    developments_in,
    listed,
    name_parties,
    numbered_apart,
    party_facts,
    readings,
    rules,
    strongest,
)
from cellwire.record.plants.identity import find_sites
from cellwire.record.plants.phases import build_phases
from cellwire.record.plants.sites import Site

Parts = tuple[tuple[PartyFact, ...], tuple[Phase, ...], tuple[Fact, ...]]  # parties, phases, facts of the whole

_FIGURES = frozenset({"capacity", "output", "money", "funding", "jobs"})
_NUMBERS = ("", "", "two", "three", "four")
_ORDINALS = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def build_facilities(
    tellings: Sequence[Telling],
    *,
    rulings: Rulings = NO_RULINGS,
    known: Known,
    heard: date | None,
    before: Before = NOTHING_BEFORE,
) -> dict[str, tuple[Facility, list[Telling]]]:
    """Every plant by its id, with its tellings, in the order in which they were first told of."""
    sites = numbered_apart(find_sites(tellings, known, rulings.apart))
    same = rulings.same({id: developments_in(site.tellings) for id, site in sites})
    ids: dict[Site, str] = {}
    kept = []
    for group in merged(sites, same):
        (id, site), *others = sorted(group, key=lambda named: (named[1].tellings[0].told, named[0]))
        why = _joined_by(rulings, dict(group)) if others else ""
        for _, other in others:
            site.absorb(other, why, known)
            ids[other] = id
        site.tellings.sort(key=lambda telling: telling.order)
        ids[site] = id
        kept.append((id, site))
    doubts = {id: _doubts(site, id, ids) for id, site in kept}
    built = {}
    for id, site in kept:
        parts = _parts_before(before, id, site) or _parts(id, site, known, heard)
        facility = _facility((id, doubts[id]), site, parts, known)
        built[id] = (settle(facility, rulings.about(id, developments_in(site.tellings))), site.tellings)
    return built


def _joined_by(rulings: Rulings, group: Mapping[str, Site]) -> str:
    """Who said that they are one plant."""
    told = {id: developments_in(site.tellings) for id, site in group.items()}
    said = [ruling.judgement for ruling in rulings.joins() if any(ruling.is_about(id, told[id]) for id in told)]
    return "; ".join(f"{judgement.author} says so ({judgement.reason})" for judgement in said) or "judged the same"


def _doubts(site: Site, id: str, ids: Mapping[Site, str]) -> tuple[Doubt, ...]:
    found = {ids[other]: reason for other, reason in site.doubts}
    return tuple(Doubt(other, found[other]) for other in sorted(found) if other != id)


def _parts(id: str, site: Site, known: Known, heard: date | None) -> Parts:
    """What its tellings alone say of a plant, wherever it stands among others."""
    told = [each for telling in site.tellings for each in readings(telling) if _is_the_plants(each)]
    told = as_revised(told, runs=site.stages.get("operating", (date.max,))[0])
    phases, of_plant = build_phases(id, site.tellings, told, heard)
    return party_facts(site.tellings, known), phases, build_facts(of_plant)


def _is_the_plants(reading: Reading) -> bool:
    """Whether a figure is the plant's own: neither what several have together, nor a deal's or an incident's."""
    telling, family = reading.telling, reading.attribute.split(".")[0]
    if telling.of_several and family in _FIGURES:
        return False
    kind = telling.development.kind
    return kind is Kind.FACILITY or family in rules()["facets"].get(kind, ())


def _parts_before(before: Before, id: str, site: Site) -> Parts | None:
    plant = as_before(before, id, site.tellings)
    return (plant.parties, plant.phases, plant.facts) if isinstance(plant, Facility) else None


def _facility(named: tuple[str, tuple[Doubt, ...]], site: Site, parts: Parts, known: Known) -> Facility:
    (id, doubts), (parties, phases, facts) = named, parts
    news = [telling for telling in site.tellings if not telling.development.background] or site.tellings
    return Facility(
        id=id,
        name=_name(site, known),
        parties=parties,
        place=known.place(site.place) if site.place else None,
        country=site.country,
        lat=site.place.lat if site.place else None,
        lon=site.place.lon if site.place else None,
        product=site.product,
        status=strongest(phase.status for phase in phases),
        phases=phases,
        facts=facts,
        stories=tuple(dict.fromkeys(telling.story for telling in site.tellings if telling.story)),
        first_told=news[0].told,
        last_told=news[-1].told,
        because=tuple(_reasons(site)),
        doubts=doubts,
    )


def _reasons(site: Site) -> Iterator[str]:
    """Each way in which tellings were joined once, with how often it was the reason."""
    for reason, times in Counter(site.because).items():
        yield f"{reason} (×{times})" if times > 1 else reason


def _name(site: Site, known: Known) -> str:
    """ "Envision AESC, Sunderland (second plant)"."""
    plants = [telling.development for telling in site.tellings if telling.development.kind is Kind.FACILITY]
    builders = [party for party in site.builders.values() if party.id not in site.sold]
    whose = listed(without_owners(builders, known), name_parties(plants, known), " / ")
    country = known.country(site.country) or site.country if site.country else None
    where = known.place(site.place) if site.place else country
    asides = [f"{_NUMBERS[site.count]} plants"] if 1 < site.count < len(_NUMBERS) else []
    asides += [f"{_ORDINALS[site.ordinal]} plant"] if site.ordinal and 1 < site.ordinal < len(_ORDINALS) else []
    if site.product and site.product != "cell":
        asides.append(site.product)
    return ", ".join(filter(None, [whose, where])) + (f" ({', '.join(asides)})" if asides else "")
