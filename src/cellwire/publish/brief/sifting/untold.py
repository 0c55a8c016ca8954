"""The week's articles that stand nowhere in the edition: those of batteries by name, the others by number."""

from __future__ import annotations

from collections.abc import Set

from cellwire.model import Document
from cellwire.publish.brief.doubting import asks, below_title, is_research, plainness
from cellwire.publish.brief.edition import Headline, Untold
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.sifting.headlines import headline_of
from cellwire.publish.brief.sifting.lines import NOWHERE, Lines

_Row = tuple[int, bool, int, Headline]  # how plainly it is news of batteries


def untold_of(told: Set[str], shelf: Shelf) -> Untold:
    """`told`: the documents whose news stands somewhere; copies, and items that go by their page, count once."""
    lines = Lines(shelf)
    met = {key for id in told if id in shelf.documents for key in lines.keys(shelf.documents[id])}
    unsure: list[_Row] = []
    silent: list[_Row] = []
    papers = others = 0
    for document in shelf.week_documents():
        keys = lines.keys(document)
        line = lines.of(document)
        if not keys & met and line.worth == NOWHERE:
            papers += is_research(document.title, below_title(document))
            others += 1
        elif not keys & met:
            listed = unsure if _tells_news(document, shelf) else silent
            listed.append((line.worth, not asks(line.text), plainness(line.text), headline_of(document, line)))
        met |= keys
    return Untold(_best_first(unsure), _best_first(silent), others - papers, papers)


def _tells_news(document: Document, shelf: Shelf) -> bool:
    return any(not shelf.developments[id].background for id in shelf.told_in.get(document.id, ()))


def _best_first(rows: list[_Row]) -> tuple[Headline, ...]:
    return tuple(headline for *_, headline in sorted(rows, key=lambda row: row[:-1], reverse=True))
