"""Comparisons of tellings, remembered: many texts tell the same in other words, and copies in the same."""

from __future__ import annotations

from itertools import count

from cellwire.model import Known
from cellwire.stories.likeness import clash, near_in_time, shared_names, spoken_for, told_apart
from cellwire.stories.telling import Telling

_MOST = 400_000  # contents and pairs that are remembered at a time
_UNASKED = ""  # no reason is an empty one
Pair = tuple[int, int]


class Compared:
    """Says of two tellings whether they are one piece of news, and why; of what they tell, each pair is asked once.

    Whoever compares a telling with many asks for its number once, and hands the numbers of both with them.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self._next = count()  # no number is given twice, whatever was forgotten
        self._numbers: dict[object, int] = {}  # of contents
        self._content: dict[str, int] = {}  # of developments
        self._clashes: dict[Pair, bool] = {}
        self._reasons: dict[tuple[Pair, int, bool, bool], str | None] = {}

    def one_news(self, one: Telling, other: Telling, pair: Pair) -> bool:
        """Whether two tellings, the later first, are of one piece of news."""
        return not self.contradicts(one, other, pair) and self.reason(one, other, pair) is not None

    def contradicts(self, one: Telling, other: Telling, pair: Pair) -> bool:
        """Whether the two cannot be one piece of news, whatever they share."""
        here, there = one.development, other.development
        if here.document == there.document and told_apart(here, there):
            return True
        found = self._clashes.get(pair)
        if found is None:
            self._forget()
            found = self._clashes[pair] = clash(one, other, self.known)
        return found

    def reason(self, one: Telling, other: Telling, pair: Pair) -> str | None:
        """Why two developments that nothing contradicts are one piece of news; `None` where they are two.

        Somebody must share it, and something besides the company must speak for it: a place, a partner, a figure.
        """
        recalled = one.development.background or other.development.background
        asked = (pair, abs(one.day - other.day), one.origin == other.origin, recalled)
        found = self._reasons.get(asked, _UNASKED)
        if found == _UNASKED:
            self._forget()
            found = self._reasons[asked] = _reason(one, other, self.known)
        return found

    def number(self, telling: Telling) -> int:
        """The same for all that tell the same, whoever tells it, where and when."""
        development = telling.development
        found = self._content.get(development.id)
        if found is None:
            content = _content(telling)
            found = self._numbers.get(content)
            if found is None:
                found = self._numbers[content] = next(self._next)
            self._content[development.id] = found
        return found

    def _forget(self) -> None:
        if len(self._numbers) + len(self._content) + len(self._reasons) + len(self._clashes) > _MOST:
            self._numbers.clear()
            self._content.clear()
            self._reasons.clear()
            self._clashes.clear()


def _reason(one: Telling, other: Telling, known: Known) -> str | None:
    if one.groups.isdisjoint(other.groups) and (one.groups or other.groups):
        return None
    when = near_in_time(one, other)
    said = _said(one, other, known) if when else None
    return f"{said}; {when}" if said else None


def _said(one: Telling, other: Telling, known: Known) -> str | None:
    """What besides the day speaks for the two being one."""
    what = spoken_for(one, other, known)
    return "; ".join(filter(None, [shared_names(one, other, known), *what])) if what else None


def _content(telling: Telling) -> tuple[object, ...]:
    """All that two tellings are compared by, but their days, documents and texts."""
    told, place = telling.development, telling.development.place
    return (
        told.kind,
        told.stage,
        told.certainty,
        telling.ordinal,
        telling.groups,
        tuple([(party.id, party.name) for party in telling.parties]),
        tuple([(party.id, party.role) for party in told.parties]),
        place and (place.id, place.name, place.country, place.lat, place.lon),
        told.country,
        told.product and told.product.name,
        tuple([named.name for named in told.chemistry]),
        tuple([(each.value, each.unit, each.scope, each.qualifier) for each in told.capacity]),
        tuple([(each.amount, each.currency, each.qualifier) for each in told.money]),
        tuple([(each.what, each.date, each.part) for each in told.dates]),
    )
