"""What speaks for a reading and what against it, in words that an explanation can print; `confidence` weighs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.gist import NOTHING, Gist
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.voice import sounds_old
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Development, Kind, Span

_FIRST_PERSON = regex(r"\b(?:[Ww]e|[Oo]ur|us|I)\b")
_QUOTED = ('"', "“", "”")
_LONG, _SHORT = 280, 90  # characters of a sentence
_A_LINE = 2  # sentences under a headline, which then tells no less than they do
_EARLY, _LATE = 50, 120  # characters of a clause before what tells it
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
_ORDER = ("first", "second", "third", "fourth or later")
_MANY = ("alone in the text", "one of two", "one of three", "one of four", "one of many")
_WHERE = ((1, "in the lead"), (3, "soon after the lead"))  # sentences after the text's first
_PERFECT = gated(r"\b(?:had|has been|have been)\b")
_COMPARING = gated(r"\b(?:analysts?|experts?|rivals?|competitors?|others?|industry|market|demand|such as|including)\b")
_AIMING = gated(r"\b(?:will help|enable|allow|expected to help|aims? to|goal|mission|commit\w+)\b")

Signs = frozenset[str]


class Company(Struct, frozen=True):
    """A reading among those of its text: which one it is of how many, what kinds its sentences tell beside it."""

    order: int
    readings: int
    beside: frozenset[Kind]


def companies(homes: Sequence[Bundle]) -> list[Company]:
    """Of every reading of a text, in reading order; what a sentence tells in parts of its own stands not beside it."""
    told: dict[int, list[tuple[int, Span]]] = {}
    for at, home in enumerate(homes):
        for draft in home.drafts:
            told.setdefault(draft.clause.index, []).append((at, draft.clause.span))
    return [
        Company(at, len(homes), frozenset(homes[other].kind for other in _beside(at, home, told)))
        for at, home in enumerate(homes)
    ]


def _beside(at: int, home: Bundle, told: Mapping[int, Sequence[tuple[int, Span]]]) -> Iterator[int]:
    for draft in home.drafts:
        for other, span in told[draft.clause.index]:
            if other != at and span.meets(draft.clause.span):
                yield other


class Whole(Struct, frozen=True):
    """The text around its readings: its title, whom it names first, and where it begins under its headlines."""

    scene: Scene
    opening: frozenset[str]  # who is named in the title and the text's first two sentences, by id
    first_told: int
    listed: bool  # whether it is a list
    brief: bool  # whether it is a feed's: a headline, and hardly a line under it
    gist: Gist | None  # what all words of its title and opening say; None where they say too little


def whole_of(scene: Scene, gist: Gist | None) -> Whole:
    start = scene.first_told
    opening = [
        sentence
        for sentence in scene.sentences[: max(start, 2) + 2]
        if (sentence.index <= 2 if sentence.headline else sentence.index <= start + 1)
    ]
    items = sum(sentence.block is BlockKind.LIST_ITEM for sentence in scene.sentences)
    ids = frozenset(name.id for sentence in opening for name in sentence.names)
    brief = sum(not sentence.headline for sentence in scene.sentences) <= _A_LINE
    return Whole(scene, ids, start, items * 3 > len(scene.sentences), brief, gist)


def signs_of(told: Development, home: Bundle, whole: Whole, company: Company) -> Signs:
    first = whole.scene.sentences[min(draft.clause.index for draft in home.drafts)]
    return frozenset(
        (
            *_of_kind(told),
            *_of_values(told),
            *_of_parties(told, whole),
            *_of_telling(home, first, whole),
            *_of_company(told.kind, company),
            *_of_verb(home),
            *_of_words(told, first),
            *_of_gist(told, first, whole),
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


def _of_parties(told: Development, whole: Whole) -> Iterator[str]:
    ids = {party.id for party in told.parties}
    if not ids:
        yield "nobody named"
        return
    if all(id.startswith("x-") for id in ids):
        yield "only unknown names"
    if len(told.parties) > 1:
        yield "several parties"
    if whole.scene.main and whole.scene.main.id in ids:
        yield "the company the text is about"
    if ids <= whole.opening:
        yield "all parties in title or lead"
    elif ids & whole.opening:
        yield "some parties in title or lead"
    else:
        yield "no party in title or lead"


def _of_telling(home: Bundle, first: Sentence, whole: Whole) -> Iterator[str]:
    """Where in the text it is told, and how often."""
    if all(draft.clause.headline for draft in home.drafts):
        yield "told by headlines alone"
    if len(home.drafts) > 1:
        yield "told more than once"
    if len(home.drafts) > 2:
        yield "told more than twice"
    after = first.index - whole.first_told
    yield (
        "in a headline"
        if first.headline and not whole.brief
        else next((where for least, where in _WHERE if after <= least), "further down")
    )
    title = whole.scene.sentences[0]
    elsewhere = all(draft.clause.index for draft in home.drafts)
    if title.headline and elsewhere and not any(tag.partition(".")[0] in _TITLE_WORDS[home.kind] for tag in title.tags):
        yield "a title about something else"
    if any(draft.clause.block is BlockKind.LIST_ITEM for draft in home.drafts):
        yield "in a list"
    if whole.listed:
        yield "a text that is a list"


def _of_company(kind: Kind, company: Company) -> Iterator[str]:
    yield f"told {_ORDER[min(company.order, len(_ORDER) - 1)]}"
    yield _MANY[min(company.readings, len(_MANY)) - 1]
    if company.beside:
        yield "beside another"
    for other in company.beside:
        yield f"{kind} beside {other}"


def _of_verb(home: Bundle) -> Iterator[str]:
    told = home.drafts[0]
    how = told.aspect
    said = {
        "done": how.done,
        "going on": how.going_on,
        "ahead": how.ahead,
        "possible": how.possible,
        "passive": how.passive,
    }
    yield from (f"a verb that is {name}" for name, true in said.items() if true)
    before = told.trigger.start - told.clause.span.start
    if before < _EARLY:
        yield "early in its sentence"
    elif before > _LATE:
        yield "late in its sentence"


def _of_words(told: Development, first: Sentence) -> Iterator[str]:
    if any(mark in told.quote for mark in _QUOTED):
        yield "quoted speech"
    if _FIRST_PERSON.search(told.quote):
        yield "first person"
    if len(told.quote) > _LONG:
        yield "a long sentence"
    if len(told.quote) < _SHORT:
        yield "a short sentence"
    if _PERFECT.search(first.text, first.opened):
        yield "words of the perfect"
    if sounds_old(first):
        yield "words of what is old"
    if _COMPARING.search(first.text, first.opened):
        yield "words of comparison"
    if _AIMING.search(first.text, first.opened):
        yield "words of aims"


_SAID = ((0.05, "no"), (0.15, "hardly"), (0.3, "perhaps"), (0.5, "rather"), (0.75, "likely"), (1.0, "surely"))  # up to
_RATHER_NOTHING = ((0.8, "surely"), (0.6, "likely"), (0.4, "rather"))  # from which chance on


def _of_gist(told: Development, first: Sentence, whole: Whole) -> Iterator[str]:
    """What all words say of the kind that was read: those of the text's opening, or those of its own sentence."""
    if whole.gist is None:
        return
    chance = max(whole.gist.chance(told.kind), whole.gist.said_by(first)[told.kind])
    yield f"all words say so: {how_loud(chance)}"
    nothing = whole.gist.chance(NOTHING)
    if said := next((said for least, said in _RATHER_NOTHING if nothing > least), None):
        yield f"all words tell nothing: {said}"


def how_loud(chance: float) -> str:
    return next(said for most, said in _SAID if chance <= most)
