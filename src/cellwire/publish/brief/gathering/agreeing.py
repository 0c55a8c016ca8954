"""What the tellings of a story, its titles and its figures' sentences have to agree on before it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cellwire.lexicon import load_lexicon
from cellwire.model import Dated, DateWhat, Development, Document, Kind, Party, Role
from cellwire.publish.brief.gathering.picking import Fresh, whole_spells
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import is_venture

_GIVEN_TO = {Role.GOVERNMENT, Role.TARGET}
_SIDES = (Role.SUPPLIER, Role.CUSTOMER)
_FIRST = re.compile(r"(?<=[.!?])(?<!\bInc\.)(?<!\bCorp\.)(?<!\bCo\.)(?<!\bLtd\.)(?<!\bU\.S\.)\s")
# A title that tells of public money, and not of the plant that it is for
_GIFT = re.compile(r"\b(?:loans?|grants?|conditional commitments?|subsid\w+|incentives|state aid)\b", re.IGNORECASE)


def of_the_gift(devs: Sequence[Development], shelf: Shelf) -> list[Development]:
    """A story's loan or grant, where most of its texts tell it and have it in their titles: not the plant it is for."""
    gifts = [dev for dev in devs if dev.kind is Kind.INVESTMENT and dev.money and _roles(dev) >= _GIVEN_TO]
    texts = {dev.document for dev in devs}
    headed = {id for id in texts if _GIFT.search(shelf.documents[id].title)} & {dev.document for dev in gifts}
    return gifts if 2 * len(headed) > len(texts) else []


def _roles(dev: Development) -> set[Role]:
    return {party.role for party in dev.parties}


def one_way(devs: Sequence[Development], shelf: Shelf) -> list[Development]:
    """Without those that have supplier and customer the other way round than more texts have them.

    "Alder will supply cells that use Birch's electrolyte", beside two texts in which Birch supplies Alder.
    """

    def origins(some: Iterable[Development]) -> int:
        return len({shelf.origin(dev.document) for dev in some})

    kept = []
    for dev in devs:
        against = [other for other in devs if _turned(dev, other)]
        if origins(against) <= origins(other for other in devs if other not in against):
            kept.append(dev)
    return kept or list(devs)


def _turned(one: Development, other: Development) -> bool:
    ours, theirs = (
        {role: {party.id for party in dev.parties if party.role is role} for role in _SIDES} for dev in (one, other)
    )
    seller, buyer = _SIDES
    return bool(ours[seller] & theirs[buyer] and ours[buyer] & theirs[seller])


def of_all_sides(fresh: Fresh) -> Fresh:
    """Who buys from three has three volumes: a text that tells of one of them says nothing of the whole."""
    sides = {(party.id, party.role) for party in fresh.lead.parties if party.role in _SIDES}
    if fresh.lead.kind is not Kind.SUPPLY or len(sides) <= len(_SIDES):
        return fresh
    devs = [dev for dev in fresh.devs if sides <= {(party.id, party.role) for party in dev.parties}]
    return replace(fresh, devs=tuple(devs))


def dates_of(figures: Fresh) -> Callable[[Development], Iterable[Dated]]:
    """The dates of a telling; of one that tells of a part alone only the day of the event."""

    def values(dev: Development) -> Iterable[Dated]:
        dates = whole_spells(dev, figures.shelf.documents[dev.document].text)
        return dates if dev in figures.devs else [each for each in dates if each.what is DateWhat.EVENT]

    return values


# A headline's plan that the first sentence below it has from others, or does not quite believe
_HEDGED = re.compile(
    r"\breportedly\b|\bappears? to (?:have|be)\b"
    r"|\baccording to (?:unnamed |several |two |three )?(?:sources|people|reports|a report)\b"
    r"|\bsources (?:said|say|told|near|close|familiar)\b|\bpeople familiar\b|\blikely to\b",
    re.IGNORECASE,
)


def hedged_below(dev: Development, document: Document) -> bool:
    """ "Tata to pick the UK", over "Tata appears to have opted for the UK, the BBC reports"."""
    title, _, body = document.text[document.extent.start : document.extent.end].partition("\n")
    told_in_title = dev.evidence.start - document.extent.start < len(title) and title.strip() == document.title.strip()
    return told_in_title and _HEDGED.search(_FIRST.split(body.strip())[0]) is not None


def in_anothers_name(party: Party, dev: Development) -> bool:
    """ "Alder", of "First Alder Nickel": a piece of another party's name that no list knows."""
    others = (other.name for other in dev.parties if other.id != party.id)
    within = any(re.search(rf" {re.escape(party.name)}(?!\w)", name) for name in others)
    return within and party.id not in load_lexicon().organisations


def ventures_of(dev: Development, lead: Development) -> list[Party]:
    """The venture of those whom the lead has in one role: a loan to "a venture of A and B" is the venture's."""
    known = load_lexicon().organisations
    in_role = {role: {party.id for party in lead.parties if party.role is role} for role in Role}
    return [
        party
        for party in dev.parties
        if is_venture(party.id) and party.role is not Role.PARTNER
        if len(known[party.id].parents) > 1 and set(known[party.id].parents) <= in_role[party.role]
    ]
