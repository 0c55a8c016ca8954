"""What words can bear a value at all: those that begin and end where words and numbers of the text do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from cellwire.lexicon import regex
from cellwire.model import Development, Span

# Other scripts write no spaces between words.
_CUT = regex(r"(?<=[A-Za-z0-9])[A-Za-z0-9]|(?<=[0-9][.,])[0-9]|(?<=[0-9])[.,][0-9]")


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Value = TypeVar("Value", bound=_Spanned)


def cuts(text: str, span: Span) -> bool:
    """Whether the span starts or ends inside a word or number: "2 GWh" is not what "1.2 GWh" says."""
    return _CUT.match(text, span.start) is not None or _CUT.match(text, span.end) is not None


def without_cuts(told: Development, text: str) -> Development:
    """The development without values whose words are torn out of longer ones, as misprints leave them ("May2th")."""

    def whole(span: Span) -> bool:
        return not cuts(text, span)

    speaker = told.speaker if told.speaker and whole(told.speaker.span) else None
    answers = tuple(each for each in told.responses if whole(each.party.span))
    if (speaker, answers) != (told.speaker, told.responses):
        told = replace(told, speaker=speaker, responses=answers)
    return only_with(told, whole)


def only_with(told: Development, sound: Callable[[Span], bool]) -> Development:
    """The development without the values whose words are not sound."""
    if all(sound(claim.span) for claim in told.claims()):
        return told
    placed = told.country_span is not None and sound(told.country_span)
    return replace(
        told,
        parties=_kept(told.parties, sound),
        place=_sound(told.place, sound),
        country=told.country if placed else None,
        country_span=told.country_span if placed else None,
        product=_sound(told.product, sound),
        chemistry=_kept(told.chemistry, sound),
        capacity=_kept(told.capacity, sound),
        money=_kept(told.money, sound),
        jobs=_sound(told.jobs, sound),
        dates=_kept(told.dates, sound),
    )


def _kept(values: Sequence[Value], sound: Callable[[Span], bool]) -> tuple[Value, ...]:
    return tuple(each for each in values if sound(each.span))


def _sound(value: Value | None, sound: Callable[[Span], bool]) -> Value | None:
    return None if value is None or not sound(value.span) else value
