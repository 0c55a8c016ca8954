"""Titles of the week's articles whose news no story tells: held back as unsure or doubted, or too little to tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cellwire.model import Document
from cellwire.publish.brief.doubting import of_cars, of_no_batteries, told_early
from cellwire.publish.brief.edition import Headline, LeftOut, in_first_words, outlet_of, safe_url
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.sifting.grouping import Ranked

_FEW_WORDS = 5  # of a title that stands among the headlines in full
_WORD = re.compile(r"[^\W_]{3,}")
_ALIKE = 3  # words that two titles of one news share at least, and half of the shorter


@dataclass(frozen=True, slots=True)
class _News:
    """Articles that tell one news, an origin once; the weightiest story among theirs."""

    matter: Matter
    articles: list[Document]

    def is_told_by(self, matter: Matter, articles: Sequence[Document]) -> bool:
        ours, theirs = (each.place.value.id if each.place else None for each in (self.matter, matter))
        apart = ours and theirs and ours != theirs
        return not apart and any(_alike(one.title, other.title) for one in self.articles for other in articles)


def headlines_of(held_back: Iterable[Matter], ranked: Sequence[Ranked], shelf: Shelf) -> Iterator[Headline]:
    """One for each news of the stories that were held back, which come the weightiest first: its earliest article's.

    None of an article that something printed rests on or is carried by, and none of a copy of one.
    """
    known = {id for row in ranked for id in (*row.carriers, *_cited(row))}
    met = {shelf.origin(id) for id in known}
    titles = {"", *(_title(shelf.documents[id]).casefold() for id in known if id in shelf.documents)}
    told: list[_News] = []
    for matter in held_back:
        fresh = []
        for article in _articles(matter, shelf):
            if shelf.origin(article.id) not in met and _title(article).casefold() not in titles:
                fresh.append(article)
            met.add(shelf.origin(article.id))
        same = next((news for news in told if news.is_told_by(matter, fresh)), None)
        if same:
            same.articles.extend(fresh)
        elif fresh:
            told.append(_News(matter, fresh))
    return (_headline(news, shelf) for news in told)


def with_titles_once(left_out: Iterable[LeftOut], headlines: Iterable[Headline]) -> Iterator[LeftOut]:
    """What stands among the headlines in full is called by a few words where it is said why it was held back."""
    listed = {in_first_words(row.title, row.outlet): row for row in headlines}
    for left in left_out:
        row = listed.get(left.what)
        yield LeftOut(in_first_words(row.title, row.outlet, most=_FEW_WORDS), left.why) if row else left


def _headline(news: _News, shelf: Shelf) -> Headline:
    first = min(news.articles, key=shelf.told_on)
    return Headline(
        title=_title(first),
        outlet=outlet_of(first),
        published=first.published,
        url=safe_url(first.url),
        story=news.matter.story.id,
        others=len(news.articles) - 1,
    )


def _cited(row: Ranked) -> Iterator[str]:
    telling = row.telling
    sentences = (telling.headline, *telling.sentences, *telling.conflicts, *telling.background)
    yield from (note.document for sentence in sentences for note in sentence.notes())
    if telling.excerpt:
        yield telling.excerpt.note.document


def _articles(matter: Matter, shelf: Shelf) -> list[Document]:
    """Those of the week that tell it in their title or first sentences, the earliest first.

    None of news of cars or of no batteries, and none that its outlet has put another version in the place of.
    """
    if of_cars(matter, shelf) or of_no_batteries(matter, shelf):
        return []
    told = {dev.document for dev in shelf.of_week(matter.story) if told_early(dev, shelf)}
    articles = [shelf.documents[id] for id in told if id not in shelf.replaced]
    return sorted(articles, key=lambda article: (shelf.told_on(article), article.id))


def _alike(one: str, other: str) -> bool:
    ours, theirs = (set(_WORD.findall(title.casefold())) for title in (one, other))
    shared = len(ours & theirs)
    return shared >= _ALIKE and 2 * shared >= min(len(ours), len(theirs))


def _title(document: Document) -> str:
    return " ".join(document.title.split())
