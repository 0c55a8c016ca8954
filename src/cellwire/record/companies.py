"""Companies: what each of them builds, agrees and shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cellwire.model import Company, Deal, Facility, Known, Story
from cellwire.record.facts import Telling, name_of, name_parties


def build_companies(
    tellings: Sequence[Telling],
    *,
    stories: Iterable[Story],
    facilities: Iterable[Facility],
    deals: Iterable[Deal],
    known: Known,
) -> tuple[Company, ...]:
    """Every party to anything, by id; a company the lexicon does not hold is marked as provisional."""
    names = name_parties((telling.development for telling in tellings), known)
    return list_companies(names, stories=stories, facilities=facilities, deals=deals, known=known)


def list_companies(
    names: Mapping[str, str],
    *,
    stories: Iterable[Story],
    facilities: Iterable[Facility],
    deals: Iterable[Deal],
    known: Known,
) -> tuple[Company, ...]:
    """Companies with these names and whatever the entries say of them."""
    plants = _by_party((facility.id, (party.id for party in facility.parties)) for facility in facilities)
    deals = list(deals)
    agreed = _by_party((deal.id, (party.id for party in deal.parties)) for deal in deals)
    partners = _by_party((party.id, (other.id for other in deal.parties)) for deal in deals for party in deal.parties)
    in_stories = _by_party((story.id, story.companies) for story in stories)
    return tuple(
        _company(id, names[id], [table.get(id, ()) for table in (plants, agreed, partners, in_stories)], known)
        for id in sorted(names)
    )


def build_company(id: str, names: Mapping[str, int], found: Sequence[Sequence[str]], *, known: Known) -> Company:
    """From the names by which it is written, with how often, and its facilities, deals, partners and stories."""
    return _company(id, name_of(id, names, known), found, known)


def _company(id: str, name: str, found: Sequence[Sequence[str]], known: Known) -> Company:
    held = known.organisations.get(id)
    facilities, deals, partners, stories = map(tuple, found)
    return Company(
        id=id,
        name=name,
        country=held.country if held else None,
        known=held is not None,
        facilities=facilities,
        deals=deals,
        partners=tuple(sorted(set(partners) - {id})),
        stories=stories,
        owners=held.stakes if held else (),
        former=held.former if held else (),
    )


def _by_party(things: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Things' ids under each party's, in their order, each once."""
    found: dict[str, dict[str, None]] = {}
    for thing, parties in things:
        for party in parties:
            found.setdefault(party, {})[thing] = None
    return {party: list(ids) for party, ids in found.items()}
