"""Companies and bodies as an entry's parties: one for each role, with everybody who says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cellwire.model import Citation, Development, Kind, Known, Party, PartyFact, Role, principals
from cellwire.record.facts.tellings import Telling, cite


def party_facts(tellings: Iterable[Telling], known: Known) -> tuple[PartyFact, ...]:
    """Those told first come first; what is denied makes nobody a party."""
    tellings = list(tellings)
    citations: dict[tuple[str, str], list[Citation]] = {}
    for telling in tellings:
        for party in telling.development.parties:
            citations.setdefault((party.id, str(party.role)), []).append(cite(telling, party.span))
    names = name_parties((telling.development for telling in tellings), known)
    return tuple(PartyFact(id, names[id], role, tuple(cited)) for (id, role), cited in citations.items())


def sides_of(development: Development) -> tuple[Party, ...]:
    """Those who agree on a deal; a government counts where it gives."""
    gives = development.kind is Kind.INVESTMENT
    givers = [party for party in development.parties if gives and party.role is Role.GOVERNMENT]
    return (*principals(development), *givers)


def on_their_sides(parties: Iterable[PartyFact]) -> tuple[PartyFact, ...]:
    """Nobody is on both sides of a deal: whoever is told to be stands where most independent texts have it."""
    parties = tuple(parties)
    texts = {(party.id, party.role): len({one.origin for one in party.citations}) for party in parties}
    return tuple(
        party
        for party in parties
        if texts.get((party.id, _OTHER_SIDE.get(party.role, "")), 0) <= texts[party.id, party.role]
    )


_SIDES = ((Role.SUPPLIER, Role.CUSTOMER), (Role.LICENSOR, Role.LICENSEE), (Role.INVESTOR, Role.TARGET))
_OTHER_SIDE: dict[str, str] = {one: other for pair in _SIDES for one, other in (pair, pair[::-1])}


def name_parties(developments: Iterable[Development], known: Known) -> dict[str, str]:
    """The name of each party."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for development in developments:
        for party in development.parties:
            written[party.id][party.name] += 1
    return {id: name_of(id, names, known) for id, names in written.items()}


def name_of(id: str, written: Mapping[str, int], known: Known) -> str:
    """The lexicon's name; of an unknown company the name written most, the longest of equals."""
    return known.name(id) or max(written, key=lambda name: (written[name], len(name), name))


def listed(parties: Sequence[Party], names: dict[str, str], joint: str) -> str:
    """Names, each once, at most four."""
    found = list(dict.fromkeys(names[party.id] for party in parties))
    return joint.join(found[:4]) + (f"{joint}others" if len(found) > 4 else "")
