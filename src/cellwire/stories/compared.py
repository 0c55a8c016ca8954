"""Comparisons of tellings, remembered: many texts tell the same in other words, and copies in the same."""

from __future__ import annotations

from itertools import count

from cellwire.model import Known
from cellwire.stories.likeness import at_once, clash, near_in_time, shared_names, spoken_for, told_apart
from cellwire.stories.telling import Telling

_MOST = 400_000  # contents and pairs that are remembered at a time


class Compared:
    """Says of two tellings whether they are one piece of news, and why; of what they tell, each pair is asked once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._next = count()  # no number is given twice, whatever was forgotten
        self._numbers: dict[object, int] = {}  # of contents
        self._content: dict[str, int] = {}  # of developments
        self._clashes: dict[tuple[int, int], bool] = {}
        self._reasons: dict[tuple[int, int, bool, bool], str | None] = {}

    def one_news(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings, the later first, are of one piece of news."""
        return bool(self.reason(one, other)) and not self.contradicts(one, other)

    def contradicts(self, one: Telling, other: Telling) -> bool:
        """Whether the two cannot be one piece of news, whatever they share."""
        if told_apart(one.development, other.development):
            return True
        pair = self._number(one), self._number(other)
        found = self._clashes.get(pair)
        if found is None:
            self._forget()
            found = self._clashes[pair] = clash(one, other, self.known)
        return found

    def reason(self, one: Telling, other: Telling) -> str | None:
        """Why two developments that nothing contradicts are one piece of news; `None` where they are two.

        Somebody must share it, and something besides the company must speak for it: a place, a partner, a figure.
        """
        if one.groups.isdisjoint(other.groups) and (one.groups or other.groups):
            return None
        when = near_in_time(one, other)
        if not when:
            return None
        asked = (self._number(one), self._number(other), at_once(one, other), one.origin == other.origin)
        if asked in self._reasons:
            said = self._reasons[asked]
        else:
            self._forget()
            said = self._reasons[asked] = _said(one, other, self.known)
        return f"{said}; {when}" if said else None

    def _number(self, telling: Telling) -> int:
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
        tuple((party.id, party.name) for party in telling.parties),
        tuple((party.id, party.role) for party in told.parties),
        place and (place.id, place.name, place.country, place.lat, place.lon),
        told.country,
        told.product and told.product.name,
        tuple(named.name for named in told.chemistry),
        tuple((each.value, each.unit, each.scope, each.text) for each in told.capacity),
        tuple((each.amount, each.currency, each.text) for each in told.money),
        tuple((each.what, each.date, each.text) for each in told.dates),
    )
