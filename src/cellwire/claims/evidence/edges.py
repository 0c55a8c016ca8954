"""What words can bear a value at all: those that begin and end where words and numbers of the text do."""

from __future__ import annotations

from collections.abc import Sequence
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
    if not any(cuts(text, claim.span) for claim in told.claims()) and not _torn_answer(told, text):
        return told
    placed = told.country_span is not None and not cuts(text, told.country_span)
    return replace(
        told,
        parties=_kept(told.parties, text),
        place=_sound(told.place, text),
        country=told.country if placed else None,
        country_span=told.country_span if placed else None,
        product=_sound(told.product, text),
        chemistry=_kept(told.chemistry, text),
        capacity=_kept(told.capacity, text),
        money=_kept(told.money, text),
        jobs=_sound(told.jobs, text),
        dates=_kept(told.dates, text),
        speaker=_sound(told.speaker, text),
        responses=tuple(each for each in told.responses if not cuts(text, each.party.span)),
    )


def _torn_answer(told: Development, text: str) -> bool:
    voices = [*(answer.party for answer in told.responses), *([told.speaker] if told.speaker else [])]
    return any(cuts(text, voice.span) for voice in voices)


def _kept(values: Sequence[Value], text: str) -> tuple[Value, ...]:
    return tuple(each for each in values if not cuts(text, each.span))


def _sound(value: Value | None, text: str) -> Value | None:
    return None if value is None or cuts(text, value.span) else value
