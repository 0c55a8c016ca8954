"""A judgement as somebody means it: what it is about is found, said in words that last, and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cellwire.errors import BadOption, NothingFound
from cellwire.lexicon import load_lexicon
from cellwire.model import (
    Anchor,
    Company,
    Deal,
    Development,
    Document,
    Facility,
    Fact,
    Judgement,
    Record,
    Rumour,
    Status,
    Story,
    Value,
    Verdict,
    citations_of,
    facts_of,
    taken_back,
)
from cellwire.record.deciding.rulings import anchor_of
from cellwire.record.deciding.settling import read_value, split_field

Thing = Facility | Deal | Rumour | Company | Story | Development

_SORTS = {"fac": "facility", "deal": "deal", "rum": "rumour", "sto": "story", "dev": "development"}
MOST_ANCHORS = 12  # sentences that say what a thing is; a plant of a hundred articles is found by its first
YEARS = 1950, 2100  # of what a person says of a date


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody types: a verdict, the things it is about, and why."""

    verdict: Verdict
    words: tuple[str, ...]  # one id, two ids, or an id with a field and its value
    author: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgeable:
    """What can be judged: the record with the stories and texts it was made of, and what was judged before."""

    record: Record
    stories: Sequence[Story]
    developments: Sequence[Development]
    documents: Sequence[Document]
    judgements: Sequence[Judgement]

    def find(self, id: str) -> Thing:
        record = self.record
        things: list[Thing] = [
            *record.facilities,
            *record.deals,
            *record.rumours,
            *record.companies,
            *self.stories,
            *self.developments,
        ]
        found = next((thing for thing in things if thing.id == id), None)
        if found is None:
            way_out = "find it by a part of its name: cellwire show NAME; or list what there is: cellwire facilities"
            raise NothingFound(id.strip() or "ID", "nothing has this id", way_out)
        return found


def propose(said: Said, known: Judgeable, *, moment: datetime) -> Judgement:
    """The judgement with its anchors. Refuses what cannot be meant; whether it contradicts another is asked later."""
    match said.verdict:
        case Verdict.SAME | Verdict.DIFFERENT:
            return _of_two(said, known, moment)
        case Verdict.UNDO:
            return _undoing(said, known, moment)
        case Verdict.CORRECT:
            return _of_value(said, known, moment)
        case Verdict.ACCEPT | Verdict.REJECT:
            return _of_value(said, known, moment) if len(said.words) > 1 else _of_one(said, known, moment)


_PAIRS = {"facility": "two plants", "deal": "two deals", "company": "two companies"}


def _of_two(said: Said, known: Judgeable, moment: datetime) -> Judgement:
    if len(said.words) != 2 or said.words[0] == said.words[1]:
        raise BadOption(said.verdict, "takes two ids", f"cellwire judge {said.verdict} fac_1 fac_2")
    (one, anchors), (other, other_anchors) = (_found(id, known) for id in said.words)
    kinds = {_sort(thing, id) for thing, id in zip((one, other), said.words, strict=True)}
    allowed: set[str] = {"facility", "deal", "company"} if said.verdict is Verdict.SAME else {"facility", "deal"}
    if len(kinds) > 1 or not kinds <= {*allowed, "development"}:
        things = " and ".join(sorted(kinds))
        pairs = " or ".join(pair for sort, pair in _PAIRS.items() if sort in allowed)
        raise BadOption(" ".join(said.words), f"{things} cannot be judged {said.verdict}", f"name {pairs}")
    return Judgement(
        verdict=said.verdict,
        subject=said.words[0],
        other=said.words[1],
        author=said.author,
        reason=said.reason,
        moment=moment,
        anchors=anchors,
        other_anchors=other_anchors,
    )


def _found(id: str, known: Judgeable) -> tuple[Thing | None, tuple[Anchor, ...]]:
    """The thing with its anchors; one that was judged into another is known by what was said of it then."""
    for judgement in known.judgements:
        if id == judgement.subject and judgement.anchors:
            return None, judgement.anchors
        if id == judgement.other and judgement.other_anchors:
            return None, judgement.other_anchors
    thing = known.find(id)
    return thing, _anchors(thing, known)


def _undoing(said: Said, known: Judgeable, moment: datetime) -> Judgement:
    """Said again in the same words by the same author it is the same, as after a run that was cut off."""
    if len(said.words) != 1:
        raise BadOption(said.verdict, "takes one id", "cellwire judge undo jdg_1")
    (id,) = said.words
    if id not in {judgement.id for judgement in known.judgements}:
        raise NothingFound(id, "no judgement has this id", "list them: cellwire review --settled")
    undo = Judgement(said.verdict, id, None, said.author, said.reason, moment)
    before = taken_back(known.judgements).get(id)
    if before and not undo.says_as(before):
        raise BadOption(
            id, f"was taken back by {before.author}", f"it holds again with cellwire judge undo {before.id}"
        )
    return undo


def _of_one(said: Said, known: Judgeable, moment: datetime) -> Judgement:
    thing = known.find(said.words[0])
    if isinstance(thing, Company):
        raise BadOption(thing.id, f"a company cannot be judged {said.verdict}", "judge what is told of it")
    most = None if said.verdict is Verdict.REJECT else MOST_ANCHORS
    return Judgement(
        verdict=said.verdict,
        subject=thing.id,
        other=None,
        author=said.author,
        reason=said.reason,
        moment=moment,
        anchors=_anchors(thing, known, most),
    )


def _of_value(said: Said, known: Judgeable, moment: datetime) -> Judgement:
    if len(said.words) != 3:
        example = f"cellwire judge {said.verdict} fac_1 production_start 2026-Q1"
        raise BadOption(said.verdict, "takes an id, a field and its value", example)
    id, field, value = said.words
    thing = known.find(id)
    if not isinstance(thing, Facility | Deal):
        raise BadOption(id, "has no values of its own", "name a plant or a deal")
    attribute = field_of(thing, field)
    if attribute == "status" or attribute.startswith("status ("):
        if value not in set(Status) or not isinstance(thing, Facility):
            raise BadOption(f"status {value}", "is no status of a plant", f"known: {', '.join(Status)}")
    else:
        _must_be_a_year_of_the_trade(attribute, read_value(split_field(attribute)[0], value))
        _must_be_a_word(split_field(attribute)[0], value)
    if said.verdict is not Verdict.CORRECT and attribute.split(" ")[0] != "status":
        _must_be_told(thing, attribute, value)
    return Judgement(
        verdict=said.verdict,
        subject=id,
        other=None,
        author=said.author,
        reason=said.reason,
        moment=moment,
        anchors=_anchors(thing, known),
        attribute=attribute,
        value=value,
    )


def field_of(thing: Facility | Deal, written: str) -> str:
    """The field in full: "capacity" is the only capacity told; where there are several, they are offered."""
    told = [name for name, _ in labelled_facts(thing)]
    if written in told:
        return written
    attribute, label = split_field(written)
    if attribute == "status":
        return written
    family = [name for name in told if name.split(" ")[0].split(".")[0] == attribute]
    if label:
        family = [name for name in family if split_field(name)[1] == label]
    if len(family) > 1:
        raise BadOption(written, f"{thing.id} has several", f"name one: {', '.join(family)}")
    return family[0] if family else written


def labelled_facts(thing: Facility | Deal) -> list[tuple[str, Fact]]:
    """Facts by the name of their field, the phase in brackets where it has a name."""
    if not isinstance(thing, Facility):
        return [(fact.attribute, fact) for fact in facts_of(thing)]
    phases = [
        (f"{fact.attribute} ({phase.label})" if phase.label else fact.attribute, fact)
        for phase in thing.phases
        for fact in phase.facts
    ]
    return [*phases, *((fact.attribute, fact) for fact in thing.facts)]


def _must_be_a_year_of_the_trade(attribute: str, value: Value) -> None:
    """A slip of the pen in a year would stand in the record, the lists and the outlook."""
    if value.when and not YEARS[0] <= value.when.year <= YEARS[1]:
        problem = "lies before" if value.when.year < YEARS[0] else "lies after"
        bound = YEARS[0] if value.when.year < YEARS[0] else YEARS[1]
        raise BadOption(
            f"{attribute} {value.text!r}", f"{problem} {bound}", f"name a year from {YEARS[0]} to {YEARS[1]}"
        )


def _must_be_a_word(attribute: str, value: str) -> None:
    """A product or chemistry that no list, filter or outlook knows would be lost to all of them."""
    lexicon = load_lexicon()
    known = {"product": lexicon.products, "chemistry": lexicon.chemistries}.get(attribute)
    if known is not None and value not in known:
        raise BadOption(f"{attribute} {value}", "is no word of the lexicon", f"known: {', '.join(known)}")


def _must_be_told(thing: Facility | Deal, attribute: str, value: str) -> None:
    told = [
        support.value.text for name, fact in labelled_facts(thing) if name == attribute for support in fact.supports
    ]
    if value not in told:
        raise BadOption(
            f"{attribute} {value}",
            f"is not told of {thing.id}",
            f"told: {', '.join(told) or 'nothing'}; another value is given with correct",
        )


def _sort(thing: Thing | None, id: str) -> str:
    """What it is; of one that was judged before, and may have gone into another, its id says so."""
    return type(thing).__name__.lower() if thing else _SORTS.get(id.split("_", maxsplit=1)[0], "company")


def _anchors(thing: Thing, known: Judgeable, most: int | None = MOST_ANCHORS) -> tuple[Anchor, ...]:
    """The sentences that tell of it, the earliest first."""
    if isinstance(thing, Company):
        return ()  # a company's id is its name
    developments = {development.id: development for development in known.developments}
    documents = {document.id: document for document in known.documents}
    told = [developments[id] for id in _told_by(thing) if id in developments]
    own = [each for each in told if not isinstance(thing, Facility) or each.kind == "facility"]
    return tuple(anchor_of(each, documents[each.document]) for each in (own or told)[:most])


def _told_by(thing: Thing) -> list[str]:
    match thing:
        case Development():
            return [thing.id]
        case Story():
            return list(thing.developments)
        case Rumour():
            return [citation.development for citation in thing.carriers]
        case _:
            cited = sorted(citations_of(thing), key=lambda citation: (citation.said, citation.document, citation.start))
            return list(dict.fromkeys(citation.development for citation in cited))
