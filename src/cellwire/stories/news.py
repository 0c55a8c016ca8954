"""Texts about one piece of news, however little is read of them: by what they tell, and by the words they open with.

Stories join what was read, and the record stands on them. Here texts are put beside each other, and nothing that they
tell is merged: a headline that says the same in other words is found, the record learns nothing from it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from math import sqrt

from cellwire.lexicon import Lexicon
from cellwire.model import Development, Document, Form, Known, Story
from cellwire.stories.likeness import days_apart, other_deal, other_plant, steps_agree
from cellwire.stories.openings import READ, Opening, light_likeness, read_opening, shared_words
from cellwire.stories.origins import find_origins
from cellwire.stories.telling import Telling, rules, tell

_SHOWN = 4  # shared words in a reason
_COMMON = 100  # what more texts open with, and more than one in twenty, says nothing: a series, an outlet's own line
_ONE_IN = 20


@dataclass(frozen=True, slots=True)
class Join:
    """Why two documents, the later first, are about the same; in words that a person can weigh."""

    document: str
    with_document: str
    because: str


@dataclass(frozen=True, slots=True)
class News:
    """Documents about the same, in order of telling; a join for each but the first."""

    documents: tuple[str, ...]
    first_told: date
    joins: tuple[Join, ...] = ()

    def why(self, document: str) -> str:
        """The reason by which a document came to the others."""
        met = (one for one in self.joins if document in (one.document, one.with_document))
        return next((one.because for one in met), "")


def gather_news(
    documents: Sequence[Document], developments: Iterable[Development], stories: Iterable[Story], *, lexicon: Lexicon
) -> list[News]:
    """Each document in one piece of news, the first told first; the input's order does not matter.

    Whether two open alike depends on the two alone: a text that comes later changes only the news that it is about.
    """
    known = Known(lexicon.organisations, lexicon.localities)
    texts = {document.id: document for document in documents if document.form is not Form.ROUNDUP}
    told = [one for one in developments if opens_with(one, texts.get(one.document))]
    origins = find_origins(texts.values())
    table = _Table(known, tell(told, list(texts.values()), origins, known=known))
    for id, document in texts.items():
        table.lay(read_opening(document, table.told.get(id, ()), lexicon, known))
    for origin in origins:
        table.join(origin.documents, "copies of one text")
    leads = {one.document: one.id for one in sorted(told, key=_first_last)}
    document_of = {id: document for document, id in leads.items()}
    for story in sorted(stories, key=lambda story: story.id):
        members = (document_of[id] for id in story.developments if id in document_of)
        table.join(members, f"both tell “{story.headline}”")
    table.join_alike()
    return table.news()


def _first_last(development: Development) -> tuple[int, str]:
    """What a text tells first is what it is about; it may tell of several stories, which are none of one another."""
    return -development.evidence.start, development.id


def days_alike() -> int:
    """How many days apart two texts can be to be joined by their words."""
    return int(rules()["words"]["days"])


def opens_with(development: Development, document: Document | None) -> bool:
    """Whether it is what the text is about: told as news, and not farther down."""
    if document is None or development.background:
        return False
    return development.evidence.start - document.extent.start < len(document.title) + READ


class _Table:
    """Texts laid out, and the groups into which they are put."""

    def __init__(self, known: Known, tellings: Iterable[Telling]) -> None:
        self._known = known
        self.told: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            self.told[telling.development.document].append(telling)
        self._openings: dict[str, Opening] = {}
        self._groups: dict[str, list[str]] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)  # groups that cannot be one, however they grow
        self._joins: list[Join] = []

    def lay(self, opening: Opening) -> None:
        self._openings[opening.document] = opening
        self._groups[opening.document] = [opening.document]

    def join(self, documents: Iterable[str], reason: str) -> None:
        first, *others = sorted(filter(self._openings.__contains__, documents), key=self._place) or [""]
        for other in others:
            self._join(first, other, reason)

    def join_alike(self) -> None:
        """Pairs that open alike, the likeliest first, where nothing in their groups speaks against it."""
        pairs = alike_pairs(sorted(self._openings.values(), key=lambda opening: opening.order))
        for _, one, other in sorted((-like, one.document, other.document) for like, one, other in self._held(pairs)):
            if self._groups[one] is not self._groups[other] and not self._speak_against(one, other):
                self._join(one, other, self._reason(one, other))

    def _held(self, pairs: Iterable[tuple[float, Opening, Opening]]) -> Iterator[tuple[float, Opening, Opening]]:
        """Those alike enough: less is asked for where both name a company or a figure, and tell no two steps."""
        for like, one, other in pairs:
            if not _say_the_same(one, other) or _other_subject(one, other):
                continue
            if like >= self._asked(one, other):
                yield like, one, other

    def _asked(self, one: Opening, other: Opening) -> float:
        """More of what lies days apart: a company's next step is told in much the same words."""
        words = rules()["words"]
        later = words["alike_later"] * max(0, abs(one.day - other.day) - rules()["step_days"])
        if self._tell_two_steps(one.document, other.document):
            return float(words["alike_stepped"] + later)
        named = _names_meet(one, other) or not one.figures.isdisjoint(other.figures)
        return float(words["alike_named" if named else "alike"] + later)

    def _tell_two_steps(self, one: str, other: str) -> bool:
        """Both tell one kind of thing of a company, and never at the same or a neighbouring step."""
        pairs = [(a.development, b.development) for a, b in self._of_one_company(one, other)]
        pairs = [(a, b) for a, b in pairs if a.kind is b.kind]
        return bool(pairs) and not any(steps_agree(a.kind, a.stage, b.kind, b.stage) for a, b in pairs)

    def _speak_against(self, one: str, other: str) -> bool:
        ours, theirs = self._groups[one], self._groups[other]
        if id(theirs) in self._apart[id(ours)]:
            return True
        if not any(self._tell_of_two(a, b) for a in ours if a in self.told for b in theirs if b in self.told):
            return False
        self._apart[id(ours)].add(id(theirs))
        self._apart[id(theirs)].add(id(ours))
        return True

    def _tell_of_two(self, one: str, other: str) -> bool:
        """Of two plants or deals of one company; a figure in common outweighs that: one project stands in two towns."""
        if not self._openings[one].figures.isdisjoint(self._openings[other].figures):
            return False
        pairs = self._of_one_company(one, other)
        return bool(pairs) and all(other_plant(a, b, self._known) or other_deal(a, b, self._known) for a, b in pairs)

    def _of_one_company(self, one: str, other: str) -> list[tuple[Telling, Telling]]:
        here, there = self.told.get(one, ()), self.told.get(other, ())
        return [(a, b) for a in here for b in there if not a.groups.isdisjoint(b.groups)]

    def _join(self, one: str, other: str, because: str) -> None:
        ours, theirs = self._groups[one], self._groups[other]
        if ours is theirs:
            return
        early, late = sorted((one, other), key=self._place)
        self._joins.append(Join(late, early, because))
        ours += theirs
        self._groups |= dict.fromkeys(theirs, ours)
        for far in self._apart.pop(id(theirs), ()):
            self._apart[id(ours)].add(far)
            self._apart[far].add(id(ours))

    def _reason(self, one: str, other: str) -> str:
        here, there = self._openings[one], self._openings[other]
        both = here.names & there.names or here.groups & there.groups
        names = sorted(self._known.name(id) or id for id in both)
        words = [word for word in shared_words(here, there) if word not in here.figures | here.naming][:_SHOWN]
        figures = sorted(here.figures & there.figures)
        said = [
            *([f"both name {' and '.join(names)}"] if names else []),
            *([f"both say {' and '.join(figures)}"] if figures else []),
            *([f"both open with “{'”, “'.join(words)}”"] if words else []),
            days_apart(here.day - there.day),
        ]
        return "; ".join(said)

    def _place(self, document: str) -> tuple[date, str]:
        return self._openings[document].order

    def news(self) -> list[News]:
        joins: dict[int, list[Join]] = defaultdict(list)
        for one in self._joins:
            joins[id(self._groups[one.document])].append(one)
        groups = {id(group): group for group in self._groups.values()}
        found = [(sorted(group, key=self._place), joins[number]) for number, group in groups.items()]
        return [
            News(tuple(group), self._openings[group[0]].told, tuple(told))
            for group, told in sorted(found, key=lambda row: self._place(row[0][0]))
        ]


def alike_pairs(openings: Sequence[Opening]) -> Iterator[tuple[float, Opening, Opening]]:
    """Every two texts within days that open as much alike as is asked at least; `openings` in order of telling."""
    least, days = float(rules()["words"]["alike_named"]), [opening.day for opening in openings]
    said = Counter(chain.from_iterable(opening.sought for opening in openings))
    too_many = max(_COMMON, len(openings) // _ONE_IN)
    holders: Mapping[str, list[tuple[int, float]]] = defaultdict(list)
    rests: list[float] = []
    for place, opening in enumerate(openings):
        since = bisect_left(days, opening.day - days_alike(), hi=place)
        sought = {word: share for word, share in opening.sought.items() if said[word] <= too_many}
        rests.append(sqrt(sum(share * share for share in opening.others.values())))
        for before, shared in _found(sought, holders, since).items():
            if shared + rests[before] * rests[place] < least:
                continue  # no more than that can be added by the words that no text is looked for by
            if (like := shared + light_likeness(opening, openings[before])) >= least:
                yield like, openings[before], opening
        for word, share in sought.items():
            holders[word].append((place, share))


def _found(sought: Mapping[str, float], holders: Mapping[str, list[tuple[int, float]]], since: int) -> dict[int, float]:
    """Places of texts from one on that share words with it, and how much likeness these give."""
    found: dict[int, float] = defaultdict(float)
    for word, share in sought.items():
        for place, other in reversed(holders[word]):
            if place < since:
                break
            found[place] += share * other
    return found


def _other_subject(one: Opening, other: Opening) -> bool:
    """Both name companies and none in common, or each title begins with a name that the other text lacks."""
    if one.names and other.names and not _names_meet(one, other):
        return True
    return bool(one.first and other.first) and one.first not in other.sought and other.first not in one.sought


def _say_the_same(one: Opening, other: Opening) -> bool:
    """Some words, one of them rare and of no company's name, or two companies: of one company there is more news."""
    words = shared_words(one, other)
    if len(words) + len(one.others.keys() & other.others.keys()) < rules()["words"]["shared"]:
        return False
    return len(one.names & other.names) > 1 or not (one.naming | other.naming).issuperset(words)


def _names_meet(one: Opening, other: Opening) -> bool:
    return not one.groups.isdisjoint(other.groups)
