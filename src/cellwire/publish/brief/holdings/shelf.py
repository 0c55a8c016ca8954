"""What an edition is made from, laid out for looking up: the week, its documents and developments, who copies whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from cellwire.model import (
    NEVER_NEWS,
    Deal,
    Development,
    Document,
    Facility,
    Form,
    Record,
    Span,
    Story,
    newer_versions,
)
from cellwire.publish.brief.edition import outlet_of
from cellwire.publish.brief.holdings.outlets import under_one_name
from cellwire.publish.brief.holdings.twins import with_twins


@dataclass(frozen=True, slots=True)
class Shelf:
    """The week and what can be looked up for it; ids lead from one thing to another."""

    first: date
    last: date
    record: Record
    documents: dict[str, Document]
    developments: dict[str, Development]
    stories: tuple[Story, ...]
    by_id: dict[str, Story]
    origins: dict[str, str]  # document → origin
    carriers: dict[str, tuple[str, ...]]  # origin → outlets, first carrier first
    corrected: frozenset[str]  # documents of which an earlier version is known
    replaced: dict[str, str]  # document → the newer version of its article
    of_week_ids: tuple[str, ...]  # the week's documents
    told_in: dict[str, tuple[str, ...]]  # document → its developments
    plants: dict[str, tuple[Facility, ...]]  # story → the record's plants it is about
    deals: dict[str, tuple[Deal, ...]]

    def in_week(self, day: date) -> bool:
        return self.first <= day <= self.last

    def told_on(self, document: Document) -> date:
        return told_on(document)

    def told_of(self, development: Development) -> date:
        return told_on(self.documents[development.document])

    def things(self, story: str) -> frozenset[str]:
        """Ids of the plants and deals of the record that a story is about."""
        return frozenset(thing.id for thing in self.things_of(story))

    def things_of(self, story: str) -> tuple[Facility | Deal, ...]:
        return *self.plants.get(story, ()), *self.deals.get(story, ())

    def of_things(self, story: Story) -> list[Development]:
        """What was ever told of the plants that a story is about, or of a story without one."""
        members = {id for plant in self.plants.get(story.id, ()) for id in plant.stories} | {story.id}
        told = [id for member in sorted(members) if member in self.by_id for id in self.by_id[member].developments]
        known = (self.developments[id] for id in dict.fromkeys(told) if id in self.developments)
        return [dev for dev in known if dev.document in self.documents]

    def known_before(self, story: Story) -> bool:
        return any(plant.first_told < self.first for plant in self.plants.get(story.id, ()))

    def texts_of(self, developments: Iterable[str]) -> set[str]:
        return {self.developments[id].document for id in developments}

    def origin(self, document: str) -> str:
        return self.origins.get(document, document)

    def also(self, document: Document) -> tuple[str, ...]:
        """The other outlets that carry the same text."""
        own = outlet_of(document)
        return tuple(outlet for outlet in self.carriers.get(self.origin(document.id), ()) if outlet != own)

    def is_news(self, development: Development) -> bool:
        """Not an advert, not a list of links: such blocks are kept in the text and never printed from."""
        blocks = self.documents[development.document].blocks
        return not any(block.kind in NEVER_NEWS and _within(development.evidence, block.span) for block in blocks)

    def of_week(self, story: Story) -> list[Development]:
        """The story's fresh developments whose documents are of this week, in the order they were told."""
        known = (self.developments[id] for id in story.developments if id in self.developments)
        fresh = [dev for dev in known if dev.document in self.documents and not dev.background and self.is_news(dev)]
        documents = {dev.document for dev in fresh}
        fresh = [dev for dev in fresh if self.replaced.get(dev.document) not in documents]  # taken back since
        dated = [(self.told_on(self.documents[dev.document]), dev.id, dev) for dev in fresh]
        return [dev for day, _, dev in sorted(dated, key=lambda row: row[:2]) if self.in_week(day)]

    def week_documents(self) -> list[Document]:
        return [self.documents[id] for id in self.of_week_ids]

    def articles(self) -> list[list[Document]]:
        """The week's documents, the items that stand under one address together."""
        found: dict[str, list[Document]] = {}
        for document in self.week_documents():
            address = document.url if document.form is Form.ITEM else None
            found.setdefault(address or document.id, []).append(document)
        return list(found.values())

    def week_texts(self) -> list[Document]:
        """With the roundups of which the items are documents of their own."""
        return [document for document in self.documents.values() if self.in_week(self.told_on(document))]


def told_on(document: Document) -> date:
    """The day of publication, or of capture where the text does not say; far future where neither is known."""
    if document.published:
        return document.published
    return document.captured.date() if document.captured else date.max


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def lay_out(
    record: Record,
    stories: Sequence[Story],
    *,
    documents: Iterable[Document],
    developments: Iterable[Development],
    week_ending: date,
) -> Shelf:
    read = sorted(documents, key=lambda document: document.id)
    by_id = {document.id: document for document in under_one_name(read)}
    origins = {member: origin.id for story in stories for origin in story.origins for member in origin.documents}
    carriers: dict[str, dict[str, None]] = {}
    for story in stories:
        for origin in (origin for origin in story.origins if len(origin.documents) > 1):
            outlets = (outlet_of(by_id[member]) for member in origin.documents if member in by_id)
            carriers.setdefault(origin.id, {}).update((outlet, None) for outlet in outlets)
    known = {development.id: development for development in developments}
    told_in: dict[str, list[str]] = {}
    for id, development in sorted(known.items()):
        told_in.setdefault(development.document, []).append(id)
    first = week_ending - timedelta(days=6)
    replaced = newer_versions(list(by_id.values()))
    of_week = [document for document in by_id.values() if first <= told_on(document) <= week_ending]
    return Shelf(
        first=first,
        last=week_ending,
        record=record,
        documents=by_id,
        developments=known,
        stories=tuple(sorted(stories, key=lambda story: (story.first_told, story.id))),
        by_id={story.id: story for story in stories},
        origins=with_twins(of_week, origins),
        carriers={origin: tuple(outlets) for origin, outlets in carriers.items()},
        corrected=_corrected(replaced, {document.id: document for document in read}),
        replaced=replaced,
        of_week_ids=tuple(each.id for each in of_week if each.form is not Form.ROUNDUP),  # its items are read
        told_in={document: tuple(ids) for document, ids in told_in.items()},
        plants=_by_story(record.facilities),
        deals=_by_story(record.deals),
    )


Entity = TypeVar("Entity", Facility, Deal)


def _by_story(entities: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        for story in entity.stories:
            found.setdefault(story, []).append(entity)
    return {story: tuple(known) for story, known in found.items()}


def _corrected(replaced: dict[str, str], documents: dict[str, Document]) -> frozenset[str]:
    """Later versions with another text; an article is no correction of the feed's teaser of it.

    Nor is what another outlet carries, or what only its spaces, signs and title tell from the earlier one.
    """
    versions = ((documents[old], documents[new]) for old, new in replaced.items() if old in documents)
    return frozenset(
        new.id
        for old, new in versions
        if old.form is not Form.TEASER and old.outlet == new.outlet and _letters(old) != _letters(new)
    )


def _letters(document: Document) -> str:
    return "".join(re.findall(r"\w+", document.text.removeprefix(document.title)))
