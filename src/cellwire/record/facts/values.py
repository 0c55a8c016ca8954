"""Readings of attributes: what a telling says of a plant or a deal, and of which part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from cellwire.model import (
    Capacity,
    Citation,
    Dated,
    DateWhat,
    Jobs,
    Kind,
    Money,
    Span,
    Value,
)
from cellwire.record.facts.rules import pattern, rules
from cellwire.record.facts.tellings import Telling, cite

BREAK = re.compile(r"[.;!?]\s|\n")


class Reading(Struct, frozen=True, gc=False):
    """One attribute's value as one telling has it; `phase` is the part of the plant its words name, if any."""

    attribute: str
    value: Value
    citation: Citation
    telling: Telling
    phase: str = ""
    outdated: bool = False  # a later text tells another value in place of it
    instead_of: Value | None = None  # the earlier value, where the text tells a change of a plan or a deal


def readings(telling: Telling) -> Iterator[Reading]:
    """Every value of a development that a plant or a deal can have; what is denied is no value."""
    if telling.denied:
        return
    development = telling.development
    for capacity in development.capacity:
        yield _reading(telling, _capacity_attribute(capacity), _of_capacity(telling, capacity), capacity.span)
    for money in development.money:
        name = "funding" if development.kind is Kind.INVESTMENT else "money"
        yield _reading(telling, name, _of_money(telling, money), money.span)
    if development.jobs:
        yield _reading(telling, "jobs", _of_jobs(telling, development.jobs), development.jobs.span)
    for dated in development.dates:
        if dated.what is not DateWhat.EVENT:  # the day of a step, not a property of the thing
            yield _reading(telling, str(dated.what), of_date(telling, dated), dated.span)
    for named in (*development.chemistry, *([development.product] if development.product else [])):
        name = "product" if named is development.product else "chemistry"
        yield _reading(telling, name, Value(named.name, telling.document.quote(named.span)), named.span)


def _reading(telling: Telling, attribute: str, value: Value, span: Span) -> Reading:
    phase = phase_at(telling, span) if telling.development.kind is Kind.FACILITY else ""
    return Reading(attribute, value, cite(telling, span), telling, phase)


def _capacity_attribute(capacity: Capacity) -> str:
    counted = capacity.unit in rules()["outputs"]["units"]
    return f"{'output' if counted else 'capacity'}.{capacity.scope}"


def _of_capacity(telling: Telling, capacity: Capacity) -> Value:
    written = telling.document.quote(capacity.span)
    return Value(
        capacity.text, written, capacity.value, capacity.unit, qualifier=capacity.qualifier, scope=capacity.scope
    )


def _of_money(telling: Telling, money: Money) -> Value:
    written = telling.document.quote(money.span)
    return Value(money.text, written, money.amount, money.currency, qualifier=money.qualifier)


def _of_jobs(telling: Telling, jobs: Jobs) -> Value:
    return Value(jobs.text, telling.document.quote(jobs.span), float(jobs.value), "jobs", qualifier=jobs.qualifier)


def of_date(telling: Telling, dated: Dated) -> Value:
    return Value(dated.text, telling.document.quote(dated.span), when=dated.date, part=dated.part)


_IN = re.compile(r" (?:in|for|during|of) (?:the |its |a )?")
_RIGHT_BEHIND = 24  # characters from a figure to the end of a phase that is named right behind it


def phase_at(telling: Telling, span: Span) -> str:
    """The phase that words speak of: right behind them ("in phase 2"), else before them, else behind them.

    What stands in a sentence that names none is of the phase whose step is told.
    """
    text, evidence = telling.document.text, telling.development.evidence
    if evidence.holds(span) and not _phases_named(text, evidence.start, evidence.end):
        return ""
    low = min(evidence.start, span.start)
    start = max((found.end() for found in BREAK.finditer(text, low, span.start)), default=low)
    ending = BREAK.search(text, span.end)
    end = min(ending.start() if ending else len(text), max(evidence.end, span.end + _RIGHT_BEHIND))
    found = _phases_named(text, start, end)
    before = [place for place in found if place[0] <= span.start]
    behind = [place for place in found if place[0] > span.start and not _APART.search(text, span.end, place[0])]
    if behind and _IN.fullmatch(text, span.end, min(behind)[0]):
        return min(behind)[1]
    if before or behind:
        return max(before)[1] if before else min(behind)[1]
    return "" if evidence.holds(span) else _phase_of_step(telling)


_APART = re.compile(r"[,\d]")  # another clause, or another figure whose phase it is


def _phase_of_step(telling: Telling) -> str:
    trigger = telling.development.trigger
    return phase_at(telling, trigger) if trigger and telling.development.evidence.holds(trigger) else ""


@lru_cache(maxsize=1024)
def _phases_named(text: str, start: int, end: int) -> tuple[tuple[int, str], ...]:
    """Where a stretch names a phase; asked once for all values of a sentence."""
    if not pattern(rules()["phases"]["any"]).search(text, start, end):
        return ()
    return tuple(
        (matched.start(), name)
        for name, words in rules()["phases"]["words"].items()
        for matched in pattern(words).finditer(text, start, end)
    )
