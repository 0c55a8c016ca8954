"""What earlier weeks tell of a story's plant or deal, in one sentence: a date that slipped, or how far it was."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from cellwire.model import Citation, Dated, DateWhat, Entry, Kind, PartialDate, Support
from cellwire.publish.brief.belonging import strange_citation
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.edition import Note, Part, Sentence, note_of
from cellwire.publish.brief.gathering import Fresh, citer_of, gathered
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import SURE, Matter, Told
from cellwire.publish.brief.telling.called import plant
from cellwire.publish.brief.telling.sentence import Slots, tell
from cellwire.publish.brief.telling.slots import short_place
from cellwire.publish.brief.wording import date_part, day, preposition

_TIMES = ("never", "once", "twice", "three times", "four times", "more than four times")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("cellwire.publish.brief.telling") / "background.toml").read_text("utf-8"))


def background_of(matter: Matter, shelf: Shelf) -> tuple[Sentence, ...]:
    """The most telling earlier thing; nothing where the record holds nothing that passes the check."""
    found = next(_from_record(matter, shelf), None)
    return (found,) if found else ()


def elsewhere(matter: Matter, shelf: Shelf, printed: set[str]) -> tuple[Sentence, str] | None:
    """Another plant of the same company that this week's texts name in passing, and that development's id."""
    companies = {told.value.id for told in matter.parties}
    documents = {shelf.developments[id].document for id in matter.developments}
    for id in sorted(id for document in documents for id in shelf.told_in.get(document, ())):
        dev = shelf.developments[id]
        passing = dev.background and dev.kind is Kind.FACILITY is matter.kind and dev.confidence >= SURE
        passing = passing and (dev.product is None or dev.product.name != "vehicle")
        if not passing or id in printed or not companies & {party.id for party in dev.parties}:
            continue
        other = gathered(Fresh(shelf, matter.story, (dev,), {id: citer_of(shelf, dev)}))
        if sentence := _elsewhere(other):
            return sentence, id
    return None


def _elsewhere(other: Matter) -> Sentence | None:
    pattern = _table()["elsewhere"].get(other.stage)
    runs = other.stage in {"operating", "expanded"}
    start = other.date(DateWhat.PRODUCTION_START if runs else DateWhat.EVENT)
    who = other.names()
    if pattern is None or start is None or len(who) != 1:
        return None
    counted = (other.ordinal, Part(" ")) if other.ordinal else ()
    where = (Part(f" {other.at} "), short_place(other.place)) if other.place else ()
    slots: Slots = {
        "who": tuple(who),
        "plant": (*counted, *plant(other)),
        "where": where,
        "when": (start.part,),
    }
    return tell([pattern], slots, seed=other.story.id)


def _from_record(matter: Matter, shelf: Shelf) -> Iterator[Sentence]:
    ahead = [told for told in matter.dates if told.value.date.last > matter.told]
    for told in ahead:
        yield from _slips(told, _told_before(matter, shelf, told.value.what.value), shelf)
        for support in _told_before(matter, shelf, told.value.what.value):
            if support.value.when and not support.value.when.agrees(told.value.date):
                yield from _slipped(told.value.what.value, support, shelf)
    earlier = [entry for entry in _timeline(matter, shelf) if entry.said < shelf.first]
    done = [entry for entry in earlier if entry.milestone and entry.what != matter.stage]
    for entry in reversed(done):
        yield from _milestone(entry, shelf)


def _timeline(matter: Matter, shelf: Shelf) -> list[Entry]:
    """The entries of the plants a plant's story is about, of the deals a deal's story is, oldest telling first."""
    if matter.kind is Kind.FACILITY:
        plants = shelf.plants.get(matter.story.id, ())
        entries = [entry for plant in plants for phase in plant.phases for entry in phase.timeline]
    else:
        entries = [entry for deal in shelf.deals.get(matter.story.id, ()) for entry in deal.timeline]
    return sorted(entries, key=lambda entry: (entry.said, entry.what, entry.citation.document))


def _told_before(matter: Matter, shelf: Shelf, what: str) -> list[Support]:
    """What the record was told of an attribute of the story's plants and deals, the latest telling first."""
    plants, deals = shelf.plants.get(matter.story.id, ()), shelf.deals.get(matter.story.id, ())
    facts = [fact for plant in plants for phase in plant.phases for fact in phase.facts]
    facts += [fact for plant in plants for fact in plant.facts]
    facts += [fact for deal in deals for fact in deal.facts]
    found = [
        (citation.published, support)
        for fact in facts
        if fact.attribute == what
        for support in fact.supports
        for citation in support.citations[:1]
        if citation.published and citation.published < shelf.first
    ]
    return [support for _, support in sorted(found, key=lambda row: row[0], reverse=True)]


def _slips(told: Told[Dated], before: list[Support], shelf: Shelf) -> Iterator[Sentence]:
    """ "Start of production has been put off twice since 3 March 2021: first 2023, now 2027"."""
    later: list[tuple[PartialDate, Part, Note]] = []
    for support in reversed(before):
        part, when = _dated(support, shelf), support.value.when
        if part and part.note and when and (not later or when.first > later[-1][0].last):
            later.append((when, part, part.note))
    what = _table()["slips"].get(told.value.what.value)
    if what and len(later) > 1 and told.value.date.first > later[-1][0].last and later[0][2].published:
        told_on, first = later[0][2].published, later[0][1]
        since = Part(day(told_on), later[0][2], "published", told_on.isoformat())
        times = _TIMES[min(len(later), len(_TIMES) - 1)]
        pattern = what + f" has been put off {times} since {{since}}: first {{was}}, now {{now}}"
        yield from _told(pattern, {"since": (since,), "was": (first,), "now": (told.part,)})


def _dated(support: Support, shelf: Shelf) -> Part | None:
    """An earlier date with the first citation that bears it out."""
    return next(_bearing_out(support, shelf), None)


def _bearing_out(support: Support, shelf: Shelf) -> Iterator[Part]:
    """A date with each of its citations that bears it out."""
    when = support.value.when
    if when is None:
        return
    for citation in support.citations:
        note = note_of(citation, shelf.documents)
        part = date_part(when, support.value.part, note, now=shelf.last.year)
        if not (borne_out(part) or _strange(when, citation, shelf)):
            yield part


def _strange(when: PartialDate | None, citation: Citation, shelf: Shelf) -> str:
    return strange_citation(
        when, citation, shelf.developments.get(citation.development), shelf.documents.get(citation.document)
    )


def _slipped(what: str, support: Support, shelf: Shelf) -> Iterator[Sentence]:
    pattern = _table()["slipped"].get(what)
    if pattern is None:
        return
    for part in _bearing_out(support, shelf):
        if part.note and part.note.published and part.note.published < shelf.first:
            yield from _told(pattern, {"was": (part,)})


def _milestone(entry: Entry, shelf: Shelf) -> Iterator[Sentence]:
    note = note_of(entry.citation, shelf.documents)
    if entry.when and entry.what in _table()["milestone"]:
        part = date_part(entry.when, None, note, now=shelf.last.year)
        if not (borne_out(part) or _strange(entry.when, entry.citation, shelf)):
            slots: Slots = {"when": (Part(preposition(entry.when, None) + " "), part)}
            yield from _told(_table()["milestone"][entry.what], slots)
            return
    if note.published and entry.what in _table()["said"]:
        written = day(note.published, now=shelf.last.year)
        part = Part(written, note, "published", note.published.isoformat())
        yield from _told(_table()["said"][entry.what], {"said": (Part("on "), part)})


def _told(pattern: str, slots: Slots) -> Iterator[Sentence]:
    sentence = tell([pattern], slots, seed="")
    if sentence:
        yield sentence
