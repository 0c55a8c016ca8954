"""Whether what words make likely is of the battery industry: they know of it only what labelled texts had."""

from __future__ import annotations

from cellwire.claims.gist.guessing import Guess
from cellwire.claims.gist.words import opening
from cellwire.claims.reading import of_cars_alone, tell_of_batteries
from cellwire.claims.scene import Scene, Sentence
from cellwire.model import Kind

_SURE = 0.6  # of what neither a title nor its own sentence calls news of batteries


def is_of_batteries(guess: Guess, told: Sentence, scene: Scene) -> bool:
    """Whether a guess, told at a sentence, is of batteries.

    An unsure one is where that sentence or a title speaks of them or their makers, a new car or charger however sure
    where something in the opening speaks of them; a law need not, and works that only make cars are not.
    """
    if guess.kind is Kind.FACILITY and of_cars_alone((), scene):
        return False
    if guess.confidence < _SURE:
        titles = (each for each in scene.sentences if each.headline)
        return guess.kind is Kind.POLICY or tell_of_batteries((told, *titles))
    if guess.kind is not Kind.TECHNOLOGY:
        return True
    return tell_of_batteries((*opening(scene), *filter(scene.opens_with, scene.sentences)), by_makers=False)
