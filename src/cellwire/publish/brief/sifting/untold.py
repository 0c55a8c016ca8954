"""The week's articles that stand nowhere in the edition: those of batteries by name, the others by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from cellwire.model import Document
from cellwire.publish.brief.doubting import asks, below_title, is_research, plainness
from cellwire.publish.brief.edition import Headline, Untold
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.sifting.headlines import headline_of
from cellwire.publish.brief.sifting.lines import NOWHERE, Line, Lines

_Row = tuple[int, bool, int, Headline]  # how plainly it is news of batteries


def standing_in(told: Set[str], shelf: Shelf) -> frozenset[str]:
    """The week's documents whose article is told above: with the copies and the page-mates of those that are."""
    lines = Lines(shelf)
    above = _keys(told, lines, shelf)
    articles = (documents for documents in shelf.articles() if any(lines.keys(each) & above for each in documents))
    return frozenset(each.id for documents in articles for each in documents)


def _keys(told: Set[str], lines: Lines, shelf: Shelf) -> set[str]:
    return {key for id in told if id in shelf.documents for key in lines.keys(shelf.documents[id])}


def untold_of(told: Set[str], shelf: Shelf) -> Untold:
    """`told`: the documents whose news stands somewhere. Each article is counted in one place, a copy apart."""
    lines = Lines(shelf)
    above = _keys(told, lines, shelf)
    met = set(above)
    rows: dict[bool, list[_Row]] = {True: [], False: []}  # whether news was read
    counts: Counter[str] = Counter()
    for documents in shelf.articles():
        keys = {key for document in documents for key in lines.keys(document)}
        fresh = [document for document in documents if not lines.keys(document) & met]
        spoken = [(document, line) for document in fresh if (line := lines.of(document)).worth != NOWHERE]
        for document, line in spoken:
            if not lines.keys(document) & met:
                rows[_tells_news(document, shelf)].append(_row(document, line))
            met |= lines.keys(document)
        counts[_where(keys, above, fresh, listed=bool(spoken))] += 1
        met |= keys
    unsure, silent = (_best_first(rows[read]) for read in (True, False))
    return Untold(
        unsure, silent, others=counts["others"], papers=counts["papers"], told=counts["told"], copies=counts["copies"]
    )


def _where(keys: Set[str], above: Set[str], fresh: Sequence[Document], *, listed: bool) -> str:
    """Where an article is counted: above, where it is named, among copies, papers or those of something else."""
    if keys & above:
        return "told"
    if listed or not fresh:
        return "listed" if listed else "copies"
    return "papers" if any(is_research(each.title, below_title(each)) for each in fresh) else "others"


def _row(document: Document, line: Line) -> _Row:
    return line.worth, not asks(line.text), plainness(line.text), headline_of(document, line)


def _tells_news(document: Document, shelf: Shelf) -> bool:
    return any(not shelf.developments[id].background for id in shelf.told_in.get(document.id, ()))


def _best_first(rows: list[_Row]) -> tuple[Headline, ...]:
    return tuple(headline for *_, headline in sorted(rows, key=lambda row: row[:-1], reverse=True))
