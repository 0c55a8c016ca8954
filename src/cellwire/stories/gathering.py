"""Gathering the developments of many documents into stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import product

from cellwire.model import NOTHING_KNOWN, STAGES, Development, Document, Kind, Known, Origin, Story, fold
from cellwire.stories.collecting import without_collector
from cellwire.stories.compared import Compared
from cellwire.stories.headline import headline
from cellwire.stories.likeness import meeting_kinds
from cellwire.stories.neighbours import neighbourhoods
from cellwire.stories.origins import find_origins
from cellwire.stories.telling import Telling, rules, tell


@without_collector()
def gather(
    developments: Sequence[Development], documents: Sequence[Document], *, known: Known = NOTHING_KNOWN
) -> list[Story]:
    """Developments about the same news as one story each, oldest first; the input's order does not matter.

    `documents` are the developments' own: they give the days of telling, and which of them carry one text.
    Every development that is not background is in exactly one story; background joins the story it recalls, or none.
    """
    origins = find_origins(documents)
    tellings = tell(developments, documents, origins, known=known)
    origin_of = {document: origin for origin in origins for document in origin.documents}
    gathered: list[Gathered] = []
    compared = Compared(known)
    for group in neighbourhoods(tellings, compared):
        gathered += gather_near(group, origin_of, compared)[0]
    return number_stories(gathered)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A story whose id is still to be told from others that say the same: `key` says what it says."""

    key: str
    order: tuple[date, str, int, str]
    story: Story


def gather_near(
    group: Sequence[Telling], origins: Mapping[str, Origin], compared: Compared
) -> tuple[list[Gathered], list[Telling]]:
    """The stories of one neighbourhood, and the background that joins none; `origins` are by document."""
    drafts = _Drafts(compared)
    for telling in group:
        if not telling.development.background:
            drafts.join_or_found(telling)
    alone = [telling for telling in group if telling.development.background and not drafts.join(telling)]
    return [_gathered(draft, origins, compared.known) for draft in drafts.all], alone


def gathered_before(story: Story, first: Development) -> Gathered:
    """A story as it was gathered once, whose earliest development is `first`."""
    key = story.id.partition("-")[0]
    order = (story.first_told, first.document, first.evidence.start, first.id)
    return Gathered(key, order, replace(story, id=key, facilities=()))


def number_stories(gathered: Iterable[Gathered]) -> list[Story]:
    """Stories that say the same of the same day are told apart by a number, the first told has none."""
    taken: dict[str, int] = defaultdict(int)
    stories = []
    for one in sorted(gathered, key=lambda one: one.order):
        taken[one.key] += 1
        stories.append(replace(one.story, id=f"{one.key}-{taken[one.key]}") if taken[one.key] > 1 else one.story)
    return sorted(stories, key=lambda story: (story.first_told, story.id))


@dataclass(slots=True)
class _Draft:
    """A story while it is gathered; `faces` are the members that differ enough to be worth comparing with."""

    number: int  # in the order in which stories begin
    members: list[Telling] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    faces: dict[tuple[object, ...], tuple[Telling, int]] = field(default_factory=dict)  # with their numbers
    keys: set[tuple[str, Kind]] = field(default_factory=set)
    told: set[tuple[str, Kind]] = field(default_factory=set)  # documents, each with the kind of what it tells here

    def add(self, telling: Telling, number: int) -> None:
        development = telling.development
        self.members.append(telling)
        self.told.add((development.document, development.kind))
        where = development.place.name if development.place else development.country
        face = (telling.origin, development.kind, development.stage, where, telling.groups)
        self.faces.setdefault(face, (telling, number))


class _Drafts:
    """Stories so far, found again by who is in them."""

    def __init__(self, compared: Compared) -> None:
        self.all: list[_Draft] = []
        self._compared = compared
        self._by_key: dict[tuple[str, Kind], list[tuple[int, _Draft]]] = {}  # with the day it came under the key

    def join_or_found(self, telling: Telling) -> None:
        if not self.join(telling):
            self.all.append(_Draft(len(self.all)))
            self._keep(self.all[-1], telling)

    def join(self, telling: Telling) -> bool:
        """Into the story with most reasons for it, the oldest of equals."""
        number = self._compared.number(telling)
        near = self._near(telling)
        reasons = [(reason, draft) for draft in near if (reason := self._reason(telling, number, draft))]
        if not reasons:
            return False
        reason, best = max(reasons, key=lambda found: found[0].count(";"))
        best.because.append(f"{_name(telling)} tells what {_name(best.members[0])} told: {reason}")
        self._keep(best, telling)
        return True

    def _keep(self, draft: _Draft, telling: Telling) -> None:
        draft.add(telling, self._compared.number(telling))
        for key in _keys(telling, [telling.development.kind]):
            if key not in draft.keys:
                draft.keys.add(key)
                self._by_key.setdefault(key, []).append((telling.day, draft))

    def _near(self, telling: Telling) -> list[_Draft]:
        """Stories that share a company and began within reach before this telling, oldest first."""
        since = telling.day - rules()["background_days" if telling.development.background else "reach_days"]
        found: dict[int, _Draft] = {}
        for key in _keys(telling, meeting_kinds(telling.development.kind)):
            for came, draft in reversed(self._by_key.get(key, ())):
                if came < since:
                    break  # whatever came under this key before began before, too
                if since <= draft.members[0].day <= telling.day:
                    found[draft.number] = draft
        return [found[number] for number in sorted(found)]

    def _reason(self, telling: Telling, number: int, draft: _Draft) -> str | None:
        """A reason to join one member, as long as no other contradicts or is of this kind by the same document."""
        if (telling.development.document, telling.development.kind) in draft.told:
            return None
        best, most = None, 0
        for face, theirs in draft.faces.values():
            pair = (number, theirs)
            if self._compared.contradicts(telling, face, pair):
                return None
            reason = self._compared.reason(telling, face, pair)
            if reason and (speaks := reason.count(";")) > most:
                best, most = reason, speaks
        return best


def _keys(telling: Telling, kinds: Sequence[Kind]) -> Iterator[tuple[str, Kind]]:
    """Who is in the news, else where it is, with each of the kinds."""
    yield from product(sorted(telling.groups) or [telling.development.country or ""], kinds)


def _name(telling: Telling) -> str:
    return f"{telling.carrier} ({telling.told})"


def _gathered(draft: _Draft, origins: Mapping[str, Origin], known: Known) -> Gathered:
    first = min(draft.members, key=lambda telling: telling.order)
    key = _identity(first)
    return Gathered(key, first.order, _story(draft, key, origins, known))


def _identity(first: Telling) -> str:
    """Says what the earliest telling tells, not where its words stand: a better reader of texts keeps the id."""
    development = first.development
    where = development.place and (development.place.id or fold(development.place.name))
    said = (
        development.kind,
        development.stage,
        " ".join(sorted({party.id for party in first.parties})),
        where or development.country or "",
        development.product.name if development.product else "",
        first.ordinal or "",
        first.told,
    )
    return "sto_" + sha256("\n".join(map(str, said)).encode()).hexdigest()[:10]


def _story(draft: _Draft, id: str, origins: Mapping[str, Origin], known: Known) -> Story:
    members = sorted(draft.members, key=lambda telling: telling.order)
    news = [telling for telling in members if not telling.development.background]
    kinds = {telling.development.kind for telling in news}
    kind = next(Kind(kind) for kind in rules()["leading_kinds"] if kind in kinds)
    leading = [telling.development for telling in news if telling.development.kind is kind]
    return Story(
        id=id,
        kind=kind,
        stage=max((development.stage for development in leading), key=STAGES[kind].index),
        headline=headline(leading, known=known),
        first_told=news[0].told,
        last_told=news[-1].told,
        developments=tuple(telling.development.id for telling in members),
        origins=tuple(dict.fromkeys(origins[telling.development.document] for telling in members)),
        companies=tuple(dict.fromkeys(party.id for telling in news for party in telling.parties)),
        because=tuple(draft.because),
    )
