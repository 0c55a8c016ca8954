"""Building the record of plants, deals, rumours and companies from stories and judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Required, TypedDict, Unpack

from cellwire.model import NOTHING_KNOWN, Deal, Development, Document, Facility, Judgement, Known, Record, Story
from cellwire.record.companies import build_companies
from cellwire.record.deals import build_deals
from cellwire.record.deciding import Rulings, find_rulings, standing, with_companies_joined
from cellwire.record.facts import NOTHING_BEFORE, Before, Telling, developments_in, tell, told_as
from cellwire.record.plants import build_facilities
from cellwire.record.rumours import build_rumours
from cellwire.record.turning import turning_days


class Given(TypedDict, total=False):
    """Beside stories and developments: the documents they are of, what people judged, what the lexicon knows, the
    moment at which it is believed, the day until which news was heard, and what was built before.
    """

    documents: Required[Sequence[Document]]
    judgements: Iterable[Judgement]
    known: Known
    as_of: datetime | None
    heard: date | None
    before: Before


@dataclass(frozen=True, slots=True)
class Built:
    """Plants, deals and rumours as a record without companies, and what else came out while they were built."""

    record: Record
    turns: frozenset[date]  # days from which on it would be another with nothing more being told
    tellings: Sequence[Telling]
    told: Mapping[str, int]  # of the plants and deals that nobody judged, by what tellings they were told


def build_record(stories: Sequence[Story], developments: Iterable[Development], **given: Unpack[Given]) -> Record:
    """The record as the given texts tell it. With `heard`, long silence is read as giving up, and says so.

    `documents` are the developments' own; background that joins no story supports what the stories tell of.
    """
    built = build_entries(stories, developments, **given)
    record, known = built.record, given.get("known", NOTHING_KNOWN)
    companies = build_companies(
        built.tellings, stories=stories, facilities=record.facilities, deals=record.deals, known=known
    )
    return replace(record, companies=companies)


def build_entries(stories: Sequence[Story], developments: Iterable[Development], **given: Unpack[Given]) -> Built:
    """What `build_record` builds, but for the companies: a fold makes them from all of its blocks at the end.

    What only a text's words together tell enters no entry.
    """
    developments, documents = [each for each in developments if not each.by_words], given["documents"]
    known, as_of, heard = given.get("known", NOTHING_KNOWN), given.get("as_of"), given.get("heard")
    rulings = find_rulings(standing(given.get("judgements", ())), developments, documents)
    developments = with_companies_joined(developments, rulings, known)
    tellings = tell(stories, developments, documents, rulings.rejected)
    before = given.get("before", NOTHING_BEFORE)
    facilities = build_facilities(tellings, rulings=rulings, known=known, heard=heard, before=before)
    deals = build_deals(tellings, rulings=rulings, known=known, heard=heard, before=before)
    things: list[tuple[Facility | Deal, list[Telling]]] = [*deals.values(), *facilities.values()]
    subjects = {telling.development.id: thing for thing, told in things for telling in told}
    record = Record(
        as_of=as_of,
        facilities=tuple(sorted((facility for facility, _ in facilities.values()), key=_first_told)),
        deals=tuple(sorted((deal for deal, _ in deals.values()), key=_first_told)),
        rumours=build_rumours(tellings, subjects, {story.id: story for story in stories}, known=known, rulings=rulings),
    )
    turns = frozenset(day for thing, told in things for day in turning_days(thing, told))
    return Built(record, turns, tellings, _told(things, rulings))


def _told(things: Iterable[tuple[Facility | Deal, list[Telling]]], rulings: Rulings) -> dict[str, int]:
    return {thing.id: told_as(told) for thing, told in things if not rulings.about(thing.id, developments_in(told))}


def _first_told(thing: Facility | Deal) -> tuple[date, str]:
    return thing.first_told, thing.id


def link_stories(stories: Iterable[Story], record: Record) -> list[Story]:
    """Stories with the ids of the plants they tell of."""
    plants: dict[str, list[str]] = {}
    for facility in record.facilities:
        for story in facility.stories:
            plants.setdefault(story, []).append(facility.id)
    return [replace(story, facilities=tuple(plants.get(story.id, ()))) for story in stories]
