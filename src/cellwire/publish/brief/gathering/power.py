"""The power of a store whose text has no energy of it: "its 150 MW battery storage project"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cellwire.model import Capacity, Development, Document, Kind, Qualifier, Scope, Span
from cellwire.publish.brief.gathering.picking import Choice, Fresh

_STORED = {Kind.FACILITY, Kind.SUPPLY}
# Only where the figure stands at the battery, and no word of caution, no sun and no second figure beside it
_HEDGES = (
    *("to", "and", "over", "about", "around", "than", "nearly", "least", "almost", "some", "roughly", "approximately"),
    *("by", "circa"),
)
# "a 500 MW |coal plant into| a battery site", "a 200 MW |grid connection for| batteries": the power is another's
_ANOTHERS = (
    r"(?:coal|gas|nuclear|plants?|grid|connections?|substations?|data|cent(?:er|re)s?|load|into|by|near|for|to|in|at|from"
    r"|backed|using)\b"
)
_POWER = re.compile(
    r"(?<![\d.,/$€£-])"
    + "".join(rf"(?<!\b{word} )" for word in _HEDGES)
    + r"(?P<number>\d[\d,]*(?:\.\d+)?)[\s-]?(?P<unit>[MG]W)(?:ac|dc|AC|DC)?"
    r"[\s-](?:of\s)?(?:(?!solar|wind|PV|photovoltaics?|hydro\w*|and|with|plus|pumped|portfolio|pipeline"
    rf"|{_ANOTHERS})[\w()-]+\s){{0,4}}?"
    r"(?:(?i:batter(?:y|ies)|BESS\b|(?:energy )?storage))"
    r"(?!\s(?:storage\s)?(?:portfolio|pipeline|market|projects|facilities|parks|sites|assets|capacity additions)\b)"
)
_ANY_POWER = re.compile(r"\d[\s-]?[MG]W(?:ac|dc|AC|DC)?(?![\w])")


def powers_of(fresh: Fresh, sizes: Sequence[Choice[Capacity]]) -> dict[str, list[Capacity]]:
    """By development, the one power that the sentences of a store have; none where energy is told, or several are."""
    lead = fresh.lead
    stored = lead.kind in _STORED and lead.product is not None and lead.product.name == "storage"
    if not stored or any(choice.told or choice.failed for choice in sizes):
        return {}
    found = {dev.id: list(_in_sentence(dev, fresh.citers[dev.id].document)) for dev in fresh.devs}
    told = {_in_megawatts(power) for powers in found.values() for power in powers}
    return found if len(told) == 1 else {}


def _in_sentence(dev: Development, document: Document) -> Iterator[Capacity]:
    said = dev.evidence.cut(document.text)
    if len(_ANY_POWER.findall(said)) != 1:
        return
    for match in _POWER.finditer(said):
        span = Span(dev.evidence.start + match.start("number"), dev.evidence.start + match.end("unit"))
        value = float(match["number"].replace(",", ""))
        yield Capacity(value, match["unit"], Scope.NEW, Qualifier.EXACT, span, per_year_said=False)


def _in_megawatts(power: Capacity) -> float:
    return power.value * (1000 if power.unit == "GW" else 1)
