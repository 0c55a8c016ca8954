"""Titles of the week's articles whose news no story tells: held back as unsure or doubted, or too little to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cellwire.model import Document
from cellwire.publish.brief.doubting import asks, of_cars, plainness, told_early
from cellwire.publish.brief.edition import Headline, LeftOut, in_first_words, is_named, outlet_of
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter
from cellwire.publish.brief.sifting.grouping import Ranked
from cellwire.publish.brief.sifting.likeness import alike, figures_in, firms_in, sized_apart
from cellwire.publish.brief.sifting.lines import IN_TITLE, NOWHERE, Line, Lines, names_one_of
from cellwire.publish.taming import safe_url

_FEW_WORDS = 5  # of a title that stands among the headlines in full
_ALIKE_OURS = 4  # words that a title shares at least with a headline of ours, whose words are few and plain


@dataclass(frozen=True, slots=True)
class _News:
    """Articles that tell one news, an origin once, each with its line; the weightiest story among theirs."""

    matter: Matter | None
    articles: list[tuple[Document, Line]]

    @property
    def worth(self) -> int:
        return max(line.worth for _, line in self.articles)

    @property
    def titles(self) -> list[str]:
        return [line.text for _, line in self.articles if line.worth == self.worth]

    def sides(self, title: str) -> set[str]:
        """Whom a title names."""
        parties = self.matter.parties if self.matter else ()
        named = {told.value.id for told in parties if is_named(title, [told.part.text, told.value.name])}
        return firms_in(title) | named

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Titles of batteries first, those that ask last; of each those that say who, how much and what happened."""
        asking = all(map(asks, self.titles))
        return self.worth, not asking, max(plainness(title) + self._says_who(title) for title in self.titles)

    def _says_who(self, title: str) -> int:
        named = self.matter is not None and names_one_of(title, self.matter)
        return bool(figures_in(title)) + bool(named or firms_in(title))

    def is_told_by(self, other: _News) -> bool:
        """Not where they name two places, nor where one firm does something with each of two others."""
        ours, theirs = (each.matter.place if each.matter else None for each in (self, other))
        apart = ours and theirs and ours.value.id and theirs.value.id and ours.value.id != theirs.value.id
        pairs = ((one.text, two.text) for _, one in self.articles for _, two in other.articles)
        found = next((pair for pair in pairs if not apart and alike(*pair)), None)
        return found is not None and not _with_others(self.sides(found[0]), other.sides(found[1]))


def _with_others(ours: set[str], theirs: set[str]) -> bool:
    """ "Voltara and Nordcell", "Voltara and Baumwerk": two deals of one firm."""
    return bool(ours & theirs and ours - theirs and theirs - ours)


def headlines_of(
    held_back: Iterable[Matter], printed: set[str], shelf: Shelf, *, heads: Sequence[str] = (), also_silent: bool
) -> tuple[list[tuple[Headline, list[str]]], set[str]]:
    """One for each news of the stories that were held back, and the articles that tell it; the plainest first.

    None of an article that something `printed` rests on, none of a copy of one, and none of those with a title like
    one's or like one of the `heads` above the stories; these come second. Of those alike the weightiest come first,
    and behind them, with `also_silent`, articles with a title of batteries of which nothing was read.
    """
    lines = Lines(shelf)
    met = {shelf.origin(id) for id in printed}
    titles = {"", *(lines.title(shelf.documents[id]) for id in printed if id in shelf.documents)}
    told: list[_News] = []
    echoes: set[str] = set()
    for news in (*_held_back(held_back, lines, shelf), *(_silent(lines, shelf) if also_silent else ())):
        rows = list(_fresh(news, met, lines))
        fresh = [row for row in rows if not _is_told(row[1].text, titles, heads)]
        echoes |= {article.id for article, _ in rows} - {article.id for article, _ in fresh}
        same = next((other for other in told if fresh and other.is_told_by(_News(news.matter, fresh))), None)
        if same:
            same.articles.extend(fresh)
        elif fresh:
            told.append(_News(news.matter, fresh))
    ordered = _varied(sorted(told, key=lambda news: news.rank, reverse=True))
    return [(_headline(news, shelf), [article.id for article, _ in news.articles]) for news in ordered], echoes


def _is_told(line: str, titles: set[str], heads: Sequence[str]) -> bool:
    if any(line.casefold() == title.casefold() or alike(line, title) for title in titles):
        return True
    return any(alike(line, head, _ALIKE_OURS) for head in heads)


_OF_ONE = 2  # headlines of one firm before those of others


def _varied(ordered: list[_News]) -> list[_News]:
    """What one firm does further stands behind what others do."""
    counts: Counter[str] = Counter()
    first: list[_News] = []
    later: list[_News] = []
    for news in ordered:
        firms = {firm for title in news.titles for firm in firms_in(title)}
        often = bool(firms) and all(counts[firm] >= _OF_ONE for firm in firms)
        (later if often else first).append(news)
        counts.update(firms)
    return [*first, *later]


def _held_back(matters: Iterable[Matter], lines: Lines, shelf: Shelf) -> Iterator[_News]:
    """One for each story, and for each text that a story has gathered though it tells another thing."""
    for matter in matters:
        groups: list[list[tuple[Document, Line]]] = []
        for article in _articles(matter, shelf):
            row = (article, lines.of(article, matter))
            alike = (group for group in groups if any(_tell_one_thing(row, other, matter, shelf) for other in group))
            group = next(alike, None)
            if group is None:
                groups.append(group := [])
            if row[1].worth != NOWHERE:
                group.append(row)
        yield from (_News(matter, group) for group in groups if group)


_IN_COMMON = 2  # of companies, places and figures, for two texts of a story to tell one thing


def _tell_one_thing(one: tuple[Document, Line], other: tuple[Document, Line], matter: Matter, shelf: Shelf) -> bool:
    """Copies do, and articles with titles alike, or with two of a company, a place and a figure in common."""
    if shelf.origin(one[0].id) == shelf.origin(other[0].id) or alike(one[1].text, other[1].text):
        return True
    ours, theirs = (_told_of(article, matter, shelf) for article, _ in (one, other))
    return not sized_apart(one[1].text, other[1].text) and len(ours & theirs) >= _IN_COMMON


def _told_of(article: Document, matter: Matter, shelf: Shelf) -> set[object]:
    """Whom, where and how much an article tells of in a story."""
    told = [dev for dev in shelf.of_week(matter.story) if dev.document == article.id]
    parties = {party.id for dev in told for party in dev.parties}
    places = {dev.place.id for dev in told if dev.place}
    amounts = {(size.value, size.unit) for dev in told for size in dev.capacity}
    return {*parties, *places, *amounts, *((sum.amount, sum.currency) for dev in told for sum in dev.money)}


def _silent(lines: Lines, shelf: Shelf) -> Iterator[_News]:
    unread = (each for each in shelf.week_documents() if not shelf.told_in.get(each.id))
    rows = ((article, lines.of(article)) for article in unread if article.id not in shelf.replaced)
    yield from (_News(None, [row]) for row in rows if row[1].worth == IN_TITLE and not asks(row[1].text))


def _fresh(news: _News, met: set[str], lines: Lines) -> Iterator[tuple[Document, Line]]:
    """Its articles that were not met yet, which they are then."""
    for article, line in news.articles:
        keys = lines.keys(article)
        if not keys & met:
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
    leads = news.matter and any(article.id == news.matter.lead.document for article, _ in news.articles)
    story = news.matter.story.id if news.matter and leads else ""
    return headline_of(first, line, story=story, others=len(news.articles) - 1)


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
