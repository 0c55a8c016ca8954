"""What a mere "battery" is: one for a grid, as its text says elsewhere, or a car's pack."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence, Spot
from cellwire.lexicon import regex
from cellwire.model import Kind

_OF_A_SITE = frozenset({Kind.FACILITY, Kind.SUPPLY, Kind.INVESTMENT, Kind.PARTNERSHIP, Kind.INCIDENT})
_OF_CARS = frozenset({Kind.INCIDENT, Kind.SUPPLY})
_BROAD = regex(r"(?:lithium[- ]?(?:ion )?)?batter(?:y|ies)|battery systems?", re.I)
_GRID = gated(
    r"\b(?:MWh?|megawatts?|megawatt-hours?|grid|utility-scale|solar|wind|substation|renewables?|transmission"
    r"|network)\b|\d\s?MWh?\b",
    re.I,
)
# what cells are made in or for
_MAKES = gated(
    r"\b(?:giga-?factor(?:y|ies)|factor(?:y|ies)|manufactur\w+|EVs?|electric (?:cars?|vehicles?|trucks?|buses)"
    r"|vehicles?|cars?|cells?|automakers?|carmakers?|recycl\w+|produc\w+\s(?:of\s)?(?:[\w-]+\s){0,3}?(?:batter(?:y|ies)|packs?))\b",
    re.I,
)


_MERE = frozenset({"cell", "pack"})
_BEHIND = 2  # sentences


def battery_meant(home: Bundle, spot: Spot, scene: Scene) -> Spot | None:
    """The words by which a mere "battery" or "battery system" is known to store a grid's power, or a battery to be a
    pack."""
    if spot.id not in _MERE or not _BROAD.fullmatch(spot.span.cut(scene.plain.text)):
        return None
    return (
        (home.kind in _OF_A_SITE and _store_meant(home, scene))
        or (home.kind in _OF_CARS and spot.id == "cell" and _pack_meant(home, scene))
        or None
    )


def _pack_meant(home: Bundle, scene: Scene) -> Spot | None:
    """The pack that the sentences of a recall or an order speak of, if of no cells."""
    more = home.more if home.kind is Kind.INCIDENT else ()
    near = [spot for clause in (*(draft.clause for draft in home.drafts), *more) for spot in clause.products]
    if any(spot.id == "cell" and "cell" in spot.span.cut(scene.plain.text).lower() for spot in near):
        return None
    return next((spot for spot in near if spot.id == "pack"), None)


def _store_meant(home: Bundle, scene: Scene) -> Spot | None:
    near = [*(draft.clause for draft in home.drafts), *home.more, *home.later]
    if any(_MAKES.search(clause.text, clause.opened) for clause in near):
        return None
    beside = [*near, *scene.sentences[home.last + 1 : home.last + 1 + _BEHIND]]
    if not any(_GRID.search(clause.text, clause.opened) for clause in beside):
        return None
    return _first_store(near) or _first_store(scene.sentences)


def _first_store(sentences: Sequence[Sentence]) -> Spot | None:
    return next((spot for sentence in sentences for spot in sentence.products if spot.id == "storage"), None)


_BATTERY_PLANT = gated(r"\bbattery\s(?:cell\s|manufacturing\s)?(?:plant|factory|facility|gigafactory)\b", re.I)


def names_a_battery_plant(clause: Sentence) -> bool:
    """Whether batteries are made in a plant that it names."""
    return _BATTERY_PLANT.search(clause.text, clause.opened) is not None
