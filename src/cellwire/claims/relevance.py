"""Battery industry or not: a cheap look at words before anything is decided."""

from __future__ import annotations

import re

from cellwire.claims.scene import Scene

_BATTERY = re.compile(
    r"\b(?:batter(?:y|ies)|gigafactor(?:y|ies)|lithium\w*|cathodes?|anodes?|electrolytes?|GWh|MWh|LFP|NMC|NCM|NCA|"
    r"sodium-ion|solid-state|black mass|energy storage|spodumene|cobalt|nickel|graphite|EVs?|electric vehicles?|"
    r"separators?|swap(?:ping)? stations?|BESS)\b",
    re.I,
)


def is_battery_news(scene: Scene) -> bool:
    """Whether the words speak of batteries at all; what is read decides the rest."""
    found = {match.lower() for match in _BATTERY.findall(scene.plain.text)}
    return (
        bool(found - {"ev", "evs", "electric vehicle", "electric vehicles", "nickel", "cobalt", "graphite"})
        or len(found) > 1
    )
