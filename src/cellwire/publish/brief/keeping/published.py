"""Editions that readers have: what a later run says otherwise is listed as a correction, never put in silently."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cellwire.errors import FileUnreadable
from cellwire.publish.brief.edition import Correction, Edition

Told = Mapping[str, Any]


def read_published(written: str, *, name: str) -> Told | None:
    """The edition as JSON that readers have; None where it was a draft."""
    try:
        told = json.loads(written)
        published, sections = told.get("published"), told["sections"]
    except (ValueError, KeyError, AttributeError) as problem:
        raise FileUnreadable(name, "is no edition that cellwire wrote", "move it away and write it anew") from problem
    if published is None:
        return None
    assert isinstance(sections, list)
    known: Told = told
    return known


def corrected(edition: Edition, published: Told, *, today: date) -> Edition:
    """The edition with the corrections that readers know of, and with what this run changes in what they have."""
    known = tuple(Correction(date.fromisoformat(row["made"]), row["text"]) for row in published["corrections"])
    texts = {row.text for row in (*known, *edition.corrections)}
    fresh = tuple(Correction(today, text) for text in _differences(edition, published) if text not in texts)
    told = dict.fromkeys((*known, *edition.corrections, *fresh))
    return replace(edition, corrections=tuple(told), published=date.fromisoformat(published["published"]))


def _differences(edition: Edition, published: Told) -> Iterator[str]:
    before = {
        story["story"]: (story["headline"], _body(story))
        for section in published["sections"]
        for item in section["items"]
        for story in item["stories"]
    }
    after = {
        telling.story: (
            telling.headline.text,
            [sentence.text for sentence in (*telling.sentences, *telling.background, *telling.conflicts)],
        )
        for item in edition.items()
        for telling in item.tellings
    }
    for id, (headline, body) in before.items():
        if id not in after:
            yield f"The story “{headline}” was taken out."
        elif after[id] != (headline, body):
            yield from _story(headline, body, *after[id])
    yield from (f"The story “{headline}” was added." for id, (headline, _) in after.items() if id not in before)


def _body(story: Told) -> list[str]:
    return [sentence["text"] for part in ("sentences", "background", "conflicts") for sentence in story[part]]


def _story(headline: str, body: list[str], now: str, said: list[str]) -> Iterator[str]:
    if headline != now:
        yield f"The headline “{headline}” now reads “{now}”."
    gone, new = ([one for one in these if one not in those] for these, those in ((body, said), (said, body)))
    if gone and new:
        yield f"In “{now}”, “{' '.join(gone)}” now reads “{' '.join(new)}”"
    elif gone:
        yield f"In “{now}”, this was taken out: “{' '.join(gone)}”"
    elif new:
        yield f"In “{now}”, this was added: “{' '.join(new)}”"
