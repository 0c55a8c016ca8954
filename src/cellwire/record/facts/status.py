"""How far a phase is: the furthest confirmed step since it was last stopped, and what silence means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cellwire.model import GROUPS, DateWhat, Modality, Status
from cellwire.record.facts.rules import refined, rules
from cellwire.record.facts.tellings import Telling
from cellwire.record.facts.timeline import step_date

_MONTHS_DIFFER = timedelta(days=4)
_FIRST_MONTH = 13  # February of the year 1: a few days less are still in the calendar


@dataclass(frozen=True, slots=True)
class Standing:
    status: Status
    because: str
    since: date | None = None  # the day of the step that gave it
    inferred: bool = False


def find_standing(tellings: Iterable[Telling], heard: date | None) -> Standing:
    """The status of one phase; silence until the day of which news was `heard` speaks, without one only sources do."""
    tellings = list(tellings)
    standing: Standing | None = None
    for day, telling in sorted(
        ((_day(telling), telling) for telling in tellings), key=lambda step: (step[0], step[1].order)
    ):
        if heard is None or day <= heard or standing is None:
            standing = _after(standing, day, telling)
    if standing is None:
        standing = _unstepped(tellings)
    return _after_silence(standing, tellings, heard) if heard else standing


def _unstepped(tellings: Iterable[Telling]) -> Standing:
    """No step is told: what is delayed, or may be, is a plan; what is denied or only reported a rumour."""
    tellings = list(tellings)
    if any(_puts_off(telling) for telling in tellings):
        return Standing(Status.ANNOUNCED, "told of as a plan, its step unsaid")
    denied = any(telling.denied for telling in tellings)
    return Standing(Status.RUMOURED, "reported, and denied" if denied else "told of as a plan, its step unsaid")


def _puts_off(telling: Telling) -> bool:
    """Whether those whose plan it is confirm a delay or weigh one."""
    weighed = telling.development.modality is Modality.CONSIDERING and not telling.denied
    return telling.development.stage == "delayed" and (telling.confirmed or weighed)


def _day(telling: Telling) -> date:
    """The day the step happened as far as the text says; a plan's step is taken on the day it is told.

    A plant that will close on a day closes then.
    """
    if end := day_of_end(telling):
        return end
    happened = step_date(telling)
    return min(happened.date.last, telling.told) if happened else telling.told


def day_of_end(telling: Telling) -> date | None:
    """The first day on which a plant can be closed that a text says will close."""
    if telling.development.stage != "closed":
        return None
    ends = (each.date.first for each in telling.development.dates if each.what is DateWhat.EVENT)
    return max((day for day in ends if day > telling.told), default=None)


def _after(standing: Standing | None, day: date, telling: Telling) -> Standing | None:
    """The standing once one more telling is read."""
    meaning = refined("status", telling.development.stage, telling.development.quote)
    if not meaning or telling.denied:
        return standing
    if not telling.confirmed:
        meaning = Status.RUMOURED
    elif telling.development.modality is Modality.PLANNED and meaning in rules()["status"]["begun"]:
        meaning = Status.ANNOUNCED  # what is to be begun one day is a plan
    told = Standing(Status(meaning), _because(telling, Status(meaning)), day)
    return told if standing is None or _moves(standing, told, telling) else standing


def _moves(standing: Standing, told: Standing, telling: Telling) -> bool:
    """Steps only climb; a stop counts until somebody takes a step after it; a recap of the past moves nothing."""
    ladder = rules()["status"]["ladder"]
    if told.status is Status.RUMOURED:
        return False
    if standing.status is Status.RUMOURED:
        return True
    if told.status in ladder and standing.status in ladder:
        return bool(ladder.index(told.status) > ladder.index(standing.status))
    if told.status in ladder:
        later = standing.since is None or (told.since is not None and told.since > standing.since)
        return later and not telling.development.background
    # A plan can be dropped, a running plant only paused or closed.
    return not (standing.status is Status.OPERATING and told.status in {Status.CANCELLED, Status.SHELVED})


def _because(telling: Telling, status: Status) -> str:
    told = f"told on {telling.told} by {telling.document.outlet or telling.document.id}"
    if status is Status.RUMOURED:
        return f"only considered or reported so far, {told}"
    return f"{telling.development.stage}, {told}"


def _after_silence(standing: Standing, tellings: Iterable[Telling], heard: date) -> Standing:
    """Plans nobody has spoken of for long are given up, says a rule; the flag says that no source does."""
    if GROUPS[standing.status] != "planned":
        return standing
    last = max(telling.told for telling in tellings)
    silent = (heard.year - last.year) * 12 + heard.month - last.month - (heard.day < last.day)
    for status in (Status.CANCELLED, Status.SHELVED):
        months = rules()["silence"][status]
        if silent >= months:
            because = f"inferred: {standing.status}, and no news since {last}, {months} months and more"
            return Standing(status, because, standing.since, inferred=True)
    return standing


def last_words(after: date, until: date) -> list[tuple[date, date]]:
    """Days within which a last word must lie for silence to begin to speak after the one day and by the other.

    One stretch for each of the rule's spans, a few days too wide rather than too narrow: months have several lengths.
    """
    return [
        (_months_before(after, months) - _MONTHS_DIFFER, _months_before(until, months) + _MONTHS_DIFFER)
        for months in sorted(rules()["silence"].values())
    ]


def _months_before(day: date, months: int) -> date:
    years, month = divmod(max(day.year * 12 + day.month - 1 - months, _FIRST_MONTH), 12)
    return date(years, month + 1, min(day.day, 28))


def strongest(statuses: Iterable[Status]) -> Status:
    """A plant is as far as its furthest phase."""
    return max(statuses, key=rules()["status"]["strength"].index)
