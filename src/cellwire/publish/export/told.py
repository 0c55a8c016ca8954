"""The long tables, a row a telling: every value with who says so and in which words, every step, every party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cellwire.model import Citation, Deal, Entry, Facility, Fact, PartyFact, Record, Story, Support
from cellwire.publish.export.table import Field, Table


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is about: a plant or a deal, and the phase where it is a phase's own."""

    entry: str  # "facility" or "deal"
    id: str
    name: str
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class FactTold:
    """One value of a fact as one document tells it; rank 1 is the chosen value."""

    subject: Subject
    fact: Fact
    rank: int
    support: Support
    citation: Citation


@dataclass(frozen=True, slots=True)
class StepTold:
    subject: Subject
    entry: Entry
    citation: Citation


@dataclass(frozen=True, slots=True)
class PartyTold:
    subject: Subject
    party: PartyFact
    citation: Citation


Told = FactTold | StepTold | PartyTold


def _facts(record: Record, _: Sequence[Story]) -> Iterator[FactTold]:
    for subject, facts in _subjects_with_facts(record):
        for fact in facts:
            for rank, support in enumerate(fact.supports, 1):
                for citation in support.citations:
                    yield FactTold(subject, fact, rank, support, citation)


def _subjects_with_facts(record: Record) -> Iterator[tuple[Subject, Sequence[Fact]]]:
    for plant in record.facilities:
        for phase in plant.phases:
            yield Subject("facility", plant.id, plant.name, phase.id), phase.facts
        yield Subject("facility", plant.id, plant.name), plant.facts
    for deal in record.deals:
        yield Subject("deal", deal.id, deal.name), deal.facts


def _steps(record: Record, _: Sequence[Story]) -> Iterator[StepTold]:
    for plant in record.facilities:
        for phase in plant.phases:
            subject = Subject("facility", plant.id, plant.name, phase.id)
            yield from (StepTold(subject, entry, entry.citation) for entry in phase.timeline)
    for deal in record.deals:
        subject = Subject("deal", deal.id, deal.name)
        yield from (StepTold(subject, entry, entry.citation) for entry in deal.timeline)


def _parties(record: Record, _: Sequence[Story]) -> Iterator[PartyTold]:
    entries: list[Facility | Deal] = [*record.facilities, *record.deals]
    for entry in entries:
        subject = Subject("facility" if isinstance(entry, Facility) else "deal", entry.id, entry.name)
        for party in entry.parties:
            yield from (PartyTold(subject, party, citation) for citation in party.citations)


_SUBJECT: tuple[Field[Told], ...] = (
    Field("entry", "string", "facility or deal", lambda row: row.subject.entry),
    Field("id", "string", "the entry's id", lambda row: row.subject.id),
    Field("name", "string", "the entry's name", lambda row: row.subject.name),
)


_PROVENANCE: tuple[Field[Told], ...] = (
    Field("quote", "string", "the source's words, 25 at most", lambda row: row.citation.quote),
    Field("outlet", "string", "who published them", lambda row: row.citation.outlet or None),
    Field("title", "string", "the text's title", lambda row: row.citation.title or None),
    Field("url", "string", "its address", lambda row: row.citation.url),
    Field("published", "date", "its day, where it says so", lambda row: row.citation.published),
    Field("captured", "date", "the day it was captured", lambda row: row.citation.captured),
    Field("document", "string", "the document's id", lambda row: row.citation.document),
    Field("development", "string", "the development's id", lambda row: row.citation.development),
    Field("start", "integer", "first character of the value in the document's text", lambda row: row.citation.start),
    Field("end", "integer", "character behind its last", lambda row: row.citation.end),
    Field("origin", "string", "copies of one text share it", lambda row: row.citation.origin),
)


FACTS: Table[FactTold] = Table(
    "facts",
    "A value as one document tells it a row, with its words; all values stay, rank 1 is the chosen one.",
    (),
    _facts,
    lambda row: row.citation.said,
    (
        *_SUBJECT,
        Field("phase", "string", "the phase's id, where it is a phase's own", lambda row: row.subject.phase),
        Field(
            "attribute", "string", "capacity.phase, money, jobs, production_start, …", lambda row: row.fact.attribute
        ),
        Field("rank", "integer", "1 for the chosen value, 2 for the next best", lambda row: row.rank),
        Field("value", "string", "as people read it", lambda row: row.support.value.text),
        Field("number", "number", "of an amount, a sum or jobs", lambda row: row.support.value.number),
        Field("unit", "string", "its unit or currency", lambda row: row.support.value.unit),
        Field("qualifier", "string", "exact, about, up to, …", lambda row: str(row.support.value.qualifier)),
        Field("scope", "string", "of a capacity", lambda row: str(row.support.value.scope or "") or None),
        Field("date", "string", "as precise as its source", lambda row: str(row.support.value.when or "") or None),
        Field("date_part", "string", "early, mid, late, end", lambda row: row.support.value.part),
        Field("conflict", "boolean", "the fact's values cannot all hold", lambda row: row.fact.conflict),
        Field("rule", "string", "the rule that chose", lambda row: row.fact.rule),
        Field("origins", "integer", "independent texts for this value", lambda row: row.support.origins),
        *_PROVENANCE,
    ),
)
TIMELINE: Table[StepTold] = Table(
    "timeline",
    "A step or a scheduled date a row, with the day it was said: a slipped date is another row.",
    (),
    _steps,
    lambda row: row.entry.said,
    (
        *_SUBJECT,
        Field("phase", "string", "the phase's id", lambda row: row.subject.phase),
        Field("milestone", "boolean", "true: it happened; false: it is scheduled", lambda row: row.entry.milestone),
        Field("what", "string", "a stage, or what is scheduled", lambda row: row.entry.what),
        Field("when", "string", "as precise as its source", lambda row: str(row.entry.when or "") or None),
        Field("said", "date", "the day it was told", lambda row: row.entry.said),
        *_PROVENANCE,
    ),
)
PARTIES: Table[PartyTold] = Table(
    "parties",
    "A company's part in a plant or deal as one document tells it a row.",
    (),
    _parties,
    lambda row: row.citation.said,
    (
        *_SUBJECT,
        Field("company", "string", "the company's id", lambda row: row.party.id),
        Field("company_name", "string", "its name", lambda row: row.party.name),
        Field("role", "string", "owner, operator, supplier, customer, …", lambda row: row.party.role),
        *_PROVENANCE,
    ),
)
