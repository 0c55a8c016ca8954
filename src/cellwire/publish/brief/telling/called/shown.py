"""What is shown, where the battery is only in it or it is only for batteries: a truck, software, materials."""

from __future__ import annotations

import re

from cellwire.model import Kind
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.wording import a_or_an, cues

_CHEMISTRY = (
    r"(?:(?:all-|semi-)?solid[- ]state|sodium(?:-ion)?|lithium(?:-(?:metal|sul(?:ph|f)ur|ion))?|LFP|LMFP|N[CM]M|NMC)"
)
_VEHICLE = (
    r"(?:[BP]?H?EVs?|cars?|vehicles?|trucks?|vans?|bus(?:es)?|SUVs?|sedans?|saloons?|pickups?|hatchbacks?|motorcycles?"
    r"|motorbikes?|scooters?|e-?bikes?|ships?|ferr(?:y|ies)|boats?|tugs?|trains?|locomotives?|excavators?|loaders?"
    r"|tractors?|drones?|aircraft)"
)
_HAS = (
    r"(?:with|using|featuring|powered by|equipped with|fitted with|based on|running on"
    r"|that (?:uses?|has|have|runs? on))"
)
_NO_BATTERY = r"(?!batter|cells?\b|packs?\b)"
# "the first |electric truck (EV) with a| sodium-ion |battery|", "the |Model X with an| LFP |battery|",
# "sodium-ion electric haul |truck|"
_ON_WHEELS = re.compile(
    rf"(?:\b{_VEHICLE}(?: \([^()]{{1,12}}\))?|\b(?-i:Model [A-Z\d](?: [A-Z\d]{{2,4}}){{0,2}}))"
    rf" {_HAS} (?:(?!for\b|in\b|from\b)[\w-]+ ){{0,5}}?(?:batter(?:y|ies)|cells)\b"
    rf"|\b{_CHEMISTRY}(?: battery)?(?:[- ]powered)? (?:electric|battery-electric) (?:{_NO_BATTERY}[\w-]+ ){{0,2}}?"
    rf"{_VEHICLE}\b(?! (?:batter|cells?\b|packs?\b))",
    re.IGNORECASE,
)
_IN_IT = {"cell", "pack"}


def is_on_wheels(matter: Matter) -> bool:
    """Whether what is shown or launched is a car that has the battery, and no battery for one."""
    if matter.stage == "testing" or (matter.goods or "cell") not in _IN_IT or not matter.chemistry:
        return False
    quote, trigger = matter.lead.quote, matter.lead.trigger
    found = _ON_WHEELS.search(quote)
    start = trigger.end - matter.lead.evidence.start if trigger else 0
    return found is not None and _BATTERY.search(quote, max(0, start), found.start()) is None


_BATTERY = re.compile(r"\b(?:batter(?:y|ies)|cells?|packs?)\b", re.IGNORECASE)


def on_wheels(battery: tuple[Part, ...]) -> tuple[Part, ...]:
    """ "Vehicle with a sodium-ion battery"."""
    phrase = "".join(part.text for part in battery)
    article = "" if phrase.endswith("ies") else a_or_an(phrase)[: -len(phrase)]
    return (Part(f"vehicle with {article}"), *battery)


def around_it(matter: Matter) -> str:
    """ "A subscription", of one for batteries; empty where the batteries themselves are told of."""
    found = cues("around_it", matter.lead.quote) if matter.kind is Kind.TECHNOLOGY else []
    return found[0][0] if found else ""


def is_beside_it(matter: Matter) -> bool:
    """Whether what is shown is neither a battery nor a thing that we have a word for: "a new battery |method|"."""
    return not around_it(matter) and bool(cues("beside_it", matter.lead.quote))


# "a car |based on its battery|": the car is new, and the battery may be an old one
_BUILT_ON = re.compile(r"\b(?:based|built|relying|running) on\b[^.;]*$", re.IGNORECASE)


def is_built_on_it(matter: Matter) -> bool:
    """Whether the battery that a text names is only what something else is built on."""
    lead, made = matter.lead, matter.lead.product
    if lead.trigger is None or made is None or made.span.start < lead.trigger.end or matter.chemistry:
        return False
    between = lead.quote[lead.trigger.end - lead.evidence.start : made.span.start - lead.evidence.start]
    return _BUILT_ON.search(between) is not None
