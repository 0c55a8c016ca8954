"""Entries as an assistant is told them: the chosen value, who says so, what else is said; no more than is needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cellwire.model import (
    Citation,
    Company,
    Deal,
    Entity,
    Facility,
    Fact,
    PartyFact,
    RecordChange,
    Rumour,
    Story,
    slip_chart,
    title_of,
)
from cellwire.publish.view import KINDS, Standing, StoryFound

Told = dict[str, Any]
STORIES = 8  # of an entry, latest first


def tell(thing: Entity, standing: Standing) -> Told:
    """An entry with its citations; what is not told of it is left out."""
    told: Told = {"list": KINDS[type(thing)], "id": thing.id, "name": title_of(thing)}
    match thing:
        case Facility():
            told |= _plant(thing)
        case Deal():
            told |= {"kind": thing.kind, "how_binding": thing.rung, "facts": [tell_fact(fact) for fact in thing.facts]}
        case Rumour():
            told |= tell_rumour(thing)
        case Company():
            told |= _company(thing, standing)
        case Story():
            told |= {"kind": thing.kind, "stage": thing.stage, "independent_texts": len(thing.origins)}
    if isinstance(thing, Facility | Deal):
        told |= {"companies": [_party(party) for party in thing.parties], "last_told": str(thing.last_told)}
    if not isinstance(thing, Story):
        told["stories"] = _stories(thing.stories, standing)
    return {name: value for name, value in told.items() if value not in (None, [], "")}


def tell_briefly(thing: Entity) -> Told:
    """A line of a list: enough to choose what to ask next."""
    told: Told = {"list": KINDS[type(thing)], "id": thing.id, "name": title_of(thing)}
    match thing:
        case Facility():
            capacity = next((fact for phase in thing.phases for fact in phase.facts if _is_capacity(fact)), None)
            start = next((f for phase in thing.phases for f in phase.facts if f.attribute == "production_start"), None)
            told |= {"status": thing.status, "inferred": thing.inferred or None}
            told |= {"country": thing.country, "product": thing.product}
            told |= {"capacity": capacity and tell_fact(capacity), "production_start": start and tell_fact(start)}
            steps = [step.citation for phase in thing.phases for step in phase.timeline]
            told["source"] = cite(max(steps, key=lambda each: each.said)) if steps else None
        case Deal():
            told |= {"kind": thing.kind, "how_binding": thing.rung, "last_told": str(thing.last_told)}
            told["source"] = cite(thing.parties[0].citations[0]) if thing.parties else None
        case Rumour():
            told |= {"outcome": thing.outcome, "first_report": str(thing.first_report)}
            told["source"] = cite(thing.carriers[0]) if thing.carriers else None
        case Company():
            told |= {"country": thing.country, "plants": len(thing.facilities), "deals": len(thing.deals)}
        case Story():
            told |= {"kind": thing.kind, "last_told": str(thing.last_told)}
    return {name: value for name, value in told.items() if value is not None}


def tell_found(found: StoryFound) -> Told:
    """A story by the quotes that were searched for."""
    told: Told = {"list": "stories"}
    if found.story:
        told |= {"id": found.story.id, "name": found.story.headline, "last_told": str(found.story.last_told)}
    quotes = [
        {
            "quote": "".join(part.text for part in each.parts),
            "outlet": each.document.outlet,
            "published": str(each.document.told or ""),
            "url": each.document.url,
            "document": each.document.id,
            "start": each.told.evidence.start,
            "end": each.told.evidence.end,
        }
        for each in found.quotes
    ]
    return {**told, "quotes": quotes}


def _is_capacity(fact: Fact) -> bool:
    return fact.attribute.startswith("capacity")


def _plant(plant: Facility) -> Told:
    return {
        "status": plant.status,
        "inferred": plant.inferred,
        "place": plant.place,
        "country": plant.country,
        "product": plant.product,
        "phases": [
            {
                "label": phase.label or "the plant",
                "status": phase.status,
                "inferred": phase.inferred,
                "because": phase.because,
                "facts": [tell_fact(fact) for fact in phase.facts],
            }
            for phase in plant.phases
        ],
        "facts": [tell_fact(fact) for fact in plant.facts],
        "history": [
            {"attribute": slip.attribute, "value": slip.value.text, "said_on": str(slip.said), "change": slip.change}
            for slip in slip_chart(plant)
        ],
    }


def _company(company: Company, standing: Standing) -> Told:
    return {
        "country": company.country,
        "plants": [tell_briefly(thing) for thing in standing.linked(company.facilities)],
        "deals": [tell_briefly(thing) for thing in standing.linked(company.deals)],
        "partners": [title_of(thing) for thing in standing.linked(company.partners)],
    }


def tell_rumour(rumour: Rumour) -> Told:
    return {
        "kind": rumour.kind,
        "outcome": rumour.outcome,
        "first_report": str(rumour.first_report),
        "answer_due": str(rumour.due) if rumour.due else None,
        "carried_by": [cite(carrier) for carrier in rumour.carriers],
        "answers": [
            {"company": each.party.name, "says": each.modality, "on": str(each.said), "source": cite(each.citation)}
            for each in rumour.answers
        ],
    }


def tell_fact(fact: Fact) -> Told:
    """The chosen value with its source; the others where there are any, so that a conflict is never passed over."""
    told: Told = {
        "attribute": fact.attribute,
        "value": fact.value.text,
        "independent_texts": fact.supports[0].origins,
        "source": cite(fact.supports[0].citations[0]),
    }
    if len(fact.supports) > 1:
        told |= {"sources_disagree": fact.conflict, "chosen_because": fact.rule}
        told["also_told"] = [
            {"value": support.value.text, "source": cite(support.citations[0])} for support in fact.supports[1:]
        ]
    return told


def tell_change(change: RecordChange) -> Told:
    told = {name: getattr(change, name) for name in ("entry", "id", "name", "field", "before", "after", "size")}
    return {**told, "said_on": str(change.said), "source": cite(change.citation)}


def cite(citation: Citation) -> Told:
    """Enough to quote it, to link it, and to look at it in its context."""
    return {
        "quote": citation.quote,
        "outlet": citation.outlet,
        "published": str(citation.published or citation.captured),
        "url": citation.url,
        "document": citation.document,
        "start": citation.start,
        "end": citation.end,
    }


def _party(party: PartyFact) -> Told:
    return {"id": party.id, "name": party.name, "role": party.role}


def _stories(ids: Sequence[str], standing: Standing) -> list[Told]:
    latest = standing.linked_stories(ids)[:STORIES]
    return [{"id": story.id, "headline": story.headline, "last_told": str(story.last_told)} for story in latest]
