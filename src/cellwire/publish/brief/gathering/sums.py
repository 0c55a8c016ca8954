"""The sums that a story tells: one of each currency, what comes on top of an earlier sum before the whole."""

from __future__ import annotations

from cellwire.model import Development, Document, Kind, Money
from cellwire.publish.brief.gathering.picking import Choice
from cellwire.publish.brief.matter import Told
from cellwire.publish.brief.wording import is_added

_DOLLARS = {"CAD", "AUD", "NZD", "SGD", "HKD", "TWD"}
_BEFORE = 30  # characters


def sums_told(money: tuple[Told[Money], ...]) -> tuple[Told[Money], ...]:
    """The first sum, and another only where one quote has both: "10.9 billion yuan, or about $1.6 billion"."""
    return tuple(told for told in money if told.part.note == money[0].part.note)[:2]


def one_dollar(money: list[Choice[Money]]) -> list[Choice[Money]]:
    """A bare "$1.5 billion" beside another text's "C$1.5 billion" is that land's dollar."""
    named = {choice.told.value.amount for choice in money if choice.told and choice.told.value.currency in _DOLLARS}
    return [
        choice
        for choice in money
        if not (choice.told and choice.told.value.currency == "USD" and choice.told.value.amount in named)
    ]


def newest_first(dev: Development, document: Document) -> list[Money]:
    """ "An additional $2.5 billion", before the $3.8 billion that the plant is to cost in all."""
    if dev.kind is not Kind.FACILITY:
        return list(dev.money)
    return sorted(dev.money, key=lambda sum_: not _on_top(sum_, document.text))


def _on_top(sum_: Money, text: str) -> bool:
    return is_added(text[max(0, sum_.span.start - _BEFORE) : sum_.span.start])
