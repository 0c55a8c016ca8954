"""How likely all is right that a reading says: what happens, with what thing, and who has which part in it.

Confidence asks whether a text tells such a thing at all; a plan read as done, or a buyer read as the seller, pairs with
what is told and is still wrong in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from cellwire.claims.evidence.signs import Signs, Whole, how_loud
from cellwire.claims.gist import Gist, Told, as_told
from cellwire.claims.scene import Sentence
from cellwire.model import Development, chance


class Learned(Struct, frozen=True):
    """Log odds: the `base` all start from, and what each sign and word adds."""

    base: float
    weights: Mapping[str, float]


def exactness(told: Development, signs: Signs, own: Sentence, whole: Whole) -> float:
    """Between 0 and 1, as fact-checkers judged readings in print (docs/confidence.md): by the signs of a reading, and
    the words of its `own` sentence and of the title over it, each alone and beside the stage that was read."""
    title = whole.scene.sentences[0]
    words = words_beside(f"{told.kind}.{told.stage}", as_told(title), as_told(own))
    return chance(learned().base, learned().weights, signs | more_signs(told, whole.gist) | words)


def more_signs(told: Development, gist: Gist | None) -> Signs:
    """What confidence does not ask: whether all words say its stage."""
    if gist is None:
        return frozenset()
    return frozenset({f"all words say its stage: {how_loud(gist.stages(told.kind).get(told.stage, 0.0))}"})


def words_beside(stage: str, title: Told, own: Told) -> Signs:
    return frozenset((*_words(stage, title, "title"), *_words(stage, own, "own")))


def _words(stage: str, told: Told, where: str) -> Iterator[str]:
    for word in told.words:
        yield f"{where} {word}"
        yield f"{stage} {where} {word}"


@cache
def learned() -> Learned:
    """Written by `make train`."""
    told = files("cellwire.claims.evidence").joinpath("exactness.json").read_bytes()
    return msgspec.json.decode(told, type=Learned)
