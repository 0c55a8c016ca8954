"""How a text opens: with which rare words, whom it names and which figures. Texts of one piece of news open alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from math import log, sqrt

from msgspec import Struct

from cellwire.lexicon import Lexicon, english_words
from cellwire.model import Document, Hit, HitKind, Known, Role
from cellwire.stories.copies import read_stretches
from cellwire.stories.telling import UNTOLD, Telling

READ = 400  # characters below the title: what a text is about is said by then
ENOUGH = 200  # of them, after which no further paragraph is begun
RARE = 7  # the weight of a name, a figure, and a word that the counted texts do not have
SOUGHT = 5  # by words of this weight texts are looked for; lighter ones are in too many
_LEAST = 3  # lighter words are in every text, and say nothing

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?")
_OWNED = re.compile(r"['’]s\b")
_FIGURE = re.compile(r"\d[\d.,]{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPANIES = frozenset({"company", "venture"})


class Opening(Struct, frozen=True, gc=False):
    document: str
    carrier: str
    told: date
    day: int  # the same, as a number
    sought: dict[str, float]  # rare words by which it is found, each with its share; all squares together make one
    others: dict[str, float]
    names: frozenset[str]  # companies
    naming: frozenset[str]  # words of their names
    groups: frozenset[str]  # they and their parents
    figures: frozenset[str]  # of three signs and more, but for years
    first: str | None  # the name that the title begins with

    @property
    def order(self) -> tuple[date, str]:
        return self.told, self.document


def read_opening(document: Document, told: Iterable[Telling], lexicon: Lexicon, known: Known) -> Opening:
    """`told` is what the document tells as news; whom it tells of is named, whether or not the lexicon knows them."""
    text = _opens(document)
    words = _words(text)
    shares = _shares(words)
    sought = {word: share for word, share in shares.items() if weight(word) >= SOUGHT}
    others = {word: share for word, share in shares.items() if word not in sought}
    first = _words(document.title)[:1]
    hits = [*_named(text, lexicon)]
    parties = [party for telling in told for party in telling.parties if party.role is not Role.GOVERNMENT]
    names = frozenset([*(hit.ids[0] for hit in hits), *(party.id for party in parties)])
    written = [*(hit.span.cut(text) for hit in hits), *(party.name for party in parties)]
    day = document.told or UNTOLD
    return Opening(
        document=document.id,
        carrier=document.outlet or document.id,
        told=day,
        day=day.toordinal(),
        sought=sought,
        others=others,
        names=names,
        naming=frozenset(word for name in written for word in _words(name)),
        groups=frozenset(group for name in names for group in known.group(name)),
        figures=frozenset(word for word in words if _FIGURE.fullmatch(word) and not _YEAR.fullmatch(word)),
        first=next((word for word in first if is_name(word)), None),
    )


def light_likeness(one: Opening, other: Opening) -> float:
    """What the words by which no text is looked for add to the cosine of two texts."""
    return sum(share * other.others[word] for word, share in one.others.items() if word in other.others)


def shared_words(one: Opening, other: Opening) -> list[str]:
    """The words in common, those that speak most first."""
    shares = {word: share * other.sought[word] for word, share in one.sought.items() if word in other.sought}
    return sorted(shares, key=lambda word: (-shares[word], word))


def is_name(word: str) -> bool:
    """Whether it is somebody's or something's name: no single letter, no figure, no word of English or of the trade."""
    return len(word) > 1 and not word[0].isdigit() and word not in english_words() and word not in _common()


def weight(word: str) -> int:
    """How rare a word is: a name and a figure count as rare, a single letter, a digit and a year never do."""
    return 0 if len(word) == 1 or _YEAR.fullmatch(word) else _common().get(word, RARE)


@cache
def _common() -> dict[str, int]:
    """Words that many texts of the trade open with, each with its weight."""
    lines = files("cellwire.stories").joinpath("common.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: int(weighs) for weighs, *words in rows for word in words}


def _shares(words: Iterable[str]) -> dict[str, float]:
    """A word that is said again counts more, but not twice."""
    counted = Counter(words)
    weighed = {word: (1 + log(count)) * weight(word) for word, count in counted.items() if weight(word) >= _LEAST}
    length = sqrt(sum(share * share for share in weighed.values()))
    return {word: share / length for word, share in weighed.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(_OWNED.sub("", text.lower()))


def _opens(document: Document) -> str:
    """The title and what stands first below it, as far as it is read for news."""
    return "\n".join([document.title, *_first_lines(document)])


def _first_lines(document: Document) -> Iterator[str]:
    read = 0
    for stretch in read_stretches(document):
        for line in stretch.split("\n\n"):
            if line.strip() != document.title and read < ENOUGH:
                yield line[: READ - read]
                read += len(line)


def _named(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    for hit in lexicon.find(text):
        if hit.kind is HitKind.ORGANISATION and lexicon.kind_of(hit.ids[0]) in _COMPANIES:
            yield hit
