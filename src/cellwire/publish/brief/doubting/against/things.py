"""Whether a story is of the thing that it names: no plant that stands, no platform of funds, no part of a firm."""

from __future__ import annotations

import re

from cellwire.model import Kind, Role
from cellwire.publish.brief.doubting.heading import told_by
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter


def of_another_thing(matter: Matter, shelf: Shelf) -> str:
    """Empty, or what the story is of instead."""
    said = told_by(matter, shelf)
    if matter.kind is Kind.FACILITY and matter.ahead:
        if matter.product is None and _CARS_AT_IT.search(said):
            return "cars are to be made at a plant that stands"
        if _PLATFORM.search(said) and not _SITE.search(said):
            return "a platform, of which no site is told"
    if matter.kind is Kind.TECHNOLOGY and _is_a_models(matter):
        return "the battery of a car, of which its data are told"
    if matter.kind is Kind.INCIDENT and _burnt_beside(matter, said):
        return "it burnt near works, and not there"
    if matter.goods == "recycling" and _of_panels(matter, shelf):
        return "what is recycled are solar panels"
    return "a business is bought, and the company named only sells it" if _sells_a_business(matter, said) else ""


# "will |build three car models at its plant|": it stands already
_CARS_AT_IT = re.compile(
    r"\b(?:build|make|produce|assemble|manufactur)\w*\s(?:[\w.-]+\s){0,5}?(?:models?|cars|vehicles|SUVs?|trucks?|sedans?)"
    r"\s(?:[\w-]+\s){0,4}?(?:at|in)\s(?:its|the|their)\s(?!new\b)(?:[\w’'-]+\s){0,4}?(?:plant|factory)\b",
    re.IGNORECASE,
)
_PLATFORM = re.compile(r"\b(?:storage|BESS|battery) (?:investment |development )?platform\b", re.IGNORECASE)
_SITE = re.compile(r"\b(?:projects?|plants?|factor(?:y|ies)|facilit(?:y|ies)|parks?|sites?|[MG]Wh?)\b", re.IGNORECASE)
_WORKS = r"(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|works|facilit(?:y|ies))\b"
_BESIDE = re.compile(rf"\b(?:near|outside|close to|next to)\s(?:[\w’'-]+\s){{1,5}}?{_WORKS}", re.IGNORECASE)


def _burnt_beside(matter: Matter, said: str) -> bool:
    """ "A van caught fire on a lot |near its maker's factory|": nothing burnt at works."""
    fire = matter.lead.rule == "incident.fire" and _BESIDE.search(said)
    return bool(fire) and re.search(_WORKS, _BESIDE.sub(" ", said), re.IGNORECASE) is None


_RANGE = re.compile(r"\b\d[\d,.]*[ -]?(?:km|kilomet\w+|miles?)\b(?: of| electric| driving)? range\b", re.IGNORECASE)
_A_MODEL = r"(?:[’']s)?(?:\s(?:[A-Z][\w.-]*|\d\w*)){1,3}\s"


def _is_a_models(matter: Matter) -> bool:
    """ "|Alder Lumo 4 reveals| a 90 kWh battery for 600 km range": a car's, and none that is presented by itself."""
    lead, quote = matter.lead, matter.lead.quote
    if lead.trigger is None or not _RANGE.search(quote):
        return False
    before = quote[: max(0, lead.trigger.start - lead.evidence.start)]
    return any(re.fullmatch(rf"\W*{re.escape(party.name)}{_A_MODEL}", before) for party in lead.parties)


_PANELS = re.compile(r"\b(?:solar|photovoltaics?|PV)\b", re.IGNORECASE)
_CELLS = re.compile(r"\b(?:batter(?:y|ies)|lithium(?:-ion)?|black mass|EVs?|cells?|cathodes?|storage)\b", re.IGNORECASE)


def _of_panels(matter: Matter, shelf: Shelf) -> bool:
    """Whether the words and titles of a story speak of panels, and of no batteries."""
    texts = [shelf.documents[id].title for id in shelf.texts_of(matter.developments)]
    words = " ".join([told_by(matter, shelf), *texts])
    return _PANELS.search(words) is not None and _CELLS.search(words) is None


# "Alder |buys solid-state battery business|": whose it was is not what is bought
_A_BUSINESS = re.compile(
    r"\b(?:[Bb]uys?|[Bb]uying|[Bb]ought|[Aa]cquires?|[Aa]cquired|[Aa]cquiring|[Pp]urchases?|[Tt]akes? over)\s"
    r"(?:(?!from\b|in\b|and\b)[a-z0-9][\w-]*\s){1,5}(?:business|unit|division|operations|arm)\b"
)


def _sells_a_business(matter: Matter, said: str) -> bool:
    """Whether a business is bought that has no name, while a company is told as bought that the words leave out."""
    if matter.kind is not Kind.INVESTMENT or not _A_BUSINESS.search(said):
        return False
    targets = [told.value.name for told in matter.parties if told.value.role is Role.TARGET]
    return bool(targets) and not any(name in said for name in targets)
