"""How sure a reading is: the signs for and against it, weighed as labelled texts taught (`make train`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from msgspec import Struct

from cellwire.claims.bundles import Bundle
from cellwire.claims.scene import Scene
from cellwire.lexicon import regex
from cellwire.model import Development, Kind

_FIRST_PERSON = regex(r"\b(?:[Ww]e|[Oo]ur|us|I)\b")
_QUOTED = ('"', "“", "”")
_FAR_DOWN = 8  # sentences after the first of the text
_LONG, _SHORT = 280, 90  # characters of a sentence
_TITLE_WORDS = {
    Kind.FACILITY: ("facility", "facility_verb"),
    Kind.SUPPLY: ("supply",),
    Kind.PARTNERSHIP: ("partnership",),
    Kind.INVESTMENT: ("investment",),
    Kind.TECHNOLOGY: ("technology",),
    Kind.POLICY: ("policy",),
    Kind.MARKET: ("market",),
    Kind.INCIDENT: ("incident",),
}
_NOTED = 3  # signs for and signs against that an explanation names

Signs = frozenset[str]


class Weights(Struct, frozen=True):
    """What was learned: each sign's weight in log odds, the `base` all start from, the `floor` to be told at all."""

    base: float
    floor: float
    signs: Mapping[str, float]


@cache
def weights() -> Weights:
    told = json.loads(files("cellwire.claims").joinpath("confidence.json").read_text("utf-8"))
    return Weights(told["base"], told["floor"], told["weights"])


def confidence(signs: Signs) -> float:
    """Between 0 and 1, calibrated on the labelled texts (docs/confidence.md). A sign never learned weighs nothing."""
    learned = weights()
    return 1 / (1 + exp(-learned.base - sum(learned.signs.get(sign, 0.0) for sign in sorted(signs))))


def reasons(signs: Signs) -> tuple[str, ...]:
    """The signs that weigh most on either side, with their weight: "for: a capacity +1.18"."""
    learned = weights().signs
    ranked = sorted((-abs(learned.get(sign, 0.0)), sign) for sign in signs if learned.get(sign))
    names = [name for _, name in ranked]
    told = {side: [name for name in names if (learned[name] > 0) is (side == "for")] for side in ("for", "against")}
    return tuple(f"{side}: {name} {learned[name]:+.2f}" for side in told for name in told[side][:_NOTED])


def signs_of(told: Development, home: Bundle, scene: Scene) -> Signs:
    """What speaks for or against a reading, in words that an explanation can print."""
    return frozenset(
        (
            *_of_kind(told),
            *_of_values(told),
            *_of_parties(told),
            *_of_place_in_text(home, scene),
            *_of_words(told),
        )
    )


def _of_kind(told: Development) -> Iterator[str]:
    yield f"kind {told.kind}"
    yield f"stage {told.kind}.{told.stage}"
    yield f"rule {told.rule}"


def _of_values(told: Development) -> Iterator[str]:
    if told.place:
        yield "a place"
    if told.capacity:
        yield "a capacity"
    if told.money:
        yield "a sum"
    if told.jobs:
        yield "jobs"
    if told.dates:
        yield "a date"
    if told.product:
        yield "a product"
    if told.chemistry:
        yield "a chemistry"


def _of_parties(told: Development) -> Iterator[str]:
    if not told.parties:
        yield "nobody named"
    elif all(party.id.startswith("x-") for party in told.parties):
        yield "only unknown names"
    if len(told.parties) > 1:
        yield "several parties"


def _of_place_in_text(home: Bundle, scene: Scene) -> Iterator[str]:
    if all(draft.clause.headline for draft in home.drafts):
        yield "told by headlines alone"
    if len(home.drafts) > 1:
        yield "told more than once"
    start = next((sentence.index for sentence in scene.sentences if not sentence.headline), 0)
    if home.drafts[0].clause.index - start > _FAR_DOWN:
        yield "far down"
    title = scene.sentences[0]
    if title.headline and not any(tag.partition(".")[0] in _TITLE_WORDS[home.kind] for tag in title.tags):
        yield "a title about something else"


def _of_words(told: Development) -> Iterator[str]:
    if any(mark in told.quote for mark in _QUOTED):
        yield "quoted speech"
    if _FIRST_PERSON.search(told.quote):
        yield "first person"
    if len(told.quote) > _LONG:
        yield "a long sentence"
    if len(told.quote) < _SHORT:
        yield "a short sentence"
