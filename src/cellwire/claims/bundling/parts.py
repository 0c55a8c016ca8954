"""Companies that a text says are another's: "B Motors, a subsidiary of C", "C's subsidiary B Motors"."""

from __future__ import annotations

from itertools import pairwise

from cellwire.claims.scene import Name, Sentence
from cellwire.lexicon import regex

_PART = r"(?:subsidiary|unit|arm|division|affiliate|brand)"
_OF = regex(
    rf"(?:\s\([^()]{{1,40}}\)|\))?,\s(?:an?|the)\s(?:[\w-]+\s){{0,4}}?{_PART}\s(?:of|owned by)\s(?:[\w'’-]+\s){{0,5}}?"
)
_ITS = regex(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,4}}?{_PART},?\s")


def owned_in(clause: Sentence, ones: set[str], others: set[str]) -> bool:
    """Whether the clause says that one of these companies is a part of one of those, or the other way round."""
    names = sorted(clause.names, key=lambda name: name.said.start)
    pairs = [(left, right) for left, right in pairwise(names) if _across(left, right, ones, others)]
    return any(_says_so(clause, left, right) for left, right in pairs)


def _across(left: Name, right: Name, ones: set[str], others: set[str]) -> bool:
    return (left.id in ones and right.id in others) or (left.id in others and right.id in ones)


def _says_so(clause: Sentence, left: Name, right: Name) -> bool:
    between = clause.between(left.said, right.said)
    return bool(_OF.fullmatch(between) or _ITS.fullmatch(between))
