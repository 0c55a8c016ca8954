"""One week's edition as a tree of frozen values: what every form of the brief is rendered from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Section(StrEnum):
    PLANTS = "plants"
    DEALS = "deals"
    RUMOURS = "rumours"
    TECHNOLOGY = "technology"
    POLICY = "policy"
    MARKETS = "markets"


SECTION_TITLES: dict[Section, str] = {
    Section.PLANTS: "Plants",
    Section.DEALS: "Deals and companies",
    Section.RUMOURS: "Rumours and answers",
    Section.TECHNOLOGY: "Technology",
    Section.POLICY: "Policy",
    Section.MARKETS: "Markets and incidents",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the source's words (25 at most), who printed them, when and where."""

    quote: str
    outlet: str
    title: str
    published: date | None
    url: str | None
    document: str
    also: tuple[str, ...] = ()  # outlets that carry the same text
    left: tuple[bool, bool] = (False, False)  # whether words of its sentence stand before the quote, and behind it


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a sentence. With a note it is a value: `what` says of which sort, `value` is its canonical form."""

    text: str
    note: Note | None = None
    what: str = ""  # name, place, country, product, chemistry, capacity, money, jobs, date, published, thing, answer, …
    value: str = ""  # "aesc", "12 GWh/yr", "GBP 450000000", "2025-Q3", …


@dataclass(frozen=True, slots=True)
class Sentence:
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def words(self) -> int:
        return len(self.text.split())

    def notes(self) -> list[Note]:
        """In the order of their marks: one stands behind the last value that rests on it."""
        last = {part.note: place for place, part in enumerate(self.parts) if part.note}
        return sorted(last, key=lambda note: last[note])


@dataclass(frozen=True, slots=True)
class Link:
    """An earlier story: its headline, the day it was last told, and where its first carrier stands."""

    text: str
    told: date
    url: str | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A marked quotation, for news whose content no slot holds (a law, a price)."""

    note: Note


@dataclass(frozen=True, slots=True)
class Telling:
    """One story told: its sentences, then who disagrees with whom."""

    story: str
    mark: str  # "new", "update", "correction", "denial"
    headline: Sentence
    sentences: tuple[Sentence, ...]
    conflicts: tuple[Sentence, ...] = ()
    background: tuple[Sentence, ...] = ()
    excerpt: Excerpt | None = None
    article: Headline | None = None  # the one whose title says most of it
    developments: tuple[str, ...] = ()
    things: tuple[str, ...] = ()  # the record's plants and deals that it is about
    outlets: int = 1
    origins: int = 1
    score: float = 0.0
    because: tuple[str, ...] = ()  # the terms of the score, each with its points
    note: str = ""  # the editor's
    edited: bool = False  # the headline is the editor's
    planned: bool = False  # what it tells is a plan


@dataclass(frozen=True, slots=True)
class Item:
    """What stands under one heading: one story, or several of one company told together."""

    anchor: str
    headline: Sentence
    tellings: tuple[Telling, ...]
    more: tuple[Link, ...]
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    section: Section
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """An article's own title, where it tells news that no printed story has."""

    title: str  # or the sentence with the news, in quotes, where the title is about something else
    outlet: str
    published: date | None
    url: str | None
    story: str  # the one that was held back; empty where none was read
    others: int = 0  # further articles of that story, copies not counted
    document: str = ""

    @property
    def id(self) -> str:
        """What an editor's file calls it by."""
        return self.story or self.document


@dataclass(frozen=True, slots=True)
class Untold:
    """The week's articles that stand nowhere in the edition: those of batteries by name, all others counted."""

    unsure: tuple[Headline, ...] = ()  # news was read, and not surely enough
    silent: tuple[Headline, ...] = ()  # no news was read
    others: int = 0  # of something else by their titles and first sentences
    papers: int = 0  # of science
    told: int = 0  # that stand above
    copies: int = 0  # of those that are named here


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the week; `detail` says what is counted in it and what is not."""

    label: str
    text: str
    detail: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A line of "what changed in the record"."""

    thing: str
    field: str
    before: Part
    after: Part
    size: str = ""  # "+25 %", "7 months later"


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in an edition that readers have, and the day it was put right."""

    made: date
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A story's place on the map."""

    place: str  # "Sunderland, UK"
    lat: float
    lon: float
    anchor: str
    headline: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A plant's yearly capacity in the chart: how long the bar is, and the words that its quote bears out."""

    name: str
    gwh: float
    part: Part


@dataclass(frozen=True, slots=True)
class Term:
    """A search term of the week, with the texts that use it this week and in the weeks before."""

    text: str
    now: int
    before: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read this week."""

    outlet: str
    documents: int
    used: int  # articles whose news stands in the edition


@dataclass(frozen=True, slots=True)
class Ailing:
    """A followed source that failed or fell silent."""

    source: str
    state: str
    since: date | None  # it last did well on this day
    problem: str


UNREAD = "no news was read from it"
EDITORS = "the editor: "  # how an editor's reason begins


@dataclass(frozen=True, slots=True)
class LeftOut:
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Sponsor:
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Subscribe:
    """A way to follow the brief, in words, with its address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Edition:
    name: str
    title: str
    first: date
    last: date
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    changes_more: int
    chapters: tuple[Chapter, ...]
    terms: tuple[Term, ...]
    readings: tuple[Reading, ...]
    left_out: tuple[LeftOut, ...]
    subscribe: tuple[Subscribe, ...]
    sponsor: Sponsor | None = None
    spots: tuple[Spot, ...] = ()
    bars: tuple[Bar, ...] = ()  # the longest first
    corrections: tuple[Correction, ...] = ()
    published: date | None = None  # the day readers got it; None: a draft
    followed: int = 0  # sources that are looked at
    ailing: tuple[Ailing, ...] = ()  # those of them that did not do well by the week's end
    terms_counted: str = ""  # in which texts the terms were counted
    quiet: str = ""  # what is said where there is no story to tell
    headlines: tuple[Headline, ...] = ()  # of articles whose news is in no story
    untold: Untold = Untold()

    @property
    def empty(self) -> bool:
        return not self.chapters

    def items(self) -> Iterator[Item]:
        for chapter in self.chapters:
            yield from chapter.items

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the body in reading order."""
        for item in self.items():
            for telling in item.tellings:
                yield from telling.sentences
                yield from telling.conflicts
                yield from telling.background

    def values(self) -> Iterator[Part]:
        """Every printed value: headlines, body, the chart and the table of changes."""
        yield from (bar.part for bar in self.bars)
        for item in self.items():
            yield from (part for part in item.headline.parts if part.note)
            for telling in item.tellings:
                yield from (part for part in telling.headline.parts if part.note)
        for sentence in self.sentences():
            yield from (part for part in sentence.parts if part.note)
        for change in self.changes:
            yield from (part for part in (change.before, change.after) if part.note)

    def notes(self) -> tuple[Note, ...]:
        """The footnotes in the order in which a reader meets them; a note's number is its place here."""
        met: dict[Note, None] = {}
        for item in self.items():
            for telling in item.tellings:
                for sentence in (*telling.sentences, *telling.conflicts, *telling.background):
                    met.update(dict.fromkeys(sentence.notes()))
                if telling.excerpt:
                    met[telling.excerpt.note] = None
        for change in self.changes:
            met.update((part.note, None) for part in (change.before, change.after) if part.note)
        met.update((bar.part.note, None) for bar in self.bars if bar.part.note)
        return tuple(met)
