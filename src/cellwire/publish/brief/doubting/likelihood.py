"""How likely a story is right as it is told: by how sure its readings are, and how much of it its titles say.

A reading may be sure and still not be what the article reports: a plan that is long known, the wrong side of a deal.
What fact-checkers found right is mostly what a title says too: who, what, how far, and not much else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from cellwire.model import chance
from cellwire.publish.brief.doubting.floors import below, floor
from cellwire.publish.brief.doubting.titles import kinds_in, manners_in, named_in, steps_in
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter

Signs = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_ALIKE = 5  # letters that two forms of one word share: "plans" and "planned"
_SMALL = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is", "it", "its"}
    | {"new", "of", "on", "over", "that", "the", "this", "to", "under", "will", "with"}
)
_SURE = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_SHARES = (0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_ALWAYS = {"denial", "correction"}
_LINE, _LONG = 40, 1500  # characters that a text has beyond its title: none to speak of, and many


class Learned(Struct, frozen=True):
    """Log odds: the `base` all start from, and what each sign adds."""

    base: float
    signs: Mapping[str, float]


def likelihood(matter: Matter, headline: str, shelf: Shelf) -> float:
    """Between 0 and 1, as fact-checkers judged stories in print (docs/confidence.md)."""
    return chance(learned().base, learned().signs, signs_of(matter, headline, shelf))


def unlikely(matter: Matter, headline: str, shelf: Shelf) -> str:
    """Empty, or how likely it is where that is too little to print it.

    A text without a title is not asked, nor is what denies or corrects: who has read the one has to read the other.
    """
    titles = [shelf.documents[id].title.strip() for id in shelf.texts_of(matter.developments)]
    if matter.mark in _ALWAYS or not all(titles):
        return ""
    chance = likelihood(matter, headline, shelf)
    return f"too unlikely to be right as it would be told ({below(chance)})" if chance < floor("likelihood") else ""


@cache
def learned() -> Learned:
    """Written by `make train`."""
    told = files("cellwire.publish.brief.doubting").joinpath("likelihood.json").read_bytes()
    return msgspec.json.decode(told, type=Learned)


def signs_of(matter: Matter, headline: str, shelf: Shelf) -> Signs:
    """What is asked of a story; of its titles the one that says most of its headline."""
    texts = [shelf.documents[id] for id in sorted(shelf.texts_of(matter.developments))]
    text = max(texts, key=lambda text: (_share(headline, text.title), text.id))
    signs = (*_of_readings(matter, shelf), *_of_words(headline, text.title), *_of_title(matter, text.title))
    beyond = len(text.text) - len(text.title)
    length = "a title alone" if beyond < _LINE else "a long text" if beyond > _LONG else "a text of some length"
    return frozenset((*signs, length))


def _of_readings(matter: Matter, shelf: Shelf) -> Iterator[str]:
    told = [dev for id in matter.developments if (dev := shelf.developments[id]).kind is matter.kind]
    yield from _at_least("exactness", max(dev.exactness for dev in told), _SURE)
    yield from _at_least("confidence", max(dev.confidence for dev in told), _SURE)
    yield f"kind {matter.kind}"
    yield f"stage {_step(matter)}"
    yield f"mode {matter.mode}"
    yield f"mode {matter.mode} of {matter.kind}"
    yield f"rule {matter.lead.rule}"
    yield f"mark {matter.mark}"
    if matter.origins > 1:
        yield "told by several"


def _of_words(headline: str, title: str) -> Iterator[str]:
    """How much of each the other has, and whose figures."""
    yield from _at_least("of the headline", _share(headline, title), _SHARES)
    yield from _at_least("of the title", _share(title, headline), _SHARES)
    ours, theirs = set(_NUMBER.findall(headline)), set(_NUMBER.findall(title))
    if ours:
        yield "figures of the title" if ours <= theirs else "a figure that is not the title's"
    if theirs - ours:
        yield "the title has another figure"


def _of_title(matter: Matter, title: str) -> Iterator[str]:
    named = named_in(matter, title)
    if not named:
        yield "nobody takes part"
    else:
        yield "title names all" if all(named) else "title names some" if any(named) else "title names nobody"
        if named[0] and any(named_in(matter, " ".join(title.split()[:3]))[:1]):
            yield "title begins with who acts"
            yield f"title begins with who acts in {matter.kind}"
    kinds = kinds_in(title)
    if matter.kind.value in kinds:
        yield "title is of its kind"
    yield from (f"title of {kind} over {matter.kind}" for kind in kinds if kind != matter.kind.value)
    for step in steps_in(title):
        yield f"title says {step}"
        yield f"title says {step} over {_step(matter)}"
    for manner in manners_in(title):
        yield f"title {manner}"
        yield f"title {manner} over {matter.mode}"
        yield f"title {manner} over {_step(matter)}"


def _step(matter: Matter) -> str:
    return f"{matter.kind}.{matter.stage}"


def _at_least(what: str, value: float, marks: tuple[float, ...]) -> Iterator[str]:
    yield from (f"{what} {mark}" for mark in marks if value >= mark)


def _share(one: str, other: str) -> float:
    """How many words of the one the other has."""
    ours, theirs = _words(one), set(_words(other))
    return sum(word in theirs for word in ours) / len(ours) if ours else 0.0


def _words(text: str) -> list[str]:
    words = (word.casefold() for word in _WORD.findall(text.replace("’s", "").replace("'s", "")))
    return [word[:_ALIKE] for word in words if word not in _SMALL]
