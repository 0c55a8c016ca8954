"""A document as claims are read from it: sentences with every name, amount, date and trigger word in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from cellwire.claims.figures import Reading, read_stretch
from cellwire.claims.scene.plain import Plain
from cellwire.model import BlockKind, Span

HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})


class Cue(Struct, frozen=True):
    """A trigger word: its `tags` ("facility.plant"), the `form` of its verb, and whether it is one of several words."""

    tags: tuple[str, ...]
    form: str
    span: Span
    written: str


class Name(Struct, frozen=True):
    """A company or body where a text names it; `said` is where the sentence speaks of it, if only as "the company"."""

    id: str
    name: str
    span: Span
    said: Span
    kind: str  # the organisation's kind: company, venture, government, fund, institute, outlet, research
    chain: tuple[str, ...]
    known: bool = True
    country: str | None = None  # of a company's seat, of a body's state
    parents: tuple[str, ...] = ()  # who owns it, by id

    @property
    def referred(self) -> bool:
        return self.span != self.said


class Spot(Struct, frozen=True):
    """A place, country, product or chemistry where a sentence names it."""

    id: str
    name: str
    span: Span
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    level: str = ""  # of a place: city, town (in no gazetteer), region, country, area, park


_as_a_set = lru_cache(maxsize=256)(frozenset[str])  # of the tags that a rule looks for, again and again


class Sentence(Struct, frozen=True, eq=False):
    """`index` counts from 0 over the document, `paragraph` over its blocks; each is only equal to itself."""

    index: int
    paragraph: int
    block: BlockKind
    span: Span
    text: str
    cues: tuple[Cue, ...] = ()
    names: tuple[Name, ...] = ()
    places: tuple[Spot, ...] = ()
    countries: tuple[Spot, ...] = ()
    products: tuple[Spot, ...] = ()
    chemistries: tuple[Spot, ...] = ()
    tags: frozenset[str] = frozenset()  # of all its cues
    opened: frozenset[str] = frozenset()  # how its words open: which patterns can match

    @property
    def headline(self) -> bool:
        return self.block in HEADLINES

    def find(self, *tags: str) -> list[Cue]:
        """Cues that carry one of the tags."""
        if self.tags.isdisjoint(tags):
            return []
        if len(tags) == 1:
            wanted = tags[0]
            return [cue for cue in self.cues if wanted in cue.tags]
        several = _as_a_set(tags)
        return [cue for cue in self.cues if not several.isdisjoint(cue.tags)]

    def has(self, *tags: str) -> bool:
        return not self.tags.isdisjoint(tags)

    def named_before(self, cue: Cue) -> bool:
        """Whether a name stands right before a word, as a verb's subject does."""
        return any(name.said.end + 1 == cue.span.start for name in self.names)

    def before(self, position: int, width: int) -> str:
        """Up to `width` characters of this sentence that end at `position` of the plain text."""
        at = position - self.span.start
        return self.text[at - width if at > width else 0 : at]

    def after(self, position: int, width: int) -> str:
        at = position - self.span.start
        return self.text[at : at + width]

    def between(self, left: Span, right: Span) -> str:
        return self.text[left.end - self.span.start : max(left.end, right.start) - self.span.start]


def cue_of(clause: Sentence, match: re.Match[str], group: str | int, tag: str, form: str = "past") -> Cue:
    """What a pattern found in a clause, as if it were a trigger word: one group of its match."""
    start, end = match.span(group)
    return Cue((tag,), form, Span(start, end).moved(clause.span.start), match[group].lower())


class Scene(Struct, frozen=True):
    """What the readers of all kinds look at."""

    plain: Plain
    sentences: tuple[Sentence, ...]
    published: date | None
    main: Name | None  # the company the document is about, as far as title and lead tell
    readings: dict[Sentence, Reading] = {}  # the figures of clauses, as far as they were asked for
    land: str | None = None  # of the address under which it was published, where that says one
    published_by: str = ""  # its outlet and its address in small letters
    holders: Mapping[str, tuple[Name, ...]] = {}  # the owners of companies, by id, as far as the text names them

    @property
    def first_told(self) -> int:
        """The index of the first sentence that is no headline."""
        return next((sentence.index for sentence in self.sentences if not sentence.headline), 0)

    def opens_with(self, sentence: Sentence) -> bool:
        """Whether it is a headline or one of the first two sentences under it: what the text is about."""
        return sentence.headline or sentence.index <= self.first_told + 1


def read_values(sentence: Sentence, scene: Scene) -> Reading:
    """All amounts, sums, jobs and dates of a sentence or clause; read once, since several ask."""
    if sentence not in scene.readings:
        scene.readings[sentence] = read_stretch(scene.plain.text, sentence.span, published=scene.published)
    return scene.readings[sentence]


def tags_of(cues: Iterable[Cue]) -> frozenset[str]:
    return frozenset().union(*[cue.tags for cue in cues])


@lru_cache(maxsize=4096)
def any_begins(tags: tuple[str, ...], *beginnings: str) -> bool:
    """Whether one of a trigger word's tags begins so; asked again and again of the same few words."""
    return any(tag.startswith(beginnings) for tag in tags)
