"""Rumours: what was reported and nobody has owned up to, who carried it, who answered what, how it ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from cellwire.model import (
    Answer,
    Certainty,
    Citation,
    DateWhat,
    Deal,
    Facility,
    Judgement,
    Kind,
    Known,
    Modality,
    Party,
    PartyFact,
    Rumour,
    RumourOutcome,
    Span,
    Story,
    Verdict,
)
from cellwire.record.deciding import NO_RULINGS, Rulings
from cellwire.record.facts import Telling, cite, pattern, refined, rules

_ENDS = frozenset({"cancelled", "closed", "terminated", "repealed"})
_GIVEN_UP = frozenset({"shelved", "cancelled"})
_NO_STEP = frozenset({"considered", "delayed"})
_UNOWNED = frozenset({Modality.REPORTED, Modality.DENIED, Modality.UNDECIDED})

_Sides = tuple[Kind, frozenset[str]]
_Agreed = tuple[date, Deal]


def build_rumours(
    tellings: Iterable[Telling],
    subjects: Mapping[str, Facility | Deal],
    stories: Mapping[str, Story],
    *,
    known: Known,
    rulings: Rulings = NO_RULINGS,
) -> tuple[Rumour, ...]:
    """A thread for each thing rumoured; `subjects` says which plant or deal a development is of."""
    told: dict[str, list[Telling]] = defaultdict(list)
    things: dict[str, Facility | Deal] = {}
    tellings = list(tellings)
    deals = _by_sides(tellings, subjects)
    for telling in tellings:
        if telling.story:
            thing = subjects.get(telling.development.id) or _nearest(telling, deals.get(_sides(telling), ()))
            told[thing.id if thing else telling.story].append(telling)
            things.update({thing.id: thing} if thing else {})
    named = {id: thing.name for id, thing in things.items()}
    rumours = []
    for subject, group in told.items():
        for thread in _threads(group):
            rumour = _rumour((subject, named.get(subject)), thread, stories=stories, known=known)
            rumours.append(_judged(rumour, rulings.about(rumour.id, _told_as(thread))))
    return tuple(sorted(rumours, key=lambda rumour: (rumour.first_report, rumour.id)))


def _sides(telling: Telling) -> _Sides:
    """What is denied is no deal, but says of whose it is."""
    return telling.development.kind, frozenset(party.id for party in telling.development.parties)


def _by_sides(tellings: Iterable[Telling], subjects: Mapping[str, Facility | Deal]) -> dict[_Sides, list[_Agreed]]:
    found: dict[_Sides, list[_Agreed]] = defaultdict(list)
    for telling in tellings:
        if isinstance(thing := subjects.get(telling.development.id), Deal):
            found[_sides(telling)].append((telling.told, thing))
    return found


def _nearest(telling: Telling, deals: Sequence[_Agreed]) -> Deal | None:
    """The deal of which was last spoken before; of one that only comes later nothing can be denied."""
    earlier = [deal for told, deal in deals if told <= telling.told]
    return earlier[-1] if earlier else None


def _told_as(thread: Iterable[Telling]) -> set[str]:
    return {telling.development.id for telling in thread if is_rumour(telling)}


def _judged(rumour: Rumour, judgements: Iterable[Judgement]) -> Rumour:
    """Accepted: it came true; rejected: it did not."""
    for judgement in judgements:
        if judgement.subject.startswith("rum_"):
            because = f"{judgement.author} on {judgement.moment.date()}: {judgement.reason}"
            outcome = RumourOutcome.CONFIRMED if judgement.verdict is Verdict.ACCEPT else RumourOutcome.REFUTED
            rumour = replace(rumour, outcome=outcome, because=because)
    return rumour


def is_rumour(telling: Telling) -> bool:
    development = telling.development
    return development.certainty is not Certainty.CONFIRMED or development.modality in _UNOWNED


def is_of_end(telling: Telling) -> bool:
    """Whether it speaks of giving up, closing or ending, be it reported, weighed or denied."""
    development = telling.development
    if development.stage == "considered" or not telling.confirmed:
        said = f"{development.quote} {telling.document.title}"
        return development.stage in _ENDS or bool(pattern(rules()["rumours"]["end"]).search(said))
    return _is_end(telling)


def _threads(group: Sequence[Telling]) -> list[list[Telling]]:
    """From the first report on, with whatever was told of the same thing; a year's silence ends a rumour.

    A report that a thing will come and one that it will end are two rumours.
    """
    threads: list[tuple[bool, list[Telling]]] = []  # with whether it is of an end
    days = int(rules()["identity"]["rumour_days"])
    for telling in group:
        alive = [(end, thread) for end, thread in threads if (telling.told - thread[-1].told).days <= days]
        if not is_rumour(telling):
            for _, thread in alive:
                thread.append(telling)
            continue
        of_end = is_of_end(telling)
        own = [thread for end, thread in alive if end is of_end]
        if own:
            own[-1].append(telling)
        else:
            threads.append((of_end, [telling]))
    return [thread for _, thread in threads]


def _rumour(
    subject: tuple[str, str | None], thread: Sequence[Telling], *, stories: Mapping[str, Story], known: Known
) -> Rumour:
    """`subject` is the thing's id and, of a plant or a deal, its name."""
    id, thing = subject
    told = [telling for telling in thread if is_rumour(telling)]
    answers = _answers(thread, known)
    first = stories[told[0].story or ""]
    ending = is_of_end(told[0])
    return Rumour(
        id="rum_" + sha256((f"{id}\n{first.id}" + ("\nend" if ending else "")).encode()).hexdigest()[:8],
        name=f"{thing}: said to end" if thing and ending else first.headline,
        kind=first.kind,
        first_report=told[0].told,
        carriers=tuple(_carried(telling) for telling in told if not telling.denied or telling is told[0]),
        answers=answers,
        due=_due(told),
        outcome=_outcome(thread, answers),
        stories=tuple(dict.fromkeys(telling.story for telling in thread if telling.story)),
    )


def _carried(telling: Telling) -> Citation:
    return cite(telling, telling.development.told_at)


def _answers(thread: Iterable[Telling], known: Known) -> tuple[Answer, ...]:
    """Each party's answer once, with the first text that has it; a denial by a named speaker is one, too."""
    answers: dict[tuple[str, Modality], Answer] = {}
    for telling in thread:
        development = telling.development
        given = [(response.party, response.modality, response.span) for response in development.responses]
        if telling.denied and development.speaker:
            given.append((development.speaker, Modality.DENIED, development.evidence))
        for party, modality, span in given:
            answers.setdefault((party.id, modality), _answer(telling, party, modality, span=span, known=known))
    return tuple(answers.values())


def _answer(telling: Telling, party: Party, modality: Modality, *, span: Span, known: Known) -> Answer:
    cited = cite(telling, span)
    fact = PartyFact(party.id, known.name(party.id) or party.name, str(party.role), (cited,))
    return Answer(fact, modality, telling.told, cited)


def _due(told: Iterable[Telling]) -> date | None:
    """The last day on which an answer was promised, where a text names a day ahead."""
    ahead = [
        dated.date.last
        for telling in told
        for dated in telling.development.dates
        if dated.what is DateWhat.EVENT and dated.date.first > telling.told
    ]
    return min(ahead, default=None)


def _bears_out(telling: Telling, report: Telling) -> bool | None:
    """Whether news of a confirmed step is what was reported, or the opposite; `None`: it says nothing of it."""
    development = telling.development
    same_kind = development.kind is report.development.kind
    if not same_kind or not telling.confirmed or is_rumour(telling) or development.background:
        return None
    if _is_end(telling):
        return is_of_end(report)
    if report.development.stage == "delayed":
        return _bears_out_delay(telling, report)
    return not is_of_end(report) if development.stage not in _NO_STEP else None


def _bears_out_delay(telling: Telling, report: Telling) -> bool | None:
    """A halt is borne out by a halt, a later start by any delay; a step that is taken says the opposite."""
    if telling.development.stage == "delayed":
        halts = [refined("status", "delayed", one.development.quote) for one in (report, telling)]
        return True if not halts[0] or all(halts) else None
    return False if telling.development.stage not in _NO_STEP else None


def _is_end(telling: Telling) -> bool:
    stage = telling.development.stage
    return stage in _ENDS or (stage == "delayed" and refined("status", stage, telling.development.quote) in _GIVEN_UP)


def _outcome(thread: Sequence[Telling], answers: Iterable[Answer]) -> RumourOutcome:
    """A confirmed step on the same thing ends it; else the answers do: a denial, then indecision, then a yes of all.

    A step to the contrary refutes what nobody answered.
    """
    steps = [borne_out for telling in thread[1:] if (borne_out := _bears_out(telling, thread[0])) is not None]
    if any(steps):
        return RumourOutcome.CONFIRMED
    given = {answer.modality for answer in answers}
    if Modality.DENIED in given or all(telling.denied for telling in thread):
        return RumourOutcome.DENIED
    if steps:
        return RumourOutcome.REFUTED
    if Modality.UNDECIDED in given:
        return RumourOutcome.UNDECIDED
    return RumourOutcome.CONFIRMED if given == {Modality.ASSERTED} else RumourOutcome.OPEN
