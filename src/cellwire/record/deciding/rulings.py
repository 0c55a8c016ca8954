"""Judgements found again in what was read: which developments each of them is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from cellwire.model import Anchor, Development, Document, Judgement, Known, Party, Verdict, fold
from cellwire.record.deciding.judgements import joined
from cellwire.record.facts import Telling, developments_in

Apart = Sequence[tuple[frozenset[str], frozenset[str]]]  # developments of two things that people say are two
ENOUGH = 0.6  # of an anchor's words: a better reader may cut a sentence elsewhere


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement with the developments that carry its words today."""

    judgement: Judgement
    subject: frozenset[str]
    other: frozenset[str]

    def is_about(self, id: str, developments: Iterable[str]) -> bool:
        """A judgement without anchors names its thing by id alone."""
        if not self.judgement.anchors:
            return self.judgement.subject == id
        return not self.subject.isdisjoint(developments)


@dataclass(frozen=True, slots=True)
class Rulings:
    all: tuple[Ruling, ...] = ()

    @property
    def rejected(self) -> set[str]:
        """Developments that do not count."""
        whole = [
            ruling
            for ruling in self.all
            if ruling.judgement.verdict is Verdict.REJECT
            and not ruling.judgement.attribute
            and not ruling.judgement.subject.startswith("rum_")
        ]
        return {id for ruling in whole for id in (ruling.subject or {ruling.judgement.subject})}

    @property
    def apart(self) -> Apart:
        """Developments of two things that are two."""
        return [
            (ruling.subject, ruling.other)
            for ruling in self.all
            if ruling.judgement.verdict is Verdict.DIFFERENT and ruling.subject and ruling.other
        ]

    def same(self, things: Mapping[str, set[str]]) -> list[set[str]]:
        """Groups of ids that are one thing; `things` says which developments each of them has today."""
        groups = joined(
            {_now(ruling.judgement.subject, ruling.subject, things), _now(other, ruling.other, things)}
            for ruling in self.joins()
            if (other := ruling.judgement.other)
        )
        return [group for group in groups if len(group) > 1]

    def joins(self) -> list[Ruling]:
        return [ruling for ruling in self.all if ruling.judgement.verdict is Verdict.SAME]

    def about(self, id: str, developments: set[str]) -> list[Judgement]:
        """What was accepted, rejected or corrected of a thing, in the order in which it was said."""
        settles = {Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT}
        return [
            ruling.judgement
            for ruling in self.all
            if ruling.judgement.verdict in settles and ruling.is_about(id, developments)
        ]


NO_RULINGS = Rulings()


def judged_two(one: Iterable[Telling], other: Iterable[Telling], apart: Apart) -> bool:
    """Whether people say that what the one tell of is not what the others do."""
    if not apart:
        return False
    here, there = developments_in(one), developments_in(other)
    return any((here & a and there & b) or (here & b and there & a) for a, b in apart)


def _now(id: str, developments: frozenset[str], things: Mapping[str, set[str]]) -> str:
    """The thing that holds most of the developments today; the id as it was where none does."""
    held = {thing: len(developments & own) for thing, own in things.items()} if developments else {}
    best = max(held, key=lambda thing: (held[thing], thing == id, thing), default=id)
    return best if held.get(best) else id


def find_rulings(
    judgements: Iterable[Judgement], developments: Iterable[Development], documents: Sequence[Document]
) -> Rulings:
    """Finds each judgement's words in its captures; `judgements` are those that stand."""
    judgements = list(judgements)
    wanted = {anchor.capture for each in judgements for anchor in (*each.anchors, *each.other_anchors)}
    capture_of = {document.id: document.capture for document in documents if document.capture in wanted}
    read: dict[str, list[Development]] = defaultdict(list)
    for development in developments:
        if development.document in capture_of:
            read[capture_of[development.document]].append(development)
    return Rulings(
        tuple(Ruling(each, _find(each.anchors, read), _find(each.other_anchors, read)) for each in judgements)
    )


def _find(anchors: Iterable[Anchor], read: Mapping[str, Sequence[Development]]) -> frozenset[str]:
    return frozenset(id for anchor in anchors for id in _carriers(anchor, read.get(anchor.capture, ())))


def _carriers(anchor: Anchor, developments: Sequence[Development]) -> list[str]:
    """The developments that share most of the words and names; of one kind where any is."""
    alike = [each for each in developments if each.kind == anchor.kind] or developments
    scores = {each.id: _share(anchor, each) for each in alike}
    best = max(scores.values(), default=(0.0, 0))
    return [id for id, score in scores.items() if score == best and score[0] >= ENOUGH]


def _share(anchor: Anchor, development: Development) -> tuple[float, int]:
    wanted = set(fold(anchor.words).split())
    there = set(fold(development.quote).split())
    # A sentence that is cut shorter or longer than it was still carries its words; a word or two carry nothing.
    shared = len(wanted & there) / max(1, min(len(wanted), max(len(there), 4)))
    names = {fold(name) for name in names_of(development)}
    return round(shared, 2), sum(fold(name) in names for name in anchor.names)


def names_of(development: Development) -> tuple[str, ...]:
    place = (development.place.name,) if development.place else ()
    return (*place, *(party.name for party in development.parties))


def anchor_of(development: Development, document: Document) -> Anchor:
    return Anchor(document.capture, str(development.kind), development.quote, names_of(development))


def with_companies_joined(developments: Iterable[Development], rulings: Rulings, known: Known) -> Iterable[Development]:
    """Parties under one id where people said that two companies are one: the lexicon's, else the first by name."""
    groups = rulings.same({})
    joined: dict[str, str] = {}
    for group in groups:
        if not any(id.startswith(("fac_", "deal_", "rum_", "sto_", "dev_")) for id in group):
            kept = min(group, key=lambda id: (id not in known.organisations, id))
            joined.update(dict.fromkeys(group - {kept}, kept))
    if not joined:
        return developments
    return [replace(each, parties=tuple(_renamed(party, joined) for party in each.parties)) for each in developments]


def _renamed(party: Party, joined: Mapping[str, str]) -> Party:
    return structs.replace(party, id=joined[party.id]) if party.id in joined else party
