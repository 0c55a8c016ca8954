"""One development as a program reads it: the public JSON of `cellwire read --jsonl`, schema 1."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from cellwire.model import Capacity, Dated, Development, Document, Jobs, Money, Named, Party, Place, Qualifier, Span

SCHEMA = 1

Json = dict[str, Any]


def contract_line(
    document: Document, development: Development, *, id: str | None = None, explain: bool = False
) -> Json:
    """What `docs/data-dictionary.md` promises: silent slots are left out, spans count from the start of the text.

    `id` is what whoever handed the text over calls it; without one the file's name without its ending, then the
    document's own id.
    """
    told = {
        "schema": SCHEMA,
        "article": _article(document, id),
        "kind": str(development.kind),
        "stage": development.stage,
        "certainty": str(development.certainty),
        "modality": str(development.modality),
        "background": development.background,
        **_said({"by_words": development.by_words or None}),
        **_slots(development),
        "evidence": _said(
            {
                "start": development.evidence.start,
                "end": development.evidence.end,
                "text": document.quote(development.evidence),
                "page": document.page_of(development.evidence),
            }
        ),
        "confidence": round(development.confidence, 3),
        "exactness": round(development.exactness, 3),
        "id": development.id,
    }
    return told | _explanation(document, development) if explain else told


def _article(document: Document, id: str | None) -> Json:
    named = id or (PurePath(document.path).stem if document.path else None) or document.id
    return _said(
        {
            "id": named,
            "path": document.path,
            "url": document.url,
            "title": document.title or None,
            "published": document.published.isoformat() if document.published else None,
            "language": document.language,
            "item": document.item,
        }
    )


def _slots(development: Development) -> Json:
    return _said(
        {
            "parties": [_party(party) | {"role": str(party.role)} for party in development.parties],
            "place": _place(development.place) if development.place else None,
            "country": development.country,
            "product": development.product.name if development.product else None,
            "chemistry": [chemistry.name for chemistry in development.chemistry],
            "capacity": [_capacity(capacity) for capacity in development.capacity],
            "money": [_money(money) for money in development.money],
            "jobs": _jobs(development.jobs) if development.jobs else None,
            "dates": [_dated(dated) for dated in development.dates],
            "speaker": _party(development.speaker) if development.speaker else None,
            "responses": [
                {"party": _party(answer.party), "modality": str(answer.modality), "span": _span(answer.span)}
                for answer in development.responses
            ],
        }
    )


def _explanation(document: Document, development: Development) -> Json:
    """What decided, the spans of the slots that the contract prints as bare words, and where the article's own were."""
    return _said(
        {
            "rule": development.rule or None,
            "trigger": _span(development.trigger) if development.trigger else None,
            "country_span": _span(development.country_span) if development.country_span else None,
            "product_span": _span(development.product.span) if development.product else None,
            "chemistry_spans": [_named(chemistry) for chemistry in development.chemistry],
            "notes": list(development.notes),
            "chances": [{"span": _span(span), "chance": chance} for span, chance in development.chances],
            "found": document.found.told(),
        }
    )


def _party(party: Party) -> Json:
    return {"id": party.id, "name": party.name, "span": _span(party.span)}


def _place(place: Place) -> Json:
    return _said(
        {
            "name": place.name,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "span": _span(place.span),
        }
    )


def _named(named: Named) -> Json:
    return {"name": named.name, "span": _span(named.span)}


def _capacity(capacity: Capacity) -> Json:
    told = {
        "value": _plain(capacity.value),
        "unit": capacity.unit,
        "scope": str(capacity.scope),
        "qualifier": str(capacity.qualifier),
        "span": _span(capacity.span),
    }
    return told if capacity.per_year_said else told | {"per_year_said": False}


def _money(money: Money) -> Json:
    told = {"amount": _plain(money.amount), "currency": money.currency, "span": _span(money.span)}
    return told | _hedge(money.qualifier)


def _jobs(jobs: Jobs) -> Json:
    return {"value": jobs.value, "span": _span(jobs.span)} | _hedge(jobs.qualifier)


def _dated(dated: Dated) -> Json:
    return _said({"what": str(dated.what), "date": dated.date.iso, "part": dated.part, "span": _span(dated.span)})


def _hedge(qualifier: Qualifier) -> Json:
    """A sum or a number of jobs says its qualifier only where it is not exact."""
    return {} if qualifier is Qualifier.EXACT else {"qualifier": str(qualifier)}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number


def _said(slots: Json) -> Json:
    """Only what the text says something about."""
    return {name: value for name, value in slots.items() if value is not None and value != []}
