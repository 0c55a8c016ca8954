"""Titles of the week's articles whose news no story tells: held back as unsure or doubted, or too little to tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cellwire.model import Document
from cellwire.publish.brief.doubting import asks, of_cars, told_early
from cellwire.publish.brief.edition import Headline, LeftOut, in_first_words, outlet_of, safe_url
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.sifting.grouping import Ranked
from cellwire.publish.brief.sifting.lines import IN_TITLE, NOWHERE, Line, Lines

_FEW_WORDS = 5  # of a title that stands among the headlines in full
_WORD = re.compile(r"[^\W_]{3,}")
_ALIKE = 3  # words that two titles of one news share at least, and half of the shorter


@dataclass(frozen=True, slots=True)
class _News:
    """Articles that tell one news, an origin once, each with its line; the weightiest story among theirs."""

    matter: Matter | None
    articles: list[tuple[Document, Line]]

    @property
    def worth(self) -> int:
        return max(line.worth for _, line in self.articles)

    def is_told_by(self, other: _News) -> bool:
        """Not where they name two places."""
        ours, theirs = (each.matter.place if each.matter else None for each in (self, other))
        apart = ours and theirs and ours.value.id and theirs.value.id and ours.value.id != theirs.value.id
        pairs = ((one.text, two.text) for _, one in self.articles for _, two in other.articles)
        return not apart and any(_alike(*pair) for pair in pairs)


def headlines_of(
    held_back: Iterable[Matter], printed: set[str], shelf: Shelf, *, also_silent: bool
) -> list[tuple[Headline, list[str]]]:
    """One for each news of the stories that were held back, the weightiest first, and the articles that tell it.

    None of an article that something `printed` rests on, and none of a copy of one. Those whose titles speak of
    batteries come first, and behind them, with `also_silent`, articles with such a title of which nothing was read.
    """
    lines = Lines(shelf)
    met = {shelf.origin(id) for id in printed}
    titles = {"", *(lines.title(shelf.documents[id]).casefold() for id in printed if id in shelf.documents)}
    told: list[_News] = []
    for news in (*_held_back(held_back, lines, shelf), *(_silent(lines, shelf) if also_silent else ())):
        fresh = list(_fresh(news, met, titles, lines))
        same = next((other for other in told if fresh and other.is_told_by(_News(news.matter, fresh))), None)
        if same:
            same.articles.extend(fresh)
        elif fresh:
            told.append(_News(news.matter, fresh))
    ordered = sorted(told, key=lambda news: -news.worth)
    return [(_headline(news, shelf), [article.id for article, _ in news.articles]) for news in ordered]


def _held_back(matters: Iterable[Matter], lines: Lines, shelf: Shelf) -> Iterator[_News]:
    for matter in matters:
        rows = [(article, lines.of(article, matter)) for article in _articles(matter, shelf)]
        yield _News(matter, [row for row in rows if row[1].worth != NOWHERE])


def _silent(lines: Lines, shelf: Shelf) -> Iterator[_News]:
    unread = (each for each in shelf.week_documents() if not shelf.told_in.get(each.id))
    rows = ((article, lines.of(article)) for article in unread if article.id not in shelf.replaced)
    yield from (_News(None, [row]) for row in rows if row[1].worth == IN_TITLE and not asks(row[1].text))


def _fresh(news: _News, met: set[str], titles: set[str], lines: Lines) -> Iterator[tuple[Document, Line]]:
    """Its articles that were not met yet, which they are then."""
    for article, line in news.articles:
        keys = lines.keys(article)
        if not keys & met and line.text.casefold() not in titles:
            yield article, line
        met |= keys


def cited_by(row: Ranked) -> Iterator[str]:
    """The documents that a printed story rests on."""
    telling = row.telling
    sentences = (telling.headline, *telling.sentences, *telling.conflicts, *telling.background)
    yield from (note.document for sentence in sentences for note in sentence.notes())
    if telling.excerpt:
        yield telling.excerpt.note.document


def with_titles_once(left_out: Iterable[LeftOut], headlines: Iterable[Headline]) -> Iterator[LeftOut]:
    """What stands among the headlines in full is called by a few words where it is said why it was held back."""
    listed = {in_first_words(row.title, row.outlet): row for row in headlines}
    for left in left_out:
        row = listed.get(left.what)
        yield LeftOut(in_first_words(row.title, row.outlet, most=_FEW_WORDS), left.why) if row else left


def _headline(news: _News, shelf: Shelf) -> Headline:
    """The earliest of the articles that say most plainly what it is about."""
    plain = [row for row in news.articles if row[1].worth == news.worth]
    first, line = min(plain, key=lambda row: shelf.told_on(row[0]))
    return headline_of(first, line, story=news.matter.story.id if news.matter else "", others=len(news.articles) - 1)


def headline_of(document: Document, line: Line, *, story: str = "", others: int = 0) -> Headline:
    outlet, url = outlet_of(document), safe_url(document.url)
    return Headline(line.text, outlet, document.published, url, story, others, document.id)


def _articles(matter: Matter, shelf: Shelf) -> list[Document]:
    """Those of the week that tell it in their title or first sentences, the earliest first.

    None of news of cars, and none that its outlet has put another version in the place of.
    """
    if of_cars(matter, shelf):
        return []
    told = {dev.document for dev in shelf.of_week(matter.story) if told_early(dev, shelf)}
    articles = [shelf.documents[id] for id in told if id not in shelf.replaced]
    return sorted(articles, key=lambda article: (shelf.told_on(article), article.id))


def _alike(one: str, other: str) -> bool:
    ours, theirs = (set(_WORD.findall(title.casefold())) for title in (one, other))
    shared = len(ours & theirs)
    return shared >= _ALIKE and 2 * shared >= min(len(ours), len(theirs))
