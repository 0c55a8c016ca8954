"""How sure a reading is: the signs for and against it, weighed as labelled texts taught (`make train`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from cellwire.claims.evidence.signs import Signs
from cellwire.model import Development, chance

_NOTED = 3  # signs for and signs against that an explanation names


class Weights(Struct, frozen=True):
    """What was learned: each sign's weight in log odds, the `base` all start from, the floors to be told at all.

    `floor` is that of news, `floors` are those of kinds that are oftener wrong where they are unsure; what is only told
    as `background` need not be as sure.
    """

    base: float
    floor: float
    floors: Mapping[str, float]
    background: float
    signs: Mapping[str, float]

    def floor_of(self, told: Development) -> float:
        """How sure a reading has to be; what all words tell had a floor of its own before, so no kind's counts."""
        if told.background:
            return self.background
        return self.floor if told.by_words else self.floors.get(told.kind, self.floor)


@cache
def weights() -> Weights:
    told = json.loads(files("cellwire.claims.evidence").joinpath("confidence.json").read_text("utf-8"))
    return Weights(told["base"], told["floor"], told["floors"], told["background"], told["weights"])


def confidence(signs: Signs) -> float:
    """Between 0 and 1, calibrated on the labelled texts (docs/confidence.md). A sign never learned weighs nothing."""
    return chance(weights().base, weights().signs, signs)


def reasons(signs: Signs) -> tuple[str, ...]:
    """The signs that weigh most on either side, with their weight: "for: a capacity +1.18"."""
    learned = weights().signs
    ranked = sorted((-abs(weight), sign) for sign in signs if (weight := learned.get(sign)))
    names = [name for _, name in ranked]
    told = {
        "for": [name for name in names if learned[name] > 0],
        "against": [name for name in names if learned[name] < 0],
    }
    return tuple(f"{side}: {name} {learned[name]:+.2f}" for side in told for name in told[side][:_NOTED])
