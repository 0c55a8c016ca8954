"""Which stories stand together, under which heading and in which chapter, and where they stand on the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cellwire.db import Past
from cellwire.model import DateWhat, Kind
from cellwire.publish.brief.edition import SECTION_TITLES, Chapter, Item, Link, Part, Section, Sentence, Spot, Telling
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode, family
from cellwire.publish.brief.sifting.links import earlier_of, links_of

_SECTIONS: dict[Kind, Section] = {
    Kind.FACILITY: Section.PLANTS,
    Kind.SUPPLY: Section.DEALS,
    Kind.PARTNERSHIP: Section.DEALS,
    Kind.INVESTMENT: Section.DEALS,
    Kind.TECHNOLOGY: Section.TECHNOLOGY,
    Kind.POLICY: Section.POLICY,
    Kind.MARKET: Section.MARKETS,
    Kind.INCIDENT: Section.MARKETS,
}
_OF_A_COMPANY = ("insolvency", "bankruptcy filing", "insolvency filing")  # no incident at a plant
_COUNTS = ("no", "one", "two", "three", "four")
_TOGETHER = 4  # stories of one company under one heading


@dataclass(frozen=True, slots=True)
class Ranked:
    matter: Matter
    telling: Telling
    score: float
    because: tuple[str, ...]
    carriers: frozenset[str] = frozenset()  # the documents that it is told by, as its outlets are counted

    @property
    def section(self) -> Section:
        rumour = self.matter.mode in (Mode.REPORTED, Mode.DENIED, Mode.UNDECIDED) or bool(self.matter.replies)
        of_a_company = self.matter.is_called(*_OF_A_COMPANY)
        return Section.RUMOURS if rumour else Section.DEALS if of_a_company else _SECTIONS[self.matter.kind]


def chapters_of(ranked: list[Ranked], shelf: Shelf, past: Past) -> tuple[Chapter, ...]:
    chapters = []
    earlier = earlier_of((row.matter for row in ranked), shelf, past)
    sections = [_beside_its_plant(row, ranked) for row in ranked]
    for section in _in_order(sections):
        groups = _together([row for row, its in zip(ranked, sections, strict=True) if its is section])
        items = tuple(_item(group, links_of([row.matter for row in group], earlier, shelf, past)) for group in groups)
        if items:
            chapters.append(Chapter(section, SECTION_TITLES[section], items))
    return tuple(chapters)


def _in_order(sections: Sequence[Section]) -> list[Section]:
    """The chapter of the week's weightiest story stands first: its main deal not below smaller plants."""
    first = sections[:1]
    return [*first, *(section for section in Section if section not in first)]


def _beside_its_plant(row: Ranked, ranked: list[Ranked]) -> Section:
    """A deal of two companies that build a plant together this week stands with the plant."""
    if row.section is not Section.DEALS:
        return row.section
    partners = {told.value.id for told in row.matter.parties}
    plants = (other.matter for other in ranked if other.section is Section.PLANTS)
    shared = (len(partners & family(told.value.id for told in plant.parties)) for plant in plants)
    return Section.PLANTS if max(shared, default=0) > 1 else Section.DEALS


def _together(ranked: list[Ranked]) -> list[list[Ranked]]:
    """Stories that share a company stand under one heading, where the weightiest of them stands.

    A plant is told with those of its own first party alone: whoever only has a part of it builds elsewhere. Nor is it
    told below one in another country.
    """
    groups: list[tuple[set[str], list[Ranked]]] = []  # the companies that all of a group's stories share
    for row in ranked:
        companies = [told.value.id for told in row.matter.parties][: 1 if row.section is Section.PLANTS else None]
        fitting = (
            group
            for group in groups
            if group[0] & set(companies) and len(group[1]) < _TOGETHER and not _are_abroad(row, group[1][0])
        )
        shared, rows = next(fitting, (set(companies), []))
        if not rows:
            groups.append((shared, rows))
        rows.append(row)
        shared &= set(companies)
    return [rows for _, rows in groups]


def _are_abroad(one: Ranked, other: Ranked) -> bool:
    """Whether two plants stand in two countries."""
    ours, theirs = one.matter, other.matter
    if ours.kind is not Kind.FACILITY or theirs.kind is not Kind.FACILITY:
        return False
    lands = {matter.place.value.country for matter in (ours, theirs) if matter.place}
    lands |= {matter.country.value for matter in (ours, theirs) if matter.country and not matter.place}
    return len(lands - {None}) > 1


def _item(group: list[Ranked], more: tuple[Link, ...]) -> Item:
    tellings = tuple(row.telling for row in group)
    first = group[0]
    return Item(
        anchor=first.matter.story.id,
        headline=first.telling.headline if len(group) == 1 else _heading(group),
        tellings=tellings,
        more=more,
        score=first.score,
        because=first.because,
    )


def _heading(group: list[Ranked]) -> Sentence:
    """ "CATL: two deals in one day"; of unlike news, and of a sum that is for the other deal, what weighs most."""
    if not all(row.section is Section.DEALS and len(row.matter.parties) > 1 for row in group):
        return group[0].telling.headline
    days = {told.value.date.iso for row in group for told in row.matter.dates if told.value.what is DateWhat.EVENT}
    told_all = all(row.matter.date(DateWhat.EVENT) for row in group)
    when = " in one day" if len(days) == 1 and told_all and len(days.pop()) == 10 else ""
    shared = _shared(group)
    named = replace(shared, text=shared.text[:1].upper() + shared.text[1:])  # "The US Department of Energy"
    return Sentence((named, Part(f": {_COUNTS[len(group)]} deals{when}")))


def _shared(group: list[Ranked]) -> Part:
    """The company that is in all the stories."""
    common = set.intersection(*({told.value.id for told in row.matter.parties} for row in group))
    named = [told.part for told in group[0].matter.parties if told.value.id in common]
    return named[0] if named else group[0].matter.parties[0].part


_ON_THE_MAP = 24


def spots_of(ranked: list[Ranked], chapters: tuple[Chapter, ...]) -> Iterator[Spot]:
    """Where plants stand and incidents happen, the weightiest first; a place once, however many stories it has."""
    anchors = {
        telling.story: item.anchor for chapter in chapters for item in chapter.items for telling in item.tellings
    }
    met: set[tuple[float, float]] = set()
    for row in ranked:
        place = row.matter.place
        on_the_ground = row.matter.kind in (Kind.FACILITY, Kind.INCIDENT)
        if not on_the_ground or place is None or place.value.lat is None or place.value.lon is None:
            continue
        at = (place.value.lat, place.value.lon)
        if at not in met and len(met) < _ON_THE_MAP:
            met.add(at)
            yield Spot(place.part.text, *at, anchors[row.matter.story.id], row.telling.headline.text)
