"""Who takes part in what a text tells, by where it names them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from cellwire.claims.actors import Group, groups
from cellwire.claims.gist.weights import NOTHING, weights
from cellwire.claims.gist.words import Words, name_words, opening
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import regex

CALLED = "called"  # the place of a name's own words
_NEAR = 40  # characters between a name and a trigger word
_HARDLY = 0.3  # a chance of taking part under which nine of ten readings were wrong: docs/confidence.md
_LOOKED_AT = 3  # mentions of a name
_MOST = 5  # names and mentions, of which more are told as as many
# "a key |Tesla| supplier is slashing jobs": which other firm is meant
_OF_ANOTHER = regex(r"(?:['’]s)?\s(?:suppliers?|partners?|rivals?|customers?|backers?|dealers?|owners|drivers)\b")
_WHOSE = 14  # characters of such a word
_EARLY, _MIDDLE = 4, 12  # words of a sentence before a name


class Named(Struct, frozen=True):
    """Somebody in the opening, with the `signs` of where; `called` are the words of a name that no list has."""

    name: Name
    signs: frozenset[str]
    called: frozenset[str]


class _Mention(Struct, frozen=True):
    sentence: Sentence
    name: Name
    group: Group | None


def named_in(scene: Scene) -> list[Named]:
    """In the order of the text: bodies, and companies that act or are acted on. Who only says which company another is,
    or reports, is neither."""
    mentions: dict[str, list[_Mention]] = {}
    for sentence in opening(scene):
        grouped = {name.id: (name, group) for group in groups(sentence) for name in group.names}
        alone = {name.id: (name, None) for name in sentence.names if name.kind == "government"}
        for id, (name, group) in {**alone, **grouped}.items():
            if not _OF_ANOTHER.match(sentence.after(name.said.end, _WHOSE)):
                mentions.setdefault(id, []).append(_Mention(sentence, name, group))
    order = sorted(mentions.values(), key=lambda of: (of[0].sentence.index, of[0].name.said.start))
    return [_named(scene, of, at, len(order)) for at, of in enumerate(order)]


def parts_in(kind: str, named: Named) -> Mapping[str, float]:
    """The chance of each role in a thing of that kind, and of none; they sum to 1."""
    return weights().parts.chances(asked_of(kind, named.signs, named.called))


def hardly_takes_part(kind: str, ids: Collection[str], named: Iterable[Named]) -> bool:
    """Whether those of them who are named in the opening all stand where nobody takes part in a thing of that kind."""
    chances = [1 - parts_in(kind, each)[NOTHING] for each in named if each.name.id in ids]
    return bool(chances) and max(chances) < _HARDLY


def asked_of(kind: str, told: Collection[str], called: Collection[str]) -> Words:
    """The signs, and again as signs of that kind; where the words of the name lie, for every kind alike."""
    there = frozenset(told).union((f"{kind}: {sign}" for sign in told), [f"kind {kind}"])
    return Words(there, {CALLED: called})


def _named(scene: Scene, mentions: Sequence[_Mention], order: int, several: int) -> Named:
    """A name that a list has says less of what it is than the list."""
    name = _plainest(mentions)
    called = frozenset[str]() if name.known else name_words(name.name)
    return Named(name, frozenset(_signs(scene, mentions, order, several)), called)


def _plainest(mentions: Sequence[_Mention]) -> Name:
    return next((each.name for each in mentions if not each.name.referred), mentions[0].name)


def _signs(scene: Scene, mentions: Sequence[_Mention], order: int, several: int) -> Iterator[str]:
    first = mentions[0]
    yield f"order {min(order, _MOST)}"
    yield f"of {min(several, _MOST + 1)}"
    yield f"kind {first.name.kind}"
    yield "known" if first.name.known else "unknown"
    yield from (f"chain {link}" for link in first.name.chain)
    yield f"mentions {min(len(mentions), _MOST - 1)}"
    yield f"first in {min(first.sentence.index, _MOST - 1)}"
    if scene.main and scene.main.id == first.name.id:
        yield "whom the text is about"
    yield "in the title" if any(each.sentence.headline for each in mentions) else "not in the title"
    if all(each.name.referred for each in mentions):
        yield "only referred to"
    for each in mentions[:_LOOKED_AT]:
        where = "title" if each.sentence.headline else "text"
        for sign in _standing(each):
            yield sign
            yield f"{where}: {sign}"


def _standing(of: _Mention) -> Iterator[str]:
    """How somebody stands in a sentence: after which words, in which group, beside which trigger words."""
    said = of.name.said
    before = of.sentence.text[: said.start - of.sentence.span.start].split()
    yield "early" if len(before) < _EARLY else "in the middle" if len(before) < _MIDDLE else "late"
    if not before:
        yield "at the beginning"
    yield f"behind {min(sum(name.said.end <= said.start for name in of.sentence.names), _MOST)} names"
    if of.group:
        yield f"lead {of.group.lead}"
        yield f"group of {min(len(of.group.names), _MOST)}"
        if of.group.owns:
            yield "owns"
    for cue in of.sentence.cues:
        if 0 <= cue.span.start - said.end < _NEAR:
            yield from (f"then {tag}" for tag in cue.tags)
        elif 0 <= said.start - cue.span.end < _NEAR:
            yield from (f"after {tag}" for tag in cue.tags)
