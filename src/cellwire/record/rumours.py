"""Rumours: what was reported and nobody has owned up to, who carried it, who answered what, how it ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from cellwire.model import Answer, Certainty, Citation, DateWhat, Known, Modality, Party, PartyFact, Rumour, Span, Story
from cellwire.record.rules import rules
from cellwire.record.tellings import Telling, cite

_UNOWNED = frozenset({Modality.REPORTED, Modality.DENIED, Modality.UNDECIDED})


def build_rumours(
    tellings: Iterable[Telling], subjects: Mapping[str, str], stories: Mapping[str, Story], known: Known
) -> tuple[Rumour, ...]:
    """A thread for each thing rumoured; `subjects` says which plant or deal a development is of."""
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.story:
            told[subjects.get(telling.development.id, telling.story)].append(telling)
    rumours = [
        _rumour(subject, thread, stories=stories, known=known)
        for subject, group in told.items()
        for thread in _threads(group)
    ]
    return tuple(sorted(rumours, key=lambda rumour: (rumour.first_report, rumour.id)))


def is_rumour(telling: Telling) -> bool:
    development = telling.development
    return development.certainty is not Certainty.CONFIRMED or development.modality in _UNOWNED


def _threads(group: Sequence[Telling]) -> list[list[Telling]]:
    """From the first report on, with whatever was told of the same thing; a year's silence ends a rumour."""
    threads: list[list[Telling]] = []
    for telling in group:
        if threads and (telling.told - threads[-1][-1].told).days <= rules()["identity"]["rumour_days"]:
            threads[-1].append(telling)
        elif is_rumour(telling):
            threads.append([telling])
    return threads


def _rumour(subject: str, thread: Sequence[Telling], *, stories: Mapping[str, Story], known: Known) -> Rumour:
    told = [telling for telling in thread if is_rumour(telling)]
    answers = _answers(thread, known)
    first = stories[told[0].story or ""]
    return Rumour(
        id="rum_" + sha256(f"{subject}\n{first.id}".encode()).hexdigest()[:8],
        name=first.headline,
        kind=first.kind,
        first_report=told[0].told,
        carriers=tuple(_carried(telling) for telling in told),
        answers=answers,
        due=_due(told),
        outcome=_outcome(thread, answers),
        stories=tuple(dict.fromkeys(telling.story for telling in thread if telling.story)),
    )


def _carried(telling: Telling) -> Citation:
    return cite(telling, telling.development.trigger or telling.development.evidence)


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


def _owns_up(telling: Telling, report: Telling) -> bool:
    """News of a confirmed step of the kind reported, not a recollection of what was there before."""
    same_kind = telling.development.kind is report.development.kind
    return same_kind and telling.confirmed and not is_rumour(telling) and not telling.development.background


def _outcome(thread: Sequence[Telling], answers: Iterable[Answer]) -> str:
    """A confirmed step on the same thing ends it; else the answers do: a denial, then indecision, then a yes of all."""
    if any(_owns_up(telling, thread[0]) for telling in thread[1:]):
        return "confirmed"
    given = {answer.modality for answer in answers}
    if Modality.DENIED in given or all(telling.denied for telling in thread):
        return "denied"
    if Modality.UNDECIDED in given:
        return "undecided"
    return "confirmed" if given == {Modality.ASSERTED} else "open"
