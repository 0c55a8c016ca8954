"""How likely each value of a reading is that of the thing it is told of, and not another plant's, deal's or day's.

A number of the right unit near a plant may be its owner's target, another plant's size or the price of the land; a town
may be where it was announced. Where a value stands, what is named beside it and the words around it tell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

import msgspec

from cellwire.claims.clauses import Bundle
from cellwire.claims.evidence.exactness import Learned
from cellwire.claims.evidence.signs import Signs
from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import Capacity, Claim, Dated, Development, Money, Party, Place, Span, chance

_WORD = regex(r"[a-z][a-z'-]*|\d[\d.,]*|[$€£¥%;:()]")
_NUMBER = regex(r"\d[\d.,]*")
_AROUND = 70  # characters on either side of a value in which words are asked
_NEAREST = 5  # words on either side
_MOST = 3  # of a count, of which more are told as as many
_NEAR, _FAR = 40, 120  # characters between a value and what tells the thing
_OF_WORDS = "all words"  # the signs that say what all words tell
_TURNS = (";", " while ", " whereas ", " after ", " which ", " who ", " where ", " and ", " but ", " from ", ", ")


def with_chances(told: Development, home: Bundle, scene: Scene, signs: Signs) -> Development:
    """With the chance of each value."""
    learned = _learned()
    chances = [
        (claim.span, round(chance(learned.base, learned.weights, own), 3))
        for claim, own in signs_of_values(told, home, scene, signs)
    ]
    return replace(told, chances=tuple(chances))


def signs_of_values(told: Development, home: Bundle, scene: Scene, signs: Signs) -> Iterator[tuple[Claim, Signs]]:
    """What speaks for each value and what against it, `signs` of the whole reading among them."""
    reading = {sign for sign in signs if not sign.startswith(_OF_WORDS)}
    starts = [sentence.span.start for sentence in scene.sentences]
    slots = [_slot(claim) for claim in told.claims()]
    for claim in told.claims():
        span = scene.plain.forth(claim.span)
        sentence = scene.sentences[max(0, bisect_right(starts, span.start) - 1)]
        slot = _slot(claim)
        own = (
            *_of_what(claim, slot, told),
            *_of_where(span, sentence, home, scene),
            *_of_company(claim, sentence, told),
            *_of_words(span, sentence),
            *_of_text(claim, scene),
            *_of_goods(claim, scene.sentences[home.lead.clause.index], scene),
        )
        alone = f"{min(slots.count(slot), _MOST)} of its sort"
        yield claim, frozenset((*(f"{slot}: {sign}" for sign in (*own, alone)), f"sort {slot}", *reading))


def _slot(claim: Claim) -> str:
    return claim.attribute.partition(".")[0]


def _of_what(claim: Claim, slot: str, told: Development) -> Iterator[str]:
    yield claim.attribute
    yield f"of {told.kind}"
    yield f"{claim.attribute} of {told.kind}.{told.stage}"
    yield f"rule {told.rule}"
    value = claim.value
    match value:
        case Capacity():
            yield from (f"scope {value.scope}", f"qualifier {value.qualifier}", f"unit {value.unit}")
        case Money():
            yield f"qualifier {value.qualifier}"
        case Dated():
            yield f"as precise as {len(value.date.iso)} signs"
        case Party():
            yield "unknown" if value.id.startswith("x-") else "known"
        case Place():
            yield "in the gazetteer" if value.id else "in no gazetteer"
        case str():
            yield f"{slot} {value}" if slot in {"product", "chemistry"} else slot


def _of_where(span: Span, sentence: Sentence, home: Bundle, scene: Scene) -> Iterator[str]:
    """In the title, in the sentence that tells the thing and how far from the words that do, or elsewhere."""
    leads = {draft.clause.index: draft for draft in home.drafts}
    if sentence.headline:
        yield "in a headline"
    if sentence.index <= scene.first_told:
        yield "in title or lead"
    draft = leads.get(sentence.index)
    if draft is None:
        away = sentence.index - home.lead.clause.index
        yield f"{min(abs(away), _MOST)} sentences {'behind' if away > 0 else 'before'}"
        yield "in another sentence"
        return
    apart = max(span.start - draft.trigger.end, draft.trigger.start - span.end, 0)
    side = "behind" if span.start >= draft.trigger.start else "before"
    how = "near" if apart < _NEAR else "far" if apart > _FAR else "not far"
    yield f"{how} {side}"
    yield "in the same clause" if draft.clause.span.start <= span.start < draft.clause.span.end else "in another clause"
    between = sentence.between(*sorted((span, draft.trigger)))
    yield from (f"{turn.strip()} between" for turn in _TURNS if turn in f" {between} ")


def _of_company(claim: Claim, sentence: Sentence, told: Development) -> Iterator[str]:
    """Who, where and how many figures else are in its sentence."""
    own = {party.id for party in told.parties}
    named = {name.id for name in sentence.names}
    yield f"{min(len(named - own), _MOST)} others named"
    yield "its own named" if named & own else "none of its own named"
    place = told.place.name if told.place else ""
    spots = {spot.name for spot in (*sentence.places, *sentence.countries)}
    yield f"{min(len(spots - {place}), _MOST)} other places"
    if place:
        yield "its place named" if place in spots else "its place not named"
    yield f"{min(len(_NUMBER.findall(sentence.text)), _MOST + 2)} numbers"
    yield from (f"tag {tag}" for tag in sentence.tags)
    if isinstance(claim.value, Party):
        yield f"{min(len(told.parties), _MOST)} parties"


def _of_text(claim: Claim, scene: Scene) -> Iterator[str]:
    """How often the text names it, whether its headlines do, and whether they name another."""
    headlines = [sentence for sentence in scene.sentences if sentence.headline]
    match claim.value:
        case Party(id=id):
            where = [sentence for sentence in scene.sentences if any(name.id == id for name in sentence.names)]
            others = any(name.id != id for sentence in headlines for name in sentence.names)
        case Place(name=place):
            where = [sentence for sentence in scene.sentences if any(spot.name == place for spot in sentence.places)]
            others = any(spot.name != place for sentence in headlines for spot in sentence.places)
        case Capacity() | Money() | Dated():
            said = scene.plain.words(claim.span)
            where = [sentence for sentence in scene.sentences if said in sentence.text]
            others = any(_NUMBER.search(sentence.text) for sentence in headlines)
        case _:
            return
    yield f"named in {min(len(where), _MOST)} sentences"
    yield "in a headline of the text" if any(each.headline for each in where) else "in no headline of the text"
    if others:
        yield "another in a headline"
    yield f"first named in sentence {min(where[0].index, _MOST + 2)}" if where else "not found again"


def _of_goods(claim: Claim, lead: Sentence, scene: Scene) -> Iterator[str]:
    """What else the title and the sentence that tells the thing speak of beside these goods."""
    if claim.attribute != "product":
        return
    for where, sentence in (("title", scene.sentences[0]), ("lead", lead)):
        yield from (f"{claim.value} in a {where} with {word}" for word in {*_words(sentence.text)})
        yield from (f"{claim.value} in a {where} with {spot.id}" for spot in sentence.products)


def _of_words(span: Span, sentence: Sentence) -> Iterator[str]:
    before = _words(sentence.before(span.start, _AROUND))[-_NEAREST:]
    behind = _words(sentence.after(span.end, _AROUND))[:_NEAREST]
    yield from (f"< {word}" for word in before)
    yield from (f"> {word}" for word in behind)
    if before:
        yield f"<< {before[-1]}"
    if behind:
        yield f">> {behind[0]}"
    yield from (f"head {word}" for word in _words(sentence.text[:_AROUND])[:_NEAREST])


def _words(text: str) -> Sequence[str]:
    return ["#" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]


@cache
def _learned() -> Learned:
    """Written by `make train`."""
    return msgspec.json.decode(files("cellwire.claims.evidence").joinpath("values.json").read_bytes(), type=Learned)
