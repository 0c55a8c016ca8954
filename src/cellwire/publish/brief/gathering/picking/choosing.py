"""Of the values that the week's texts give for a slot, the one to print: checked, and with the most origins behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cellwire.lexicon import load_lexicon
from cellwire.model import (
    DEAL_KINDS,
    Capacity,
    Dated,
    Development,
    Kind,
    Money,
    Party,
    Place,
    Qualifier,
    Role,
    Span,
    Story,
)
from cellwire.publish.brief.edition import spellings_of_organisation
from cellwire.publish.brief.gathering.picking.citing import Cited, Citer
from cellwire.publish.brief.gathering.picking.spells import is_of_a_term
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Failed, Told

T = TypeVar("T")
# the chance that a printed value is the thing's own and no other's: docs/confidence.md
_OWN = 0.85
_OWN_SIZE = 0.8
_OWN_FIGURE = 0.75  # of the one sum or size that a reading has
_OWN_TERM = 0.5  # of the two ends of a supply's term, which stand in one phrase
_OWN_PARTY = 0.7  # of who is in the title, alone or as one of two


@dataclass(frozen=True, slots=True)
class Fresh:
    """A story with what this week's documents tell of it; the lead comes first."""

    shelf: Shelf
    story: Story
    devs: tuple[Development, ...]
    citers: dict[str, Citer]

    @property
    def lead(self) -> Development:
        return self.devs[0]

    @property
    def alike(self) -> list[Development]:
        """Those that tell the lead's step."""
        return [dev for dev in self.devs if (dev.kind, dev.stage) == (self.lead.kind, self.lead.stage)]

    @property
    def lead_citer(self) -> Citer:
        return self.citers[self.lead.id]


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """The value chosen for a slot, all values that passed the check with their origins, and what failed it."""

    told: Told[T] | None
    all: tuple[tuple[Told[T], str], ...]
    failed: tuple[Failed, ...]


def choose(
    fresh: Fresh,
    values: Callable[[Development], Iterable[T]],
    *,
    slot: Callable[[T], Hashable],
    cite: Callable[[Citer, T], Cited],
) -> list[Choice[T]]:
    """A choice for each slot, in the order in which the lead and then the others fill them."""
    found: dict[Hashable, list[tuple[Development, T]]] = {}
    for dev in fresh.devs:
        for value in values(dev):
            found.setdefault(slot(value), []).append((dev, value))
    return [_choice(fresh, candidates, cite) for candidates in found.values()]


def _choice(fresh: Fresh, candidates: list[tuple[Development, T]], cite: Callable[[Citer, T], Cited]) -> Choice[T]:
    passed: list[tuple[Told[T], str]] = []
    failed: dict[Failed, None] = {}
    for dev, value in candidates:
        cited = cite(fresh.citers[dev.id], value)
        if cited.problem:
            failed[Failed(cited.part, cited.problem)] = None
        elif _chance(dev, value) < _least(fresh, dev, value):
            failed[Failed(cited.part, "may belong to another thing")] = None
        else:
            passed.append((Told(value, cited.part), fresh.shelf.origin(dev.document)))
    return Choice(_best(passed), tuple(passed), tuple(failed))


def _least(fresh: Fresh, dev: Development, value: object) -> float:
    """The chance from which on it is printed: less for whoever is in the title and alone, or one of two in a deal, and
    for the one sum or size, where the sentence that tells the thing has it."""
    match value:
        case Party() if _are_few(dev) and _is_in(fresh.shelf.documents[dev.document].title, value):
            return _OWN_PARTY
        case Capacity() if len(dev.capacity) == 1 and _is_told_with_it(value, dev):
            return _OWN_FIGURE
        case Money(span=span) if len(dev.money) == 1 and dev.evidence.holds(span):
            return _OWN_FIGURE
        case Capacity():
            return _OWN_SIZE
        case Dated() if is_of_a_term(value, dev, fresh.shelf.documents[dev.document].text):
            return _OWN_TERM
        case _:
            return _OWN


def _is_told_with_it(size: Capacity, dev: Development) -> bool:
    """In the sentence that tells the thing, or there as well as where it was read."""
    unit = re.escape(size.unit.removesuffix("/yr"))
    again = re.search(rf"(?<![\d.,]){size.value:g} ?{unit}\b", dev.quote)
    return dev.evidence.holds(size.span) or again is not None


def _is_in(title: str, party: Party) -> bool:
    return any(name in title for name in (party.name, *spellings_of_organisation(party.id)))


def _are_few(dev: Development) -> bool:
    firms = [party for party in dev.parties if dev.kind is not Kind.FACILITY or party.role is not Role.GOVERNMENT]
    return len(firms) == 1 or (len(firms) == 2 and dev.kind in DEAL_KINDS)


def _chance(dev: Development, value: object) -> float:
    """A country comes with its words."""
    span = value[1] if isinstance(value, tuple) else getattr(value, "span", None)
    return dev.chance_at(span) if isinstance(span, Span) else 1.0


def _best(passed: list[tuple[Told[T], str]]) -> Told[T] | None:
    """Copies of one text count once; among equals the lead's, or else the first told.

    "Up to 50 GWh" in four texts and "about 50 GWh" in a fifth are one value, printed as most have it; a bound that two
    texts tell is printed whatever more say, since no figure is firmer than its sources. A date that more texts tell
    to the half or quarter, each as it may, is not printed as the year of fewer; nor a town of two as the state of more.
    """
    if not passed:
        return None
    origins: dict[str, set[str]] = {}
    for told, origin in passed:
        for said in (told.part.value, _hedged(told)):
            origins.setdefault(said, set()).add(origin)

    def weight(told: Told[T]) -> tuple[int, bool, int]:
        hedging = len(origins[_hedged(told)])
        bound = getattr(told.value, "qualifier", None) in _BOUNDS and hedging >= _ENOUGH
        return len(origins[told.part.value]), bound, hedging

    best = max(passed, key=lambda row: weight(row[0]))[0]
    inside = [row for row in passed if _is_finer_place(row[0].value, best.value)]
    if len({origin for _, origin in inside}) >= _ENOUGH:
        return max(inside, key=lambda row: weight(row[0]))[0]
    finer = [row for row in passed if _is_finer_date(row[0].value, best.value)]
    if len({origin for _, origin in finer}) > len(origins[best.part.value]):
        return max(finer, key=lambda row: weight(row[0]))[0]
    return best


def _is_finer_date(one: object, other: object) -> bool:
    """ "By late 2026" and "by the end of 2026" beside "in 2026": each says more than it, and neither denies it."""
    if not isinstance(one, Dated) or not isinstance(other, Dated) or other.part:
        return False
    within = other.date.first <= one.date.first and one.date.last <= other.date.last
    return within and (one.part is not None or one.date != other.date)


def _is_finer_place(one: object, other: object) -> bool:
    """ "Fayette County", where more texts say "Ohio"."""
    if not isinstance(one, Place) or not isinstance(other, Place):
        return False
    places = load_lexicon().localities
    inner, outer = places.get(one.id or ""), places.get(other.id or "")
    return bool(inner and outer and inner.region == outer.id)


_BOUNDS = frozenset({Qualifier.UP_TO, Qualifier.UNDER})
_ENOUGH = 2  # independent texts


def _hedged(told: Told[T]) -> str:
    """A number with its hedge, whatever its unit is printed as."""
    number = getattr(told.value, "value", getattr(told.value, "amount", told.part.value))
    return f"{number} {getattr(told.value, 'qualifier', '')}"
