"""What the record leaves open, in the order of what an answer would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cellwire.model import (
    Citation,
    Deal,
    Facility,
    Fact,
    Judgement,
    Question,
    Record,
    Rumour,
    RumourOutcome,
    Side,
    Support,
    Verdict,
    amount,
    facts_of,
)
from cellwire.record.deciding.judging import labelled_facts
from cellwire.record.facts import rules


def open_questions(record: Record, judgements: Iterable[Judgement] = ()) -> tuple[Question, ...]:
    """Heaviest first. `judgements` are those that stand: what was accepted is a question no longer."""
    settled = {judgement.subject for judgement in judgements if judgement.verdict is Verdict.ACCEPT}
    plants = {plant.id: plant for plant in record.facilities}
    told: list[Facility | Deal] = [*record.facilities, *record.deals]
    sizes = {thing.id: size_of_entry(thing) for thing in told}
    by_story: dict[str, list[str]] = defaultdict(list)
    for thing in told:
        for story in thing.stories:
            by_story[story].append(thing.id)
    found = [
        *_same_plants(plants, sizes),
        *(question for thing in told for question in _figures(thing, sizes)),
        *(
            _outcome(rumour, {id: sizes[id] for story in rumour.stories for id in by_story[story]})
            for rumour in record.rumours
            if _is_open(rumour) and rumour.id not in settled
        ),
    ]
    return tuple(sorted(found, key=lambda question: (-question.weight, question.asks, question.about)))


def size_of_entry(thing: Facility | Deal) -> float:
    """Its greatest chosen capacity in GWh/yr; of materials, tonnes as the rules have them stand for it."""
    sizes = [
        size
        for fact in facts_of(thing)
        if fact.attribute.startswith(("capacity", "volume"))
        for size in [_size(fact.supports[0])]
        if size is not None
    ]
    return max(sizes, default=float(rules()["review"]["unsized"]))


def _size(support: Support) -> float | None:
    measured = amount(support.value)
    factor = rules()["review"]["gwh"].get(measured[1]) if measured else None
    return measured[0] * factor if measured and factor is not None else None


def _same_plants(plants: Mapping[str, Facility], sizes: Mapping[str, float]) -> Iterator[Question]:
    """Each pair once, weighed by the capacity that would be counted twice."""
    pairs = {
        frozenset((plant.id, doubt.other)): doubt.reason
        for plant in plants.values()
        for doubt in plant.doubts
        if doubt.other in plants
    }
    for pair, reason in pairs.items():
        one, other = sorted(pair)
        sides = tuple(
            Side(
                f"{plants[id].name} ({id}), {plants[id].status}",
                _first_words(plants[id]),
                (verdict, one, other),
            )
            for id, verdict in ((one, "same"), (other, "different"))
        )
        yield Question("same plant?", reason, min(sizes[one], sizes[other]), sides)


def _first_words(plant: Facility) -> tuple[Citation, ...]:
    return tuple(citation for party in plant.parties for citation in party.citations)[:1]


def _figures(thing: Facility | Deal, sizes: Mapping[str, float]) -> Iterator[Question]:
    for field, fact in labelled_facts(thing):
        if fact.conflict:
            size = sizes[thing.id]
            sides = tuple(
                Side(support.value.text, support.citations, ("accept", thing.id, field, support.value.text))
                for support in fact.supports
            )
            yield Question(f"which {field}?", f"{thing.name} ({thing.id})", _stake(fact, size), sides)


def _stake(fact: Fact, size: float) -> float:
    """How far the values lie apart: of capacities the difference, of dates the years, of all else the share."""
    values = [support.value for support in fact.supports]
    if fact.attribute.startswith(("capacity", "volume")):
        sizes = [size for size in map(_size, fact.supports) if size is not None]
        return max(sizes, default=0.0) - min(sizes, default=0.0)
    dates = [value.when.first for value in values if value.when]
    if len(dates) > 1:
        return size * (max(dates) - min(dates)).days / 365 / 2
    numbers = [value.number for value in values if value.number]
    share = 1 - min(numbers) / max(numbers) if len(numbers) > 1 else 1.0
    return size * share * float(rules()["review"]["beside_capacity"])


def _is_open(rumour: Rumour) -> bool:
    return rumour.outcome in {RumourOutcome.OPEN, RumourOutcome.UNDECIDED} and not rumour.because


def _outcome(rumour: Rumour, sizes: Mapping[str, float]) -> Question:
    """`sizes` are those of the plants and deals that its stories tell of."""
    size = max(sizes.values(), default=float(rules()["review"]["unsized"]))
    answers = tuple(answer.citation for answer in rumour.answers)
    sides = (
        Side("it came true", rumour.carriers, ("accept", rumour.id)),
        Side("it did not", answers, ("reject", rumour.id)),
    )
    return Question("true or not?", f"{rumour.name} ({rumour.id})", size * rules()["review"]["of_a_rumour"], sides)
