"""Stories of no batteries: other stores of power, a battery maker's other goods, rules of which nothing is told."""

from __future__ import annotations

import re

from cellwire.model import Kind, Role
from cellwire.publish.brief.doubting.heading import opening_of, told_by
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter


def of_no_batteries(matter: Matter, shelf: Shelf) -> str:
    """Empty, or what it is of instead."""
    if _stores_otherwise(matter, shelf):
        return "what stores power there is no battery"
    if _makes_other_goods(matter, shelf):
        return "its plant makes goods of another industry"
    if _bursts_elsewhere(matter, shelf):
        return "what blew up there has nothing to do with batteries"
    if _recalled_for_others(matter, shelf):
        return "what is recalled is so for another part than its battery"
    return "what is bid for is not named" if _bids_for_nobody(matter) else ""


_OTHER_STORES = (
    r"(?:gravity(?:[- ]based)?|gravitational|(?:adiabatic |advanced )?compressed[- ]air|(?:liquid|liquefied)[- ]air"
    r"|A-?CAES|sand|heat|thermal|molten[- ]salt|hot[- ]rock|brick|flywheel|pumped[- ](?:hydro|storage)|kinetic)"
)
_OTHER_STORE = re.compile(
    rf"\b{_OTHER_STORES}\s(?:energy\s)?(?:storage|batter(?:y|ies)|project|system|plant)\b"
    r"|\b(?:A-?CAES|compressed[- ]air|liquid[- ]air|fuel[- ]cells?)\b",
    re.IGNORECASE,
)
_BATTERY = re.compile(r"\b(?:batter(?:y|ies)|lithium(?:-ion)?|sodium-ion|BESS|cells|[Mm]egapacks?)\b", re.IGNORECASE)


def _opening(matter: Matter, shelf: Shelf) -> str:
    """The title and the opening of its first text, and the words that its lead rests on."""
    document = shelf.documents[matter.lead.document]
    return f"{document.title}\n{document.text[document.extent.start : opening_of(document)]}\n{told_by(matter, shelf)}"


def _stores_otherwise(matter: Matter, shelf: Shelf) -> bool:
    """ "A gravity-based storage system", "a sand battery": where no other battery is named beside it."""
    if matter.kind not in {Kind.FACILITY, Kind.SUPPLY, Kind.TECHNOLOGY}:
        return False
    said = _opening(matter, shelf)
    return bool(_OTHER_STORE.search(said)) and not _BATTERY.search(_OTHER_STORE.sub(" ", said))


_OTHER_GOODS = re.compile(
    r"\b(?:robot(?:s|ics?)?|humanoids?|smart joints?|semiconductors?|silicon carbide|optical|displays?|drones?|toys"
    r"|solar (?:modules?|panels?|cells?|wafers?)|hydrogen|electroly[sz]ers?|fuel cells?|tyres?|tires?)\b",
    re.IGNORECASE,
)


def _makes_other_goods(matter: Matter, shelf: Shelf) -> bool:
    """ "A |robotic| production base" of a battery maker: its title and its sentence have no word of the trade."""
    if matter.kind is not Kind.FACILITY or matter.product or matter.chemistry:
        return False
    said = f"{shelf.documents[matter.lead.document].title}\n{told_by(matter, shelf)}"
    return bool(_OTHER_GOODS.search(said)) and not _BATTERY.search(said)


_MACHINES = re.compile(
    r"\b(?:casting (?:machine|press)|die[- ]cast\w*|paint shop|press shop|foundry|body shop)\b",
    re.IGNORECASE,
)


def _bursts_elsewhere(matter: Matter, shelf: Shelf) -> bool:
    """ "A |casting machine| explosion" at a maker of cars."""
    if matter.kind is not Kind.INCIDENT or matter.lead.rule not in {"incident.fire", "incident.accident"}:
        return False
    said = told_by(matter, shelf)
    return bool(_MACHINES.search(said)) and not _BATTERY.search(said)


_NOT_THE_BATTERY = re.compile(
    r"(?:\bnot|n['’]t|\bno)\b[^.;]{0,30}?\b(?:because of|due to|caused by|related to|linked to|tied to|down to"
    r"|to do with|about|over|blame)\s(?:(?:the|its|an?|their|any)\s)?(?:[\w-]+\s)?batter",
    re.IGNORECASE,
)
_ENGINE = re.compile(
    r"\b(?:combustion engine|starter|fuel (?:pump|leak|injector|line|tank|system)s?|engine (?:oil|block|bay)|gasoline"
    r"|petrol|exhaust|turbocharger)\b",
    re.IGNORECASE,
)


def _recalled_for_others(matter: Matter, shelf: Shelf) -> bool:
    """ "A recalls hybrids, |but not because of the battery|", "over a leaking |fuel pump|"."""
    if matter.kind is not Kind.INCIDENT or matter.lead.rule != "incident.recall":
        return False
    titles = [shelf.documents[id].title for id in shelf.texts_of(matter.developments)]
    said = "\n".join([told_by(matter, shelf), *titles])
    return bool(_NOT_THE_BATTERY.search(said) or (_ENGINE.search(said) and not _BATTERY.search(said)))


def _bids_for_nobody(matter: Matter) -> bool:
    """A bid for a firm whose name failed would be told as money put into its goods."""
    if matter.kind is not Kind.INVESTMENT or matter.lead.rule != "investment.takeover" or matter.thing is None:
        return False
    sides = {told.value.role for told in matter.parties}
    return matter.thing.text in {"takeover bid", "acquisition"} and not sides & {Role.TARGET, Role.OWNER}
