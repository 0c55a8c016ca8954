"""Whether two stories of the week tell one incident: a fire goes by its maker in one text, by its site in the next."""

from __future__ import annotations

from cellwire.lexicon import load_lexicon
from cellwire.model import DateWhat, Kind, Place
from cellwire.publish.brief.matter import Matter, companies_of

_BURNS = {"battery fire", "fire", "explosion", "accident", "cause of a fire"}
_CLEANED = "clean-up"  # goes on for weeks
_NEXT_DAY = 2  # days between two texts' dates of one incident


def same_incident(one: Matter, other: Matter) -> bool:
    """Something burnt, or is cleaned up, in one town; or in a town and its region where a company is named in both."""
    if one.is_called(_CLEANED) and other.is_called(_CLEANED):
        return bool(one.place and other.place and one.place.value.name == other.place.value.name)
    if not (one.kind is other.kind is Kind.INCIDENT) or not (_burns(one) and _burns(other)) or _days_apart(one, other):
        return False
    here, there = one.place, other.place
    if here is None or there is None:
        return False
    causes = all(matter.is_called("cause of a fire") for matter in (one, other))
    common = causes or bool(companies_of(one) & companies_of(other))
    if causes and here.value.country == there.value.country and None in {here.value.id, there.value.id}:
        return True  # two findings in a land and a week, of a place that no gazetteer has
    return here.value.name == there.value.name or (common and _one_holds_the_other(here.value, there.value))


def _burns(matter: Matter) -> bool:
    return matter.is_called(*_BURNS)


def _days_apart(one: Matter, other: Matter) -> bool:
    days = [told.value.date for told in (one.date(DateWhat.EVENT), other.date(DateWhat.EVENT)) if told]
    exact = len(days) > 1 and all(day.to_the_day for day in days) and not (one.announced or other.announced)
    return exact and abs((days[0].first - days[1].first).days) > _NEXT_DAY


def _one_holds_the_other(one: Place, other: Place) -> bool:
    """Whether one is a town and the other its region or country."""
    places = load_lexicon().localities
    known = [places.get(place.id or "") for place in (one, other)]
    inner, outer = sorted(known, key=lambda place: place is None or place.kind != "city")
    return bool(inner and outer and outer.id in {inner.region, inner.country, inner.id})
