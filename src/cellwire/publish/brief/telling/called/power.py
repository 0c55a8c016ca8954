"""Stores of power that are more than batteries, or none of them: beside a solar park, of compressed gas."""

from __future__ import annotations

import re
from dataclasses import replace

from cellwire.model import Kind
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.matter import Matter, changes_works

# "a |solar-plus-storage project|", and not "a storage project beside a solar park"
_HYBRID = re.compile(
    r"\b(?P<sun>solar|PV|photovoltaics?|wind)(?:\s(?:power|farm|park|plant|project))?"
    r"(?:-plus-|\s?[+&/]\s?|\s(?:plus|and)\s)(?:\d[\d.,]*\s?(?:[MG]Wh?)?\s|[MG]Wh?\s){0,3}(?:(?:battery|energy)\s)*"
    r"(?:storage|BESS|battery|batteries)\s(?:(?:energy|storage|systems?|\(?BESS\)?)\s){0,3}"
    r"(?:projects?|parks?|farms?|plants?|facility|facilities|complex|sites?|hubs?)\b"
    r"|\b(?P<beside>solar|PV|wind)\s(?:power\s)?(?:farm|park|plant|project)\s(?:and|plus|with)\s(?:an?\s)?"
    r"(?:(?:battery|energy)\s)*(?:storage|BESS|battery|batteries)\b",
    re.IGNORECASE,
)
# "a loan for a 200 MW |solar project with battery storage|", "orders for |solar and BESS|"
_SUN_FIRST = re.compile(
    r"^(?:(?!\b(?:storage|BESS|ESS|batter(?:y|ies))\b)[^.;]|\.(?=\d))*?\b(?:solar|PV)\b"
    r"(?: (?:PV|power|EPC|project|projects|plant|plants|park|parks|farm|orders?|contracts?)){0,3}"
    r"(?:-plus-|,| and| plus| with| &| \+|\+|/|-)[ ]?(?:(?!for\b|by\b|from\b|to\b)[\w-]+ ){0,3}?"
    r"(?:storage|BESS|batter(?:y|ies))\b"
    r"(?! (?:energy |storage |systems? )*(?:provider|develop|company|companies|giant|specialist|firm|start-?up|maker"
    r"|supplier|owner|operator|installer|aggregator))",
    re.IGNORECASE,
)
# what keeps power otherwise than by chemistry
_OTHER_STORE = re.compile(
    r"\b(?:compressed[- ](?:air|CO2|CO₂|gas)|CO2[- ](?:battery|storage|based)|carbon (?:dioxide )?battery|liquid[- ]air"
    r"|gravity|flywheels?|thermal|heat|sand|hydrogen|pumped)\b",
    re.IGNORECASE,
)
_BATTERIES = re.compile(
    r"\b(?:BESS|lithium|sodium-ion|LFP|(?<!carbon )(?<!CO2 )(?<!sand )batter(?:y|ies))\b", re.IGNORECASE
)


def as_power(matter: Matter, noun: Part) -> Part:
    """ "Solar and storage project", where the words of a store name both as one; without "battery", if it has none."""
    quote = noun.note.quote if noun.note else ""
    works = changes_works(matter.kind, matter.thing)
    if noun.value != "storage" or not (matter.kind is Kind.FACILITY or works):
        return noun
    if found := _HYBRID.search(quote) if matter.kind is Kind.FACILITY else None:
        by_wind = (found["sun"] or found["beside"]).casefold() == "wind"
        return replace(noun, text=f"{'wind' if by_wind else 'solar'} and storage project")
    if works and _SUN_FIRST.search(quote):
        return replace(noun, text="solar and storage project")
    other = _OTHER_STORE.search(quote) and not _BATTERIES.search(quote)
    return (
        replace(noun, text=noun.text.removeprefix("battery ").replace("storage", "energy storage")) if other else noun
    )


_TRADED = {Kind.SUPPLY, Kind.INVESTMENT}


def beside_the_sun(matter: Matter, noun: Part) -> Part:
    """ "Solar and energy storage systems", where an order or a loan is for both."""
    return (
        replace(noun, text=f"solar and {noun.text}") if noun.value == "storage" and is_beside_the_sun(matter) else noun
    )


def is_beside_the_sun(matter: Matter) -> bool:
    """Whether the words that name a store, of which an order or a loan is told, name solar power first."""
    note = matter.product.part.note if matter.product else None
    return matter.kind in _TRADED and note is not None and _SUN_FIRST.search(note.quote) is not None
