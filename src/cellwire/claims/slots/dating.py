"""When what is told happened or is to happen: the dates of a development, from its clauses and sentences beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.clauses import Bundle, is_aside, is_former
from cellwire.claims.figures import WEEKDAYS
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.claims.slots.filling import Stretch
from cellwire.claims.slots.moments import Found, Moment, moments
from cellwire.claims.slots.others_dates import without_others
from cellwire.claims.slots.sizes import sizes
from cellwire.claims.slots.whose_size import is_others_size
from cellwire.model import SET_BACK, TO_BE_BUILT, Dated, DateWhat, Kind


class Told(NamedTuple):
    """A moment that the development's stretch of this number tells."""

    stretch: int
    moment: Moment


def dates_slot(home: Bundle, told: Sequence[Told], stage: str, scene: Scene) -> tuple[Dated, ...]:
    """Each date once; the day of it, where its own clauses tell none, from sentences beside."""
    found = {key: each for key, each in _each_once(told).items() if _fits(each, home, stage, scene)}
    found = {key: each for key, each in found.items() if key[0] is not DateWhat.EVENT or not _is_a_step(key, found)}
    found = {key: each for key, each in found.items() if not any(_says_more(other, each) for other in found.values())}
    found = {key: each for key, each in found.items() if not any(_outdates(other, each) for other in found.values())}
    found = {key: each for key, each in found.items() if not _is_said_later(each, found, stage)}
    if stage == "delayed":
        found = _put_back(found, home)
    found = without_others(found, home, stage, scene)
    dated = any(what is DateWhat.EVENT for what, _ in found)
    if not dated and not home.background:
        beside = (each for each in _told_beside(home, stage, scene) if _fits(each, home, stage, scene))
        found |= {(each.what, each.date.iso): each for each in beside}
    return _as_dated(found, scene)


_STARTS = frozenset({DateWhat.PRODUCTION_START, DateWhat.FULL_CAPACITY, DateWhat.COMPLETION})
_NEWS = timedelta(days=45)


def _fits(moment: Moment, home: Bundle, stage: str, scene: Scene) -> bool:
    """Whether it can have happened then: news happens about when it is told, a plan's start lies ahead."""
    published = scene.published
    if published is None:
        return True
    if home.kind is Kind.FACILITY and stage in TO_BE_BUILT and moment.what in _STARTS:
        return moment.date.last >= published  # "from 120 GWh this year" is no start of production
    if home.kind is Kind.FACILITY and moment.what is DateWhat.FULL_CAPACITY and stage in SET_BACK:
        return moment.date.last >= published  # "the 35 GWh project, broken off in July"
    if home.kind is Kind.FACILITY and stage in _NOT_BEGUN and moment.what is DateWhat.CONSTRUCTION_START:
        return moment.date.last >= published
    if home.kind is Kind.SUPPLY and moment.what in {DateWhat.DELIVERY_START, DateWhat.PRODUCTION_START}:
        return moment.date.last >= published  # what has been delivered was another deal's
    if moment.what is not DateWhat.EVENT or home.background:
        return True
    return _is_news(moment, home, stage, published)


def _is_news(moment: Moment, home: Bundle, stage: str, published: date) -> bool:
    """Whether news can be of that day."""
    kind = home.kind
    if kind is Kind.INVESTMENT:
        return published - _DEALS <= moment.date.last and moment.date.first <= published
    past = moment.date.last <= published
    if past and kind in _TOLD_BY_DAYS:
        if moment.said and (kind is Kind.TECHNOLOGY or _stands_so(moment, home)):
            return False  # how far it is was said on that day; it did not happen then
        return published - (_RECENT if moment.date.to_the_day else _JUST) <= moment.date.last
    if kind is Kind.FACILITY and moment.date.first > published:
        return stage == "closed"  # a day to come is a step's
    return moment.date.last >= published - _NEWS


_STANDING = gated(
    r"\b(?:is|are|was|were)\s(?:(?:now|currently|already|still)\s)?"
    r"(?:building|constructing|being built|making|producing)\b"
    r"|\bunder construction\b|\b(?:operates|runs)\b"
)


def _stands_so(moment: Moment, home: Bundle) -> bool:
    """Whether its clause tells how a plant stands, and no step: "it |is building| a plant, it said on Monday"."""
    told = (each.clause for each in home.drafts if each.clause.span.start <= moment.span.start < each.clause.span.end)
    return home.kind is Kind.FACILITY and any(_STANDING.search(clause.text, clause.opened) for clause in told)


_NOT_BEGUN = frozenset({"considered", "announced", "permitted"})
_DECIDED = frozenset({"announced", "delayed", "cancelled"})
_TOLD_BY_DAYS = frozenset({Kind.FACILITY, Kind.TECHNOLOGY, Kind.PARTNERSHIP})
_RECENT = timedelta(days=21)
_DEALS = timedelta(days=150)


def steps_told(home: Bundle, told: Sequence[Told]) -> Collection[Moment]:
    """What the clauses that tell it and those that go on about it date."""
    near = len(home.drafts) + len(home.more)
    return _each_once([each for each in told if each.stretch < near]).values()


def _as_dated(found: Found, scene: Scene) -> tuple[Dated, ...]:
    return tuple(Dated(each.what, each.date, scene.plain.back(each.words), each.part) for each in found.values())


def _each_once(told: Sequence[Told]) -> Found:
    found: Found = {}
    for _, moment in told:
        key = (moment.what, moment.date.iso)
        if key not in found or (found[key].part is None and moment.part):
            found[key] = moment  # "mid-2025" says more than "2025"
    return found


def moments_told(home: Bundle, stretches: Sequence[Stretch], scene: Scene) -> Iterator[Told]:
    """What the stretches of a development date, in their order, without what is dated of something else."""
    telling = len(home.drafts)
    for index, stretch in enumerate(stretches):
        for moment in moments(stretch.reading, stretch.clause, home.kind, scene):
            if moment.what is DateWhat.EVENT and index >= telling and not _is_in_force(moment, stretch, home):
                continue  # a sentence that only goes on about it does not say when it happened
            if is_aside(moment.span, stretch.clause, home) or is_former(moment.span, stretch.clause, home):
                continue
            sized = moment.what is DateWhat.FULL_CAPACITY or (
                moment.what is DateWhat.PRODUCTION_START and index >= telling
            )
            if sized and _is_of_others(stretch, home):
                continue
            yield Told(index, moment)


def _is_in_force(moment: Moment, stretch: Stretch, home: Bundle) -> bool:
    """Whether a law takes effect then, or a fire began."""
    if home.kind is Kind.INCIDENT:
        return not moment.said and _BROKE_OUT.search(stretch.clause.text, stretch.clause.opened) is not None
    told = home.kind is Kind.POLICY and not moment.said
    return told and _IN_FORCE.search(stretch.clause.text, stretch.clause.opened) is not None


# "The fire |began| yesterday"
_BROKE_OUT = gated(
    r"\b(?:fire|blaze|explosion|blast|incident|accident|leak|strike|walkout)\s"
    r"(?:had\s|was\s|first\s|is believed to have\s)?"
    r"(?:began|begun|broke out|broken out|started|occurred|happened|erupted|reported|took place|ignited)\b"
)
_IN_FORCE = gated(r"\b(?:tak(?:e|es|ing) effect|took effect|(?:into|in) force|appl(?:y|ies) from|effective)\b", re.I)


def _is_of_others(stretch: Stretch, home: Bundle) -> bool:
    """Whether all the sizes that are to be reached by then are another's."""
    told = list(sizes(stretch.reading, stretch.clause, home.kind, yearly=False))
    return bool(told) and all(is_others_size(size.span, stretch.clause, home) for size in told)


def _is_a_step(day: tuple[DateWhat, str], found: Found) -> bool:
    """Whether a day is that of a step already: the day of a ground-breaking is the start of construction."""
    return any(what is not DateWhat.EVENT and iso == day[1] for what, iso in found)


def _is_said_later(one: Moment, found: Found, stage: str) -> bool:
    """Whether it is only spoken of then, and a day on which it happened is told: "on Monday, it said on Tuesday".

    A plant that is to close closes when it does, and a strike begins, however long before that is said.
    """
    happened = (each for each in found.values() if each.what is DateWhat.EVENT and not each.said)
    return one.said and any(stage in _HAPPENS or each.date.first <= one.date.first for each in happened)


_HAPPENS = frozenset({"closed", "occurred"})


def _says_more(one: Moment, other: Moment) -> bool:
    """Whether it is the same step within the other's time: in the middle of December, "before the end of the year"."""
    within = other.date.first <= one.date.first and one.date.last <= other.date.last
    return one.what is other.what and one.said == other.said and within and one.date != other.date


def _outdates(one: Moment, other: Moment) -> bool:
    """Whether the other is only on the way to the one: "80 GWh by 2023 and 100 GWh by 2025"."""
    return one.what is other.what is DateWhat.FULL_CAPACITY and one.date.first > other.date.last


def _put_back(found: Found, home: Bundle) -> Found:
    """Without the earlier starts of a plant whose new one is told by the words that put it back."""
    told = [draft.clause.span for draft in home.drafts if draft.stage == "delayed"]
    new = [
        each
        for each in found.values()
        if each.what in _STARTS and any(span.start <= each.span.start < span.end for span in told)
    ]
    return {
        key: each
        for key, each in found.items()
        if not any(one.what is each.what and each.date.last < one.date.first for one in new)
    }


_SAYS = (
    r"\b(?:announc\w+|said|says|statement|release[sd]?|filing|disclos\w+|reveal\w+|unveil\w+|signed|ceremony"
    r"|confirmed)\b"
)
# "the governor announced the project on Monday", "the decision was taken on Monday"
_IT = (
    r"(?:the|this|its|their)\s(?:[\w-]+\s){0,2}?(?:decision|announcement|agreement|deal|contract|plans?|project"
    r"|investment|plant|factory|memorandum|move|news)"
)
_TELLS_OF_IT = gated(
    rf"\b(?:announced|approved|presented|unveiled|signed|made|took|confirmed)\s{_IT}\b"
    r"|\b[Ii]t was (?:\w+ ){0,6}?(?:inaugurated|opened|announced|signed|approved|presented|unveiled)\b"
    rf"|\b{_IT}\s(?:\w+\s){{0,2}}?(?:was|were)\s(?:announced|approved|presented|unveiled|signed|made|taken|confirmed)\b",
    re.I,
)
_TELLS = gated(_SAYS)
_DECIDES = gated(rf"{_SAYS}|\b(?:told|decision|decided|agreed|made public)\b")
_BESIDE = 2  # sentences
_JUST = timedelta(days=10)


def _told_beside(home: Bundle, stage: str, scene: Scene) -> Iterator[Moment]:
    """The day on which one of its companies said it, in a sentence beside: "Alder said in a statement on Tuesday".

    What is decided about a plant may be said without its name: "The decision was announced on Monday".
    """
    first, published = home.drafts[0].clause.index, scene.published
    if published is None:
        return
    going_on = {clause.index for clause in (*home.more, *home.later)}
    nameless = home.kind is Kind.FACILITY and stage in _DECIDED
    for sentence in scene.sentences[max(0, first - _BESIDE) : home.last + _BESIDE + 1]:
        if sentence.opened.isdisjoint(_DAYS):
            continue
        named = {name.id for name in sentence.names if name.kind not in NO_FIRMS}
        if not named <= home.ids():
            continue
        if not (
            _says_it(sentence, named=bool(named), decided=nameless)
            or (sentence.index in going_on and _TELLS_OF_IT.search(sentence.text, sentence.opened))
        ):
            continue
        for moment in moments(read_values(sentence, scene), sentence, home.kind, scene):
            day = moment.date.to_the_day and published - _JUST <= moment.date.first <= published
            if moment.what is DateWhat.EVENT and day:
                yield moment
                return


def _says_it(sentence: Sentence, *, named: bool, decided: bool) -> bool:
    """Whether it says so by a company's name, or of what is `decided` about a plant without one."""
    tells = _DECIDES if decided else _TELLS
    return (named or decided) and tells.search(sentence.text, sentence.opened) is not None


_DAYS = frozenset({"0", "toda", "yest", *(day[:4] for day in WEEKDAYS)})  # how what tells a day opens
