"""The week's articles that stand nowhere in the edition: those of batteries by name, the others by number."""

from __future__ import annotations

from collections.abc import Set

from cellwire.model import Document
from cellwire.publish.brief.edition import Headline, Untold
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.sifting.headlines import headline_of
from cellwire.publish.brief.sifting.lines import NOWHERE, Lines


def untold_of(told: Set[str], shelf: Shelf) -> Untold:
    """`told`: the documents whose news stands somewhere; copies of one text and items of one page count once."""
    lines = Lines(shelf)
    met = {shelf.origin(id) for id in told}
    unsure: list[tuple[int, Headline]] = []
    silent: list[tuple[int, Headline]] = []
    others = 0
    for documents in shelf.articles():
        if any(shelf.origin(each.id) in met for each in documents):
            continue
        met |= {shelf.origin(each.id) for each in documents}
        document, line = max(((each, lines.of(each)) for each in documents), key=lambda row: row[1].worth)
        if line.worth == NOWHERE:
            others += 1
        else:
            listed = unsure if any(_tells_news(each, shelf) for each in documents) else silent
            listed.append((line.worth, headline_of(document, line)))
    return Untold(_best_first(unsure), _best_first(silent), others)


def _tells_news(document: Document, shelf: Shelf) -> bool:
    return any(not shelf.developments[id].background for id in shelf.told_in.get(document.id, ()))


def _best_first(rows: list[tuple[int, Headline]]) -> tuple[Headline, ...]:
    return tuple(row for _, row in sorted(rows, key=lambda row: -row[0]))
