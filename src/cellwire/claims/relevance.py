"""Battery industry or not: by the words and the companies a text speaks of, before anything is decided."""

from __future__ import annotations

import re

from cellwire.claims.scene import Scene

_BATTERY = re.compile(
    r"\b(?:batter(?:y|ies)|gigafactor(?:y|ies)|lithium\w*|cathodes?|anodes?|electrolytes?|GWh|LFP|NMC|NCM|NCA|sodium-ion|solid-state"
    r"|black mass|energy storage|spodumene|swap(?:ping)? stations?|BESS)\b",
    re.I,
)
_GOODS = frozenset({"vehicle", "equipment", "foil"})  # goods of other industries too
_CHAIN = frozenset({"cell", "cathode", "anode", "electrolyte", "separator", "precursor", "pack", "integrator", "swapping"})


def is_battery_news(scene: Scene) -> bool:
    """Whether the text speaks of batteries, what goes into them or who makes them; what is read decides the rest."""
    if _BATTERY.search(scene.plain.text):
        return True
    for sentence in scene.sentences:
        if sentence.chemistries or any(spot.id not in _GOODS for spot in sentence.products):
            return True
        if any(not _CHAIN.isdisjoint(name.chain) for name in sentence.names):
            return True
    return False
