"""The slip chart: how a start, a capacity or a sum was told over time, each value with its day and its teller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cellwire.model.comparing import size_of
from cellwire.model.record import Deal, Facility, Fact, Support, Value
from cellwire.model.story import Citation


@dataclass(frozen=True, slots=True)
class Slip:
    """A value from the day on which it was first told, or told again after another one."""

    attribute: str
    phase: str
    value: Value
    said: date
    citation: Citation
    texts: int  # independent texts that tell it, then or later
    change: str  # against the value before: "+25 %", "7 months later", or ""
    chosen: bool  # the value the record goes by


def slip_chart(thing: Facility | Deal) -> tuple[Slip, ...]:
    """Every dated or counted value in the order in which it was told, attribute by attribute."""
    phases = thing.phases if isinstance(thing, Facility) else ()
    labelled = [(phase.label, fact) for phase in phases for fact in phase.facts]
    labelled += [("", fact) for fact in thing.facts]
    return tuple(slip for label, fact in labelled for slip in _slips(label, fact))


def _slips(label: str, fact: Fact) -> Iterator[Slip]:
    before: Value | None = None
    for citation, support in _turns(fact):
        value = support.value
        if value.when is None and value.number is None:
            continue
        yield Slip(
            attribute=fact.attribute,
            phase=label,
            value=value,
            said=citation.said,
            citation=citation,
            texts=support.origins,
            change=size_of(before, value) if before else "",
            chosen=support is fact.supports[0],
        )
        before = value


def _turns(fact: Fact) -> list[tuple[Citation, Support]]:
    """Where another value begins to be told; one that is only repeated while a newer one stands begins nothing.

    The chosen value begins again where it was last taken up after another one.
    """
    told = [(citation, support) for support in fact.supports for citation in support.citations]
    told.sort(key=lambda turn: first_teller(turn[0]))
    first: dict[int, tuple[Citation, Support]] = {}
    for citation, support in told:
        first.setdefault(id(support), (citation, support))
    turns = list(first.values())
    chosen = fact.supports[0]
    if turns[-1][1] is not chosen:
        again = [turn for turn in told if turn[1] is chosen and turn[0].said > turns[-1][0].said]
        turns += again[:1]
    return turns


def first_teller(citation: Citation) -> tuple[date, bool, bool, str, int]:
    """Of one day, first a party's own text, then one that quotes it, then the others."""
    return citation.said, citation.by != citation.speaker, citation.speaker is None, citation.document, citation.start
