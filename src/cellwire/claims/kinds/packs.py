"""A car's whole battery, told by what it holds: "an 80-kWh battery" is a pack."""

from __future__ import annotations

from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.model import Span

_PACK = gated(
    r"(?<![\d.,])\d[\d.,]*[ -]?(?:kWh|kilowatt[ -]?hours?)[ -](?:[\w-]+\s){0,4}?batter(?:y|ies)\b(?!\sstorage)"
    r"|\bbatter(?:y|ies)\s(?:of|with|holding)\s(?:(?:a\s)?capacity\sof\s)?\d[\d.,]*[ -]?(?:kWh|kilowatt[ -]?hours?)\b",
    needs="kwh kilowatt",
)


def packs_of_cars(clause: Sentence) -> list[Span]:
    """Where a clause names such batteries."""
    found = _PACK.finditer(clause.text, clause.opened)
    return [Span(each.start(), each.end()).moved(clause.span.start) for each in found]


def is_pack(text: str) -> bool:
    """Whether a text names one."""
    return _PACK.pattern.search(text) is not None
