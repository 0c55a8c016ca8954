"""Earlier stories that a reader of this week's may want: on the same thing, of the same partners, of the same trade."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cellwire.db import Past
from cellwire.model import Development, Document, Kind, Story
from cellwire.publish.brief.edition import Link
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.taming import safe_url

_MOST = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """Stories told before the week by company, the latest first, and what they tell."""

    of_company: Mapping[str, Sequence[Story]]
    developments: Mapping[str, Development]


def earlier_of(matters: Iterable[Matter], shelf: Shelf, past: Past) -> Earlier:
    """The stories of all the companies that the week's stories name, and those on the same plants and deals."""
    told = list(matters)
    companies = {party.value.id for matter in told for party in matter.parties}
    same = {id for matter in told for thing in shelf.things_of(matter.story.id) for id in thing.stories}
    known = {story.id: story for story in past.stories(companies)}
    known |= {id: shelf.by_id[id] for id in same if id in shelf.by_id and shelf.by_id[id].last_told < shelf.first}
    developments = past.developments(id for story in known.values() for id in story.developments)
    read = (story for story in known.values() if not _only_by_words(story, developments))
    of_company: dict[str, list[Story]] = {}
    for story in sorted(read, key=lambda story: (story.last_told, story.id), reverse=True):
        for company in dict.fromkeys(story.companies):
            of_company.setdefault(company, []).append(story)
    return Earlier(of_company, developments)


def links_of(group: Sequence[Matter], earlier: Earlier, shelf: Shelf, past: Past) -> tuple[Link, ...]:
    """Up to three for stories that stand under one heading."""
    own = {matter.story.id for matter in group}
    companies = {told.value.id for matter in group for told in matter.parties}
    found = {story.id: story for company in companies for story in earlier.of_company.get(company, ())}
    weighed = [
        (max(_related(matter, story, earlier, shelf) for matter in group), story)
        for id, story in found.items()
        if id not in own
    ]
    close = [(weight, story) for weight, story in weighed if weight]
    best = sorted(close, key=lambda row: (row[0], row[1].last_told, row[1].id), reverse=True)[:_MOST]
    return tuple(Link(story.headline, story.last_told, _address(story, earlier, past)) for _, story in best)


def _related(matter: Matter, story: Story, earlier: Earlier, shelf: Shelf) -> int:
    """How close an earlier story is: the same plant or deal; two companies in common; one, with its trade and country.

    A company alone is in too many stories, and a table of the market names them all.
    """
    if shelf.things(matter.story.id) & shelf.things(story.id):
        return 3
    shared = {told.value.id for told in matter.parties} & set(story.companies)
    if not shared or Kind.MARKET in {matter.kind, story.kind}:
        return 0
    if len(shared) > 1:
        return 2
    known = _told_in(story, earlier.developments)
    product = matter.product.value.name if matter.product else None
    same_trade = any(dev.product and dev.product.name == product for dev in known)
    country = matter.lead.country
    same_country = country is not None and any(dev.country == country for dev in known)
    return int((same_trade or product is None) and (same_country or story.kind is matter.kind))


def _only_by_words(story: Story, developments: Mapping[str, Development]) -> bool:
    """Its headline is of no sentence that somebody wrote."""
    told = _told_in(story, developments)
    return bool(told) and all(dev.by_words for dev in told)


def _told_in(story: Story, developments: Mapping[str, Development]) -> list[Development]:
    return [developments[id] for id in story.developments if id in developments]


def _address(story: Story, earlier: Earlier, past: Past) -> str | None:
    """Where the news itself stands, not a text that recalls it."""
    telling = [dev for dev in _told_in(story, earlier.developments) if not dev.background]
    fitting = sorted(telling, key=lambda dev: dev.kind is story.kind and dev.stage == story.stage, reverse=True)
    ordered = list(dict.fromkeys((*(dev.document for dev in fitting), *story.documents)))
    known: Mapping[str, Document] = past.documents(ordered)
    return next((url for id in ordered if id in known and (url := safe_url(known[id].url))), None)
