"""The edition as JSON, for programs: every value with the number of its note."""

from __future__ import annotations

import json
from typing import Any

from cellwire.publish.brief.edition import Edition, Headline, Item, Note, Part, Sentence, Telling
from cellwire.publish.brief.render.marks import Numbers, numbers_of


def render_json(edition: Edition) -> str:
    """Keys in a fixed order, so that the same edition gives the same bytes."""
    numbers = numbers_of(edition)
    told = {
        "schema": 1,
        "name": edition.name,
        "title": edition.title,
        "first": edition.first.isoformat(),
        "last": edition.last.isoformat(),
        "figures": [{"label": row.label, "text": row.text, "detail": row.detail} for row in edition.figures],
        "changes": [
            {
                "thing": row.thing,
                "field": row.field,
                "from": _part(row.before, numbers),
                "to": _part(row.after, numbers),
                "size": row.size,
            }
            for row in edition.changes
        ],
        "sections": [
            {
                "section": chapter.section.value,
                "title": chapter.title,
                "items": [_item(item, numbers) for item in chapter.items],
            }
            for chapter in edition.chapters
        ],
        "headlines": [_headline(row) for row in edition.headlines],
        "terms": [
            {"text": row.text, "now": row.now, "before": row.before, "score": row.score} for row in edition.terms
        ],
        "sources": [{"outlet": row.outlet, "articles": row.documents, "used": row.used} for row in edition.readings],
        "map": [
            {"place": row.place, "lat": row.lat, "lon": row.lon, "item": row.anchor, "headline": row.headline}
            for row in edition.spots
        ],
        "chart": [{"name": row.name, "gwh": row.gwh, "amount": _part(row.part, numbers)} for row in edition.bars],
        "corrections": [{"made": row.made.isoformat(), "text": row.text} for row in edition.corrections],
        "published": edition.published.isoformat() if edition.published else None,
        "followed": {
            "sources": edition.followed,
            "ailing": [
                {
                    "source": row.source,
                    "state": row.state,
                    "since": row.since.isoformat() if row.since else None,
                    "problem": row.problem,
                }
                for row in edition.ailing
            ],
        },
        "left_out": [{"what": row.what, "why": row.why} for row in edition.left_out],
        "sponsor": {"text": edition.sponsor.text, "url": edition.sponsor.url} if edition.sponsor else None,
        "subscribe": [{"text": way.text, "url": way.url} for way in edition.subscribe],
        "notes": [_note(note, number) for note, number in numbers.items()],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item, numbers: Numbers) -> dict[str, Any]:
    return {
        "id": item.anchor,
        "headline": item.headline.text,
        "score": item.score,
        "because": list(item.because),
        "stories": [_telling(telling, numbers) for telling in item.tellings],
        "more": [{"text": link.text, "told": link.told.isoformat(), "url": link.url} for link in item.more],
    }


def _telling(telling: Telling, numbers: Numbers) -> dict[str, Any]:
    return {
        "story": telling.story,
        "mark": telling.mark,
        "headline": telling.headline.text,
        "edited": telling.edited,
        "note": telling.note,
        "sentences": [_sentence(sentence, numbers) for sentence in telling.sentences],
        "background": [_sentence(sentence, numbers) for sentence in telling.background],
        "conflicts": [_sentence(sentence, numbers) for sentence in telling.conflicts],
        "excerpt": numbers[telling.excerpt.note] if telling.excerpt else None,
        "article": _headline(telling.article) if telling.article else None,
        "score": telling.score,
        "because": list(telling.because),
        "outlets": telling.outlets,
        "origins": telling.origins,
    }


def _headline(row: Headline) -> dict[str, Any]:
    return {
        "title": row.title,
        "outlet": row.outlet,
        "published": row.published.isoformat() if row.published else None,
        "url": row.url,
        "others": row.others,
        "story": row.story,
    }


def _sentence(sentence: Sentence, numbers: Numbers) -> dict[str, Any]:
    values = [_part(part, numbers) for part in sentence.parts if part.note]
    return {"text": sentence.text, "values": values}


def _part(part: Part, numbers: Numbers) -> dict[str, Any]:
    if part.note is None:
        return {"text": part.text}
    return {"text": part.text, "what": part.what, "value": part.value, "note": numbers[part.note]}


def _note(note: Note, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "quote": note.quote,
        "outlet": note.outlet,
        "title": note.title,
        "published": note.published.isoformat() if note.published else None,
        "url": note.url,
        "also": list(note.also),
    }
