"""Two plants that one clause tells: "will build a cell plant in Szolnok and a cathode plant in Debrecen"."""

from __future__ import annotations

from msgspec.structs import replace

from cellwire.claims.clauses import Draft, part, place_of
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.scene import Sentence
from cellwire.lexicon import PLANT, regex
from cellwire.model import Span

_AND = regex(
    rf",?\s(?P<and>and)\s(?:[a-z]+\s){{0,4}}?(?:an?|another|its|the)\s(?:[\w-]+\s){{0,4}}?(?:{PLANT}|line|works|hub)\b"
)
_FINE = frozenset({"city", "town", "park", "site"})
_REACHED = frozenset({"operating", "construction", "expanded", "permitted"})


def halves_of(clause: Sentence) -> tuple[Sentence, Sentence] | None:
    """The clause up to its second plant and from there on, where each half has a plant and a town of its own."""
    if sum(spot.level in _FINE for spot in clause.places) < 2:
        return None
    for match in _AND.finditer(clause.text):
        at = clause.span.start + match.start("and")
        first, second = part(clause, Span(clause.span.start, at)), part(clause, Span(at, clause.span.end))
        if first.has("investment.invest"):
            return None  # one sum for both is one investment
        here, there = place_of(first, first.span), place_of(second, second.span)
        if here is None or there is None or here.id == there.id or not {here.level, there.level} <= _FINE:
            continue
        if first.find(*THINGS) and second.find(*THINGS) and not any(not name.referred for name in second.names):
            return first, second
    return None


def told_of_both(first: list[Draft], second: list[Draft], behind: Sentence) -> tuple[Draft, Draft] | None:
    """What is told of the two: of the second what its own verb says, else what was said of the first."""
    if len(first) != 1 or len(second) > 1:
        return None
    one = first[0]
    if not second:
        thing = behind.find(*THINGS)[0]
        return one, replace(one, clause=behind, trigger=thing.span, thing=thing, product=None)
    other = second[0]
    bare = any(cue.span == other.trigger and cue.form == "base" for cue in behind.cues)
    stage = "announced" if bare and other.stage in _REACHED else other.stage  # "will close A and |open| its plant in B"
    return one, replace(other, actors=one.actors, stage=stage)
