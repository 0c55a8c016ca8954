"""What the words of a text likely tell that no rule reads, who takes part in it, and how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp, log

from msgspec import Struct

from cellwire.claims.gist.chances import Gist
from cellwire.claims.gist.parts import Named, named_in, parts_in
from cellwire.claims.gist.weights import FLOOR, NOTHING, TITLE_FLOOR, weights
from cellwire.claims.scene import Scene
from cellwire.model import Kind, Role

NOBODYS = frozenset({Kind.POLICY, Kind.MARKET, Kind.FACILITY, Kind.INCIDENT})  # that a text may tell of nobody named
_TAKES_PART = 0.5  # the chance from which on somebody is told
_BRIEF = 2  # sentences of a feed's item
_NEVER = 0.05  # a chance of a kind with which none comes near the floor
_SUREST = 1e-4  # from no and from certain: chances of which the odds are still numbers


class Part(Struct, frozen=True):
    """The part in a thing of whoever is named at `order`: the `chance` that they have any, and the likeliest `role`."""

    order: int
    role: Role
    chance: float


class Guess(Struct, frozen=True):
    """What words say that a text tells, and how sure that is (0 to 1, calibrated)."""

    kind: Kind
    confidence: float
    parts: tuple[Part, ...]
    named: tuple[Named, ...]


def guessed(gist: Gist, scene: Scene, unsure: Mapping[Kind, float]) -> Guess | None:
    """The likeliest thing; `unsure` are kinds that rules read with less confidence than news needs. None where nothing
    is likely enough."""
    likely = [kind for kind in Kind if gist.chance(kind) > _NEVER]
    named = tuple(named_in(scene)) if likely else ()
    guesses = [
        Guess(kind, sure(evidence(gist, kind, parts, unsure.get(kind, 0.0))), parts, named)
        for kind in likely
        if (parts := _parts(kind, named)) or kind in NOBODYS
    ]
    best = max(guesses, key=lambda guess: guess.confidence, default=None)
    return best if best and best.confidence >= (TITLE_FLOOR if is_a_title_alone(gist) else FLOOR) else None


def is_a_title_alone(gist: Gist) -> bool:
    return all(each.headline for each in gist.opening)


def _parts(kind: Kind, named: Sequence[Named]) -> tuple[Part, ...]:
    asked = [at for at, each in enumerate(named) if can_take_part(kind, each.signs)]
    return chosen(part_of(at, parts_in(kind, named[at])) for at in asked)


def can_take_part(kind: Kind, signs: Collection[str]) -> bool:
    """Laws are made by bodies."""
    return kind is not Kind.POLICY or "kind government" in signs


def part_of(order: int, chances: Mapping[str, float]) -> Part:
    role = max((role for role in chances if role != NOTHING), key=lambda role: chances[role])
    return Part(order, Role(role), 1 - chances[NOTHING])


def chosen(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Who likely takes part, the likeliest first, or the likeliest alone."""
    ranked = sorted(parts, key=lambda part: -part.chance)
    return tuple([part for part in ranked if part.chance >= _TAKES_PART] or ranked[:1])


def evidence(gist: Gist, kind: Kind, parts: Sequence[Part], unsure: float) -> dict[str, float]:
    """What makes a guess more or less sure: figures, most of them log odds."""
    return {
        f"kind {kind}": 1.0,
        "the whole text": _log_odds(gist.text[kind]),
        "one sentence": _log_odds(gist.sentences[kind]),
        "both": _log_odds(gist.chance(kind)),
        "nothing": _log_odds(gist.chance(NOTHING)),
        "who": _log_odds(parts[0].chance) if parts else 0.0,
        "nobody": 0.0 if parts else 1.0,
        "read unsurely": unsure,
        "brief": float(len(gist.opening) <= _BRIEF),
        "a title alone": float(is_a_title_alone(gist)),
    }


def sure(told: Mapping[str, float]) -> float:
    learned = weights().sure
    return 1 / (1 + exp(-learned["base"] - sum([learned[name] * value for name, value in told.items()])))


def _log_odds(chance: float) -> float:
    held = max(_SUREST, min(1 - _SUREST, chance))
    return log(held / (1 - held))
