"""How likely a text tells each kind of thing: by all words of its opening, and by those of each sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from cellwire.claims.gist.net import net
from cellwire.claims.gist.weights import NOTHING, weights
from cellwire.claims.gist.words import Told, Words, as_told, opening, sentence_words, text_words
from cellwire.claims.scene import Scene, Sentence

Chances = Mapping[str, float]  # of each kind and of `NOTHING`; they sum to 1


class Gist(Struct, frozen=True, dict=True):
    """`text` and `sentences` are two ways to ask the same: whether the opening as a whole tells a kind of thing, and
    whether one of its sentences does. Each sees what the other overlooks."""

    opening: tuple[Told, ...]
    text: Chances
    each: tuple[Chances, ...]  # sentence by sentence

    @cached_property
    def sentences(self) -> Chances:
        return loudest(self.each)

    def stages(self, kind: str) -> Chances:
        """How likely what it tells of a kind is in each stage of it."""
        if kind not in self._stages:
            self._stages[kind] = weights().stages[kind].chances(self._words)
        return self._stages[kind]

    @cached_property
    def _words(self) -> Words:
        return text_words(self.opening)

    @cached_property
    def _stages(self) -> dict[str, Chances]:
        return {}

    def chance(self, answer: str) -> float:
        """The mean of both."""
        return (self.text[answer] + self.sentences[answer]) / 2

    def said_by(self, sentence: Sentence) -> Chances:
        """Of any sentence of the text."""
        if sentence.index < len(self.each):
            return self.each[sentence.index]
        told = (*self.opening, as_told(sentence))
        return weights().sentences.chances(sentence_words(told, len(self.opening)))


def gist_of(scene: Scene) -> Gist:
    told = tuple(as_told(sentence) for sentence in opening(scene))
    each = tuple(weights().sentences.chances(sentence_words(told, at)) for at in range(len(told)))
    return Gist(told, net().chances(text_words(told)), each)


def loudest(each: Sequence[Chances]) -> Chances:
    """Of sentences together: each kind as the sentence says it that says it most, nothing as it is said least."""
    most = {answer: max([told[answer] for told in each]) for answer in each[0]}
    most[NOTHING] = min(told[NOTHING] for told in each)
    whole = sum(most.values())
    return {answer: chance / whole for answer, chance in most.items()}
