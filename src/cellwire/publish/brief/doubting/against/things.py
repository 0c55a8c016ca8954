"""Whether a story is of the thing that it names: no plant that stands, no platform of funds, no part of a firm."""

from __future__ import annotations

import re
from collections.abc import Callable

from cellwire.model import Kind, Role
from cellwire.publish.brief.doubting.heading import told_by
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter


def of_another_thing(matter: Matter, shelf: Shelf) -> str:
    """Empty, or what the story is of instead."""
    said = told_by(matter, shelf)
    return next((why for kind, test, why in _OTHERS if kind in (None, matter.kind) and test(matter, shelf, said)), "")


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


# "to make its first |car with a Dutch-made battery|"
_HAVE_IT = re.compile(
    r"\b(?:cars?|vehicles?|EVs?|SUVs?|vans?|trucks?|sedans?)\swith\s(?:an?|its|their)\s(?:[\w-]+\s){0,3}?batter(?:y|ies)\b",
    re.IGNORECASE,
)
_MADE_THERE = re.compile(
    r"\b(?:batter(?:y|ies)|cells?|packs?)\s(?:[\w-]+\s){0,2}?(?:plants?|factor(?:y|ies)|works|lines?|production)\b"
    r"|\bgigafactor(?:y|ies)\b",
    re.IGNORECASE,
)


def _cars_have_it(matter: Matter, said: str) -> bool:
    """Whether a plant's goods are read from a car that has a battery, and no words make any there."""
    if matter.kind is not Kind.FACILITY or not _HAVE_IT.search(said) or _MADE_THERE.search(said):
        return False
    note = matter.product.part.note if matter.product else None
    return note is None or _HAVE_IT.search(note.quote) is not None


# "|launches| a cell |manufacturing business|", "|launches| a power |subsidiary| to build": no works are opened
_A_LAUNCH = re.compile(
    r"launch(?:es|ed)\s(?:(?!(?:at|in|of|for|from|with|by)\s)[^\s.;]+\s){0,12}?(?:business|arm|unit|division|subsidiary)\b",
    re.IGNORECASE,
)
# "|abandons| one town |in favour of a site| in another"
_MOVES = re.compile(r"\bin favou?r of (?:an?\s)?(?:[\w-]+\s){0,3}?(?:sites?|locations?)\b", re.IGNORECASE)


def _opens_a_business(matter: Matter, shelf: Shelf) -> bool:
    """Whether what is launched is a part of a firm, and no works."""
    lead = matter.lead
    if lead.trigger is None:
        return False
    text = shelf.documents[lead.document].text
    return _A_LAUNCH.match(text[lead.trigger.start : lead.evidence.end]) is not None


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


_Test = Callable[[Matter, Shelf, str], bool]
# Of what kind, whether the words that its lead rests on tell of something else, and of what
_OTHERS: tuple[tuple[Kind | None, _Test, str], ...] = (
    (Kind.FACILITY, lambda matter, _, said: matter.ahead and matter.product is None and bool(_CARS_AT_IT.search(said)),
     "cars are to be made at a plant that stands"),
    (Kind.FACILITY, lambda matter, _, said: matter.ahead and bool(_PLATFORM.search(said)) and not _SITE.search(said),
     "a platform, of which no site is told"),
    (Kind.TECHNOLOGY, lambda matter, *_: _is_a_models(matter), "the battery of a car, of which its data are told"),
    (Kind.INCIDENT, lambda matter, _, said: _burnt_beside(matter, said), "it burnt near works, and not there"),
    (Kind.FACILITY, lambda matter, _, said: _cars_have_it(matter, said),
     "cars are to be made there, and their batteries are not told to be"),
    (Kind.FACILITY, lambda matter, shelf, _: _opens_a_business(matter, shelf), "a business is launched, and no plant"),
    (Kind.FACILITY, lambda matter, _, said: matter.stage == "cancelled" and bool(_MOVES.search(said)),
     "another site is chosen, and the plan is kept"),
    (None, lambda matter, shelf, _: matter.goods == "recycling" and _of_panels(matter, shelf),
     "what is recycled are solar panels"),
    (None, lambda matter, _, said: _sells_a_business(matter, said),
     "a business is bought, and the company named only sells it"),
)  # fmt: skip
