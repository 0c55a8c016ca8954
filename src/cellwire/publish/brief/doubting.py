"""Stories that are not printed: read with too little certainty, or belied by a better supported story of the week.

Each was read from words that stand there; printed beside the others it would make the brief say two things.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from cellwire.lexicon import load_lexicon
from cellwire.model import DEAL_KINDS, DateWhat, Kind, Party, Span
from cellwire.publish.brief.ahead import yet_to_come
from cellwire.publish.brief.echoes import among_partners, made_there
from cellwire.publish.brief.heading import far_down, headed
from cellwire.publish.brief.matter import SURE, Matter, Mode
from cellwire.publish.brief.owners import companies_of
from cellwire.publish.brief.quoting import sentence_of
from cellwire.publish.brief.same_deal import turned_round
from cellwire.publish.brief.same_plant import nowhere
from cellwire.publish.brief.shelf import Shelf
from cellwire.publish.brief.sizes import all_figures, figures
from cellwire.publish.brief.spellings import spellings_of_organisation

_OLD = 42  # days
_AGES = 180  # days, after which even a headline only recalls it
_STOPPED = {"cancelled", "closed"}
_CONSIDERED = re.compile(r"\b(?:consider|weigh|mull|evaluat|ponder|explor)(?:s|es|ed|ing)?\b(?! up)", re.IGNORECASE)
_DEALING = re.compile(
    r"\b(?:agree\w*|deals?|contract\w*|suppl\w+|sell\w*|sold|buy\w*|purchas\w+|off-?take\w*|order\w*|talks"
    r"|negotiat\w*|deliver\w*)\b"
)


def own_doubt(matter: Matter, shelf: Shelf) -> str:
    """Empty, or what in the story itself speaks against printing it."""
    own = [shelf.developments[id] for id in matter.developments]
    surest = max(dev.confidence for dev in own if dev.kind is matter.kind)  # a story may carry its deal along
    if surest < SURE:
        return f"read with too little certainty ({math.floor(round(100 * surest, 6)) / 100:.2f})"  # .748 is no .75
    if not any(headed(dev, shelf) for dev in own):
        return "mentioned in passing"
    if _only_considered(matter, shelf):
        return "considered, not done"
    if yet_to_come(matter.lead, shelf.documents[matter.lead.document]):
        return "planned, not done"
    if _side_by_side(matter, shelf):
        return "the two are named side by side, not as dealing with each other"
    if matter.lead.parties and not matter.parties:
        return "no quote says whose it is"
    if _long_past(matter) and (not matter.fronted or _long_past(matter, days=_AGES)):
        return "happened long before, and mentioned in passing"
    if _done_before(matter, shelf):
        return "done before the week, and in no title"
    if _only_held(matter, shelf):
        return "held, not bought"
    if _of_cars(matter, shelf):
        return "a plant for vehicles"
    if _of_several(matter, shelf):
        return "several plants, none of them named"
    if matter.origins == 1 and all(far_down(dev, shelf) for dev in own):
        return "told by one text alone, behind its fifth sentence"
    return ""


def doubt_beside(matter: Matter, others: Sequence[Matter], shelf: Shelf) -> str:
    """Empty, or why it is not printed beside the others that can be; `others` come the weightiest first."""
    if fuller_of(matter, others, shelf):
        return "another story tells more of the same plant"
    if any(_goes_on_about(matter, other, shelf) for other in others if other is not matter):
        return "told on of another plant"
    if any(made_there(matter, other) for other in others):
        return "told with the plant that is to make it"
    if any(among_partners(matter, other) for other in others):
        return "told with what the partners build together"
    if any(_contrary(matter, other, shelf) for other in others if other.kind is matter.kind is Kind.FACILITY):
        return "its text also tells the contrary"
    standing = (other for other in _better(matter, others) if other.kind is matter.kind)
    return next((why for other in standing if (why := _belied(matter, other, shelf))), "")


def fuller_of(matter: Matter, others: Sequence[Matter], shelf: Shelf) -> Matter | None:
    """The story that tells more of the same plant."""
    for other in others:
        same = nowhere(matter, other) or (other.kind is matter.kind is Kind.FACILITY and _fuller(matter, other, shelf))
        if other is not matter and same:
            return other
    return None


def _only_considered(matter: Matter, shelf: Shelf) -> bool:
    """ "CATL is considering building a plant to meet increased demand": nothing was expanded."""
    lead, done = matter.lead, matter.stage not in {"considered", "announced", "mou", "reported", "proposed"}
    if not done or matter.mode not in {Mode.ASSERTED, Mode.REPORTED} or lead.trigger is None:
        return False
    text = shelf.documents[lead.document].text
    before = text[sentence_of(text, lead.trigger).start : lead.trigger.start]
    return _CONSIDERED.search(before) is not None


def _side_by_side(matter: Matter, shelf: Shelf) -> bool:
    """ "A and B will receive support": a supply from one to the other, and its sentence has no word of dealing."""
    if (matter.kind, matter.stage) != (Kind.SUPPLY, "signed") or len(matter.parties) != 2 or matter.origins > 1:
        return False
    lead = matter.lead
    said = shelf.documents[lead.document].text[lead.evidence.start : lead.evidence.end]
    one, other = (_spelt(told.value) for told in matter.parties)
    joined = re.search(rf"(?:{one}),? and (?:{other})|(?:{other}),? and (?:{one})", said)
    return joined is not None and _DEALING.search(said) is None


def _spelt(party: Party) -> str:
    """A pattern for all that it may be called, the first word of its name among them: "Reliance"."""
    known = {party.name, party.name.split()[0], *spellings_of_organisation(party.id)}
    return "|".join(map(re.escape, sorted(known, key=lambda name: (-len(name), name))))


def _better(matter: Matter, others: Sequence[Matter]) -> Iterator[Matter]:
    """Those that more texts have told, of equals the weightier ones."""
    weightier = True
    for other in others:
        if other is matter:
            weightier = False
        elif len(other.story.origins) + weightier > len(matter.story.origins):
            yield other


_BEGUN = {"operating": DateWhat.PRODUCTION_START, "construction": DateWhat.CONSTRUCTION_START}


def _long_past(matter: Matter, *, days: int = _OLD) -> bool:
    step = _BEGUN.get(matter.stage) if matter.kind is Kind.FACILITY and matter.mode is Mode.ASSERTED else None
    event = matter.date(DateWhat.EVENT) or (matter.date(step) if step else None)
    days_told = [event.value] if event else [date for date in matter.lead.dates if date.what is DateWhat.EVENT]
    return bool(days_told) and all((matter.told - each.date.last).days > days for each in days_told)


def _done_before(matter: Matter, shelf: Shelf) -> bool:
    """ "The deal follows one with LG Energy Solution, signed on Oct. 5": a title would name both sides of a new one."""
    event = matter.date(DateWhat.EVENT)
    if matter.kind not in DEAL_KINDS or event is None or not event.value.date.to_the_day:
        return False
    titles = [shelf.documents[id].title for id in shelf.texts_of(matter.developments)]
    return event.value.date.last < shelf.first and not any(_names_all(matter, title) for title in titles)


def _names_all(matter: Matter, title: str) -> bool:
    known = ({told.value.name, *spellings_of_organisation(told.value.id)} for told in matter.parties)
    folded = title.casefold()
    return all(any(name.casefold() in folded for name in names) for names in known)


_HOLDS = re.compile(
    r"\b(?:holds?|held|owns?|has|have) (?:(?:an?|the|equal|[\d.]+%|\w+ per ?cent) ){0,3}(?:ownership |equity )?$"
)


def _only_held(matter: Matter, shelf: Shelf) -> bool:
    """ "A and B hold equal ownership |stakes| in C": nobody buys one."""
    trigger = matter.lead.trigger
    if matter.kind is not Kind.INVESTMENT or trigger is None:
        return False
    text = shelf.documents[matter.lead.document].text
    return _HOLDS.search(text[max(0, trigger.start - 60) : trigger.start]) is not None


def _of_cars(matter: Matter, shelf: Shelf) -> bool:
    """A plant for cars is battery news only where its sentence speaks of batteries as well."""
    if matter.kind is not Kind.FACILITY or matter.lead.product is None or matter.lead.product.name != "vehicle":
        return False
    return not _BATTERIES.search(_told_by(matter, shelf))


_BATTERIES = re.compile(r"\bbatter(?:y|ies)\b|\bcells?\b", re.IGNORECASE)
_PLANTS = re.compile(r"\b(?:each|both|all)\b.{0,60}\b(?:plants|factories|gigafactories|facilities)\b", re.IGNORECASE)


def _of_several(matter: Matter, shelf: Shelf) -> bool:
    """ "Each of the two is to build plants in Europe and China": a plan, and no plant of it is told."""
    if matter.kind is not Kind.FACILITY or _town(matter) or matter.origins > 1:
        return False
    return _PLANTS.search(_told_by(matter, shelf)) is not None


def _told_by(matter: Matter, shelf: Shelf) -> str:
    return matter.lead.evidence.cut(shelf.documents[matter.lead.document].text)


def _fuller(matter: Matter, other: Matter, shelf: Shelf) -> bool:
    """Two figures in common, and more besides: a dateline or an owner's name made a second plant of it."""
    ours, theirs = all_figures(matter, shelf), all_figures(other, shelf)
    alike = other is not matter and bool(companies_of(matter) & companies_of(other))
    return alike and len(ours & theirs) > 1 and set(figures(matter)) <= theirs and len(theirs) > len(ours)


def _belied(matter: Matter, other: Matter, shelf: Shelf) -> str:
    if turned_round(matter, other):
        return "a better supported story has the parties in each other's place"
    if matter.kind is not Kind.FACILITY:
        return ""
    same_text = shelf.texts_of(matter.developments) <= shelf.texts_of(other.developments)
    if not companies_of(matter) & companies_of(other):
        there = same_text and _bare(matter) and bool(_town(matter)) and _town(matter) == _town(other)
        return "its text tells of another company's plant there" if there else ""
    if same_text and not (matter.place or matter.country or matter.product):
        return "its text says neither where it is nor what it makes"
    if same_text and _bare(matter) and (not _bare(other) or (other.place and not matter.place)):
        return "its text says only where it is, and tells of another plant of the company"
    return ""


_ON = re.compile(r"\W*(?:the|this|that|its|it)\b", re.IGNORECASE)


def _goes_on_about(matter: Matter, other: Matter, shelf: Shelf) -> bool:
    """ "The campus is to make parts for 100 GWh of cells": a sentence without a name goes on about the plant before."""
    if not (matter.kind is other.kind is Kind.FACILITY) or matter.place or matter.ordinal:
        return False
    same_text = shelf.texts_of(matter.developments) <= shelf.texts_of(other.developments)
    if not same_text or not companies_of(matter) & companies_of(other):
        return False
    lead = matter.lead
    text = shelf.documents[lead.document].text
    around = sentence_of(text, lead.trigger or Span(lead.evidence.start, lead.evidence.start + 1))
    names = "|".join(_spelt(told.value) for told in matter.parties)
    return _ON.match(around.cut(text)) is not None and re.search(rf"\b(?:{names})\b", around.cut(text)) is None


def _contrary(matter: Matter, other: Matter, shelf: Shelf) -> bool:
    """An end that is told of a plant where the same text tells of its beginning: "closed-loop" is no closing."""
    ends = matter.stage in _STOPPED and other.stage not in _STOPPED
    same_text = shelf.texts_of(matter.developments) <= shelf.texts_of(other.developments)
    return ends and same_text and bool(companies_of(matter) & companies_of(other)) and _may_be_one(matter, other)


def _may_be_one(one: Matter, other: Matter) -> bool:
    """One country and one sort of goods, as far as both say, and not two towns."""
    here, there = one.lead.country, other.lead.country
    ours, theirs = one.product, other.product
    towns = {town for matter in (one, other) if (town := _town(matter))}
    return (
        (not here or not there or here == there)
        and (not ours or not theirs or ours.value.name == theirs.value.name)
        and len(towns) < 2
    )


def _town(matter: Matter) -> str:
    known = load_lexicon().localities.get(matter.place.value.id or "") if matter.place else None
    return known.id if known and known.kind == "city" else ""


def _bare(matter: Matter) -> bool:
    """Neither a figure nor a date but that of the telling."""
    dated = any(told.value.what is not DateWhat.EVENT for told in matter.dates)
    return not (matter.capacity or matter.money or matter.jobs or dated)
