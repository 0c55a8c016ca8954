"""The week's articles that stand nowhere in the edition: those of batteries by name, the others by number."""

from __future__ import annotations

from collections.abc import Set

from cellwire.model import Document
from cellwire.publish.brief.doubting import asks
from cellwire.publish.brief.edition import Headline, Untold
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.sifting.headlines import headline_of
from cellwire.publish.brief.sifting.lines import NOWHERE, Lines


def untold_of(told: Set[str], shelf: Shelf) -> Untold:
    """`told`: the documents whose news stands somewhere; copies, and items that go by their page, count once."""
    lines = Lines(shelf)
    met = {key for id in told if id in shelf.documents for key in lines.keys(shelf.documents[id])}
    unsure: list[tuple[int, bool, Headline]] = []
    silent: list[tuple[int, bool, Headline]] = []
    others = 0
    for document in shelf.week_documents():
        keys = lines.keys(document)
        line = lines.of(document)
        if not keys & met and line.worth == NOWHERE:
            others += 1
        elif not keys & met:
            listed = unsure if _tells_news(document, shelf) else silent
            listed.append((line.worth, not asks(line.text), headline_of(document, line)))
        met |= keys
    return Untold(_best_first(unsure), _best_first(silent), others)


def _tells_news(document: Document, shelf: Shelf) -> bool:
    return any(not shelf.developments[id].background for id in shelf.told_in.get(document.id, ()))


def _best_first(rows: list[tuple[int, bool, Headline]]) -> tuple[Headline, ...]:
    return tuple(headline for *_, headline in sorted(rows, key=lambda row: row[:2], reverse=True))
