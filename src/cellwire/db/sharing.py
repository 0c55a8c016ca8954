"""Entries in less room: a plant cites a sentence for each of its values, and need hold it only once."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, cast

from cellwire.model import Answer, Citation, Deal, Entry, Facility, Fact, PartyFact, Phase, Rumour, Support

T = TypeVar("T")


def shared(entry: T) -> T:
    """Equal to what it was made of; citations of it that are equal are one object."""
    told = _Sharing()
    match entry:
        case Facility():
            made: object = told.facility(entry)
        case Deal():
            made = told.deal(entry)
        case Rumour():
            made = told.rumour(entry)
        case _:
            made = entry
    return cast(T, made)


class _Sharing:
    """The citations of one entry that were seen so far."""

    def __init__(self) -> None:
        self._seen: dict[Citation, Citation] = {}

    def facility(self, plant: Facility) -> Facility:
        phases = tuple(self._phase(each) for each in plant.phases)
        return replace(plant, parties=self._parties(plant.parties), phases=phases, facts=self._facts(plant.facts))

    def deal(self, deal: Deal) -> Deal:
        parties, timeline = self._parties(deal.parties), self._timeline(deal.timeline)
        return replace(deal, parties=parties, facts=self._facts(deal.facts), timeline=timeline)

    def rumour(self, rumour: Rumour) -> Rumour:
        answers = tuple(
            Answer(self._parties((each.party,))[0], each.modality, each.said, self._one(each.citation))
            for each in rumour.answers
        )
        return replace(rumour, carriers=self._all(rumour.carriers), answers=answers)

    def _phase(self, phase: Phase) -> Phase:
        return replace(phase, facts=self._facts(phase.facts), timeline=self._timeline(phase.timeline))

    def _facts(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                fact.attribute,
                tuple(Support(each.value, self._all(each.citations)) for each in fact.supports),
                fact.rule,
                fact.conflict,
            )
            for fact in facts
        )

    def _timeline(self, timeline: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(
            Entry(each.milestone, each.what, each.when, each.said, self._one(each.citation)) for each in timeline
        )

    def _parties(self, parties: tuple[PartyFact, ...]) -> tuple[PartyFact, ...]:
        return tuple(PartyFact(each.id, each.name, each.role, self._all(each.citations)) for each in parties)

    def _all(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(map(self._one, citations))

    def _one(self, citation: Citation) -> Citation:
        return self._seen.setdefault(citation, citation)
