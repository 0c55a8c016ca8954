"""Days from which on an entry tells something else though nobody says anything: a long silence, a term that ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from cellwire.model import GROUPS, DateWhat, Deal, Development, Document, Facility
from cellwire.record.facts import Telling, day_of_end, rules
from cellwire.record.plants import share_out


def turning_days(thing: Facility | Deal, tellings: Sequence[Telling]) -> Iterator[date]:
    """Each such day, and perhaps others: of a plan that somebody judged, say, though nothing turns there."""
    if isinstance(thing, Deal):
        terms = (fact for fact in thing.facts if fact.attribute == DateWhat.TERM)
        told = [support.value.when for fact in terms for support in fact.supports]
        yield from (when.last + timedelta(days=1) for when in told if when)
        return
    yield from filter(None, map(day_of_end, tellings))
    planned = {phase.label for phase in thing.phases if phase.inferred or GROUPS[phase.status] == "planned"}
    unnamed = "" not in {phase.label for phase in thing.phases}  # words without a phase are with a named one
    for label, draft in share_out(tellings).items() if planned else ():
        if label in planned or (unnamed and not label):
            last = max(telling.told for telling in draft.tellings)
            yield from (months_after(last, months) for months in rules()["silence"].values())


def heard_until(documents: Iterable[Document], developments: Iterable[Development]) -> date | None:
    """Until when news was heard: the newest day of which anything is told, but for days to come."""
    told_in = {development.document for development in developments}
    days = (
        one.told
        for one in documents
        if one.id in told_in and one.told and (not one.captured or one.told <= one.captured.date())
    )
    return max(days, default=None)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; of a month that has none, the day after its last."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(years, month + 1, day.day)
    except ValueError:
        return date(years + (month == 11), month % 12 + 2, 1)
