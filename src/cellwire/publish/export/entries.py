"""The wide tables, a row an entry: facilities, phases, deals, rumours, companies, stories."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from cellwire.model import (
    GROUPS,
    Company,
    Deal,
    Facility,
    Fact,
    PartyFact,
    Phase,
    Record,
    Rumour,
    RumourOutcome,
    Status,
    Story,
    facts_of,
)
from cellwire.publish.export.table import Cell, Field, Row, Table


@dataclass(frozen=True, slots=True)
class PhaseOf:
    """A phase and its plant."""

    plant: Facility
    phase: Phase


@dataclass(frozen=True, slots=True)
class CompanyTold:
    """A company and the day of its latest news."""

    company: Company
    told: date


Thing = Facility | Deal | PhaseOf


@cache
def _vocabularies() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("cellwire.publish.export").joinpath("vocabularies.toml").read_text("utf-8"))


def _phases(record: Record, _: Sequence[Story]) -> Iterator[PhaseOf]:
    for plant in record.facilities:
        for phase in plant.phases:
            yield PhaseOf(plant, phase)


def _companies(record: Record, stories: Sequence[Story]) -> Iterator[CompanyTold]:
    told = {story.id: story.last_told for story in stories}
    for company in record.companies:
        yield CompanyTold(company, max((told[id] for id in company.stories if id in told), default=date.min))


def _facts(thing: Thing) -> Sequence[Fact]:
    return thing.phase.facts if isinstance(thing, PhaseOf) else facts_of(thing)


def _chosen(get: Callable[[Fact], Cell], *families: str) -> Callable[[Thing], Cell]:
    """A slot of the first fact of the first family that is told; an empty cell where none is."""

    def cell(thing: Thing) -> Cell:
        facts = _facts(thing)
        told = (fact for family in families for fact in facts if fact.attribute.split(".")[0] == family)
        return next(map(get, told), None)

    return cell


def _number(fact: Fact) -> Cell:
    return fact.value.number


def _whole(fact: Fact) -> Cell:
    return None if fact.value.number is None else int(fact.value.number)


def _unit(fact: Fact) -> Cell:
    return fact.value.unit


def _scope(fact: Fact) -> Cell:
    return str(fact.value.scope) if fact.value.scope else None


def _text(fact: Fact) -> Cell:
    return fact.value.text


def _chemistry(thing: Thing) -> Cell:
    told = (support.value.text for fact in _facts(thing) if fact.attribute == "chemistry" for support in fact.supports)
    return joined(sorted(set(told)))


def joined(words: Sequence[str]) -> str | None:
    return "; ".join(words) or None


def _named(parties: Sequence[PartyFact], *roles: str) -> str | None:
    return joined(list(dict.fromkeys(party.name for party in parties if party.role in roles)))


def _parties(*roles: str) -> Callable[[Facility | Deal], Cell]:
    return lambda thing: _named(thing.parties, *roles)


def _status_fields(status: Callable[[Row], Status]) -> tuple[Field[Row], ...]:
    return (
        Field("status", "string", "status by the rules of the record", lambda row: str(status(row))),
        Field("status_group", "string", "the status's group", lambda row: GROUPS[status(row)]),
        Field(
            "status_gem",
            "string",
            "the status in Global Energy Monitor's words; empty: not listed there",
            lambda row: _vocabularies()["gem"][status(row)] or None,
        ),
        Field(
            "status_cim",
            "string",
            "the status in the Clean Investment Monitor's words; empty: not listed there",
            lambda row: _vocabularies()["cim"][status(row)] or None,
        ),
    )


_CAPACITY, _MONEY = ("capacity", "output"), ("money", "funding")
_AMOUNTS: tuple[Field[Thing], ...] = (
    Field("capacity", "number", "chosen capacity", _chosen(_number, *_CAPACITY)),
    Field("capacity_unit", "string", "its unit", _chosen(_unit, *_CAPACITY)),
    Field(
        "capacity_qualifier",
        "string",
        "exact, about, up to, at least, under",
        _chosen(lambda fact: str(fact.value.qualifier), *_CAPACITY),
    ),
    Field("capacity_scope", "string", "new, phase, total, existing", _chosen(_scope, *_CAPACITY)),
    Field("capacity_disputed", "boolean", "sources disagree on it", _chosen(lambda fact: fact.conflict, *_CAPACITY)),
    Field("investment", "number", "chosen sum in units of its currency", _chosen(_number, *_MONEY)),
    Field("investment_currency", "string", "ISO 4217", _chosen(_unit, *_MONEY)),
    Field("jobs", "integer", "chosen number of jobs", _chosen(_whole, "jobs")),
    Field("chemistry", "string", "all chemistries told, by name", _chemistry),
    Field(
        "construction_start", "string", "as precise as its source: 2025, 2025-H1", _chosen(_text, "construction_start")
    ),
    Field("production_start", "string", "as precise as its source", _chosen(_text, "production_start")),
)


_PLANT_STATUS: tuple[Field[Facility], ...] = _status_fields(lambda plant: plant.status)
_PHASE_STATUS: tuple[Field[PhaseOf], ...] = _status_fields(lambda row: row.phase.status)

FACILITIES: Table[Facility] = Table(
    "facilities",
    "A plant, mine or site a row, each value the chosen one; who else says what stands in facts.",
    ("id",),
    lambda record, _: record.facilities,
    lambda plant: plant.last_told,
    (
        Field("id", "string", "the record's id", lambda plant: plant.id),
        Field("name", "string", "operator and place", lambda plant: plant.name),
        Field("operators", "string", "who runs it", _parties("operator")),
        Field("owners", "string", "who owns it, investors included", _parties("owner", "investor", "partner")),
        Field("place", "string", "as sources name it", lambda plant: plant.place),
        Field("country", "string", "ISO 3166-1 alpha-2", lambda plant: plant.country),
        Field("lat", "number", "degrees north, of the place and not of the site", lambda plant: plant.lat),
        Field("lon", "number", "degrees east, of the place and not of the site", lambda plant: plant.lon),
        Field("product", "string", "what it makes", lambda plant: plant.product),
        *_PLANT_STATUS,
        Field("status_inferred", "boolean", "a rule on silence says so, no source", lambda plant: plant.inferred),
        *_AMOUNTS,
        Field("phases", "integer", "number of phases", lambda plant: len(plant.phases)),
        Field("stories", "integer", "number of stories", lambda plant: len(plant.stories)),
        Field("first_told", "date", "the day of the first news", lambda plant: plant.first_told),
        Field("last_told", "date", "the day of the latest news", lambda plant: plant.last_told),
    ),
)
PHASES: Table[PhaseOf] = Table(
    "phases",
    "A phase, line or second plant a row.",
    ("id",),
    _phases,
    lambda row: row.plant.last_told,
    (
        Field("id", "string", "the phase's id", lambda row: row.phase.id),
        Field("facility", "string", "the plant's id", lambda row: row.plant.id),
        Field("label", "string", "first phase, second plant, …; empty for the only one", lambda row: row.phase.label),
        *_PHASE_STATUS,
        Field("status_inferred", "boolean", "a rule on silence says so, no source", lambda row: row.phase.inferred),
        Field("because", "string", "the rule that gave the status", lambda row: row.phase.because),
        *_AMOUNTS,
    ),
)
DEALS: Table[Deal] = Table(
    "deals",
    "A supply deal, partnership or investment a row.",
    ("id",),
    lambda record, _: record.deals,
    lambda deal: deal.last_told,
    (
        Field("id", "string", "the record's id", lambda deal: deal.id),
        Field("name", "string", "the parties and what it is", lambda deal: deal.name),
        Field("kind", "string", "supply, partnership, investment", lambda deal: str(deal.kind)),
        Field("rung", "string", "how binding it is", lambda deal: str(deal.rung)),
        Field("suppliers", "string", "who supplies or licenses out", _parties("supplier", "licensor")),
        Field("customers", "string", "who buys or licenses in", _parties("customer", "licensee")),
        Field("partners", "string", "who works together", _parties("partner", "owner", "operator")),
        Field("investors", "string", "whose money it is", _parties("investor", "government")),
        Field("targets", "string", "in what it is put", _parties("target", "developer")),
        Field("volume", "number", "chosen volume", _chosen(_number, "volume")),
        Field("volume_unit", "string", "its unit", _chosen(_unit, "volume")),
        Field("money", "number", "chosen sum in units of its currency", _chosen(_number, *_MONEY)),
        Field("currency", "string", "ISO 4217", _chosen(_unit, *_MONEY)),
        Field("delivery_start", "string", "as precise as its source", _chosen(_text, "delivery_start")),
        Field("term", "string", "as precise as its source", _chosen(_text, "term")),
        Field("first_told", "date", "the day of the first news", lambda deal: deal.first_told),
        Field("last_told", "date", "the day of the latest news", lambda deal: deal.last_told),
    ),
)
RUMOURS: Table[Rumour] = Table(
    "rumours",
    "A report nobody has owned up to a row.",
    ("id",),
    lambda record, _: record.rumours,
    lambda rumour: max((answer.said for answer in rumour.answers), default=rumour.first_report),
    (
        Field("id", "string", "the record's id", lambda rumour: rumour.id),
        Field("name", "string", "what is reported", lambda rumour: rumour.name),
        Field("kind", "string", "kind of development", lambda rumour: str(rumour.kind)),
        Field("outcome", "string", ", ".join(RumourOutcome), lambda rumour: rumour.outcome),
        Field("first_report", "date", "the day of the first report", lambda rumour: rumour.first_report),
        Field("due", "date", "by when an answer was promised", lambda rumour: rumour.due),
        Field(
            "carriers",
            "string",
            "outlets that carry it, the first first",
            lambda rumour: joined(list(dict.fromkeys(each.outlet for each in rumour.carriers if each.outlet))),
        ),
        Field(
            "answers",
            "string",
            "who answered what",
            lambda rumour: joined([f"{each.party.name}: {each.modality}" for each in rumour.answers]),
        ),
    ),
)
COMPANIES: Table[CompanyTold] = Table(
    "companies",
    "A company or public body a row.",
    ("id",),
    _companies,
    lambda row: row.told,
    (
        Field("id", "string", "the lexicon's id; x- and the folded name where it has none", lambda row: row.company.id),
        Field("name", "string", "its name", lambda row: row.company.name),
        Field("country", "string", "of its seat, ISO 3166-1 alpha-2", lambda row: row.company.country),
        Field("known", "boolean", "whether the lexicon holds it", lambda row: row.company.known),
        Field("facilities", "string", "ids of its plants", lambda row: joined(row.company.facilities)),
        Field("deals", "string", "ids of its deals", lambda row: joined(row.company.deals)),
        Field("partners", "string", "ids of those it has deals with", lambda row: joined(row.company.partners)),
        Field("stories", "integer", "number of stories", lambda row: len(row.company.stories)),
    ),
)
STORIES: Table[Story] = Table(
    "stories",
    "The same news of all documents a row.",
    ("id",),
    lambda _, stories: stories,
    lambda story: story.last_told,
    (
        Field("id", "string", "the story's id", lambda story: story.id),
        Field("kind", "string", "kind of development", lambda story: str(story.kind)),
        Field("stage", "string", "the furthest its developments tell", lambda story: story.stage),
        Field("headline", "string", "composed from claims", lambda story: story.headline),
        Field("first_told", "date", "the day of the first news", lambda story: story.first_told),
        Field("last_told", "date", "the day of the latest news", lambda story: story.last_told),
        Field("origins", "integer", "independent texts", lambda story: len(story.origins)),
        Field("documents", "integer", "texts, copies included", lambda story: len(story.documents)),
        Field("companies", "string", "ids of its parties", lambda story: joined(story.companies)),
        Field("facilities", "string", "ids of its plants", lambda story: joined(story.facilities)),
    ),
)
