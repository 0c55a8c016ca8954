"""Which outlets carry a story: those of the week with words of their own for what is told."""

from __future__ import annotations

import re
from dataclasses import replace

from cellwire.model import Development, Kind
from cellwire.publish.brief.doubting import says_of
from cellwire.publish.brief.edition import Headline, outlet_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, is_among
from cellwire.publish.brief.sifting.grouping import Ranked
from cellwire.publish.brief.sifting.lines import Lines
from cellwire.publish.taming import safe_url


def carriers_of(matter: Matter, shelf: Shelf, *, also: Matter) -> set[str]:
    """The documents of the week, of a story that tells the same, with words for what is told; and copies of them.

    One that the story has for something else is no witness: its words are trusted, or name all the companies told.
    """
    known = (dev for dev in shelf.of_week(also.story) if dev.id in also.developments or _names(dev, matter))
    documents = {dev.document for dev in known if dev.id == matter.lead.id or _has_figure(dev, matter)}
    origins = {shelf.origin(id) for id in documents}
    members = (shelf.documents[member] for member in also.story.documents if member in shelf.documents)
    copies = (document for document in members if shelf.origin(document.id) in origins)
    return {document.id for document in copies if shelf.in_week(shelf.told_on(document))} | documents


def _names(dev: Development, matter: Matter) -> bool:
    named = {party.id for party in dev.parties}
    told = {told.value.id for told in matter.parties}
    return dev.kind is matter.kind and bool(told) and all(is_among(id, named) for id in told)


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def _has_figure(dev: Development, matter: Matter) -> bool:
    """A firm has many figures in a week: who gives another tells another story of the market."""
    told = "".join(part.text for part in matter.figure) if matter.kind is Kind.MARKET else ""
    return all(number in dev.quote for number in _NUMBER.findall(told))


def carried(row: Ranked, documents: set[str], lines: Lines, shelf: Shelf) -> Ranked:
    """With the outlets that carry it, and how many of them have a text of their own; those of its echoes too.

    And with the article to read on in.
    """
    of_origin: dict[str, set[str]] = {}
    for id in documents:
        of_origin.setdefault(shelf.origin(id), set()).add(outlet_of(shelf.documents[id]))
    outlets = len(set().union(*of_origin.values()))
    copied = any(len(carriers) > 1 for carriers in of_origin.values())
    telling = replace(row.telling, outlets=outlets, origins=min(outlets - copied, len(of_origin)))
    telling = replace(telling, article=_article(row, documents, lines, shelf))
    return replace(row, telling=telling, carriers=frozenset(documents))


def _article(row: Ranked, documents: set[str], lines: Lines, shelf: Shelf) -> Headline | None:
    """The earliest of those whose titles say most of the story; none where each hides what its text tells."""
    told = {id: lines.plain_title(shelf.documents[id]) for id in documents}
    worth = {id: says_of(title, row.matter) for id, title in told.items() if title}
    if not worth:
        return None
    best = [shelf.documents[id] for id in worth if worth[id] == max(worth.values())]
    first = min(best, key=lambda document: (shelf.told_on(document), document.id))
    url = safe_url(first.url)
    return Headline(told[first.id], outlet_of(first), first.published, url, row.matter.story.id, document=first.id)
